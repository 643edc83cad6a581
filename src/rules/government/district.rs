//! Bodies of a district (huyện, quận, thị xã), which there are none of since 01/7/2025.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::super::Draft;
use super::super::words::is_whole;
use crate::diagnostic::Bilingual;
use crate::diagnostic::{Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::outline::Line;
use crate::source::lowercase_in_place;

/// The rules of this file.
pub(in crate::rules) const RULES: &[&Rule] = &[&DISTRICT_BODY];

/// A body of a district in a paper of after 01/7/2025.
static DISTRICT_BODY: Rule = Rule {
    id: "district-body",
    family: Family::Government,
    clause: Some("Nghị quyết 203/2025/QH15; HD 05-HD/VPTW, 4.1"),
    explanation: Bilingual {
        vi: "Từ 01/7/2025 chính quyền địa phương và tổ chức đảng chỉ còn cấp tỉnh và cấp xã \
             (xã, phường, đặc khu); văn bản mới không giao việc, không gửi cho cơ quan cấp \
             huyện. Viện dẫn văn bản ban hành trước ngày đó, hoặc ghi `cũ`, `nguyên`, `trước \
             đây` thì không bị nhắc.",
        en: "Since 01/7/2025 there are only provinces and communes (`xã`, `phường`, `đặc khu`), \
             with the State and with the Party; a new paper neither charges nor addresses a body of \
             a district. Papers from before that day may be cited, and `cũ`, `nguyên`, `trước \
             đây` say that the past is meant.",
    },
    wrong: Example::fields(
        "ngày ký: 05/8/2025\nnơi nhận: [Huyện ủy Bạch Thông, Lưu Văn phòng Đảng ủy]",
    ),
    right: Example::fields(
        "ngày ký: 05/8/2025\nnơi nhận: [Tỉnh ủy Thái Nguyên, Lưu Văn phòng Đảng ủy]",
    ),
    ..Rule::WARNING
};

fn district_body(name: &str) -> Problem {
    DISTRICT_BODY.problem(
        both!(
            "`{name}`: từ 01/7/2025 không còn cơ quan cấp huyện",
            "`{name}`: there are no bodies of a district since 01/7/2025"
        ),
        both!("cơ quan cấp huyện", "a body of a district"),
        both!(
            "ghi cơ quan cấp tỉnh hoặc cấp xã; nói về trước 01/7/2025 thì thêm `cũ`, `nguyên` \
             hoặc `trước đây`",
            "name the body of the province or the commune; where the past is meant, add `cũ`, \
             `nguyên` or `trước đây`"
        ),
    )
}

/// The words that name a body of a district, in small letters.
const BODIES: [&str; 26] = [
    "huyện ủy",
    "huyện uỷ",
    "quận ủy",
    "quận uỷ",
    "thị ủy",
    "thị uỷ",
    "ubnd huyện",
    "ubnd quận",
    "ubnd thị xã",
    "hđnd huyện",
    "hđnd quận",
    "hđnd thị xã",
    "ủy ban nhân dân huyện",
    "ủy ban nhân dân quận",
    "ủy ban nhân dân thị xã",
    "hội đồng nhân dân huyện",
    "hội đồng nhân dân quận",
    "hội đồng nhân dân thị xã",
    "ủy ban mttq huyện",
    "công an huyện",
    "công an quận",
    "công an thị xã",
    "ban chỉ đạo huyện",
    "phòng nội vụ huyện",
    "phòng tài chính - kế hoạch huyện",
    "ban chỉ huy quân sự huyện",
];

/// Words in a line that say that it tells of the past.
const PAST: [&str; 8] = [
    "cũ",
    "nguyên",
    "trước đây",
    "trước 01/7/2025",
    "trước ngày 01/7/2025",
    "trước sắp xếp",
    "trước khi sắp xếp",
    "kết thúc hoạt động",
];

/// Says which bodies of a district a paper of after 01/7/2025 names.
pub(super) fn check(draft: &Draft<'_>, found: &mut Diagnostics) {
    let Some(date) = draft.document.date() else { return };
    if Some(date) < NaiveDate::from_ymd_opt(2025, 7, 1) {
        return;
    }
    let lines = draft.lines().iter().filter(|line| !line.quoted).map(|line| &line.line);
    for line in draft.values().iter().map(|value| &value.line).chain(lines) {
        for range in bodies(line, date.year()) {
            let name = &line.text[range.clone()];
            found.push(district_body(name), line.span(range));
        }
    }
}

/// Where a line names a body of a district of today; a line that tells of an earlier year or of
/// the past names none.
fn bodies(line: &Line<'_>, year: i32) -> Vec<Range<usize>> {
    let small = lowercase_in_place(&line.text);
    if tells_of_the_past(&small, year) {
        return Vec::new();
    }
    let found = BODIES
        .iter()
        .flat_map(|body| small.match_indices(body).map(|(at, _)| at..at + body.len()));
    let mut found: Vec<_> = found.filter(|range| is_whole(&small, range)).collect();
    found.sort_by_key(|range| range.start);
    found
}

fn tells_of_the_past(small: &str, year: i32) -> bool {
    let whole = |word: &&str| {
        small.match_indices(*word).any(|(at, _)| is_whole(small, &(at..at + word.len())))
    };
    PAST.iter().any(whole)
        || (2000..2025).chain(2025..year).any(|year| small.contains(&year.to_string()))
}
