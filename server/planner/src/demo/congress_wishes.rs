//! What the people of the congress wish for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{
    EventId, WorkshopId,
    workshops::{WishList, WishSetup},
};
use serde::Deserialize;

use super::{
    Scenario,
    events::after,
    files::{BadScenario, when},
    network::DemoNetwork,
};
use crate::{Planner, PlannerError, Result, registrations::Table, workshops::WishSetupEdit};

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
    /// Sets a deadline five weeks before the congress, and saves the wishes of its people.
    pub(super) async fn congress_wishes(
        &self,
        event: EventId,
        first: Date,
        scenario: &Scenario,
    ) -> Result<()> {
        let access = self.access(event);
        let setup = WishSetupEdit {
            seen: None,
            closes: when(after(first, -35)?, "18:00", &self.file.time_zone)?.local,
            occurrence: None,
            least: Some(3),
            shows_demand: true,
            allows_swaps: true,
            reminder_days: Some(WishSetup::PROPOSED_REMINDER),
        };
        self.days_ago(12).save_wish_setup(&access, setup).await?;
        let file: WishFile =
            serde_json::from_str(scenario.congress_wishes_json).map_err(PlannerError::internal)?;
        self.save_wishes(&self.days_ago(3), event, &file, scenario)
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
        let workshops: BTreeMap<&str, WorkshopId> = programme
            .workshops
            .iter()
            .map(|workshop| (workshop.details.title.as_str(), workshop.id))
            .collect();
        let people = tx.registrations_of(event).await?.rows;
        let registrations: BTreeMap<String, _> = people
            .iter()
            .map(|registration| (registration.person.address.lower().clone(), registration.id))
            .collect();
        for person in &file.people {
            let address = addresses
                .get(&person.id)
                .map(|address| address.to_lowercase());
            let registration = address.and_then(|address| registrations.get(&address));
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
            tx.save_wishes(*registration, &WishList { ranked, absent })
                .await?;
        }
        Ok(tx.commit().await?)
    }
}

/// The values of a column, by the ids in the first one.
fn column(csv: &str, heading: &str) -> Result<BTreeMap<String, String>> {
    let table = Table::parse(csv).map_err(PlannerError::internal)?;
    let index = table.headings.iter().position(|found| found == heading);
    let index = index.ok_or_else(|| PlannerError::internal(BadScenario("columns")))?;
    let lines = table.lines.iter();
    Ok(lines
        .filter_map(|(_, cells)| Some((cells.first()?.clone(), cells.get(index)?.clone())))
        .collect())
}
