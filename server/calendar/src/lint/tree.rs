//! `BEGIN` and `END` to components within one another (RFC 5545 §3.4 and §3.6).

use std::ops::RangeInclusive;

use super::{Findings, content::Property};

/// What stands between `BEGIN` and `END`.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) line: usize,
    pub(super) kind: String,
    pub(super) properties: Vec<Property>,
    pub(super) components: Vec<Component>,
}

/// Which properties a component may have, and how often. What is not listed may not be there.
pub(super) type Table = [(&'static str, RangeInclusive<usize>)];

impl Component {
    /// The first property of this name.
    pub(super) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|other| other.name == name)
    }

    pub(super) fn of_kind(&self, kind: &str) -> impl Iterator<Item = &Component> {
        self.components
            .iter()
            .filter(move |other| other.kind == kind)
    }

    /// Holds the properties against a table of the standard's section.
    pub(super) fn hold_against(
        &self,
        table: &Table,
        section: &'static str,
        findings: &mut Findings,
    ) {
        for (name, allowed) in table {
            let mut all = self.properties.iter().filter(|other| other.name == *name);
            let count = all.clone().count();
            if count < *allowed.start() {
                let what = format!("{} has no {name}", self.kind);
                findings.add(self.line, section, what);
            } else if let Some(surplus) = all.nth(*allowed.end()) {
                let what = match allowed.end() {
                    0 => format!("{name} must not be in this {}", self.kind),
                    _ => format!("{name} is there {count} times"),
                };
                findings.add(surplus.line, section, what);
            }
        }
        for property in &self.properties {
            if table.iter().all(|(name, _)| *name != property.name) {
                let what = format!("{} does not belong in {}", property.name, self.kind);
                findings.add(property.line, section, what);
            }
        }
    }
}

const SECTION: &str = "RFC 5545 §3.6";

/// The one `VCALENDAR`, if everything is within it.
pub(super) fn nest(properties: Vec<Property>, findings: &mut Findings) -> Option<Component> {
    let mut open: Vec<Component> = Vec::new();
    let mut roots: Vec<Component> = Vec::new();
    for property in properties {
        match (property.name.as_str(), open.last_mut()) {
            ("BEGIN", _) => open.push(Component {
                line: property.line,
                kind: property.value,
                properties: Vec::new(),
                components: Vec::new(),
            }),
            ("END", Some(inner)) => {
                if inner.kind != property.value {
                    let what = format!("{} ends where {} is open", property.value, inner.kind);
                    findings.add(property.line, SECTION, what);
                    return None;
                }
                let closed = open.pop()?;
                open.last_mut()
                    .map_or(&mut roots, |outer| &mut outer.components)
                    .push(closed);
            }
            (_, Some(inner)) => inner.properties.push(property),
            (name, None) => {
                let what = format!("{name} stands outside a component");
                findings.add(property.line, SECTION, what);
            }
        }
    }
    if let Some(component) = open.pop() {
        findings.add(
            component.line,
            SECTION,
            format!("{} does not end", component.kind),
        );
        return None;
    }
    let mut roots = roots.into_iter();
    let calendar = roots.next().filter(|root| root.kind == "VCALENDAR");
    if calendar.is_none() {
        findings.add(1, "RFC 5545 §3.4", "there is no VCALENDAR");
    }
    if let Some(second) = roots.next() {
        findings.add(second.line, "RFC 5545 §3.4", "there is a second object");
    }
    calendar
}
