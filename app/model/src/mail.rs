//! Mails: their kinds and their states.

use crate::string_enum::string_enum;

string_enum! {
    /// The kind of a mail.
    MailKind {
        SignInLink = "sign-in link",
        /// Tells somebody that they work for a network now.
        MemberInvited = "member invited",
        /// Asks whether the address is the person's.
        ConfirmAddress = "confirm address",
        /// Asks somebody to come to an event.
        Invitation = "invitation",
        /// Asks somebody again who has not answered.
        InvitationReminder = "invitation reminder",
        /// Tells somebody that they are not invited any more, or takes the event out of their calendar.
        InvitationEnded = "invitation ended",
        SeatConfirmed = "seat",
        Waitlisted = "waiting",
        /// Tells somebody that organisers decide whether they get a seat.
        Undecided = "undecided",
        /// Gives a seat to somebody on the waiting list.
        Promoted = "moved up",
        AlreadyRegistered = "already registered",
        EventChanged = "event changed",
        EventCancelled = "event cancelled",
        /// Tells somebody where they sit in a café, or what changed of it.
        WayPublished = "way published",
        /// Puts a workshop into somebody's calendar, or tells what changed of it.
        WorkshopEntered = "workshop entered",
        /// Takes a workshop out of somebody's calendar.
        WorkshopRemoved = "workshop removed",
        /// Tells somebody of a seat in a workshop: that they have one now, or have none any more.
        WorkshopSeat = "workshop seat",
        /// Asks somebody without wishes for them.
        WishReminder = "wish reminder",
        /// What an organiser wrote.
        Message = "message",
        /// Reminds people of an event, or thanks them.
        Reminder = "reminder",
        RegistrationCancelled = "registration cancelled",
        Declined = "declined",
    }
}

string_enum! {
    /// The state of a mail. There is none for *delivered*: no mail server reports it reliably.
    MailState {
        /// Waits to be handed to the mail server.
        Queued = "queued",
        /// Is being handed over.
        Sending = "sending",
        /// The mail server took it.
        Accepted = "accepted",
        /// The mail server refused it for good, or never answered; it is not tried again.
        Refused = "refused",
        /// A later message took its place before it was sent.
        Dropped = "dropped",
        /// No mail server is configured: it stays to be read here.
        Kept = "kept",
    }
}
