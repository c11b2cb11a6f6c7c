//! Networks, the people who work for them, their address book and partner organisations, their logos, and the history
//! of all that.

mod contacts;
mod distribution_lists;
mod drawing_queue;
mod event_team;
mod history;
mod logos;
mod members;
mod networks;
mod organisations;
mod own_words;
mod pictures;

pub use crate::audit::{PartChange, ValueChange};
pub use contacts::{
    ComparedContacts, ConsentToKeep, ContactExportTexts, ContactImportPreview,
    ContactImportSummary, ContactLine, ContactListing, ContactRecord, ContactSelection,
    DifferingLine, Duplicates, Invitations, KnownContacts, NamedOrganisation, NewContact,
    RegisteredFor, SeenContact, Tagging, UndoneImport,
};
pub use distribution_lists::{DistributionListRecord, DistributionLists, NewDistributionList};
pub(crate) use drawing_queue::DrawingQueue;
pub use event_team::{EventTeam, NewEventMember, OwnEvents};
pub use history::{History, HistoryEntry};
pub use logos::LogoSettings;
pub use members::NewMember;
pub use networks::NetworkSettings;
pub use organisations::{
    ComparedOrganisations, DuplicateOrganisations, LineParent, MergedPlaces, NewOrganisation,
    OrganisationColumn, OrganisationFilter, OrganisationImportPreview, OrganisationImportSummary,
    OrganisationLine, OrganisationListing, OrganisationMerge, OrganisationRecord,
    OrganisationTexts, UndoneOrganisationImport,
};
pub use own_words::OwnWordsPreview;
