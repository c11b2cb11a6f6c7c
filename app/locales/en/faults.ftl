# What is wrong with an entry. Stands beside the field.

fault-missing = Please fill this in.
fault-too-long = At most { $most } characters.
fault-too-nested = Quotations, lists and emphasis are nested here deeper than { $most } levels, or there are too many HTML tags or table cells. Please simplify.
fault-out-of-range = A number from { $least } to { $most }.
fault-no-number = Please enter a whole number.
fault-no-address = This is not an email address. Example: name@example.org
fault-local-part-too-long = At most { $most } characters before the @.
fault-no-date = Please enter a date, for example 2025-09-19.
fault-no-time = Please enter a time of day, for example 09:30.
fault-no-time-zone = This time zone is not known. Example: Europe/Berlin
fault-no-url = Please enter an address that begins with https:// or http://.
fault-unprintable = Contains characters that are not possible here (line breaks or control characters).
fault-no-such-choice = Please choose one of the answers offered.
fault-skipped-time = This time does not exist on that day because the clocks are put forward. Possible are { $before } or { $after }.
fault-twice-time = This time exists twice on that day because the clocks are put back. Please choose: { $first } or { $second }.
fault-ends-before-start = The end must be after the beginning.
fault-window-outside = Registration must open before it closes, and close before the event is over.
fault-contingents-exceed-capacity = More seats are held for organisations than there are ({ $capacity }).
fault-fewer-than-taken = There cannot be so few seats: { $taken } are taken already.
fault-too-few = At least { $least }, each on a line of its own.
fault-twice = This exists here already.
fault-consent-needed = Without your consent we may not keep what you enter.
fault-faulty-table = The table cannot be imported like this yet. What is wrong is listed below.
fault-workbook = This is an Excel file. Save it in Excel as “CSV UTF-8 (Comma delimited)” and choose the CSV file.
