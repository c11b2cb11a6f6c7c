# What is wrong with an entry. Stands beside the field.

fault-missing = Please fill this in.
fault-no-choice = Please choose an answer.
fault-not-ticked = Please tick this box.
fault-too-long = At most { $most } characters.
fault-too-nested = The text is nested too deeply: more than { $most } levels of quotations, lists or emphasis, or too many HTML tags or table cells. Please simplify it.
fault-too-many-entries = There are { $most } already, which is the most.
fault-out-of-range = Please enter a number from { $least } to { $most }.
fault-no-number = Please enter a whole number.
fault-no-address = This is not an email address. Example: name@example.org
fault-no-such-variable = We do not know {"{"}{ $name }{"}"}. You can use {"{"}FirstName{"}"}, {"{"}LastName{"}"}, {"{"}Event{"}"}, {"{"}Date{"}"}, {"{"}Place{"}"}, {"{"}Link{"}"}, {"{"}Way{"}"} and {"{"}Workshops{"}"}.
fault-local-part-not-ascii = There are accented or other special letters before the @. Many mail servers do not deliver to such addresses; please enter another address.
fault-local-part-too-long = At most { $most } characters before the @.
fault-no-date = Please enter a date, for example 2025-09-19.
fault-no-time = Please enter a time of day, for example 09:30.
fault-no-time-zone = This city is not known. Name a larger one where clocks show the same time, such as London.
fault-no-url = Please enter an address that begins with https:// or http://.
fault-unprintable = Line breaks and control characters are not allowed here.
fault-no-such-choice = Please choose one of the answers offered.
fault-skipped-time = This time does not exist on that day because the clocks go forward. Choose { $before } or { $after }.
fault-twice-time = This time occurs twice on that day because the clocks go back. Please choose: { $first } or { $second }.
fault-after-closing = Registration is closed by then, and nobody can answer any more.
fault-already-over = This time has passed.
fault-in-the-past = This time has passed. A published event cannot be moved into the past.
fault-agenda-outside = These agenda items would fall on days on which the event no longer takes place: { $items }. Let the agenda move along, or move or remove the items first.
fault-no-day-of-event = The event does not take place on this day.
fault-options-chosen = Already chosen: { $chosen }. These answers are kept and stay in lists and exports, but can no longer be chosen. Confirm this below, or put the answers back.
fault-option-chosen = “{ $option }” by { $n ->
    [one] one person
   *[other] { $n } people
}
fault-contingents-exceed-free = { $free ->
    [0] No seat is left to be held for organisations; all are taken.
    [one] Only one seat is left to be held for organisations; the others are taken.
   *[other] Only { $free } seats are left to be held for organisations; the others are taken.
}
fault-last-owner = This is the only owner of the network. Make somebody else an owner first.
fault-end-disagrees = Does not match the length: { $minutes } minutes end at { $ends }.
fault-ends-before-start = The end must be after the start.
fault-not-after-round = Please choose a round after round { $round }. If there is none, leave the field as it was.
fault-returns-without-leaving = Please also choose before which round the person goes.
fault-window-outside = Registration must open before it closes, and close before the event is over.
fault-contingents-exceed-capacity = More seats are held for organisations than there are seats ({ $capacity }).
fault-fewer-than-taken = There must be at least { $taken } seats: that many are already taken.
fault-too-few = Please give at least { $least } answers, each on a line of its own.
fault-too-few-people = Please name at least { $least } people.
fault-no-such-person = Nobody of this name has a seat. Choose a name from the list.
fault-several-people = Several people have this name: { $names }. Choose one from the list.
fault-slot-overlaps = There is another time slot then: { $day }, { $times }.
fault-programme-exists = This event already has time slots or workshops.
fault-no-such-slot = There is no time slot “{ $entry }”. Write the day and time as the programme shows them, such as 2027-04-15 14:00, or A for the first one.
fault-several-slots = Several time slots match “{ $entry }”. Add the day.
fault-rooms-per-slot = { $rooms } rooms for { $slots ->
    [one] one time slot
   *[other] { $slots } time slots
}: name one room for all of them, or one for each.
fault-no-such-workshop = There is no other workshop “{ $title }”.
fault-not-in-own-words = Automatic emails do not have { $name }.
fault-not-in-one-line = { $name } belongs into the text, not into the subject.
fault-no-yes-or-no = Write “yes”, “no” or nothing.
fault-offered-twice = This workshop is already offered in this time slot.
fault-wishes-closed = Choices closed on { $closed }. What was saved by then counts.
fault-called-off = This workshop has been called off.
fault-leads-then = You are leading “{ $title }” at that time.
fault-has-booked = This person has booked a workshop at this time. Take the booking back first.
fault-busy-then = { $starts }: you are needed elsewhere.
fault-booked-then = You already attend this workshop: { $starts }.
fault-excludes-booked = This workshop and “{ $title }” exclude one another. You already attend “{ $title }”.
fault-workshop-full = No seat is left for you here. You can join the waiting list.
fault-seat-moved = You have a seat in another workshop by now.
fault-swap-gone = This offer is no longer there.
fault-swap-refused = This swap is not possible at present.
fault-slot-began = This time slot has begun. Please ask on site if you would like to change.
fault-slot-booked = { $people ->
    [one] One person already has a seat in this time slot. Tick the box below if it is to end.
   *[other] { $people } people already have a seat in this time slot. Tick the box below if their seats are to end.
}
fault-closes-after-slot = Later than the start of the first time slot. Please choose an earlier time.
fault-contradicts-rules = This contradicts a rule that applies already, perhaps through another person of the group. Delete that rule first.
fault-above-maximum = Higher than the maximum ({ $most }).
fault-both-registered = Both are registered for: { $events }. Cancel one of the two registrations.
fault-fewer-places = Registration is not open. { $left ->
    [0] No held place is left.
    [one] One held place is left.
   *[other] { $left } held places are left.
}
fault-twice = This already exists.
fault-no-such-organisation = No organisation has the short name “{ $name }”.
fault-part-of-itself = An organisation cannot be part of itself or of one of its parts.
fault-consent-needed = Without your consent we may not store what you enter.
fault-faulty-table = The table cannot be imported like this yet. The errors are listed below.
fault-other-workbook = This spreadsheet is in another format. Save it as an Excel workbook (.xlsx, without a password) or as CSV.
fault-unreadable-file = This Excel file cannot be opened. It may be damaged or protected by a password.
fault-empty-file = The file is empty.
fault-pdf-file = This is a PDF, not a table. Save the list as an Excel workbook (.xlsx) or as CSV.
fault-web-page-file = This is a web page (HTML), not a table, whatever its name says. Open it in Excel and save it as a workbook (.xlsx).
fault-binary-file = This is no table. Excel workbooks (.xlsx) and CSV can be read.
fault-unclosed-quote = A cell in line { $line } begins with a quotation mark that is not closed.
fault-rule-of-fixed-list = You have entered a rule. Choose “All contacts that fit a rule”, or clear it.
fault-no-version = This is no version: it takes a whole number from 1.
fault-too-many-lines = The table has more than { $most } lines. Split it up.
fault-too-many-columns = The table has more than { $most } columns. Remove those you do not need.
fault-cell-too-long = Line { $line } has a cell with more than { $most } characters. A quotation mark may be missing.
fault-too-large = The table is too large: more than { $megabytes } MB. Split it up.
fault-picture-too-large = The file is too large: more than { $kilobytes } kB.
fault-picture-too-many-pixels = The picture is wider or higher than { $most } pixels. Please make it smaller.
fault-picture-other-format = This file is not a PNG, JPEG or SVG.
fault-picture-unreadable = This picture file is damaged and cannot be opened.
fault-picture-unsupported-element = This SVG contains text, embedded pictures, filters or patterns. Convert them to paths in your drawing program, or upload the logo as a PNG.
fault-picture-too-complex = This SVG has too many elements. Please upload the logo as a PNG.
fault-picture-empty = There is nothing to see in this picture.
fault-unusable-attachment = “{ $name }” is neither a PDF nor a picture (PNG, JPEG). Other files are not sent.
fault-attachments-too-large = The attachments are larger than { $megabytes } MB together. Make the files smaller, or give a link.
fault-too-many-attachments = No more than { $most } attachments are possible.
fault-attachment-gone = An attachment is no longer there. Please choose the file once more.
fault-too-many-logos = No more than { $most } logos are possible. Remove one first.
