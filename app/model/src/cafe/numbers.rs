//! The numbers of topics, tables and rules. What is removed keeps its number: harvests, secret links and versions of
//! the plan go on naming it.

use std::{fmt, num::ParseIntError, str::FromStr};

use serde::{Deserialize, Serialize};

use super::CafeSetUp;

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u16);

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

numbers! {
    /// Identifies a topic in its café. It is no position and is not given again.
    TopicNumber,
    /// Identifies a table in its café. It is no position and is not given again.
    TableNumber,
    /// Identifies a rule in its café. It is no position and is not given again.
    RuleNumber,
}

/// The highest numbers of topics, tables and rules that were removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetiredNumbers {
    topic: u16,
    table: u16,
    rule: u16,
}

impl CafeSetUp {
    /// A number that no topic has or had.
    pub fn next_topic(&self) -> TopicNumber {
        let given = self.topics.iter().map(|topic| topic.number.0);
        TopicNumber(next(given, self.retired.topic))
    }

    /// A number that no table has or had.
    pub fn next_table(&self) -> TableNumber {
        let given = self.tables.iter().map(|table| table.number.0);
        TableNumber(next(given, self.retired.table))
    }

    /// A number that no rule has or had.
    pub fn next_rule(&self) -> RuleNumber {
        let given = self.rules.iter().map(|rule| rule.number.0);
        RuleNumber(next(given, self.retired.rule))
    }

    /// Retires the numbers of what an earlier revision has and this one has not.
    pub fn retire_removed(&mut self, before: &Self) {
        let removed = |all: Vec<u16>, kept: Vec<u16>| {
            let removed = all.into_iter().filter(|number| !kept.contains(number));
            removed.max().unwrap_or(0)
        };
        let topics = |of: &Self| of.topics.iter().map(|topic| topic.number.0).collect();
        let tables = |of: &Self| of.tables.iter().map(|table| table.number.0).collect();
        let rules = |of: &Self| of.rules.iter().map(|rule| rule.number.0).collect();
        let retired = before.retired;
        self.retired = RetiredNumbers {
            topic: retired.topic.max(removed(topics(before), topics(self))),
            table: retired.table.max(removed(tables(before), tables(self))),
            rule: retired.rule.max(removed(rules(before), rules(self))),
        };
    }
}

/// The number after those that are or were given.
fn next(given: impl Iterator<Item = u16>, retired: u16) -> u16 {
    given.max().unwrap_or(0).max(retired).saturating_add(1)
}

#[cfg(test)]
pub(super) mod tests {
    use super::{TableNumber, TopicNumber};
    use crate::{
        Line,
        cafe::{CafeSetUp, CafeTopic},
    };

    /// A set-up of one topic.
    pub(in crate::cafe) fn with_tables(count: usize) -> CafeSetUp {
        let mut set_up = CafeSetUp {
            topics: vec![CafeTopic {
                number: TopicNumber(1),
                name: Line::parse("Sprache").unwrap(),
            }],
            ..CafeSetUp::empty()
        };
        for _ in 0..count {
            let table = set_up.new_table(TopicNumber(1), 6).unwrap();
            set_up.tables.push(table);
        }
        set_up
    }

    #[test]
    fn the_number_of_a_removed_table_is_not_given_again() {
        let before = with_tables(3);
        let mut fewer = before.clone();
        fewer.tables.pop();
        fewer.retire_removed(&before);
        assert_eq!(fewer.next_table(), TableNumber(4));
        // Nor after another revision, nor once stored.
        let mut later = fewer.clone();
        later.retire_removed(&fewer);
        let stored: CafeSetUp =
            serde_json::from_str(&serde_json::to_string(&later).unwrap()).unwrap();
        assert_eq!(stored.next_table(), TableNumber(4));
        assert_eq!(before.next_table(), TableNumber(4));
    }

    #[test]
    fn a_set_up_that_was_stored_without_retired_numbers_is_read() {
        let mut value = serde_json::to_value(with_tables(1)).unwrap();
        value.as_object_mut().unwrap().remove("retired");
        let read: CafeSetUp = serde_json::from_value(value).unwrap();
        assert_eq!(read, with_tables(1));
    }
}
