//! Display names of the model's values.

use model::{
    ActionState, Admission, AgendaItemKind, AuditAction, AuditSubject, ColleagueConfirmation,
    ContactGroup, ContactSource, CopiedPart, EventKind, EventRole, EventState, Hue,
    InvitationAnswer, InvitationCalendar, JobKind, JobState, Language, LogoRole, MailState,
    PeopleLack, PointKind, PointState, QuestionKind, RegistrationState, ReminderKind, Role,
    Visibility,
    cafe::{CafeGoal, VersionCause},
    workshops::SlotWay,
};

use super::t;

/// A value with a display name.
pub trait Named: Copy {
    /// The name in a language.
    fn name_in(self, language: Language) -> String;

    /// The name in the language of the visit.
    fn name(self) -> String {
        self.name_in(crate::visit::language())
    }
}

macro_rules! named {
    ($($name:ident { $($variant:ident = $key:literal),+ $(,)? })+) => {$(
        impl Named for $name {
            fn name_in(self, language: Language) -> String {
                match self {
                    $(Self::$variant => t!(language => $key)),+
                }
            }
        }
    )+};
}

named! {
    VersionCause {
        Solved = "cafe-cause-solved",
        RestSolved = "cafe-cause-rest-solved",
        Alternative = "cafe-cause-alternative",
        Moved = "cafe-cause-moved",
        Swapped = "cafe-cause-swapped",
        Locked = "cafe-cause-locked",
        Repaired = "cafe-cause-repaired",
        Restored = "cafe-cause-restored",
        Random = "cafe-cause-random",
        Empty = "cafe-cause-empty",
        Imported = "cafe-cause-imported",
        LatePlaced = "cafe-cause-late-placed",
        Agreed = "cafe-cause-agreed",
    }
    EventKind {
        NetworkMeeting = "kind-network-meeting",
        WorldCafe = "kind-world-cafe",
        Conference = "kind-conference",
        SteeringGroup = "kind-steering-group",
        Committee = "kind-committee",
    }
    EventState {
        Draft = "state-draft",
        Published = "state-published",
        Cancelled = "state-cancelled",
    }
    Visibility {
        Public = "visibility-public",
        Link = "visibility-link",
        Invitation = "visibility-invitation",
    }
    Admission {
        Open = "admission-open",
        Approved = "admission-approved",
        Invited = "admission-invited",
    }
    ColleagueConfirmation {
        Each = "colleagues-each",
        First = "colleagues-first-for-all",
    }
    CopiedPart {
        OnlineLink = "copied-online-link",
        RegistrationTimes = "copied-registration-times",
        WishDeadline = "copied-wish-deadline",
        SecretLinks = "copied-secret-links",
        Invitations = "copied-invitations",
        LeftOutDays = "copied-left-out-days",
        Title = "copied-title-text",
        Summary = "copied-summary",
        PlainLanguage = "copied-plain-language",
        Body = "copied-body",
        Agenda = "copied-agenda",
        Workshops = "copied-workshops",
        Questions = "copied-questions",
        Reminders = "copied-reminders",
    }
    InvitationAnswer {
        Silent = "invitation-silent",
        Registered = "invitation-registered",
        Declined = "invitation-declined",
    }
    InvitationCalendar {
        WithRegistration = "invitation-calendar-registration",
        WithInvitation = "invitation-calendar-invitation",
    }
    AgendaItemKind {
        Plenary = "agenda-item-plenary",
        Break = "agenda-item-break",
        IntroductionRound = "agenda-item-introduction-round",
        Cafe = "agenda-item-cafe",
        Workshop = "agenda-item-workshop",
    }
    SlotWay {
        Together = "workshops-way-together",
        FirstCome = "workshops-way-first-come",
        Wishes = "workshops-way-wishes",
    }
    CafeGoal {
        Topics = "set-up-goal-topics",
        Meetings = "set-up-goal-meetings",
        Mix = "set-up-goal-mix",
        NewFaces = "set-up-goal-new-faces",
    }
    QuestionKind {
        Text = "question-text",
        LongText = "question-long-text",
        OneOf = "question-one-of",
        SeveralOf = "question-several-of",
        YesNo = "question-yes-no",
    }
    RegistrationState {
        Pending = "registration-pending",
        Confirmed = "registration-confirmed",
        Waitlisted = "registration-waitlisted",
        Declined = "registration-declined",
        Cancelled = "registration-cancelled",
    }
    MailState {
        Queued = "mail-queued",
        Sending = "mail-sending",
        Accepted = "mail-accepted",
        Refused = "mail-refused-state",
        Dropped = "mail-dropped-state",
        Kept = "mail-kept-state",
    }
    AuditAction {
        NetworkCreated = "action-network-created",
        NetworkChanged = "action-network-changed",
        OwnWordsChanged = "action-own-words-changed",
        LogoAdded = "action-logo-added",
        LogoChanged = "action-logo-changed",
        LogoRemoved = "action-logo-removed",
        LogosReordered = "action-logos-reordered",
        MemberAdded = "action-member-added",
        MemberChanged = "action-member-changed",
        MemberRemoved = "action-member-removed",
        EventMemberAdded = "action-event-member-added",
        EventMemberRemoved = "action-event-member-removed",
        SignedIn = "action-signed-in",
        OrganisationAdded = "action-organisation-added",
        OrganisationChanged = "action-organisation-changed",
        OrganisationsMerged = "action-organisations-merged",
        OrganisationsImported = "action-organisations-imported",
        OrganisationImportUndone = "action-organisation-import-undone",
        OrganisationLogoSaved = "action-organisation-logo-saved",
        OrganisationLogoRemoved = "action-organisation-logo-removed",
        ContactAdded = "action-contact-added",
        ContactChanged = "action-contact-changed",
        ContactDeleted = "action-contact-deleted",
        ContactsMerged = "action-contacts-merged",
        ContactsImported = "action-contacts-imported",
        ContactsTagged = "action-contacts-tagged",
        ContactImportUndone = "action-contact-import-undone",
        DistributionListAdded = "action-list-added",
        DistributionListChanged = "action-list-changed",
        DistributionListDeleted = "action-list-deleted",
        EventCreated = "action-event-created",
        EventChanged = "action-event-changed",
        EventCorrected = "action-event-corrected",
        SeriesChanged = "action-series-changed",
        CopyNoteDone = "action-copy-note-done",
        EventPublished = "action-event-published",
        EventCancelled = "action-event-cancelled",
        DraftDiscarded = "action-draft-discarded",
        AgendaItemAdded = "action-agenda-item-added",
        AgendaItemChanged = "action-agenda-item-changed",
        AgendaItemRemoved = "action-agenda-item-removed",
        AgendaReordered = "action-agenda-reordered",
        AgendaRestored = "action-agenda-restored",
        ProgrammeChanged = "action-programme-changed",
        ProgrammeImported = "action-programme-imported",
        WishSetupChanged = "action-wish-setup-changed",
        WorkshopCalledOff = "action-workshop-called-off",
        WorkshopReinstated = "action-workshop-reinstated",
        WorkshopSeatTaken = "action-workshop-seat-taken",
        WorkshopListJoined = "action-workshop-list-joined",
        WorkshopLeft = "action-workshop-left",
        WorkshopsSwapped = "action-workshops-swapped",
        WishReminderSent = "action-wish-reminder-sent",
        MailingMade = "action-mailing-made",
        MailingWithdrawn = "action-mailing-withdrawn",
        ReminderChanged = "action-reminder-changed",
        ContactOptedOut = "action-contact-opted-out",
        CafeSetUpChanged = "action-cafe-set-up-changed",
        AssignmentSetUpChanged = "action-assignment-set-up-changed",
        OfferCalledOff = "action-offer-called-off",
        OfferKept = "action-offer-kept",
        BusyMarked = "action-busy-marked",
        BusyUnmarked = "action-busy-unmarked",
        OfferUndecided = "action-offer-undecided",
        AssignmentChosen = "action-assignment-chosen",
        RepairDiscarded = "action-repair-discarded",
        PlanVersionMade = "action-plan-version-made",
        PlanPublished = "action-plan-published",
        PlanWithdrawn = "action-plan-withdrawn",
        AttendanceMarked = "action-attendance-marked",
        ScreenLinkMade = "action-screen-link-made",
        ScreenLinkRevoked = "action-screen-link-revoked",
        ScreenLinksRevoked = "action-screen-links-revoked",
        TableLinksMade = "action-table-links-made",
        TableLinksRevoked = "action-table-links-revoked",
        ListLinksMade = "action-list-links-made",
        ListLinksRevoked = "action-list-links-revoked",
        ListAnswersChosen = "action-list-answers-chosen",
        HarvestTidied = "action-harvest-tidied",
        ResultsPublished = "action-results-published",
        ResultsWithdrawn = "action-results-withdrawn",
        ActionItemAdded = "action-action-item-added",
        ActionItemChanged = "action-action-item-changed",
        QuestionAdded = "action-question-added",
        QuestionChanged = "action-question-changed",
        QuestionRemoved = "action-question-removed",
        QuestionsReordered = "action-questions-reordered",
        ContingentReleaseChanged = "action-contingent-release-changed",
        ContingentLinkMade = "action-contingent-link-made",
        ContingentLinkMailed = "action-contingent-link-mailed",
        ContingentLinksRevoked = "action-contingent-links-revoked",
        InvitationsMade = "action-invitations-made",
        InvitationDeclined = "action-invitation-declined",
        SubstituteNamed = "action-substitute-named",
        InvitationTakenBack = "action-invitation-taken-back",
        InvitationLinkRenewed = "action-invitation-link-renewed",
        RegistrationPending = "action-registration-pending",
        RegistrationConfirmed = "action-registration-confirmed",
        RegistrationWaitlisted = "action-registration-waitlisted",
        RegistrationUndecided = "action-registration-undecided",
        RegistrationDeclined = "action-registration-declined",
        RegistrationCancelled = "action-registration-cancelled",
        RegistrationChanged = "action-registration-changed",
        RegisteredAgain = "action-registered-again",
        MovedUp = "action-moved-up",
        MailSentAgain = "action-mail-sent-again",
        AddressResumed = "action-address-resumed",
        KeptMailsSent = "action-kept-mails-sent",
        KeptMailsLeft = "action-kept-mails-left",
        JobStopped = "action-job-stopped",
        JobResumed = "action-job-resumed",
    }
    ContactGroup {
        WithoutOrganisation = "contact-group-without-organisation",
        WithoutTag = "contact-group-without-tag",
        OptedOut = "contact-group-opted-out",
        OnlyRegistered = "contact-group-only-registered",
    }
    ContactSource {
        Registration = "contact-source-registration",
        Organiser = "contact-source-organiser",
        Import = "contact-source-import",
    }
    PointKind {
        Insight = "point-insight",
        Proposal = "point-proposal",
        Question = "point-question",
    }
    PointState {
        Shown = "point-shown",
        Draft = "point-draft",
        Hidden = "point-hidden",
        Merged = "point-merged",
        Removed = "point-removed",
    }
    ActionState {
        Open = "action-item-open",
        Done = "action-item-done",
    }
    JobKind {
        EventPublished = "job-event-published",
        EventChanged = "job-event-changed",
        EventCancelled = "job-event-cancelled",
        PlanPublished = "job-plan-published",
        ProgrammeChanged = "job-programme-changed",
        WishReminder = "job-wish-reminder",
        Mailing = "job-mailing",
        Decision = "job-decision",
        CafeSolved = "job-cafe-solved",
        WorkshopsAssigned = "job-workshops-assigned",
        OffersPriced = "job-offers-priced",
        Import = "job-import",
    }
    PeopleLack {
        Table = "people-lack-table",
        Wishes = "people-lack-wishes",
    }
    ReminderKind {
        Early = "reminder-early",
        Late = "reminder-late",
        Thanks = "reminder-thanks",
    }
    JobState {
        Queued = "job-queued",
        Running = "job-running",
        Done = "job-done-state",
        Failed = "job-failed",
        Stopped = "job-stopped",
    }
    LogoRole {
        Network = "logo-role-network",
        Funder = "logo-role-funder",
    }
    Role {
        Owner = "role-owner",
        Organiser = "role-organiser",
        Helper = "role-helper",
        Reader = "role-reader",
        EventOnly = "role-event-only",
    }
    AuditSubject {
        Events = "audit-events",
        Registrations = "audit-registrations",
        People = "audit-people",
        Organisations = "audit-organisations",
        Members = "audit-members",
        Network = "audit-network",
    }
    EventRole {
        Helper = "event-role-helper",
        Host = "event-role-host",
    }
}

impl Named for Language {
    /// The name of the language in that language, for people who read no other.
    fn name_in(self, _: Language) -> String {
        t!(self => "language-name")
    }
}

impl Named for Hue {
    /// Its number among the colours offered, and its angle on the colour wheel.
    fn name_in(self, language: Language) -> String {
        let place = Hue::all().take_while(|hue| *hue != self).count() + 1;
        t!(language => "hue-angle", angle = self.degrees(), place = place)
    }
}
