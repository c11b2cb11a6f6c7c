# Die Seiten eines World-Cafés: der Aufbau.

event-tab-cafe = World-Café
event-tab-cafe-set-up = Aufbau
event-tab-cafe-plan = Einteilung

# Spalten der Tabelle mit den Plätzen.
cafe-table-round = Runde
cafe-table-table = Tisch

cafe-page = { $part } · World-Café · { $event }
set-up-title = Aufbau des World-Cafés: { $event }
set-up-saved-at = ✓ gespeichert um { $time } Uhr
set-up-saved-on = ✓ gespeichert am { $date }
set-up-none = Das Programm hat noch kein World-Café
    .advice = Legen Sie im Programm einen Punkt der Art „World-Café“ an. Danach bereiten Sie hier Themen, Tische und Runden vor.
    .agenda = Zum Programm
set-up-save = Speichern
set-up-reckon = Neu rechnen

set-up-figures = Was mit diesem Aufbau möglich ist
set-up-seats = Plätze
set-up-seats-for = für { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
set-up-seats-none = Noch keine Tische
set-up-seats-enough = ✓ reicht ·
set-up-seats-missing = { $n ->
    [one] ein Platz fehlt
   *[other] { $n } Plätze fehlen
}
set-up-tables-empty = { $n ->
    [one] Ein Tisch bleibt leer
   *[other] { $n } Tische bleiben leer
}
set-up-size = { $size ->
    [0] leer
    [1] mit einer Person
    [2] zu zweit
    [3] zu dritt
    [4] zu viert
    [5] zu fünft
    [6] zu sechst
    [7] zu siebt
    [8] zu acht
    [9] zu neunt
    [10] zu zehnt
   *[other] zu { $size } Personen
}
set-up-tables-uneven = { $n ->
    [one] Ein Tisch
   *[other] { $n } Tische
}, verschieden voll, mindestens { $least }
set-up-tables-of = { $n ->
    [one] Ein Tisch
   *[other] { $n } Tische
} { $size }
set-up-tables-of-more = { $n } { $size }
set-up-topics-each = Themen je Person
set-up-topics-of = von { $n }
set-up-topics-all = ✓ alle können alles sehen
set-up-topics-some = { $n ->
    [one] ein Thema sehen manche nicht
   *[other] { $n } Themen sehen manche nicht
}
set-up-meetings = Begegnungen
set-up-meetings-most = höchstens möglich
set-up-meetings-nobody = Niemand zum Begegnen
set-up-meetings-each-same = { $most } je Person, niemand zweimal
set-up-meetings-each = { $fewest } bis { $most } je Person, niemand zweimal
set-up-meetings-repeats-same = höchstens { $most } je Person; { $n ->
    [one] ein Paar trifft sich
   *[other] { $n } Paare treffen sich
} noch einmal
set-up-meetings-repeats = höchstens { $fewest } bis { $most } je Person; { $n ->
    [one] ein Paar trifft sich
   *[other] { $n } Paare treffen sich
} noch einmal
set-up-time = Zeit
set-up-time-end = Uhr zu Ende
set-up-time-fits = ✓ passt ·
set-up-time-exact = auf die Minute
set-up-time-left = { $n ->
    [one] eine Minute
   *[other] { $n } Minuten
} Luft
set-up-time-over = { $n ->
    [one] eine Minute
   *[other] { $n } Minuten
} zu lang

set-up-missing-seats = { $n ->
    [one] Ein Platz fehlt.
   *[other] { $n } Plätze fehlen.
}
    .detail = { $tables ->
    [one] Der Tisch hat
   *[other] { $tables } Tische haben zusammen
} { $seats ->
    [one] einen Platz
   *[other] { $seats } Plätze
} für { $people } Personen.
set-up-mend-seats = { $n } Plätze je Tisch
set-up-mend-tables = { $n ->
    [one] Ein Tisch mehr
   *[other] { $n } Tische mehr
}
set-up-conflict = { $n ->
    [2] Diese zwei Regeln gehen nicht zusammen
    [3] Diese drei Regeln gehen nicht zusammen
    [4] Diese vier Regeln gehen nicht zusammen
   *[other] Diese { $n } Regeln gehen nicht zusammen
}
    .advice = Ohne eine davon geht es. Welche soll weg?
set-up-conflict-one = Diese Regel lässt sich nicht einhalten
    .advice = Kein Tisch passt dazu.
set-up-conflict-unexplained = Die Regeln lassen sich nicht alle zugleich einhalten. Welche sich widersprechen, war in der kurzen Zeit nicht festzustellen. Nehmen Sie die zuletzt angelegte heraus.
set-up-conflict-undecided = Ob sich alle Regeln zugleich einhalten lassen, war in der kurzen Zeit nicht festzustellen. Die Einteilung sucht länger.
set-up-conflict-even = Alle Tische sind gleichmäßig besetzt
    .drop = Ungleich besetzen
set-up-conflict-least = An Tisch { $table } sitzen mindestens { $n }
set-up-conflict-most = An Tisch { $table } sitzen höchstens { $n }
    .drop = Ein Platz mehr
set-up-conflict-host = { $person } leitet Tisch { $table } und bleibt dort
set-up-drop = Entfernen
set-up-former = { $n ->
    [one] Eine Person ist nicht mehr dabei
   *[other] { $n } Personen sind nicht mehr dabei
}
set-up-former-cancelled = { $name } hat sich abgemeldet.
set-up-former-state = { $name } hat keinen Platz mehr: { $state }.
set-up-former-host = War für die Leitung von Tisch { $table } vorgesehen. Der Tisch braucht jemand anderen oder kommt ohne Leitung aus.
set-up-former-rules = { $n ->
    [one] Kommt in einer Regel vor. Sie wird
   *[other] Kommt in { $n } Regeln vor. Sie werden
} bis dahin ohne diese Person gerechnet.
set-up-former-drop = Herausnehmen
set-up-somebody-gone = jemand, der nicht mehr dabei ist

set-up-twice = { $n ->
    [one] Eine Person ist vielleicht zweimal angemeldet
   *[other] { $n } Personen sind vielleicht zweimal angemeldet
}
    .hint = Wer zweimal angemeldet ist, bekommt zwei Plätze. Sind es verschiedene Menschen, ist nichts zu tun; sonst melden Sie eine der Anmeldungen ab.
set-up-twice-name = Derselbe Name unter mehreren Adressen
set-up-twice-mailbox = Dasselbe Postfach in mehreren Schreibweisen
set-up-twice-more = { $n ->
    [one] und ein weiterer Fall
   *[other] und { $n } weitere Fälle
}

set-up-drift = Seit Fassung { $version }: { $changes }. Die Einteilung bleibt, wie sie ist, bis Sie sie neu rechnen oder von Hand ändern.
    .plan = Zur Einteilung
set-up-drift-came = { $n ->
    [one] eine Person ist dazugekommen
   *[other] { $n } Personen sind dazugekommen
}
set-up-drift-went = { $n ->
    [one] eine Person ist nicht mehr dabei
   *[other] { $n } Personen sind nicht mehr dabei
}

set-up-tables = Themen und Tische
set-up-topics-none = Noch keine Themen. Übernehmen Sie den Vorschlag, oder legen Sie das erste Thema an.
set-up-topics-none-nobody = Noch keine Themen. Legen Sie das erste Thema an. Sobald sich jemand angemeldet hat oder Sie eine Zahl von Personen annehmen, steht hier auch ein Vorschlag.
set-up-stale = Noch nicht neu gerechnet. Bitte prüfen: { $fields }
set-up-stale-more = Noch nicht neu gerechnet. Bitte prüfen: { $fields } und { $n ->
    [one] eine weitere Angabe
   *[other] { $n } weitere Angaben
}
set-up-topic = Thema
set-up-topic-number = Thema { $number }
set-up-topic-new = Thema { $number }
set-up-topic-add = + Thema
set-up-topic-remove = Thema entfernen …
set-up-topic-remove-yes = { $n ->
    [0] Thema entfernen
    [one] Thema mit seinem Tisch entfernen
   *[other] Thema mit seinen { $n } Tischen entfernen
}
set-up-topic-remove-seated = An diesen Tischen sitzen nach der Einteilung Personen. Sie hätten dort keinen Platz mehr.
set-up-topic-tables = { $n ->
    [one] Ein Tisch mit { $seats } Plätzen
   *[other] { $n } Tische zu { $seats } Plätzen
}
set-up-topic-tables-mixed = { $n ->
    [0] Noch kein Tisch
    [one] Ein Tisch
   *[other] { $n } Tische mit zusammen { $seats } Plätzen
}
set-up-topic-steps = { $n ->
    [one] ein Tisch nicht stufenlos
   *[other] { $n } Tische nicht stufenlos
}
set-up-table = Tisch
set-up-table-named = Tisch { $name }
set-up-table-field = Tisch { $table }: { $field }
set-up-table-least = ab
set-up-table-most = Plätze
set-up-table-room = Raum
set-up-table-step-free = stufenlos
set-up-table-language = Sprache
set-up-table-host = Leitung (bleibt am Tisch)
set-up-table-host-short = Leitung
set-up-table-add = + Tisch
set-up-table-remove = Entfernen
set-up-table-remove-of = Tisch { $table } entfernen
set-up-table-remove-seated = { $n ->
    [one] Die Einteilung setzt eine Person an diesen Tisch. Sie hätte dort keinen Platz mehr.
   *[other] Die Einteilung setzt { $n } Personen an diesen Tisch. Sie hätten dort keinen Platz mehr.
}
set-up-even-sizes = Tische ohne eigene Mindestzahl werden gleichmäßig besetzt: in jeder Runde mit { $least ->
    [one] mindestens einer Person
   *[other] mindestens { $least }
} und höchstens { $most } Personen. Das gilt vor allen Zielen; mit einer Mindestzahl von 0 darf ein Tisch auch leer bleiben.
set-up-details = Mindestzahl und Sprache je Tisch angeben

set-up-rounds = Runden
set-up-begins = Beginn
set-up-rounds-count = Runden
set-up-round-minutes = Minuten je Runde
set-up-change-minutes = Minuten zum Wechseln
set-up-times = { $rounds } Uhr. Im Programm steht das World-Café bis { $ends } Uhr.
set-up-times-event = { $rounds } Uhr. Die Veranstaltung endet um { $ends } Uhr.
set-up-round = Runde { $number }

set-up-goals = Ziele, das wichtigste zuerst
    .hint = Für ein unteres Ziel wird ein oberes nie schlechter.
set-up-goal-topics = Alle sehen jedes Thema
    .hint = Wer wechselt, sitzt in jeder Runde an einem anderen Thema.
set-up-goal-meetings = Viele neue Begegnungen
    .hint = Möglichst viele Menschen aus anderen Organisationen, möglichst niemanden zweimal.
set-up-goal-mix = Organisationen mischen sich
    .hint = Wer zusammen arbeitet, sitzt nicht zusammen.
set-up-goal-new-faces = Neue Gesichter
    .hint = Wer bei einem früheren Treffen am selben Tisch saß, kommt möglichst nicht wieder zusammen.
set-up-new-faces = Auf neue Gesichter achten
    .hint = Dafür vergleichen wir die E-Mail-Adressen mit den veröffentlichten Einteilungen früherer Veranstaltungen der Reihe, ohne Reihe mit denen des Netzwerks. Niemand sieht, wer wann mit wem zusammensaß. Weisen Sie in Ihren Datenschutzhinweisen darauf hin.

set-up-rules = Regeln
    .hint = gelten immer, auch wenn sie ein Ziel kosten
set-up-rules-none = Noch keine Regeln.
set-up-rule-new = Neue Regel
set-up-rule-kind = Regel
set-up-rule-together = sitzen immer zusammen
set-up-rule-apart = sitzen nie zusammen
set-up-rule-fixed = sitzt fest an einem Tisch
set-up-need-step-free = nur an stufenlosen Tischen
set-up-need-language = nur an Tischen mit { $language }
set-up-need-topic = nur beim Thema „{ $topic }“
set-up-rule-together-of = { $people } sitzen immer zusammen
set-up-rule-apart-of = { $people } sitzen nie zusammen
set-up-rule-fixed-of = { $person } sitzt in Runde { $round } an Tisch { $table }
set-up-need-step-free-of = { $person } sitzt nur an stufenlosen Tischen
set-up-need-language-of = { $person } sitzt nur an Tischen mit { $language }
set-up-need-topic-of = { $person } sitzt nur beim Thema „{ $topic }“
set-up-and = { $first } und { $last }
set-up-rule-person = { $number ->
    [1] Wer?
   *[other] Und?
}
set-up-rule-another = Noch jemand
set-up-rule-round = Runde
set-up-rule-note = Notiz
set-up-rule-add = Hinzufügen
set-up-rule-free = kostet nichts
set-up-rule-cost = { $n ->
    [one] kostet eine Begegnung
   *[other] kostet { $n } Begegnungen
}
set-up-rule-cost-topics = { $n ->
    [one] kostet ein gesehenes Thema
   *[other] kostet { $n } gesehene Themen
}
set-up-rule-remove = Regel entfernen: { $rule }
set-up-rule-remove-asks = Die Regel wird gleich aus dem Aufbau genommen. Die Einteilung bleibt, wie sie ist.
set-up-rule-remove-yes = Regel entfernen
set-up-rule-fixed-gone = Den Tisch oder die Runde gibt es dann nicht mehr. Entfernen Sie zuerst diese Regel.
set-up-rule-topic-gone = Das Thema gibt es dann nicht mehr. Entfernen Sie zuerst diese Regel.
set-up-answer-new = Aus Antworten der Anmeldung
    .hint = Wer so geantwortet hat, sitzt nur an Tischen, die dazu passen. Das gilt auch für alle, die sich noch anmelden.
set-up-answer-texts = { $n ->
    [one] Die Frage „{ $questions }“ wird mit eigenen Worten beantwortet. Wer deshalb einen bestimmten Tisch braucht, bekommt hier eine eigene Regel.
   *[other] Diese Fragen werden mit eigenen Worten beantwortet: { $questions }. Wer deshalb einen bestimmten Tisch braucht, bekommt hier eine eigene Regel.
}
set-up-answer-given = Wer geantwortet hat
set-up-answer-choose = Antwort wählen
set-up-answer-need = sitzt
set-up-answer-yes = ja
set-up-answer = { $question }: { $answer }
set-up-answer-means = Wer bei „{ $question }“ „{ $answer }“ angegeben hat, sitzt { $need }
set-up-answer-drop = { $n ->
    [one] Für diese Person entfernen
   *[other] Für alle { $n } entfernen
}
set-up-answer-people = { $n ->
    [0] Bisher hat niemand so geantwortet.
    [one] Betrifft eine Person.
   *[other] Betrifft { $n } Personen.
}

set-up-names = Namen am Tisch
set-up-shows-names = Teilnehmende sehen, wer mit ihnen am Tisch sitzt
    .hint = Ohne Häkchen sehen sie Tisch, Thema, Raum und die Leitung.

set-up-reckon-with = Rechnen mit
set-up-reckon-registered = { $n ->
    [one] einer angemeldeten Person
   *[other] { $n } Angemeldeten
}
set-up-reckon-expected = einer angenommenen Zahl von
set-up-reckon-people = Personen
set-up-reckon-held = { $n ->
    [one] Ein Platz ist
   *[other] { $n } Plätze sind
} noch für Organisationen reserviert. Mit ihnen wären es { $total }.

set-up-solve-nobody = Rechnen lässt sich, sobald jemand einen Platz bei der Veranstaltung hat. Bis dahin zeigen die Zahlen, was möglich ist.
set-up-solve = Einteilung rechnen
set-up-solve-kept = Fassung { $n } bleibt erhalten.

set-up-suggest-for = Vorschlag für { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
set-up-suggest = Übernehmen
set-up-suggested = { $tables }, { $rounds }
set-up-suggested-tables = { $topics ->
    [one] Ein Thema an { $tables ->
        [one] einem Tisch
       *[other] { $tables } Tischen
    }
   *[other] { $topics } Themen an je { $tables ->
        [one] einem Tisch
       *[other] { $tables } Tischen
    }
} mit { $seats } Plätzen
set-up-suggested-rounds = { $rounds ->
    [one] eine Runde zu { $minutes } Minuten
   *[other] { $rounds } Runden zu { $minutes } Minuten und { $change } zum Wechseln
}

set-up-what-if = Was wäre, wenn?
set-up-what-if-now = jetzt: { $tables ->
    [one] ein Tisch
   *[other] { $tables } Tische
}, { $rounds ->
    [one] eine Runde
   *[other] { $rounds } Runden
}
set-up-what-if-meetings = Begegnungen, höchstens
set-up-fewer-tables = ein Tisch weniger je Thema
set-up-more-tables = ein Tisch mehr je Thema
set-up-more-rounds = eine Runde mehr
set-up-fewer-rounds = eine Runde weniger
set-up-uneven = Tische verschieden voll besetzen
set-up-hosts-more = { $n ->
    [one] eine Leitung mehr
   *[other] { $n } Leitungen mehr
}
set-up-topics-then = { $each } von { $topics } Themen je Person
set-up-repeats-then = { $n ->
    [one] ein Wiedersehen mehr
   *[other] { $n } Wiedersehen mehr
}
