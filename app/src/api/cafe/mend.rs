//! Buttons that change a set-up as a whole: suggestions, variants, and ways out of what cannot work.

use model::{
    RegistrationId,
    cafe::{CafeRuleKind, CafeSetUp, TableNumber},
};
use planner::cafes::{Cafe, Variant, suggest};
use ui::text::t;

/// A button that changes a set-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    Suggest,
    Try(Variant),
    /// Every smaller table gets so many seats.
    Seats(u32),
    /// So many tables more, where there are the fewest.
    Tables(u32),
    DropHost(TableNumber),
    /// Tables may be filled unevenly.
    AllowUneven,
    /// The table may stay empty.
    DropLeast(TableNumber),
    OneSeatMore(TableNumber),
    /// Takes somebody who has no seat at the event out of the set-up.
    DropPerson(RegistrationId),
}

impl Mend {
    pub fn parse(action: &str) -> Option<Self> {
        let (name, argument) = action.split_once(':').unwrap_or((action, ""));
        match name {
            "suggest" => Some(Self::Suggest),
            "try" => Variant::ALL
                .into_iter()
                .find(|variant| variant.as_str() == argument)
                .map(Self::Try),
            "seats" => argument.parse().ok().map(Self::Seats),
            "tables" => argument.parse().ok().map(Self::Tables),
            "drop-host" => argument.parse().ok().map(Self::DropHost),
            "allow-uneven" => Some(Self::AllowUneven),
            "drop-least" => argument.parse().ok().map(Self::DropLeast),
            "seat-more" => argument.parse().ok().map(Self::OneSeatMore),
            "drop-person" => argument.parse().ok().map(Self::DropPerson),
            _ => None,
        }
    }

    /// The set-up with this change.
    #[must_use]
    pub fn applied_to(self, cafe: &Cafe, set_up: CafeSetUp) -> CafeSetUp {
        let mut new = set_up;
        match self {
            Self::Suggest => return suggested(cafe, &new),
            Self::Try(variant) => return tried(variant, cafe, new),
            Self::Seats(seats) => {
                for table in &mut new.tables {
                    table.most = table.most.max(seats);
                }
            }
            Self::Tables(more) => add_tables(&mut new, more),
            Self::DropHost(number) => {
                for table in new.tables.iter_mut().filter(|one| one.number == number) {
                    table.host = None;
                }
            }
            Self::AllowUneven => return tried(Variant::Uneven, cafe, new),
            Self::DropLeast(number) => {
                for table in new.tables.iter_mut().filter(|one| one.number == number) {
                    table.least = Some(0);
                }
            }
            Self::OneSeatMore(number) => {
                for table in new.tables.iter_mut().filter(|one| one.number == number) {
                    table.most += 1;
                }
            }
            Self::DropPerson(person) => drop_person(&mut new, person),
        }
        new
    }
}

/// How many people a suggestion is for: those who are expected, or registered, or could be.
pub fn people_to_suggest_for(cafe: &Cafe, set_up: &CafeSetUp) -> u32 {
    let registered = Some(cafe.confirmed).filter(|people| *people > 0);
    set_up
        .expected
        .or(registered)
        .or(cafe.event.details.capacity)
        .unwrap_or(0)
}

fn suggested(cafe: &Cafe, set_up: &CafeSetUp) -> CafeSetUp {
    let topics = u32::try_from(set_up.topics.len()).ok();
    let topics = topics.filter(|topics| *topics > 0);
    suggest(people_to_suggest_for(cafe, set_up), cafe.minutes(), topics)
        .applied_to(set_up, |number| t!("set-up-topic-new", number = number))
}

fn add_tables(set_up: &mut CafeSetUp, more: u32) {
    for _ in 0..more.min(200) {
        let fewest = set_up
            .topics
            .iter()
            .min_by_key(|topic| set_up.tables_of(topic.number).count());
        let Some(topic) = fewest.map(|topic| topic.number) else {
            return;
        };
        let seats = set_up.tables.iter().map(|table| table.most).max();
        let Some(table) = set_up.new_table(topic, seats.unwrap_or(6)) else {
            return;
        };
        let after = set_up.tables.iter().rposition(|one| one.topic == topic);
        let at = after.map_or(set_up.tables.len(), |last| last + 1);
        set_up.tables.insert(at, table);
    }
}

fn tried(variant: Variant, cafe: &Cafe, set_up: CafeSetUp) -> CafeSetUp {
    let people = people_to_suggest_for(cafe, &set_up);
    variant.applied_to(&set_up, people).unwrap_or(set_up)
}

fn drop_person(set_up: &mut CafeSetUp, person: RegistrationId) {
    for table in &mut set_up.tables {
        table.host = table.host.filter(|host| *host != person);
    }
    for rule in &mut set_up.rules {
        if let CafeRuleKind::Together(people) | CafeRuleKind::Apart(people) = &mut rule.kind {
            people.retain(|one| *one != person);
        }
    }
    set_up.rules.retain(|rule| match &rule.kind {
        CafeRuleKind::Together(people) | CafeRuleKind::Apart(people) => people.len() > 1,
        CafeRuleKind::Fixed { person: one, .. } | CafeRuleKind::Needs { person: one, .. } => {
            *one != person
        }
    });
}
