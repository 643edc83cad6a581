//! What can be done with a document from a menu: the entries that `install` makes.

/// One entry.
pub(super) struct Entry {
    /// Its name in files and keys; menus are in the order of these.
    pub(super) id: &'static str,
    /// What the user sees.
    pub(super) label: &'static str,
    /// The arguments before the document. The window stays where something is to be read.
    pub(super) arguments: &'static str,
}

/// All of them.
pub(super) const ENTRIES: [Entry; 3] = [
    Entry {
        id: "vanban-1-pdf",
        label: "Xuất PDF",
        arguments: "build --open --keep-window",
    },
    Entry { id: "vanban-2-check", label: "Kiểm tra", arguments: "check --keep-window" },
    Entry {
        id: "vanban-3-next",
        label: "Văn bản tháng sau",
        arguments: "new --keep-window --from",
    },
];
