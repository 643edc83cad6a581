//! What is said to those who open the program without a document, and who never type a command.

use std::fmt::Write as _;
use std::path::Path;

use super::message::Message;
use crate::diagnostic::both;
use crate::document::Manifest;

/// What the program is for and how it is used, in five lines.
pub(crate) fn welcome() -> Message {
    both!(
        "Xin chào! vanban biến tệp chữ (.md) thành văn bản hành chính đúng thể thức, in ra là ký \
         được.\n\n  \
         - Viết văn bản trong một tệp .md, bằng Notepad cũng được. Chưa có tệp thì gõ 1 dưới đây.\n  \
         - Kéo tệp .md, hay cả thư mục, thả vào biểu tượng vanban: PDF được ghi cạnh tệp và mở \
         ra.\n  \
         - Có chỗ sai thì cửa sổ nêu từng chỗ, kèm cách sửa: sửa trong tệp, lưu lại, kéo thả lần \
         nữa.\n  \
         - Cài vào máy (gõ 3) thì nhấn chuột phải vào tệp .md là chọn được Xuất PDF, Kiểm tra.\n  \
         - Tháng sau không phải gõ lại: nhấn chuột phải vào tệp cũ, chọn Văn bản tháng sau.",
        "Welcome! vanban turns a text file (.md) into a Vietnamese official document, ready to \
         sign.\n\n  \
         - Write the document in a .md file, Notepad will do. There is none yet: type 1 below.\n  \
         - Drop the .md file, or a whole folder, on vanban: the PDF is written beside it and \
         opened.\n  \
         - What is wrong is told in this window, with the way out: mend the file, save it, drop \
         it again.\n  \
         - Once installed (type 3), the right-click menu of .md files has Xuất PDF and Kiểm tra.\n  \
         - Next month's document: right-click the old one, choose Văn bản tháng sau.",
    )
}

/// The program is in the folder for what is soon forgotten, to which Explorer unpacks a file that
/// is opened in an archive.
pub(crate) fn in_archive() -> Message {
    both!(
        "\nLưu ý: vanban đang chạy trong thư mục tạm, có lẽ mở thẳng từ tệp .zip. Hãy giải nén ra \
         một thư mục rồi mở lại, hoặc gõ 3 để cài.",
        "\nNote: vanban runs in a temporary folder, perhaps opened inside a .zip file. Unpack it to \
         a folder and open it there, or type 3 to install it.",
    )
}

/// What can be chosen; documents are written to this folder.
pub(crate) fn choices(folder: &Path) -> Message {
    let folder = folder.display();
    both!(
        "\n  1  viết văn bản đầu tiên, trong {folder}\n  \
         2  mở hướng dẫn\n  \
         3  cài vào máy này (không cần quyền quản trị)\n\
         Gõ 1, 2 hoặc 3 rồi nhấn Enter; chỉ nhấn Enter thì đóng cửa sổ.",
        "\n  1  write a first document, in {folder}\n  \
         2  open the guide (Vietnamese)\n  \
         3  install on this machine (no administrator needed)\n\
         Type 1, 2 or 3 and press Enter; Enter alone closes the window.",
    )
}

/// Something else was typed.
pub(crate) fn not_a_choice(typed: &str) -> Message {
    both!("Không có lựa chọn `{typed}`.", "There is no choice `{typed}`.")
}

/// So many kinds stand on a line, each in so many letters, so that all of them are seen at once.
const ABREAST: usize = 3;
const KIND_WIDTH: usize = 26;

/// Which kinds of documents there are, group by group and numbered through; `usual` is taken for
/// nothing.
pub(crate) fn kinds(groups: &[(&str, Vec<&Manifest>)], usual: &str) -> Message {
    let mut numbers = 1_usize..;
    let mut list = String::new();
    for (group, kinds) in groups {
        let numbered = kinds.iter().zip(numbers.by_ref());
        let numbered: Vec<String> = numbered
            .map(|(kind, number)| format!("{number:>4}  {}", kind.name))
            .collect();
        let _ = writeln!(list, "  {group}:");
        for row in numbered.chunks(ABREAST) {
            let row: String =
                row.iter().map(|one| format!("{one:KIND_WIDTH$}")).collect();
            let _ = writeln!(list, "{}", row.trim_end());
        }
    }
    let list = list.trim_end();
    both!(
        "\nLoại văn bản nào?\n{list}\nGõ số hoặc tên rồi nhấn Enter; chỉ nhấn Enter là {usual}.",
        "\nWhich kind?\n{list}\nType a number or a name and press Enter; Enter alone is {usual}.",
    )
}

/// A first document was written.
pub(crate) fn to_be_filled_in(path: &Path) -> Message {
    let path = path.display();
    both!(
        "Điền các chỗ CẦN ĐIỀN trong {path}, lưu lại, rồi kéo tệp đó thả vào biểu tượng vanban.",
        "Fill in each CẦN ĐIỀN in {path}, save it, then drop the file on vanban.",
    )
}

/// The guide is opened.
pub(crate) fn guide(path: &Path) -> Message {
    let path = path.display();
    both!("Hướng dẫn: {path}", "The guide: {path}")
}

/// The window is held open; where not all `went_well`, it says what to do next.
pub(crate) fn hold(went_well: bool) -> Message {
    if went_well {
        return both!(
            "\nNhấn Enter để đóng cửa sổ.",
            "\nPress Enter to close the window."
        );
    }
    both!(
        "\nSửa theo chỉ dẫn ở trên, lưu lại, rồi làm lại như vừa rồi. Chưa có tệp .md thì nhấp đúp \
         vào vanban, gõ 1.\nNhấn Enter để đóng cửa sổ.",
        "\nMend what is said above, save it, and do the same again. There is no .md file yet: \
         double-click vanban, type 1.\nPress Enter to close the window.",
    )
}
