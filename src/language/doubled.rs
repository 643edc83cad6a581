//! Words that stand twice in a row. Vietnamese doubles many on purpose (`dần dần`), and often the
//! last half of a word meets the first half of the next (`các cơ quan quan tâm`). A part of
//! `language`.

use std::ops::Range;

use super::compounds::is_compound;
use super::letters::Case;
use super::words::{Manner, Word};

/// Syllables that are doubled on purpose: whole, many, slow, small ones; counts; sounds.
const REDUPLICATED: &str = "ai ào ầm ấp âm ấm anh ánh ba bà bảy bát bay bé bèn bì biếc biên bình bò bon \
    bốn bong bồng bộp bừng bươm bướm bước cao cạp cay câu chang chầm chậm chằm chăm chan chát châu \
    chép chiều chín chỉnh chờ chồm chôm chốn chòng chợ chung chùng chuồn chút có con còn cong cồn \
    cỏn côi cũ cùng cười cuồn cuống cuồng cứng cửu dài dân dần dằng dấn dạt dâng dày dân dềnh dòng \
    dờ dửng dương dài dịu đa đâu đầu đăm đằm đậm đất đầy đấy đen đêm đền đều đi điếng điều đỏ đó \
    đòi đôi đời đông đồng đó đùng đứng được đường eo êm ếch gà gắng gần gật ghét giá giáp giày giữa \
    giống gườm gờn ha hả hai hám hằm hằng hao hây hầm hất hề hề hết hì hiu hoa hoài hoang hổn hơi hơn \
    hôm hồng hớn hớt hừng hương hừ in im kẽo keng khà khăng khăn khắp khe khẽ khép khéo khít khít khóc \
    khoan khôn khó khô kia kìa kìn kịp là lá lạ lả lan lăm làng lành lăng lắc lầm lâu lăn lẳng lảnh le \
    lè li lia liền liên liếng lim lịm lọc lòng lô lớn lởm lợm lơ lù lung lủi lùng lừ lừng lững lời lớp luôn \
    lượn luân mai mãi mang màu măng mặt mặn mây mấy mắt miên mím mình mòn mong mơ mờ một mới mười mướt \
    mượt muôn mùa năm nam nao não năng nặng nằng này nè nem nép ngả ngạt ngay ngày ngăm ngắn ngân ngầm \
    ngàn ngấn nghe nghiêng ngồn ngon ngọt ngờ người nguyên nguy ngút nhà nhao nhạt nhàn nhanh nhảnh nhàng nhắm \
    nhăm nhẹ nhem nhé nhì nhè nhỏ nhoè nhóm nho nhơn nhởn nhơ nhớ nhung như nhìn nho nheo no non nói \
    nóng nơi nong nức ông ồm ồn ớt oang oe oan phăm phăng phân phất phau phảng phây phe phèng phong \
    phơn phơi phới phừng phường phục phút pháp quanh quấn quàng quay quần quê quen que rầm rào rày rành rần rằn \
    răm răng rạo re rèm rên réo rền ríu rì riêng rin rõ ròng rón rôm rộn rời rỡ rối rù rung rưng rừng rực \
    rười rượi sao san sát sang sành sáng sần sẵn se sè sen sình so sòng sôi song sóng sồn sớm sơ sờ sù sục \
    sùng sừng sững sướt sượt sáu suốt suôn ta tà tai tái tám tàn tan tăm tăng tắp tâm tầng tân tất tấp tây te \
    tanh thang thàng thăm thẳm thâm thẳng thân thầm thấp thấm thật thấy theo thênh thi thì thích thiếp thiu thoang thoảng \
    thon thòm thong thon thơm thôi thôn thun thung thường thưa thư thức ti tí tích tim tím tinh tính tình \
    to toang toe tối tôi tong tỏ tơ tờ tới tròn tràn trào trăm trắng trần trân tràng trập triền triệu trông \
    trơ trong trơn trống trùng trừng trưng trước từ tư tù túm tung tùng túc từng tươi tưng tương tỷ u ù ụ ừ ừng ừa \
    um ung ư vàng văng vằng vắng vẳng van vân vần vầng vẻ ve vèo vẹo vi vo vòi vòng với vời vợi vơ vụ vù vui vừa \
    xa xanh xấp xăm xăng xào xạc xê xe xeo xèo xem xì xin xinh xoay xoen xôn xốp xối xồm xong xuân xung xúm \
    xùm xưa xương xoè xòe xóm xù ý yên yêu buồn rầu choai rùng rịn hao nâu nhòa nhoà nhọn nhức phơ đắng \
    chua cay";

/// Words that join others, never end a word of two and are never doubled.
const JOINING: &str = "các của và những tại bởi hoặc nhưng nếu rằng vì trên cho để theo về với khi đã sẽ \
    đang này phải rất cần nhằm gồm thuộc vào trong ngoài không bị do được";

/// Whether a list of words has one.
fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|one| one == word)
}

/// The words of a line that stand twice: each second one, with the first.
#[must_use]
pub fn doubled(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let pairs = words.windows(2).enumerate();
    let found = pairs.filter(|(at, _)| is_slip(words, *at));
    found.map(|(_, pair)| pair[0].range.start..pair[1].range.end).collect()
}

/// Whether the word at `at` stands there again by mistake.
fn is_slip(words: &[Word<'_>], at: usize) -> bool {
    let (first, second) = (&words[at], &words[at + 1]);
    let plain = first.manner == Manner::Plain && second.manner == Manner::Plain;
    // Lengths first: most words differ in them.
    if !plain || !second.follows || first.text.len() != second.text.len() {
        return false;
    }
    // Then their first letters, which folding keeps but for their case.
    let [one, other] =
        [first, second].map(|word| word.text.bytes().next().unwrap_or_default());
    if one.is_ascii() && other.is_ascii() && !one.eq_ignore_ascii_case(&other) {
        return false;
    }
    let word = second.folded();
    if first.folded() != word || second.case() != Case::Small || word.chars().count() < 2
    {
        return false;
    }
    let before = at.checked_sub(1).filter(|_| first.follows).map(|at| &words[at]);
    match first.case() {
        Case::Small => {}
        // The first word of a sentence, not the last of a name.
        Case::Title if before.is_none() && has(JOINING, &word) => {}
        Case::Title | Case::Capitals | Case::Mixed => return false,
    }
    if has(REDUPLICATED, &word) && !has(JOINING, &word) {
        return false;
    }
    let behind = words.get(at + 2).filter(|word| word.follows);
    let ends_a_word = before.is_some_and(|before| ends_a_word(words, at, before, &word));
    let begins_a_word = behind.is_some_and(|behind| is_compound(&word, &behind.folded()));
    if has(JOINING, &word) {
        return !(ends_a_word || begins_a_word);
    }
    // One of them belongs to the word beside it: "thiết bị bị hỏng", "phòng phòng chống".
    // A name before it may end in it: "xã Lục Bình bình chọn".
    let name = before.is_some_and(|before| before.case() != Case::Small);
    !(ends_a_word || begins_a_word || name)
}

/// Whether a word and the one or two before it are one word.
fn ends_a_word(words: &[Word<'_>], at: usize, before: &Word<'_>, word: &str) -> bool {
    let three = at.checked_sub(2).filter(|_| before.follows).is_some_and(|at| {
        let syllables = [words[at].folded(), before.folded(), word.into()];
        super::compounds::longest(&syllables) == 3
    });
    three || is_compound(&before.folded(), word)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::words;
    use super::*;

    fn found(line: &str) -> Vec<&str> {
        doubled(&words(line)).into_iter().map(|range| &line[range]).collect()
    }

    #[test]
    fn words_typed_twice_are_found() {
        for (line, wanted) in [
            ("công tác khoán khoán nuôi bảo vệ rừng", "khoán khoán"),
            ("giao các các thôn", "các các"),
            ("Các các thôn báo cáo", "Các các"),
            ("ý kiến của của đại biểu", "của của"),
            ("để báo báo kết quả", "báo báo"),
            ("báo cáo theo  theo mẫu", "theo  theo"),
            ("của xã xã Lục Bình", "xã xã"),
            ("đã đã hoàn thành", "đã đã"),
        ] {
            assert_eq!(found(line), [wanted], "{line}");
        }
        assert_eq!(found("và và và"), ["và và", "và và"]);
    }

    #[test]
    fn words_that_are_doubled_on_purpose_are_left_alone() {
        for word in
            "xanh luôn dần đời ngày người nhà thường mãi từ đều song ào chuồn ba năm hai"
                .split(' ')
        {
            assert_eq!(found(&format!("thì {word} {word} mới")), [""; 0], "{word}");
        }
    }

    #[test]
    fn halves_of_two_words_are_left_alone() {
        for line in [
            "đề nghị các cơ quan quan tâm; bảo đảm giao thông thông suốt",
            "các đại biểu biểu quyết; phân công công việc; tổ chức thành công công tác",
            "tổng hợp ý kiến kiến nghị; đánh giá giá trị; thiết bị bị hỏng; tự do do dân",
            "nhà đầu tư tư nhân; hợp tác xã xã Lục Bình; nông thôn thôn Nà Pài",
            "quy định định mức; hành chính chính thức; cộng đồng đồng bào; hội đồng đồng ý",
            "Ủy ban nhân dân xã, xã Lục Bình; của xã; của: của",
            "thôn Bố Bố; xã Lục Bình bình chọn; năm Năm; công tác năm năm 2023",
            "Trưởng ban ban hành; công nhân nhân dịp; quản lý lý lịch; và/và; a a; QĐ QĐ",
            "giao phòng phòng chống thiên tai; 5 5",
        ] {
            assert_eq!(found(line), [""; 0], "{line}");
        }
        assert_eq!(found("của xã\nxã Lục"), ["xã\nxã"; 0]);
    }
}
