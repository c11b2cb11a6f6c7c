# The way of a participant through a café.

way-title = My way
way-none = You have no table yet
    .text = The tables of the world café have been given out. As soon as you have one, you find it here and get an email. On the day, please ask at the desk.
way-changed = Your tables have changed
way-changed-today = Changed at { $at }
way-moved = In round { $round } you sit at table { $after }, not at table { $before }.
way-added = In round { $round } you sit at table { $after }.
way-lost = In round { $round } you no longer have a table; it was table { $before }.
way-now = Now, round { $round }
way-left = { $n ->
    [one] 1 minute left
   *[other] { $n } minutes left
 }
way-gone = { $n } of { $of } minutes
way-next = Next, round { $round }
way-begins = { $n ->
    [one] in 1 minute
   *[other] in { $n } minutes
 }
way-later = After that
way-past = Over
way-table = Table
way-round = Round { $round }
way-time = { $begins }–{ $ends }
way-host = hosted by { $name }
way-you-host = You host this table
way-with = With { $names }
