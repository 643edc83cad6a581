//! `Issuer`: who issued a paper, as citations of it name them: `Ban Chỉ đạo xã`.

use super::super::wording::{words, written_out};
use crate::document::{Document, Text, fold};

/// Who issued a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Issuer {
    /// The body, cut at its level.
    name: Name,
    /// The bodies above it, and the place.
    above: Vec<Name>,
    place: String,
}

/// The name of a body: what it is, of which level, of which place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    kind: Vec<String>,
    level: Option<&'static str>,
    place: String,
}

impl Issuer {
    pub(super) fn of(document: &Document) -> Self {
        let above = document.superior.iter().flat_map(|texts| texts.iter());
        Self {
            name: Name::of(&joined(document.issuer.iter())),
            above: above.map(|body| Name::of(&body.value)).collect(),
            place: fold(document.place.as_str()),
        }
    }

    /// Whether a citation that names a body can only mean this one: its first words, its level
    /// and place as far as they are said.
    pub(super) fn is_called(&self, body: &str) -> bool {
        let said = Name::of(body);
        let all = || std::iter::once(&self.name).chain(&self.above);
        let kind = !said.kind.is_empty() && self.name.kind.starts_with(&said.kind);
        let level = said.level.is_none() || all().any(|name| name.level == said.level);
        let place = said.place.is_empty()
            || said.place == self.place
            || all().any(|name| name.place == said.place);
        kind && level && place
    }
}

fn joined<'a>(bodies: impl Iterator<Item = &'a Text>) -> String {
    bodies.map(|body| body.value.as_str()).collect::<Vec<_>>().join(" ")
}

/// The levels behind the name of a body.
const LEVELS: [&str; 9] = [
    "xã",
    "phường",
    "đặc khu",
    "thị trấn",
    "huyện",
    "quận",
    "thành phố",
    "tỉnh",
    "trung ương",
];

impl Name {
    fn of(name: &str) -> Self {
        let small = crate::source::composed(name).to_lowercase();
        let is_level = |level: &&(usize, &'static str)| {
            let behind = small[level.0 + level.1.len()..].trim_start();
            let whole =
                behind.len() < small.len() - level.0 - level.1.len() || behind.is_empty();
            // `xã hội`, `Huyện ủy` are names themselves.
            whole && !["hội", "ủy", "uỷ"].iter().any(|word| behind.starts_with(word))
        };
        let levels = LEVELS.iter().flat_map(|level| {
            let before = format!(" {level}");
            small
                .match_indices(&before)
                .map(|(at, _)| (at + 1, *level))
                .collect::<Vec<_>>()
        });
        let first = levels.filter(|level| is_level(&level)).min();
        let (head, level, place) = match first {
            Some((at, level)) => (&small[..at], Some(level), &small[at + level.len()..]),
            None => (small.as_str(), None, ""),
        };
        Self { kind: written_out(&words(head)), level, place: fold(place) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer(superior: &str, name: &str) -> Issuer {
        let above = if superior.is_empty() { vec![] } else { vec![Name::of(superior)] };
        Issuer { name: Name::of(name), above, place: fold("Lục Bình") }
    }

    #[test]
    fn a_body_is_known_by_what_citations_call_it() {
        let board =
            issuer("Đảng ủy xã Lục Bình", "Ban Chỉ đạo thực hiện các Chương trình");
        let committee = issuer("", "Ủy ban nhân dân xã Lục Bình");
        for (issuer, body) in [
            (&board, "Ban Chỉ đạo"),
            (&board, "Ban Chỉ đạo xã"),
            (&board, "BCĐ xã Lục Bình"),
            (&board, "Ban Chỉ đạo thực hiện các Chương trình"),
            (&committee, "UBND xã"),
            (&committee, "Uỷ ban nhân dân xã Lục Bình"),
        ] {
            assert!(issuer.is_called(body), "{body}");
        }
        for (issuer, body) in [
            (&board, "Ban Chỉ đạo tỉnh"),
            (&board, "Ban Chỉ đạo xã Vi Hương"),
            (&board, "Ban Chỉ đạo phòng chống thiên tai"),
            (&board, "Đảng ủy xã Lục Bình"),
            (&committee, "UBND tỉnh"),
            (&committee, "UBND xã Vi Hương"),
            (&committee, "Chủ tịch UBND xã"),
            (&committee, "Hội đồng nhân dân xã"),
            (&committee, ""),
        ] {
            assert!(!issuer.is_called(body), "{body}");
        }
        assert_eq!(
            Name::of("Phòng Văn hóa - Xã hội xã Lục Bình").place,
            fold("Lục Bình")
        );
    }
}
