# Registrations for an event: list, person, import.

people-page = Registrations: { $title }
people-title = Registered people
people-imported = { $n ->
    [one] One person has been imported.
   *[other] { $n } people have been imported.
}
people-refused = { $n ->
    [one] The mail server refused the last email to one person.
   *[other] The mail server refused the last email to { $n } people.
}
    .advice = Often the address is wrong. Everybody else got their email.
people-refused-who = See who
people-draft = { $n ->
    [one] The event is still a draft: the one person on the list hears of it when you publish.
   *[other] The event is still a draft: the { $n } people on the list hear of it when you publish.
}
people-none = Nobody has registered yet
people-none-draft = People can register once the event is published. Until then, add people yourself or import a list; they are not written to before you publish.
people-none-published = Share the link to the event, add people yourself, or import a list.
people-none-cancelled = The event is cancelled; nobody can join it any more.
people-nothing-found = Nobody matches this search
people-show-all = Show all
people-add = Add a person
people-import = Import a list
people-csv = CSV
people-xlsx = Excel
people-tile-confirmed = confirmed
people-tile-waiting = on the waiting list
people-tile-pending = address not confirmed yet
people-tile-cancelled = { $declined ->
    [0] cancelled
   *[other] cancelled, { $declined } declined
}
people-tile-organisations = organisations represented
people-search = Search
people-state = State
people-state-all = all
people-organisation = Organisation
people-organisation-all = all
people-order = Sorted by
people-order-name = name
people-order-organisation = organisation
people-order-newest = newest first
people-order-waiting = waiting list
people-find = Apply
people-column-name = Name
people-column-organisation = Organisation
people-column-state = State
people-column-mail = Last email
people-column-registered = Registered
people-no-mail = none yet

waiting-title = Waiting list
waiting-all = { $n ->
    [one] The whole waiting list (one person)
   *[other] The whole waiting list ({ $n } people)
}
waiting-up = Move up
waiting-hint = When a seat becomes free, the first person who can have it gets it automatically. Nobody is written to when you change the order.

person-back = To the registrations
person-waits-at = waiting list, place { $position }
person-added-seat = Added, with a seat
person-added-waiting = Added to the waiting list
person-confirmed = The seat has been given
person-declined = The registration has been declined
person-cancelled = The registration has been cancelled
person-corrected = Saved
    .mail = Nobody has been written to.
correct-title = Correct the details
correct-go = Save
correct-fixed = The email address ({ $address }) and the organisation decide about mails and seats, so they stay. If they are wrong, cancel the registration and add the person again.
person-mail-goes = The email to { $address } is on its way.
person-no-mail-yet = The event is still a draft; nobody has been written to.
person-data = Details
person-address = Email address
person-organisation = Organisation
person-organisation-free = { $name } (not on the network’s list)
person-language = Language
person-registered = Registered
person-source-form = with the form
person-source-organiser = added by the organisers
person-source-import = imported
person-since = { $state } since
person-consent = Consent
person-consent-given = { $when }, version { $version } of the privacy text
person-consent-none = none: did not register themselves

history-title = Emails to this person
history-none = This person has not been written to yet.

decide-title = Decide
decide-confirm = Give a seat
decide-confirm-question = Give { $name } a seat?
decide-confirm-go = Give the seat and notify
decide-decline = Decline
decide-decline-question = Decline { $name }?
decide-decline-go = Decline and notify
decide-cancel = Cancel registration
decide-cancel-question = Cancel the registration of { $name }?
decide-cancel-go = Cancel the registration
decide-up = One place up
    .hint = { $name } moves one place down. Nobody is written to.
decide-back = Back
decide-reason = Reason
    .hint = Optional. It is quoted in the email.
decide-full = There is no free seat for { $name }
decide-full-held = What is left is held for other organisations. Change the number of seats or the contingents.
decide-full-advice = Raise the number of seats, or wait until somebody cancels.
decide-full-change = Change seats
decide-unconfirmed = { $address } is not confirmed yet. Giving the seat now does without that.
decide-skips = { $n ->
    [one] One person who has waited longer is passed over.
   *[other] { $n } people who have waited longer are passed over.
}
decide-seat-mail = { $address } gets an email with the confirmation and the invitation for the calendar.
decide-next = { $name } moves up from the waiting list; confirmation and calendar invitation go to { $address }.
decide-next-nobody = The seat becomes free. Nobody moves up from the waiting list.
decide-place-lost = Place { $position } on the waiting list is lost.
decide-end-calendar = { $address } gets an email that takes the event out of the calendar.
decide-end-mail = { $address } gets an email.
decide-end-silent = Nobody is written to: the event is still a draft.
decide-declined-stays = This address cannot register again. You can change the decision later.
decide-cancelled-may-return = Registering again stays possible as long as registration is open.

add-title = Add a person
add-seat = Whoever is added here gets a seat at once.
add-seat-of = { $free ->
    [one] One seat is free: whoever is added now gets it at once.
   *[other] { $free } seats are free: whoever is added here gets one at once.
}
add-held = The only free seats are held. A seat goes to whoever comes from: { $organisations }. Everybody else joins the waiting list.
add-waits = All seats are taken: whoever is added here joins the waiting list at place { $position }.
add-mail = An email goes out at once: with a seat, the confirmation and the invitation for the calendar; otherwise the place on the waiting list. The person need not confirm anything.
add-mail-later = The event is still a draft: the email goes out when you publish.
add-person = Person
add-given-name = Given name
add-family-name = Family name
add-address =
    .hint = Confirmation and calendar invitation are sent here.
add-language =
    .hint = We write to the person in this language.
add-answers = Questions about the event
    .hint = What you do not know can be left open; the person can fill it in through their personal link.
add-go = Add

import-title = Import a list
import-table = Table
import-table-again = Change the table
import-intro = The first line names the columns, each further line is a person. Given name, family name and email are needed; organisation, language and answers to the event’s questions can be added.
import-file = File (Excel or CSV)
    .hint = An Excel workbook (.xlsx, the first sheet) or CSV separated by comma, semicolon or tab. At most 5,000 lines and 100 columns.
import-text = Or paste the text here
    .hint = Cells can be copied from Excel and pasted here.
import-text-again = Text of the table
import-file-again = Another file
import-check = Check
import-check-again = Check again
import-nothing-yet = Checking writes nothing and notifies nobody.
import-go = { $n ->
    [one] Import one person
   *[other] Import { $n } people
}
import-sound = { $n ->
    [one] One person can be imported
   *[other] { $n } people can be imported
}
import-seated = { $n ->
    [0] Nobody gets a seat.
    [one] One gets a seat.
   *[other] { $n } get a seat.
}
import-waiting = { $n ->
    [one] One joins the waiting list.
   *[other] { $n } join the waiting list.
}
import-mails = { $n ->
    [one] One email goes out.
   *[other] { $n } emails go out.
}
import-again = Nothing has been imported yet: this is not what you saw last. Please check it and confirm again.
import-headings-below = The columns are in line { $line }. What stands above is not read.
import-names-split = Names in one column are split into given and family names. Please check that they are right.
import-withdrawn = { $n ->
    [one] One line is passed over: in it, the person is cancelled, declined or unconfirmed.
   *[other] { $n } lines are passed over: in them, the people are cancelled, declined or unconfirmed.
}
import-waited = { $n ->
    [one] One line has the state “waiting list”. The person gets a seat if one is free.
   *[other] { $n } lines have the state “waiting list”. The people get free seats in the order of the table.
}
import-unknown-states = { $n ->
    [one] One line has a state that we do not know. The person is entered.
   *[other] { $n } lines have a state that we do not know. The people are entered.
}
import-column-full-name = Given and family name
import-known = { $n ->
    [one] One line is passed over: the person is registered already.
   *[other] { $n } lines are passed over: the people are registered already.
}
import-returning = { $n ->
    [one] One person had cancelled or was declined, and will be registered again.
   *[other] { $n } people had cancelled or were declined, and will be registered again.
}
import-unlisted = { $n ->
    [one] One organisation is not on your list and counts towards no contingent: { $names }
   *[other] { $n } organisations are not on your list and count towards no contingent, for example: { $names }
}
import-left-out = These columns are not imported: { $columns }
import-mails-later = They are written to when you publish the event.
import-unsound = The table cannot be imported like this yet. Nothing has been written so far.
import-faulty = { $n ->
    [one] One of { $of } lines has faults.
   *[other] { $n } of { $of } lines have faults.
}
import-empty = There is nobody below the line with the columns.
import-no-column = No column holds: { $what }. Choose one below.
import-column-twice = More than one column holds: { $what }.
import-columns = What the columns hold
    .hint = After a change, please check again.
import-column-nothing = do not import
import-column-answer = an answer
import-column-empty = empty
import-column-examples = for example: { $cells }
import-column-number = Column { $n }
import-line = Line
import-wrong = What is wrong
import-cells = Contents
import-faults = Lines with faults
import-twice = is in a line above already, or is registered already.
import-more-faults = { $n ->
    [one] And one more line.
   *[other] And { $n } more lines.
}
import-more-lines = { $n ->
    [one] And one more line.
   *[other] And { $n } more lines.
}
import-read = { $n ->
    [one] How the one line is read
   *[other] How the { $n } lines are read
}
