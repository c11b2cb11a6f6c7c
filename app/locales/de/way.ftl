# The way of a participant through a café.

way-title = Mein Weg
way-none = Für Sie ist noch kein Tisch eingeteilt
    .text = Die Tische im World-Café sind schon verteilt. Sobald Sie einen haben, steht er hier, und Sie bekommen eine E-Mail. Am Tag selbst fragen Sie bitte am Empfang.
way-changed = Ihre Tische haben sich geändert
way-changed-today = Geändert um { $at } Uhr
way-moved = In Runde { $round } sitzen Sie an Tisch { $after } statt an Tisch { $before }.
way-added = In Runde { $round } sitzen Sie an Tisch { $after }.
way-lost = In Runde { $round } haben Sie keinen Tisch mehr, bisher Tisch { $before }.
way-now = Jetzt, Runde { $round }
way-left = { $n ->
    [one] noch 1 Minute
   *[other] noch { $n } Minuten
 }
way-gone = { $n } von { $of } Minuten
way-next = Als Nächstes, Runde { $round }
way-begins = { $n ->
    [one] in 1 Minute
   *[other] in { $n } Minuten
 }
way-later = Danach
way-past = Vorbei
way-table = Tisch
way-round = Runde { $round }
way-time = { $begins }–{ $ends } Uhr
way-host = Tischleitung { $name }
way-you-host = Sie leiten diesen Tisch
way-with = Mit { $names }
