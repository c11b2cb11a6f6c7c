# Buchungen von Workshops: die Seite der Teilnehmenden und die der Organisation.

bookings-page = Workshops – { $event }
bookings-title = Ihre Workshops
bookings-how = Wer zuerst kommt, bekommt den Platz
    .about = Jeder Klick gilt sofort, und zu jedem Platz bekommen Sie einen Kalendereintrag per E-Mail. Bis zum Beginn eines Zeitfensters können Sie wechseln oder Ihren Platz zurückgeben. Auf einer Warteliste behalten Sie den Platz, den Sie haben: Erst wenn Sie nachrücken, geben Sie ihn ab. Dann schreiben wir Ihnen.
bookings-over = Hier wird nicht mehr gebucht
    .about = Die Veranstaltung ist vorbei oder abgesagt.
    .begun = Alle Zeitfenster haben begonnen. Wenn Sie wechseln möchten, fragen Sie bitte vor Ort.
    .none = Bei dieser Veranstaltung gibt es nichts zu buchen. Was Sie besuchen, steht auf der Seite Ihrer Anmeldung.
bookings-no-seat = Sie können noch nicht buchen
    .waiting = { $waits ->
        [decision] Über Ihre Anmeldung zur Veranstaltung ist noch nicht entschieden. Sobald Sie einen Platz haben, können Sie hier Workshops buchen.
       *[seat] Sie stehen auf der Warteliste der Veranstaltung. Sobald Sie einen Platz haben, können Sie hier Workshops buchen.
    }
    .about = Workshops buchen kann, wer einen Platz bei der Veranstaltung hat.
bookings-slot-seat = Ihr Platz: { $title }
bookings-slot-none = Sie haben zu dieser Zeit noch keinen Platz.
bookings-slot-leads = Zu dieser Zeit leiten Sie „{ $title }“. Bitte geben Sie Ihren Platz in „{ $booked }“ zurück, damit ihn jemand anderes bekommt.
bookings-left = { $n ->
    [one] noch ein Platz frei von { $of }
   *[other] noch { $n } Plätze frei von { $of }
}
bookings-unlimited = { $n ->
    [0] noch niemand dabei
    [one] eine Person dabei
   *[other] { $n } Personen dabei
}
bookings-full = ausgebucht
bookings-full-organisation = für Ihre Organisation ausgebucht
bookings-waiting = { $n ->
    [one] eine Person wartet
   *[other] { $n } warten
}
bookings-least = findet ab { $least ->
    [one] einer Person
   *[other] { $least } Personen
} statt, bisher { $n }
bookings-take = Platz buchen
bookings-move = Hierher wechseln
bookings-wait = Auf die Warteliste
bookings-leave = Zurückgeben
bookings-stop-waiting = Nicht mehr warten
bookings-yours = Ihr Platz
bookings-place = Warteliste, Stelle { $n }
bookings-personal = Workshops buchen
    .none = Sie haben noch keinen Platz gebucht. Wer zuerst kommt, bekommt ihn.
    .seats = Ihre Plätze stehen in Ihrem Zeitplan. Bis zum Beginn eines Zeitfensters können Sie wechseln.
    .waiting = Sobald Sie einen Platz bei der Veranstaltung haben, können Sie Workshops buchen.
bookings-personal-go = Zu den Workshops
bookings-personal-see = Workshops ansehen

bookings-tab = Buchungen
bookings-organise-page = Buchungen – { $event }
bookings-no-slots = In keinem Zeitfenster wird gebucht
    .advice = Legen Sie im Angebot Zeitfenster an, deren Plätze bekommt, wer zuerst kommt.
bookings-tile-seated = haben einen Platz
bookings-tile-waiting = auf Wartelisten
bookings-tile-without = ohne Platz
bookings-count = { $n } von { $of }
bookings-leads = leitet zur selben Zeit „{ $title }“
bookings-withdraw = Austragen
bookings-person = Person ohne Platz
bookings-add = Jemanden eintragen
    .about = Die Person bekommt eine E-Mail.
bookings-add-go = Eintragen
bookings-column-slot = Zeitfenster
bookings-seated = Platz
bookings-waits = Warteliste
bookings-wished = Steht auf Ihrer Wunschliste ({ $rank }. Wunsch). Wenn Sie hier buchen, zählt der Wunsch nicht mehr.
