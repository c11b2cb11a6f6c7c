//! The way of a participant through a café: what they see of its plan.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::PlanId;

/// The way of one person through one café, in the words that the person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CafeWay {
    /// The plan. `None` in ways that were stored without it.
    #[serde(default)]
    pub plan: Option<PlanId>,
    /// The title of the agenda item. `None`: the event itself is the café.
    pub cafe: Option<String>,
    /// In the order of the rounds. A round without a seat is left out.
    pub stops: Vec<WayStop>,
}

impl CafeWay {
    /// Whether both are ways through the same café. Titles tell cafés apart only where a plan is unknown: an event may
    /// have two of one title.
    pub fn is_of_same_cafe(&self, other: &Self) -> bool {
        match (self.plan, other.plan) {
            (Some(one), Some(other)) => one == other,
            _ => self.cafe == other.cafe,
        }
    }
}

/// Where somebody sits in a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayStop {
    /// Counted from 1.
    pub round: u32,
    pub begins: Timestamp,
    pub ends: Timestamp,
    /// What signs call the table.
    pub table: String,
    pub topic: String,
    pub room: Option<String>,
    pub host: StopHost,
    /// The others at the table, the host aside. Empty unless the organiser shows names.
    pub others: Vec<String>,
}

/// Whether a stop is another one than before. The names of others are news where there were none, or are none now.
fn is_news(before: Option<&WayStop>, after: Option<&WayStop>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => {
            before.without_others() != after.without_others()
                || before.others.is_empty() != after.others.is_empty()
        }
        (None, None) => false,
        _ => true,
    }
}

impl WayStop {
    fn without_others(&self) -> Self {
        Self {
            others: Vec::new(),
            ..self.clone()
        }
    }
}

/// The host of a table, as one of its guests sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StopHost {
    Nobody,
    /// The person whose way it is.
    Oneself,
    Other(String),
}

/// A round in which a way differs from an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WayChange<'a> {
    pub cafe: Option<&'a str>,
    pub round: u32,
    pub before: Option<&'a WayStop>,
    pub after: Option<&'a WayStop>,
}

/// The rounds in which the ways of a person differ, in the order of the later ways. Another guest at the same table is no
/// difference: whoever moves is told, and the page shows them.
pub fn way_changes<'a>(before: &'a [CafeWay], after: &'a [CafeWay]) -> Vec<WayChange<'a>> {
    let mut changes = Vec::new();
    let find =
        |ways: &'a [CafeWay], way: &CafeWay| ways.iter().find(|other| other.is_of_same_cafe(way));
    let gone = before.iter().filter(|way| find(after, way).is_none());
    for way in after.iter().chain(gone) {
        let (old, new) = (find(before, way), find(after, way));
        let stops = |way: Option<&'a CafeWay>| way.map_or(&[][..], |way| &way.stops);
        let (old, new) = (stops(old), stops(new));
        let mut rounds: Vec<u32> = old.iter().chain(new).map(|stop| stop.round).collect();
        rounds.sort_unstable();
        rounds.dedup();
        for round in rounds {
            let at = |stops: &'a [WayStop]| stops.iter().find(|stop| stop.round == round);
            let (before, after) = (at(old), at(new));
            if is_news(before, after) {
                changes.push(WayChange {
                    cafe: way.cafe.as_deref(),
                    round,
                    before,
                    after,
                });
            }
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{CafeWay, StopHost, WayStop, way_changes};

    fn stop(round: u32, table: &str) -> WayStop {
        WayStop {
            round,
            begins: jiff::Timestamp::UNIX_EPOCH,
            ends: jiff::Timestamp::UNIX_EPOCH,
            table: table.to_owned(),
            topic: "Sprache".to_owned(),
            room: None,
            host: StopHost::Nobody,
            others: Vec::new(),
        }
    }

    fn way(cafe: Option<&str>, stops: &[(u32, &str)]) -> CafeWay {
        CafeWay {
            plan: None,
            cafe: cafe.map(str::to_owned),
            stops: stops
                .iter()
                .map(|(round, table)| stop(*round, table))
                .collect(),
        }
    }

    #[test]
    fn only_the_rounds_that_differ_are_changes() {
        let before = [way(None, &[(1, "9"), (2, "6"), (3, "2")])];
        let after = [way(None, &[(1, "9"), (2, "2")])];
        let changes = way_changes(&before, &after);
        let rounds: Vec<_> = changes.iter().map(|change| change.round).collect();
        assert_eq!(rounds, [2, 3]);
        assert_eq!(changes[0].after.map(|stop| stop.table.as_str()), Some("2"));
        assert_eq!(changes[1].after, None);
        assert_eq!(way_changes(&before, &before), []);
    }

    #[test]
    fn another_guest_at_the_same_table_is_no_change() {
        let without_names = [way(None, &[(1, "9"), (2, "6")])];
        let mut before = without_names.clone();
        before[0].stops[0].others = vec!["Lukas Öztürk".to_owned()];
        let mut after = before.clone();
        after[0].stops[0].others = vec!["Hana Ahmadi".to_owned()];
        assert_eq!(way_changes(&before, &after), []);
        assert_eq!(way_changes(&without_names, &after).len(), 1);
        after[0].stops[0].room = Some("Aula".to_owned());
        assert_eq!(way_changes(&before, &after).len(), 1);
    }

    #[test]
    fn cafes_of_one_title_are_told_apart_and_a_renamed_one_stays_the_same() {
        let plan = |number| Some(Uuid::from_u128(number).into());
        let of = |number, title, stops: &[(u32, &str)]| CafeWay {
            plan: plan(number),
            ..way(Some(title), stops)
        };
        let morning = of(1, "World-Café", &[(1, "9")]);
        let before = [morning.clone(), of(2, "World-Café", &[(1, "6")])];
        let after = [morning.clone(), of(2, "World-Café", &[(1, "7")])];
        let changes = way_changes(&before, &after);
        let tables = |stop: Option<&WayStop>| stop.map(|stop| stop.table.clone());
        assert_eq!(changes.len(), 1);
        assert_eq!(tables(changes[0].before).as_deref(), Some("6"));
        assert_eq!(tables(changes[0].after).as_deref(), Some("7"));

        let renamed = of(1, "Tischrunde", &[(1, "9")]);
        assert_eq!(way_changes(&[morning], &[renamed]), []);
        // A way that was stored without its plan is recognised by the title.
        let stored: CafeWay = serde_json::from_str(r#"{"cafe":"World-Café","stops":[]}"#).unwrap();
        assert!(stored.is_of_same_cafe(&after[0]));
    }

    #[test]
    fn a_way_that_is_new_or_gone_changes_in_all_of_its_rounds() {
        let one = [way(Some("Morgens"), &[(1, "9"), (2, "6")])];
        let other = [way(Some("Abends"), &[(1, "9")])];
        assert_eq!(way_changes(&[], &one).len(), 2);
        assert_eq!(way_changes(&one, &other).len(), 3);
    }
}
