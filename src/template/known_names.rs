//! The names that a template can call for, to say which one a mistyped name was meant to be.

use std::collections::BTreeSet;

use minijinja::value::{Value, ValueKind};

use super::files::Templates;
use crate::document::nearest;

/// The filters and tests that templates have here, and those of the engine that offices use.
const CALLED: [&str; 31] = [
    "bang_chu",
    "bo_dau",
    "chu_hoa",
    "chu_thuong",
    "ket",
    "mo_bang",
    "ngay_day_du",
    "ngay_gon",
    "noi",
    "sau_chu",
    "thang_nam",
    "tung_dong",
    "viet_hoa",
    "viet_thuong",
    "batch",
    "default",
    "defined",
    "first",
    "join",
    "last",
    "length",
    "list",
    "map",
    "range",
    "reject",
    "replace",
    "reverse",
    "select",
    "sort",
    "string",
    "unique",
];

/// How deep groups of names are looked into: a person in the list of a meeting is the third.
const DEPTH: usize = 3;

/// What one of the `values` of a document was meant by `name`: `cuoc_hop.ngya` by its last part.
pub(super) fn near_value(name: &str, values: &Value) -> Option<String> {
    let (group, last) = name.rsplit_once('.').map_or((None, name), |(a, b)| (Some(a), b));
    let mut known = BTreeSet::new();
    match group {
        None => known.extend(keys(values)),
        Some(group) => match within(values, group) {
            Some(found) => known.extend(keys(&found)),
            None => gather(values, DEPTH, &mut known),
        },
    }
    let near = nearest(last, known.iter().map(String::as_str))?;
    Some(group.map_or_else(|| near.to_owned(), |group| format!("{group}.{near}")))
}

/// The filter, test, function or file that was meant by `name`.
pub(super) fn near_call(name: &str, templates: &Templates) -> Option<String> {
    // A file has as many folders above it: `layout/clsing.typ` is none of `thong-bao/main.typ.j2`.
    let depth = |path: &str| path.matches('/').count();
    let files = templates.files_in("").map(|(path, _)| path);
    let files = files.filter(|path| depth(path) == depth(name));
    nearest(name, CALLED.into_iter().chain(files)).map(str::to_owned)
}

/// The group of values at a path such as `cuoc_hop.chu_tri`.
fn within(values: &Value, path: &str) -> Option<Value> {
    let mut found = values.clone();
    for part in path.split('.') {
        found =
            found.get_attr(part).ok().filter(|value| value.kind() == ValueKind::Map)?;
    }
    Some(found)
}

/// The names in `value` and in what stands in it. A loop gives what it goes over a name of its
/// own (`x.ten` of `noi_nhan`), so such a name may be of any group.
fn gather(value: &Value, depth: usize, known: &mut BTreeSet<String>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value.kind() {
        ValueKind::Map => {
            for key in keys(value) {
                if let Ok(inner) = value.get_attr(&key) {
                    gather(&inner, depth, known);
                }
                known.insert(key);
            }
        }
        ValueKind::Seq => {
            if let Some(first) =
                value.try_iter().ok().and_then(|mut values| values.next())
            {
                gather(&first, depth + 1, known);
            }
        }
        _ => {}
    }
}

fn keys(value: &Value) -> Vec<String> {
    let is_map = value.kind() == ValueKind::Map;
    let keys = is_map.then(|| value.try_iter().ok()).flatten().into_iter().flatten();
    keys.filter_map(|key| key.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use minijinja::context;

    use super::*;
    use crate::template::environment::environment;
    use crate::template::marks::SharedMarks;

    #[test]
    fn a_name_is_looked_for_where_it_is_called_for() {
        let values = context! {
            trich_yeu => "kết luận",
            noi_nhan => [context! { ten => "Gửi bản giấy" }],
            cuoc_hop => context! { ngay => "05/6/2023", gio => "8 giờ" },
        };
        let near = |name| near_value(name, &values);
        assert_eq!(near("trich_yeuu").as_deref(), Some("trich_yeu"));
        assert_eq!(near("cuoc_hop.ngya").as_deref(), Some("cuoc_hop.ngay"));
        assert_eq!(near("x.tenn").as_deref(), Some("x.ten"));
        assert_eq!(near("ngya"), None, "it stands in a group");
        assert_eq!(near("nguoi_viet"), None);
    }

    #[test]
    fn the_engine_knows_what_is_offered() {
        let marks = SharedMarks::default();
        let environment = environment(&Templates::built_in(), Arc::clone(&marks));
        for name in CALLED {
            let is_known = [
                format!("{{{{ [1] | {name} }}}}"),
                format!("{{{{ 1 is {name} }}}}"),
                format!("{{{{ {name}(1) }}}}"),
            ]
            .iter()
            .any(|text| match environment.render_str(text, ()) {
                Ok(_) => true,
                Err(error) => !matches!(
                    error.kind(),
                    minijinja::ErrorKind::UnknownFilter
                        | minijinja::ErrorKind::UnknownTest
                        | minijinja::ErrorKind::UnknownFunction
                        | minijinja::ErrorKind::UndefinedError
                        | minijinja::ErrorKind::SyntaxError
                ),
            });
            assert!(is_known, "{name}");
        }
    }
}
