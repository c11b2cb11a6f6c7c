# Der Überblick einer Veranstaltung: was als Nächstes zu tun ist, was war, was kommt.

next-steps = Als Nächstes
steps-quiet = Zurzeit ist nichts zu tun.
steps-quiet-until = Nichts zu tun bis { $when }

step-move = Neues Datum eintragen
    .text = Das Datum dieses Entwurfs ist vorbei.
    .action = Datum ändern
step-place = Ort eintragen
    .text = Eine Adresse oder ein Online-Zugang fehlt noch.
    .action = Ort eintragen
step-agenda = Programm anlegen
    .text = Noch steht nichts im Programm. Es erscheint auf der öffentlichen Seite.
    .action = Zum Programm
step-cafe = World-Café aufbauen
    .text = Themen, Tische und Runden. Ein Vorschlag aus der Zahl der Personen macht den Anfang.
    .action = Zum Aufbau
step-publish = Veröffentlichen
    .text = Den Entwurf sieht nur Ihr Team. Vor dem Veröffentlichen sehen Sie, wer angeschrieben wird.
    .action = Veröffentlichen …
step-remind = Eingeladene erinnern
    .text = { $n ->
        [one] Eine eingeladene Person hat noch nicht geantwortet.
       *[other] { $n } Eingeladene haben noch nicht geantwortet.
    }
    .action = Erinnern …
overview-invitations = Einladungen
overview-invitations-who = Wer hat geantwortet?
overview-invited = { $n } eingeladen
overview-invited-registered = { $n } zugesagt
overview-invited-declined = { $n } abgesagt
overview-invited-silent = { $n } ohne Antwort
step-hold = Veranstaltung durchführen
    .text = Heute ist es so weit. Die Liste lässt sich drucken und nach Namen durchsuchen.
    .action = Zur Liste
step-reach = { $n ->
    [one] 1 Person nicht erreicht
   *[other] { $n } Personen nicht erreicht
}
    .text = { $n ->
        [one] Die letzte E-Mail an sie kam nicht an. Prüfen Sie die Adresse.
       *[other] Die letzte E-Mail an sie kam nicht an. Prüfen Sie die Adressen.
    }
    .action = E-Mails ansehen
step-waiting = { $n ->
    [one] 1 Person wartet auf einen Platz
   *[other] { $n } Personen warten auf einen Platz
}
    .text = { $free ->
        [one] Ein Platz ist frei, aber für eine Organisation vorgesehen.
       *[other] { $free } Plätze sind frei, aber für Organisationen vorgesehen.
    }
    .action = Warteliste ansehen
step-decide = { $n ->
    [one] Über eine Anmeldung entscheiden
   *[other] Über { $n } Anmeldungen entscheiden
}
    .text = { $n ->
        [one] Die Person wartet, bis Sie annehmen oder ablehnen.
       *[other] Die Personen warten, bis Sie annehmen oder ablehnen.
    }
    .action = Zur Entscheidung
step-add = Personen einladen
    .text = Noch steht niemand auf der Liste. Laden Sie Verteiler, Organisationen oder einzelne Personen ein.
    .action = Einladen …
step-share = Link weitergeben
    .text = Die Seite ist öffentlich, angeschrieben wurde noch niemand. Geben Sie den Link weiter, hängen Sie den QR-Code aus oder tragen Sie Personen ein.
    .action = Bekannt machen
step-answers = Bedarfe lesen
    .text = { $n ->
        [one] 1 Person hat geschrieben, was sie braucht.
       *[other] { $n } Personen haben geschrieben, was sie brauchen.
    }
    .action = Antworten ansehen
step-fill = Freie Plätze bekannt machen
    .text = { $free ->
        [one] Die Anmeldung schließt am { $when }. Ein Platz ist frei.
       *[other] Die Anmeldung schließt am { $when }. { $free } Plätze sind frei.
    }
    .action = Bekannt machen
step-fill-unlimited = Die Anmeldung schließt am { $when }.
step-print = Liste drucken
    .text = { $n ->
        [one] 1 Person kommt, die Anmeldung ist geschlossen.
       *[other] { $n } Personen kommen, die Anmeldung ist geschlossen.
    }
    .action = Zur Liste
step-next = Nächste Veranstaltung planen
    .text = { $n ->
        [0] Die Veranstaltung ist vorbei. Angaben, Programm und Fragen lassen sich übernehmen.
        [one] Die Veranstaltung ist vorbei, 1 Person war angemeldet. Angaben, Programm und Fragen lassen sich übernehmen.
       *[other] Die Veranstaltung ist vorbei, { $n } Personen waren angemeldet. Angaben, Programm und Fragen lassen sich übernehmen.
    }
    .action = Als Vorlage verwenden
step-again = Neu planen
    .text = Angaben, Programm und Fragen lassen sich für einen neuen Termin übernehmen.
    .action = Als Vorlage verwenden

timeline-title = Fahrplan
timeline-created = Entwurf angelegt
timeline-published = Veröffentlicht
timeline-cancelled = Abgesagt
timeline-opened = Anmeldung geöffnet
timeline-opens = Die Anmeldung öffnet
timeline-closed = Anmeldung geschlossen
timeline-closes = Die Anmeldung schließt um { $at } Uhr
timeline-begins = Beginn um { $at } Uhr
timeline-begins-there = Beginn um { $at } Uhr, { $place }
timeline-held = { $n ->
    [0] Die Veranstaltung
    [one] Die Veranstaltung, 1 Person war angemeldet
   *[other] Die Veranstaltung, { $n } Personen waren angemeldet
}
timeline-mail = { $kind } wird um { $at } Uhr von selbst verschickt
timeline-reminder = Erinnerung wird um { $at } Uhr von selbst verschickt
timeline-thanks = Dank wird um { $at } Uhr von selbst verschickt
timeline-mailed = { $kind } an { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
timeline-see = ansehen
timeline-change = ändern
timeline-list = Liste

event-more = Mehr
event-registration = Anmeldung { $when }, { $who }
event-registration-always = jederzeit bis zum Beginn
event-registration-between = ab { $opens } bis { $closes }
event-seats-unlimited = Plätze unbegrenzt
event-seats-held = { $seats }, davon { $held }
event-team = Team
event-team-invite = einladen
contingent-full = { $taken } belegt, { $held } vorgesehen
contingent-held = { $taken } von { $held } belegt, { $left } freigehalten

activity-title = Verlauf
activity-page = Verlauf: { $title }
activity-latest = Zuletzt
activity-all = alles
activity-none = Noch ist nichts geschehen
activity-somebody = Jemand
activity-people = { $n } Personen
activity-registers = { $person } hat sich angemeldet, Adresse noch unbestätigt
activity-comes = { $person } hat die Anmeldung bestätigt
activity-waits = { $person } steht jetzt auf der Warteliste
activity-asks = { $person } hat die Anmeldung bestätigt und wartet auf die Entscheidung
activity-leaves = { $person } hat sich abgemeldet
activity-changes = { $person } hat eigene Angaben geändert
activity-moves-up = { $n ->
    [one] { $person } ist nachgerückt
   *[other] { $person } sind nachgerückt
}
activity-seated = { $who } hat { $person } einen Platz gegeben
activity-waitlisted = { $who } hat { $person } auf die Warteliste gesetzt
activity-declined = { $who } hat { $person } abgelehnt
activity-cancelled = { $who } hat { $person } abgemeldet
activity-corrected = { $who } hat Angaben von { $person } geändert
activity-created = { $who } hat den Entwurf angelegt
activity-edited = { $who } hat die Angaben geändert
activity-published = { $who } hat die Veranstaltung veröffentlicht
activity-called-off = { $who } hat die Veranstaltung abgesagt
activity-agenda = { $who } hat das Programm geändert
activity-questions = { $who } hat die Fragen geändert
activity-part = { $what } („{ $part }“)
activity-other = { $about }: { $what }

share-title = Bekannt machen
share-page = Bekannt machen: { $title }
share-draft = Noch ein Entwurf: Link und QR-Code führen erst zur Seite, wenn Sie veröffentlicht haben.
share-cancelled = Die Veranstaltung ist abgesagt. Die Seite sagt das.
share-link = Link
share-public = Die Seite ist öffentlich. Setzen Sie den Link in eine E-Mail, einen Newsletter oder auf Ihre Website.
share-by-link = Die Seite findet nur, wer diesen Link hat. Geben Sie ihn an alle weiter, die kommen sollen.
share-qr = QR-Code
share-qr-alt = QR-Code der Seite „{ $title }“
share-qr-text = Für Aushänge, Folien und gedruckte Einladungen. Wer ihn mit dem Telefon aufnimmt, kommt auf die Seite der Veranstaltung.
share-qr-png = PNG herunterladen
share-qr-svg = SVG herunterladen
share-qr-formats = PNG passt in Word und E-Mails, SVG bleibt in jeder Größe scharf. Drucken Sie den Code mindestens 2 cm breit.
share-people = Personen eintragen
share-people-text = Wen Sie eintragen, der bekommt die Kalendereinladung per E-Mail und einen Link zum Ändern und Abmelden.
share-people-draft = Wen Sie eintragen, der bekommt die Kalendereinladung, sobald Sie veröffentlichen.
share-import = Tabelle importieren
event-link-share = Link zum Weitergeben
event-link-copy = Kopieren
copied = Kopiert
tile-of = von { $of }

step-hosts = { $n ->
    [one] 1 Tisch im World-Café hat keine Tischleitung mehr
   *[other] { $n } Tische im World-Café haben keine Tischleitung mehr
 }
 .text = Wer dafür vorgesehen war, kommt nicht mehr. An der Einteilung hat sich nichts geändert.
 .action = Tischleitung wählen
step-needs = { $n ->
    [one] 1 Person sitzt an einem Tisch, der nicht zu ihren Angaben passt
   *[other] { $n } Personen sitzen an Tischen, die nicht zu ihren Angaben passen
 }
 .text = Ihre Anmeldung hat sich geändert, oder die Regel ist neu. An der Einteilung hat sich nichts geändert.
 .action = Einteilung ansehen
step-tables = { $n ->
    [one] 1 angemeldete Person hat keinen Tisch
   *[other] { $n } angemeldete Personen haben keinen Tisch
 }
 .text = Sie kamen nach der Veröffentlichung der Einteilung dazu.
 .action = Zur Einteilung
step-gaps = { $n ->
    [one] 1 Person der Einteilung kommt nicht mehr
   *[other] { $n } Personen der Einteilung kommen nicht mehr
 }
 .text = Ihre Plätze an den Tischen bleiben leer, bis Sie neu einteilen.
 .action = Zur Einteilung
step-plan = Einteilung veröffentlichen
 .text = Die Teilnehmenden sehen die jetzige Einteilung des World-Cafés noch nicht.
 .action = Veröffentlichen …
step-assign = Workshops einteilen
    .text = Die Wunschzeit ist vorbei. Alle sehen ihren Zeitplan, sobald Sie eine Einteilung gewählt und veröffentlicht haben.
    .action = Zur Einteilung
step-repair = Einteilung anpassen
    .text = Seit der Einteilung der Workshops haben sich Anmeldungen, Wünsche oder Workshops geändert.
    .action = Zur Einteilung
step-place-people = { $n ->
    [one] Eine Person ohne Workshop
   *[other] { $n } Personen ohne Workshop
}
    .text = In mindestens einem Zeitfenster haben sie keinen Platz.
    .action = Ansehen
step-publish-workshops = Einteilung der Workshops veröffentlichen
    .text = Die Teilnehmenden sehen die gewählte Einteilung noch nicht.
    .action = Zum Veröffentlichen
timeline-wishes-close = Workshops wünschen: bis { $at } Uhr
timeline-wishes-closed = Wunschzeit für Workshops beendet
timeline-assigned = Einteilung der Workshops veröffentlicht
