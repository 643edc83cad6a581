//! `vanban new`: skeletons, and twelve months in a row.

mod months;
mod skeletons;
mod support;
