//! What letters say, beside their wording: the event, its workshops, and where the recipient stands.

use jiff::Zoned;

/// A link of a letter that looks like a button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterButton {
    pub label: String,
    pub link: String,
}

/// For whom the links of a message are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkDisclosure {
    Everybody,
    /// A link opens the registration of the recipient.
    Recipient,
}

impl LinkDisclosure {
    pub(crate) fn is_private(self) -> bool {
        self == Self::Recipient
    }
}

/// The facts about an event in every letter about it. Independent of the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventFacts {
    pub title: String,
    pub start: Zoned,
    pub end: Zoned,
    /// Name, address and room of the venue, in one line.
    pub place: Option<String>,
    /// The URL of the online room; only for people with a seat.
    pub online: Option<String>,
    /// The URL of the event page.
    pub page: String,
    /// The recipient's ways through cafés, in the language of the letter.
    pub ways: Vec<WayFacts>,
    /// Where the recipient can wish for workshops, in letters that lead there.
    pub wishes: Option<WishFacts>,
    /// The notice that the funder requires.
    pub funding_notice: Option<String>,
    /// Whether organisers decide who gets a seat: whoever waits, waits for that.
    pub is_by_approval: bool,
}

/// Until when the recipient can wish for workshops, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WishFacts {
    /// Day and time, in the language of the letter.
    pub closes: String,
    pub link: String,
}

/// Where the recipient sits in a café.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayFacts {
    /// The name of the café.
    pub cafe: String,
    pub stops: Vec<WayStopFacts>,
}

/// Where the recipient sits in a round, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayStopFacts {
    /// From and until when.
    pub time: String,
    pub round: String,
    pub table: String,
    pub topic: String,
    /// Room, host and other guests.
    pub details: Vec<String>,
}

/// A workshop, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitFacts {
    pub title: String,
    /// Day, beginning and end.
    pub when: String,
    /// Room and speakers.
    pub details: Vec<String>,
    /// Whether the recipient leads it.
    pub is_led: bool,
}

/// The place of a letter among those that somebody gets together: each calendar entry needs a letter of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesPart {
    Only,
    /// It has what concerns all of them.
    First,
    Further,
}

impl SeriesPart {
    /// Whether it has what is said once.
    pub const fn leads(self) -> bool {
        matches!(self, Self::Only | Self::First)
    }
}

/// Why a workshop is taken out of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemovalCause {
    TimetableChanged,
    /// The workshop does not take place.
    CalledOff,
    /// The recipient has no seat at the event any more.
    SeatLost,
    EventCancelled,
}

/// A workshop in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkshopFacts {
    pub title: String,
    /// Date and time, in the language of the letter.
    pub when: String,
    pub room: Option<String>,
}

/// What became of somebody's seat in a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WorkshopNews {
    /// They moved up from the waiting list. The workshop at the same time whose seat they gave up for it.
    MovedUp { gave_up: Option<String> },
    /// An organiser gave them a seat.
    SeatGiven { gave_up: Option<String> },
    /// They booked a seat themselves.
    Booked { gave_up: Option<String> },
    /// They gave their seat back themselves.
    GivenBack,
    /// They have a seat in another workshop at the same time now, and gave this one up for it.
    ChangedTo { other: String },
    /// An organiser took the seat, or the place on the waiting list, back.
    Withdrawn { was_seated: bool },
    /// The workshop does not take place at that time.
    CalledOff { was_seated: bool },
    /// The seats at that time are no longer booked.
    GivenOtherwise { was_seated: bool },
}

/// Where the personal link of a letter about a workshop leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkshopPage {
    /// To the workshops that can be booked at that time.
    Bookings,
    /// To the registration: there is nothing to book at that time any more.
    Registration,
}

impl WorkshopPage {
    pub(crate) fn is_bookings(self) -> bool {
        self == Self::Bookings
    }
}

/// Why an invitation is mailed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitationNews {
    /// Somebody who does not come named the recipient. Their name, if they have confirmed it.
    Substitute { named_by: Option<String> },
    /// The recipient gets a new link in place of the earlier ones.
    Renewed,
    /// Time or place of the event changed.
    Changed,
}

/// How an invitation has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationEnd {
    /// The recipient does not come.
    Declined,
    /// The organiser took it back.
    TakenBack,
    EventCancelled,
}

/// The links behind the buttons of an invitation. Neither answers by being opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLinks {
    /// The page of the event with both answers.
    pub page: String,
    /// The same page, with the refusal first.
    pub decline: String,
}

/// A field of an event or of a workshop that changed, in the language of the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedField {
    /// The label of the field, such as *Ort*.
    pub label: String,
    /// The old value; empty if there was none.
    pub before: String,
    /// The new value; empty if there is none.
    pub after: String,
}

/// The person who entered a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegisteredBy {
    /// The recipient, who has confirmed the address.
    Recipient,
    /// A member of the network.
    Network,
    /// A colleague or the organisation of the recipient, by name.
    Colleague(String),
    /// Somebody who typed the address into the form. Its owner has not confirmed it.
    Unknown,
}

/// Where the recipient stands, as far as mails have told them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Seated,
    Waiting,
    /// No mail has said so far.
    Unknown,
}

/// The person who cancelled a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CancelledBy {
    Participant(WayBack),
    Organiser,
    /// Somebody of the recipient's organisation, by its name.
    Organisation(String),
}

/// What somebody is invited to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitedRole {
    Owner,
    Organiser,
    Helper,
    Reader,
    /// Helps at the event of this title.
    EventHelper(String),
    /// Hosts a table at the event of this title.
    EventHost(String),
}

/// How somebody who cancelled can register once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayBack {
    /// By the form.
    Form,
    /// By the form. Others wait for a seat.
    WaitingList,
    /// By the link of the invitation.
    Invitation,
    /// Registration is closed.
    Organiser,
}
