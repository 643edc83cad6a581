//! Files of the office's `layout/` that no template takes in: `layout/shared.typ`, ejected before
//! the layout library was divided, would be passed over in silence.

use super::Templates;
use super::files::is_of_built_in;
use crate::diagnostic::{
    Bilingual, Diagnostics, Example, Family, Problem, Rule, both, whole_file,
};
use crate::source::{Source, Sources};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&TEMPLATE_UNUSED];

/// A file of the layout library that nothing takes in.
pub(crate) static TEMPLATE_UNUSED: Rule = Rule {
    id: "template-unused",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Tệp trong `layout/` thay cho tệp có sẵn cùng tên, hoặc được một mẫu gọi đến. Tệp \
             không thuộc hai loại đó không có tác dụng gì trên giấy.",
        en: "A file in `layout/` takes the place of a built-in one of that name, or a template \
             takes it in. One that does neither changes nothing on the paper.",
    },
    wrong: Example::fields("").beside(&[("mẫu/layout/cu.typ", "#let cu = 1\n")]),
    right: Example::described(
        "tệp `mẫu/layout/words.typ`, thay cho tệp có sẵn cùng tên",
        "a file `mẫu/layout/words.typ`, in the place of the built-in one of that name",
    ),
    ..Rule::WARNING
};

/// Nothing takes in the file at `path`.
fn template_unused(path: &str) -> Problem {
    TEMPLATE_UNUSED.problem(
        both!("không mẫu nào dùng đến tệp `{path}`", "no template uses the file `{path}`"),
        both!("tệp này không có tác dụng", "without effect"),
        both!(
            "chuyển phần đã sửa sang tệp có sẵn tương ứng (`vanban templates show` liệt kê các tệp), rồi \
             xóa tệp này",
            "move what was changed into the built-in file that has it now (`vanban templates show` \
             lists them), then remove this one"
        ),
    )
}

/// Says which files of `layout/` nothing takes in.
pub(super) fn check(templates: &Templates, sources: &mut Sources) -> Diagnostics {
    let own = templates.own().filter(|(path, _)| path.starts_with("layout/"));
    let own = own.filter(|(path, _)| {
        let named = |(other, source): (&str, &Source)| {
            other != *path && source.text().contains(path)
        };
        !is_of_built_in(path) && !templates.files_in("").any(named)
    });
    let mut found = Diagnostics::default();
    for (path, source) in own {
        let file = sources.add(source.clone());
        found.push(template_unused(path), whole_file(file));
    }
    found
}
