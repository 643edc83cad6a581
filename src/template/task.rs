//! The sentence of an office for a task that is given as data, in the words of `task.j2`.

use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

use minijinja::{Environment, Error, Value};

use super::environment::environment;
use super::marks::{SharedMarks, lock};
use super::objects::{DateObject, TextObject};
use super::{Templates, faults};
use crate::diagnostic::Diagnostics;
use crate::document::outline::Inline;
use crate::document::{Date, Deadline, Task, Text, field};
use crate::source::{Sources, Span};

/// The template of the sentence.
const PATH: &str = "task.j2";

/// The words for the tasks of one document.
pub struct TaskWords<'t> {
    templates: &'t Templates,
    marks: SharedMarks,
    /// Made for the first task: most documents have none.
    environment: OnceCell<Environment<'static>>,
    error: RefCell<Option<Error>>,
}

impl<'t> TaskWords<'t> {
    /// The words that some templates have for tasks.
    #[must_use]
    pub fn new(templates: &'t Templates) -> Self {
        let (environment, error) = (OnceCell::new(), RefCell::default());
        Self { templates, marks: SharedMarks::default(), environment, error }
    }

    /// The sentence for a task: names and deadlines keep their places, all other words stand at
    /// the `place` of the task. Nothing where the template fails.
    #[must_use]
    pub fn sentence(&self, task: &Task, place: Span) -> Vec<Inline> {
        let make = || environment(self.templates, Arc::clone(&self.marks));
        let environment = self.environment.get_or_init(make);
        let template = environment.get_template(PATH);
        match template.and_then(|template| template.render(context(task))) {
            Ok(marked) => lock(&self.marks).inlines(&marked, place),
            Err(error) => {
                self.error.borrow_mut().get_or_insert(error);
                Vec::new()
            }
        }
    }

    /// What is wrong in the template, which then joins the sources.
    pub fn into_diagnostics(self, sources: &mut Sources) -> Diagnostics {
        let error = self.error.into_inner();
        let report = |error| {
            let values = Value::UNDEFINED;
            faults::report(&error, PATH, self.templates, &values, &self.marks, sources)
        };
        error.map_or_else(Diagnostics::default, report)
    }
}

fn context(task: &Task) -> Value {
    let text = |text: &Text| Value::from_object(TextObject(text.clone()));
    let texts = |texts: &[Text]| texts.iter().map(text).collect::<Value>();
    let (day, words) = match &task.deadline {
        Some(Deadline::Day(Date { day, open, span })) => {
            let date = DateObject { day: *day, open: *open, span: *span };
            (Value::from_object(date), Value::from(()))
        }
        Some(Deadline::Period(words)) => (Value::from(()), text(words)),
        None => (Value::from(()), Value::from(())),
    };
    Value::from_pairs([
        (field::ASSIGNEES.key, texts(&task.assignees)),
        (field::COORDINATORS.key, texts(&task.coordinators)),
        (field::DEADLINE.key, words),
        ("han_ngay", day),
    ])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::document::outline::{plain_text, texts};
    use crate::source::{FileId, Source};

    fn text(value: &str, start: usize) -> Text {
        Text::new(value, Span::new(FileId::DOCUMENT, start..start + value.len()))
    }

    fn said(task: &Task) -> Vec<Inline> {
        let templates = Templates::built_in();
        TaskWords::new(&templates).sentence(task, Span::default())
    }

    #[test]
    fn a_task_is_said_as_offices_say_it() {
        let (lead, others) = (text("ông A", 1), [text("thôn B", 10), text("thôn C", 20)]);
        let day = NaiveDate::from_ymd_opt(2023, 6, 8).unwrap();
        let day = Deadline::Day(Date { day, open: false, span: Span::default() });
        let period = Deadline::Period(text("trong tháng 6", 30));
        for (assignees, coordinators, deadline, sentence) in [
            (vec![], vec![], Some(period.clone()), "Hoàn thành trong tháng 6."),
            (vec![lead.clone()], vec![], None, "Giao ông A thực hiện."),
            (
                vec![],
                others.to_vec(),
                Some(day),
                "Phối hợp với thôn B, thôn C thực hiện; hoàn thành trước ngày 08 tháng 6 năm 2023.",
            ),
            (
                vec![lead],
                others.to_vec(),
                Some(period),
                "Giao ông A chủ trì, phối hợp với thôn B, thôn C thực hiện; hoàn thành trong tháng 6.",
            ),
        ] {
            let task = Task { assignees, coordinators, deadline, ..Task::default() };
            assert_eq!(plain_text(&said(&task)), sentence);
        }
    }

    #[test]
    fn names_keep_their_places_in_the_sentence() {
        let (lead, other) = (text("ông A", 1), text("thôn B", 10));
        let (assignees, coordinators) = (vec![lead.clone()], vec![other.clone()]);
        let task = Task { assignees, coordinators, ..Task::default() };
        let sentence = said(&task);
        let placed = texts(&sentence).filter(|text| text.span != Span::default());
        assert_eq!(placed.collect::<Vec<_>>(), [&lead, &other]);
    }
    #[test]
    fn an_office_has_words_of_its_own_or_is_told() {
        let task = Task { assignees: vec![text("ông A", 1)], ..Task::default() };
        let with = |template: &str| {
            let mut templates = Templates::built_in();
            templates.insert(PATH, Source::new("mẫu/task.j2", template));
            let words = TaskWords::new(&templates);
            let sentence = plain_text(&words.sentence(&task, Span::default()));
            let mut sources = Sources::default();
            let found = words.into_diagnostics(&mut sources);
            let slice = |d: &Diagnostic| sources.slice(d.span).to_owned();
            (sentence, found.iter().map(slice).collect::<Vec<_>>())
        };
        let own = with("Việc của {{ giao[0] }}.\n");
        assert_eq!(own, ("Việc của ông A.".into(), Vec::new()));
        let broken = with("Giao {{ nguoi }}.");
        assert_eq!(broken, (String::new(), vec!["nguoi".to_owned()]));
    }
}
