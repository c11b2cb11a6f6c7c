# What is wrong with an entry. Stands beside the field.

fault-missing = Please fill this in.
fault-too-long = At most { $most } characters.
fault-too-nested = Quotations, lists and emphasis are nested here deeper than { $most } levels, or there are too many HTML tags or table cells. Please simplify.
fault-out-of-range = A number from { $least } to { $most }.
fault-no-number = Please enter a whole number.
fault-no-address = This is not an email address. Example: name@example.org
fault-local-part-not-ascii = There are accented or other special letters before the @. Many mail servers do not deliver to such addresses; please enter another address.
fault-local-part-too-long = At most { $most } characters before the @.
fault-no-date = Please enter a date, for example 2025-09-19.
fault-no-time = Please enter a time of day, for example 09:30.
fault-no-time-zone = This city is not known. Name a larger one where clocks show the same time, such as London.
fault-no-url = Please enter an address that begins with https:// or http://.
fault-unprintable = Contains characters that are not possible here (line breaks or control characters).
fault-no-such-choice = Please choose one of the answers offered.
fault-skipped-time = This time does not exist on that day because the clocks are put forward. Possible are { $before } or { $after }.
fault-twice-time = This time exists twice on that day because the clocks are put back. Please choose: { $first } or { $second }.
fault-in-the-past = This time is over. A published event cannot be moved into the past.
fault-agenda-outside = These items of the agenda would be on days that the event no longer has: { $items }. Let the agenda move along, or move or remove the items first.
fault-no-day-of-event = The event does not take place on this day.
fault-options-chosen = Already chosen: { $chosen }. These answers stay as they are, in lists and exports, too, but are no longer offered. Confirm that below, or offer them again.
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
fault-ends-before-start = The end must be after the beginning.
fault-window-outside = Registration must open before it closes, and close before the event is over.
fault-contingents-exceed-capacity = More seats are held for organisations than there are ({ $capacity }).
fault-fewer-than-taken = There cannot be so few seats: { $taken } are taken already.
fault-too-few = At least { $least }, each on a line of its own.
fault-twice = This exists here already.
fault-consent-needed = Without your consent we may not keep what you enter.
fault-faulty-table = The table cannot be imported like this yet. What is wrong is listed below.
fault-other-workbook = This file is a spreadsheet of another format. Save it as an Excel workbook (.xlsx, without a password) or as CSV.
fault-unreadable-file = This Excel file cannot be opened. It may be damaged or protected by a password.
fault-too-many-lines = The table has more than { $most } lines. Split it up.
fault-too-many-columns = The table has more than { $most } columns. Leave out those you do not need.
fault-cell-too-long = Line { $line } has a cell with more than { $most } characters. A quotation mark may be missing.
fault-too-large = The table is too large: more than { $megabytes } MB. Split it up.
fault-picture-too-large = The file is too large: more than { $kilobytes } kB.
fault-picture-too-many-pixels = The picture is wider or higher than { $most } pixels. Please make it smaller.
fault-picture-other-format = This file is not a PNG, JPEG or SVG.
fault-picture-unreadable = This picture file is damaged and cannot be opened.
fault-picture-unsupported-element = This SVG contains text, embedded pictures, filters or patterns. Convert them to paths in your drawing program, or upload the logo as a PNG.
fault-picture-too-complex = This SVG has too many elements. Please upload the logo as a PNG.
fault-picture-empty = There is nothing to see in this picture.
fault-too-many-logos = No more than { $most } logos are possible. Remove one first.
