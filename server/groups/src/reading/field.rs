//! A place in the input, and what can be asked of it.

use std::rc::Rc;

use serde_json::Value;

use super::{Fault, Faults, WHOLE};

/// A place in the input: its value, if there is one, and how to name it. Paths are spelt out only for a fault.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    value: Option<&'a Value>,
    step: Step,
    parent: Option<Rc<Self>>,
    faults: &'a Faults,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Root,
    Name(&'static str),
    Entry(usize),
}

impl<'a> Field<'a> {
    /// The input as a whole.
    pub fn root(value: &'a Value, faults: &'a Faults) -> Self {
        Self {
            value: Some(value),
            step: Step::Root,
            parent: None,
            faults,
        }
    }

    /// The field of that name, whether it is there or not.
    pub fn at(&self, name: &'static str) -> Self {
        let value = self.value.and_then(|value| value.get(name));
        Self {
            value: value.filter(|value| !value.is_null()),
            step: Step::Name(name),
            parent: Some(Rc::new(self.clone())),
            faults: self.faults,
        }
    }

    /// The object of that name, which may be left out; anything else is a fault, and has no fields.
    pub fn section(&self, name: &'static str) -> Self {
        let field = self.at(name);
        if field.value.is_some_and(|value| !value.is_object()) {
            field.must_be("an object");
        }
        field
    }

    /// Notes what is wrong here.
    pub fn fault(&self, message: impl Into<String>) {
        let path = match self.step {
            Step::Root => WHOLE.to_owned(),
            Step::Name(_) | Step::Entry(_) => self.path(),
        };
        let message = message.into();
        self.faults.0.borrow_mut().push(Fault { path, message });
    }

    fn path(&self) -> String {
        let parent = self.parent.as_ref().map(|parent| parent.path());
        let parent = parent.unwrap_or_default();
        match self.step {
            Step::Root => String::new(),
            Step::Name(name) if parent.is_empty() => name.to_owned(),
            Step::Name(name) => format!("{parent}.{name}"),
            Step::Entry(index) => format!("{parent}[{index}]"),
        }
    }

    /// This field, if it is there and not `null`.
    pub fn given(&self) -> Option<&Self> {
        self.value.is_some().then_some(self)
    }

    /// This field; a fault if it is missing.
    pub fn required(&self) -> Option<&Self> {
        if self.value.is_none() {
            self.fault("is missing");
        }
        self.given()
    }

    /// This field, if it is an object; anything else is a fault.
    pub fn object(&self) -> Option<&Self> {
        if !self.value.is_some_and(Value::is_object) {
            self.must_be("an object");
            return None;
        }
        Some(self)
    }

    /// Whether this is a list; no fault if it is not.
    pub fn is_list(&self) -> bool {
        self.value.is_some_and(Value::is_array)
    }

    /// The entries of this list; anything else is a fault.
    pub fn list(&self) -> Option<Vec<Self>> {
        let Some(list) = self.value.and_then(Value::as_array) else {
            self.must_be("a list");
            return None;
        };
        let parent = Rc::new(self.clone());
        let entries = list.iter().enumerate().map(|(index, value)| Self {
            value: Some(value),
            step: Step::Entry(index),
            parent: Some(Rc::clone(&parent)),
            faults: self.faults,
        });
        Some(entries.collect())
    }

    /// The entries of this list; none at all is a fault, too.
    pub fn some_list(&self) -> Option<Vec<Self>> {
        let entries = self.list()?;
        if entries.is_empty() {
            self.fault("must not be empty");
            return None;
        }
        Some(entries)
    }

    /// The entries of a list that may be left out.
    pub fn entries(&self) -> Vec<Self> {
        self.given().and_then(Self::list).unwrap_or_default()
    }

    /// The text, which is not empty.
    pub fn text(&self) -> Option<&'a str> {
        let text = self.quiet_text();
        match text {
            None => self.must_be("a text"),
            Some("") => self.fault("must not be empty"),
            Some(_) => return text,
        }
        None
    }

    /// The text, if it is one; no fault if it is not.
    pub fn quiet_text(&self) -> Option<&'a str> {
        self.value.and_then(Value::as_str)
    }

    /// A whole number from 0, written without a point.
    pub fn whole(&self) -> Option<u64> {
        /// 2^64.
        const TOO_LARGE: f64 = 18_446_744_073_709_551_616.0;
        let number = self.value.and_then(Value::as_u64);
        if number.is_none() {
            match self.value.and_then(Value::as_f64) {
                Some(number) if number >= TOO_LARGE => self.fault("is too large a number"),
                _ => self.must_be("a whole number from 0"),
            }
        }
        number
    }

    /// A number from 0, with or without a point.
    pub fn number(&self) -> Option<f64> {
        let number = self.value.and_then(Value::as_f64);
        // A negative zero is zero.
        let number = number.filter(|&number| number >= 0.0).map(f64::abs);
        if number.is_none() {
            self.must_be("a number from 0");
        }
        number
    }

    /// What is meant by one of some words.
    pub fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.quiet_text();
        let chosen = choices.iter().find(|(word, _)| Some(*word) == text);
        if chosen.is_none() {
            let words: Vec<String> = choices
                .iter()
                .map(|(word, _)| format!("{word:?}"))
                .collect();
            let words = words.join(", ");
            match text {
                Some(text) => self.fault(format!("must be one of {words}, not {text:?}")),
                None => self.must_be(&format!("one of {words}")),
            }
        }
        chosen.map(|(_, meaning)| *meaning)
    }

    /// The fields `min` and `max` of this object.
    pub fn min_and_max(&self) -> (Option<u64>, Option<u64>) {
        let field = self.at("min");
        let min = field.given().and_then(Self::whole);
        let max = self.at("max").given().and_then(Self::whole);
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            field.fault(format!("{min} is more than max, which is {max}"));
        }
        (min, max)
    }

    /// That this is something else than what it must be.
    pub(super) fn must_be(&self, what: &str) {
        let instead = match self.value {
            None => return self.fault("is missing"),
            Some(Value::Null) => "null".to_owned(),
            Some(Value::Bool(truth)) => truth.to_string(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(_)) => "a text".to_owned(),
            Some(Value::Array(_)) => "a list".to_owned(),
            Some(Value::Object(_)) => "an object".to_owned(),
        };
        self.fault(format!("must be {what}, not {instead}"));
    }
}
