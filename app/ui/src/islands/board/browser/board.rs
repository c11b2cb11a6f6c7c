//! The board as the page shows it, and what is marked on it.

use std::borrow::Cow;

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, window};

use super::super::{DATA, WORKSHOPS};
use super::costs::Cost;
use super::plan::Plan;
use super::texts::Texts;

/// The problem and the seats of the page.
#[derive(Debug)]
pub struct Board {
    pub plan: Plan,
    pub texts: Texts,
    /// By position in the problem.
    pub people: Vec<String>,
    /// The tables or workshops, by position in the problem.
    pub tables: Vec<String>,
}

impl Board {
    /// Reads the board of the page. `None` if it has none that may be changed.
    pub fn read() -> Option<Self> {
        let data = document()?.get_element_by_id(DATA)?;
        let value = |name: &str| data.get_attribute(name);
        let list = |name: &str| -> Option<Vec<String>> {
            Some(value(name)?.split(' ').map(str::to_owned).collect())
        };
        let is_of_workshops = value("data-kind").is_some_and(|kind| kind == WORKSHOPS);
        Some(Self {
            plan: Plan::read(&value("data-problem")?, is_of_workshops)?,
            texts: Texts::read(&value("data-texts")?),
            people: list("data-people")?,
            tables: list("data-tables")?,
        })
    }

    /// The values of the form that makes a change. `None` if it names what the board does not have.
    pub fn change(&self, person: usize, round: usize, to: Place) -> Option<Vec<FormValue<'_>>> {
        let id = self.people.get(person)?;
        let (table, other) = match to {
            Place::Person(other) => (None, Some(self.people.get(other)?.as_str())),
            Place::Table(table) => (Some(self.tables.get(table)?.as_str()), None),
        };
        Some(match self.plan {
            Plan::Cafe { .. } => {
                let to = match table {
                    Some(table) => Some(format!("t{table}")),
                    None => other.map(str::to_owned),
                };
                vec![
                    ("seat", Some(format!("{}.{id}", round + 1).into())),
                    ("to", to.map(Into::into)),
                ]
            }
            Plan::Workshops { .. } => vec![
                ("person", Some(id.into())),
                ("to", table.map(Into::into)),
                ("with", other.map(Into::into)),
            ],
        })
    }
}

/// The name of a field with its value. A field without a value is left out.
pub type FormValue<'a> = (&'static str, Option<Cow<'a, str>>);

/// A place on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Person(usize),
    Table(usize),
}

pub fn document() -> Option<Document> {
    window()?.document()
}

pub fn find<E: JsCast>(selector: &str) -> Option<E> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

pub fn all(selector: &str) -> Vec<Element> {
    let Some(Ok(list)) = document().map(|document| document.query_selector_all(selector)) else {
        return Vec::new();
    };
    (0..list.length())
        .filter_map(|index| list.get(index)?.dyn_into().ok())
        .collect()
}

/// The number in an attribute.
pub fn number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

/// The person and the round (from 0) of a chip.
pub fn seat_of(chip: &Element) -> Option<(usize, usize)> {
    let column = chip.closest("[data-round]").ok()??;
    Some((
        number(chip, "data-person")?,
        number(&column, "data-round")?.checked_sub(1)?,
    ))
}

/// The chip around an element.
pub fn chip_around(element: &Element) -> Option<Element> {
    element.closest("#board a.seat[data-person]").ok()?
}

/// Shows what a place would bring, in place of what stands there.
pub fn mark(element: &Element, texts: &Texts, cost: &Cost) {
    let _ = element.set_attribute("data-cost", &texts.short(cost));
    let _ = element.set_attribute("data-verdict", cost.verdict.word());
}

/// Removes every mark.
pub fn clear_marks() {
    for element in all("#board [data-cost]") {
        let _ = element.remove_attribute("data-cost");
        let _ = element.remove_attribute("data-verdict");
    }
    for class in ["held", "over"] {
        for element in all(&format!("#board .{class}")) {
            let _ = element.class_list().remove_1(class);
        }
    }
}

/// Sends a form of the board with these values.
pub fn send(form: &str, values: &[FormValue<'_>]) {
    for (name, value) in values {
        let input: Option<HtmlInputElement> = find(&format!("#{form} input[name={name}]"));
        if let Some(input) = input {
            input.set_value(value.as_deref().unwrap_or_default());
            input.set_disabled(value.is_none());
        }
    }
    click(&format!("#{form} button"));
}

pub fn click(selector: &str) {
    if let Some(button) = find::<HtmlElement>(selector) {
        button.click();
    }
}

/// The name on a chip.
pub fn name_on(chip: &Element) -> String {
    let name = chip.query_selector("span").ok().flatten();
    let text = name.unwrap_or_else(|| chip.clone()).text_content();
    text.unwrap_or_default()
}
