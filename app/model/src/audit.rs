//! Who did what: the vocabulary of the audit log.

use crate::{EventState, RegistrationState, string_enum::string_enum};

string_enum! {
    /// The kind of person or thing that made a change.
    AuditActor {
        /// A member of the network.
        Member = "member",
        /// The person a registration is for, through a personal link.
        Participant = "participant",
        /// Whoever runs the server, by a command.
        Operator = "operator",
        /// The planner itself, as when a seat goes to the next person waiting.
        Planner = "planner",
    }
}

string_enum! {
    /// A change that the audit log records.
    AuditAction {
        NetworkCreated = "network created",
        NetworkChanged = "network changed",
        OwnWordsChanged = "own words changed",
        LogoAdded = "logo added",
        LogoChanged = "logo changed",
        LogoRemoved = "logo removed",
        LogosReordered = "logos reordered",
        MemberAdded = "member added",
        MemberChanged = "member changed",
        MemberRemoved = "member removed",
        /// Somebody got a role at one event.
        EventMemberAdded = "event member added",
        EventMemberRemoved = "event member removed",
        SignedIn = "signed in",
        OrganisationAdded = "organisation added",
        OrganisationChanged = "organisation changed",
        /// Two organisations became one.
        OrganisationsMerged = "organisations merged",
        OrganisationsImported = "organisations imported",
        OrganisationImportUndone = "organisation import undone",
        OrganisationLogoSaved = "organisation logo saved",
        OrganisationLogoRemoved = "organisation logo removed",
        ContactAdded = "contact added",
        ContactChanged = "contact changed",
        ContactDeleted = "contact deleted",
        /// Two contacts of one person became one.
        ContactsMerged = "contacts merged",
        ContactsImported = "contacts imported",
        /// Tags were given to several contacts, or taken from them.
        ContactsTagged = "contacts tagged",
        ContactImportUndone = "contact import undone",
        DistributionListAdded = "distribution list added",
        DistributionListChanged = "distribution list changed",
        DistributionListDeleted = "distribution list deleted",
        EventCreated = "event created",
        /// An event belongs to another series, or to none any more.
        SeriesChanged = "series changed",
        /// Something that a copied event still needed was seen to.
        CopyNoteDone = "copy note done",
        EventChanged = "event changed",
        /// An event was changed, and nobody was written to about it.
        EventCorrected = "event corrected",
        EventPublished = "event published",
        EventCancelled = "event cancelled",
        /// A draft was deleted, with everybody who had been added to it.
        DraftDiscarded = "draft discarded",
        AgendaItemAdded = "agenda item added",
        AgendaItemChanged = "agenda item changed",
        AgendaItemRemoved = "agenda item removed",
        AgendaReordered = "agenda reordered",
        AgendaRestored = "agenda restored",
        /// Slots, workshops or rooms were changed.
        ProgrammeChanged = "programme changed",
        /// Workshops were imported, or taken over from another event.
        ProgrammeImported = "programme imported",
        /// How people wish for workshops was changed.
        WishSetupChanged = "wish set-up changed",
        WorkshopCalledOff = "workshop called off",
        /// A workshop that was called off takes place after all.
        WorkshopReinstated = "workshop reinstated",
        /// Somebody took a seat in a workshop, or got one.
        WorkshopSeatTaken = "workshop seat taken",
        /// Somebody waits for a seat in a workshop.
        WorkshopListJoined = "workshop waiting list joined",
        /// Somebody has no seat in a workshop any more, or waits no more.
        WorkshopLeft = "workshop left",
        /// Two participants have exchanged their seats in a slot.
        WorkshopsSwapped = "workshops swapped",
        /// People without wishes were asked for them.
        WishReminderSent = "wish reminder sent",
        /// A text was composed, to be written to people.
        MailingMade = "mailing made",
        /// A text that waited for its time is not written.
        MailingWithdrawn = "mailing withdrawn",
        /// When an event reminds its people, or with which words, was changed.
        ReminderChanged = "reminder changed",
        /// Somebody wants no more mails that are not about their own registration.
        ContactOptedOut = "contact opted out",
        CafeSetUpChanged = "café set-up changed",
        /// The rules of an assignment of workshops, or which offers take place, were changed.
        AssignmentSetUpChanged = "assignment set-up changed",
        /// An offer is called off, whatever people wish.
        OfferCalledOff = "offer called off",
        /// An offer takes place, however few attend.
        OfferKept = "offer kept",
        BusyMarked = "busy marked",
        BusyUnmarked = "busy unmarked",
        /// Whether an offer takes place follows from those who attend again.
        OfferUndecided = "offer undecided",
        AssignmentChosen = "assignment chosen",
        RepairDiscarded = "repair discarded",
        /// A version of a plan was made.
        PlanVersionMade = "plan version made",
        PlanPublished = "plan published",
        PlanWithdrawn = "plan withdrawn",
        /// Somebody was marked as not there, or the mark was taken back.
        AttendanceMarked = "attendance marked",
        ScreenLinkMade = "screen link made",
        ScreenLinkRevoked = "screen link revoked",
        ScreenLinksRevoked = "screen links revoked",
        TableLinksMade = "table links made",
        TableLinksRevoked = "table links revoked",
        ListLinksMade = "list links made",
        ListLinksRevoked = "list links revoked",
        ListAnswersChosen = "list answers chosen",
        /// Somebody edited, merged, moved or hid a point.
        HarvestTidied = "harvest tidied",
        ResultsPublished = "results published",
        ResultsWithdrawn = "results withdrawn",
        ActionItemAdded = "action item added",
        ActionItemChanged = "action item changed",
        QuestionAdded = "question added",
        QuestionChanged = "question changed",
        QuestionRemoved = "question removed",
        QuestionsReordered = "questions reordered",
        /// When unused places of organisations return to everybody.
        ContingentReleaseChanged = "contingent release changed",
        /// An organisation can manage its places by a link.
        ContingentLinkMade = "contingent link made",
        ContingentLinkMailed = "contingent link mailed",
        ContingentLinksRevoked = "contingent links revoked",
        InvitationsMade = "invitations made",
        InvitationDeclined = "invitation declined",
        /// Somebody who does not come named somebody else.
        SubstituteNamed = "substitute named",
        InvitationTakenBack = "invitation taken back",
        InvitationLinkRenewed = "invitation link renewed",
        /// Somebody registered, and has yet to confirm the address.
        RegistrationPending = "registration pending",
        RegistrationConfirmed = "registration confirmed",
        RegistrationWaitlisted = "registration waitlisted",
        /// Somebody asked for a seat at an event where organisers decide.
        RegistrationUndecided = "registration undecided",
        RegistrationDeclined = "registration declined",
        RegistrationCancelled = "registration cancelled",
        RegistrationChanged = "registration changed",
        /// Somebody whose registration had ended registered once more.
        RegisteredAgain = "registered again",
        /// An organiser moved somebody up one place on the waiting list.
        MovedUp = "moved up on the waiting list",
        /// Mails that a mail server had refused were queued again.
        MailSentAgain = "mail sent again",
        /// An address that a mail server had refused is written to again.
        AddressResumed = "address written to again",
        /// Mails that had been kept without a mail server were queued.
        KeptMailsSent = "kept mails sent",
        /// It was decided that kept mails are not sent.
        KeptMailsLeft = "kept mails left unsent",
        JobStopped = "job stopped",
        /// A stopped or failed job goes on.
        JobResumed = "job resumed",
    }
}

string_enum! {
    /// What an audit line is about.
    AuditSubject {
        Events = "events",
        Registrations = "registrations",
        /// Contacts and distribution lists.
        People = "people",
        Organisations = "organisations",
        /// Members, and when they signed in.
        Members = "members",
        /// Settings and logos.
        Network = "network",
    }
}

impl AuditAction {
    /// The action by which an event enters a state.
    pub const fn event_entered(state: EventState) -> Self {
        match state {
            EventState::Draft => Self::EventCreated,
            EventState::Published => Self::EventPublished,
            EventState::Cancelled => Self::EventCancelled,
        }
    }

    /// The action by which a registration enters a state.
    pub const fn registration_entered(state: RegistrationState) -> Self {
        match state {
            RegistrationState::Pending => Self::RegistrationPending,
            RegistrationState::Confirmed => Self::RegistrationConfirmed,
            RegistrationState::Waitlisted => Self::RegistrationWaitlisted,
            RegistrationState::Declined => Self::RegistrationDeclined,
            RegistrationState::Cancelled => Self::RegistrationCancelled,
        }
    }
}
