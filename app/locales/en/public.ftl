# What everybody sees: events, registration, legal pages.

upcoming-title = Events
upcoming-empty = No public event is planned at the moment
    .advice = Invitations to other events come by email.
upcoming-open-until = Registration until { $when }
upcoming-open = Registration open
upcoming-opens = Registration from { $when }
upcoming-closed = Registration closed
upcoming-about = Public events of the networks: dates, places and registration.
upcoming-about-network = Public events of { $network }: dates, places and registration.
upcoming-all = All
upcoming-networks = Networks
upcoming-organise = Do you plan events?
upcoming-sign-in = Sign in

event-in-plain-language = In plain language
event-programme = Agenda
agenda-show-more = Show { $n } more
event-map = Map and directions (OpenStreetMap)
event-online = online
event-online-link = Join online:
event-online-later = Online: you will get the link with your confirmation.
event-contact = Contact and imprint
event-write = Questions? Write to { $name }
event-calendar-entry = (add to your calendar)
event-calendar = Add to your calendar:
event-calendar-file = File (.ics)
event-calendar-only-file = Add to your calendar (.ics)
event-cancelled = This event has been cancelled

offer-title = Registration
offer-register = Register
offer-free = { $n ->
    [one] { $n } seat
   *[other] { $n } seats
} left
offer-wait = Join the waiting list
offer-until = Register by { $when }
offer-until-start = Register until the event begins
offer-after = Takes a minute, no account needed. Your personal link lets you change or cancel at any time.
offer-after-waiting = When a seat becomes free, you move up and get an email. You do not need an account.
offer-after-decision = The organising team decides on every registration and writes to you. You do not need an account.
offer-opens = Registration opens on { $when }.
offer-closed = Registration closed on { $when }.
offer-by-invitation = Guests are invited to this event personally.
offer-running = The event has already begun. Registration is no longer possible.
offer-over = This event has ended.

seats-unlimited = There is no limit on the number of seats.
seats-held = { $n ->
    [one] One of them is held for partner organisations.
   *[other] { $n } of them are held for partner organisations.
}
seats-held-all = The free seats are held for partner organisations. Everybody else joins the waiting list.
seats-waiting = { $n ->
    [one] One person is waiting for a seat.
   *[other] { $n } people are waiting for a seat.
}

register-title = Registration: { $event }
register-heading = Register
register-back = Back to the event
register-not-yet = Registration has not opened yet
register-closed = Registration is closed
register-will-wait = You will join the waiting list. When a seat becomes free, you move up and get an email.
register-decision = The organising team decides who gets a seat, and writes to you.
register-given-name = First name
register-family-name = Last name
register-address = Email address
    .hint = Your confirmation, calendar entry and personal link go here.
register-organisation = Organisation
    .hint = Type a few letters. If yours is not on the list, just write its name.
register-language = Language
    .hint = We will write to you in this language.
register-consent = I have read the privacy notice ({ $network }) and consent
register-consent-short = Consent
register-keep = My contact details may be kept for further invitations ({ $network })
register-keep-short = Contact details for further invitations
register-keep-version = You need not agree, and can withdraw at any time. Version { $version } of the privacy notice applies.
register-privacy-read = Read the privacy notice
register-privacy-page = Open the privacy notice in a new window
register-go = Register
register-go-waiting = Join the waiting list
register-next = You will get an email right away. The link in it makes your registration valid.
register-left = { $n ->
    [one] One seat is left.
   *[other] { $n } seats are left.
}

steps-label = Steps of your registration
steps-details = Your details
steps-confirmation = Confirm your email
steps-seat = Get your seat
steps-waiting = Join the waiting list
steps-either = Seat or waiting list
steps-decision = Await the decision

question-no-answer = no answer
question-choose = Please choose

registered-title = Now check your inbox
registered-sent-to = We have sent an email to
registered-sent = We have sent you an email.
registered-open = Open the email.
registered-confirm = Follow the link in it and confirm your registration.
registered-then = { $waits ->
    [decision] After that the organising team decides, and writes to you.
   *[seat] After that you have your seat, or learn your place on the waiting list.
}
registered-within = The link is valid for 48 hours. Without confirmation, the registration lapses.
registered-nothing = Nothing arrived?
    .spam = It can take a few minutes. Please check your spam folder, too.
    .typo = Is the address wrong?
registered-again = Register again
registered-kept = This server is not set up to send email. Whoever looks after the network finds the email under “Messages”.

confirm-title = Confirm your registration
confirm-go = Confirm registration
confirm-seat = One click and your seat is yours. The invitation for your calendar comes by email.
confirm-waiting = All seats are taken. One click puts you on the waiting list; when a seat becomes free, we will write to you.
confirm-decision = One click hands your registration to the organising team. It decides who gets a seat, and writes to you.
confirm-not-me = You did not register? Then simply close this page. Without confirmation, the registration lapses.
confirm-already = This address has already been confirmed.
confirm-already-go = Go to your registration
confirm-too-late = The event has already begun. The registration can no longer be confirmed.
confirm-expired = This link has expired
    .advice = It was valid for 48 hours, and the registration has lapsed.

personal-title = Your registration
personal-saved = Your changes have been saved
personal-appointment = Your appointment
personal-event = Go to the event’s page
personal-data = Your details
personal-name = Name
personal-yes = yes
personal-change = Change your details
personal-cancel = Cancel registration …
    .kind = Cancellation
personal-link-is-secret = This page is for you alone: anybody who has its link can change and cancel your registration. Please do not pass it on.
personal-back = Back to your registration
personal-fixed = The email address ({ $address }) and the organisation cannot be changed. To do so, cancel and register again.
personal-save = Save
personal-keep = Discard changes

status-confirmed = You have a seat
    .advice = We look forward to seeing you. If you cannot come after all, please cancel, so that somebody else can.
status-waiting = You are number { $position } on the waiting list
    .advice = When a seat becomes free, you move up and get an email with the invitation for your calendar.
status-undecided = Your registration awaits a decision
    .advice = The organising team decides who gets a seat. As soon as it has decided, you get an email.
status-pending = Your registration is not confirmed yet
    .advice = { $waits ->
        [decision] Only once you have confirmed does it reach the organising team, which decides on every registration.
       *[seat] You get a seat or a place on the waiting list only once you have confirmed.
    }
status-cancelled = You are no longer registered
status-declined = This registration was declined
    .advice = If you have questions, please contact the network that holds the event.
status-again = Register again

cancel-title = Do you really want to cancel your registration?
cancel-next-moves-up = Your seat goes to the next person on the waiting list.
cancel-seat-is-free = Your seat becomes free and can be given to somebody else.
cancel-place-is-lost = { $waits ->
    [decision] Your registration will not be decided on any more.
   *[seat] You lose your place on the waiting list.
}
cancel-pending = Your registration lapses.
cancel-calendar = You will get an email that takes the event out of your calendar.
cancel-mail = You will get a confirmation by email.
cancel-again = This cannot be undone. As long as registration is open, you can register again.
cancel-for-good = This cannot be undone: registration is closed.
cancel-go = Cancel my registration
cancel-not = Stay registered

imprint-title = Imprint
imprint-empty = This network has not published an imprint yet.
privacy-title = Privacy
privacy-empty = This network has not published a privacy notice yet.

accessibility-title = Accessibility
