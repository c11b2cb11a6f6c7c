# The plan of a world café: who sits where, and what every change brings.

cafe-board = Seats by round and table
cafe-draft = draft
cafe-published = published
cafe-published-other = version { $n } is published
cafe-earlier = earlier version
cafe-people = { $n ->
    [one] one person
   *[other] { $n } people
}
cafe-tables = { $n ->
    [one] one table
   *[other] { $n } tables
}
cafe-rounds = { $n ->
    [one] one round
   *[other] { $n } rounds
}
cafe-round = Round { $n }
cafe-round-nav = Round
cafe-table = Table { $name }
cafe-tables-range = Tables { $first }–{ $last }
cafe-table-heading = Table
cafe-host = Host: { $name }
cafe-host-missing = Host: { $name } (not there any more)
cafe-host-gone = Host: { $name } (cancelled)
cafe-and = { $first } and { $last }
cafe-more = { $n ->
    [one] and one more pair
   *[other] and { $n } more pairs
}

# How good the plan is.
cafe-quality = How good the plan is
cafe-goal-topics-all = { $n ->
    [one] Everybody sees the topic
    [2] Everybody sees both topics
    [3] Everybody sees all three topics
    [4] Everybody sees all four topics
   *[other] Everybody sees all { $n } topics
}
cafe-goal-topics-some = { $n ->
    [one] Everybody sees at least one of { $of } topics
   *[other] Everybody sees at least { $n } of { $of } topics
}
cafe-goal-meetings = Many new encounters
cafe-goal-mix = Organisations mix
cafe-goal-new-faces = New faces
cafe-goal-least = Nobody is left behind
cafe-tile-of = of { $n }
cafe-tile-at-most = of { $n } at most
cafe-tile-mix = { $n ->
    [one] pair of colleagues
   *[other] pairs of colleagues
}
cafe-tile-new-faces = { $n ->
    [one] earlier encounter repeated
   *[other] earlier encounters repeated
}
cafe-tile-met = people met per person
cafe-proven = proven to be the best possible
cafe-near-most = more are not possible
cafe-near-fewest = fewer are not possible
cafe-near-share = { $percent }% of an upper bound
cafe-near-topics = { $n } of at most { $of } visits to topics
cafe-near-least = { $n ->
    [0] perhaps 0 is possible
   *[other] fewer than { $n } is impossible
}
cafe-repeats = { $n ->
    [one] one pair meets again
   *[other] pairs meet again { $n } times
}
cafe-see-all-topics = { $n ->
    [0] nobody sees all { $of }
    [one] one person sees all { $of }
   *[other] { $n } see all { $of }
}
cafe-hosts-stay = { $n ->
    [one] the host stays at the table
   *[other] the { $n } hosts stay at their tables
}
cafe-least = fewest:

# Tools.
cafe-publish = Publish …
cafe-undo = Undo
cafe-redo = Redo
cafe-locks = { $n ->
    [0] Nothing locked
    [one] 1 lock
   *[other] { $n } locks
}
cafe-locks-hint = The solver leaves alone what is locked. Whoever comes later gets a free seat in a locked round, too. You can still change everything by hand.
cafe-lock-of-seat = { $name }, round { $round }
cafe-lock-of-table = { $table }, round { $round }
cafe-locked = locked
cafe-lock-seat = Lock seat
cafe-unlock-seat = Unlock seat
cafe-lock-table = Lock table
cafe-unlock-table = Unlock table
cafe-lock-round = Lock round
cafe-unlock-round = Unlock round
cafe-rules = { $n ->
    [0] No rules
    [one] 1 rule
   *[other] { $n } rules
}
cafe-version-meetings = { $n ->
    [one] one encounter
   *[other] { $n } encounters
}
cafe-compare-topics = Visits to topics
cafe-compare-meetings = Encounters
cafe-compare-repeats = Repeated encounters
cafe-compare-least = Fewest people that somebody meets
cafe-compare-mix = Pairs of colleagues
cafe-compare-old-faces = Earlier encounters repeated
cafe-compare-round = Round

cafe-cause-solved = computed
cafe-cause-rest-solved = rest computed again
cafe-cause-alternative = alternative chosen
cafe-cause-moved = moved by hand
cafe-cause-swapped = swapped by hand
cafe-cause-locked = locked or unlocked
cafe-cause-repaired = adapted to who is there
cafe-cause-restored = restored
cafe-cause-random = drawn at random
cafe-cause-empty = begun empty
cafe-cause-imported = imported
cafe-cause-late-placed = late registrations placed
cafe-cause-agreed = two participants swapped

# Notices.
cafe-outdated = The plan was changed meanwhile, and your change no longer fits. Nothing was changed.
cafe-meanwhile = Your change is saved. Somebody else has changed the plan meanwhile.
cafe-others-changed = { $who } has changed the plan: version { $n }, { $cause }
cafe-others-changed-somebody = The plan has changed: version { $n }, { $cause }
cafe-others-went-back = The plan is back at version { $n }
cafe-others-seat = { $name }, round { $round }: { $after } instead of { $before }
cafe-others-more = { $n ->
    [one] and one more seat
   *[other] and { $n } more seats
}
cafe-what-changed = What is different
cafe-added = Newly registered, still without a seat: { $names }
cafe-gone = { $n ->
    [one] No longer taking part: { $names }. The seat at the table is free.
   *[other] No longer taking part: { $names }. The seats at the tables are free.
}
cafe-gone-person = cancelled
cafe-gone-unknown = Deleted registration
cafe-people-changed =
    Since this version, the list of participants has changed.
    .hint = Move people one by one, or compute the plan again. What is locked stays.
    .day = On the day: who is there
cafe-tables-without-host = { $n ->
    [one] { $tables } has no host any more: the person is not here or has cancelled.
   *[other] { $tables } have no hosts any more: they are not here or have cancelled.
}
cafe-host-choose = Choose another host
cafe-attendance-changed = Who is there in which round has changed since this version. The plan stays as it is until you change, repair or compute it again.
cafe-answers-changed = What people answered has changed since this version. The plan stays as it is until you change it or compute it again.
cafe-set-up-changed = The set-up has changed since this version. The plan stays as it is until you change it or compute it again.
cafe-broken-now = { $n ->
    [one] It breaks a rule of the set-up:
   *[other] It breaks { $n } rules of the set-up:
}
cafe-more-rules = { $n ->
    [one] and one more
   *[other] and { $n } more
}
cafe-rule-made = New rule: { $rule }
cafe-to-rules = All rules
cafe-unseated = { $n ->
    [one] Round { $round }: one person without a seat
   *[other] Round { $round }: { $n } people without a seat
}
cafe-unseated-all = People without a seat

# The tables.
cafe-size = { $n ->
    [0] empty
    [1] alone
    [2] two people
    [3] three people
    [4] four people
    [5] five people
    [6] six people
    [7] seven people
    [8] eight people
    [9] nine people
    [10] ten people
   *[other] { $n } people
}
cafe-topic-again = { $n ->
    [one] topic seen before
   *[other] { $n } × topic seen before
}
cafe-here = move here

# The chosen seat.
cafe-seat-bar = Change a seat
cafe-no-seat = no seat
cafe-meets = { $n ->
    [one] meets one person
   *[other] meets { $n } people
}
cafe-close = Close
cafe-back-to-grid = Back to the table
cafe-choose-target = Choose a table in round { $round }, or a person to swap with. What stands there is the effect: a mere number counts encounters, “rule” breaks a rule.
cafe-target = Target
cafe-best = Best target:
cafe-no-target = There is no other target here.
cafe-set = Move
cafe-set-anyway = Move anyway
cafe-swap = Swap
cafe-swap-anyway = Swap anyway
cafe-discard-target = Cancel
cafe-to-table = Move to { $table }
cafe-to-swap = Swap with { $name } ({ $table })
cafe-to-nowhere = Take off the table
cafe-option-table = { $table }, join
cafe-option-swap = { $table }, swap with { $name }
cafe-breaks = This breaks a rule: { $rule }
cafe-meet-again = { $one } and { $other } would meet again.
cafe-colleagues = { $one } and { $other } are colleagues.
cafe-loses-topic = { $name } would no longer see “{ $topic }”.
cafe-make-rule = Make it a rule
cafe-make-with = With
cafe-make-together = Always together
cafe-make-apart = Never together
cafe-make-fixed = Always at { $table } in round { $round }

# What a change brings.
cafe-cost-rule = rule
cafe-cost-size = table size
cafe-cost-nothing = costs nothing
cafe-cost-topics-fewer = { $n ->
    [one] one visit to a topic fewer
   *[other] { $n } visits to topics fewer
}
cafe-cost-topics-more = { $n ->
    [one] one more visit to a topic
   *[other] { $n } more visits to topics
}
cafe-cost-meetings-fewer = { $n ->
    [one] one encounter fewer
   *[other] { $n } encounters fewer
}
cafe-cost-meetings-more = { $n ->
    [one] one more encounter
   *[other] { $n } more encounters
}
cafe-cost-repeats-fewer = { $n ->
    [one] one repeated encounter fewer
   *[other] { $n } repeated encounters fewer
}
cafe-cost-repeats-more = { $n ->
    [one] one more repeated encounter
   *[other] { $n } more repeated encounters
}
cafe-cost-mix-fewer = { $n ->
    [one] one pair of colleagues fewer
   *[other] { $n } pairs of colleagues fewer
}
cafe-cost-mix-more = { $n ->
    [one] one more pair of colleagues
   *[other] { $n } more pairs of colleagues
}
cafe-cost-old-faces-fewer = { $n ->
    [one] one fewer repeat of an earlier meeting
   *[other] { $n } fewer repeats of earlier meetings
}
cafe-cost-old-faces-more = { $n ->
    [one] one more repeat of an earlier meeting
   *[other] { $n } more repeats of earlier meetings
}
cafe-cost-short-topics = { $n ->
    [one] { $signed } topic
   *[other] { $signed } topics
}
cafe-cost-short-repeats = { $signed } again
cafe-cost-short-mix = { $signed } mix
cafe-cost-short-old-faces = { $signed } known

# Rules.
cafe-broken = { $n ->
    [one] One rule is broken
   *[other] { $n } rules are broken
}
cafe-rule-together = { $names } are to sit together.
cafe-rule-apart = { $names } are not to share a table.
cafe-rule-fixed = { $name } is to sit at { $table } in round { $round }.
cafe-rule-step-free = { $name } needs a step-free table.
cafe-rule-language = { $name } needs a table where { $language } is spoken.
cafe-rule-topic = { $name } is to sit only at tables about “{ $topic }”.
cafe-rule-answer = { $name } needs another table, according to the registration.
cafe-rule-answer-needs = According to the registration, { $name } needs { $needs }.
cafe-need-step-free = a step-free table
cafe-need-language = a table in { $language }
cafe-need-topic = a table on “{ $topic }”
cafe-rule-too-few = Fewer than { $n } sit at { $table }.
cafe-rule-too-few-gone = Too few people sit at { $table }.
cafe-rule-uneven-few = Fewer than { $n } sit at { $table }: tables without a minimum are filled evenly.
cafe-rule-too-many = More than { $n } sit at { $table }.
cafe-rule-too-many-gone = Too many people sit at { $table }.
cafe-rule-uneven = More than { $n } sit at { $table }: tables without a minimum are filled evenly.
cafe-rule-host = The host of { $table } sits elsewhere.
cafe-rule-gone = The rule no longer exists.

# Below the board.
cafe-matrix = Who meets whom
cafe-matrix-hint = Encounters between organisations; framed: not a single one. Beside the name: how many people come.
cafe-least-heading = Who gets least out of it
cafe-least-met = { $n ->
    [one] { $met } encounters; the average is { $mean }.
   *[other] { $met } encounters each; the average is { $mean }.
}
cafe-least-most = More is not possible for them.
cafe-least-could = At most { $n } would be possible.
cafe-repeats-heading = Repeated encounters: { $n }
cafe-repeats-none = Nobody meets anybody twice.
cafe-repeat = { $one } and { $other }: round { $rounds }.
cafe-repeat-ruled = A rule demands it.

# Before there is a plan.
cafe-to-set-up = To the set-up
cafe-start-no-set-up = There are no tables yet
    .hint = Enter topics, tables and rounds in the set-up. Then the plan can be computed.
cafe-start-none-yet = There is no plan yet.
cafe-start-empty = By hand
    .hint = Nobody has a seat, except hosts at their tables. You seat every person yourself.
    .do = Begin empty

# Computing, drawing, choosing.
cafe-solving = The plan is being computed
cafe-solve-again = Compute again
cafe-solve-rest = Compute the rest
cafe-solve-anew = Compute everything anew
    .hint = Locked seats are given out again, too.
cafe-conflict = { $n ->
    [2] No new plan: these two cannot both be kept
    [3] No new plan: these three cannot all be kept
   *[other] No new plan: these { $n } cannot all be kept
}
    .advice = Without any one of them it works. Give one up and compute the plan again.
cafe-conflict-one = No new plan: this cannot be kept
    .advice = Give it up and compute the plan again.
cafe-conflict-lock-seat = The seat of { $person } in round { $round } is locked
cafe-conflict-lock-table = Table { $table } is locked in round { $round }
cafe-conflict-lock-round = Round { $round } is locked
cafe-conflict-unlock = Unlock
cafe-conflict-absent = { $n ->
    [one] { $names } is not there
   *[other] { $names } are not there
}
cafe-conflict-absent-many = { $n } people are not there
cafe-conflict-absent-day = Who is there?
cafe-seed = Seed
    .hint = The same number gives the same plan, as long as people, set-up and locks stay the same.
cafe-version-seed = seed { $seed }
cafe-more-ways = Other ways
cafe-alternatives = Alternatives
cafe-alternatives-hint = The goals stand in each other's way. These plans are better in a later goal and worse in an earlier one.
cafe-alternative = Alternative { $n }
cafe-alternative-own = This plan
cafe-alternative-choose = Choose
cafe-alternative-anyway = Choose anyway
cafe-alternative-breaks = { $n ->
    [one] Breaks a rule:
   *[other] Breaks { $n } rules:
}
cafe-start-solve = Compute
    .hint = Looks for the best plan by the goals and rules of the set-up. Small cafés are done at once, large ones after a few seconds.
    .do = Compute the plan
cafe-start-others = Or begin in another way
cafe-start-random = At random
    .hint = Everybody gets a table by lot. Rules apply, goals do not.
    .do = Draw lots
cafe-start-import = From a table
    .hint = Takes over a plan with person, round and table.
    .do = Read a table

# Import.
cafe-import-title = Plan from a table
cafe-import-hint = One line per person and round, with the columns e-mail or name, round and table. The plan becomes a new version; the present one is kept.
cafe-import-file = File (CSV)
cafe-import-text = Or paste the table here
cafe-import-anyway = Take it anyway; the rules are then marked as broken
cafe-import-go = Read
cafe-import-refused = The table was not taken over.
cafe-import-unreadable = This is not a table that can be read.
cafe-import-no-person = A column with e-mail or name is missing.
cafe-import-no-round = The column “Round” is missing.
cafe-import-no-table = The column “Table” is missing.
cafe-import-line = Line { $n }: { $fault }
cafe-import-besides = { $n ->
    [one] and one more fault
   *[other] and { $n } more faults
}
cafe-import-breaks = This plan breaks rules:
cafe-import-unknown = “{ $name }” is not registered.
cafe-import-several = There are several people called “{ $name }”. The e-mail address tells them apart.
cafe-import-round = There is no round “{ $round }”.
cafe-import-table = There is no table “{ $table }”.
cafe-import-absent = “{ $name }” is not there in this round.
cafe-import-twice = “{ $name }” has a seat in this round already, in line { $line }.

# Files.
cafe-files = To take away and to check
cafe-files-csv = Person, round and table (CSV)
cafe-files-problem = Problem for the solver (JSON)
cafe-files-plan = Plan of the solver (JSON)
cafe-files-check = Problem and plan, to check them (JSON)
cafe-files-hint = Anybody can check the plan with “treffpunkt groups rotate”. The JSON files contain no names.

# Dragging, or with the keyboard.
cafe-held = { $name } is held. Choose a table or a seat; Esc puts back.
cafe-let-go = { $name } stays.
cafe-held-breaks = breaks a rule
cafe-held-breaks-size = breaks the rule on the size of tables
