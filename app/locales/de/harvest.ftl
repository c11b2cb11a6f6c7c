# Die Ernte eines World-Cafés: die Seite eines Tisches, die der Veranstalter und die Ergebnisse.

event-tab-cafe-harvest = Ernte

table-name = Tisch { $name }
table-title = Was hält Ihr Tisch fest?
table-round = Runde { $n }
table-rounds = Runden
table-minutes-left = { $n ->
    [one] noch { $n } Minute
   *[other] noch { $n } Minuten
}
table-host = Leitung: { $name }
table-new = Neuer Punkt
table-change = Punkt ändern
table-kind = Art
table-save = Festhalten
table-remove = Entfernen
table-leave = Nicht ändern
table-draft = Entwurf gespeichert, auch ohne Netz
table-saved = Festgehalten.
table-removed = Entfernt.
table-both = Jemand hat denselben Punkt zur gleichen Zeit geändert. Beide Fassungen sind festgehalten.
table-both-tag = zweite Fassung
table-not-removed = Jemand hat den Punkt inzwischen geändert. Er wurde nicht entfernt.
table-offline = Ohne Netz seit { $time } Uhr.
table-waits = { $n ->
    [one] { $n } Punkt wartet auf diesem Gerät und geht von selbst hinaus. Schreiben Sie einfach weiter.
   *[other] { $n } Punkte warten auf diesem Gerät und gehen von selbst hinaus. Schreiben Sie einfach weiter.
}
table-waits-tag = noch nicht übertragen
table-busy = Der Server nimmt gerade nichts an. Es wird gleich noch einmal versucht.
table-refused = Nicht angenommen: höchstens { $most } Punkte in einer Runde, ohne Sonderzeichen. Bitte ändern.
table-gone = Hier kann nichts mehr festgehalten werden: Der Link wurde gesperrt, oder die Veranstaltung ist lange vorbei.
table-closed = Diese Veranstaltung ist vorbei oder abgesagt. Es kann nichts mehr festgehalten werden.
table-this-round = Diese Runde
table-none = Noch nichts festgehalten.
table-round-before = Was die Runde davor notiert hat
table-rounds-before = Was die Runden davor notiert haben
table-change-link = ändern
table-read-along = Wer die Veranstaltung leitet, liest mit und ordnet später.

harvest-page = Ernte: { $event }
harvest-points = { $n ->
    [one] { $n } Punkt
   *[other] { $n } Punkte
}
harvest-agreed-open = { $n ->
    [one] { $n } offene Vereinbarung
   *[other] { $n } offene Vereinbarungen
}
harvest-links = Links der Tische
harvest-differing = { $n ->
    [one] Ein Punkt wurde an zwei Geräten zugleich geändert. Beide Fassungen sind da: Bitte fassen Sie sie zusammen.
   *[other] { $n } Punkte wurden an zwei Geräten zugleich geändert. Alle Fassungen sind da: Bitte fassen Sie sie zusammen.
}
harvest-no-tables = Noch keine Tische
    .advice = Legen Sie zuerst im Aufbau Themen und Tische an.
harvest-to-set-up = Zum Aufbau
harvest-none = Noch nichts festgehalten
    .advice = Jeder Tisch schreibt auf seiner eigenen Seite. Die Adressen stehen unter „Links der Tische“. Neue Punkte erscheinen hier von selbst.
harvest-nothing-found = Kein Punkt passt zu dieser Auswahl
harvest-reload-on = Diese Seite alle drei Sekunden neu laden
harvest-reload-off = Nicht mehr neu laden
harvest-topic = Thema
harvest-table = Tisch
harvest-round = Runde
harvest-kind = Art
harvest-every = alle
harvest-find = Anzeigen
harvest-all = Alle zeigen
harvest-no-topic = Ohne Thema
harvest-from = Tisch { $table }, Runde { $round }
harvest-drafts = Wird gerade geschrieben
harvest-left-out = Nicht in den Ergebnissen
harvest-edit = Ändern
harvest-agree = Vereinbarung …
harvest-hide = Ausblenden
harvest-show = Wieder zeigen
harvest-back = Zurück zur Ernte
harvest-change = Punkt ändern
harvest-text = Text
harvest-heading = Überschrift
    .hint = Punkte mit derselben Überschrift stehen beim Thema zusammen.
harvest-agree-title = Vereinbarung daraus machen
harvest-merge-title = Mit einem anderen Punkt zusammenfassen
harvest-merge-into = Anderer Punkt
    .hint = Der Text wird an den anderen angehängt. Danach können Sie ihn glätten.
harvest-merge-choose = Bitte wählen
harvest-merge = Zusammenfassen
harvest-public = öffentlich
harvest-public-since = seit { $when }
harvest-public-follows = Was Sie hier ändern, ändert sich auch dort.
harvest-results-page = Zur Ergebnisseite
harvest-withdraw = Zurückziehen
harvest-not-public = { $n ->
    [0] Noch nichts zu veröffentlichen.
    [one] Noch nicht öffentlich: { $n } Punkt.
   *[other] Noch nicht öffentlich: { $n } Punkte.
}
harvest-publish = Ergebnisse veröffentlichen
    .hint = Die Seite der Veranstaltung bekommt einen Abschnitt „Ergebnisse“. Vereinbarungen und Namen stehen nicht darin.
harvest-no-page = Eine Veranstaltung auf Einladung hat keine öffentliche Seite. Drucken Sie diese Seite, um die Ergebnisse weiterzugeben.

agreed-title = Vereinbarungen
agreed-none = Noch nichts vereinbart. Jeder Punkt kann zu einer Vereinbarung werden.
agreed-add = Neue Vereinbarung
    .button = Vereinbaren
agreed-what = Was
agreed-who = Wer
    .hint = Personen oder Organisationen
agreed-due = Bis wann
agreed-until = bis { $when }
agreed-done = Erledigt
agreed-open-again = Wieder offen
agreed-state = Stand
agreed-change = Vereinbarung ändern
agreed-remove = Vereinbarung entfernen

links-title = Links der Tische
links-back = Zurück zur Ernte
links-about = Wer den Link oder den QR-Code eines Tisches hat, kann dort ohne Konto mitschreiben.
links-shown = Die Links stehen nur unter der Adresse dieser Seite. Drucken Sie sie, oder merken Sie sich die Adresse.
links-hidden = Links werden nur verschlüsselt gespeichert und lassen sich nicht noch einmal zeigen. Neue Links gelten neben den alten; gedruckte Schilder bleiben gültig.
links-make = Neue Links für alle Tische
links-make-one = Neuer Link
links-revoke-all = Alle Links sperren
links-revoke = Links sperren
links-none = kein Link
links-working = { $n ->
    [one] { $n } Link gilt
   *[other] { $n } Links gelten
}
links-code = QR-Code: { $table }
links-link = Link
links-copy = Kopieren

results-title = Ergebnisse
results-page = Ergebnisse: { $event }
results-about = Was an den Tischen festgehalten wurde, nach Themen geordnet.
results-read = Ergebnisse lesen
