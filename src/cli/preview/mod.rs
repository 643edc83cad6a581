//! A page on this machine that shows a document as it will print, while it is written. It is
//! served to this machine alone, to whoever has its address; it loads nothing from elsewhere.

mod answer;
mod board;
mod connection;
mod events;
mod problems;
mod request;
mod server;
mod view;

pub(super) use board::Board;
pub(super) use server::Server;
pub(super) use view::{Told, View};
