# What the screens call the words of the model.

language-name = English

kind-network-meeting = Network meeting
kind-world-cafe = World café
kind-conference = Conference
kind-steering-group = Steering group
kind-committee = Committee

state-draft = draft
state-published = published
state-cancelled = cancelled

visibility-public = public
visibility-link = by link only
visibility-invitation = by invitation only
admission-open = everybody who sees the page
admission-approved = everybody who sees the page – you decide
colleagues-each = Each person confirms themselves
colleagues-first-for-all = Whoever registers confirms for all
admission-invited = invited people only
invitation-silent = no answer
invitation-registered = registered
invitation-declined = declined
invitation-calendar-registration = The calendar entry comes with the registration
invitation-calendar-invitation = The calendar entry comes with the invitation (as is usual in a steering group)

agenda-item-plenary = Plenary
agenda-item-break = Break
agenda-item-introduction-round = Introductions
agenda-item-cafe = World café
agenda-item-workshop = Workshop
agenda-workshops = { $n } workshops to choose from
agenda-parallel = { $n } items at the same time

question-text = Short text
question-long-text = Long text
question-one-of = One of several answers
question-several-of = Several answers
question-yes-no = Yes or no

registration-pending = unconfirmed
registration-confirmed = confirmed
registration-waitlisted = waiting list
registration-undecided = awaiting decision
registration-declined = declined
registration-cancelled = cancelled

mail-queued = waiting to be sent
mail-sending = being sent
mail-accepted = sent
mail-refused-state = undeliverable
mail-dropped-state = replaced
mail-kept-state = not sent (no mail server)

action-network-created = Network created
action-network-changed = Settings changed
action-own-words-changed = Words of emails changed
action-logo-added = Logo added
action-logo-changed = Logo changed
action-logo-removed = Logo removed
action-logos-reordered = Logos rearranged
action-member-added = Member added
action-member-changed = Member changed
action-member-removed = Member removed
action-event-member-added = Person invited for one event
action-event-member-removed = Access to one event withdrawn
action-signed-in = Signed in
action-organisation-added = Organisation added
action-organisation-changed = Organisation changed
action-organisations-merged = Organisations merged
action-organisations-imported = Organisations imported
action-organisation-import-undone = Import of organisations undone
action-organisation-logo-saved = Logo of an organisation uploaded
action-organisation-logo-removed = Logo of an organisation removed
action-contact-added = Contact added
action-contact-changed = Contact changed
action-contact-deleted = Contact deleted
action-contacts-merged = Contacts merged
action-contacts-imported = Contacts imported
action-contacts-tagged = Tags of several contacts changed
action-contact-import-undone = Import of contacts undone
action-list-added = Distribution list added
action-list-changed = Distribution list changed
action-list-deleted = Distribution list deleted
action-event-created = Event created
action-event-changed = Event changed
action-event-corrected = Event changed without telling anybody
action-series-changed = Series of the event changed
action-copy-note-done = Checked after copying
action-event-published = Event published
action-event-cancelled = Event cancelled
action-draft-discarded = Draft discarded
action-agenda-item-added = Agenda item added
action-agenda-item-changed = Agenda item changed
action-agenda-item-removed = Agenda item removed
action-agenda-reordered = Agenda reordered
action-agenda-restored = Agenda change undone
action-wish-setup-changed = Choices: deadline and rules changed
action-programme-changed = Workshops: programme changed
action-programme-imported = Workshops: programme imported
action-workshop-called-off = Workshop called off
action-workshop-reinstated = Workshop back on
action-workshop-seat-taken = Seat in a workshop
action-workshop-list-joined = Waiting list of a workshop
action-workshops-swapped = Seats in workshops swapped
action-invitations-made = Invitations sent
action-invitation-declined = Invitation declined
action-substitute-named = Substitute named
action-invitation-taken-back = Invitation taken back
action-invitation-link-renewed = Invitation link renewed
action-wish-reminder-sent = Choices: reminder sent
action-mailing-made = Message written
action-mailing-withdrawn = Scheduled message withdrawn
action-reminder-changed = Reminder changed
action-contact-opted-out = Wants no more invitations
action-workshop-left = Seat or place in a workshop given up
action-cafe-set-up-changed = World café: set-up changed
action-assignment-set-up-changed = Assignment of the workshops: rules changed
action-offer-called-off = Workshop called off at one time
action-busy-marked = Person is needed elsewhere at a time
action-busy-unmarked = Person is not needed elsewhere any more
action-offer-kept = Workshop takes place in any case
action-offer-undecided = Decision about a workshop taken back
action-assignment-chosen = Assignment of the workshops chosen
action-repair-discarded = Assignment of the workshops: proposed repair discarded
action-plan-version-made = New version of a plan
action-screen-link-made = World café: screen address made
action-screen-link-revoked = World café: screen address revoked
action-screen-links-revoked = World café: screen addresses revoked
action-plan-published = Plan published
action-attendance-marked = World café: attendance changed
action-plan-withdrawn = Plan withdrawn
action-table-links-made = World café: table links made
action-table-links-revoked = World café: table links revoked
action-list-links-made = Workshops: links to lists made
action-list-links-revoked = Workshops: links to lists revoked
action-list-answers-chosen = Workshops: answers for lists chosen
action-harvest-tidied = World café: harvest tidied up
action-results-published = World café: results published
action-results-withdrawn = World café: results withdrawn
action-action-item-added = Action item added
action-action-item-changed = Action item changed
action-contingent-release-changed = Contingents: return date changed
action-contingent-link-made = Contingents: link for a contact person made
action-contingent-link-mailed = Contingents: link mailed to a contact person
action-contingent-links-revoked = Contingents: links revoked
action-question-added = Question added
action-question-changed = Question changed
action-question-removed = Question removed
action-questions-reordered = Questions reordered
action-registration-pending = Registered, not confirmed yet
action-registration-confirmed = Seat given
action-registration-waitlisted = Put on the waiting list
action-registration-undecided = Awaits the decision
action-registration-declined = Registration declined
action-registration-cancelled = Registration cancelled
action-registration-changed = Registration changed
action-registered-again = Registered again
action-moved-up = Moved up on the waiting list
action-mail-sent-again = Undelivered emails sent again
action-address-resumed = Emails to an address resumed
action-kept-mails-sent = Unsent emails sent later
action-kept-mails-left = Unsent emails withheld for good
action-job-stopped = Job stopped
action-job-resumed = Job resumed

logo-role-network = The network’s own logo: at the top of every page and in link previews
logo-role-funder = Funder or partner: at the bottom of every page

role-owner = Owner
role-organiser = Organiser
role-helper = Helper
role-reader = Reader
role-event-only = Single events only
audit-events = Events
audit-registrations = Registrations
audit-people = Contacts and lists
audit-organisations = Organisations
audit-members = Members
audit-network = Network
event-role-helper = Help
event-role-host = Host a table

seats = { $n ->
    [one] { $n } seat
   *[other] { $n } seats
}
people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

date-today = today
date-tomorrow = tomorrow
date-yesterday = yesterday
date-in-days = in { $n } days
date-days-ago = { $n } days ago
date-minutes = { $minutes } min
date-hours = { $hours } h
date-hours-minutes = { $hours } h { $minutes } min
date-until = until { $when }
date-from = from { $when }

point-insight = Insight
point-proposal = Proposal
point-question = Question
point-shown = shown
point-draft = draft
point-hidden = hidden
point-merged = merged
point-removed = removed by the table

action-item-open = open
action-item-done = done

# A number, with commas between the thousands.
number = { $n }
