//! People who are entered by somebody who registers, once the owner of the address confirms it, or by their
//! organisation.

use std::collections::HashMap;

use model::{
    AuditAction, Colleague, ColleagueConfirmation, Language, Line, Person, Registration,
    RegistrationId, RegistrationInput, RegistrationState, Source,
};

use super::{decide::AddedPerson, event_seats::SeatClaim};
use crate::{PlannerError, Result, access::Limit, audit::Who, events::LockedEvent};

/// By whom somebody is entered who is no organiser.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub source: Source,
    /// What mails call the colleague or the organisation.
    pub entered_by: Line<200>,
}

/// What became of somebody who was entered.
#[derive(Debug, Clone)]
pub(crate) enum Entered {
    /// They ask for a seat.
    New(Box<Registration>),
    /// They were asked to confirm: they never had, or had given the registration up.
    Asked,
    /// They have an answer already, and are not written to.
    Known(Box<Registration>),
    /// They got many mails already.
    LeftOut,
}

impl LockedEvent<'_> {
    /// Enters the colleagues of those who have just confirmed. Where the first confirms for all they get seats or places
    /// on the waiting list, else each is asked to confirm. Whoever is registered already is left out, and nobody is told
    /// so.
    pub(super) async fn enter_colleagues_of(
        &mut self,
        registrations: &HashMap<RegistrationId, Registration>,
        inputs: &[(RegistrationId, &RegistrationInput)],
    ) -> Result<()> {
        let mut claims = Vec::new();
        for (id, input) in inputs {
            let Some(first) = registrations.get(id) else {
                continue;
            };
            let entry = Entry {
                source: Source::Form,
                entered_by: name_of(first),
            };
            for colleague in &input.colleagues {
                let added = beside(first, colleague.clone());
                let Entered::New(registration) = self.enter_colleague(added, &entry).await? else {
                    continue;
                };
                match self.event.details.colleagues {
                    ColleagueConfirmation::First => {
                        claims.push(SeatClaim::new(*registration, Who::Participant));
                    }
                    ColleagueConfirmation::Each => {
                        let action = AuditAction::RegistrationPending;
                        self.note(registration.id, Who::Participant, action).await?;
                        self.ask_colleague(&registration, None).await?;
                    }
                }
            }
        }
        if !claims.is_empty() {
            self.allocator().give_or_enqueue_all(claims).await?;
        }
        Ok(())
    }

    /// Saves somebody whom another person enters. Who comes, waits or was declined stays as they are. Who gave a
    /// registration up, or has yet to confirm one, decides about it: they are asked once more.
    pub(crate) async fn enter_colleague(
        &mut self,
        added: AddedPerson,
        entry: &Entry,
    ) -> Result<Entered> {
        let address = added.person.address.lower();
        let event = self.event.id;
        let known = self.tx.registration_by_address(event, &address).await?;
        if let Some(known) = &known
            && !matches!(
                known.state,
                RegistrationState::Pending | RegistrationState::Cancelled
            )
        {
            return Ok(Entered::Known(Box::new(known.clone())));
        }
        let (limit, of) = (
            Limit::RegistrationMailByAddress,
            format!("{event} {address}"),
        );
        match self.planner.count_towards(self.tx, limit, &of).await {
            Ok(()) => (),
            Err(PlannerError::TooManyRequests { .. }) => return Ok(Entered::LeftOut),
            Err(error) => return Err(error),
        }
        let entered_by = Some(entry.entered_by.clone());
        if let Some(known) = known {
            let input = RegistrationInput {
                person: added.person,
                answers: added.answers,
                consent: (self.network.privacy_version, self.planner.now()),
                may_be_kept: false,
                wishes: Vec::new(),
                colleagues: Vec::new(),
                entered_by: entered_by.clone(),
            };
            // The mail says who entered them now, not who did before.
            let asked = Registration {
                address_confirmed_at: None,
                entered_by,
                ..known
            };
            self.ask_colleague(&asked, Some(&input)).await?;
            return Ok(Entered::Asked);
        }
        let registration = Registration {
            entered_by,
            ..self.entered(added, entry.source)
        };
        self.tx.insert_registration(&registration).await?;
        Ok(Entered::New(Box::new(registration)))
    }

    /// Mails a colleague the link that confirms the registration, or the input that replaces it.
    async fn ask_colleague(
        &mut self,
        registration: &Registration,
        input: Option<&RegistrationInput>,
    ) -> Result<()> {
        let planner = self.planner;
        let link = planner
            .new_confirmation_link(self.tx, registration.id, input)
            .await?;
        let mailing = self.mailing()?;
        planner
            .ask_to_confirm(self.tx, &mailing, registration, &link)
            .await
    }
}

/// A colleague with the organisation and the language of the person who enters them.
fn beside(first: &Registration, colleague: Colleague) -> AddedPerson {
    let Colleague {
        given_name,
        family_name,
        address,
        answers,
    } = colleague;
    AddedPerson {
        person: Person {
            given_name,
            family_name,
            address,
            ..first.person.clone()
        },
        answers,
    }
}

/// What mails call the person who entered somebody. Strangers read it: it is the name only if it looks like one.
fn name_of(first: &Registration) -> Line<200> {
    let name = first.person.name();
    let somebody = match first.person.language {
        Language::De => "Eine Kollegin oder ein Kollege",
        Language::En => "A colleague",
    };
    let shown = if looks_like_a_name(&name) {
        &name
    } else {
        somebody
    };
    Line::parse(shown).unwrap_or_else(|_| first.person.family_name.clone())
}

/// Whether a text can be a name, rather than a message or the address of a page.
fn looks_like_a_name(text: &str) -> bool {
    const MOST_CHARACTERS: usize = 60;
    let is_foreign =
        |c: char| c.is_numeric() || c.is_control() || "/:@!?;<>[]{}|\\#$%€".contains(c);
    let mut pairs = text.chars().zip(text.chars().skip(1));
    text.chars().count() <= MOST_CHARACTERS
        && !text.contains(is_foreign)
        && !text.to_lowercase().contains("www")
        && !pairs.any(|(dot, next)| dot == '.' && next.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_name;

    #[test]
    fn a_message_is_no_name() {
        for name in ["Anna Muster", "Dr. Şeyma O'Neil-Öztürk", "李 小龍"] {
            assert!(looks_like_a_name(name), "{name}");
        }
        let long = "Anna ".repeat(13);
        for text in [
            "Gewinn abholen: bank.example",
            "Konto gesperrt bank.example",
            "www bank example",
            "Ihr Code 4711",
            "https://bank",
            long.as_str(),
        ] {
            assert!(!looks_like_a_name(text), "{text}");
        }
    }
}
