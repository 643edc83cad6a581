//! The Vietnamese language: which syllables it has, which words are slips, how a text is typed.
//! Imports nothing of ours.

mod attested;
pub mod compounds;
mod judgement;
mod letters;
mod loans;
mod nearest;
mod rhymes;
mod slips;
mod syllable;
mod words;

pub use judgement::{Judgement, judge};
pub use letters::{Case, Tone};
pub use rhymes::Rhyme;
pub use slips::{WordSlip, slips};
pub use syllable::{Place, Syllable};
pub use words::{Manner, Word, words};
