//! Nests components by `BEGIN` and `END` (RFC 5545 §3.4 and §3.6).

use std::ops::RangeInclusive;

use super::{finding::Findings, property::Property};

/// The content from `BEGIN` to `END`.
#[derive(Debug)]
pub(super) struct Component {
    /// The line of `BEGIN`.
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) properties: Vec<Property>,
    pub(super) components: Vec<Component>,
}

/// How often a component may have each property. Other properties are violations.
pub(super) type PropertyLimits = [(&'static str, RangeInclusive<usize>)];

impl Component {
    /// The first property of this name.
    pub(super) fn property(&self, name: &str) -> Option<&Property> {
        self.properties.iter().find(|other| other.name == name)
    }

    pub(super) fn components_named(&self, name: &str) -> impl Iterator<Item = &Component> {
        self.components
            .iter()
            .filter(move |other| other.name == name)
    }

    /// Checks the properties against the limits of a section of the standard.
    pub(super) fn check_properties(
        &self,
        limits: &PropertyLimits,
        section: &'static str,
        findings: &mut Findings,
    ) {
        for (name, allowed) in limits {
            let mut all = self.properties.iter().filter(|other| other.name == *name);
            let count = all.clone().count();
            if count < *allowed.start() {
                let message = format!("{} has no {name}", self.name);
                findings.add(self.line, section, message);
            } else if let Some(surplus) = all.nth(*allowed.end()) {
                let message = match allowed.end() {
                    0 => format!("{name} must not be in this {}", self.name),
                    _ => format!("{name} is there {count} times"),
                };
                findings.add(surplus.line, section, message);
            }
        }
        for property in &self.properties {
            if limits.iter().all(|(name, _)| *name != property.name) {
                let message = format!("{} does not belong in {}", property.name, self.name);
                findings.add(property.line, section, message);
            }
        }
    }
}

const SECTION: &str = "RFC 5545 §3.6";

/// Nests the properties. Returns the first root if it is a `VCALENDAR`, and `None` if `BEGIN` and `END`
/// do not match.
pub(super) fn nest(properties: Vec<Property>, findings: &mut Findings) -> Option<Component> {
    let mut open: Vec<Component> = Vec::new();
    let mut roots: Vec<Component> = Vec::new();
    for property in properties {
        match (property.name.as_str(), open.last_mut()) {
            ("BEGIN", _) => open.push(Component {
                line: property.line,
                name: property.value,
                properties: Vec::new(),
                components: Vec::new(),
            }),
            ("END", Some(inner)) => {
                if inner.name != property.value {
                    let message = format!("{} ends where {} is open", property.value, inner.name);
                    findings.add(property.line, SECTION, message);
                    return None;
                }
                let closed = open.pop()?;
                open.last_mut()
                    .map_or(&mut roots, |outer| &mut outer.components)
                    .push(closed);
            }
            (_, Some(inner)) => inner.properties.push(property),
            (name, None) => {
                let message = format!("{name} stands outside a component");
                findings.add(property.line, SECTION, message);
            }
        }
    }
    if let Some(component) = open.pop() {
        findings.add(
            component.line,
            SECTION,
            format!("{} does not end", component.name),
        );
        return None;
    }
    let mut roots = roots.into_iter();
    let calendar = roots.next().filter(|root| root.name == "VCALENDAR");
    if calendar.is_none() {
        findings.add(1, "RFC 5545 §3.4", "there is no VCALENDAR");
    }
    if let Some(second) = roots.next() {
        findings.add(second.line, "RFC 5545 §3.4", "there is a second object");
    }
    calendar
}
