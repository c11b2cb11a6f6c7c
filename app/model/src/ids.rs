//! Identities. Each kind of thing has its own, so that one cannot be taken for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The number itself, as the database keeps it.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )+};
}

ids! {
    /// A network: owner of events, people and settings.
    NetworkId,
    /// A person with an account and a role in a network.
    MemberId,
    /// A partner of a network.
    OrganisationId,
    /// A table of organisations that was imported into a network.
    OrganisationImportId,
    /// A person in a network's address book.
    ContactId,
    /// A table that was imported into a network's address book.
    ContactImportId,
    /// A distribution list of a network.
    DistributionListId,
    /// An event.
    EventId,
    /// A series of events.
    SeriesId,
    /// One logo of a network.
    LogoId,
    /// One item of an event's agenda.
    AgendaItemId,
    /// A time in which workshops are offered in parallel.
    SlotId,
    /// A workshop of an event.
    WorkshopId,
    /// One change of an event's agenda.
    AgendaChangeId,
    /// A café's plan, or the plan of an event's workshops, with its set-up and all its versions.
    PlanId,
    /// One of the event's own questions.
    QuestionId,
    /// One person at one event.
    RegistrationId,
    /// One contact's invitation to one event.
    InvitationId,
    /// One mail in the outbox.
    MailId,
    /// One text that is written to many people.
    MailingId,
    /// One file that is sent with a mailing.
    AttachmentId,
    /// One piece of work that outlives a request.
    JobId,
    /// One point that a table of a café wrote down.
    PointId,
    /// One thing agreed at an event.
    ActionItemId,
}
