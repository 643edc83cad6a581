//! What the regimes say of the layout: built in, or an office's own.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::run::Run;
use crate::document::{Regime, Regulation};
use crate::front_matter;
use crate::template::Templates;

/// What is built in, read once and only when it is asked for.
static PARTY: OnceLock<Option<Regulation>> = OnceLock::new();
static STATE: OnceLock<Option<Regulation>> = OnceLock::new();

/// What the two YAML files say, as JSON: to read those cost more than all the rest of filling in a
/// template. A test holds them equal, and `UPDATE_EXPECT=1 cargo it regulation` writes
/// these anew.
const PARTY_JSON: &str = include_str!("../../templates/layout/party.json");
const STATE_JSON: &str = include_str!("../../templates/layout/state.json");

impl Run {
    /// What a regime says of the layout, where it can be read.
    pub(super) fn regulation(
        &mut self,
        regime: Regime,
        templates: &Templates,
    ) -> Option<Cow<'static, Regulation>> {
        let (path, built_in, json) = match regime {
            Regime::Party => ("layout/party.yaml", &PARTY, PARTY_JSON),
            Regime::State => ("layout/state.yaml", &STATE, STATE_JSON),
        };
        if templates.is_built_in(path) {
            let read = || serde_json::from_str(json).ok();
            built_in.get_or_init(read).as_ref().map(Cow::Borrowed)
        } else {
            self.read_regulation(path, templates).map(Cow::Owned)
        }
    }

    fn read_regulation(
        &mut self,
        path: &str,
        templates: &Templates,
    ) -> Option<Regulation> {
        let file = self.sources.add(templates.get(path)?.clone());
        let read = front_matter::read_regulation(file, &self.sources);
        self.note(read)
    }
}
