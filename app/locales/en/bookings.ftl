# Bookings of workshops: the participants' page and the organisers'.

bookings-page = Workshops – { $event }
bookings-title = Your workshops
bookings-how = Seats go to whoever comes first
    .about = Every click counts at once, and for each seat you get a calendar entry by email. Until a time slot begins you can change workshops or give your seat back. While you are on a waiting list you keep the seat you have: you give it up only when you move up, and we will write to you then.
bookings-over = Booking has ended
    .about = The event is over or has been cancelled.
    .begun = All time slots have begun. Please ask on site if you would like to change.
    .none = There is nothing to book at this event. The page of your registration says what you attend.
bookings-no-seat = You cannot book yet
    .waiting = { $waits ->
        [decision] Your registration for the event has not been decided on yet. As soon as you have a seat, you can book workshops here.
       *[seat] You are on the waiting list for the event. As soon as you have a seat, you can book workshops here.
    }
    .about = Workshops can be booked by people who have a seat at the event.
bookings-slot-seat = Your seat: { $title }
bookings-slot-none = You have no seat at this time yet.
bookings-slot-leads = You lead “{ $title }” at this time. Please give back your seat in “{ $booked }”, so that somebody else can have it.
bookings-left = { $n ->
    [one] one of { $of } seats left
   *[other] { $n } of { $of } seats left
}
bookings-unlimited = { $n ->
    [0] nobody yet
    [one] one person so far
   *[other] { $n } people so far
}
bookings-full = fully booked
bookings-full-organisation = fully booked for your organisation
bookings-waiting = { $n ->
    [one] one person waiting
   *[other] { $n } waiting
}
bookings-least = takes place with { $least ->
    [one] one person
   *[other] { $least } people
} or more, { $n } so far
bookings-take = Book a seat
bookings-move = Change to this one
bookings-wait = Join the waiting list
bookings-leave = Give back
bookings-stop-waiting = Stop waiting
bookings-yours = Your seat
bookings-place = Waiting list, place { $n }
bookings-personal = Book workshops
    .none = You have not booked a seat yet. Seats go to whoever comes first.
    .seats = Your seats are in your timetable. Until a time slot begins you can change.
    .waiting = As soon as you have a seat at the event, you can book workshops.
bookings-personal-go = To the workshops
bookings-personal-see = See the workshops

bookings-tab = Bookings
bookings-organise-page = Bookings – { $event }
bookings-no-slots = There is no time slot to book in
    .advice = In the programme, add time slots whose seats go to whoever comes first.
bookings-tile-seated = have a seat
bookings-tile-waiting = on waiting lists
bookings-tile-without = without a seat
bookings-count = { $n } of { $of }
bookings-leads = leads “{ $title }” at the same time
bookings-withdraw = Remove
bookings-person = Person without a seat
bookings-add = Add somebody
    .about = The person gets an e-mail.
bookings-add-go = Add
bookings-column-slot = Time slot
bookings-seated = seat
bookings-waits = waiting list
bookings-wished = Is on your list of wishes (wish { $rank }). If you book here, the wish does not count any more.
