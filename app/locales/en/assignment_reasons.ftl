# Why somebody did not get a wish: for organisers and for the person.

explained-no-seat = no seat
explained-absent = Does not take part at this time.
    .own = You do not attend this time slot.
explained-leads = Leads “{ $title }” at this time.
    .own = You lead “{ $title }” at this time.
explained-why-not = Why not “{ $title }” (wish { $rank })?
explained-swapped = Swapped on { $when }. Assigned was “{ $before }”.
explained-others = { $n ->
    [one] The other workshop at this time had no possible seat either.
   *[other] None of the other { $n } workshops at this time had a possible seat either.
}
explained-free = { $n ->
    [one] One other workshop at this time still has room.
   *[other] { $n } other workshops at this time still have room.
}
explained-by-hand = The organisers changed the assignment by hand after it was computed.
explained-behind = { $n ->
    [one] Further down the list: { $titles }
   *[other] Further down the list: { $titles }
}
reason-workshop-gone = a deleted workshop
reason-somebody = Somebody else
reason-not-there = The workshop takes place only when the person is away or leads a workshop.
    .own = The workshop takes place only when you are away or lead a workshop yourself.
reason-called-off = The workshop does not take place.
reason-too-few-people = The workshop does not take place: it needs at least { $least } people.
reason-no-seats = The workshop has no seats.
reason-full = { $seats ->
    [one] Its only seat is taken: { $holders }.
   *[other] All { $seats } seats are taken: { $holders }.
}
reason-holders = { $n } as wish { $rank }
reason-holders-none = { $n } without a wish for it
reason-no-other-seat = Nobody there could move to a free seat at this time.
reason-replacing-worse = Nobody there could move to a free seat. Leaving one of them without a seat instead would be worse by the chosen method, or against a rule.
reason-replacing-lot = Nobody there could move to a free seat. Leaving one of them without a seat instead would be just as good: the draw decided.
reason-replacing-as-good = Nobody there could move to a free seat. Leaving one of them without a seat instead would be just as good.
reason-exchange-kept = The latest change was to move as few people as possible, so nobody was exchanged.
reason-exchange-worse = Every exchange with somebody there would be worse by the chosen method, or against a rule.
reason-exchange-lot = One exchange with somebody there would be just as good: the draw decided.
reason-exchange-as-good = One exchange with somebody there would be just as good.
reason-too-few-together = { $free ->
    [one] Only one seat is free; keeping everybody together who should be takes { $needed }.
   *[other] Only { $free } seats are free; keeping everybody together who should be takes { $needed }.
}
reason-organisation-full = { $n ->
    [one] The workshop takes at most one person per organisation.
   *[other] The workshop takes at most { $n } people per organisation.
}
reason-attended = { $name } already attends the workshop at another time ({ $when }); the two should be together.
reason-clash = The workshop excludes “{ $title }”, attended { $when }.
    .partner = { $name } attends “{ $title }” ({ $when }), which excludes the workshop; the two should be together.
reason-fixed = Another seat is fixed for this time.
    .partner = { $name } has a fixed seat elsewhere at this time; the two should be together.
reason-not-wished = There is no wish for it, and seats are given by wishes only.
    .partner = { $name } has no wish for the workshop; the two should be together.
reason-apart = A rule of the organisers stands against it.
    .named = { $one } and { $other } should be apart.
reason-needed = A seat is free; but then “{ $title }” would have fewer than the { $least } people it needs.
reason-keeps-seats = A seat is free; but the latest change was to move as few people as possible.
reason-worse = A seat is free; but the assignment would be worse by the chosen method.
reason-as-good = A seat is free; the assignment would be just as good.
    .lot = A seat is free; the assignment would be just as good: the draw decided.
reason-better = A seat is free, and the assignment would be better for it.
explained-link = Why these workshops?
explained-page = Your workshops – { $event }
explained-title = Your workshops, and why
explained-number = If you want to compute it again: you are number { $n } in these files.
explained-busy = Is needed elsewhere at this time.
    .own = You are needed elsewhere at this time.
reason-booked = The person has booked this workshop at another time, or one that excludes it.
    .own = You have booked this workshop at another time, or one that excludes it.
    .partner = { $name } is to be there as well and has booked this workshop at another time, or one that excludes it.
