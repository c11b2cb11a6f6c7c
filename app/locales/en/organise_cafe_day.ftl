# Publishing the plan of a café, and its day.

event-tab-cafe-publish = Publish
event-tab-cafe-day = Who is here
cafe-several = World cafés of this event
cafe-of-event = Whole event

publish-title = Publish the plan
publish-state-hidden = not published
publish-state-older = an older version is shown
publish-state-shown = published
publish-no-plan = There is no plan yet
    .text = First decide who sits where. Then choose here when participants learn of it.
    .action = Go to the plan
publish-nobody-sees = Participants do not see any tables yet.
publish-seen = Participants have seen version { $version } since { $when }: each person only their own tables.
publish-seen-later = Once the event is published, participants see version { $version }: each person only their own tables.
publish-names-shown = The others at a table are shown by name. That is a choice of the set-up.
publish-names-hidden = The others at a table are not shown, only its host. You can change that in the set-up.
publish-question = Publish version { $version }?
publish-means = From then on everyone registered sees their own way on their page: round, time, table, topic, room and host of version { $version }.
publish-mails = { $n ->
    [one] 1 person gets an email: the one whose tables are new or different.
   *[other] { $n } people get an email: those whose tables are new or different.
 }
publish-breaks = { $n ->
    [one] One rule is broken in this version; the plan shows it.
   *[other] { $n } seats of this version break rules; the plan shows them.
}
publish-mails-none = No email is sent: everyone knows their way.
publish-mails-draft = No email is sent: the event is still a draft. The invitation will name the tables.
publish-mails-changed = { $n ->
    [one] For 1 of them, something they know changes.
   *[other] For { $n } of them, something they know changes.
 }
publish-mails-changed-all = For all of them, what they already know changes.
publish-calendar = Only the description of the calendar entry changes. Nobody has to accept again.
publish-go = Publish
publish-tell-question = Not everyone knows their tables yet
publish-tell-go = Notify
publish-next = What is next
publish-next-paper = Print rotation cards, table signs and lists
publish-next-live = Prepare the clock and the screen
publish-next-day = On the day: mark who is there
publish-board = See the plan
publish-removed-tables = { $n ->
    [one] 1 person sits at a table that is no longer in the set-up
   *[other] { $n } people sit at tables that are no longer in the set-up
}
    .text = Move them, or compute again. Until then the plan cannot be published.
publish-without-table = { $n ->
    [one] 1 registered person has no table
   *[other] { $n } registered people have no table
 }
    .text = Their page says that they have no table yet. Anyone who has already been told a table is notified.
publish-recipients = { $n ->
    [one] 1 person will be notified
   *[other] { $n } people will be notified
 }
publish-who = Name
publish-what = What changes
publish-more = { $n ->
    [one] and 1 more person
   *[other] and { $n } more people
 }
publish-first = for the first time: tables { $tables }
publish-moves = Round { $round }: table { $after } instead of { $before }
publish-stays = Round { $round }: table { $table }, new: { $what }
publish-gets = Round { $round }: table { $table }
publish-loses = Round { $round }: no table any more, was { $table }
publish-new-time = time
publish-new-topic = topic
publish-new-room = room
publish-new-host = host { $name }
publish-no-host = no host any more
publish-hosts = hosts the table
publish-new-guests = others at the table
plan-saved-published = The plan is published
plan-saved-withdrawn = The plan is withdrawn
withdraw-title = Withdraw
withdraw-text = Participants then see no tables. Nobody gets an email about it. Emails that still wait to be sent no longer name any tables, and those that are only about tables are dropped. Calendars that have the way keep it until you publish again.
withdraw-go = Withdraw

day-title = Who is here?
day-before = The world café has not begun
day-round = Round { $round } of { $of } has begun
day-last = The last round has begun
day-no-plan = This is where you tick off who is here
    .action = Set up the world café first
day-there = of { $of } are here
day-missing = { $n ->
    [0] nobody is missing
    [one] 1 is missing
   *[other] { $n } are missing
 }
day-meter = { $n } of { $of } are here
day-search = Name or organisation
day-search-go = Search
day-search-clear = Everyone
day-list = Registered people
day-nobody = Nobody has a seat yet
    .text = Whoever is not registered can be added under “Somebody walked in”.
day-not-found = Nobody is called “{ $name }”
day-is-missing = missing · { $at }
day-gone = leaves before round { $round } · { $at }
day-joins = joins in round { $round }
day-goes = leaves before round { $round }
day-comes-back = back from round { $round } on
day-by-round = Other rounds …
day-round-n = Round { $n }
day-arrives = Joins in
day-arrives-never = does not come
day-leaves = Leaves before
day-leaves-never = stays to the end
day-returns = Is back from
day-returns-never = does not come back
day-rounds-save = Save
day-without-table = no table
day-table = Round { $round }: table { $table }
day-seat-now = Now, in round { $round }: a free seat at table { $table } ({ $topic })
day-cards = { $n ->
    [one] One card changed with the last publication, { $when }.
   *[other] { $n } cards changed with the last publication, { $when }.
}
day-mark-missing = Missing
day-mark-gone = Gone from now on
day-is-there = Is here
day-undo = Undo
day-done-missing = { $name } is missing
day-done-present = { $name } is here
day-done-rounds = { $n ->
    [0] { $name } does not come
    [one] { $name } is there in round { $rounds }
   *[other] { $name } is there in rounds { $rounds }
}
day-done-added = { $name } has been added
day-done-waits = { $waits ->
    [decision] The event is full: the person awaits the decision
   *[seat] The event is full: the person is on the waiting list
}
day-done-repaired = The new plan is in place and published
day-changed-cards = Print the new cards
day-done-planned = The new plan is a version, not yet published
day-plan-fits = Everyone is here
day-plan-nobody-missing = Nobody is missing
day-hosts-gone = { $n ->
    [one] Table { $tables } has no host in a coming round.
   *[other] Tables { $tables } have no host in a coming round.
}
day-plan-breaks = { $n ->
    [one] The plan stands, although it breaks one rule.
   *[other] The plan stands, although it breaks { $n } rules.
}
day-later = { $n ->
    [one] 1 comes later
   *[other] { $n } come later
}
day-plan-misses = { $missing ->
    [0] Nobody is missing
    [one] 1 is missing
   *[other] { $missing } are missing
 }, { $joined ->
    [0] nobody came on top
    [one] one person came on top
   *[other] { $joined } came on top
 }
day-plan-in-part = { $n ->
    [one] 1 person is there in some of the rounds only.
   *[other] { $n } people are there in some of the rounds only.
}
day-plan-as-is = The plan fits as it is.
day-plan-repair = You get up to three proposals and see beforehand who would change tables. Only these people are told.
day-plan-over = The last round is running: the plan no longer changes.
day-repair = Repair the plan …
day-walk-in = Somebody walked in
    .action = Add a person
day-waiting = { $waits ->
    [decision] Awaiting the decision
   *[seat] On the waiting list
}
day-admit = Is here

walk-in-title = Who walked in?
walk-in-back = Back to the list
walk-in-free = There are free seats.
walk-in-free-of = { $n ->
    [one] 1 seat is free.
   *[other] { $n } seats are free.
 }
walk-in-full = { $waits ->
    [decision] All seats of the event are taken: the person awaits the decision.
   *[seat] All seats of the event are taken: the person goes on the waiting list.
}
walk-in-address = Email address
 .hint = For the invitation and the way through the world café. Without an address the person gets no messages and learns about their tables from you or from the screen.
walk-in-go = Add
walk-in-anyway = Add anyway
walk-in-known = { $n ->
    [one] The person may be registered already.
   *[other] The person may be registered already, as one of { $n }.
}
walk-in-known-text = If so, one click counts the person as present, at the tables they already have. Two registrations would get two seats.
walk-in-is-known = That is the person
walk-in-cancel = Cancel

repair-title = Repair the plan
repair-all = All rounds are planned for those who are here.
repair-past = { $n ->
    [1] Round 1 has begun and stays as it is.
   *[other] Rounds 1 to { $n } have begun and stay as they are.
 }
repair-none = There is nothing to repair
    .text = The last round is running, or the rules allow no other plan.
repair-stale = Not taken over: the plan, the people or who of them is there have changed meanwhile. The proposals are computed anew.
repair-nobody = Nobody changes tables
repair-nobody-breaks = Nobody changes tables, { $n ->
    [one] and one rule is broken
   *[other] and { $n } rules are broken
}
repair-moves = { $n ->
    [one] 1 person changes tables
   *[other] { $n } people change tables
 }
repair-fewest = As few people as possible move, and all rules hold.
repair-fewest-breaks = As few people as possible move. Not all rules can hold.
repair-uneven = Everyone stays where they are. Some tables are fuller than others.
repair-between = Some more people move, which makes the plan better. Everybody else stays.
repair-afresh = The coming rounds are planned anew.
repair-who = { $n ->
    [one] Who changes tables
   *[other] Who changes tables ({ $n })
 }
repair-new = { $n ->
    [one] Who gets a table
   *[other] Who gets tables ({ $n })
 }
repair-same = as now
repair-more = { $n } more than now
repair-less = { $n } fewer than now
repair-topics = { $n } topics seen, { $change }
repair-meetings = { $n } encounters, { $change }
repair-mix = { $n ->
    [one] 1 pair of one organisation at a table, { $change }
   *[other] { $n } pairs of one organisation at a table, { $change }
 }
repair-old-faces = { $n ->
    [one] 1 earlier encounter is repeated, { $change }
   *[other] { $n } earlier encounters are repeated, { $change }
 }
repair-unseated = { $n ->
    [one] 1 seat is missing
   *[other] { $n } seats are missing
 }
repair-breaks = { $n ->
    [one] 1 rule is then broken
   *[other] { $n } rules are then broken
 }
repair-publish = Use and publish
repair-later = Only use
repair-publish-anyway = Use and publish anyway
repair-later-anyway = Only use anyway
