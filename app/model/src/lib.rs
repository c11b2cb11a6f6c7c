//! The words of the product as types, with their rules. A value that exists is valid.
//!
//! No I/O, no clock, no randomness, no SQL; compiles for the browser and for the server. Two features
//! are the server's: time zones parse only with `tzdb`, and rules that need Unicode's tables are behind
//! `unicode`.

mod address;
mod agenda;
mod answers;
pub mod assignment;
mod attachment;
mod audit;
pub mod cafe;
mod change;
#[cfg(feature = "unicode")]
mod cities;
mod colleague;
mod contact;
mod date_mentions;
pub mod dates;
mod distribution_list;
mod event;
mod event_rules;
mod fault;
mod harvest;
mod hue;
mod ids;
mod invisible;
mod invitation;
mod job;
mod language;
mod list_columns;
pub mod local;
mod logo;
mod mail;
mod mailing;
mod network;
mod number_range;
mod organisation;
mod own_words;
pub mod plan;
mod question;
mod quotes;
mod registration;
mod reminder;
#[cfg(feature = "unicode")]
mod search_key;
pub mod seats;
mod series;
mod string_enum;
mod text;
mod time_zone;
mod variable_text;
mod web_address;
pub mod workshops;

pub use address::EmailAddress;
pub use agenda::{AgendaItem, AgendaItemKind};
pub use answers::{Answer, Answers};
pub use attachment::{Attachment, AttachmentKind, MAX_ATTACHED_BYTES, MOST_ATTACHMENTS};
pub use audit::{AuditAction, AuditActor, AuditSubject};
pub use change::{
    AgendaItemChange, Audience, Changed, ContactChange, EventChange, FieldChange, NetworkChange,
    PersonChange, QuestionChange, RegistrationChange, merged,
};
pub use colleague::Colleague;
pub use contact::{
    Contact, ContactGroup, ContactImport, ContactParticulars, ContactSource, Tag, Tags,
};
pub use date_mentions::DateMention;
pub use distribution_list::{ContactRule, DistributionList, ListMembers};
pub use event::{
    Admission, ColleagueConfirmation, Contingent, Event, EventDetails, EventKind, EventState,
    EventTime, Place, Visibility,
};
pub use event_rules::ContingentHolders;
pub use fault::{Fault, Faults, PictureFault};
pub use harvest::{
    ActionItem, ActionState, HarvestPoint, PlanLink, PlanLinkPurpose, PointKind, PointState,
    PointText,
};
pub use hue::Hue;
pub use ids::{
    ActionItemId, AgendaChangeId, AgendaItemId, AttachmentId, ContactId, ContactImportId,
    DistributionListId, EventId, InvitationId, JobId, LogoId, MailId, MailingId, MemberId,
    NetworkId, OrganisationId, OrganisationImportId, PlanId, PointId, QuestionId, RegistrationId,
    SeriesId, SlotId, WorkshopId,
};
pub use invitation::{Invitation, InvitationAnswer, InvitationCalendar, InvitationCounts};
pub use job::{JobKind, JobProblem, JobProblems, JobState, LeftOut, ProblemReason};
pub use language::Language;
pub use list_columns::{HiddenColumns, ListColumn};
pub use logo::{Logo, LogoImage, LogoRole, MOST_LOGOS};
pub use mail::{MailKind, MailState};
pub use mailing::{
    AnswerFilter, Mailing, MailingAudience, MailingPurpose, MailingState, PeopleFilter, PeopleLack,
    Recipient, RecipientState,
};
pub use network::{EventRole, Member, Membership, Network, NetworkHead, Role};
pub use number_range::NumberRange;
pub use organisation::{Organisation, OrganisationImport};
pub use own_words::{
    KINDS_WITH_OWN_WORDS, KINDS_WITHOUT_OWN_TEXT, OwnWords, VARIABLES_OF_OWN_WORDS,
};
pub use question::{Need, Question, QuestionKind};
pub use quotes::nest_quotes;
pub use registration::{
    Affiliation, LinkPurpose, Person, Registration, RegistrationInput, RegistrationState, Source,
};
pub use reminder::{EventReminder, ReminderEvent, ReminderKind, ReminderOutlook, ReminderTime};
#[cfg(feature = "unicode")]
pub use search_key::{finds, name_key, search_key};
pub use series::{CopiedPart, CopyNote, EventInSeries, EventSeries};
pub use string_enum::UnknownVariant;
pub use text::{Line, Slug, Text};
pub use time_zone::IanaTimeZone;
pub use variable_text::{
    RenderedText, TextVariable, VariableBody, VariableLine, VariableText, VariableValues,
};
pub use web_address::WebAddress;
