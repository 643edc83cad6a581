//! Templates that are not built in are guests: what is said of one that was stopped while it ran.

use super::files::{Templates, is_code};
use crate::diagnostic::phrases::quoted;
use crate::diagnostic::{Bilingual, Example, Family, Problem, Rule, both};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&TEMPLATE_STOPPED];

/// Most files that are named of an office's.
const NAMED: usize = 5;

/// Which bound a template went beyond, or what else ended it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// It took longer than that.
    Time {
        /// The bound.
        seconds: u64,
    },
    /// It held more memory than that.
    Memory {
        /// The bound.
        megabytes: usize,
    },
    /// It was nested, or called itself, deeper than the engines can follow.
    Depth,
    /// It ended the engines in another way.
    Fault,
}

/// A template that was stopped from outside.
pub(crate) static TEMPLATE_STOPPED: Rule = Rule {
    id: "template-stopped",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Mẫu của cơ quan chạy trong một tiến trình riêng, có hạn về thời gian (60 giây, đổi \
             bằng `--template-seconds`) và bộ nhớ (2 GB): mẫu sai không làm treo máy, không ảnh \
             hưởng văn bản khác.",
        en: "An office's template runs in a process of its own, with a limit of time (60 seconds, \
             changed by `--template-seconds`) and of memory (2 GB): a wrong one hangs no machine \
             and keeps no other document from being built.",
    },
    wrong: Example::described(
        "mẫu có `#while true {}` hay `#(\"a\" * 10000000000)`",
        "a template with `#while true {}` or `#(\"a\" * 10000000000)`",
    ),
    right: Example::described(
        "mẫu chỉ lặp qua các danh sách của văn bản",
        "a template that loops over the lists of the document",
    ),
    ..Rule::ERROR
};

/// The template in `folder`, or a part of it, was stopped.
#[must_use]
pub fn stopped(stop: Stop, templates: &Templates, folder: &str) -> Problem {
    let files = own_files(templates, folder);
    let message = match stop {
        Stop::Time { seconds } => both!(
            "mẫu văn bản chạy {seconds} giây chưa xong nên bị dừng",
            "the template was stopped: not done after {seconds} seconds"
        ),
        Stop::Memory { megabytes } => both!(
            "mẫu văn bản cần hơn {megabytes} MB bộ nhớ nên bị dừng",
            "the template was stopped: it needs more than {megabytes} MB of memory"
        ),
        Stop::Depth => both!(
            "mẫu văn bản lồng nhau hoặc tự gọi mình quá sâu nên bị dừng",
            "the template was stopped: it is nested or calls itself too deep"
        ),
        Stop::Fault => both!(
            "mẫu văn bản làm bộ dựng trang bị lỗi nên đã bị dừng",
            "the template was stopped: it breaks the engine that sets pages"
        ),
    };
    let help = match stop {
        Stop::Time { seconds } => {
            let more = seconds.saturating_mul(5).min(86_400);
            both!(
                "sửa vòng lặp trong các tệp của cơ quan ({files}), hoặc bỏ chúng đi để dùng lại \
                 mẫu có sẵn; máy chậm thì thêm `--template-seconds {more}` vào lệnh",
                "mend the loop in the office's files ({files}), or remove them to get the \
                 built-in templates back; on a slow machine add `--template-seconds {more}`"
            )
        }
        Stop::Memory { .. } => both!(
            "sửa chỗ làm ra chữ hay danh sách quá lớn trong các tệp của cơ quan ({files}), hoặc bỏ \
             chúng đi để dùng lại mẫu có sẵn; văn bản có nhiều ảnh lớn thì thu nhỏ ảnh",
            "mend what makes huge texts or lists in the office's files ({files}), or remove them \
             to get the built-in templates back; where the document has many large pictures, make \
             these smaller"
        ),
        Stop::Depth | Stop::Fault => both!(
            "sửa các tệp của cơ quan ({files}), hoặc bỏ chúng đi để dùng lại mẫu có sẵn",
            "mend the office's files ({files}), or remove them to get the built-in templates back"
        ),
    };
    TEMPLATE_STOPPED.problem(message, both!("mẫu này", "this template"), help)
}

/// The files of the office's that the template in `folder` may be made of: its own and those of
/// all templates.
fn own_files(templates: &Templates, folder: &str) -> String {
    let is_part = |path: &str| {
        let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
        is_code(path) && ["", "layout", folder].contains(&parent)
    };
    let own = || templates.own().filter(|(path, _)| is_code(path));
    let mut files: Vec<_> = own().filter(|(path, _)| is_part(path)).collect();
    if files.is_empty() {
        files = own().collect();
    }
    let names = files.iter().map(|(_, source)| source.name().to_owned());
    let mut said = quoted(&names.take(NAMED).collect::<Vec<_>>());
    if files.len() > NAMED {
        said.push_str(", …");
    }
    said
}
