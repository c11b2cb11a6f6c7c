# Workshops: die Seiten der Organisation und das öffentliche Programm.

event-tab-workshops = Workshops
workshops-page = Workshops – { $event }
workshops-title = Angebot
workshops-count = { $n ->
    [one] Ein Workshop
   *[other] { $n } Workshops
}
workshops-slots = { $n ->
    [one] ein Zeitfenster
   *[other] { $n } Zeitfenster
}
workshops-none = Noch keine Workshops
    .advice = Legen Sie zuerst die Zeitfenster an, in denen Workshops nebeneinander stattfinden. Danach geben Sie die Workshops ein oder importieren eine Tabelle.
    .wait = Hier stehen sie, sobald jemand sie eingibt.
workshops-back = Alle Workshops
workshops-leave = Zurück
workshops-add = Workshop hinzufügen
workshops-save-new = Hinzufügen
workshops-change = Workshop ändern
workshops-import = Tabelle importieren
    .intro = Die erste Zeile enthält die Spaltenüberschriften, jede weitere einen Workshop. Nötig ist nur der Titel. Ein Workshop, dessen Titel es schon gibt, wird geändert; die anderen kommen hinzu.
workshops-rooms = Räume und Plätze
    .about = Mit der Zahl der Plätze weist das Angebot auf Workshops hin, die für ihren Raum zu groß sind. Eine Zeile ohne Zahl wird nicht gespeichert.
workshops-room-name = Raum { $n }
workshops-room-seats = Plätze in Raum { $n }
workshops-column-workshop = Workshop
workshops-column-topic = Thema
workshops-column-people = Personen
workshops-seats = { $n ->
    [one] ein Platz
   *[other] { $n } Plätze
}
workshops-from = ab { $n }
workshops-up-to = bis { $n }
workshops-called-off = abgesagt
workshops-without-slot = Ohne Zeitfenster
workshops-slot-empty = In diesem Zeitfenster wird noch nichts angeboten.
workshops-slot-add = Zeitfenster hinzufügen
workshops-slot-save-new = Hinzufügen
workshops-slot-change = Zeitfenster ändern
workshops-slot =
    .hint = In einem Zeitfenster finden mehrere Workshops nebeneinander statt. Zeitfenster überschneiden sich nicht.
workshops-way-short = Weg zum Platz
workshops-way = Wie kommen die Teilnehmenden zu ihrem Platz?
workshops-way-together = alle gemeinsam
    .about = Alle gemeinsam: Wer zur Veranstaltung kommt, ist dabei. Sinnvoll, wenn nur eines angeboten wird.
workshops-way-first-come = wer zuerst kommt
    .about = Wer zuerst kommt: Die Teilnehmenden buchen über den Link in ihrer Bestätigung, solange Plätze frei sind. Danach gibt es für jeden Workshop eine Warteliste, von der man nachrückt.
workshops-way-wishes = nach Wünschen
    .about = Nach Wünschen: Die Teilnehmenden nennen vorher ihre Wünsche, daraus entsteht eine Einteilung.
workshops-together-several = Alle gemeinsam, aber mehrere Workshops
    .line = { $slot }: { $n } Workshops. Wählen Sie eine andere Vergabe der Plätze oder lassen Sie nur einen Workshop stehen.
workshops-slot-moves = Alle Workshops dieses Zeitfensters ziehen mit um, auch im Programm.
workshops-way-ends-bookings = { $n ->
    [one] Bei einer anderen Vergabe entfällt die Buchung einer Person. Sie bekommt eine E-Mail mit der Absage für ihren Kalender.
   *[other] Bei einer anderen Vergabe entfallen die Buchungen von { $n } Personen. Sie bekommen eine E-Mail mit der Absage für ihren Kalender.
}
workshops-way-ends-seats = { $n ->
    [one] Kommen alle gemeinsam, entfällt der veröffentlichte Platz einer Person. Sie bekommt eine E-Mail mit der Absage für ihren Kalender.
   *[other] Kommen alle gemeinsam, entfallen die veröffentlichten Plätze von { $n } Personen. Sie bekommen eine E-Mail mit der Absage für ihren Kalender.
}
workshops-way-keeps-seats = Bekommt den Platz, wer zuerst kommt, behalten alle ihren veröffentlichten Platz als Buchung. Darüber wird keine E-Mail verschickt.
workshops-assigned = { $n ->
    [one] In der Einteilung hat hier eine Person einen Platz. Passt sie durch Ihre Änderung nicht mehr, zeigt die Einteilung die verletzte Regel. Dort können Sie mit den wenigsten Änderungen neu rechnen.
   *[other] In der Einteilung haben hier bis zu { $n } Personen zugleich einen Platz. Passen sie durch Ihre Änderung nicht mehr, zeigt die Einteilung die verletzte Regel. Dort können Sie mit den wenigsten Änderungen neu rechnen.
}
workshops-tells-booked = { $n ->
    [one] Eine Person hat hier gebucht. Ändern sich Zeit, Raum, Titel oder Leitung, bekommt sie eine E-Mail mit dem neuen Kalendereintrag.
   *[other] { $n } Personen haben hier gebucht. Ändern sich Zeit, Raum, Titel oder Leitung, bekommen sie eine E-Mail mit dem neuen Kalendereintrag.
}
workshops-ending-tells = { $n ->
    [one] Eine Person hat hier gebucht. Ihre Buchung entfällt, und sie bekommt eine E-Mail.
   *[other] { $n } Personen haben hier gebucht. Ihre Buchungen entfallen, und sie bekommen eine E-Mail.
}
workshops-slot-remove = Zeitfenster entfernen
workshops-slot-remove-offers = { $n ->
    [0] In diesem Zeitfenster wird nichts angeboten.
    [one] Ein Workshop findet dann nicht mehr in diesem Zeitfenster statt. Der Workshop selbst bleibt.
   *[other] { $n } Workshops finden dann nicht mehr in diesem Zeitfenster statt. Die Workshops selbst bleiben.
}
workshops-slot-keep = Behalten
workshops-remove = Workshop entfernen
    .ask = Entfernen …
workshops-remove-offers = { $n ->
    [0] Der Workshop ist in keinem Zeitfenster.
    [one] Er verschwindet aus dem Programm.
   *[other] Er verschwindet aus { $n } Zeitfenstern des Programms.
}
workshops-remove-nobody = Es wird niemand benachrichtigt.
workshops-keep = Behalten
workshops-ending = Absagen oder entfernen
workshops-call-off = Workshop absagen
    .hint = Ein abgesagter Workshop bleibt im Programm sichtbar und ist dort als abgesagt gekennzeichnet.
workshops-reinstate = Findet doch statt
    .hint = Der Workshop steht dann wieder wie vorher im Programm.
workshops-is-called-off = Dieser Workshop ist abgesagt.
workshops-field-title = Titel
workshops-field-description = Beschreibung
    .hint = Markdown ist möglich, etwa **fett** und Listen mit Strichen.
workshops-field-speakers = Mitwirkende
    .hint = So, wie sie im Programm stehen sollen.
workshops-field-topic = Thema
workshops-field-language = Sprache
    .hint = Leer lassen: wie die Veranstaltung.
workshops-field-step-free = Stufenlos zu erreichen
workshops-field-slots = Zeitfenster
workshops-no-slots = Es gibt noch keine Zeitfenster. Der Workshop steht bis dahin unter „Ohne Zeitfenster“.
workshops-room = Raum
workshops-people = Wie viele Personen
    .hint = Leer lassen: unbegrenzt.
workshops-field-least = Mindestens
workshops-field-most = Höchstens
workshops-field-organisation-most = Höchstens je Organisation
workshops-clashes = Nicht zusammen besuchen
workshops-clashes-none = keine Einschränkung
workshops-field-clashes = Wer diesen Workshop besucht, besucht nicht auch …
    .hint = Etwa weil sie denselben Inhalt haben. In einem Zeitfenster besucht ohnehin niemand zwei.
workshops-room-twice = Räume, die doppelt belegt sind
    .line = { $room }, { $when }: „{ $one }“ und „{ $other }“
workshops-room-too-small = Mehr Personen, als der Raum Plätze hat
    .line = „{ $title }“: bis { $most } Personen, { $room } hat { $seats ->
        [one] einen Platz
       *[other] { $seats } Plätze
    }
workshops-slots-outside = Zeitfenster an Tagen, an denen die Veranstaltung nicht ist
workshops-done-slot-added = Das Zeitfenster ist angelegt.
workshops-done-slot-changed = Das Zeitfenster ist geändert. Seine Workshops richten sich danach.
workshops-done-slot-removed = Das Zeitfenster ist entfernt.
workshops-done-added = Der Workshop ist hinzugefügt.
workshops-done-changed = Der Workshop ist geändert.
workshops-done-called-off = Der Workshop ist abgesagt.
workshops-done-reinstated = Der Workshop findet doch statt.
workshops-done-removed = Der Workshop ist entfernt.
workshops-done-rooms = Die Räume sind gespeichert.
workshops-done-imported = Die Tabelle ist importiert.
workshops-done-taken-over = Zeitfenster und Workshops sind übernommen.
workshops-copy = Aus einer anderen Veranstaltung übernehmen
    .hint = Übernommen werden Zeitfenster, Workshops und Räume. Zeitfenster behalten ihren Abstand zum Beginn der Veranstaltung.
workshops-copy-from = Veranstaltung
workshops-copy-choose = Bitte wählen
workshops-copy-go = Übernehmen
workshops-copy-none = Es gibt keine andere Veranstaltung
workshops-import-slots = In der Spalte „Zeitfenster“ steht Tag und Uhrzeit oder der Buchstabe: { $slots }. Mehrere trennen Sie mit Semikolon.
workshops-import-no-slots = Zeitfenster gibt es noch nicht. Legen Sie sie vorher an, wenn die Tabelle welche nennt.
workshops-import-go = { $n ->
    [one] Einen Workshop importieren
   *[other] { $n } Workshops importieren
}
workshops-import-sound = Die Tabelle ist in Ordnung.
workshops-import-added = { $n ->
    [one] Ein Workshop kommt hinzu.
   *[other] { $n } Workshops kommen hinzu.
}
workshops-import-changed = { $n ->
    [one] Ein Workshop wird geändert.
   *[other] { $n } Workshops werden geändert.
}
workshops-import-empty = Unter den Spaltenüberschriften steht kein Workshop.
workshops-import-too-many = Eine Veranstaltung hat höchstens { $most } Workshops.
workshops-import-is-new = neu
workshops-import-twice = steht schon in einer Zeile darüber.
workshops-import-is-changed = wird geändert
workshops-import-what = Was geschieht
workshops-import-read = { $n ->
    [one] Eine gelesene Zeile
   *[other] { $n } gelesene Zeilen
}
programme-column-title = Titel
programme-column-description = Beschreibung
programme-column-speakers = Mitwirkende
programme-column-topic = Thema
programme-column-language = Sprache
programme-column-step-free = Stufenlos
programme-column-least = Mindestens
programme-column-most = Höchstens
programme-column-organisation-most = Höchstens je Organisation
programme-column-slots = Zeitfenster
programme-column-rooms = Raum
programme-column-clashes = Nicht zusammen mit
programme-yes = ja
programme-no = nein
programme-link = Im Programm suchen
programme-page = Programm – { $event }
programme-title = Programm
programme-search = Suchen
programme-day = Tag
programme-day-all = Alle Tage
programme-topic = Thema
programme-topic-all = Alle Themen
programme-find = Anzeigen
programme-all = Ganzes Programm zeigen
programme-found = { $n ->
    [one] Ein Punkt des Programms passt.
   *[other] { $n } Punkte des Programms passen, davon { $workshops ->
        [0] kein Workshop
        [one] ein Workshop
       *[other] { $workshops } Workshops
    }.
}
programme-nothing = Dazu gibt es nichts im Programm
programme-again = Auch am { $when }
programme-about = Worum es geht
programme-first-come = Wer zuerst kommt, bekommt den Platz. Buchen können Sie nach der Anmeldung, über den Link in Ihrer Bestätigung.
programme-step-free = stufenlos
programme-most = { $n ->
    [one] ein Platz
   *[other] höchstens { $n } Personen
}
workshops-together-too-small = „Alle gemeinsam“, aber nicht genug Plätze
    .line = „{ $title }“ ({ $slot }): höchstens { $most } Personen, die Veranstaltung hat { $capacity } Plätze
workshops-busy = Anderswo gebraucht
