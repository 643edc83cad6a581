//! What `--version` says: of which versions the program is made.

use std::sync::LazyLock;

use crate::typeset::{FONTS, typst_version};

/// The program's own version, Typst's and that of the fonts that are built in.
pub(super) static LONG: LazyLock<String> = LazyLock::new(|| {
    let (own, typst) = (env!("CARGO_PKG_VERSION"), typst_version());
    format!("{own}\nTypst {typst}\nphông chữ có sẵn: {FONTS}")
});
