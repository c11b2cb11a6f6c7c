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
    .worst = { $percent } % have their first wish, and nobody’s best is worse than wish { $rank }.
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
