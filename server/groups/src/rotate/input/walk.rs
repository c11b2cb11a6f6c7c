//! Walking through JSON while collecting every fault with its path.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;

use super::Fault;

/// The faults found so far.
#[derive(Default)]
pub struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub fn into_inner(self) -> Vec<Fault> {
        self.0.into_inner()
    }
}

/// A place in the input: its value, if there is one, and how to name it. Paths are spelt out only for a fault.
#[derive(Clone)]
pub struct Field<'a> {
    value: Option<&'a Value>,
    step: Step,
    parent: Option<Rc<Field<'a>>>,
    faults: &'a Faults,
}

#[derive(Clone, Copy)]
enum Step {
    Root,
    Name(&'static str),
    Entry(usize),
}

impl<'a> Field<'a> {
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
        let value = self
            .value
            .and_then(|value| value.get(name))
            .filter(|value| !value.is_null());
        Self {
            value,
            step: Step::Name(name),
            parent: Some(Rc::new(self.clone())),
            faults: self.faults,
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.value
            .and_then(|value| value.get(name))
            .is_some_and(|value| !value.is_null())
    }

    pub fn is_list(&self, name: &str) -> bool {
        self.value
            .and_then(|value| value.get(name))
            .is_some_and(Value::is_array)
    }

    pub fn is_null(&self) -> bool {
        self.value.is_none()
    }

    pub fn is_object(&self) -> bool {
        self.value.is_some_and(Value::is_object)
    }

    /// False, with a fault, where there is something else than an object.
    pub fn expect_object(&self) -> bool {
        if self.value.is_some() && !self.is_object() {
            self.fault("an object is expected");
        }
        self.is_object()
    }

    pub fn fault(&self, message: &str) {
        self.faults.0.borrow_mut().push(Fault {
            path: self.path(),
            message: message.to_owned(),
        });
    }

    fn path(&self) -> String {
        let parent = self
            .parent
            .as_ref()
            .map(|parent| parent.path())
            .unwrap_or_default();
        match self.step {
            Step::Root => String::new(),
            Step::Name(name) if parent.is_empty() => name.to_owned(),
            Step::Name(name) => format!("{parent}.{name}"),
            Step::Entry(index) => format!("{parent}[{index}]"),
        }
    }

    /// The entries of a list field.
    pub fn list(&self, name: &'static str, required: bool) -> Vec<Self> {
        let field = self.at(name);
        if field.value.is_none() {
            if required {
                field.fault("is missing");
            }
            return Vec::new();
        }
        field.entries()
    }

    /// The entries of this list.
    pub fn entries(&self) -> Vec<Self> {
        let Some(list) = self.value.and_then(Value::as_array) else {
            self.fault("a list is expected");
            return Vec::new();
        };
        let parent = Rc::new(self.clone());
        list.iter()
            .enumerate()
            .map(|(index, value)| Self {
                value: Some(value),
                step: Step::Entry(index),
                parent: Some(Rc::clone(&parent)),
                faults: self.faults,
            })
            .collect()
    }

    /// The field itself, with a fault where it is missing.
    pub fn present(self) -> Option<Self> {
        if self.value.is_none() {
            self.fault("is missing");
            return None;
        }
        Some(self)
    }

    pub fn required<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<T> {
        if self.value.is_none() {
            self.fault("is missing");
            return None;
        }
        read(self)
    }

    pub fn optional<T>(&self, read: impl Fn(&Self) -> Option<T>) -> Option<T> {
        self.value.and_then(|_| read(self))
    }

    pub fn text(&self) -> Option<&'a str> {
        let text = self.quiet_text();
        if text.is_none() {
            self.fault("a text is expected");
        }
        text
    }

    /// The text, without complaining where it is none: for a field that has been read before.
    pub fn quiet_text(&self) -> Option<&'a str> {
        self.value.and_then(Value::as_str)
    }

    pub fn whole(&self) -> Option<u64> {
        let number = self.value.and_then(Value::as_u64);
        if number.is_none() {
            self.fault("a whole number from 0 is expected");
        }
        number
    }

    pub fn count(&self) -> Option<usize> {
        // More than anything that is counted here; keeps sums of limits far from overflow.
        const MANY: u64 = 1_000_000;
        self.whole()
            .map(|number| usize::try_from(number.min(MANY)).unwrap_or(usize::MAX))
    }

    pub fn positive(&self) -> Option<f64> {
        let number = self
            .value
            .and_then(Value::as_f64)
            .filter(|number| number.is_finite() && *number >= 0.0);
        if number.is_none() {
            self.fault("a number from 0 is expected");
        }
        number
    }
}
