//! What a document does not say itself: an office's defaults and people, what holds for one
//! template only, what comes along when a document is set in another.

pub(super) mod alone;
pub(super) mod directory;
pub(super) mod merge;
pub(super) mod office;
pub(super) mod sections;
pub(super) mod signature;
pub(super) mod skeleton;
pub(super) mod symbol;
pub(super) mod template_override;

use super::fields::{custom, decode, definition, names, schema};
use super::yaml::{node, recovery, split, tree};
use super::{SECTION, parsed};
