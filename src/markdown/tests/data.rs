//! Conclusions, opening and closing given as data in the front matter.

use super::*;

fn titled(title: Text, items: Vec<Conclusion>) -> Conclusion {
    Conclusion { title: Some(title), items, ..conclusion() }
}

fn said(text: Text) -> Conclusion {
    Conclusion { text: Some(text), ..conclusion() }
}

#[test]
fn conclusions_as_data_and_as_markdown_are_the_same() {
    let mut file = Written::new("Đã đạt; Duy trì; Giao A; Giao B; Bổ sung; Chưa đạt", "");
    let [done, keep, task, next, add, missing] =
        ["Đã đạt", "Duy trì", "Giao A", "Giao B", "Bổ sung", "Chưa đạt"]
            .map(|value| file.plain(value));
    file.document.conclusions = List(vec![
        titled(
            done,
            vec![titled(keep, vec![said(task), said(next)]), titled(add, Vec::new())],
        ),
        titled(missing, Vec::new()),
    ]);
    let data = file.read();
    let typed = "# Đã đạt\n## Duy trì\n1. Giao A\n1. Giao B\n\n## Bổ sung\n# Chưa đạt";
    assert_eq!(data.sketch(), body(typed).sketch());
    assert_eq!(data.problems(), []);
    let item = match &data.outline.body[0].kind {
        BlockKind::Item(item) => item,
        other => panic!("{other:?}"),
    };
    assert!(!item.number.as_ref().unwrap().typed);
}

#[test]
fn numbering_goes_on_from_data_to_the_body() {
    let mut file = Written::new("Đã đạt", "# Chưa đạt\n1. Giao");
    file.document.conclusions = List(vec![titled(file.plain("Đã đạt"), Vec::new())]);
    assert_eq!(file.read().sketch(), "body\n  I.# Đã đạt\n  II.# Chưa đạt\n    1. Giao");
    let mut file = Written::new("Giao A", "1. Giao B\n1. Giao C");
    file.document.conclusions = List(vec![said(file.plain("Giao A"))]);
    assert_eq!(file.read().sketch(), "body\n  1. Giao A\n  2. Giao B\n  3. Giao C");
    let mut file = Written::new("Giao A", "1. Giao B");
    file.document.conclusions = List(vec![said(file.plain("Giao A"))]);
    let outcome = file.read();
    assert_eq!(outcome.sketch(), "body\n  1. Giao A\n  1. Giao B");
    assert_eq!(outcome.problems(), [("number-gap", "1.")]);
}

#[test]
fn a_task_becomes_a_sentence() {
    let mut file = Written::new("Rà soát; ông A", "");
    let task =
        Conclusion { assignees: Texts(vec![file.plain("ông A")]), ..conclusion() };
    let with_text = Conclusion { text: Some(file.plain("Rà soát")), ..task.clone() };
    let with_title = Conclusion { title: Some(file.plain("Rà soát")), ..task.clone() };
    file.document.conclusions = List(vec![with_text, task, with_title]);
    let outcome = file.read();
    let plain = |blocks: &[Block]| match &blocks[0].kind {
        BlockKind::Paragraph(text) => crate::document::outline::plain_text(text),
        other => panic!("{other:?}"),
    };
    let sentence = "Giao ông A.";
    let items: Vec<&Item> = outcome
        .outline
        .body
        .iter()
        .map(|block| match &block.kind {
            BlockKind::Item(item) => item,
            other => panic!("{other:?}"),
        })
        .collect();
    let text = |item: &Item| crate::document::outline::plain_text(&item.text);
    assert_eq!(text(items[0]), format!("Rà soát. {sentence}"));
    assert_eq!(text(items[1]), sentence);
    assert_eq!(text(items[2]), "Rà soát");
    assert_eq!(plain(&items[2].children), sentence);
    assert!(items[2].heading && !items[0].heading);
    let said = |item: &&Item| item.task.as_ref().is_some_and(|t| t.sentence == sentence);
    assert!(items.iter().all(said));
}

#[test]
fn data_may_bring_its_own_numbers_and_marks() {
    let mut file = Written::new("II. *Đã* đạt; a) Giao **A**", "");
    let item = said(file.plain("a) Giao **A**"));
    file.document.conclusions =
        List(vec![titled(file.plain("II. *Đã* đạt"), vec![item])]);
    let outcome = file.read();
    assert_eq!(outcome.sketch(), "body\n  II.# *Đã* đạt\n    a) Giao <b>A</b>");
    assert_eq!(outcome.problems(), [("number-gap", "II.")]);
}

#[test]
fn a_number_in_a_field_is_kept_where_markdown_sees_a_list() {
    let mut file = Written::new("1. Giao A; - Giao B; 2023. Giao C; - x\n- y", "");
    let texts = ["1. Giao A", "- Giao B", "2023. Giao C", "- x\n- y"];
    let items = texts.map(|text| said(file.plain(text)));
    file.document.conclusions = List(items.into());
    let expected =
        "body\n  1. Giao A\n    - Giao B\n  2. 2023. Giao C\n  3.\n    - x\n    - y";
    assert_eq!(file.read().sketch(), expected);
}

#[test]
fn fields_stand_around_the_body() {
    let mut file = Written::new("Mở đầu; Kết thúc", "Thêm.\n\n1. Giao");
    file.document.opening = Some(file.plain("Mở đầu"));
    file.document.closing = Some(file.plain("Kết thúc"));
    assert_eq!(
        file.read().sketch(),
        "opening\n  Mở đầu\n  Thêm.\nbody\n  1. Giao\nclosing\n  Kết thúc"
    );
}

#[test]
fn closing_words_follow_conclusions_given_as_data() {
    let mut file = Written::new("Giao A; Hết", "Đầu.\n\nTrên đây là kết luận.\n\nCuối.");
    file.document.conclusions = List(vec![said(file.plain("Giao A"))]);
    file.document.closing = Some(file.plain("Hết"));
    assert_eq!(
        file.read().sketch(),
        "opening\n  Đầu.\nbody\n  1. Giao A\nclosing\n  Trên đây là kết luận.\n  Cuối.\n  Hết"
    );
}

#[test]
fn places_in_fields_survive_yaml() {
    let written = "\"Giao \\\"A\\\"\n    và **B\\u1ea5c**, **(x)** rồi\"";
    let value = "Giao \"A\" và **Bấc**, **(x)** rồi";
    let mut file = Written::new(&format!("mở đầu: {written}"), "");
    file.document.opening = Some(file.field(value, written));
    let outcome = file.read();
    let [Inline::Text(first), Inline::Strong(_), ..] = outcome.paragraph() else {
        panic!()
    };
    assert_eq!(first.value, "Giao \"A\" và ");
    assert_eq!(
        outcome.sources.slice(first.span).replace('\n', " "),
        "Giao \\\"A\\\"     và "
    );
}

#[test]
fn a_field_of_many_paragraphs() {
    let written = "|\n  Một **hai**.\n\n  Ba.";
    let mut file = Written::new(&format!("mở đầu: {written}"), "Thân.");
    file.document.opening = Some(file.field("Một **hai**.\n\nBa.", written));
    let outcome = file.read();
    assert_eq!(outcome.sketch(), "opening\n  Một <b>hai</b>.\n  Ba.\n  Thân.");
    assert_eq!(outcome.sources.slice(outcome.outline.opening[1].span), "Ba.");
}
