//! Pages of one event: overview, change, publish, cancel.

mod agenda;
mod board_texts;
mod cafe;
mod cafe_live;
mod cancel;
mod contingents;
mod discard;
mod edit;
mod editable;
mod fields;
mod harvest;
mod head;
mod job;
mod new;
mod overview;
mod plan_versions;
mod preview;
mod publication;
mod publish;
mod questions;
mod series;
mod share;
mod team;
mod workshops;

pub(crate) use agenda::{AgendaPage, ChangeAgendaItemPage, RemoveAgendaItemPage};
pub(crate) use cafe::{
    CafeDayPage, CafePaperPage, CafePlanPage, CafeSetUpPage, ImportPlanPage, Links, PrintCafePage,
    PublishCafePage, RepairCafePage, Target, WalkInPage, failure_text, parse_lock, parse_seat,
};
pub(crate) use cafe_live::CafeLivePage;
pub(crate) use cancel::CancelEventPage;
pub(crate) use contingents::{ContingentsPage, PlacesOfOrganisationPage};
pub(crate) use discard::DiscardDraftPage;
pub(crate) use edit::EditEventPage;
pub(crate) use harvest::{ActionItemPage, HarvestPage, HarvestPointPage, TableLinksPage};
pub(crate) use head::{EventTab, event_band, state_tag};
pub(crate) use job::JobPage;
pub(crate) use new::NewEventPage;
pub(crate) use overview::{EventActivityPage, EventOverviewPage, StepText, quiet_text};
pub(crate) use preview::PreviewPage;
pub(crate) use publish::PublishEventPage;
pub(crate) use questions::{ChangeQuestionPage, QuestionsPage, RemoveQuestionPage};
pub(crate) use series::{EventSeriesPage, NextEventPage};
pub(crate) use share::ShareEventPage;
pub(crate) use team::EventTeamPage;
pub(crate) use workshops::{
    AssignedPersonPage, AssignmentPage, BusyPeoplePage, ChangeSlotPage, ChangeWorkshopPage,
    EventBookingsPage, EventWishesPage, ImportWorkshopsPage, NewSlotPage, NewWorkshopPage,
    PublishAssignmentPage, RefusedWishesPage, RemoveSlotPage, RemoveWorkshopPage, RoomsPage,
    SmallWorkshopsPage, TakeOverWorkshopsPage, WishReminderPage, WorkshopDayPage,
    WorkshopListsPage, WorkshopSignsPage, WorkshopTimetablesPage, WorkshopsPage,
};
