//! Reasons to refuse an event or a message.

/// The reason why a calendar object cannot be written. No text repeats personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error("the UID is empty, longer than 255 characters, or has others than A–Z a–z 0–9 - . _ @")]
    InvalidUid,
    #[error("SEQUENCE is above 2147483647, the largest iCalendar integer")]
    SequenceOverflow,
    #[error("the summary has no visible character")]
    EmptySummary,
    #[error("the organizer's address is not a mail address")]
    InvalidOrganizer,
    #[error("the attendee's address is not a mail address")]
    InvalidAttendee,
    #[error("the URL is not an http or https address")]
    InvalidUrl,
    #[error("the end is not after the start")]
    EndNotAfterStart,
    #[error("the start or DTSTAMP is before 1970")]
    BeforeEpoch,
    #[error("the time zone has no IANA name")]
    UnnamedTimeZone,
}
