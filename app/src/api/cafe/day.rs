//! Form actions on the day of a café: who is missing, who walked in.

use model::{
    EmailAddress, Fault, Faults, Line, Organisation, Person, RegistrationState, cafe::Attendance,
};
use planner::cafes::likely_known;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

use super::{cafe_page, item_of};
use crate::api::{
    authorise::{helps_event, organises_event},
    organisation::entered_organisation,
};

/// Somebody whose attendance changes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AttendanceForm {
    pub event: String,
    pub item: String,
    pub person: String,
    /// The first round that the person misses.
    pub round: String,
    /// What was searched for: the page shows it again.
    pub search: String,
}

/// The keyboard, and a screen reader, go on at what was done.
pub fn with_outcome(page: String) -> String {
    page + "#done"
}

impl AttendanceForm {
    fn person(&self) -> Result<model::RegistrationId, AppError> {
        self.person.parse().map_err(|_| AppError::NotFound)
    }

    /// Back to the list, with the person who was marked.
    fn back(&self, event: model::EventId, done: &str) -> Result<SeeOther, AppError> {
        let item = item_of(&self.item)?;
        let search: String = form_urlencoded::byte_serialize(self.search.as_bytes()).collect();
        let person = self.person()?;
        let query = format!("done={done}&person={person}&q={search}");
        Ok(SeeOther::page(with_outcome(cafe_page(
            event, item, "day", &query,
        ))))
    }
}

/// Marks somebody as missing.
pub async fn mark_missing(form: &AttendanceForm) -> Result<SeeOther, AppError> {
    let (event, access) = helps_event(&form.event)?;
    let round = form.round.parse().map_err(|_| AppError::NotFound)?;
    planner()
        .mark_missing(&access, item_of(&form.item)?, form.person()?, round)
        .await?;
    form.back(event, "missing")
}

/// Takes the mark back.
pub async fn mark_present(form: &AttendanceForm) -> Result<SeeOther, AppError> {
    let (event, access) = helps_event(&form.event)?;
    planner()
        .mark_present(&access, item_of(&form.item)?, form.person()?)
        .await?;
    form.back(event, "present")
}

/// Gives somebody on the waiting list a seat.
pub async fn admit_waiting(form: &AttendanceForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .admit_waiting(&access, item_of(&form.item)?, form.person()?)
        .await?;
    form.back(event, "admitted")
}

/// In which rounds somebody is there, as chosen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoundsForm {
    pub event: String,
    pub item: String,
    pub person: String,
    pub search: String,
    /// The first round; 0: the person does not come.
    pub arrives: String,
    /// The round before which the person goes; empty: stays.
    pub leaves: String,
    /// The round from which the person is there again; empty: not again.
    pub returns: String,
}

impl RoundsForm {
    /// What is marked.
    pub fn of(attendance: Attendance) -> Self {
        let text = |round: Option<u32>| round.map(|round| round.to_string()).unwrap_or_default();
        let comes = attendance.until != Some(0);
        Self {
            arrives: if comes { attendance.from } else { 0 }.to_string(),
            leaves: text(attendance.until.filter(|_| comes).map(|last| last + 1)),
            returns: text(attendance.back),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<Attendance, Faults> {
        let mut faults = Faults::none();
        let round = |text: &str| text.parse::<u32>().map_err(|_| Fault::NoSuchChoice);
        let later = |text: &str| match text {
            "" => Ok(None),
            text => round(text).map(Some),
        };
        let arrives = faults.keep("arrives", round(&self.arrives));
        let leaves = faults.keep("leaves", later(&self.leaves));
        let returns = faults.keep("returns", later(&self.returns));
        let (Some(from), Some(leaves), Some(returns)) = (arrives, leaves, returns) else {
            return faults.or(None);
        };
        if from == 0 {
            return Ok(Attendance::WHOLE.missing_from(1));
        }
        match (leaves, returns) {
            (Some(leaves), _) if leaves <= from => {
                faults.add("leaves", Fault::NotAfterRound { round: from });
            }
            (Some(leaves), Some(returns)) if returns <= leaves => {
                faults.add("returns", Fault::NotAfterRound { round: leaves });
            }
            (None, Some(_)) => faults.add("leaves", Fault::ReturnsWithoutLeaving),
            _ => {}
        }
        faults.or(Some(Attendance {
            from,
            until: leaves.map(|leaves| leaves.saturating_sub(1)),
            back: returns,
        }))
    }
}

/// Says in which rounds somebody is there.
pub async fn set_attendance(form: &RoundsForm) -> Result<SeeOther, AppError> {
    let (event, access) = helps_event(&form.event)?;
    let attendance = form.parse()?;
    let marked = AttendanceForm {
        item: form.item.clone(),
        person: form.person.clone(),
        search: form.search.clone(),
        ..AttendanceForm::default()
    };
    planner()
        .set_attendance(&access, item_of(&form.item)?, marked.person()?, attendance)
        .await?;
    marked.back(event, "rounds")
}

/// Somebody who walked in, with the values as typed. The address may be empty.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WalkInForm {
    pub event: String,
    pub item: String,
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    pub organisation: String,
    /// The people whom the person seems to be, as the page has named them: ids with spaces.
    pub known: String,
}

impl WalkInForm {
    fn parse(
        &self,
        organisations: &[Organisation],
        language: model::Language,
        nowhere: EmailAddress,
    ) -> Result<Person, Faults> {
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&self.given_name));
        let family_name = faults.keep("family_name", Line::parse(&self.family_name));
        let address = match self.address.trim() {
            "" => Some(nowhere),
            typed => faults.keep("address", EmailAddress::parse_deliverable(typed)),
        };
        let organisation = entered_organisation(&self.organisation, organisations);
        let organisation = faults.keep("organisation", organisation);
        let names = given_name.zip(family_name).zip(address).zip(organisation);
        let person = names.map(|(((given_name, family_name), address), organisation)| {
            let (organisation, organisation_name) = organisation;
            Person {
                given_name,
                family_name,
                address,
                organisation,
                organisation_name,
                language,
            }
        });
        faults.or(person)
    }
}

/// Registers somebody who walked in. Whoever seems to be registered already is named first.
pub async fn add_walk_in(form: &mut WalkInForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let item = item_of(&form.item)?;
    let cafe = planner().cafe(&access, item).await?;
    let reads = visit().signed_in()?.reads(cafe.network.id)?;
    let known = planner().organisations(&reads).await?.rows;
    let nowhere = planner().stand_in_address();
    let person = form.parse(&known, cafe.event.details.language, nowhere)?;
    let twice = likely_known(&cafe.people, &person, &known);
    let named: Vec<String> = twice.iter().map(ToString::to_string).collect();
    if named.iter().any(|id| !form.known.contains(id)) {
        form.known = named.join(" ");
        return Err(AppError::Preview);
    }
    let registration = planner().add_walk_in(&access, item, person).await?;
    let done = match registration.state {
        RegistrationState::Confirmed => "added",
        _ => "waits",
    };
    let query = format!("done={done}&person={}", registration.id);
    Ok(SeeOther::page(with_outcome(cafe_page(
        event, item, "day", &query,
    ))))
}
