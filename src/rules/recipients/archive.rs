//! The file in which the paper is kept (nơi lưu) is named once, at the end of the recipients.

use super::super::Draft;
use super::{is_archive, is_unfinished};
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Fix, Problem, Rule, Severity, both,
};
use crate::document::{Manifest, RecipientGroup, Regime, Text, field};
use crate::source::{Sources, Span};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] =
    &[&ARCHIVE_MISSING, &ARCHIVE_TWICE, &ARCHIVE_NOT_LAST];

/// No entry says where the paper is kept.
static ARCHIVE_MISSING: Rule = Rule {
    id: "archive-missing",
    family: Family::Recipients,
    clause: Some("HD 05-HD/VPTW, 9.2.5; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
    explanation: Bilingual {
        vi: "Dòng cuối của nơi nhận ghi nơi lưu văn bản: thể thức Đảng `Lưu Văn phòng Đảng ủy`, \
             thể thức nhà nước `Lưu: VT, VP`.",
        en: "The last line of the recipients says where the paper is kept: `Lưu Văn phòng Đảng \
             ủy` with the Party, `Lưu: VT, VP` with the State.",
    },
    wrong: Example::fields("nơi nhận: [Thường trực Đảng ủy, Các chi bộ]"),
    right: Example::fields(
        "nơi nhận: [Thường trực Đảng ủy, Các chi bộ, Lưu Văn phòng Đảng ủy]",
    ),
    ..Rule::BINDING
};

fn archive_missing(regime: Regime) -> Problem {
    let help = match regime {
        Regime::Party => both!(
            "thêm vào cuối danh sách nơi lưu, ví dụ `Lưu Văn phòng Đảng ủy`",
            "add where it is kept at the end of the list, such as `Lưu Văn phòng Đảng ủy`"
        ),
        Regime::State => both!(
            "thêm vào cuối danh sách nơi lưu, đặt trong dấu nháy vì có dấu hai chấm, ví dụ `\"Lưu: \
             VT, VP\"`",
            "add where it is kept at the end of the list, in quotes because of the colon, such as \
             `\"Lưu: VT, VP\"`"
        ),
    };
    ARCHIVE_MISSING.problem(
        both!(
            "nơi nhận chưa ghi nơi lưu",
            "the recipients do not say where the paper is kept"
        ),
        both!("thiếu ở đây", "missing here"),
        help,
    )
}

/// A second entry says where the paper is kept.
static ARCHIVE_TWICE: Rule = Rule {
    id: "archive-twice",
    family: Family::Recipients,
    clause: Some("HD 05-HD/VPTW, 9.2.5; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
    explanation: Bilingual {
        vi: "Nơi lưu ghi một dòng; lưu ở nhiều nơi thì ghi chung dòng đó: `Lưu: VT, KT`.",
        en: "Where the paper is kept is said in one line, for several places as well: `Lưu: VT, \
             KT`.",
    },
    wrong: Example::fields("nơi nhận: [Các chi bộ, Lưu Văn phòng, Lưu Ban Chỉ đạo]"),
    right: Example::fields("nơi nhận: [Các chi bộ, \"Lưu Văn phòng, Ban Chỉ đạo\"]"),
    ..Rule::WARNING
};

fn archive_twice() -> Problem {
    let problem = ARCHIVE_TWICE.problem(
        both!("nơi lưu ghi hai lần", "where the paper is kept is said twice"),
        both!("lần này", "this one"),
        both!(
            "để một dòng `Lưu …` ở cuối danh sách, ghi cả hai nơi",
            "keep one line `Lưu …` at the end of the list, with both places"
        ),
    );
    problem.with_related(both!("lần đầu", "the first"))
}

/// Recipients stand behind where the paper is kept.
static ARCHIVE_NOT_LAST: Rule = Rule {
    id: "archive-not-last",
    family: Family::Recipients,
    clause: Some("HD 05-HD/VPTW, 9.2.5; NĐ 30/2020/NĐ-CP, Phụ lục I, II.9"),
    explanation: Bilingual {
        vi: "Nơi lưu là dòng cuối cùng của nơi nhận. Khi nơi nhận chia nhóm mà nơi lưu đứng cuối \
             một nhóm ở trước thì chỉ được nhắc.",
        en: "Where the paper is kept is the last line of the recipients. Where they stand in \
             groups and it is the last of an earlier one, that is only noted.",
    },
    wrong: Example::fields("nơi nhận: [Lưu Văn phòng Đảng ủy, Các chi bộ]"),
    right: Example::fields("nơi nhận: [Các chi bộ, Lưu Văn phòng Đảng ủy]"),
    ..Rule::BINDING
};

/// In groups (`grouped`) it may stand at the end of that which has it.
fn archive_not_last(grouped: bool) -> Problem {
    let help = if grouped {
        both!(
            "để nhóm có nơi lưu đứng sau cùng, hoặc chuyển dòng `Lưu …` xuống cuối nhóm sau cùng",
            "put the group with this line last, or move the line to the end of the last group"
        )
    } else {
        both!("chuyển xuống cuối danh sách", "move it to the end of the list")
    };
    let problem = ARCHIVE_NOT_LAST.problem(
        both!(
            "nơi lưu không đứng cuối nơi nhận",
            "where the paper is kept does not stand last among the recipients"
        ),
        both!("dòng này", "this line"),
        help,
    );
    if grouped { problem.of_severity(Severity::Note) } else { problem }
}

/// Looks for the file in which the paper is kept. A list that is still to be filled in, and that
/// of minutes, may lack it.
pub(super) fn check(
    draft: &Draft<'_>,
    groups: &[RecipientGroup],
    found: &mut Diagnostics,
) {
    let all: Vec<&Text> = groups.iter().flat_map(|group| &group.entries).collect();
    let filed: Vec<&Text> =
        all.iter().copied().filter(|entry| is_archive(entry)).collect();
    let Some((first, more)) = filed.split_first() else {
        let kept = all.iter().any(|entry| entry.as_str().to_lowercase().contains("lưu"));
        let minutes = |kind: &Manifest| kind.can_omit(field::SIGNATURES.name);
        let minutes = draft.templates.chosen().is_some_and(minutes);
        if let Some(last) = all.last()
            && !(kept || minutes || is_unfinished(groups))
        {
            let place = Span { start: last.span.end, ..last.span };
            found.push(archive_missing(draft.document.regime.value), place);
        }
        return;
    };
    for entry in more {
        found.push_related(archive_twice(), entry.span, first.span);
    }
    if !more.is_empty() {
        return;
    }
    let within = groups.iter().find(|group| group.entries.contains(first));
    let Some(within) = within.map(|group| &group.entries) else { return };
    let place = within.iter().position(|entry| entry == *first).unwrap_or_default();
    if place + 1 < within.len() {
        let fix = rotated(&within[place..], draft.sources);
        found.push_fixed(archive_not_last(false), first.span, fix);
    } else if all.last() != Some(first) && !is_unfinished(groups) {
        found.push(archive_not_last(true), first.span);
    }
}

/// What moves the first of some entries behind the others, each to the place of the one before: one
/// edit, as half of it would lose an entry.
fn rotated(entries: &[Text], sources: &Sources) -> Option<Fix> {
    let (first, last) = (entries.first()?.span, entries.last()?.span);
    let ordered = entries.windows(2).all(|pair| {
        let (one, two) = (pair[0].span, pair[1].span);
        one.file == two.file && one.end <= two.start
    });
    if !ordered {
        return None;
    }
    let mut text = String::new();
    for (index, entry) in entries.iter().enumerate() {
        let next = entries.get(index + 1).map_or(first, |next| next.span);
        text.push_str(sources.slice(next));
        let gap = entries.get(index + 1).map(|next| next.span.start);
        let gap =
            Span { start: entry.span.end, end: gap.unwrap_or(entry.span.end), ..first };
        text.push_str(sources.slice(gap));
    }
    Some(Fix::from_iter([(Span { end: last.end, ..first }, text)]))
}
