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
    .workshops = No time slot gives its seats by wishes.
    .people = Nobody has registered yet.
assignment-wishes-open = People can wish until { $closes }; so far { $n ->
    [one] one person has
   *[other] { $n } have
}, of { $of }. An assignment computed today is a trial run.
assignment-start = No assignment yet
    .about = Three assignments are computed from the wishes, each by another idea of what is fair. You compare them and choose one. Participants see nothing of it yet.
assignment-searching = Computing the assignment
assignment-stop = Stop and keep the best
assignment-contradiction = The rules cannot all be kept, so no assignment was saved.
assignment-late = { $n ->
    [one] One person registered later and has no seat yet.
   *[other] { $n } people registered later and have no seats yet.
}
    .do = Give them free seats
assignment-seats = { $n } of { $of } seats filled
assignment-fairness = What is fair here?
    .hint = Three answers to the same wishes. None of them is wrong; choose one.
assignment-stale = Registrations, wishes or rules have changed since it was computed.
assignment-leximin = Nobody is left out
    .means = Whoever is worst off counts first.
assignment-rank-maximal = As many first wishes as possible
    .means = First wishes count most, then second ones. A few people may be left out.
assignment-generous = As little unwanted as possible
    .means = As few seats as possible that somebody did not want, at the price of first wishes.
assignment-sentence = Result
    .all = Everybody has their first wish.
    .worst = { $percent } % have their first wish, and nobody’s best is worse than their { $rank ->
        [2] second
        [3] third
       *[other] number { $rank }
    }.
    .without = { $n ->
        [one] { $percent } % have their first wish, one person has none of theirs.
       *[other] { $percent } % have their first wish, { $n } people have none of theirs.
    }
    .no-wishes = Nobody has wishes.
assignment-first = have their first wish
assignment-second = second wish as best
assignment-third = third wish as best
assignment-later = a later wish or none
assignment-unwished = seats not wished for
assignment-proven = proven to be the best possible
assignment-gap = not proven; on the first open level at most { $n } seats could be better
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
    [one] one person has wishes.
   *[other] { $wishes } have wishes.
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
assignment-ranks = { $first } first, { $second } second, { $later } later, { $none } not wished for
assignment-empty = nobody; will not take place like this
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
