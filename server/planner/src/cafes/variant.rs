//! Neighbouring set-ups: a table or a round less or more.

use model::cafe::{CafeRounds, CafeSetUp, CafeTable};

/// A change of a set-up that is worth a thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// The last table of each topic with several is left out.
    FewerTables,
    /// Each topic has a table more, like its last one.
    MoreTables,
    MoreRounds,
    FewerRounds,
    /// Tables may be filled unevenly, each at least half as much as on average.
    Uneven,
}

impl Variant {
    pub const ALL: [Self; 5] = [
        Self::FewerTables,
        Self::MoreTables,
        Self::MoreRounds,
        Self::FewerRounds,
        Self::Uneven,
    ];

    /// The name in forms.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FewerTables => "fewer-tables",
            Self::MoreTables => "more-tables",
            Self::MoreRounds => "more-rounds",
            Self::FewerRounds => "fewer-rounds",
            Self::Uneven => "uneven",
        }
    }

    /// The set-up with this change, for so many people; `None` if it cannot be made.
    pub fn applied_to(self, set_up: &CafeSetUp, people: u32) -> Option<CafeSetUp> {
        let mut new = set_up.clone();
        match self {
            Self::FewerTables => new.tables = without_last_tables(set_up),
            Self::MoreTables => new.tables = with_more_tables(set_up)?,
            Self::MoreRounds => {
                new.rounds.count = CafeRounds::COUNT.check(set_up.rounds.count + 1).ok()?;
            }
            Self::FewerRounds => {
                new.rounds.count = CafeRounds::COUNT.check(set_up.rounds.count - 1).ok()?;
            }
            Self::Uneven => {
                let least = fewest_when_uneven(set_up, people);
                for table in &mut new.tables {
                    table.least = table.least.or(Some(least.min(table.most)));
                }
            }
        }
        (new != *set_up).then_some(new)
    }
}

/// Half of the people at a table, and nobody alone. 0 where there are not enough people for all tables.
fn fewest_when_uneven(set_up: &CafeSetUp, people: u32) -> u32 {
    const FEWEST: u32 = 2;
    let tables = u32::try_from(set_up.tables.len()).unwrap_or(u32::MAX);
    let each = people.checked_div(tables).unwrap_or(0);
    if each < FEWEST {
        0
    } else {
        each.div_ceil(2).max(FEWEST)
    }
}

fn without_last_tables(set_up: &CafeSetUp) -> Vec<CafeTable> {
    let is_kept = |table: &CafeTable| {
        let of_topic: Vec<_> = set_up.tables_of(table.topic).collect();
        of_topic.len() < 2
            || of_topic
                .last()
                .is_none_or(|last| last.number != table.number)
    };
    set_up
        .tables
        .iter()
        .filter(|table| is_kept(table))
        .cloned()
        .collect()
}

fn with_more_tables(set_up: &CafeSetUp) -> Option<Vec<CafeTable>> {
    let mut numbers = set_up.clone();
    let mut tables = Vec::new();
    for topic in &set_up.topics {
        let last = set_up.tables_of(topic.number).last();
        let seats = last.map_or(CafeTable::SEATS.least, |last| last.most);
        let new = CafeTable {
            room: last.and_then(|last| last.room.clone()),
            least: last.and_then(|last| last.least),
            step_free: last.is_none_or(|last| last.step_free),
            language: last.and_then(|last| last.language.clone()),
            ..numbers.new_table(topic.number, seats)?
        };
        numbers.tables.push(new.clone());
        tables.extend(set_up.tables_of(topic.number).cloned());
        tables.push(new);
    }
    (tables.len() <= CafeSetUp::MOST_TABLES).then_some(tables)
}

#[cfg(test)]
mod tests {
    use model::cafe::CafeSetUp;

    use super::Variant;
    use crate::cafes::suggest;

    fn leipzig() -> CafeSetUp {
        suggest(62, 105, None).applied_to(&CafeSetUp::empty(), |number| number.to_string())
    }

    #[test]
    fn a_table_less_and_a_table_more_for_each_topic() {
        let fewer = Variant::FewerTables.applied_to(&leipzig(), 62).unwrap();
        assert_eq!(fewer.tables.len(), 9);
        let more = Variant::MoreTables.applied_to(&leipzig(), 62).unwrap();
        assert_eq!((more.tables.len(), more.check()), (15, Ok(())));
        assert_eq!(more.tables[4].name.as_str(), "13");
    }

    #[test]
    fn nobody_sits_alone_at_uneven_tables() {
        let least = |people: u32| {
            let uneven = Variant::Uneven.applied_to(&leipzig(), people).unwrap();
            uneven.tables.iter().map(|table| table.least).max()
        };
        assert_eq!(least(62), Some(Some(3)));
        assert_eq!(least(30), Some(Some(2)));
        assert_eq!(least(12), Some(Some(0)));
    }

    #[test]
    fn what_cannot_be_left_out_is_no_variant() {
        let one = suggest(1, 90, None).applied_to(&CafeSetUp::empty(), |number| number.to_string());
        assert_eq!(Variant::FewerTables.applied_to(&one, 1), None);
        assert_eq!(Variant::FewerRounds.applied_to(&one, 1), None);
        assert_eq!(Variant::MoreTables.applied_to(&CafeSetUp::empty(), 0), None);
    }
}
