//! The ways of participants: what each of them sees of the published plans of an event.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    AgendaItem, Event, PlanId, Registration, RegistrationId, RegistrationState,
    cafe::{
        Attendance, CafeKind, CafeSchedule, CafeSeating, CafeSetUp, CafeTable, CafeWay, StopHost,
        TableNumber, WayStop,
    },
};
use store::{CafePlan, Reader, readable};

use super::{cafe_of_plan::plans_of_cafes, clock_times::set_times, schedule_of};
use crate::{PlannerError, Result};

/// The plans of an event that participants see, each with the set-up that its version was made from.
#[derive(Debug, Default)]
pub(crate) struct ShownPlans {
    /// In the order in which they begin.
    plans: Vec<ShownPlan>,
    people: HashMap<RegistrationId, Guest>,
}

/// A version of a plan, as participants see it.
#[derive(Debug)]
struct ShownPlan {
    plan: PlanId,
    title: Option<String>,
    set_up: CafeSetUp,
    seating: CafeSeating,
    schedule: CafeSchedule,
    position: HashMap<RegistrationId, usize>,
    /// Who is not there in all rounds.
    attendance: HashMap<RegistrationId, Attendance>,
}

/// What others may know of somebody at their table.
#[derive(Debug)]
struct Guest {
    /// `None` where nobody has confirmed the address: the name may be a stranger's words.
    name: Option<String>,
}

impl ShownPlans {
    /// The plans of an event as they are published.
    pub(crate) async fn published(reader: &mut Reader, event: &Event) -> Result<Self> {
        let plans = plans_of_cafes(reader, event).await?;
        Self::load(reader, event, plans).await
    }

    /// The plans as they will be when a version of one of them is published.
    pub(crate) async fn with_version(
        reader: &mut Reader,
        event: &Event,
        plan: PlanId,
        version: u32,
    ) -> Result<Self> {
        let mut plans = plans_of_cafes(reader, event).await?;
        for (known, _) in &mut plans {
            if known.id == plan {
                known.published = Some((version, Timestamp::UNIX_EPOCH));
            }
        }
        Self::load(reader, event, plans).await
    }

    async fn load(
        reader: &mut Reader,
        event: &Event,
        plans: Vec<(CafePlan, Option<AgendaItem>)>,
    ) -> Result<Self> {
        let mut shown = Self::default();
        if plans.iter().all(|(plan, _)| plan.published.is_none()) {
            return Ok(shown);
        }
        for (plan, item) in plans {
            let Some((number, _)) = plan.published else {
                continue;
            };
            // One that cannot be read hides neither the others nor the event.
            let Some(version) = readable(reader.plan_version::<CafeKind>(plan.id, number).await)?
            else {
                continue;
            };
            // Whether names are shown is no part of a version: it counts at once.
            let shows_names = plan.set_up.shows_names;
            let mut set_up = if version.head.set_up == plan.revision {
                plan.set_up
            } else {
                let set_up = reader.set_up(plan.id, version.head.set_up).await;
                let Some(set_up) = readable(set_up)? else {
                    continue;
                };
                set_up
            };
            set_up.shows_names = shows_names;
            let seating = version.seating;
            let positions = seating.people.iter().enumerate();
            let marks = reader.attendance(plan.id).await?.into_iter();
            shown.plans.push(ShownPlan {
                plan: plan.id,
                title: item.as_ref().map(|item| item.title.to_string()),
                position: positions
                    .map(|(position, person)| (*person, position))
                    .collect(),
                attendance: marks.map(|mark| (mark.person, mark.attendance)).collect(),
                schedule: schedule_of(event, item.as_ref(), set_up.rounds),
                set_up,
                seating,
            });
        }
        shown.plans.sort_by_key(ShownPlan::begins);
        let registrations = reader.registrations_of(event.id).await?.rows;
        shown.people = registrations
            .iter()
            .filter(|registration| registration.state == RegistrationState::Confirmed)
            .map(|registration| (registration.id, Guest::of(registration)))
            .collect();
        Ok(shown)
    }

    /// The same plans with the times that the clocks of the day say in place of the planned ones. A clock that is tried
    /// out on another day says none.
    pub(crate) async fn by_clocks(
        mut self,
        reader: &mut Reader,
        event: &Event,
        now: Timestamp,
    ) -> Result<Self> {
        for plan in &mut self.plans {
            let day = plan.schedule.day(event.details.time_zone.rules());
            let clock = reader.cafe_clock(plan.plan).await?.clock.of_the_day(&day);
            let timeline = clock.timeline(&plan.schedule, plan.set_up.rounds, now);
            set_times(&mut plan.schedule, &timeline, now);
        }
        Ok(self)
    }

    /// Whether participants see no plan.
    pub(crate) fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }

    /// The ways that somebody was told, without those of plans that were withdrawn: these are no news.
    pub(crate) fn still_shown(&self, mut told: Vec<CafeWay>) -> Vec<CafeWay> {
        told.retain(|way| {
            let mut plans = self.plans.iter();
            plans.any(|shown| match way.plan {
                Some(plan) => plan == shown.plan,
                None => way.cafe == shown.title,
            })
        });
        told
    }

    /// The ways of a person with a seat, one for each café in which they have a table. Empty where the plans know
    /// nothing of the person.
    pub(crate) fn ways_of(&self, person: RegistrationId) -> Vec<CafeWay> {
        if !self.people.contains_key(&person) {
            return Vec::new();
        }
        self.plans
            .iter()
            .filter_map(|plan| plan.way_of(person, &self.people))
            .collect()
    }
}

impl Guest {
    fn of(registration: &Registration) -> Self {
        Self {
            name: registration.confirmed_name(),
        }
    }
}

impl ShownPlan {
    fn begins(&self) -> Option<Timestamp> {
        self.schedule.rounds.first().map(|round| round.begins)
    }

    fn way_of(
        &self,
        person: RegistrationId,
        people: &HashMap<RegistrationId, Guest>,
    ) -> Option<CafeWay> {
        let position = *self.position.get(&person)?;
        let stops: Vec<WayStop> = self
            .schedule
            .rounds
            .iter()
            .zip(&self.seating.rounds)
            .filter_map(|(round, seats)| {
                let table = self.set_up.table((*seats.get(position)?)?)?;
                let host = self.host_at(table, round.number, seats);
                Some(WayStop {
                    round: round.number,
                    begins: round.begins,
                    ends: round.ends,
                    table: table.name.to_string(),
                    topic: self.topic_of(table),
                    room: table.room_and_language(),
                    host: stop_host(host, person, people),
                    others: if self.set_up.shows_names {
                        let others = self.people_at(table, round.number, seats);
                        let others =
                            others.filter(|other| *other != person && Some(*other) != host);
                        names_of(others, people)
                    } else {
                        Vec::new()
                    },
                })
            })
            .collect();
        (!stops.is_empty()).then(|| CafeWay {
            plan: Some(self.plan),
            cafe: self.title.clone(),
            stops,
        })
    }

    fn topic_of(&self, table: &CafeTable) -> String {
        let topic = self.set_up.topic(table.topic);
        topic
            .map(|topic| topic.name.to_string())
            .unwrap_or_default()
    }

    /// Who leads a table in a round: its host, where they sit there and are not gone.
    fn host_at(
        &self,
        table: &CafeTable,
        round: u32,
        seats: &[Option<TableNumber>],
    ) -> Option<RegistrationId> {
        let host = table.host?;
        let position = *self.position.get(&host)?;
        let sits = seats.get(position) == Some(&Some(table.number));
        (sits && self.is_there(host, round)).then_some(host)
    }

    /// The people at a table in a round who are there.
    fn people_at(
        &self,
        table: &CafeTable,
        round: u32,
        seats: &[Option<TableNumber>],
    ) -> impl Iterator<Item = RegistrationId> {
        let people = self.seating.people.iter().zip(seats);
        people
            .filter(move |(person, seat)| {
                **seat == Some(table.number) && self.is_there(**person, round)
            })
            .map(|(person, _)| *person)
    }

    fn is_there(&self, person: RegistrationId, round: u32) -> bool {
        let attendance = self.attendance.get(&person);
        attendance.is_none_or(|attendance| attendance.is_there(round))
    }
}

/// The names of people, in the alphabet.
fn names_of(
    others: impl Iterator<Item = RegistrationId>,
    people: &HashMap<RegistrationId, Guest>,
) -> Vec<String> {
    let mut names: Vec<String> = others
        .filter_map(|other| people.get(&other)?.name.clone())
        .collect();
    names.sort();
    names
}

fn stop_host(
    host: Option<RegistrationId>,
    person: RegistrationId,
    people: &HashMap<RegistrationId, Guest>,
) -> StopHost {
    match host {
        Some(host) if host == person => StopHost::Oneself,
        Some(host) => people
            .get(&host)
            .and_then(|host| host.name.clone())
            .map_or(StopHost::Nobody, StopHost::Other),
        None => StopHost::Nobody,
    }
}

/// The people whose seats differ between two versions of a plan, whatever their tables are called. Cards, lists and
/// the page of a repair show them.
pub fn reseated(before: &CafeSeating, after: &CafeSeating) -> Vec<RegistrationId> {
    let rows = |seating: &CafeSeating| -> HashMap<RegistrationId, Vec<Option<TableNumber>>> {
        let people = seating.people.iter().enumerate();
        people
            .map(|(position, person)| {
                let row = seating.rounds.iter().map(|round| *round.get(position)?);
                (*person, row.collect())
            })
            .collect()
    };
    let (old, new) = (rows(before), rows(after));
    let is_seated = |row: &[Option<TableNumber>]| row.iter().any(Option::is_some);
    let gone = before
        .people
        .iter()
        .filter(|person| !new.contains_key(person) && is_seated(&old[*person]));
    let moved = after.people.iter().filter(|person| match old.get(person) {
        Some(row) => *row != new[*person],
        None => is_seated(&new[*person]),
    });
    moved.chain(gone).copied().collect()
}

/// A person's ways as an outbox row keeps them.
pub(crate) fn encode_ways(ways: &[CafeWay]) -> Result<Option<String>> {
    if ways.is_empty() {
        return Ok(None);
    }
    serde_json::to_string(ways)
        .map(Some)
        .map_err(PlannerError::internal)
}

#[cfg(test)]
mod tests {
    use model::cafe::{CafeSeating, TableNumber};
    use uuid::Uuid;

    use super::reseated;

    fn seating(people: &[(u128, [u16; 2])]) -> CafeSeating {
        let table = |number: u16| (number > 0).then_some(TableNumber(number));
        CafeSeating {
            people: people
                .iter()
                .map(|(person, _)| Uuid::from_u128(*person).into())
                .collect(),
            rounds: (0..2)
                .map(|round| people.iter().map(|(_, row)| table(row[round])).collect())
                .collect(),
        }
    }

    #[test]
    fn whoever_moves_comes_or_goes_is_reseated_and_nobody_else() {
        let before = seating(&[(1, [1, 2]), (2, [2, 1]), (3, [1, 1]), (4, [0, 0])]);
        let after = seating(&[(5, [2, 2]), (2, [2, 2]), (1, [1, 2])]);
        let people: Vec<u128> = reseated(&before, &after)
            .into_iter()
            .map(|person| person.uuid().as_u128())
            .collect();
        assert_eq!(people, [5, 2, 3]);
        assert_eq!(reseated(&before, &before), []);
    }
}
