//! Pictures: where the file lies that an image of the text names.

use std::ops::Range;

use crate::diagnostic::shared::picture_missing;
use crate::diagnostic::{Bilingual, Diagnostics, Example, Family, Problem, Rule, both};
use crate::document::Text;
use crate::document::outline::Picture;
use crate::markdown::fragment::Fragment;

/// A picture outside the document's folder, or on the network.
pub(crate) static PICTURE_OUTSIDE: Rule = Rule {
    id: "picture-outside",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Ảnh nằm trong thư mục của văn bản, để văn bản chép đi nơi khác vẫn lập \
             được.",
        en: "Pictures lie in the folder of the document, so that it can be built \
             wherever it is copied.",
    },
    wrong: Example::body("![sơ đồ](../so-do.svg)"),
    right: Example::body("![sơ đồ](so-do.svg)"),
    ..Rule::ERROR
};

/// The `path` of a picture leads out of the folder.
fn picture_outside(path: &str) -> Problem {
    PICTURE_OUTSIDE.problem(
        both!(
            "ảnh `{path}` nằm ngoài thư mục của văn bản",
            "picture `{path}` lies outside the document's folder"
        ),
        both!("ảnh này", "this picture"),
        both!(
            "chép tệp ảnh vào cùng thư mục với văn bản rồi chỉ viết tên tệp",
            "copy the file into the document's folder and write its name only"
        ),
    )
}

/// A picture without a description for those who cannot see it.
pub(crate) static PICTURE_WITHOUT_TEXT: Rule = Rule {
    id: "picture-without-text",
    family: Family::Pictures,
    explanation: Bilingual {
        vi: "Lời mô tả thay cho ảnh với người không nhìn thấy nó; chuẩn PDF/UA bắt buộc \
             có.",
        en: "The description stands for the picture for those who cannot see it; PDF/UA \
             demands it.",
    },
    wrong: Example::body("![](so-do.svg)"),
    right: Example::body("![sơ đồ tuyến đường](so-do.svg)"),
    ..Rule::ERROR
};

/// A picture has no description.
fn picture_without_text() -> Problem {
    PICTURE_WITHOUT_TEXT.problem(
        both!("ảnh chưa có lời mô tả", "the picture has no description"),
        both!("ảnh này", "this picture"),
        both!(
            "viết lời mô tả trong ngoặc vuông: `![sơ đồ tuyến đường](anh.png)`",
            "describe it in the brackets: `![plan of the road](plan.png)`"
        ),
    )
}

/// The picture at `range`, with its destination and description; `None` with a problem.
pub(crate) fn picture(
    fragment: &Fragment,
    range: Range<usize>,
    destination: &str,
    description: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Picture> {
    let whole = fragment.span(range.clone());
    let slice = fragment.slice(range.clone());
    let place = slice
        .rfind(destination)
        .filter(|_| !destination.is_empty())
        .map_or(range.clone(), |offset| {
            range.start + offset..range.start + offset + destination.len()
        });
    let place = fragment.span(place);
    if description.trim().is_empty() {
        diagnostics.push(picture_without_text(), whole);
    }
    // Windows copies `.\ảnh\b.png`, browsers `anh%20m%E1%BB%9Bi.png`.
    let decoded = decode(destination).replace('\\', "/");
    if is_outside(&decoded) {
        diagnostics.push(picture_outside(destination), place);
        return None;
    }
    let parts = decoded.split('/').filter(|part| !matches!(*part, "" | "."));
    let path = parts.collect::<Vec<_>>().join("/");
    if path.is_empty() {
        diagnostics.push(picture_missing(destination), place);
        return None;
    }
    let description = Text::new(description.trim(), whole);
    Some(Picture { path: Text::new(&path, place), description })
}

/// Whether a path with `/` leads out of the document's folder: absolute, on a drive, on
/// the network, or upwards.
fn is_outside(path: &str) -> bool {
    let scheme = path.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    scheme || path.starts_with('/') || path.split('/').any(|part| part == "..")
}

/// Undoes percent-encoding; what is no UTF-8 then stays as it was.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|code| *first == b'%' && code.iter().all(u8::is_ascii_hexdigit))
            .and_then(|code| std::str::from_utf8(code).ok())
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}
