//! The groups of fields of a document: people, the meeting, conclusions, what is attached.

pub(super) mod appendix;
pub(super) mod checks;
pub(super) mod conclusion;
pub(super) mod copy;
pub(super) mod form_of_address;
pub(super) mod meeting;
pub(super) mod people;
pub(super) mod recipients;
pub(super) mod signature;
pub(super) mod task;
