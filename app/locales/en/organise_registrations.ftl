# Registrations for an event: list, person, import.

people-page = Registrations: { $title }
people-title = Registrations
people-imported = { $n ->
    [one] One person has been imported.
   *[other] { $n } people have been imported.
}
people-refused = { $n ->
    [one] One person did not get the last email.
   *[other] { $n } people did not get the last email.
}
    .advice = Usually the address is wrong. All other emails have been sent or are on their way.
people-refused-who = Show them
people-draft = { $n ->
    [one] The event is still a draft: the person on the list gets their email when you publish.
   *[other] The event is still a draft: the { $n } people on the list get their emails when you publish.
}
people-none = No registrations yet
people-none-draft = People can register once the event is published. Until then, you can add people yourself or import a list; no emails go out before you publish.
people-none-published = Share the link to the event, add people yourself, or import a list.
people-none-cancelled = The event has been cancelled; nobody can join it any more.
people-nothing-found = Nobody matches this search
people-show-all = Show all
people-add = Add a person
people-import = Import a list
people-csv = CSV
people-xlsx = Excel
people-print = Print
people-tile-confirmed = confirmed
people-tile-waiting = { $waits ->
    [decision] to be decided
   *[seat] on the waiting list
}
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
people-order = Sort by
people-order-name = name
people-order-organisation = organisation
people-order-newest = most recent
people-order-waiting = { $waits ->
    [decision] waiting longest
   *[seat] waiting list
}
people-find = Apply
people-column-name = Name
people-column-organisation = Organisation
people-column-state = State
people-column-mail = Last email
people-column-registered = Registered
people-column-address = Email address
people-column-language = Language
people-columns = Choose columns
people-columns-shown = See these columns
    .hint = The choice is kept for you and this event, also for printing, CSV and Excel. The name is always there; the state of the mail is in the list only.
people-columns-save = Keep this choice
people-no-mail = none yet

waiting-title = { $waits ->
    [decision] To be decided
   *[seat] Waiting list
}
waiting-all = { $waits ->
    [decision] Decide on several
   *[seat] { $n ->
        [one] The whole waiting list (one person)
       *[other] The whole waiting list ({ $n } people)
    }
}
waiting-up = Move up
waiting-hint = When a seat becomes free, it goes automatically to the first person who can have it. Changing the order sends no emails.

person-workshops = Choices and workshops
person-back = Back to registrations
person-waits-at = waiting list, place { $position }
person-added-seat = Added, with a seat
person-added-waiting = { $waits ->
    [decision] Added, awaiting your decision
   *[seat] Added to the waiting list
}
person-confirmed = The seat has been given
person-declined = The registration has been declined
person-cancelled = The registration has been cancelled
person-corrected = Saved
    .mail = No email was sent.
correct-title = Correct the details
correct-go = Save
correct-fixed = The email address ({ $address }) and the organisation cannot be changed, because seats and emails depend on them. If they are wrong, cancel the registration and add the person again.
correct-contact = The e-mail address and the organisation are those of the contact. Changing them there changes them in every registration of the person.
person-mail-goes = The email to { $address } is on its way.
person-no-mail-yet = The event is still a draft; no email was sent.
person-data = Details
person-answers = Answers
person-registration = Registration
person-address = Email address
person-organisation = Organisation
person-organisation-free = { $name } (not on the network’s list)
person-language = Language
person-registered = Registered
person-source-form = via the form
person-source-organiser = added by the organisers
person-source-import = imported
person-since = { $state } since
person-consent = Consent
person-consent-given = { $when }, version { $version } of the privacy notice
person-consent-none = none: somebody else registered them
person-contact = Open the contact
person-contact-named = The address book has this person as { $name }.

history-title = Emails to this person
history-none = This person has not had any emails yet.

decide-title = Decision
decide-confirm = Give a seat …
decide-confirm-question = Give { $name } a seat?
decide-confirm-go = Give the seat and notify
decide-decline = Decline …
decide-decline-question = Decline { $name }?
decide-decline-go = Decline and notify
decide-cancel = Cancel registration …
decide-cancel-question = Cancel the registration of { $name }?
decide-cancel-go = Cancel the registration
decide-up = Move up one place
    .hint = { $name } moves down one place. No email is sent.
decide-back = Back
decide-reason = Reason
    .hint = Optional. Quoted word for word in the email.
decide-full = There is no free seat for { $name }
decide-full-held = The remaining seats are held for other organisations. Change the number of seats or the contingents.
decide-full-advice = Raise the number of seats, or wait until somebody cancels.
decide-full-change = Change seats
decide-anyway = Give a seat anyway …
decide-beyond = All seats are taken. Afterwards { $taken } people have a seat; { $of ->
        [one] one is planned
       *[other] { $of } are planned
    }.
decide-beyond-held = The free seats are held for other organisations. Afterwards { $taken } of { $of } seats are taken, and these organisations lack one.
decide-unconfirmed = { $address } has not been confirmed yet. If you give the seat now, no confirmation is needed.
decide-skips = { $n ->
    [one] One person who has waited longer is passed over.
   *[other] { $n } people who have waited longer are passed over.
}
decide-seat-mail = { $address } gets an email with the confirmation and the invitation for the calendar.
decide-next = { $name } moves up from the waiting list; confirmation and calendar invitation go to { $address }.
decide-next-nobody = { $waits ->
    [decision] The seat becomes free. You decide who gets it.
   *[seat] The seat becomes free. Nobody moves up from the waiting list.
}
decide-place-lost = Place { $position } on the waiting list is lost.
decide-end-calendar = { $address } gets an email that takes the event out of the calendar.
decide-end-mail = { $address } gets an email.
decide-end-silent = No email is sent: the event is still a draft.
decide-declined-stays = This address cannot register again. You can change the decision later.
decide-cancelled-may-return = The person can register again as long as registration is open.

choose-person = Select { $name }
choose-all = { $n ->
    [one] the one person in this list
   *[other] all { $n } in this list
}
choose-all-waiting = { $n ->
    [one] the one person who waits
   *[other] all { $n } who wait
}
choose-accept = Accept selected …
choose-decline = Decline selected …
choose-answer = Enter an answer …

answer-several-title = { $n ->
    [0] Answer for several people
    [one] Answer for one person
   *[other] Answer for { $n } people
}
answer-several-question = Which question?
answer-several-next = Continue
answer-several-replaces = { $n ->
    [one] One person has answered this question already. The answer is replaced.
   *[other] { $n } people have answered this question already. Their answers are replaced.
}
answer-several-silent = No mail is sent. The other answers stay.
answer-several-go = { $n ->
    [one] Enter it for one person
   *[other] Enter it for { $n } people
}
answer-several-cancelled = The event is cancelled. Answers are not changed any more.
answer-several-no-question = This event asks no questions
    .advice = Add questions under “Registrations”.
answer-several-done = { $n ->
    [0] Everybody had this answer already.
    [one] The answer is entered for one person.
   *[other] The answer is entered for { $n } people.
}
several-title = { $n ->
    [one] Decide about one person
   *[other] Decide about several
}
several-back = Back to the list
several-not-published = Seats are given once the event is published, and as long as it is not cancelled.
several-nobody = Nobody is selected
    .advice = Tick the people you want to decide about, or select everybody in the list.
several-full = No seat is free
    .advice = The people you selected keep waiting. Raise the number of seats, or wait until somebody cancels.
several-unchanged = Nothing changes for the people you selected
several-accept-unchanged = They have a seat already, or have cancelled themselves.
several-decline-unchanged = They are declined already, or have cancelled themselves.
several-accept-question = { $n ->
    [one] Accept one person?
   *[other] Accept { $n } people?
}
several-accept-go = { $n ->
    [one] Accept and notify
   *[other] Accept and notify { $n } people
}
several-decline-question = { $n ->
    [one] Decline one person?
   *[other] Decline { $n } people?
}
several-decline-go = { $n ->
    [one] Decline and notify
   *[other] Decline and notify { $n } people
}
several-note = Your own words
    .hint = Quoted word for word in the email.
several-preview = Update the preview
several-recounted = { $n ->
    [one] It concerns one person by now. Please check the selection.
   *[other] It concerns { $n } people by now. Please check the selection.
}
several-decided-meanwhile = { $n ->
    [one] Something has changed meanwhile, or somebody else has decided. It concerns one person now. Please check once more.
   *[other] Something has changed meanwhile, or somebody else has decided. It concerns { $n } people now. Please check once more.
}
several-mails-one = The person gets an email.
several-seated = { $n ->
    [one] One person gets a seat and the invitation for the calendar.
   *[other] { $n } people get a seat and the invitation for the calendar.
}
several-anyway = Give seats anyway …
several-beyond = { $n ->
    [one] There is no free seat for one of them. Afterwards { $taken } people have a seat; { $of ->
        [one] one is planned
       *[other] { $of } are planned
    }.
   *[other] There is no free seat for { $n } of them. Afterwards { $taken } people have a seat; { $of ->
        [one] one is planned
       *[other] { $of } are planned
    }.
}
several-beyond-seats = Also beyond the free seats
    .hint = Everybody gets a seat, also if none is free or the free ones are held for other organisations.
several-enqueued = { $waits ->
    [decision] { $n ->
        [one] There is no free seat for one person, who keeps waiting.
       *[other] There is no free seat for { $n } people, who keep waiting.
    }
   *[seat] { $n ->
        [one] There is no free seat for one person, who goes to the waiting list.
       *[other] There is no free seat for { $n } people, who go to the waiting list.
    }
}
several-still-waiting = { $n ->
    [one] One person keeps waiting because no seat is free, and gets no email.
   *[other] { $n } people keep waiting because no seat is free, and get no email.
}
several-unconfirmed = { $n ->
    [one] One address has not been confirmed yet. If you accept now, no confirmation is needed.
   *[other] { $n } addresses have not been confirmed yet. If you accept now, no confirmation is needed.
}
several-declined = { $n ->
    [one] One person is declined.
   *[other] { $n } people are declined.
}
several-unseated = { $waits ->
    [decision] { $n ->
        [one] One of them loses a seat.
       *[other] { $n } of them lose a seat.
    }
   *[seat] { $n ->
        [one] One of them loses a seat, which goes to the waiting list.
       *[other] { $n } of them lose a seat; these seats go to the waiting list.
    }
}
several-left-accepted = { $n ->
    [one] One person has a seat already or has cancelled; nothing changes for them.
   *[other] { $n } people have a seat already or have cancelled; nothing changes for them.
}
several-left-declined = { $n ->
    [one] One person is declined already or has cancelled; nothing changes for them.
   *[other] { $n } people are declined already or have cancelled; nothing changes for them.
}
several-mails = Everybody gets an email. You can stop the mails and continue later.
several-mails-others = Everybody else gets an email. You can stop the mails and continue later.
several-reads = What { $name } will read
several-people = { $n ->
    [one] One person
   *[other] { $n } people
}
several-accepted-done = { $n ->
    [one] One person is accepted.
   *[other] { $n } people are decided about.
}
several-declined-done = { $n ->
    [one] One person is declined.
   *[other] { $n } people are declined.
}

add-title = Add a person
add-seat = Anybody you add here gets a seat at once.
add-seat-of = { $free ->
    [one] One seat is free: the next person you add gets it at once.
   *[other] { $free } seats are free: anybody you add here gets one at once.
}
add-held = { $waits ->
    [decision] The only free seats are held. Only people from { $organisations } get a seat; everybody else awaits your decision.
   *[seat] The only free seats are held. Only people from { $organisations } get a seat; everybody else joins the waiting list.
}
add-waits = { $waits ->
    [decision] All seats are taken: anybody you add here awaits your decision.
   *[seat] All seats are taken: anybody you add here joins the waiting list at place { $position }.
}
add-mail = { $waits ->
    [decision] The person gets an email at once: with a seat, the confirmation and an invitation for their calendar; otherwise word that the decision is to come. They do not need to confirm anything.
   *[seat] The person gets an email at once: with a seat, the confirmation and an invitation for their calendar; otherwise their place on the waiting list. They do not need to confirm anything.
}
add-mail-later = The event is still a draft: the email goes out when you publish.
add-person = Person
add-given-name = First name
add-family-name = Last name
add-address =
    .hint = Confirmation and calendar invitation are sent here.
add-language =
    .hint = We write to the person in this language.
add-answers = Questions about the event
    .hint = Leave open what you do not know; the person can fill it in through their personal link.
add-known = { $name } is already registered
    .action = View the registration
add-go = Add

import-title = Import a list
import-table = Table
import-table-again = Change the table
import-intro = The first line holds the column headings, each further line one person. First name, last name and email are required; organisation, language and answers to the event’s questions are optional.
import-file = File (Excel or CSV)
    .hint = An Excel workbook (.xlsx) or CSV separated by comma, semicolon or tab. At most { $most } lines, { $columns } columns and 4 MB.
import-text = Or paste the table here
    .hint = Cells can be copied from Excel and pasted here.
import-text-again = Text of the table
import-file-again = Another file
import-check = Check
import-check-again = Check again
import-nothing-yet = Checking saves nothing and notifies nobody.
import-go-sound = { $n ->
    [one] Import one line
   *[other] Import { $n } lines
}, { $faulty ->
    [one] leave out one with faults
   *[other] leave out { $faulty } with faults
}
import-sound-done = { $n ->
    [one] One line with faults was left out.
   *[other] { $n } lines with faults were left out.
}
import-go = { $n ->
    [one] Import one person
   *[other] Import { $n } people
}
import-sound = { $n ->
    [0] There is nobody to import
    [one] One person can be imported
   *[other] { $n } people can be imported
}
import-seated = { $n ->
    [0] Nobody gets a seat.
    [one] One person gets a seat.
   *[other] { $n } people get a seat.
}
import-waiting = { $waits ->
    [decision] { $n ->
        [one] One person awaits your decision.
       *[other] { $n } people await your decision.
    }
   *[seat] { $n ->
        [one] One person joins the waiting list.
       *[other] { $n } people join the waiting list.
    }
}
import-mails = { $n ->
    [0] No email goes out.
    [one] One email goes out.
   *[other] { $n } emails go out.
}
import-again = Nothing has been imported yet: something has changed since you last checked. Please have a look and confirm again.
import-headings-below = The column headings are in line { $line }. The lines above are skipped.
import-headings-missing = The table has no column headings: its first line is a person already, who is imported like the others. Choose under “Content of the columns” what each column holds.
import-headings-unknown = This line is taken for the headings and is not imported: { $line }. If the table has no headings, add some.
import-names-split = Names in one column were split into first and last names. Please check that they are right.
import-names-look = Please look at these (given name | family name): { $names }
import-withdrawn = { $n ->
    [one] One line is skipped: according to it, the person is cancelled, declined or unconfirmed.
   *[other] { $n } lines are skipped: according to them, the people are cancelled, declined or unconfirmed.
}
import-waited = { $n ->
    [one] One line has the state “waiting list”. The person gets a seat if one is free.
   *[other] { $n } lines have the state “waiting list”. The people get free seats in the order of the table.
}
import-unknown-states = { $n ->
    [one] One line has a state that we do not know. The person is entered.
   *[other] { $n } lines have a state that we do not know. The people are entered.
}
import-column-full-name = First and last name
import-known = { $n ->
    [one] One line is skipped: the person is already registered.
   *[other] { $n } lines are skipped: the people are already registered.
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
import-mails-later = Emails go out when you publish the event.
import-unsound = The table cannot be imported like this yet. Nothing has been saved so far.
import-faulty = { $of ->
    [one] The only line has an error.
   *[other] { $n ->
        [one] One of { $of } lines has an error.
       *[other] { $n } of { $of } lines have errors.
    }
}
import-too-many = At most { $most } people can be imported at once.
import-empty = There is nobody below the column headings.
import-no-column = No column contains: { $what }. Choose one below.
import-column-twice = More than one column contains: { $what }.
import-columns = What the columns contain
    .hint = After a change, please check again.
import-column-nothing = do not import
import-column-answer = an answer
import-column-empty = empty
import-column-examples = for example: { $cells }
import-column-number = Column { $n }
import-line = Line
import-wrong = Errors
import-cells = Contents
import-faults = Lines with errors
import-twice = is already in a line above, or already registered.
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
person-no-address = no email address
person-no-address-no-mail = No email is sent: this person has no address.

answers-title = Answers
answers-of = { $n ->
    [one] Counted is the one person who has a seat.
   *[other] Counted are all { $n } people who have a seat.
}
answers-no-questions = The form has no questions of its own
answers-nobody = Nobody has a seat yet
answers-question = Question
answers-answer = Answer
answers-number = Number
answers-who = Who
answers-yes = yes
answers-none = no answer
