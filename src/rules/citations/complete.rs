//! The first citation of a document is complete, the later ones are short.

use std::collections::{BTreeMap, HashMap};

use super::super::Draft;
use super::super::places::also;
use super::Cited;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::source::{Span, lowercase};

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&CITATION_INCOMPLETE, &CITATION_REPEATED];

/// A first citation that lacks a part.
static CITATION_INCOMPLETE: Rule = Rule {
    id: "citation-incomplete",
    family: Family::Citations,
    clause: Some("HD 05-HD/VPTW, 6.1.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b"),
    explanation: Bilingual {
        vi: "Viện dẫn một văn bản lần đầu thì ghi tên loại, số, ký hiệu, ngày ban hành, cơ quan \
             ban hành và trích yếu, để người đọc tìm được đúng văn bản đó. Luật, pháp lệnh chỉ \
             cần tên; văn bản nêu trong ngoặc đơn, trong bảng thì không bị nhắc.",
        en: "The first citation of a document has its kind, number, symbol, date, body and \
             subject, so that the reader finds that very document. A law needs its name only; \
             what stands in brackets or in a table is passed over.",
    },
    wrong: Example::body(
        "Thực hiện Thông báo số 857-TB/HU của Huyện ủy về xây dựng nông thôn mới.",
    ),
    right: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về xây dựng nông thôn mới.",
    ),
    ..Rule::BINDING
};

/// The first citation of the document `name` lacks some parts.
fn citation_incomplete(
    name: &str,
    lacking: &[Bilingual<&'static str>],
    later: bool,
) -> Problem {
    let vi = lacking.iter().map(|part| part.vi).collect::<Vec<_>>().join(", ");
    let en = lacking.iter().map(|part| part.en).collect::<Vec<_>>().join(", ");
    let problem = CITATION_INCOMPLETE.problem(
        both!(
            "viện dẫn lần đầu `{name}` còn thiếu {vi}",
            "the first citation of `{name}` lacks {en}"
        ),
        both!("thiếu {vi}", "without {en}"),
        if later {
            both!(
                "chuyển phần viện dẫn đầy đủ ở dưới lên đây; từ lần sau chỉ ghi tên loại và số, ký \
                 hiệu",
                "move the complete citation below up to here; later ones have kind and number only"
            )
        } else {
            both!(
                "ghi đủ ở lần đầu, ví dụ `Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy Bạch \
                 Thông về …`",
                "write it out here, for example `Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện \
                 ủy Bạch Thông về …`"
            )
        },
    );
    if later {
        problem.with_related(both!("ở đây viện dẫn đủ hơn", "here it is more complete"))
    } else {
        problem
    }
}

/// The parts of a citation that may be missing.
const SYMBOL: Bilingual<&str> = Bilingual { vi: "ký hiệu", en: "the symbol" };
const DATE: Bilingual<&str> = Bilingual { vi: "ngày ban hành", en: "the date" };
const BODY: Bilingual<&str> =
    Bilingual { vi: "cơ quan ban hành", en: "the issuing body" };
const SUBJECT: Bilingual<&str> = Bilingual { vi: "trích yếu", en: "the subject" };

/// Later citations that say all of it again.
static CITATION_REPEATED: Rule = Rule {
    id: "citation-repeated",
    family: Family::Citations,
    clause: Some("HD 05-HD/VPTW, 6.1.4; NĐ 30/2020/NĐ-CP, Phụ lục I, II.6.b"),
    explanation: Bilingual {
        vi: "Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu.",
        en: "From the second citation on, the kind and the number with its symbol are enough.",
    },
    wrong: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về nông thôn mới, các thôn \
         báo cáo.\n\nThông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy được gửi đến các thôn.",
    ),
    right: Example::body(
        "Thực hiện Thông báo số 857-TB/HU, ngày 01/6/2023 của Huyện ủy về nông thôn mới, các thôn \
         báo cáo.\n\nThông báo số 857-TB/HU được gửi đến các thôn.",
    ),
    ..Rule::NOTE
};

fn citation_repeated(name: &str, also: &Bilingual) -> Problem {
    let Bilingual { vi, en } = also;
    let problem = CITATION_REPEATED.problem(
        both!(
            "`{name}` đã viện dẫn đầy đủ ở trên, ở đây lặp lại{vi}",
            "`{name}` was cited in full above and is again here{en}"
        ),
        both!("từ lần thứ hai chỉ ghi đến đây", "as far as here is enough"),
        both!(
            "bỏ ngày, cơ quan ban hành và trích yếu ở những lần sau",
            "leave date, body and subject out from the second time on"
        ),
    );
    problem.with_related(both!("lần đầu", "the first time"))
}

/// What a citation lacks.
fn lacking(cited: &Cited<'_>) -> Vec<Bilingual<&'static str>> {
    let citation = &cited.citation;
    let mut lacking = Vec::new();
    if !citation.symbol.has_letters() {
        lacking.push(SYMBOL);
    }
    if citation.date.is_none() {
        lacking.push(DATE);
    }
    // `Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số 12/TTr-KT`: who and what is said.
    let before = cited.line.text[..citation.named.start].trim_start();
    let end = before.char_indices().nth("theo đề nghị".chars().count());
    let before = lowercase(&before[..end.map_or(before.len(), |(at, _)| at)]);
    let proposed =
        before.starts_with("theo đề nghị") || before.starts_with("xét đề nghị");
    if citation.body.is_none() && !proposed {
        lacking.push(BODY);
    }
    if !citation.has_subject && !proposed {
        lacking.push(SUBJECT);
    }
    lacking
}

/// Says what the first citation of each document lacks, and which later ones are long.
pub(super) fn check(all: &[Cited<'_>], draft: &Draft<'_>, found: &mut Diagnostics) {
    let keys: Vec<String> = all.iter().map(|cited| cited.citation.symbol.key()).collect();
    let mut all_of: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        all_of.entry(key).or_default().push(at);
    }
    let mut by_key: HashMap<&str, usize> = HashMap::new();
    let mut repeated: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    for ((at, cited), key) in all.iter().enumerate().zip(&keys) {
        let citation = &cited.citation;
        if citation.symbol.is_open() || !cited.in_prose {
            continue;
        }
        let Some(first) = by_key.get(key.as_str()).copied() else {
            if !citation.is_short {
                by_key.insert(key, at);
            }
            continue;
        };
        // A long one in an appendix is read without the text before it.
        let full = |cited: &Cited<'_>| {
            let dated = cited.citation.date.as_ref().and_then(|date| date.day);
            dated.filter(|_| cited.citation.body.is_some())
        };
        let same_part = all[first].part.is_none() || all[first].part == cited.part;
        let (before, again) = (full(&all[first]), full(cited));
        if same_part
            && before.is_some()
            && before == again
            && all[first].citation.has_subject
        {
            repeated.entry(first).or_default().push(cited.span());
        }
    }
    let mut firsts: Vec<(usize, &str)> =
        by_key.iter().map(|(key, at)| (*at, *key)).collect();
    firsts.sort_unstable();
    for (at, key) in firsts {
        let first = &all[at];
        let lacking = lacking(first);
        if lacking.is_empty() {
            continue;
        }
        let later = all_of[key].iter().filter(|later| **later > at);
        let better = later
            .map(|later| &all[*later])
            .find(|cited| self::lacking(cited).len() < lacking.len());
        let problem = citation_incomplete(first.name(), &lacking, better.is_some());
        match better {
            Some(better) => found.push_related(problem, first.span(), better.span()),
            None => found.push(problem, first.span()),
        }
    }
    for (first, spans) in repeated {
        let also = also(&spans, draft.sources);
        let problem = citation_repeated(all[first].name(), &also);
        found.push_related(problem, spans[0], all[first].span());
    }
}
