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
    .slots = In keinem Zeitfenster werden Plätze nach Wünschen vergeben.
    .workshops = In den Zeitfenstern mit Wünschen wird noch kein Workshop angeboten.
    .people = Es ist noch niemand angemeldet.
    .nobody-there = In den Zeitfenstern mit Wünschen ist niemand einzuteilen: Alle leiten selbst einen Workshop oder sind nicht da.
assignment-wishes-open = Wünsche sind bis { $closes } möglich; bisher { $n ->
    [one] hat eine Person
   *[other] haben { $n }
} von { $of } Wünsche, die erfüllt werden können. Eine Einteilung von heute ist ein Probelauf.
assignment-start = Noch keine Einteilung
    .about = Aus den Wünschen werden drei Einteilungen berechnet, jede nach einem anderen Verständnis von gerecht. Sie vergleichen sie und wählen eine. Die Teilnehmenden sehen davon noch nichts.
assignment-searching = Einteilung wird berechnet
assignment-stop = Anhalten und das Beste behalten
assignment-contradiction = Die Regeln lassen sich nicht zusammen einhalten. Darum wurde keine Einteilung gespeichert.
assignment-failed = Die Berechnung ist gescheitert. Es wurde nichts gespeichert; berechnen Sie neu.
assignment-late = { $n ->
    [one] Eine Person ist dazugekommen und hat noch keinen Platz in den Workshops.
   *[other] { $n } Personen sind dazugekommen und haben noch keinen Platz in den Workshops.
}
    .do = Auf freie Plätze verteilen
assignment-seats = { $n } von { $of } Plätzen vergeben
assignment-fairness = Was heißt hier gerecht?
    .hint = Drei Antworten auf dieselben Wünsche. Keine ist falsch; wählen Sie eine.
assignment-stale = Seit der Berechnung haben sich Anmeldungen, Wünsche oder Vorgaben geändert.
assignment-leximin = Möglichst niemand geht leer aus
    .means = Wer am schlechtesten dran ist, zählt zuerst.
assignment-rank-maximal = Möglichst viele erste Wünsche
    .means = Die Zahl der ersten Wünsche zählt, dann die der zweiten. Einzelne können leer ausgehen.
assignment-generous = Möglichst wenig Ungewünschtes
    .means = So wenige Plätze wie möglich, die jemand nicht wollte, oft mit weniger ersten Wünschen.
assignment-sentence = Ergebnis
    .all = Alle mit Wünschen haben ihren ersten dabei.
    .worst = Von allen mit Wünschen haben { $percent } % ihren ersten dabei, niemand etwas Schlechteres als den { $rank ->
        [2] zweiten
        [3] dritten
       *[other] { $rank }.
    } Wunsch.
    .without = { $n ->
        [one] Von allen mit Wünschen haben { $percent } % ihren ersten dabei, eine Person keinen.
       *[other] Von allen mit Wünschen haben { $percent } % ihren ersten dabei, { $n } Personen keinen.
    }
    .no-wishes = Niemand hat Wünsche.
assignment-first = ersten Wunsch dabei
assignment-second = zweiten als besten
assignment-third = dritten als besten
assignment-later = später oder gar kein Wunsch
assignment-unwished = Plätze ohne Wunsch
assignment-proven = bestmöglich, bewiesen
assignment-gap = nicht bewiesen; vom Bestmöglichen höchstens { $n } entfernt
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
} Wünsche, die erfüllt werden können.
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
assignment-ranks = { $first } erste, { $second } zweite, { $third } dritte, { $other } spätere oder ohne Wunsch
assignment-empty = niemand; findet so nicht statt
assignment-too-many = mehr als Plätze
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
