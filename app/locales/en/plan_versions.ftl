# Versions of a plan, of cafés and of workshops.

plan-version = Version { $n }
plan-versions = { $n ->
    [one] 1 version
   *[other] { $n } versions
}
plan-compare = Compare
plan-restore = Restore version { $n }
plan-restore-anyway = Restore version { $n } anyway
plan-restore-breaks = { $n ->
    [one] Restored, it would break a rule:
   *[other] Restored, it would break { $n } rules:
}
plan-not-taken = Not taken over: rules stand against it by now. They are named here.
plan-comparison = Versions { $before } and { $after } compared
plan-comparison-close = Close comparison
plan-compare-person = Person
plan-compare-seats = { $n ->
    [one] One seat differs
   *[other] { $n } seats differ
}
plan-compare-same = Everybody has the same seats in both versions.
plan-earlier-shown = This is version { $n }. Another one is being edited.
plan-to-current = Go to the version being edited
plan-compare-numbers = Both in numbers
plan-compare-time = Time
plan-no-seat = no seat
plan-compare-filled = Seats filled
plan-compare-empty = Empty seats
plan-compare-without = People without a granted wish
plan-compare-spread = Pairs of one organisation
