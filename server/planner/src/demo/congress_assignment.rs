//! Who attends what at the congress: the best assignment by the fairness of those who are worst off. It is known, because
//! to compute it takes longer than the demo takes to start.

use std::collections::BTreeMap;

use model::{
    EventId, SlotId, WorkshopId,
    assignment::{AssignmentSeating, Fairness},
};
use serde::Deserialize;

use super::{
    Scenario,
    congress_wishes::{column, known_people, known_workshops},
    files::BadScenario,
    network::DemoNetwork,
};
use crate::{PlannerError, Result, assignments::KnownAssignment};

/// The seats by the ids of the problem. Its slots are those of the programme, in their order.
#[derive(Deserialize)]
struct PlanFile {
    profile: Vec<u32>,
    /// The workshop of each person in each slot.
    seats: BTreeMap<String, Vec<Option<String>>>,
}

impl DemoNetwork<'_> {
    /// Shows everybody their workshops.
    pub(super) async fn congress_assignment(
        &self,
        event: EventId,
        scenario: &Scenario,
    ) -> Result<()> {
        let file: PlanFile =
            serde_json::from_str(scenario.congress_plan_json).map_err(PlannerError::internal)?;
        let titles = column(scenario.congress_workshops_csv, "Titel")?;
        let addresses = column(scenario.congress_people_csv, "email")?;
        let planner = self.days_ago(3);
        let mut reader = planner.store().read().await?;
        let programme = reader.programme(event).await?;
        let registered = reader.registrations_of(event).await?.rows;
        drop(reader);
        let (workshops, people) = (known_workshops(&programme), known_people(&registered));
        let slots: Vec<SlotId> = programme.slots.iter().map(|slot| slot.id).collect();
        let ids: Vec<WorkshopId> = programme.workshops.iter().map(|one| one.id).collect();
        let mut seating = AssignmentSeating {
            people: Vec::new(),
            seats: vec![Vec::new(); slots.len()],
            workshops: ids.clone(),
            slots,
        };
        let wrong = || PlannerError::internal(BadScenario("plan"));
        for (person, attended) in &file.seats {
            let address = addresses.get(person).map(|address| address.to_lowercase());
            let person = address.and_then(|address| people.get(&address).copied());
            seating.people.push(person.ok_or_else(wrong)?);
            for (seats, workshop) in seating.seats.iter_mut().zip(attended) {
                let position = match workshop {
                    Some(workshop) => {
                        let title = titles.get(workshop).ok_or_else(wrong)?;
                        let id = workshops.get(title.as_str()).ok_or_else(wrong)?;
                        let position = ids.iter().position(|one| one == id);
                        let position = position.ok_or_else(wrong)?;
                        Some(u16::try_from(position).map_err(PlannerError::internal)?)
                    }
                    None => None,
                };
                seats.push(position);
            }
        }
        let known = KnownAssignment {
            fairness: Fairness::Leximin,
            seating,
            best_profile: file.profile,
        };
        planner.adopt_assignment(&self.access(event), known).await
    }
}
