//! Demo data: a real network meeting, dated to next month, so that everything can be tried at once.

mod files;

use std::{collections::BTreeMap, sync::Arc};

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use model::{EmailAddress, EventDetails, EventId, EventKind, Membership, Role, Slug, Visibility};

use self::files::{
    BadScenario, EventFile, ORGANISER, details, line, new_agenda_item, new_question,
    next_months_tuesday, organisations, settings, text, when, wrong,
};
use crate::{
    Clock, Planner, PlannerError, Result,
    access::{EventAccess, Organises, Principal},
    agenda::AgendaMove,
    people::NewMember,
    registrations::{Chosen, Column, Table},
};

/// The files the demo is made of.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    pub event_json: &'static str,
    pub organisations_csv: &'static str,
    pub people_csv: &'static str,
}

/// The state of a database after filling it with the demo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demo {
    /// The demo data is there, and this is its organiser.
    Ready { organiser: EmailAddress },
    /// Something else is there.
    Foreign,
    /// Filling it was broken off.
    Unfinished,
}

#[derive(Debug, Clone, Copy)]
struct StoppedClock(Timestamp);

impl Clock for StoppedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

impl Planner {
    /// Fills an empty database with the scenario; leaves one that holds a network alone.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn fill_with_demo(&self, scenario: Scenario) -> Result<Demo> {
        let address = EmailAddress::parse(ORGANISER).map_err(wrong("address"))?;
        if !self.networks().await?.is_empty() {
            return self.demo_found(address).await;
        }
        let file: EventFile =
            serde_json::from_str(scenario.event_json).map_err(PlannerError::internal)?;
        let network = self
            .create_network(Slug::from_title("iq-sachsen"), settings(&file)?)
            .await?;
        let member_as = |role| {
            Ok::<_, PlannerError>(NewMember {
                name: line("Anna Jäger")?,
                address: address.clone(),
                role,
                language: file.language,
            })
        };
        let organiser = member_as(Role::Organiser)?;
        let member = self.put_member(network.id, organiser).await?;
        let membership = Membership {
            member,
            network_name: network.name.clone(),
        };
        let principal = Principal::new(address.clone(), vec![membership]);
        let right = principal.organises(network.id)?;
        for new in organisations(scenario.organisations_csv)? {
            self.add_organisation(&right, new).await?;
        }
        let partners = self.organisations(&right.reads()).await?.rows;

        self.past_event(&principal, &right, &file).await?;
        let today = file.time_zone.clock(self.now()).date();
        let date = next_months_tuesday(today)?;
        let meeting = details(&file, date, &partners)?;
        let event = self.create_event(&right, None, |_| Ok(meeting)).await?;
        let access = principal.organises_event(event);
        self.fill_event(&access, &file, date).await?;
        self.import_people(&access, &file, scenario.people_csv)
            .await?;
        self.publish_event(&access).await?;
        self.draft_of_next(&right, event, &file, date).await?;
        // The last step: it marks the demo as complete.
        self.put_member(network.id, member_as(Role::Owner)?).await?;
        Ok(Demo::Ready { organiser: address })
    }

    /// The state of a database that holds a network.
    async fn demo_found(&self, organiser: EmailAddress) -> Result<Demo> {
        let mut reader = self.store().read().await?;
        let memberships = reader.memberships(&organiser.lower()).await?.rows;
        let owns = |found: &Membership| found.member.role == Role::Owner;
        Ok(if memberships.iter().any(owns) {
            Demo::Ready { organiser }
        } else if memberships.is_empty() {
            Demo::Foreign
        } else {
            Demo::Unfinished
        })
    }

    async fn fill_event(
        &self,
        access: &EventAccess<Organises>,
        file: &EventFile,
        date: Date,
    ) -> Result<()> {
        for item in &file.agenda {
            let new = new_agenda_item(item, date)?;
            self.add_agenda_item(access, new, AgendaMove::OnlyThis)
                .await?;
        }
        for question in &file.questions {
            self.add_question(access, new_question(question)?).await?;
        }
        Ok(())
    }

    /// Imports the people as an organiser would, with the columns' keys as the questions'.
    async fn import_people(
        &self,
        access: &EventAccess<Organises>,
        file: &EventFile,
        people: &str,
    ) -> Result<()> {
        let planned = self.planned_event(access).await?;
        let headings = Table::parse(people)
            .map_err(PlannerError::internal)?
            .headings;
        let chosen: Chosen = file
            .questions
            .iter()
            .zip(&planned.questions)
            .filter_map(|(file, question)| {
                let column = headings.iter().position(|heading| *heading == file.key)?;
                Some((column, Column::Answer(question.id)))
            })
            .collect::<BTreeMap<_, _>>();
        let preview = self.import(access, people, &chosen).await?;
        if preview.is_sound() {
            Ok(())
        } else {
            Err(PlannerError::internal(BadScenario("people")))
        }
    }

    async fn draft_of_next(
        &self,
        right: &Organises,
        event: EventId,
        file: &EventFile,
        date: Date,
    ) -> Result<()> {
        let date = date
            .checked_add(6.months())
            .map_err(PlannerError::internal)?;
        let title = line(&format!("{} – nächstes Treffen", file.title))?;
        let details = EventDetails {
            title,
            contingents: Vec::new(),
            ..details(file, date, &[])?
        };
        self.create_event(right, Some(event), |_| Ok(details))
            .await?;
        Ok(())
    }

    /// A meeting two months ago, as if it had been planned then.
    async fn past_event(
        &self,
        principal: &Principal,
        right: &Organises,
        file: &EventFile,
    ) -> Result<()> {
        let then = self.now() - SignedDuration::from_hours(24 * 75);
        let past = self.with_clock(Arc::new(StoppedClock(then)));
        let later = then + SignedDuration::from_hours(24 * 14);
        let date = file.time_zone.clock(later).date();
        let details = EventDetails {
            kind: EventKind::SteeringGroup,
            title: line("Steuerungsgruppe: Vorbereitung des Netzwerktreffens")?,
            summary: text("Termin, Ort, Themen des World-Cafés.")?,
            starts: when(date, "13:00", &file.time_zone)?,
            ends: when(date, "15:00", &file.time_zone)?,
            capacity: Some(12),
            contingents: Vec::new(),
            visibility: Visibility::Invitation,
            ..details(file, date, &[])?
        };
        let event = past.create_event(right, None, |_| Ok(details)).await?;
        past.publish_event(&principal.organises_event(event)).await
    }
}
