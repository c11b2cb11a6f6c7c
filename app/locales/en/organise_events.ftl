# Planning events.

events-title = Events
events-new = New event
events-none = No event yet
    .advice = Create the first one. It stays a draft until you publish it.
events-upcoming = Upcoming
events-past = Past
events-over = over
events-online = online
events-nowhere = no place yet
events-nobody = –
events-seats = { $taken } of { $of }
events-people-of = registrations: { $title }
events-discarded = The draft is deleted.
events-column-event = Event
events-column-when = When and where
events-column-state = State
events-column-people = Registered
events-column-next = Next
events-waiting = { $n } waiting
events-pending = { $n } unconfirmed

event-tabs = Pages of this event
event-tabs-caption = Section
event-tab-overview = Overview
event-tab-details = Details
event-tab-agenda = Agenda
event-tab-list = List
event-tab-questions = Questions
event-tab-registrations = Registrations
event-tab-messages = Messages

event-new-title = New event
event-new-copied = Agenda, questions and details are taken over. Enter the new date; the agenda moves along. Items on days that it does not have are left out.
event-new-from = Start from an earlier event
event-new-save = Create draft
event-new-draft = The event becomes visible only when you publish it.
event-edit-title = Details: { $title }
event-edit-cancelled = A cancelled event can no longer be changed. You can use it as the template for a new one.
event-edit = Change details
event-back = Back
event-save = Save
    .hint = If time, place, title or online link change, you will see who is notified before anything is saved.
event-agenda-along = The agenda moves along when the start changes
    .hint = All items move by the same time.

event-section-what = Title and kind
event-title = Title
event-kind = Kind
event-summary = In short
    .hint = One or two sentences: they stand at the top of the page and in the calendar entry.
event-body = Description
    .hint = Formatted with Markdown: **bold**, *italic*, lists with -, [links](https://…).
event-language = Language of the event
    .hint = Title and agenda are written in it; mails come in the person's language.
event-section-when = When
event-starts = Start
event-ends = End
    .hint = Without a date it ends on the day it starts.
event-time-zone = Time zone
event-section-where = Where
event-place-name = Place
event-place-room = Room
event-place-address = Address
event-online-link-field = Online link
    .hint = Begins with https://. Only people with a seat see it.
event-section-seats = Seats and registration
event-capacity = Seats
    .hint = Leave empty for no limit. Once all are taken, the waiting list fills.
event-state = State
event-contingent = Contingent { $number }
event-contingents = Contingents
    .hint = Seats kept for one organisation. Its people beyond that take open seats.
event-contingent-organisation = Organisation
event-contingent-none = – none –
event-contingents-more = More rows
event-contingent-seats = Seats
event-opens = Registration opens
    .hint = Empty: as soon as it is published.
event-closes = Registration closes
    .hint = Empty: when the event starts. A date without a time lasts until the end of that day.
event-section-texts = Description
event-section-language = Language and time zone
event-summary-seats = { $n ->
    [one] One seat
   *[other] { $n } seats
}
event-summary-unlimited = no limit of seats
event-summary-contingents = { $n ->
    [one] one contingent
   *[other] { $n } contingents
}
event-summary-closes = registration until { $day }
event-section-who = Visibility and funding
event-visibility = Visibility
    .hint = By link: only whoever knows the link finds the page. By invitation: you add the people yourself.
event-funding-notice = Funding notice
    .hint = Empty: the network's notice.

time-zone-hint = Type a city, such as Leipzig or St. John’s.

local-datetime-date = Date
local-datetime-time = Time
local-datetime-which = Which of the two times
    .hint = The clocks are put back that night.
local-datetime-which-none = – please choose –
local-datetime-first = the first (before the change)
local-datetime-second = the second (after the change)

event-saved-new = The draft is created.
event-saved-changed = Saved.
event-saved-published = Published.
event-saved-cancelled = Cancelled. The messages are on their way.
event-next-cancelled = Cancelled: { $reason }
event-next-draft-over = The date of this draft has passed.
event-tile-confirmed = confirmed
event-tile-pending = unconfirmed
event-tile-waitlisted = on the waiting list
event-tile-organisations = organisations
event-tile-cancelled = cancelled
event-facts = Details
event-facts-edit = edit
event-link = Public page
event-preview = Preview
event-copy = Use as template
event-add-person = Add a person
event-publish = Publish
event-publish-title = Publish: { $title }
event-publish-texts = The network's privacy text or imprint is still missing. Whoever registers agrees to the privacy text.
event-publish-texts-go = Enter the texts
event-publish-question = Publish now?
event-publish-public = Everybody can see the page, and it is listed among the upcoming events.
event-publish-link = Everybody who has the link can see the page.
event-publish-invitation = There is no public page. Only people whom you add can see the event.
event-publish-nobody = Nobody is written to.
event-publish-confirmed = { $n ->
    [one] 1 person on the list gets their calendar invitation.
   *[other] { $n } people on the list get their calendar invitation.
}
event-publish-waitlisted = { $n ->
    [one] 1 person learns that they are on the waiting list.
   *[other] { $n } people learn that they are on the waiting list.
}
event-cancel = Cancel the event
event-cancel-title = Cancel: { $title }
event-cancel-question = Really cancel the event?
event-cancel-shown = The page shows that the event is cancelled, and why.
event-cancel-confirmed = { $n ->
    [one] 1 person with a seat gets a mail that cancels the calendar entry.
   *[other] { $n } people with a seat get a mail that cancels the calendar entry.
}
event-cancel-others = { $n ->
    [one] 1 person without a seat gets a mail.
   *[other] { $n } people without a seat get a mail.
}
event-cancel-final = This cannot be undone.
event-cancel-reason = Reason
    .hint = Shown on the page and in the mail.
event-discard = Delete the draft
event-discard-title = Delete: { $title }
event-discard-question = Really delete the draft?
event-discard-people = { $n ->
    [one] The person added to it is deleted with it.
   *[other] The { $n } people added to it are deleted with it.
}
event-discard-gone = Details, agenda and questions will be gone.

error-confirm = Not saved yet – these people will be notified
    .advice = If you save it like this, we write to:
confirm-confirmed = { $n ->
    [one] one person with a seat: a mail with the changed calendar entry
   *[other] { $n } people with a seat: a mail with the changed calendar entry
}
confirm-waitlisted = { $n ->
    [one] one person on the waiting list: a mail
   *[other] { $n } people on the waiting list: a mail
}
confirm-moving-up = { $n ->
    [one] one person who moves up from the waiting list: the calendar invitation
   *[other] { $n } people who move up from the waiting list: the calendar invitation
}
confirm-yes = Save and notify
confirm-silent = Save without a message
    .hint = For a typing error, say: time and place stay, and nobody is written to.
confirm-silent-moving-up = { $n ->
    [one] Only the person who moves up is written to.
   *[other] Only the { $n } people who move up are written to.
}
