//! Fields that are found in whole and in broken YAML.

use super::*;

/// The fields of a text: path, name and value.
fn read(text: &str) -> Vec<String> {
    let shown = |field: Field| {
        let path: String = field.path.iter().map(|name| format!("{name} › ")).collect();
        assert_eq!(unquoted(&text[field.key]), field.name);
        format!("{path}{} = {}", field.name, &text[field.value])
    };
    fields(text, 0..text.len()).into_iter().map(shown).collect()
}

#[test]
fn fields_are_found_with_what_is_around_them() {
    let text = "# a: b\nsố: 12  # c: d\n\"ký hiệu\" : TB/ĐU\nký:\n  chức vụ: [Bí thư, x]\n  \
                họ tên: A\nnơi nhận:\n- B: c\n  d: |\n    e: f\n\n    g\n- h\nkết luận:\n  - \
                - i: j\nl: {m: n, \"o\": [{p: q}, r], s: {t: u}}\nv: x\n";
    let wanted = [
        "số = 12",
        "ký hiệu = TB/ĐU",
        "ký = ",
        "ký › chức vụ = [Bí thư, x]",
        "ký › họ tên = A",
        "nơi nhận = ",
        "nơi nhận › B = c",
        "nơi nhận › d = |",
        "kết luận = ",
        "kết luận › i = j",
        "l = {m: n, \"o\": [{p: q}, r], s: {t: u}}",
        "l › m = n",
        "l › o = [{p: q}, r]",
        "l › o › p = q",
        "l › s = {t: u}",
        "l › s › t = u",
        "v = x",
    ];
    assert_eq!(read(text), wanted);
}

#[test]
fn what_is_not_closed_does_not_swallow_the_rest() {
    for open in ["{họ tên: A", "[A, B", "'A", "\"A: b", "{a: [", "- {", "[{]"] {
        let found = read(&format!("ký: {open}\nsố: 12\n"));
        assert_eq!(found.last().unwrap(), "số = 12", "{open}");
    }
}
