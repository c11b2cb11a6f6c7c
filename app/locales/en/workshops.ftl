# Workshops: the organiser's pages and the public programme.

event-tab-workshops = Workshops
workshops-page = Workshops – { $event }
workshops-title = Workshops on offer
workshops-count = { $n ->
    [one] One workshop
   *[other] { $n } workshops
}
workshops-slots = { $n ->
    [one] one time slot
   *[other] { $n } time slots
}
workshops-none = No workshops yet
    .advice = Begin with the time slots in which workshops run side by side. Then enter the workshops one by one, or import a table.
    .wait = They will be listed here once somebody enters them.
workshops-back = All workshops
workshops-leave = Back
workshops-add = Add a workshop
workshops-save-new = Add
workshops-change = Change workshop
workshops-import = Import a table
    .intro = The first line has the headings, every other line a workshop. Only the title is needed. A workshop whose title exists already is changed; the others are added.
workshops-rooms = Rooms and seats
    .about = Once you enter the number of seats, the list points out workshops that are too large for their room. A row without a number is not saved.
workshops-room-name = Room { $n }
workshops-room-seats = Seats in room { $n }
workshops-column-workshop = Workshop
workshops-column-topic = Topic
workshops-column-people = People
workshops-seats = { $n ->
    [one] one seat
   *[other] { $n } seats
}
workshops-from = { $n } or more
workshops-up-to = up to { $n }
workshops-called-off = called off
workshops-without-slot = Without a time slot
workshops-slot-empty = Nothing is offered in this time slot yet.
workshops-slot-add = Add a time slot
workshops-slot-save-new = Add
workshops-slot-change = Change time slot
workshops-slot =
    .hint = Several workshops run side by side in a time slot. Time slots do not overlap.
workshops-way-short = Way to a seat
workshops-way = How do participants get their seats?
workshops-way-together = everybody together
    .about = Everybody together: all who come to the event take part. Fits when there is only one thing on offer.
workshops-way-first-come = first come, first served
    .about = First come, first served: participants book through the link in their confirmation, as long as there are seats. After that each workshop has a waiting list, and whoever is next moves up.
workshops-way-wishes = by wishes
    .about = By wishes: participants say beforehand what they wish for, and an assignment is made from that.
workshops-together-several = Everybody together, but several workshops
    .line = { $slot }: { $n } workshops. Choose another way to the seats, or leave only one workshop.
workshops-slot-moves = All workshops of this time slot move along, in the agenda as well.
workshops-way-ends-bookings = { $n ->
    [one] With another way to the seats, the booking of one person ends. They get an email that cancels the entry in their calendar.
   *[other] With another way to the seats, the bookings of { $n } people end. They get an email that cancels the entry in their calendar.
}
workshops-way-ends-seats = { $n ->
    [one] If everybody comes together, the published seat of one person ends. They get an email that cancels the entry in their calendar.
   *[other] If everybody comes together, the published seats of { $n } people end. They get an email that cancels the entry in their calendar.
}
workshops-way-keeps-seats = If seats go to whoever comes first, everybody keeps their published seat as a booking. No email is sent about it.
workshops-assigned = { $n ->
    [one] The assignment gives one person a seat here. If your change leaves no room for it, the assignment shows the broken rule. You can compute it again there with the fewest changes.
   *[other] The assignment gives up to { $n } people a seat here at one time. If your change leaves no room for them, the assignment shows the broken rule. You can compute it again there with the fewest changes.
}
workshops-tells-booked = { $n ->
    [one] One person has booked here. If time, room, title or speakers change, they get an email with the new calendar entry.
   *[other] { $n } people have booked here. If time, room, title or speakers change, they get an email with the new calendar entry.
}
workshops-ending-tells = { $n ->
    [one] One person has booked here. Their booking ends, and they get an email.
   *[other] { $n } people have booked here. Their bookings end, and they get an email.
}
workshops-slot-remove = Remove time slot
workshops-slot-remove-offers = { $n ->
    [0] Nothing is offered in this time slot.
    [one] One workshop will no longer take place in this time slot. The workshop itself stays.
   *[other] { $n } workshops will no longer take place in this time slot. The workshops themselves stay.
}
workshops-slot-keep = Keep it
workshops-remove = Remove workshop
    .ask = Remove…
workshops-remove-offers = { $n ->
    [0] The workshop is in no time slot.
    [one] It disappears from the programme.
   *[other] It disappears from { $n } time slots of the programme.
}
workshops-remove-nobody = Nobody is notified.
workshops-keep = Keep it
workshops-ending = Call off or remove
workshops-call-off = Call the workshop off
    .hint = A workshop that is called off stays in the programme, marked as called off.
workshops-reinstate = It takes place after all
    .hint = The workshop is then in the programme as before.
workshops-is-called-off = This workshop is called off.
workshops-field-title = Title
workshops-field-description = Description
    .hint = Markdown works, such as **bold** and lists with hyphens.
workshops-field-speakers = Speakers
    .hint = As the programme should name them.
workshops-field-topic = Topic
workshops-field-language = Language
    .hint = Leave empty: that of the event.
workshops-field-step-free = Step-free access
workshops-field-slots = Time slots
workshops-no-slots = There are no time slots yet. Until then the workshop is listed under “Without a time slot”.
workshops-room = Room
workshops-people = How many people
    .hint = Leave empty: unlimited.
workshops-field-least = Minimum
workshops-field-most = Maximum
workshops-field-organisation-most = Maximum per organisation
workshops-clashes = Not for the same person
workshops-clashes-none = no restriction
workshops-field-clashes = Whoever attends this workshop does not also attend …
    .hint = For example because their content is the same. Nobody attends two in one time slot anyway.
workshops-room-twice = Rooms that are used twice
    .line = { $room }, { $when }: “{ $one }” and “{ $other }”
workshops-room-too-small = More people than the room has seats
    .line = “{ $title }”: up to { $most } people, { $room } has { $seats ->
        [one] one seat
       *[other] { $seats } seats
    }
workshops-slots-outside = Time slots on days that the event does not have
workshops-done-slot-added = The time slot is added.
workshops-done-slot-changed = The time slot is changed. Its workshops follow it.
workshops-done-slot-removed = The time slot is removed.
workshops-done-added = The workshop is added.
workshops-done-changed = The workshop is changed.
workshops-done-called-off = The workshop is called off.
workshops-done-reinstated = The workshop takes place after all.
workshops-done-removed = The workshop is removed.
workshops-done-rooms = The rooms are saved.
workshops-done-imported = The table is imported.
workshops-done-taken-over = Time slots and workshops are copied.
workshops-copy = Copy from another event
    .hint = Time slots, workshops and rooms are copied. Time slots keep their distance to the beginning of the event.
workshops-copy-from = Event
workshops-copy-choose = Please choose
workshops-copy-go = Copy
workshops-copy-none = There is no other event
workshops-import-slots = The column “Time slots” has day and time, or the letter: { $slots }. Separate several by semicolons.
workshops-import-no-slots = There are no time slots yet. Add them first if the table names any.
workshops-import-go = { $n ->
    [one] Import one workshop
   *[other] Import { $n } workshops
}
workshops-import-sound = The table is fine.
workshops-import-added = { $n ->
    [one] One workshop is added.
   *[other] { $n } workshops are added.
}
workshops-import-changed = { $n ->
    [one] One workshop is changed.
   *[other] { $n } workshops are changed.
}
workshops-import-empty = There is no workshop below the headings.
workshops-import-too-many = An event has at most { $most } workshops.
workshops-import-is-new = new
workshops-import-twice = is already in a line above.
workshops-import-is-changed = changed
workshops-import-what = What happens
workshops-import-read = { $n ->
    [one] One line read
   *[other] { $n } lines read
}
programme-column-title = Title
programme-column-description = Description
programme-column-speakers = Speakers
programme-column-topic = Topic
programme-column-language = Language
programme-column-step-free = Step-free
programme-column-least = Minimum
programme-column-most = Maximum
programme-column-organisation-most = Maximum per organisation
programme-column-slots = Time slots
programme-column-rooms = Room
programme-column-clashes = Not together with
programme-yes = yes
programme-no = no
programme-link = Search the programme
programme-page = Programme – { $event }
programme-title = Programme
programme-search = Search
programme-day = Day
programme-day-all = All days
programme-topic = Topic
programme-topic-all = All topics
programme-find = Show
programme-all = Show the whole programme
programme-found = { $n ->
    [one] One item of the programme matches.
   *[other] { $n } items of the programme match, { $workshops ->
        [0] none of them a workshop
        [one] one of them a workshop
       *[other] { $workshops } of them workshops
    }.
}
programme-nothing = Nothing in the programme matches
programme-again = Also on { $when }
programme-about = What it is about
programme-first-come = Seats go to whoever comes first. Once you have registered, book through the link in your confirmation.
programme-step-free = step-free
programme-most = { $n ->
    [one] one seat
   *[other] at most { $n } people
}
workshops-together-too-small = “All together”, but not enough seats
    .line = “{ $title }” ({ $slot }): at most { $most } people; the event has { $capacity } seats
workshops-busy = Needed elsewhere
