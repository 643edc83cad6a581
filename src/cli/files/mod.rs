//! The file system: what is read, with its surroundings, and where results go.

pub(super) mod asked;
pub(super) mod find;
pub(super) mod folder;
pub(super) mod fonts;
pub(super) mod guard;
pub(super) mod kind;
pub(super) mod loaded;
pub(super) mod next_name;
pub(super) mod output;
pub(super) mod owner;
pub(super) mod place;
pub(super) mod plan;
pub(super) mod plan_rows;
mod read;
pub(super) mod result_name;
pub(super) mod row_names;
pub(super) mod rows;
pub(super) mod shard;
pub(super) mod suggest;
pub(super) mod surroundings;
pub(super) mod template_folder;
mod temporary;
pub(super) mod unsaved;
