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
    .about = Gezählt wird jede Person in jedem Zeitfenster, zu dem sie da ist und in dem sie keinen Workshop leitet.
assignment-too-few-seats = Es gibt zu wenige Plätze
    .slot = { $when }: { $missing ->
        [one] ein Platz
       *[other] { $missing } Plätze
    } zu wenig – { $seats ->
        [one] ein Platz
       *[other] { $seats } Plätze
    } für { $people } Personen
    .offer = Zum Angebot
assignment-without = { $n ->
    [one] Eine Person hat in einem Zeitfenster keinen Workshop
   *[other] { $n } Personen haben in einem Zeitfenster keinen Workshop
}
    .about = Auf der Seite einer Person stehen der Grund und die Plätze, die frei sind.
    .slot = { $when }: { $n ->
        [one] eine Person
       *[other] { $n } Personen
    }
assignment-fairness = Was heißt hier gerecht?
    .hint = Drei Antworten auf dieselben Wünsche. Keine ist falsch; wählen Sie eine.
assignment-stale = Seit der Berechnung ({ $when }) haben sich Anmeldungen, Wünsche oder Vorgaben geändert. Die drei Ergebnisse zeigen den Stand davor.
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
assignment-fewest-changes = mit den wenigsten Änderungen, bewiesen; ob es mit mehr Änderungen besser ginge, wurde nicht gerechnet
assignment-gap = nicht bewiesen; höchstens { $n } Plätze könnten noch besser sein
assignment-still-searching = wird noch verbessert
assignment-unproven = nicht bewiesen
assignment-choose = Diese nehmen
assignment-chosen = gewählt
assignment-proven-around = bestmöglich um das Gesperrte herum, bewiesen
assignment-version-about = { $first } erste Wünsche, { $seats } Plätze
assignment-lock-offer = Sperren
assignment-unlock-offer = Freigeben
assignment-lock-slot = Diese Zeit sperren
assignment-unlock-slot = Diese Zeit freigeben
assignment-locks = { $n ->
    [one] 1 Sperre
   *[other] { $n } Sperren
}
assignment-locks-hint = Wer dort einen Platz hat, behält ihn, wenn Sie den Rest neu rechnen. Freie Plätze können noch vergeben werden. Von Hand können Sie alles weiter ändern.
assignment-rest = Rest neu rechnen
assignment-undo = Rückgängig
    .swap = Zuletzt haben zwei Teilnehmende getauscht. Das lässt sich hier nicht rückgängig machen.
assignment-redo = Wiederholen
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
assignment-unfold = Alle Personen zeigen
assignment-fold = Personen einklappen
assignment-drag = Ziehen Sie eine Person auf einen Workshop oder auf eine andere Person: Vor dem Loslassen steht dort, was es kostet. Mit der Tastatur nimmt Enter auf und setzt.
assignment-nobody-there = Niemand
assignment-without-seat = { $n ->
    [one] Eine Person hat in diesem Zeitfenster keinen Platz
   *[other] { $n } Personen haben in diesem Zeitfenster keinen Platz
}
assigned-page = { $name } – Einteilung
assigned-back = Zur Einteilung
assigned-record = Anmeldung ansehen
assigned-takes-no-part = Diese Person nimmt an keinem Zeitfenster teil, dessen Plätze nach Wünschen vergeben werden.
assigned-compared = Verglichen nach „{ $method }“. Dieselben Gründe sieht die Person, sobald die Einteilung veröffentlicht ist – ohne Namen anderer.
    .by-hand = Verglichen nach „{ $method }“. Diese Fassung wurde nach der Berechnung geändert. Dieselben Gründe sieht die Person, sobald die Einteilung veröffentlicht ist – ohne Namen anderer.
assigned-not-there = Die Person nimmt zu dieser Zeit nicht mehr teil und hat noch einen Platz. „Mit den wenigsten Änderungen neu rechnen“ auf der Seite der Einteilung gibt ihn frei.
assigned-changed = Die Gründe hier gehen von den heutigen Wünschen aus. Was nach der Berechnung gewünscht wurde, war in ihr noch nicht dabei.
move-where = Wohin sonst?
move-done = Geändert. Die neue Fassung steht hier.
    .meanwhile = Geändert. Inzwischen hatte jemand anderes die Einteilung geändert; Ihre Änderung passte auch dort.
    .refused = Nicht geändert: Das würde eine Regel brechen.
    .outdated = Nicht geändert: Inzwischen hat jemand anderes die Einteilung geändert. Hier steht der neue Stand.
    .rule = Die Regel gilt ab der nächsten Berechnung.
move-full = voll, { $n ->
    [one] ein Platz
   *[other] { $n } Plätze
}
move-free = { $free } von { $of } frei
move-unlimited = { $n ->
    [one] eine Person dort
   *[other] { $n } Personen dort
}
move-set = Setzen
move-set-anyway = Trotzdem setzen
move-nowhere = Kein Platz zu dieser Zeit
move-unseat = Platz freigeben
move-swap = Tauschen
move-swap-anyway = Trotzdem tauschen
move-swap-with = mit
move-swap-best = Tauschen – am besten: { $cost }
move-refused = Tausch mit { $name } bricht eine Regel
move-breaks = Regel: { $rule }
move-breaks-count = { $n ->
    [one] bricht eine Regel
   *[other] bricht { $n } Regeln
}
move-costs-nothing = kostet nichts
move-loses = verliert den Platz ({ $before })
move-gets = bekommt einen Platz ({ $after })
move-instead = { $after } statt { $before }
move-standing-none = kein Platz
move-of-other = { $name }: { $text }
move-short-rule = Regel
move-short-full = voll
move-short-better = besser
move-short-worse = schlechter
move-held = { $name } aufgenommen. Wählen Sie einen Workshop oder eine Person zum Tauschen; Esc legt zurück.
move-held-let-go = { $name } bleibt, wo der Platz war.
move-held-place = In „{ $table }“ setzen
move-held-swap = Mit { $name } tauschen ({ $table })
move-held-breaks = bricht eine Regel
move-held-full = dort ist kein Platz frei
move-colleagues-more = { $n ->
    [one] zwei aus einer Organisation mehr im selben Workshop
   *[other] { $n } Paare aus einer Organisation mehr im selben Workshop
}
move-colleagues-fewer = { $n ->
    [one] zwei aus einer Organisation weniger im selben Workshop
   *[other] { $n } Paare aus einer Organisation weniger im selben Workshop
}
broken-title = { $n ->
    [one] Eine Regel ist gebrochen
   *[other] { $n } Regeln sind gebrochen
}
broken-too-few = { $offer }: weniger Personen als nötig
broken-too-many = { $offer }: mehr Personen als Plätze
broken-organisation = { $offer }: zu viele aus einer Organisation
broken-called-off = { $offer } findet nicht statt, und doch sitzt jemand dort
broken-twice = { $name } besucht „{ $title }“ zweimal
broken-clash = { $name } besucht „{ $one }“ und „{ $other }“, die sich ausschließen
broken-not-wished = { $name } hat sich „{ $title }“ nicht gewünscht
rule-offer = „{ $title }“ ({ $when })
rule-person-gone = jemand, der abgemeldet ist
rule-gone = eine gelöschte Regel
rule-fixed = { $name } besucht { $offer }
rule-together = Zusammen: { $names }
rule-apart = Getrennt: { $names }
rule-drop = Streichen
rules-title = { $n ->
    [one] Eine Regel
   *[other] { $n } Regeln
}
rule-add-together = Immer zusammen
rule-add-apart = Immer getrennt
rule-add-fixed = Fest in „{ $title }“ ({ $when })
person-rules = Regeln für diese Person
    .find = Person suchen
    .search = Suchen
    .everybody = Alle zeigen
    .not-found = Dazu ist niemand in der Liste.
    .hint = Sie gelten ab der nächsten Berechnung.
    .with = Mit
    .nobody = niemand ausgewählt
    .more = Mehrere Personen auswählen
source-locked = { $what } ist gesperrt
source-kept = { $offer } soll auf jeden Fall stattfinden
source-called-off = { $offer } soll nicht stattfinden
source-workshop = Plätze, Mindestzahl und Zeiten von „{ $title }“
source-clash = „{ $one }“ und „{ $other }“ schließen sich aus
source-person = Zeiten, zu denen { $name } teilnimmt
source-fill = Plätze gibt es nur nach Wünschen
repair-assignment-changed = Seit dieser Fassung haben sich Anmeldungen, Wünsche oder Workshops geändert
repair-assignment-about = Sie können sie anpassen lassen: Es ziehen so wenige um wie möglich. Vorher sehen Sie, wer.
repair-assignment-do = Mit den wenigsten Änderungen neu rechnen
repair-assignment-take = Übernehmen
repair-assignment-discard = Verwerfen
repair-assignment-nobody = Angepasst: Niemand muss umziehen
repair-assignment-moves = { $n ->
    [one] Angepasst: Eine Person zieht um
   *[other] Angepasst: { $n } Personen ziehen um
}
repair-assignment-gain = { $n ->
    [one] eine Person bekommt einen Platz
   *[other] { $n } Personen bekommen einen Platz
}
repair-assignment-lose = { $n ->
    [one] eine Person verliert ihren Platz
   *[other] { $n } Personen verlieren ihren Platz
}
repair-assignment-now = ohne Anpassung
repair-assignment-then = angepasst
repair-assignment-who = { $n ->
    [one] Ein Platz ändert sich
   *[other] { $n } Plätze ändern sich
}
repair-assignment-kept = Alle anderen bleiben, wo sie sind.
repair-assignment-mends = Behoben: { $rule }
repair-assignment-instead = { $name }, { $when }: „{ $after }“ statt „{ $before }“
repair-assignment-gets = { $name }, { $when }: bekommt „{ $after }“
repair-assignment-loses = { $name }, { $when }: verliert „{ $before }“
refused-link = Wer hat seinen ersten Wunsch nicht, und warum?
refused-title = Nicht erfüllte erste Wünsche
refused-none = Alle haben ihren ersten Wunsch
    .text = Gezählt wird der erste Wunsch, den die Person besuchen kann.
refused-person = Person
refused-wish = Erster Wunsch
refused-why = Warum nicht
refused-search = Person oder Workshop
refused-find = Suchen
refused-no-match = Dazu ist niemand in der Liste.
small-link = Kleine Workshops entscheiden
small-title = Kleine Workshops
small-about = Workshops, die höchstens anderthalbmal so viele Personen haben, wie sie mindestens brauchen. Die Kosten sind die einer Anpassung mit den wenigsten Änderungen: Es zieht nur um, wer muss. Eine Entscheidung gilt ab der nächsten Berechnung oder Anpassung, ein abgesagter Workshop steht sofort nicht mehr im Programm.
small-none = Kein Workshop ist knapp
    .text = Alle Workshops mit einer Mindestzahl haben deutlich mehr Personen, als sie brauchen.
small-people = Personen
small-of-least = { $n }, nötig { $least }
small-keep = Durchführen kostet
small-call-off = Absagen kostet
small-decision = Entscheidung
small-costs-nothing = nichts
small-as-now = nichts: Er findet schon jetzt nicht statt
small-unwished-there = { $n ->
    [one] eine Person sitzt hier ohne Wunsch
   *[other] { $n } Personen sitzen hier ohne Wunsch
}
small-impossible = geht nicht: Die Regeln ließen sich nicht mehr einhalten
small-unknown = nicht rechtzeitig berechnet
small-seats-fewer = { $n ->
    [one] ein Platz weniger
   *[other] { $n } Plätze weniger
}
small-seats-more = { $n ->
    [one] ein Platz mehr
   *[other] { $n } Plätze mehr
}
small-first-fewer = { $n ->
    [one] ein erster Wunsch weniger
   *[other] { $n } erste Wünsche weniger
}
small-first-more = { $n ->
    [one] ein erster Wunsch mehr
   *[other] { $n } erste Wünsche mehr
}
small-unwished-fewer = { $n ->
    [one] ein Platz ohne Wunsch weniger
   *[other] { $n } Plätze ohne Wunsch weniger
}
small-unwished-more = { $n ->
    [one] ein Platz ohne Wunsch mehr
   *[other] { $n } Plätze ohne Wunsch mehr
}
small-moved = { $n ->
    [one] eine Person zieht um
   *[other] { $n } Personen ziehen um
}
small-do-keep = Durchführen
small-do-call-off = Absagen
small-decided = Entschieden
small-kept = „{ $title }“ ({ $when }) findet auf jeden Fall statt
small-called-off = „{ $title }“ ({ $when }) findet nicht statt
small-take-back = Entscheidung zurücknehmen
free-seats-title = Freie Plätze, die jemand lieber hätte
    .about = Niemand sonst zieht dafür um, und keine Regel wird gebrochen.
free-seats-free = { $n ->
    [one] ein Platz frei
   *[other] { $n } Plätze frei
}
free-seats-unlimited = ohne Begrenzung
free-seats-more = { $n ->
    [one] und eine weitere Person
   *[other] und { $n } weitere Personen
}
busy-title = Anderswo gebraucht
busy-about = Wer am Empfang steht, hilft oder einen Tisch leitet, bekommt zu dieser Zeit keinen Platz in einem Workshop und kann keinen buchen. Die Person sieht das auf ihrer eigenen Seite. Was schon eingeteilt ist, ändert sich erst, wenn Sie neu rechnen.
busy-none = Niemand wird anderswo gebraucht
    .about = Wer einen Workshop leitet, muss hier nicht stehen.
busy-person = Person
busy-slot = Zeit
busy-reason = Wofür
    .hint = Zum Beispiel „Empfang“. Nur für die Organisation.
busy-add = Wird anderswo gebraucht
busy-choose = Bitte wählen
busy-do = Speichern
busy-remove = Aufheben
    .heading = Ändern
busy-done = Gespeichert. Zu dieser Zeit bekommt die Person keinen Workshop, sobald Sie neu rechnen.
    .removed = Aufgehoben.
broken-booked = { $name } hat „{ $title }“ oder einen Workshop gebucht, der es ausschließt
small-pricing = Die Kosten werden gerechnet
small-price = Kosten rechnen
small-price-missing = Was es kostet, die Entscheidung umzudrehen, ist für diese Einteilung noch nicht gerechnet.
small-price-outdated = Seit der Rechnung haben sich Personen, Wünsche, Workshops oder Entscheidungen geändert. Die Kosten unten sind von vorher.
small-not-priced = noch nicht gerechnet
