//! Mailings: one text that is written to many people, each of whom reads their own.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ContactId, EventId, EventState, EventTime, JobId, MailKind, MailingId, NetworkId,
    OrganisationId, QuestionId, Registration, RegistrationId, RegistrationState, VariableBody,
    VariableLine, string_enum::string_enum,
};

string_enum! {
    /// What a mailing is for.
    MailingPurpose {
        /// An organiser has something to say.
        Message = "message",
        /// The event is near, or over.
        Reminder = "reminder",
        /// People are asked to come.
        Invitation = "invitation",
        /// Invited people who have not answered are asked again.
        InvitationReminder = "invitation reminder",
    }
}

impl MailingPurpose {
    /// The kind of its mails.
    pub const fn mail_kind(self) -> MailKind {
        match self {
            Self::Message => MailKind::Message,
            Self::Reminder => MailKind::Reminder,
            Self::Invitation => MailKind::Invitation,
            Self::InvitationReminder => MailKind::InvitationReminder,
        }
    }
}

string_enum! {
    /// Whether a mailing has begun. How far it has come is its job's.
    MailingState {
        /// It waits for its time.
        Scheduled = "scheduled",
        Started = "started",
        /// It was taken back before it began, or its occasion is gone.
        Withdrawn = "withdrawn",
    }
}

string_enum! {
    /// What became of a recipient of a mailing.
    RecipientState {
        Waiting = "waiting",
        /// The mail is in the outbox.
        Written = "written",
        /// There was no reason to write any more, or no way.
        LeftOut = "left out",
    }
}

/// Somebody whom a mailing writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    Registration(RegistrationId),
    Contact(ContactId),
}

/// Whom a mailing is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MailingAudience {
    /// The registrations of the event that the filter finds when the mailing begins.
    Registrations(PeopleFilter),
    /// The recipients were listed when the mailing was made.
    Listed,
}

/// Selects registrations of an event. The default selects whoever has a seat or waits for one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeopleFilter {
    pub person: Option<RegistrationId>,
    pub state: Option<RegistrationState>,
    pub organisation: Option<OrganisationId>,
    pub answer: Option<AnswerFilter>,
    pub lack: Option<PeopleLack>,
}

/// An answer that people gave: a text, an option, or `on` for a ticked box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerFilter {
    pub question: QuestionId,
    pub value: String,
}

string_enum! {
    /// What people with a seat at the event still lack.
    PeopleLack {
        /// They have no table in a published plan of a café.
        Table = "table",
        /// They have not wished for a workshop.
        Wishes = "wishes",
    }
}

impl PeopleFilter {
    /// Whether the filter finds somebody by what the registration itself says. Nobody is written to whose address is
    /// not confirmed, or who has none.
    pub fn finds(&self, person: &Registration) -> bool {
        if person.state == RegistrationState::Pending || person.person.address.is_stand_in() {
            return false;
        }
        if let Some(wanted) = self.person {
            return person.id == wanted;
        }
        let is_in_state = match self.state {
            Some(state) => person.state == state,
            None => person.state.is_active(),
        };
        let is_partner = |partner| person.person.organisation == Some(partner);
        is_in_state
            && self.organisation.is_none_or(is_partner)
            && self
                .answer
                .as_ref()
                .is_none_or(|answer| answer.is_given_by(person))
            && (self.lack.is_none() || person.state == RegistrationState::Confirmed)
    }
}

impl AnswerFilter {
    fn is_given_by(&self, person: &Registration) -> bool {
        let answer = person.answers.get(self.question);
        answer.is_some_and(|answer| answer.values().contains(&self.value))
    }
}

/// A mailing of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailing {
    pub id: MailingId,
    pub network: NetworkId,
    pub event: EventId,
    pub purpose: MailingPurpose,
    pub state: MailingState,
    pub subject: VariableLine,
    pub text: VariableBody,
    pub audience: MailingAudience,
    /// The state of the event when the mailing was made: once it has another one, nobody is written to.
    pub event_state: EventState,
    /// When it begins. `None`: it began at once.
    pub due: Option<EventTime>,
    /// Its job, until that is deleted.
    pub job: Option<JobId>,
    pub created_at: Timestamp,
    pub started_at: Option<Timestamp>,
    /// When it was stopped, until it goes on.
    pub halted_at: Option<Timestamp>,
}
