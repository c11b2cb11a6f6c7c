# Assignment of the workshops: the organisers' page.

assignment-tab = Assignment
assignment-page = Assignment – { $event }
assignment-title = Assignment
assignment-people = { $n ->
    [one] one person
   *[other] { $n } people
}
assignment-version = Version { $n }
assignment-begin = Compute the assignment
assignment-again = Compute again
assignment-none = Nothing to assign yet
    .slots = No time slot gives its seats by wishes.
    .workshops = The time slots with wishes do not offer a workshop yet.
    .people = Nobody has registered yet.
    .nobody-there = Nobody has to be placed in the time slots with wishes: everybody leads a workshop or is away.
assignment-wishes-open = People can wish until { $closes }; so far { $n ->
    [one] one person of { $of } has wishes that can be granted.
   *[other] { $n } people of { $of } have wishes that can be granted.
} An assignment computed today is a trial run.
assignment-start = No assignment yet
    .about = Three assignments are computed from the wishes, each by another idea of what is fair. You compare them and choose one. Participants see nothing of it yet.
assignment-searching = Computing the assignment
assignment-stop = Stop and keep the best
assignment-contradiction = The rules cannot all be kept, so no assignment was saved.
assignment-failed = The computation failed. Nothing was saved; compute again.
assignment-late = { $n ->
    [one] One person has joined since and has no seat in the workshops yet.
   *[other] { $n } people have joined since and have no seats in the workshops yet.
}
    .do = Give them free seats
assignment-seats = { $n } of { $of } seats filled
assignment-fairness = What is fair here?
    .hint = Three answers to the same wishes. None of them is wrong; choose one.
assignment-stale = Registrations, wishes or rules have changed since it was computed.
assignment-leximin = Nobody left out, if possible
    .means = Whoever is worst off counts first.
assignment-rank-maximal = As many first wishes as possible
    .means = First wishes count most, then second ones. A few people may be left out.
assignment-generous = As little unwanted as possible
    .means = As few seats as possible that somebody did not want, often with fewer first wishes.
assignment-sentence = Result
    .all = Everybody with wishes has their first one.
    .worst = Of those with wishes, { $percent } % have their first one, and nobody’s best is worse than their { $rank ->
        [2] second
        [3] third
       *[other] number { $rank }
    }.
    .without = { $n ->
        [one] Of those with wishes, { $percent } % have their first one; one person has none of theirs.
       *[other] Of those with wishes, { $percent } % have their first one; { $n } people have none of theirs.
    }
    .no-wishes = Nobody has wishes.
assignment-first = have their first wish
assignment-second = second wish as best
assignment-third = third wish as best
assignment-later = a later wish or none
assignment-unwished = seats not wished for
assignment-proven = proven to be the best possible
assignment-gap = not proven; at most { $n } away from the best possible
assignment-still-searching = still being improved
assignment-unproven = not proven
assignment-choose = Take this one
assignment-chosen = chosen
assignment-undo = Undo
assignment-redo = Redo
assignment-job = { $done } of at most { $total } seconds
assignment-choose-instead = Take this one instead
assignment-about = { $people ->
    [one] One person
   *[other] { $people } people
}, { $workshops ->
    [one] one workshop
   *[other] { $workshops } workshops
} in { $slots ->
    [one] one time slot
   *[other] { $slots } time slots
}; { $wishes ->
    [one] one person has wishes that can be granted.
   *[other] { $wishes } have wishes that can be granted.
}
assignment-slots = Time slots
assignment-slot-count = { $workshops ->
    [one] One workshop
   *[other] { $workshops } workshops
}, { $seats ->
    [one] one seat
   *[other] { $seats } seats
} filled
assignment-column-seats = Filled
assignment-column-wishes = Wishes
assignment-column-people = Who
assignment-taken = { $n } of { $of }
assignment-ranks = { $first } first, { $second } second, { $third } third, { $other } later or not wished for
assignment-empty = nobody; will not take place like this
assignment-too-many = more than seats
assignment-too-few = needs at least { $n }
assignment-show-people = { $n ->
    [one] One person
   *[other] { $n } people
}
assignment-rank = wish { $rank }
assignment-no-wish = not wished for
assignment-without-seat = { $n ->
    [one] One person has no seat in this time slot
   *[other] { $n } people have no seat in this time slot
}
