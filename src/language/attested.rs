//! Which syllables Vietnamese really has, and how common they are: of the spellings that may
//! have been meant, the more usual one comes first. A part of `language`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::compounds;

/// Syllables that stand alone more often than in words of two.
const COMMON: &str = "được của và các là có cho trong với không những người này một đã khi từ đến \
    về việc tại theo để ra vào trên cũng như phải nhiều năm ngày tháng hoặc nếu thì mà bị do nên \
    rất sẽ đang đó sau trước hai ba bốn mươi nghìn triệu tỷ đồng xã thôn tỉnh ông bà số còn chưa \
    đều mỗi từng qua bằng giữa cùng lại tới hơn nhất thuộc gồm giao yêu cầu đạt làm trường đường \
    nước quyết kết thường hướng chương trình tiếp tục việt biết viết thiết nhận nghĩa nghị \
    nghiêm nghiên cứu ngành nghề khuếch";

/// How much more a common syllable counts than one in a word of the list.
const MUCH: u32 = 1000;

static COUNTS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut counts = HashMap::new();
    for syllable in compounds::all().flat_map(|word| word.split(' ')) {
        *counts.entry(syllable).or_default() += 1;
    }
    for syllable in COMMON.split_whitespace() {
        *counts.entry(syllable).or_default() += MUCH;
    }
    counts
});

/// How common a syllable in small letters is, its tone mark on the first of two vowels; 0 if it
/// is not known at all.
pub(super) fn frequency(syllable: &str) -> u32 {
    COUNTS.get(syllable).copied().unwrap_or_default()
}

/// Whether a word, in letters of any case, is a syllable that Vietnamese really has.
#[must_use]
pub fn is_known(word: &str) -> bool {
    frequency(&compounds::folded(word)) > 0
}
