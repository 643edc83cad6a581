//! `BodyKind`: what kind of body a name says, as far as it settles form: whose paper it is, what
//! stands for it in a symbol.

use super::wording::{Word, begins_any, words};
use crate::document::{Document, Regime};

/// A kind of body of which the form of its papers is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyKind {
    /// A committee of the Party (đảng ủy, tỉnh ủy): a collective.
    PartyCommittee,
    /// A cell of the Party (chi bộ).
    PartyCell,
    /// A people's committee (ủy ban nhân dân).
    PeopleCommittee,
    /// A people's council (hội đồng nhân dân).
    PeopleCouncil,
    /// A steering board (ban chỉ đạo), which either regime has.
    Board,
}

impl BodyKind {
    /// The kinds with the words that their names begin with.
    const NAMES: [(Self, &'static [&'static str]); 5] = [
        (
            Self::PartyCommittee,
            &[
                "dang uy",
                "tinh uy",
                "thanh uy",
                "huyen uy",
                "ban thuong vu dang uy",
                "ban thuong vu tinh uy",
                "ban chap hanh dang bo",
            ],
        ),
        (Self::PartyCell, &["chi bo"]),
        (Self::PeopleCommittee, &["uy ban nhan dan", "ubnd"]),
        (
            Self::PeopleCouncil,
            &["hoi dong nhan dan", "hdnd", "thuong truc hoi dong nhan dan"],
        ),
        (Self::Board, &["ban chi dao"]),
    ];

    /// The kind of a body by its name.
    pub(super) fn of(name: &str) -> Option<Self> {
        Self::at_start(&words(name))
    }

    /// The kind of the body with whose name some words begin.
    pub(super) fn at_start(words: &[Word<'_>]) -> Option<Self> {
        let named = |(_, names): &&(Self, &[&str])| begins_any(words, names).is_some();
        Self::NAMES.iter().find(named).map(|(kind, _)| *kind)
    }

    /// The kind of the body that issues a paper alone.
    pub(super) fn of_issuer(document: &Document) -> Option<Self> {
        let alone = document.issuer.others.is_empty();
        Self::of(&document.issuer.first.value).filter(|_| alone)
    }

    /// Whose papers it issues, where only one regime has it.
    pub(super) fn regime(self) -> Option<Regime> {
        match self {
            Self::PartyCommittee | Self::PartyCell => Some(Regime::Party),
            Self::PeopleCommittee | Self::PeopleCouncil => Some(Regime::State),
            Self::Board => None,
        }
    }

    /// Whether it is a committee or a cell of the Party, which decides as a collective.
    pub(super) fn is_collective_of_party(self) -> bool {
        matches!(self, Self::PartyCommittee | Self::PartyCell)
    }
}
