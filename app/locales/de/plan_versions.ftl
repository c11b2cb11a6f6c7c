# Fassungen eines Plans, von Cafés und von Workshops.

plan-version = Fassung { $n }
plan-versions = { $n ->
    [one] 1 Fassung
   *[other] { $n } Fassungen
}
plan-compare = Vergleichen
plan-restore = Fassung { $n } wiederherstellen
plan-restore-anyway = Fassung { $n } trotzdem wiederherstellen
plan-restore-breaks = { $n ->
    [one] Wiederhergestellt hielte sie eine Regel nicht ein:
   *[other] Wiederhergestellt hielte sie { $n } Regeln nicht ein:
}
plan-not-taken = Nicht übernommen: Inzwischen stehen Regeln dagegen. Sie sind hier genannt.
plan-comparison = Fassung { $before } und { $after } im Vergleich
plan-comparison-close = Vergleich schließen
plan-compare-person = Person
plan-compare-seats = { $n ->
    [one] Ein Platz ist anders
   *[other] { $n } Plätze sind anders
}
plan-compare-same = Alle sitzen in beiden Fassungen gleich.
plan-earlier-shown = Sie sehen Fassung { $n }. Bearbeitet wird eine andere.
plan-to-current = Zur bearbeiteten Fassung
plan-compare-numbers = Beide in Zahlen
plan-compare-time = Zeit
plan-no-seat = ohne Platz
plan-compare-filled = Vergebene Plätze
plan-compare-empty = Leere Plätze
plan-compare-without = Personen ohne erfüllten Wunsch
plan-compare-spread = Paare aus einer Organisation
