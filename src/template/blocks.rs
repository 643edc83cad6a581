//! Blocks that a template of the office's fills, though the template that it extends has none
//! of that name: the engine would pass over them in silence.

use std::collections::BTreeSet;

use super::Templates;
use super::trace::{tags, word};
use crate::diagnostic::phrases::{did_you_mean, quoted};
use crate::diagnostic::{
    Bilingual, Diagnostics, Family, Problem, Rule, both, of_template,
};
use crate::document::nearest;
use crate::source::{Source, Sources, Span};

/// The rules of this file.
pub(crate) const RULES: &[&Rule] = &[&TEMPLATE_BLOCK];

/// How many templates may extend each other.
const DEPTH: usize = 20;

/// A block and how deep it lies in others.
struct Block<'t> {
    name: &'t str,
    start: usize,
    depth: usize,
}

/// What is wrong with the blocks of `main` and of the templates that it extends.
pub(super) fn check(
    main: &str,
    templates: &Templates,
    sources: &mut Sources,
) -> Diagnostics {
    let mut found = Diagnostics::default();
    if templates.are_built_in() {
        return found;
    }
    let chain = chain(main, templates);
    for (index, (path, source)) in chain.iter().enumerate() {
        let above = &chain[index + 1..];
        if templates.is_built_in(path) || above.is_empty() {
            continue;
        }
        let known: BTreeSet<&str> =
            above.iter().flat_map(|(_, s)| blocks(s.text())).map(|b| b.name).collect();
        let own = blocks(source.text());
        let unknown = own.iter().filter(|b| b.depth == 0 && !known.contains(b.name));
        for Block { name, start, .. } in unknown {
            let file = sources.add((*source).clone());
            let near = nearest(name, known.iter().copied()).map(str::to_owned);
            let known = known.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
            let problem = template_block(name, near.as_deref(), &known);
            found.push(problem, Span::new(file, *start..start + name.len()));
        }
    }
    found
}

/// The template and those that it extends, one after the other.
pub(super) fn chain<'t>(
    main: &str,
    templates: &'t Templates,
) -> Vec<(String, &'t Source)> {
    let mut chain = Vec::new();
    let mut next = Some(main.to_owned());
    while let Some(path) = next.take().filter(|_| chain.len() < DEPTH) {
        let Some(source) = templates.get(&path) else { break };
        next = parent(source.text()).map(str::to_owned);
        chain.push((path, source));
    }
    chain
}

/// The template that a template extends, where it says so by name.
fn parent(text: &str) -> Option<&str> {
    let (_, tag) = tags(text).find(|(_, tag)| word(tag) == "extends")?;
    let quote = tag.find(['"', '\''])?;
    let mark = tag[quote..].chars().next()?;
    let rest = &tag[quote + 1..];
    rest.find(mark).map(|end| &rest[..end])
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut depth: usize = 0;
    let mut found = Vec::new();
    for (at, tag) in tags(text) {
        match word(tag) {
            "block" => {
                let start = tag.find("block").unwrap_or_default() + "block".len();
                let rest = &tag[start..];
                let name = rest.trim_start();
                let start = at + start + rest.len() - name.len();
                let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
                let name = &name[..end.unwrap_or(name.len())];
                found.push(Block { name, start, depth });
                depth += 1;
            }
            "endblock" => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    found
}

/// A template fills a block that the template which it extends does not have.
pub(crate) static TEMPLATE_BLOCK: Rule = Rule {
    id: "template-block",
    family: Family::Templates,
    explanation: Bilingual {
        vi: "Khối lạ tên sẽ không được in, vì mẫu gốc không có chỗ cho nó.",
        en: "A block of an unknown name would not be printed: the base has no place for \
             it.",
    },
    wrong: of_template!(
        "{% extends \"base.typ.j2\" %}\n{% block bodi %}{% endblock %}\n"
    ),
    right: of_template!(),
    ..Rule::ERROR
};

/// The template that is extended has no block `name`; `near` is nearly that, `known` are all that
/// it has.
pub(crate) fn template_block(
    name: &str,
    near: Option<&str>,
    known: &[String],
) -> Problem {
    let known = quoted(known);
    let help = near.map_or_else(
        || both!("các khối có thể thay: {known}", "the blocks are {known}"),
        did_you_mean,
    );
    let problem = TEMPLATE_BLOCK.problem(
        both!(
            "mẫu gốc không có khối `{name}` nên phần này không được in",
            "the template extended has no block `{name}`, so this is not printed"
        ),
        both!("không có khối này", "no such block"),
        help,
    );
    problem.suggesting(near)
}
