# Einteilung der Workshops: die Seite der Organisation.

assignment-tab = Einteilung
assignment-page = Einteilung – { $event }
assignment-title = Einteilung
assignment-people = { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
assignment-version = Fassung { $n }
assignment-begin = Einteilung berechnen
assignment-again = Neu berechnen
assignment-none = Noch nichts einzuteilen
    .workshops = In keinem Zeitfenster werden Plätze nach Wünschen vergeben.
    .people = Es ist noch niemand angemeldet.
assignment-wishes-open = Wünsche sind bis { $closes } möglich; bisher { $n ->
    [one] hat eine Person
   *[other] haben { $n }
} von { $of } gewünscht. Eine Einteilung von heute ist ein Probelauf.
assignment-start = Noch keine Einteilung
    .about = Aus den Wünschen werden drei Einteilungen berechnet, jede nach einem anderen Verständnis von gerecht. Sie vergleichen sie und wählen eine. Die Teilnehmenden sehen davon noch nichts.
assignment-searching = Einteilung wird berechnet
assignment-stop = Anhalten und das Beste behalten
assignment-contradiction = Die Regeln lassen sich nicht zusammen einhalten. Darum wurde keine Einteilung gespeichert.
assignment-late = { $n ->
    [one] Eine Person hat sich später angemeldet und noch keinen Platz.
   *[other] { $n } Personen haben sich später angemeldet und noch keinen Platz.
}
    .do = Auf freie Plätze verteilen
assignment-seats = { $n } von { $of } Plätzen vergeben
assignment-fairness = Was heißt hier gerecht?
    .hint = Drei Antworten auf dieselben Wünsche. Keine ist falsch; wählen Sie eine.
assignment-stale = Seit der Berechnung haben sich Anmeldungen, Wünsche oder Vorgaben geändert.
assignment-leximin = Niemand geht leer aus
    .means = Wer am schlechtesten dran ist, zählt zuerst.
assignment-rank-maximal = Möglichst viele erste Wünsche
    .means = Die Zahl der ersten Wünsche zählt, dann die der zweiten. Einzelne können leer ausgehen.
assignment-generous = Möglichst wenig Ungewünschtes
    .means = So wenige Plätze wie möglich, die jemand nicht wollte. Dafür weniger erste Wünsche.
assignment-sentence = Ergebnis
    .all = Alle haben ihren ersten Wunsch dabei.
    .worst = { $percent } % haben ihren ersten Wunsch dabei, niemand etwas Schlechteres als den { $rank ->
        [2] zweiten
        [3] dritten
       *[other] { $rank }.
    } Wunsch.
    .without = { $n ->
        [one] { $percent } % haben ihren ersten Wunsch dabei, eine Person keinen ihrer Wünsche.
       *[other] { $percent } % haben ihren ersten Wunsch dabei, { $n } Personen keinen ihrer Wünsche.
    }
    .no-wishes = Niemand hat Wünsche.
assignment-first = ersten Wunsch dabei
assignment-second = zweiten als besten
assignment-third = dritten als besten
assignment-later = später oder gar kein Wunsch
assignment-unwished = Plätze ohne Wunsch
assignment-proven = bestmöglich, bewiesen
assignment-gap = nicht bewiesen; auf der ersten offenen Stufe wären höchstens { $n } Plätze besser
assignment-still-searching = wird noch verbessert
assignment-unproven = nicht bewiesen
assignment-choose = Diese nehmen
assignment-chosen = gewählt
assignment-undo = Rückgängig
assignment-redo = Wiederherstellen
assignment-job = { $done } von höchstens { $total } Sekunden
assignment-choose-instead = Stattdessen nehmen
assignment-about = { $people ->
    [one] Eine Person
   *[other] { $people } Personen
}, { $workshops ->
    [one] ein Workshop
   *[other] { $workshops } Workshops
} in { $slots ->
    [one] einem Zeitfenster
   *[other] { $slots } Zeitfenstern
}; { $wishes ->
    [one] eine Person hat
   *[other] { $wishes } haben
} Wünsche eingereicht.
assignment-slots = Zeitfenster
assignment-slot-count = { $workshops ->
    [one] Ein Workshop
   *[other] { $workshops } Workshops
}, { $seats ->
    [one] ein Platz
   *[other] { $seats } Plätze
} vergeben
assignment-column-seats = Belegt
assignment-column-wishes = Wünsche
assignment-column-people = Wer
assignment-taken = { $n } von { $of }
assignment-ranks = { $first } erste, { $second } zweite, { $later } spätere, { $none } ohne Wunsch
assignment-empty = niemand; findet so nicht statt
assignment-too-few = mindestens { $n } nötig
assignment-show-people = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
}
assignment-rank = { $rank }. Wunsch
assignment-no-wish = ohne Wunsch
assignment-without-seat = { $n ->
    [one] Eine Person hat in diesem Zeitfenster keinen Platz
   *[other] { $n } Personen haben in diesem Zeitfenster keinen Platz
}
