//! The Vietnamese language: which syllables it has, which words are slips, how a text is typed.
//! Imports nothing of ours.

mod attested;
mod blanks;
pub mod compounds;
mod doubled;
mod judgement;
mod letters;
mod lexicon;
mod loans;
mod look_alikes;
mod marks;
mod nearest;
mod numbers;
mod rhymes;
mod signs;
mod slips;
mod spellings;
mod syllable;
mod traits;
mod words;

pub use attested::is_known;
pub use blanks::{before_marks, behind_marks, doubled_blanks};
pub use doubled::doubled;
pub use judgement::{Judgement, is_certain, judge};
pub use letters::{Case, Tone};
pub use lexicon::{Lexicon, words};
pub use look_alikes::look_alikes;
pub use marks::{Mark, cited, dashes, lone_brackets, lone_quotes, quotes};
pub use numbers::english_numbers;
pub use rhymes::Rhyme;
pub use signs::Signs;
pub use slips::{WordSlip, slips};
pub use spellings::{Spelling, ensuring, tone_marks, y_or_i};
pub use syllable::{Place, Syllable};
pub use traits::Traits;
pub use words::{Manner, Word};
