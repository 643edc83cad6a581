//! What a new document starts as: a template's skeleton, or last month's document.

use chrono::NaiveDate;

use super::{Parts, Run};
use crate::front_matter::{self, Habits};
use crate::renewal::{self, Last, Renewal};
use crate::source::{FileId, Source};
use crate::template::{self, Skeleton};
use crate::{ARGUMENT, Input, Order, tasks};

impl Run {
    /// What a new document starts as.
    pub(crate) fn start(&mut self, order: Order<'_>) -> Option<Skeleton> {
        let Order { template, layout, defaults, templates } = order;
        let name = template.map(|source| self.argument(source));
        let defaults = defaults.map(|defaults| self.office(defaults, &templates));
        let habits = defaults.map(|file| front_matter::habits(file, &self.sources));
        let Habits { template, layout: usual } = habits.unwrap_or_default();
        let name = name
            .or(template)
            .unwrap_or_else(|| self.argument(Source::new(ARGUMENT, template::DEFAULT)));
        let kind = self.kind(&name, &templates)?;
        let skeleton = template::skeleton(name.span, layout.or(usual), &kind, &templates)
            .map_err(|found| self.found.extend(found))
            .ok()?;
        let Some(defaults) = defaults else { return Some(skeleton) };
        let shown = skeleton.source.name().to_owned();
        let file = self.sources.add(skeleton.source);
        let text = front_matter::shorten(file, &kind, defaults, &self.sources);
        Some(Skeleton { source: Source::new(shown, text), ..skeleton })
    }

    /// What a document becomes for the month after it.
    pub(crate) fn renew(
        &mut self,
        input: Input<'_>,
        date: Option<NaiveDate>,
    ) -> Option<Renewal> {
        // The document is the first file of its run.
        let file = FileId::default();
        let Parts { document, outline, .. } = self.read(input)?;
        let tasks = tasks::read(&outline, &self.sources);
        let last = Last {
            source: self.sources.get(file),
            file,
            document: &document?,
            outline: &outline,
            places: &front_matter::places(file, &self.sources)?,
            front_end: front_matter::end(file, &self.sources)?,
            body: front_matter::body(file, &self.sources)?,
            tasks: &tasks,
        };
        Some(renewal::renew(&last, date))
    }
}
