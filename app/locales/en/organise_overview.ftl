# The overview of an event: what to do next, what happened, what comes.

next-steps = Next
steps-quiet = Nothing to do at the moment.
steps-quiet-until = Nothing to do until { $when }

step-move = Set a new date
    .text = The date of this draft has passed.
    .action = Change the date
step-place = Add a place
    .text = It still needs an address or an online link.
    .action = Add a place
step-agenda = Write the agenda
    .text = The agenda is empty. It appears on the public page.
    .action = To the agenda
step-cafe = Set up the world café
    .text = Topics, tables and rounds. A suggestion from the number of people makes the start.
    .action = To the set-up
step-publish = Publish
    .text = Only your team can see the draft. You will see who gets an email before anything is published.
    .action = Publish …
step-remind = Remind the invited
    .text = { $n ->
        [one] One invited person has not answered yet.
       *[other] { $n } invited people have not answered yet.
    }
    .action = Remind …
overview-invitations = Invitations
overview-invitations-who = Who has answered?
overview-invited = { $n } invited
overview-invited-registered = { $n } accepted
overview-invited-declined = { $n } declined
overview-invited-silent = { $n } without an answer
step-hold = Run the event
    .text = Today is the day. You can print the list and search it by name.
    .action = To the list
step-reach = { $n ->
    [one] 1 person not reached
   *[other] { $n } people not reached
}
    .text = { $n ->
        [one] The last email to them was refused. Check the address.
       *[other] The last email to them was refused. Check the addresses.
    }
    .action = See the emails
step-waiting = { $n ->
    [one] 1 person is waiting for a seat
   *[other] { $n } people are waiting for a seat
}
    .text = { $free ->
        [one] One seat is free, but held for an organisation.
       *[other] { $free } seats are free, but held for organisations.
    }
    .action = See the waiting list
step-decide = { $n ->
    [one] Decide on one registration
   *[other] Decide on { $n } registrations
}
    .text = { $n ->
        [one] The person waits until you accept or decline.
       *[other] These people wait until you accept or decline.
    }
    .action = Decide
step-add = Invite people
    .text = Nobody is on the list yet. Invite distribution lists, organisations or single people.
    .action = Invite …
step-share = Pass the link on
    .text = The page is online, and nobody has been written to. Pass the link on, put up the QR code, or add people yourself.
    .action = Spread the word
step-answers = Read what people need
    .text = { $n ->
        [one] 1 person wrote what they need.
       *[other] { $n } people wrote what they need.
    }
    .action = See the answers
step-fill = Fill the last seats
    .text = { $free ->
        [one] Registration closes on { $when }. One seat is free.
       *[other] Registration closes on { $when }. { $free } seats are free.
    }
    .action = Spread the word
step-fill-unlimited = Registration closes on { $when }.
step-print = Print the list
    .text = { $n ->
        [one] 1 person is coming, and registration is closed.
       *[other] { $n } people are coming, and registration is closed.
    }
    .action = To the list
step-next = Plan the next one
    .text = { $n ->
        [0] The event is over. You can reuse its details, agenda and questions.
        [one] The event is over; 1 person was registered. You can reuse its details, agenda and questions.
       *[other] The event is over; { $n } people were registered. You can reuse its details, agenda and questions.
    }
    .action = Use as template
step-again = Plan it again
    .text = You can reuse its details, agenda and questions for a new date.
    .action = Use as template

timeline-title = Timeline
timeline-created = Draft created
timeline-published = Published
timeline-cancelled = Cancelled
timeline-opened = Registration opened
timeline-opens = Registration opens
timeline-closed = Registration closed
timeline-closes = Registration closes at { $at }
timeline-begins = Starts at { $at }
timeline-begins-there = Starts at { $at }, { $place }
timeline-held = { $n ->
    [0] The event
    [one] The event, with 1 person registered
   *[other] The event, with { $n } people registered
}
timeline-mail = { $kind } goes out by itself at { $at }
timeline-reminder = Reminder goes out by itself at { $at }
timeline-thanks = Thank-you goes out by itself at { $at }
timeline-mailed = { $kind } to { $n ->
    [one] 1 person
   *[other] { $n } people
}
timeline-see = see
timeline-change = change
timeline-list = list

event-more = More
event-registration = Registration { $when }, { $who }
event-registration-always = any time until the start
event-registration-between = from { $opens } to { $closes }
event-seats-unlimited = Unlimited seats
event-seats-held = { $seats }, including { $held }
event-team = Team
event-team-invite = invite
contingent-full = { $taken } taken, { $held } reserved
contingent-held = { $taken } of { $held } taken, { $left } held

activity-title = History
activity-page = History: { $title }
activity-latest = Latest
activity-all = all
activity-none = Nothing has happened yet
activity-somebody = Somebody
activity-people = { $n } people
activity-registers = { $person } registered, address not confirmed yet
activity-comes = { $person } confirmed the registration
activity-waits = { $person } joined the waiting list
activity-asks = { $person } confirmed the registration and awaits the decision
activity-leaves = { $person } cancelled
activity-changes = { $person } changed their details
activity-moves-up = { $n ->
    [one] { $person } moved up from the waiting list
   *[other] { $person } moved up from the waiting list
}
activity-seated = { $who } gave { $person } a seat
activity-waitlisted = { $who } put { $person } on the waiting list
activity-declined = { $who } declined { $person }
activity-cancelled = { $who } cancelled the registration of { $person }
activity-corrected = { $who } changed the details of { $person }
activity-created = { $who } created the draft
activity-edited = { $who } changed the details
activity-published = { $who } published the event
activity-called-off = { $who } cancelled the event
activity-agenda = { $who } changed the agenda
activity-questions = { $who } changed the questions
activity-part = { $what } (“{ $part }”)
activity-other = { $about }: { $what }

share-title = Spread the word
share-page = Spread the word: { $title }
share-draft = Still a draft: link and QR code lead to the page only once you have published it.
share-cancelled = The event is cancelled. Its page says so.
share-link = Link
share-public = The page is public. Put the link into an email, a newsletter or your website.
share-by-link = Only people with this link can find the page. Pass it on to everyone who should come.
share-qr = QR code
share-qr-alt = QR code of the page “{ $title }”
share-qr-text = For notices, slides and printed invitations. Whoever scans it with a phone gets to the event page.
share-qr-png = Download PNG
share-qr-svg = Download SVG
share-qr-formats = PNG suits Word and emails, SVG stays sharp at any size. Print the code at least 2 cm wide.
share-people = Add people
share-people-text = Everyone you add gets the calendar invitation by email, with a link to change or cancel.
share-people-draft = Everyone you add gets the calendar invitation as soon as you publish.
share-import = Import a table
event-link-share = Link to share
event-link-copy = Copy
copied = Copied
tile-of = of { $of }

step-hosts = { $n ->
    [one] 1 table of the world café has lost its host
   *[other] { $n } tables of the world café have lost their hosts
 }
 .text = The person chosen is no longer coming. The plan has not changed.
 .action = Choose a host
step-needs = { $n ->
    [one] 1 person sits at a table that does not meet what they need
   *[other] { $n } people sit at tables that do not meet what they need
 }
 .text = Their answers have changed, or the rule is new. The plan has not changed.
 .action = Look at the plan
step-tables = { $n ->
    [one] 1 registered person has no table
   *[other] { $n } registered people have no table
 }
 .text = They came after the plan was published.
 .action = Go to the plan
step-gaps = { $n ->
    [one] 1 person in the plan is no longer coming
   *[other] { $n } people in the plan are no longer coming
 }
 .text = Their seats at the tables stay empty until you plan again.
 .action = Go to the plan
step-plan = Publish the plan
 .text = Participants do not see the present plan of the world café yet.
 .action = Publish …
step-assign = Assign the workshops
    .text = The time for wishes is over. Everybody sees a timetable once you have chosen and published an assignment.
    .action = To the assignment
step-repair = Adapt the assignment
    .text = Registrations, wishes or workshops have changed since the workshops were assigned.
    .action = To the assignment
step-place-people = { $n ->
    [one] One person without a workshop
   *[other] { $n } people without a workshop
}
    .text = They have no seat in at least one time slot.
    .action = See
step-publish-workshops = Publish the assignment of workshops
    .text = Participants do not see the chosen assignment yet.
    .action = To publishing
timeline-wishes-close = Wishes for workshops: until { $at }
timeline-wishes-closed = Wishes for workshops closed
timeline-assigned = Assignment of the workshops published
