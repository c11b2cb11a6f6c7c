# Planning events.

events-title = Events
events-new = New event
events-none = No events yet
    .advice = Create the first one. It stays a draft until you publish it.
events-upcoming = Upcoming
events-past = Past
events-over = over
events-online = online
events-nowhere = no place yet
events-nobody = –
events-seats = { $taken } of { $of }
events-people-of = registrations: { $title }
events-discarded = The draft has been deleted.
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
event-tab-contingents = Contingents
event-tab-questions = Questions
event-tab-registrations = Registrations
event-tab-messages = Messages

event-new-title = New event
event-new-copied = Agenda, questions and details have been copied. Enter the new date; the agenda moves along. Items on days the new event does not have are left out.
event-new-from = Start from an earlier event
event-new-save = Create draft
event-new-draft = Nobody sees the event until you publish it.
event-edit-title = Details: { $title }
event-edit-cancelled = A cancelled event can no longer be changed, but you can use it as a template.
event-edit = Change details
event-back = Back
event-save = Save
    .hint = If time, place, title or online link change, you will see who is notified before anything is saved.
event-agenda-along = The agenda moves along when the start changes
    .hint = All items move by the same amount of time.

event-section-what = Title and kind
event-title = Title
event-kind = Kind
event-summary = Summary
    .hint = One or two sentences, shown at the top of the page and in the calendar entry.
event-plain-language = Summary in plain language
    .hint = Short sentences with one thought each, every sentence on its own line. Shown on the page under “In plain language”.
event-body = Description
    .hint = Formatted with Markdown: **bold**, *italic*, lists with -, [links](https://…).
event-language = Language of the event
    .hint = The language you write title and agenda in. Each person gets emails in their own language.
event-section-when = When
event-starts = Start
event-ends = End
    .hint = Without a date, it ends on the day it starts.
event-time-zone = Time zone
event-section-where = Where
event-place-name = Place
event-place-room = Room
event-place-address = Address
event-online-link-field = Online link
    .hint = Begins with https://. Only people with a seat see it.
event-section-seats = Seats and registration
event-capacity = Seats
    .hint = Leave empty for no limit. Once all seats are taken, people join the waiting list.
event-state = State
event-contingent = Contingent { $number }
event-contingents = Contingents
    .hint = Seats kept for an organisation. If more of its people come, they take open seats.
event-contingent-organisation = Organisation
event-contingent-none = – none –
event-contingents-more = More rows
event-contingent-seats = Seats
event-opens = Registration opens
    .hint = Leave empty to open on publication.
event-closes = Registration closes
    .hint = Leave empty to close when the event starts. A date without a time counts until the end of that day.
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
    .hint = By link: only people who have the link can find the page. By invitation: you add people yourself.
event-colleagues = Several at once
    .hint = People who register can enter colleagues with the same form. Everybody gets an email that says who entered them.
event-admission = Who can register
    .hint = You decide: whoever registers waits until you accept or decline, even if there are free seats. Invited people only: the page says so and takes no registrations; whoever is invited answers by their own link.
event-funding-notice = Funding notice
    .hint = Leave empty to use the network's notice.

time-zone-hint = Type a city, such as Leipzig or St. John’s.

local-datetime-date = Date
local-datetime-time = Time
local-datetime-which = Which of the two times
    .hint = The clocks go back that night.
local-datetime-which-none = – please choose –
local-datetime-first = the first (before the change)
local-datetime-second = the second (after the change)

event-saved-new = The draft has been created.
event-saved-changed = Saved.
event-saved-published = Published.
event-saved-cancelled = Cancelled. The messages are on their way.
event-next-cancelled = Cancelled: { $reason }
event-next-draft-over = The date of this draft has passed.
event-facts = Details
event-facts-edit = edit
event-link = Public page
event-preview = Preview
event-copy = Use as template
event-add-person = Add a person
event-publish = Publish
    .ask = Publish …
event-publish-title = Publish: { $title }
event-publish-texts = The network's privacy notice or imprint is still missing. People agree to the privacy notice when they register.
event-publish-texts-go = Enter the texts
event-publish-question = Publish now?
event-publish-public = Everybody can see the page, and it is listed among the upcoming events.
event-publish-link = Everybody who has the link can see the page.
event-publish-invitation = There is no public page. Only people you invite or add can see the event.
event-publish-nobody = No emails are sent.
event-publish-share = You then get a link and a QR code to share.
event-publish-add-people = You can then invite people.
event-publish-confirmed = { $n ->
    [one] 1 person on the list gets their calendar invitation.
   *[other] { $n } people on the list get their calendar invitation.
}
event-publish-waitlisted = { $waits ->
    [decision] { $n ->
        [one] 1 person is told that the decision is to come.
       *[other] { $n } people are told that the decision is to come.
    }
   *[seat] { $n ->
        [one] 1 person is told that they are on the waiting list.
       *[other] { $n } people are told that they are on the waiting list.
    }
}
event-cancel = Cancel the event
    .ask = Cancel the event …
event-cancel-title = Cancel: { $title }
event-cancel-question = Really cancel the event?
event-cancel-shown = The page shows that the event is cancelled, and why.
event-cancel-confirmed = { $n ->
    [one] 1 person with a seat gets an email that cancels the calendar entry.
   *[other] { $n } people with a seat get an email that cancels the calendar entry.
}
event-cancel-others = { $n ->
    [one] 1 person without a seat gets an email.
   *[other] { $n } people without a seat get an email.
}
event-cancel-invited = { $n ->
    [one] 1 invited person who has not answered gets an email.
   *[other] { $n } invited people who have not answered get an email.
}
event-cancel-final = This cannot be undone.
event-cancel-reason = Reason
    .hint = Shown on the page and in the email.
event-discard = Delete the draft
    .ask = Delete the draft …
event-discard-title = Delete: { $title }
event-discard-question = Really delete the draft?
event-discard-people = { $n ->
    [one] The person added to it is deleted with it.
   *[other] The { $n } people added to it are deleted with it.
}
event-discard-gone = Details, agenda and questions are deleted for good.

error-confirm = Not saved yet – these people will be notified
    .advice = When you save, we will write to:
confirm-confirmed = { $n ->
    [one] one person with a seat: an email with the changed calendar entry
   *[other] { $n } people with a seat: an email with the changed calendar entry
}
confirm-waitlisted = { $n ->
    [one] one person who waits: an email
   *[other] { $n } people who wait: an email
}
confirm-moving-up = { $n ->
    [one] one person who waits and now gets a seat: the calendar invitation
   *[other] { $n } people who wait and now get a seat: the calendar invitation
}
confirm-invited = { $n ->
    [one] one invited person with the calendar entry: an email with the changed entry
   *[other] { $n } invited people with the calendar entry: an email with the changed entry
}
confirm-yes = Save and notify
confirm-silent = Save without a message
    .hint = Only for a typing error: everybody still comes to the same place at the same time. Nobody is written to.
confirm-silent-moving-up = { $n ->
    [one] Only the person who moves up is written to.
   *[other] Only the { $n } people who move up are written to.
}
