//! What the people of the congress wish for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{
    EventId, Registration, RegistrationId, WorkshopId,
    workshops::{Programme, WishList, WishSetup},
};
use serde::Deserialize;

use super::{
    Scenario,
    files::{BadScenario, when},
    network::DemoNetwork,
};
use crate::{Planner, PlannerError, Result, tables::Table, workshops::WishSetupEdit};

/// The wishes in the form that the solver takes. Its slots are those of the programme, in their order.
#[derive(Deserialize)]
struct WishFile {
    slots: Vec<String>,
    people: Vec<Person>,
}

#[derive(Deserialize)]
struct Person {
    id: String,
    slots: Vec<String>,
    wishes: Vec<String>,
}

impl DemoNetwork<'_> {
    /// Lets people wish until a date, and saves the wishes of those who are in the file.
    pub(super) async fn congress_wishes(
        &self,
        event: EventId,
        closes: Date,
        scenario: &Scenario,
    ) -> Result<()> {
        let access = self.access(event);
        let setup = WishSetupEdit {
            seen: None,
            closes: when(closes, "18:00", &self.file.time_zone)?.local,
            occurrence: None,
            least: Some(3),
            shows_demand: true,
            allows_swaps: true,
            reminder_days: Some(WishSetup::PROPOSED_REMINDER),
        };
        self.days_ago(20).save_wish_setup(&access, setup).await?;
        let file: WishFile =
            serde_json::from_str(scenario.congress_wishes_json).map_err(PlannerError::internal)?;
        self.save_wishes(&self.days_ago(11), event, &file, scenario)
            .await
    }

    async fn save_wishes(
        &self,
        planner: &Planner,
        event: EventId,
        file: &WishFile,
        scenario: &Scenario,
    ) -> Result<()> {
        let titles = column(scenario.congress_workshops_csv, "Titel")?;
        let addresses = column(scenario.congress_people_csv, "email")?;
        let mut tx = planner.store().begin().await?;
        let programme = tx.programme(event).await?;
        let workshops = known_workshops(&programme);
        let people = tx.registrations_of(event).await?.rows;
        let registrations = known_people(&people);
        for person in &file.people {
            let address = addresses
                .get(&person.id)
                .map(|address| address.to_lowercase());
            let registration = address.map(|address| registrations.get(&address));
            // Only some of the people of the file are at a smaller event.
            if registration == Some(None) {
                continue;
            }
            let registration = registration.flatten();
            let ranked: Option<Vec<WorkshopId>> = person
                .wishes
                .iter()
                .map(|wish| workshops.get(titles.get(wish)?.as_str()).copied())
                .collect();
            let (Some(registration), Some(ranked)) = (registration, ranked) else {
                return Err(PlannerError::internal(BadScenario("wishes")));
            };
            let slots = file.slots.iter().zip(&programme.slots);
            let absent: BTreeSet<_> = slots
                .filter(|(name, _)| !person.slots.contains(name))
                .map(|(_, slot)| slot.id)
                .collect();
            if ranked.is_empty() {
                continue;
            }
            tx.lock_wishes(*registration, planner.now()).await?;
            tx.save_wishes(
                *registration,
                &WishList {
                    ranked,
                    absent,
                    ..WishList::default()
                },
            )
            .await?;
        }
        Ok(tx.commit().await?)
    }
}

/// The workshops by their titles.
pub(super) fn known_workshops(programme: &Programme) -> BTreeMap<&str, WorkshopId> {
    let workshops = programme.workshops.iter();
    workshops
        .map(|workshop| (workshop.details.title.as_str(), workshop.id))
        .collect()
}

/// The people by their addresses.
pub(super) fn known_people(people: &[Registration]) -> BTreeMap<String, RegistrationId> {
    let people = people.iter();
    people
        .map(|registration| (registration.person.address.lower().clone(), registration.id))
        .collect()
}

/// The values of a column, by the ids in the first one.
pub(super) fn column(csv: &str, heading: &str) -> Result<BTreeMap<String, String>> {
    let table = Table::parse(csv).map_err(PlannerError::internal)?;
    let index = table.headings.iter().position(|found| found == heading);
    let index = index.ok_or_else(|| PlannerError::internal(BadScenario("columns")))?;
    let lines = table.lines.iter();
    Ok(lines
        .filter_map(|(_, cells)| Some((cells.first()?.clone(), cells.get(index)?.clone())))
        .collect())
}
