//! Form actions of organisers: how many places are held for which organisation, and the links to them.

use std::collections::BTreeMap;

use model::{
    Contingent, EmailAddress, Event, EventDetails, EventId, EventTime, Fault, Faults,
    OrganisationId,
};
use planner::{
    access::{EventAccess, Organises},
    events::{AgendaShift, ChangeOutcome, Confirmation, SaveOptions},
};
use serde::{Deserialize, Serialize};
use ui::{changes::event_changes, error::AppError, forms::SeeOther, visit::planner};

use super::{
    authorise::organises_event,
    events::{Entered, revision},
    jobs::running_job,
};

/// How many places are held for each organisation.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContingentsForm {
    pub event: String,
    /// By the id of the organisation. Empty: none.
    pub seats: BTreeMap<String, String>,
    pub revision: String,
    /// `yes` if the organiser has confirmed the mails that the change sends.
    pub confirmed: String,
}

impl ContingentsForm {
    /// The stored values.
    pub fn of(event: &Event) -> Self {
        let held = event.details.contingents.iter();
        Self {
            event: event.id.to_string(),
            seats: held
                .map(|held| (held.organisation.to_string(), held.seats.to_string()))
                .collect(),
            ..Self::default()
        }
    }

    /// The name of an organisation's field.
    pub fn field(organisation: OrganisationId) -> String {
        format!("seats[{organisation}]")
    }

    fn parse(&self) -> Result<Vec<Contingent>, Faults> {
        let mut faults = Faults::none();
        let mut contingents = Vec::new();
        for (id, seats) in &self.seats {
            // None is held by a zero as well.
            if matches!(seats.trim(), "" | "0") {
                continue;
            }
            let field = format!("seats[{id}]");
            let seats = EventDetails::SEATS.parse(seats);
            let seats = seats.and_then(|seats| seats.ok_or(Fault::Missing));
            let seats = faults.keep(&field, seats);
            let organisation = id.parse().map_err(|_| Fault::NoSuchChoice);
            let organisation = faults.keep(&field, organisation);
            contingents.extend(
                organisation
                    .zip(seats)
                    .map(|(organisation, seats)| Contingent {
                        organisation,
                        seats,
                    }),
            );
        }
        faults.or(Some(contingents))
    }
}

/// Holds places for organisations.
pub async fn save_contingents(form: &ContingentsForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let contingents = form.parse()?;
    let planner = planner();
    let planned = planner.planned_event(&access).await?;
    let details = EventDetails {
        contingents,
        ..planned.event.details.clone()
    };
    let options = SaveOptions {
        agenda: AgendaShift::None,
        confirmation: match form.confirmed.as_str() {
            "yes" => Confirmation::Given,
            _ => Confirmation::Required,
        },
    };
    let saved = planner
        .change_event(&access, revision(&form.revision)?, options, |_| Ok(details))
        .await?;
    if let ChangeOutcome::ToBeConfirmed(effects) = saved {
        return Err(AppError::Confirm {
            changes: event_changes(&effects.changes, &planned.organisations),
            recipients: effects.recipients,
            can_be_silent: false,
        });
    }
    let running = running_job(event, &access, "changed").await?;
    Ok(running.unwrap_or_else(|| page(event, None, "done=saved")))
}

/// When unused places return to everybody.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReleaseForm {
    pub event: String,
    pub due_date: String,
    pub due_time: String,
    pub due_which: String,
}

impl ReleaseForm {
    /// The stored values.
    pub fn of(due: Option<EventTime>) -> Self {
        let (due_date, due_time) = super::events::shown(due);
        Self {
            due_date,
            due_time,
            ..Self::default()
        }
    }

    fn parse(&self, event: &Event) -> Result<Option<EventTime>, Faults> {
        let mut faults = Faults::none();
        let due = Entered {
            name: "due",
            date: &self.due_date,
            time: &self.due_time,
            which: &self.due_which,
        };
        let zone = event.details.time_zone.rules();
        let due = due.optional(Some(zone), "09:00", &mut faults);
        faults.or(due)
    }
}

/// Sets when unused places return to everybody.
pub async fn save_contingent_release(form: &ReleaseForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .set_contingent_release(&access, |event| form.parse(event))
        .await
        .map_err(|error| {
            error.at_inputs(|field| match field {
                "due" => "due_date".to_owned(),
                field => field.to_owned(),
            })
        })?;
    Ok(page(event, None, "done=release"))
}

/// An organisation whose links are made or revoked, and the address that one is mailed to.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ContingentLinkForm {
    pub event: String,
    pub organisation: String,
    pub address: String,
}

impl ContingentLinkForm {
    fn parse(&self) -> Result<(EventId, EventAccess<Organises>, OrganisationId), AppError> {
        let (event, access) = organises_event(&self.event)?;
        let organisation = self.organisation.parse().map_err(|_| AppError::NotFound)?;
        Ok((event, access, organisation))
    }
}

/// Makes a link to copy.
pub async fn make_contingent_link(form: &ContingentLinkForm) -> Result<SeeOther, AppError> {
    let (event, access, organisation) = form.parse()?;
    let made = planner()
        .make_contingent_link(&access, organisation)
        .await?;
    let query = format!("link={}", made.token.reveal());
    Ok(page(event, Some(organisation), &query))
}

/// Mails a link.
pub async fn mail_contingent_link(form: &ContingentLinkForm) -> Result<SeeOther, AppError> {
    let (event, access, organisation) = form.parse()?;
    let mut faults = Faults::none();
    let address = faults.keep("address", EmailAddress::parse_deliverable(&form.address));
    let address = faults.or(address)?;
    planner()
        .mail_contingent_link(&access, organisation, address)
        .await?;
    Ok(page(event, Some(organisation), "done=mailed"))
}

/// Ends all links of an organisation.
pub async fn revoke_contingent_links(form: &ContingentLinkForm) -> Result<SeeOther, AppError> {
    let (event, access, organisation) = form.parse()?;
    planner()
        .revoke_contingent_links(&access, organisation)
        .await?;
    Ok(page(event, Some(organisation), "done=revoked"))
}

fn page(event: EventId, organisation: Option<OrganisationId>, query: &str) -> SeeOther {
    let path = format!("/organise/events/{event}/contingents");
    SeeOther::page(match organisation {
        Some(organisation) => format!("{path}/{organisation}?{query}"),
        None => format!("{path}?{query}"),
    })
}

#[cfg(test)]
mod tests {
    use model::Fault;
    use uuid::Uuid;

    use super::ContingentsForm;

    #[test]
    fn nothing_is_held_where_nothing_is_typed() {
        let id = |number: u128| Uuid::from_u128(number).to_string();
        let mut form = ContingentsForm::default();
        form.seats.insert(id(1), " ".into());
        form.seats.insert(id(2), "0".into());
        form.seats.insert(id(3), "5".into());
        assert_eq!(form.parse().unwrap().len(), 1);
        form.seats.insert(id(1), "viele".into());
        let faults = form.parse().unwrap_err();
        let faults: Vec<_> = faults.iter().collect();
        assert_eq!(
            faults,
            [(format!("seats[{}]", id(1)).as_str(), &Fault::NoNumber)]
        );
    }
}
