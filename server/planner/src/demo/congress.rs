//! The congress: 500 people, 37 workshops in three slots. Its wishes are closed, and everybody knows their workshops. Those
//! of a second one are open.

use jiff::civil::{Date, Weekday};
use model::{
    EventDetails, EventId, EventKind, Place,
    workshops::{Room, SlotWay},
};

use super::{
    Scenario,
    agendas::congress_agenda,
    congress_wishes::column,
    events::after,
    files::{BadScenario, details, line, text, when, wrong},
    network::{DemoNetwork, lines_of},
};
use crate::{
    Planner, PlannerError, Result,
    tables::{Chosen, Table},
    workshops::NewSlot,
};

/// The slots: the day of the congress, counted from 0, and the beginning. Each lasts 90 minutes.
const SLOTS: [(usize, &str); 3] = [(0, "14:00"), (1, "09:30"), (1, "11:30")];

/// The people with the full names of their organisations.
fn people_of_congress(scenario: &Scenario) -> Result<String> {
    let names = column(scenario.congress_organisations_csv, "short_name")?;
    let people = scenario.congress_people_csv.to_owned();
    Ok(names.iter().fold(people, |people, (name, short)| {
        people.replace(&format!(",{short},"), &format!(",{name},"))
    }))
}

impl DemoNetwork<'_> {
    /// A conference on two days, with workshops to choose.
    pub(super) async fn congress(&self, scenario: &Scenario) -> Result<()> {
        let first = self.weekday_after(30, Weekday::Thursday)?;
        let details = self.congress_details("Fachkongress „Ankommen im Beruf“", first)?;
        let planner = self.days_ago(24);
        let event = self
            .congress_draft(&planner, details, first, scenario)
            .await?;
        self.publish(&planner, event).await?;
        let people = people_of_congress(scenario)?;
        self.import(&self.days_ago(12), event, &people, &[]).await?;
        self.congress_wishes(event, after(self.today, -4)?, scenario)
            .await?;
        self.congress_assignment(event, scenario).await
    }

    /// A later congress with the same workshops, for which few have registered so far: people still wish.
    pub(super) async fn next_congress(&self, scenario: &Scenario) -> Result<()> {
        let first = self.weekday_after(150, Weekday::Thursday)?;
        let details = self.congress_details("Fachkongress „Sprache im Beruf“", first)?;
        let planner = self.days_ago(24);
        let event = self
            .congress_draft(&planner, details, first, scenario)
            .await?;
        self.publish(&planner, event).await?;
        let some = lines_of(&people_of_congress(scenario)?, |number, _| number % 12 == 1);
        self.import(&self.days_ago(12), event, &some, &[]).await?;
        self.congress_wishes(event, after(first, -35)?, scenario)
            .await
    }

    fn congress_details(&self, title: &str, first: Date) -> Result<EventDetails> {
        let second = after(first, 1)?;
        let zone = &self.file.time_zone;
        Ok(EventDetails {
            kind: EventKind::Conference,
            title: line(title)?,
            summary: text(
                "Zwei Tage zu Anerkennung, Qualifizierung und Fachkräfteeinwanderung, mit 37 Workshops zur Wahl.",
            )?,
            starts: when(first, "12:00", zone)?,
            ends: when(second, "14:00", zone)?,
            place: Place {
                name: Some(line("Kongresshalle am Zoo Leipzig")?),
                address: Some(line("Pfaffendorfer Straße 31, 04105 Leipzig")?),
                room: None,
                online_link: None,
            },
            capacity: Some(520),
            contingents: Vec::new(),
            closes: Some(when(after(first, -14)?, "18:00", zone)?),
            ..details(self.file, first, &[])?
        })
    }

    /// A draft with its agenda and its programme.
    async fn congress_draft(
        &self,
        planner: &Planner,
        details: EventDetails,
        first: Date,
        scenario: &Scenario,
    ) -> Result<EventId> {
        let second = after(first, 1)?;
        let agenda = congress_agenda(first, second);
        let event = self.draft(planner, details, &agenda).await?;
        self.congress_programme(planner, event, [first, second], scenario)
            .await?;
        Ok(event)
    }

    async fn congress_programme(
        &self,
        planner: &Planner,
        event: EventId,
        days: [Date; 2],
        scenario: &Scenario,
    ) -> Result<()> {
        let access = self.access(event);
        for (day, time) in SLOTS {
            let starts = when(days[day], time, &self.file.time_zone)?;
            let slot = NewSlot {
                starts: starts.local,
                occurrence: None,
                minutes: Some(90),
                ends: None,
                way: SlotWay::Wishes,
            };
            planner.add_slot(&access, slot).await?;
        }
        let table = scenario.congress_workshops_csv;
        let chosen = Chosen::new();
        let imported = planner.import_programme(&access, table, &chosen).await?;
        if !imported.is_sound() {
            return Err(PlannerError::internal(BadScenario("workshops")));
        }
        let rooms = rooms(scenario.congress_rooms_csv)?;
        planner.save_rooms(&access, rooms).await
    }
}

fn rooms(csv: &str) -> Result<Vec<Room>> {
    let table = Table::parse(csv).map_err(PlannerError::internal)?;
    table
        .lines
        .iter()
        .map(|(_, cells)| match cells.as_slice() {
            [name, seats] => Ok(Room {
                name: line(name)?,
                seats: Room::SEATS
                    .parse(seats)
                    .map_err(wrong("seats"))?
                    .ok_or_else(|| PlannerError::internal(BadScenario("seats")))?,
            }),
            _ => Err(PlannerError::internal(BadScenario("rooms"))),
        })
        .collect()
}
