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
    .about = Each person counts in every time slot that they attend and in which they lead no workshop.
assignment-too-few-seats = There are too few seats
    .slot = { $when }: { $missing ->
        [one] one seat
       *[other] { $missing } seats
    } short – { $seats ->
        [one] one seat
       *[other] { $seats } seats
    } for { $people } people
    .offer = To the workshops
assignment-without = { $n ->
    [one] One person has no workshop in a time slot
   *[other] { $n } people have no workshop in a time slot
}
    .about = A person’s page has the reason and the seats that are free.
    .slot = { $when }: { $n ->
        [one] one person
       *[other] { $n } people
    }
assignment-fairness = What is fair here?
    .hint = Three answers to the same wishes. None of them is wrong; choose one.
assignment-stale = Registrations, wishes or settings have changed since the computation ({ $when }). The three results show how things were before.
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
assignment-fewest-changes = with the fewest changes, proven; whether more changes would do better was not computed
assignment-gap = not proven; at most { $n } seats could still be better
assignment-still-searching = still being improved
assignment-unproven = not proven
assignment-choose = Take this one
assignment-chosen = chosen
assignment-proven-around = proven to be the best possible around what is locked
assignment-version-about = { $first } first wishes, { $seats } seats
assignment-lock-offer = Lock
assignment-unlock-offer = Unlock
assignment-lock-slot = Lock this time
assignment-unlock-slot = Unlock this time
assignment-locks = { $n ->
    [one] 1 lock
   *[other] { $n } locks
}
assignment-locks-hint = Whoever has a seat there keeps it when you compute the rest again. Free seats may still be given. By hand you can go on changing everything.
assignment-rest = Compute the rest again
assignment-undo = Undo
    .swap = The last change is a swap of two participants, which cannot be undone here.
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
assignment-unfold = Show all people
assignment-fold = Fold people away
assignment-drag = Drag a person to a workshop or to another person: what it costs stands there before you let go. With the keyboard Enter takes up and puts down.
assignment-nobody-there = Nobody
assignment-without-seat = { $n ->
    [one] One person has no seat in this time slot
   *[other] { $n } people have no seat in this time slot
}
assigned-page = { $name } – assignment
assigned-back = To the assignment
assigned-record = See the registration
assigned-takes-no-part = This person takes part in no time slot that gives its seats by wishes.
assigned-compared = Compared by “{ $method }”. The person sees the same reasons once the assignment is published, without the names of others.
    .by-hand = Compared by “{ $method }”. This version was changed after it was computed. The person sees the same reasons once the assignment is published, without the names of others.
assigned-not-there = The person no longer attends at this time and still has a seat. “Compute again with the fewest changes” on the assignment page frees it.
assigned-changed = The reasons here go by the wishes of today. What was wished after the computation was not part of it.
move-where = Where else?
move-done = Changed. This is the new version.
    .meanwhile = Changed. Somebody else had changed the assignment meanwhile; your change fitted there, too.
    .refused = Not changed: it would break a rule.
    .outdated = Not changed: somebody else has changed the assignment meanwhile. This is how it stands now.
    .rule = The rule counts from the next computation on.
move-full = full, { $n ->
    [one] one seat
   *[other] { $n } seats
}
move-free = { $free } of { $of } free
move-unlimited = { $n ->
    [one] one person there
   *[other] { $n } people there
}
move-set = Move
move-set-anyway = Move anyway
move-nowhere = No seat at this time
move-unseat = Give up the seat
move-swap = Swap
move-swap-anyway = Swap anyway
move-swap-with = with
move-swap-best = Swap – at best: { $cost }
move-refused = Swapping with { $name } breaks a rule
move-breaks = Rule: { $rule }
move-breaks-count = { $n ->
    [one] breaks a rule
   *[other] breaks { $n } rules
}
move-costs-nothing = costs nothing
move-loses = loses the seat ({ $before })
move-gets = gets a seat ({ $after })
move-instead = { $after } instead of { $before }
move-standing-none = no seat
move-of-other = { $name }: { $text }
move-short-rule = rule
move-short-full = full
move-short-better = better
move-short-worse = worse
move-held = { $name } is held. Choose a workshop, or a person to swap with; Esc puts back.
move-held-let-go = { $name } stays in the same place.
move-held-place = Move to “{ $table }”
move-held-swap = Swap with { $name } ({ $table })
move-held-breaks = breaks a rule
move-held-full = no seat is free there
move-colleagues-more = { $n ->
    [one] two more of one organisation in the same workshop
   *[other] { $n } more pairs of one organisation in the same workshop
}
move-colleagues-fewer = { $n ->
    [one] two fewer of one organisation in the same workshop
   *[other] { $n } fewer pairs of one organisation in the same workshop
}
broken-title = { $n ->
    [one] One rule is broken
   *[other] { $n } rules are broken
}
broken-too-few = { $offer }: fewer people than it needs
broken-too-many = { $offer }: more people than seats
broken-organisation = { $offer }: too many of one organisation
broken-called-off = { $offer } does not take place, and yet somebody sits there
broken-twice = { $name } attends “{ $title }” twice
broken-clash = { $name } attends “{ $one }” and “{ $other }”, which exclude one another
broken-not-wished = { $name } has no wish for “{ $title }”
rule-offer = “{ $title }” ({ $when })
rule-person-gone = somebody who has cancelled
rule-gone = a deleted rule
rule-fixed = { $name } attends { $offer }
rule-together = Together: { $names }
rule-apart = Apart: { $names }
rule-drop = Drop
rules-title = { $n ->
    [one] One rule
   *[other] { $n } rules
}
rule-add-together = Always together
rule-add-apart = Always apart
rule-add-fixed = Fixed in “{ $title }” ({ $when })
person-rules = Rules about this person
    .find = Find a person
    .search = Search
    .everybody = Show everybody
    .not-found = Nobody in the list matches.
    .hint = They count from the next computation on.
    .with = With
    .nobody = nobody chosen
    .more = Choose several people
source-locked = { $what } is locked
source-kept = { $offer } is to take place in any case
source-called-off = { $offer } is not to take place
source-workshop = seats, minimum and times of “{ $title }”
source-clash = “{ $one }” and “{ $other }” exclude one another
source-person = the times at which { $name } takes part
source-fill = seats are given by wishes only
repair-assignment-changed = Registrations, wishes or workshops have changed since this version
repair-assignment-about = You can have it adapted: as few people move as possible. You see who before it counts.
repair-assignment-do = Compute again with the fewest changes
repair-assignment-take = Take it over
repair-assignment-discard = Discard
repair-assignment-nobody = Adapted: nobody has to move
repair-assignment-moves = { $n ->
    [one] Adapted: one person moves
   *[other] Adapted: { $n } people move
}
repair-assignment-gain = { $n ->
    [one] one person gets a seat
   *[other] { $n } people get a seat
}
repair-assignment-lose = { $n ->
    [one] one person loses their seat
   *[other] { $n } people lose their seat
}
repair-assignment-now = not adapted
repair-assignment-then = adapted
repair-assignment-who = { $n ->
    [one] One seat changes
   *[other] { $n } seats change
}
repair-assignment-kept = Everybody else stays where they are.
repair-assignment-mends = Mended: { $rule }
repair-assignment-instead = { $name }, { $when }: “{ $after }” instead of “{ $before }”
repair-assignment-gets = { $name }, { $when }: gets “{ $after }”
repair-assignment-loses = { $name }, { $when }: loses “{ $before }”
refused-link = Who does not have their first wish, and why?
refused-title = First wishes that were not granted
refused-none = Everybody has their first wish
    .text = What counts is the first wish that the person can attend.
refused-person = Person
refused-wish = First wish
refused-why = Why not
refused-search = Person or workshop
refused-find = Search
refused-no-match = Nobody in the list matches.
small-link = Decide about small workshops
small-title = Small workshops
small-about = Workshops with at most one and a half times the people that they need. The costs are those of an adaptation with the fewest changes: only those move who have to. A decision counts from the next computation or adaptation on; a workshop that is called off is no longer in the programme at once.
small-none = No workshop is close to its minimum
    .text = All workshops with a minimum have clearly more people than they need.
small-people = People
small-of-least = { $n }, needs { $least }
small-keep = Cost of keeping it
small-call-off = Cost of calling it off
small-decision = Decision
small-costs-nothing = nothing
small-as-now = nothing: it does not take place as it is
small-unwished-there = { $n ->
    [one] one person sits here without a wish for it
   *[other] { $n } people sit here without a wish for it
}
small-impossible = impossible: the rules could not be kept any more
small-unknown = not computed in time
small-seats-fewer = { $n ->
    [one] one seat fewer
   *[other] { $n } seats fewer
}
small-seats-more = { $n ->
    [one] one seat more
   *[other] { $n } seats more
}
small-first-fewer = { $n ->
    [one] one first wish fewer
   *[other] { $n } first wishes fewer
}
small-first-more = { $n ->
    [one] one first wish more
   *[other] { $n } first wishes more
}
small-unwished-fewer = { $n ->
    [one] one seat without a wish fewer
   *[other] { $n } seats without a wish fewer
}
small-unwished-more = { $n ->
    [one] one seat without a wish more
   *[other] { $n } seats without a wish more
}
small-moved = { $n ->
    [one] one person moves
   *[other] { $n } people move
}
small-do-keep = Keep
small-do-call-off = Call off
small-decided = Decided
small-kept = “{ $title }” ({ $when }) takes place in any case
small-called-off = “{ $title }” ({ $when }) does not take place
small-take-back = Take the decision back
free-seats-title = Free seats that somebody would rather have
    .about = Nobody else moves for them, and no rule is broken.
free-seats-free = { $n ->
    [one] one seat free
   *[other] { $n } seats free
}
free-seats-unlimited = without a limit
free-seats-more = { $n ->
    [one] and one more person
   *[other] and { $n } more people
}
busy-title = Needed elsewhere
busy-about = Whoever is at the desk, helps or leads a table gets no seat in a workshop at that time and cannot book one. The person sees this on their own page. What is assigned already changes only when you compute it again.
busy-none = Nobody is needed elsewhere
    .about = Whoever leads a workshop need not be listed here.
busy-person = Person
busy-slot = Time
busy-reason = What for
    .hint = For example “desk”. For organisers only.
busy-add = Is needed elsewhere
busy-choose = Please choose
busy-do = Save
busy-remove = Remove
    .heading = Change
busy-done = Saved. The person gets no workshop at this time once you compute again.
    .removed = Removed.
broken-booked = { $name } has booked “{ $title }” or a workshop that excludes it
small-pricing = The costs are being computed
small-price = Compute the costs
small-price-missing = What it costs to reverse each decision has not been computed for this assignment yet.
small-price-outdated = People, wishes, workshops or decisions have changed since. The costs below are from before.
small-not-priced = not computed yet
