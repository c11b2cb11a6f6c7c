//! A cursor into the JSON input that records faults.

use std::rc::Rc;

use serde_json::Value;

use super::{Fault, FaultList, ROOT_PATH};

/// A position in the input: its value, if there is one, and its path. The path is assembled only for a fault.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    value: Option<&'a Value>,
    segment: PathSegment,
    parent: Option<Rc<Self>>,
    faults: &'a FaultList,
}

#[derive(Clone, Copy, Debug)]
enum PathSegment {
    Root,
    Key(&'static str),
    Index(usize),
}

impl<'a> Field<'a> {
    /// The root of the input.
    pub fn root(value: &'a Value, faults: &'a FaultList) -> Self {
        Self {
            value: Some(value),
            segment: PathSegment::Root,
            parent: None,
            faults,
        }
    }

    /// The member of that name, which may be missing.
    pub fn at(&self, name: &'static str) -> Self {
        self.note_known(name);
        let value = self.value.and_then(|value| value.get(name));
        Self {
            value: value.filter(|value| !value.is_null()),
            segment: PathSegment::Key(name),
            parent: Some(Rc::new(self.clone())),
            faults: self.faults,
        }
    }

    /// States that this object may have such members, which are not read.
    pub fn ignore(&self, names: &[&'static str]) {
        for name in names {
            self.note_known(name);
        }
    }

    fn note_known(&self, name: &'static str) {
        if let Some(object) = self.value.filter(|value| value.is_object()) {
            self.faults.known.borrow_mut().add(object, name);
        }
    }

    /// The object of that name, which may be missing. Any other value is a fault and has no members.
    pub fn optional_object(&self, name: &'static str) -> Self {
        let field = self.at(name);
        if field.value.is_some_and(|value| !value.is_object()) {
            field.add_type_fault("an object");
        }
        field
    }

    /// Records a fault at this position.
    pub fn add_fault(&self, message: impl Into<String>) {
        let path = match self.segment {
            PathSegment::Root => ROOT_PATH.to_owned(),
            PathSegment::Key(_) | PathSegment::Index(_) => self.path(),
        };
        let message = message.into();
        self.faults
            .faults
            .borrow_mut()
            .push(Fault { path, message });
    }

    fn path(&self) -> String {
        let parent = self.parent.as_ref().map(|parent| parent.path());
        let parent = parent.unwrap_or_default();
        match self.segment {
            PathSegment::Root => String::new(),
            PathSegment::Key(name) if parent.is_empty() => name.to_owned(),
            PathSegment::Key(name) => format!("{parent}.{name}"),
            PathSegment::Index(index) => format!("{parent}[{index}]"),
        }
    }

    /// This field, unless it is missing or `null`.
    pub fn present(&self) -> Option<&Self> {
        self.value.is_some().then_some(self)
    }

    /// This field. A missing one is a fault.
    pub fn required(&self) -> Option<&Self> {
        if self.value.is_none() {
            self.add_fault("is missing");
        }
        self.present()
    }

    /// This field as an object. Any other value is a fault.
    pub fn object(&self) -> Option<&Self> {
        if !self.value.is_some_and(Value::is_object) {
            self.add_type_fault("an object");
            return None;
        }
        Some(self)
    }

    /// Whether this is a list. Never a fault.
    pub fn is_list(&self) -> bool {
        self.value.is_some_and(Value::is_array)
    }

    /// The entries of this list. Any other value is a fault.
    pub fn list(&self) -> Option<Vec<Self>> {
        let Some(list) = self.value.and_then(Value::as_array) else {
            self.add_type_fault("a list");
            return None;
        };
        let parent = Rc::new(self.clone());
        let entries = list.iter().enumerate().map(|(index, value)| Self {
            value: Some(value),
            segment: PathSegment::Index(index),
            parent: Some(Rc::clone(&parent)),
            faults: self.faults,
        });
        Some(entries.collect())
    }

    /// The entries of this list. An empty one is a fault.
    pub fn non_empty_list(&self) -> Option<Vec<Self>> {
        let entries = self.list()?;
        if entries.is_empty() {
            self.add_fault("must not be empty");
            return None;
        }
        Some(entries)
    }

    /// The entries of this list, or none if it is missing.
    pub fn optional_list(&self) -> Vec<Self> {
        self.present().and_then(Self::list).unwrap_or_default()
    }

    /// The text. An empty one is a fault.
    pub fn text(&self) -> Option<&'a str> {
        let text = self.as_text();
        match text {
            None => self.add_type_fault("a text"),
            Some("") => self.add_fault("must not be empty"),
            Some(_) => return text,
        }
        None
    }

    /// The text, if it is one. Never a fault.
    pub fn as_text(&self) -> Option<&'a str> {
        self.value.and_then(Value::as_str)
    }

    /// A whole number from 0, written without point or exponent.
    pub fn whole_number(&self) -> Option<u64> {
        /// 2^64.
        const TOO_LARGE: f64 = 18_446_744_073_709_551_616.0;
        let number = self.value.and_then(Value::as_u64);
        if number.is_none() {
            match self.value.and_then(Value::as_f64) {
                Some(number) if number >= TOO_LARGE => self.add_fault("is too large a number"),
                _ => self.add_type_fault("a whole number from 0"),
            }
        }
        number
    }

    /// A number from 0.
    pub fn number(&self) -> Option<f64> {
        let number = self.value.and_then(Value::as_f64);
        // Turns a negative zero into zero.
        let number = number.filter(|&number| number >= 0.0).map(f64::abs);
        if number.is_none() {
            self.add_type_fault("a number from 0");
        }
        number
    }

    /// The value that belongs to this word. Any other word is a fault.
    pub fn one_of<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.as_text();
        let chosen = choices.iter().find(|(word, _)| Some(*word) == text);
        if chosen.is_none() {
            let words: Vec<String> = choices
                .iter()
                .map(|(word, _)| format!("{word:?}"))
                .collect();
            let words = words.join(", ");
            match text {
                Some(text) => self.add_fault(format!("must be one of {words}, not {text:?}")),
                None => self.add_type_fault(&format!("one of {words}")),
            }
        }
        chosen.map(|(_, meaning)| *meaning)
    }

    /// The members `min` and `max`. A `min` above `max` is a fault.
    pub fn min_and_max(&self) -> (Option<u64>, Option<u64>) {
        let field = self.at("min");
        let min = field.present().and_then(Self::whole_number);
        let max = self.at("max").present().and_then(Self::whole_number);
        if let (Some(min), Some(max)) = (min, max)
            && min > max
        {
            field.add_fault(format!("{min} is more than max, which is {max}"));
        }
        (min, max)
    }

    /// Records that this value has the wrong type.
    pub(super) fn add_type_fault(&self, what: &str) {
        let instead = match self.value {
            None => return self.add_fault("is missing"),
            Some(Value::Null) => "null".to_owned(),
            Some(Value::Bool(truth)) => truth.to_string(),
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(_)) => "a text".to_owned(),
            Some(Value::Array(_)) => "a list".to_owned(),
            Some(Value::Object(_)) => "an object".to_owned(),
        };
        self.add_fault(format!("must be {what}, not {instead}"));
    }
}
