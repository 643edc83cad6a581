//! What `install` and `uninstall` say.

use std::io;
use std::path::Path;

use super::message::Message;
use super::obstacle::reason;
use crate::diagnostic::both;

/// The program was installed; `found` says whether a shell finds it by its name.
pub(crate) fn done(program: &Path, windows: bool, found: bool) -> Message {
    let program = program.display();
    let mut said = both!("đã cài vào {program}", "installed as {program}");
    let use_of_it = if windows {
        both!(
            "\n  - nhấn chuột phải vào tệp .md (Windows 11: chọn tiếp Hiện thêm tùy chọn): Xuất \
             PDF, Kiểm tra, Văn bản tháng sau\n  - nhấn chuột phải vào nhiều tệp hay thư mục: Gửi \
             tới (Send to), rồi vanban - Xuất PDF\n  - mở vanban từ menu Start",
            "\n  - right-click a .md file (Windows 11: Show more options): Xuất PDF, Kiểm tra, Văn \
             bản tháng sau\n  - right-click several files or a folder: Send to, then vanban - Xuất \
             PDF\n  - open vanban from the start menu",
        )
    } else {
        both!(
            "\n  - có trong danh sách ứng dụng; kéo tệp .md thả vào đó, hoặc nhấn chuột phải vào tệp: Mở \
             bằng ứng dụng khác, rồi vanban",
            "\n  - it stands among the applications: drop a .md file on it, or right-click the file: \
             Open with another application, then vanban",
        )
    };
    let path = match (windows, found) {
        (true, _) | (_, true) => Message::default(),
        (false, false) => both!(
            "\n  - để gõ được `vanban` ở mọi nơi, thêm dòng này vào tệp ~/.profile rồi đăng nhập \
             lại: export PATH=\"$HOME/.local/bin:$PATH\"",
            "\n  - to type `vanban` everywhere, add this line to ~/.profile and log in again: \
             export PATH=\"$HOME/.local/bin:$PATH\"",
        ),
    };
    let undo =
        both!("\ngỡ ra: `vanban uninstall`", "\nto take it back: `vanban uninstall`");
    for part in [use_of_it, path, undo] {
        said.vi.push_str(&part.vi);
        said.en.push_str(&part.en);
    }
    said
}

/// A file of the installed program was removed.
pub(crate) fn removed(path: &Path) -> Message {
    let path = path.display();
    both!("đã xóa {path}", "removed {path}")
}

/// Everything that was installed is gone.
pub(crate) fn taken_back() -> Message {
    both!(
        "đã gỡ vanban; văn bản của bạn còn nguyên",
        "vanban is uninstalled; your documents are as they were"
    )
}

/// There is nothing to take back.
pub(crate) fn not_there() -> Message {
    both!("vanban chưa được cài ở máy này", "vanban is not installed on this machine")
}

/// The environment names no folder of the user.
pub(crate) fn no_home() -> Message {
    both!(
        "lỗi: không biết thư mục riêng của người dùng ở đâu\n  cách sửa: đặt biến môi trường `HOME` \
         (Windows: `LOCALAPPDATA` và `APPDATA`) rồi gõ lại lệnh",
        "error: the user's own folder is not known\n  help: set `HOME` (on Windows `LOCALAPPDATA` \
         and `APPDATA`) in the environment and try again",
    )
}

/// The program does not know where it is itself.
pub(crate) fn own_place_unknown(error: &io::Error) -> Message {
    let why = reason(error);
    both!(
        "lỗi: không biết tệp chương trình vanban đang ở đâu: {why}",
        "error: it is not known where the program is: {error}"
    )
}

/// The user's registry cannot be read or written.
pub(crate) fn no_registry(error: &io::Error) -> Message {
    let why = reason(error);
    both!(
        "lỗi: không ghi được menu chuột phải vào Windows (registry): {why}",
        "error: the right-click menu cannot be written to the registry: {error}"
    )
}
