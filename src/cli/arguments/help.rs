//! The frame of every help text.

/// How a help text is put together, in Vietnamese.
pub(super) const TEMPLATE: &str =
    "{about}\n\nCách dùng: {usage}\n\n{all-args}{after-help}";

/// What stands at the end of a help text.
pub(super) const AFTER: &str = "\nMã thoát: 0 xong; 1 văn bản có lỗi (không ghi gì); 2 gõ sai lệnh; \
                     3 không đọc hoặc không ghi được tệp.";
