# The pages of a world café: the set-up.

event-tab-cafe = World café
event-tab-cafe-set-up = Set-up
event-tab-cafe-plan = Plan

# Columns of the table of seats.
cafe-table-round = Round
cafe-table-table = Table

cafe-page = { $part } · world café · { $event }
set-up-title = World café set-up: { $event }
set-up-saved-at = ✓ saved at { $time }
set-up-saved-on = ✓ saved on { $date }
set-up-none = There is no world café in the agenda yet
    .advice = Add an item of the kind “World café” to the agenda. Then prepare topics, tables and rounds here.
    .agenda = Go to the agenda
set-up-save = Save
set-up-reckon = Recalculate

set-up-figures = What this set-up allows
set-up-seats = Seats
set-up-seats-for = for { $n ->
    [one] one person
   *[other] { $n } people
}
set-up-seats-none = No tables yet
set-up-seats-enough = ✓ enough ·
set-up-seats-missing = { $n ->
    [one] one seat short
   *[other] { $n } seats short
}
set-up-tables-empty = { $n ->
    [one] One table stays empty
   *[other] { $n } tables stay empty
}
set-up-size = { $size ->
    [0] empty
    [1] with one person
   *[other] of { $size }
}
set-up-tables-uneven = { $n ->
    [one] One table
   *[other] { $n } tables
}, unevenly filled, at least { $least }
set-up-tables-of = { $n ->
    [one] One table
   *[other] { $n } tables
} { $size }
set-up-tables-of-more = { $n } { $size }
set-up-topics-each = Topics per person
set-up-topics-of = of { $n }
set-up-topics-all = ✓ everybody can see them all
set-up-topics-some = { $n ->
    [one] some miss one topic
   *[other] some miss { $n } topics
}
set-up-meetings = Encounters
set-up-meetings-most = at most
set-up-meetings-nobody = Nobody to meet
set-up-meetings-each-same = { $most } per person, nobody twice
set-up-meetings-each = { $fewest } to { $most } per person, nobody twice
set-up-meetings-repeats-same = at most { $most } per person; { $n ->
    [one] one pair meets
   *[other] { $n } pairs meet
} again
set-up-meetings-repeats = { $fewest } to { $most } per person at most; { $n ->
    [one] one pair meets
   *[other] { $n } pairs meet
} again
set-up-time = Time
set-up-time-end = end
set-up-time-fits = ✓ fits ·
set-up-time-exact = to the minute
set-up-time-left = { $n ->
    [one] one minute
   *[other] { $n } minutes
} to spare
set-up-time-over = { $n ->
    [one] one minute
   *[other] { $n } minutes
} too long

set-up-missing-seats = { $n ->
    [one] One seat is missing.
   *[other] { $n } seats are missing.
}
    .detail = { $tables ->
    [one] The table has
   *[other] { $tables } tables have
} { $seats ->
    [one] one seat
   *[other] { $seats } seats
} for { $people } people.
set-up-mend-seats = { $n } seats per table
set-up-mend-tables = { $n ->
    [one] One more table
   *[other] { $n } more tables
}
set-up-conflict = { $n ->
    [2] These two rules contradict each other
    [3] These three rules cannot all be kept
    [4] These four rules cannot all be kept
   *[other] These { $n } rules cannot all be kept
}
    .advice = Without any one of them it works. Which one should go?
set-up-conflict-one = This rule cannot be kept
    .advice = No table fits it.
set-up-conflict-unexplained = The rules cannot all be kept. Which of them contradict each other could not be found in so short a time. Take out the one you added last.
set-up-conflict-undecided = Whether all rules can be kept could not be found in so short a time. Planning searches for longer.
set-up-conflict-even = All tables are filled evenly
    .drop = Fill them unevenly
set-up-conflict-least = At least { $n } sit at table { $table }
set-up-conflict-most = At most { $n } sit at table { $table }
    .drop = One more seat
set-up-conflict-host = { $person } hosts table { $table } and stays there
set-up-drop = Remove
set-up-former = { $n ->
    [one] One person is no longer coming
   *[other] { $n } people are no longer coming
}
set-up-former-cancelled = { $name } has cancelled.
set-up-former-state = { $name } has no seat any more: { $state }.
set-up-former-host = Was to host table { $table }. Choose somebody else, or leave the table without a host.
set-up-former-rules = { $n ->
    [one] Is part of one rule. Until then it is
   *[other] Is part of { $n } rules. Until then they are
} reckoned without this person.
set-up-former-drop = Take out
set-up-somebody-gone = somebody who is no longer coming

set-up-twice = { $n ->
    [one] One person may be registered twice
   *[other] { $n } people may be registered twice
}
    .hint = Whoever is registered twice gets two seats. If they are different people, there is nothing to do; otherwise cancel one of the registrations.
set-up-twice-name = The same name under several addresses
set-up-twice-mailbox = The same mailbox in several spellings
set-up-twice-more = { $n ->
    [one] and one more case
   *[other] and { $n } more cases
}

set-up-drift = Since version { $version }: { $changes }. The plan stays as it is until you compute it anew or change it by hand.
    .plan = Go to the plan
set-up-drift-came = { $n ->
    [one] one person has joined
   *[other] { $n } people have joined
}
set-up-drift-went = { $n ->
    [one] one person is no longer coming
   *[other] { $n } people are no longer coming
}

set-up-tables = Topics and tables
set-up-topics-none = No topics yet. Use the suggestion, or add the first topic.
set-up-topic = Topic
set-up-topic-number = Topic { $number }
set-up-topic-new = Topic { $number }
set-up-topic-add = + Topic
set-up-topic-remove = Remove topic …
set-up-topic-remove-yes = { $n ->
    [0] Remove topic
    [one] Remove topic and its table
   *[other] Remove topic and its { $n } tables
}
set-up-topic-tables = { $n ->
    [one] One table with { $seats } seats
   *[other] { $n } tables of { $seats } seats
}
set-up-topic-tables-mixed = { $n ->
    [0] No table yet
    [one] One table
   *[other] { $n } tables with { $seats } seats in all
}
set-up-topic-steps = { $n ->
    [one] one table not step-free
   *[other] { $n } tables not step-free
}
set-up-topics-none-nobody = No topics yet. Add the first one. Once somebody has registered, or you assume a number of people, a suggestion appears here as well.
set-up-stale = Not recalculated yet. Please check: { $fields }
set-up-stale-more = Not recalculated yet. Please check: { $fields } and { $n ->
    [one] one more
   *[other] { $n } more
}
set-up-table-remove-seated = { $n ->
    [one] The plan seats one person at this table, who would lose that seat.
   *[other] The plan seats { $n } people at this table, who would lose those seats.
}
set-up-topic-remove-seated = The plan seats people at these tables. They would lose those seats.
set-up-table = Table
set-up-table-named = Table { $name }
set-up-table-field = Table { $table }: { $field }
set-up-table-least = from
set-up-table-most = Seats
set-up-table-room = Room
set-up-table-step-free = step-free
set-up-table-language = Language
set-up-table-host = Host (stays at the table)
set-up-table-host-short = Host
set-up-table-add = + Table
set-up-table-remove = Remove
set-up-table-remove-of = Remove table { $table }
set-up-even-sizes = Tables without a smallest number of their own are filled evenly: with at least { $least } and at most { $most } people in each round. This comes before all goals; with a smallest number of 0 a table may stay empty.
set-up-details = Give a smallest number and a language for each table

set-up-rounds = Rounds
set-up-begins = Begins
set-up-rounds-count = Rounds
set-up-round-minutes = Minutes per round
set-up-change-minutes = Minutes to change tables
set-up-times = { $rounds }. In the agenda the world café lasts until { $ends }.
set-up-times-event = { $rounds }. The event ends at { $ends }.
set-up-round = Round { $number }

set-up-goals = Goals, the most important first
    .hint = No goal is ever traded for one below it.
set-up-goal-topics = Everybody sees every topic
    .hint = Whoever moves on sits at another topic in each round.
set-up-goal-meetings = Many new encounters
    .hint = As many people from other organisations as possible, and as few as possible twice.
set-up-goal-mix = Organisations mix
    .hint = Colleagues do not sit together.
set-up-goal-new-faces = New faces
    .hint = People who shared a table at an earlier meeting come together last.
set-up-new-faces = Look for new faces
    .hint = For this we compare e-mail addresses with the published plans of earlier events of the series, or of the network if the event belongs to no series. Nobody gets to see who sat with whom. Mention it in your privacy notice.

set-up-rules = Rules
    .hint = always kept, even where they cost a goal
set-up-rules-none = No rules yet.
set-up-rule-new = New rule
set-up-rule-kind = Rule
set-up-rule-together = always sit together
set-up-rule-apart = never sit together
set-up-rule-fixed = has a fixed seat
set-up-need-step-free = only at step-free tables
set-up-need-language = only at tables speaking { $language }
set-up-need-topic = only at the topic “{ $topic }”
set-up-rule-together-of = { $people } always sit together
set-up-rule-apart-of = { $people } never sit together
set-up-rule-fixed-of = { $person } sits at table { $table } in round { $round }
set-up-need-step-free-of = { $person } sits only at step-free tables
set-up-need-language-of = { $person } sits only at tables speaking { $language }
set-up-need-topic-of = { $person } sits only at the topic “{ $topic }”
set-up-and = { $first } and { $last }
set-up-rule-person = { $number ->
    [1] Who?
   *[other] And?
}
set-up-rule-another = Somebody else
set-up-rule-round = Round
set-up-rule-note = Note
set-up-rule-add = Add
set-up-rule-free = costs nothing
set-up-rule-cost = { $n ->
    [one] costs one meeting
   *[other] costs { $n } meetings
}
set-up-rule-cost-topics = { $n ->
    [one] costs one topic seen
   *[other] costs { $n } topics seen
}
set-up-rule-remove = Remove rule: { $rule }
set-up-rule-remove-asks = The rule is taken out of the set-up at once. The plan stays as it is.
set-up-rule-remove-yes = Remove rule
set-up-rule-fixed-gone = The table or round would no longer exist. Remove this rule first.
set-up-rule-topic-gone = The topic would no longer exist. Remove this rule first.
set-up-answer-new = From answers in the registration form
    .hint = Whoever gave this answer sits only at tables that suit. It also counts for those who have yet to register.
set-up-answer-texts = { $n ->
    [one] “{ $questions }” is answered in free text. Add a rule here for anyone who needs a particular table because of their answer.
   *[other] These questions are answered in free text: { $questions }. Add a rule here for anyone who needs a particular table because of their answer.
}
set-up-answer-given = Whoever answered
set-up-answer-choose = Choose an answer
set-up-answer-need = sits
set-up-answer-yes = yes
set-up-answer = { $question }: { $answer }
set-up-answer-means = Whoever answered “{ $answer }” to “{ $question }” sits { $need }
set-up-answer-drop = { $n ->
    [one] Remove for this person
   *[other] Remove for all { $n }
}
set-up-answer-people = { $n ->
    [0] Nobody has answered so yet.
    [one] Concerns one person.
   *[other] Concerns { $n } people.
}

set-up-names = Names at the table
set-up-shows-names = Participants see who sits at their table
    .hint = Otherwise they see table, topic, room and host.

set-up-reckon-with = Reckon with
set-up-reckon-registered = { $n ->
    [one] one registered person
   *[other] { $n } registered people
}
set-up-reckon-expected = an expected number of
set-up-reckon-people = People
set-up-reckon-held = { $n ->
    [one] One seat is
   *[other] { $n } seats are
} still held for organisations. With them there would be { $total }.

set-up-solve-nobody = A plan can be computed as soon as somebody has a seat at the event. Until then the numbers show what is possible.
set-up-solve = Compute the plan
set-up-solve-kept = Version { $n } is kept.

set-up-suggest-for = Suggestion for { $n ->
    [one] one person
   *[other] { $n } people
}
set-up-suggest = Use it
set-up-suggested = { $tables }, { $rounds }
set-up-suggested-tables = { $topics ->
    [one] One topic at { $tables ->
        [one] one table
       *[other] { $tables } tables
    }
   *[other] { $topics } topics at { $tables ->
        [one] one table
       *[other] { $tables } tables
    } each
} with { $seats } seats
set-up-suggested-rounds = { $rounds ->
    [one] one round of { $minutes } minutes
   *[other] { $rounds } rounds of { $minutes } minutes and { $change } to change tables
}

set-up-what-if = What if?
set-up-what-if-now = now: { $tables ->
    [one] one table
   *[other] { $tables } tables
}, { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
}
set-up-what-if-meetings = meetings, at most
set-up-fewer-tables = one table less per topic
set-up-more-tables = one more table per topic
set-up-more-rounds = one more round
set-up-fewer-rounds = one round less
set-up-uneven = fill tables unevenly
set-up-hosts-more = { $n ->
    [one] one more host
   *[other] { $n } more hosts
}
set-up-topics-then = { $each } of { $topics } topics per person
set-up-repeats-then = { $n ->
    [one] one more repeat
   *[other] { $n } more repeats
}
