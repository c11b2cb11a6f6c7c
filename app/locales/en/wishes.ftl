# Wishes of workshops: the participants' page and the organisers'.

wishes-page = Your wishes – { $event }
wishes-title = Your wishes
wishes-question = What would you like to attend?
wishes-until = You can change everything until { $closes }
wishes-how = Choose as many workshops as you like. Your order counts, not who comes first. Every click is saved.
wishes-over = Wishes are closed
    .since = { $n ->
        [0] Wishes closed on { $closed }. You saved none and will get a seat where one is left.
        [one] Wishes closed on { $closed }. Yours counts.
       *[other] Wishes closed on { $closed }. Your { $n } wishes count.
    }
wishes-late = You joined after wishes had closed
    .about = The seats are assigned. Say what you would like: where there is room, you are placed in this order.
wishes-search = Topic, name or keyword
wishes-workshop = Workshop
wishes-slot-count = { $n ->
    [one] One workshop
   *[other] { $n } workshops
}, { $wished } chosen
wishes-leads = You are leading “{ $title }” at this time.
wishes-absent = You are not attending at this time.
wishes-attend = Attend after all
wishes-be-absent = I won’t be there at this time
wishes-seats = { $n ->
    [one] one seat
   *[other] { $n } seats
}
    .times = { $n } seats at { $times } times
wishes-demand = { $n ->
    [0] not chosen yet
    [one] one person wishes for this
   *[other] { $n } wish for this
}
wishes-rank = Your wish no. { $n }, go to your order
wishes-add = Choose
wishes-bar = { $n ->
    [0] No wish yet · order
    [one] One wish · order
   *[other] { $n } wishes · order
}
    .missing = { $n ->
        [0] No wish yet, { $missing } missing
        [one] One wish, { $missing } missing · order
       *[other] { $n } wishes, { $missing } missing · order
    }
wishes-order = Your order
    .about = What matters most to you comes first, across all times. Use the arrows, drag a title, or type a number.
wishes-saved = { $n ->
    [0] Saved { $when }: no wishes
    [one] Saved { $when }: one wish
   *[other] Saved { $when }: { $n } wishes
}
wishes-none = You haven’t chosen anything yet
    .advice = Without wishes you get a seat where one is left.
wishes-missing = { $n ->
    [one] One wish is missing. Please make at least { $least }: more wishes make it likelier that you get something you want.
   *[other] { $n } wishes are missing. Please make at least { $least }: more wishes make it likelier that you get something you want.
}
wishes-apply = Apply numbers
wishes-rank-of = Number of “{ $title }”
wishes-remove = Remove “{ $title }”
wishes-missed = Does not count: You are away at that time, or lead a workshop yourself.
wishes-method = How seats are assigned
    .text = Until the deadline everybody names their wishes; choosing earlier is no advantage. Then all seats are assigned at once by calculation: first, as many seats as possible are to be filled; then, { $fairness ->
        [leximin] whoever is worst off counts first, so that nobody is left out
        [rank-maximal] as many people as possible are to get their first wish, then their second
        [generous] as few seats as possible are to go to people who did not want them
       *[open] the order of your wishes counts
    }. If two people are equal, a draw decides.
wishes-seed = Checksum of the draw (SHA-256)
    .about = The draw is a number that was picked when people could begin to wish. Its checksum is on the event page. The number is published after the deadline, so everybody can verify that nobody picked it afterwards. If people can wish again after that, another number is picked.
wishes-seed-revealed = The draw. The SHA-256 checksum of these digits is the one above:
wishes-files = The assignment to compute again with “treffpunkt groups assign”, as it was computed. People have only numbers in it.
    .organisations = Organisations have only numbers in it, too.
    .no-organisations = Organisations are left out. Whoever computes it again may therefore find other seats that are equally good.
    .repair = It was computed with the fewest changes of an earlier assignment, which is part of the problem.
    .changed = { $n ->
        [one] One seat was given otherwise afterwards: by hand, by a swap, or to somebody who came late.
       *[other] { $n } seats were given otherwise afterwards: by hand, by swaps, or to people who came late.
    }
    .problem = Problem (JSON)
    .plan = Assignment (JSON)
wishes-open-event = Until { $closes } you can choose workshops: once registered, by the link in your confirmation.
wishes-personal = Workshops
    .open = Until { $closes } you can choose the workshops you would like to attend.
    .closed = Wishes closed on { $closes }.
wishes-personal-go = Choose workshops
wishes-personal-see = See my wishes

wishes-tab = Wishes
wishes-tab-offer = Programme
wishes-organise-page = Wishes – { $event }
wishes-no-slots = No time slot is assigned by wishes
    .advice = Add time slots whose seats are assigned by wishes.
wishes-start = Nobody can choose yet
    .advice = Set a deadline. Then everybody with a seat sees the programme by the link in their confirmation.
wishes-open-until = open until { $closes }
wishes-closed-since = closed since { $closes }
wishes-not-open = opens when the event is published
wishes-setup = Deadline and rules
wishes-setup-save = Save
wishes-setup-begin = Open wishes
wishes-setup-saved = Deadline and rules are saved.
wishes-closes = Wishes close
wishes-least = Wishes per person, at least
    .hint = Fewer are saved, too; the page says how many are missing.
wishes-shows-demand = Show how many people wish for the same
wishes-have = have chosen
wishes-have-none = have not chosen yet
wishes-have-few = with fewer than { $least }
wishes-profiles = Wishes by workshop
wishes-column-first = 1st wish
wishes-column-second = 2nd wish
wishes-column-third = 3rd wish
wishes-column-later = later
wishes-column-seats = Seats
wishes-scarce = { $n ->
    [one] one short
   *[other] { $n } short
}
wishes-few = below the minimum of { $n }
wishes-without = { $n ->
    [0] Everybody has chosen
    [one] One person without wishes
   *[other] { $n } people without wishes
}
    .about = Whoever chooses nothing comes last. People who lead a workshop every time, or do not come, are not counted.
wishes-everybody = Nobody is missing.
wishes-more = and { $n } more
wishes-allows-swaps = Participants may swap seats
    .hint = Once the assignment is published: two people, if both agree. Every swap has to keep all rules.
wishes-reminder-days = Reminder: days before the deadline
    .hint = At 9 in the morning, to everybody with a seat who has not chosen anything. Leave empty: no automatic reminder.
wishes-reminded = The reminder is being sent.
reminder-planned = The reminder is sent automatically: { $when }.
reminder-missed = The reminder has not been sent yet. It follows automatically, between 9 am and 8 pm.
reminder-unplanned = No reminder is planned.
reminder-sent = Last reminder: { $when }.
reminder-preview = Send a reminder now …
reminder-page = Reminder – { $event }
reminder-title = Remind people to choose
reminder-nobody = There is nobody to remind
    .about = Everybody with a seat and an e-mail address has made wishes, or has just been reminded.
reminder-recently = { $n ->
    [one] Another person without wishes was reminded within the last 24 hours and gets no second mail.
   *[other] { $n } other people without wishes were reminded within the last 24 hours and get no second mail.
}
reminder-again = Remind them, too …
reminder-recipients = { $n ->
    [one] One mail to this person
   *[other] { $n } mails to these people
}
    .about = Everybody with a seat and an e-mail address who has not chosen anything. People who lead a workshop every time, or do not come, are not reminded.
reminder-words = What it says
    .about = Everybody gets the mail in their language, with their name and their own link to the wishes.
reminder-send = { $n ->
    [one] Remind one person
   *[other] Remind { $n } people
}

swaps-page = Swap – { $event }
swaps-title = Swap workshops
swaps-how = You give your seat and get that of another person at the same time. The swap is made once both agree. You don’t learn who the other person is, and they learn nothing about you.
swaps-none = There is nothing to swap here
    .about = You have no seat that was assigned by wishes in a time slot that is still to come.
swaps-yours = Your seat:
swaps-made = Swapped on { $when }, before: “{ $before }”.
swaps-offered = { $n ->
    [one] Somebody gives you this seat for yours
   *[other] Somebody gives you one of these seats for yours
}
swaps-agree = Swap
swaps-wanted = You are looking for a seat in
swaps-open = still open
swaps-withdraw = Withdraw
swaps-wants = I would rather be in
    .hint = Whoever has a seat there and can swap with you sees your offer on their own page, without your name. If somebody there is already looking for your seat, the swap is made at once.
swaps-offer = Offer a swap
swaps-no-choice = No swap at this time would keep all rules.
swaps-done-made = Swapped
    .about = Your new seat is below. You and the other person get e-mails that replace the entry in your calendars.
swaps-done-offered = Your offer is open
    .about = As soon as somebody agrees, we make the swap and write to you. Until then you keep your seat.
swaps-done-made-before = Your offer was accepted before
    .about = Somebody agreed before you withdrew it. Your new seat is below.
swaps-done-withdrawn = Your offer is withdrawn.
swaps-personal = Would you rather go elsewhere? Swap with somebody who would like your seat.
swaps-personal-offered = { $n ->
    [one] Somebody would like your seat, and gives you another one for it.
   *[other] There are { $n } offers to swap for your seats.
}
swaps-personal-go = Swap workshops

register-wishes = Workshops by wishes
    .about = { $n ->
        [one] In one time slot, seats are assigned by wishes. You can make them until { $closes }.
       *[other] In { $n } time slots, seats are assigned by wishes. You can make them until { $closes }.
    }
    .then = You can name your first three wishes below. Your order counts, not who comes first.
    .programme = See the programme
registered-wishes = Then you can choose workshops until { $closes }.
register-wishes-first = Your first wishes (optional)
    .hint = Further wishes and any change are possible until { $closes }, by the link in your confirmation.
register-wishes-rank = Wish { $rank }
register-wishes-none = none yet
confirm-wishes = Your wishes
confirm-wishes-late = These wishes came after the deadline and do not count. Your seat at the event does not depend on them. After confirming, your page shows whether you can still wish for free seats.
wishes-busy = The organisers need you elsewhere at this time.
wishes-booked = Does not count: { $why }
