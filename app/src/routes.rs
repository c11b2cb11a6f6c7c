//! The routes of all pages.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    hooks::use_params_map,
    path,
};
use ui::{error::AppError, shell::ErrorPage};

#[cfg_attr(
    not(test),
    expect(
        clippy::wildcard_imports,
        reason = "every page stands here once, in the table below"
    )
)]
use crate::pages::{account::*, organise::*, public::*};

/// The component that routes to all pages.
#[expect(non_snake_case, reason = "a component")]
#[expect(clippy::too_many_lines, reason = "a line for each page")]
pub(crate) fn Pages() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=|| ErrorPage(AppError::NotFound)>
                <Route path=path!("/") view=UpcomingPage ssr=SsrMode::Async/>
                <Route path=path!("/events") view=UpcomingPage ssr=SsrMode::Async/>
                <Route path=path!("/events/:slug") view=EventPage ssr=SsrMode::Async/>
                <Route path=path!("/events/:slug/register") view=RegisterPage ssr=SsrMode::Async/>
                <Route path=path!("/events/:slug/registered") view=RegisteredPage ssr=SsrMode::Async/>
                <Route path=path!("/events/:slug/results") view=ResultsPage ssr=SsrMode::Async/>
                <Route path=path!("/events/:slug/programme") view=ProgrammePage ssr=SsrMode::Async/>
                <Route path=path!("/table/:token") view=TablePage ssr=SsrMode::Async/>
                <Route path=path!("/places/:token") view=PlacesPage ssr=SsrMode::Async/>
                <Route path=path!("/confirm/:token") view=ConfirmPage ssr=SsrMode::Async/>
                <Route path=path!("/invitation/:token") view=InvitationPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token") view=RegistrationPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token/change") view=ChangeRegistrationPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token/workshops") view=BookingsPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token/wishes") view=WishesPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token/assignment") view=OwnAssignmentPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token/swaps") view=SwapsPage ssr=SsrMode::Async/>
                <Route path=path!("/registration/:token/cancel") view=CancelRegistrationPage ssr=SsrMode::Async/>
                <Route path=path!("/screen/:token") view=ScreenPage ssr=SsrMode::Async/>
                <Route path=path!("/list/:token") view=WorkshopListPage ssr=SsrMode::Async/>
                <Route path=path!("/opt-out/:token") view=OptOutPage ssr=SsrMode::Async/>
                <Route path=path!("/imprint/:network") view=ImprintPage ssr=SsrMode::Async/>
                <Route path=path!("/privacy/:network") view=PrivacyPage ssr=SsrMode::Async/>
                <Route path=path!("/accessibility") view=AccessibilityPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/:token") view=SignInLinkPage ssr=SsrMode::Async/>
                <Route path=path!("/organise") view=EventsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/new") view=NewEventPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id") view=EventOverviewPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/edit") view=EditEventPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/series") view=EventSeriesPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/team") view=EventTeamPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/next") view=NextEventPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/publish") view=PublishEventPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cancel") view=CancelEventPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/share") view=ShareEventPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/activity") view=EventActivityPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/discard") view=DiscardDraftPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/jobs/:job") view=JobPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/agenda") view=AgendaPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/agenda/:item") view=ChangeAgendaItemPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/agenda/:item/remove") view=RemoveAgendaItemPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/live") view=CafeLivePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/questions") view=QuestionsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/questions/:question") view=ChangeQuestionPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/questions/:question/remove") view=RemoveQuestionPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/paper") view=CafePaperPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/paper/:part") view=PrintCafePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/plan") view=CafePlanPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/plan/import") view=ImportPlanPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/preview") view=PreviewPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/publish") view=PublishCafePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/day") view=CafeDayPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/day/new") view=WalkInPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/repair") view=RepairCafePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations") view=RegistrationsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/new") view=AddPersonPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/several") view=DecideSeveralPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/several-answers") view=AnswerSeveralPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/answers") view=AnswersPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/import") view=ImportPeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/contingents") view=ContingentsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/contingents/:organisation") view=PlacesOfOrganisationPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/invitations") view=InvitationsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/invitations/new") view=InvitePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/invitations/remind") view=RemindInvitedPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/invitations/:invitation") view=InvitedPersonPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/:registration") view=PersonPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/registrations/:registration/correct") view=CorrectPersonPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe") view=CafeSetUpPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/harvest") view=HarvestPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/harvest/links") view=TableLinksPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/harvest/points/:point") view=HarvestPointPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/cafe/harvest/agreed/:action") view=ActionItemPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops") view=WorkshopsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/new") view=NewWorkshopPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/import") view=ImportWorkshopsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/busy") view=BusyPeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/rooms") view=RoomsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/wishes") view=EventWishesPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/wishes/remind") view=WishReminderPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/bookings") view=EventBookingsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/assignment") view=AssignmentPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/assignment/refused") view=RefusedWishesPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/assignment/small") view=SmallWorkshopsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/assignment/:person") view=AssignedPersonPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/publish") view=PublishAssignmentPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/day") view=WorkshopDayPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/lists") view=WorkshopListsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/signs") view=WorkshopSignsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/timetables") view=WorkshopTimetablesPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/copy") view=TakeOverWorkshopsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/slots/new") view=NewSlotPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/slots/:slot") view=ChangeSlotPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/slots/:slot/remove") view=RemoveSlotPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/:workshop") view=ChangeWorkshopPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/workshops/:workshop/remove") view=RemoveWorkshopPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/messages") view=EventMessagesPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/messages/new") view=NewMessagePage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/messages/reminders") view=RemindersPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/events/:id/messages/:mailing") view=MailingPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts") view=ContactsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/new") view=NewContactPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/import") view=ImportContactsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/duplicates") view=DuplicateContactsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/:contact") view=ContactPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/:contact/edit") view=EditContactPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/:contact/merge") view=MergeContactPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/contacts/:contact/delete") view=DeleteContactPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/lists") view=DistributionListsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/lists/new") view=NewDistributionListPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/lists/:list") view=DistributionListPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/lists/:list/edit") view=EditDistributionListPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/lists/:list/delete") view=DeleteDistributionListPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations") view=OrganisationsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations/new") view=NewOrganisationPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations/duplicates") view=DuplicateOrganisationsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations/import") view=ImportOrganisationsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations/:organisation") view=OrganisationPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations/:organisation/edit") view=EditOrganisationPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/organisations/:organisation/merge") view=MergeOrganisationPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/outgoing") view=OutgoingPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/outgoing/:mail") view=OutgoingMailPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network") view=NetworkPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/logos") view=LogosPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/logos/:logo") view=ChangeLogoPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/mails") view=OwnWordsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/mails/:kind") view=ChangeOwnWordsPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/members") view=MembersPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/members/:member") view=ChangeMemberPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/members/:member/remove") view=RemoveMemberPage ssr=SsrMode::Async/>
                <Route path=path!("/organise/network/history") view=HistoryPage ssr=SsrMode::Async/>
                <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}

/// The value of a path parameter: `param("slug")` on `/events/:slug`.
pub(crate) fn param(name: &str) -> String {
    use_params_map()
        .with_untracked(|params| params.get(name))
        .unwrap_or_default()
}
