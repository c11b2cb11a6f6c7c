# Was alle sehen: Veranstaltungen, Anmeldung, rechtliche Seiten.

upcoming-title = Veranstaltungen
upcoming-empty = Zurzeit ist keine öffentliche Veranstaltung geplant
    .advice = Einladungen zu anderen Veranstaltungen kommen per E-Mail.
upcoming-open-until = Anmeldung bis { $when }
upcoming-open = Anmeldung offen
upcoming-opens = Anmeldung ab { $when }
upcoming-closed = Anmeldung geschlossen
upcoming-about = Öffentliche Veranstaltungen der Netzwerke: Termine, Orte und Anmeldung.
upcoming-about-network = Öffentliche Veranstaltungen von { $network }: Termine, Orte und Anmeldung.
upcoming-all = Alle
upcoming-networks = Netzwerke
upcoming-organise = Sie planen Veranstaltungen?
upcoming-sign-in = Einloggen

event-in-plain-language = In Leichter Sprache
event-programme = Programm
agenda-show-more = { $n ->
    [one] 1 weiteren zeigen
   *[other] { $n } weitere zeigen
}
event-map = Anreise und Karte (OpenStreetMap)
event-online = online
event-online-link = Online-Zugang:
event-online-later = Teilnahme online: Den Zugang bekommen Sie mit der Zusage.
event-contact = Kontakt und Impressum
event-write = Fragen? { $name } schreiben
event-calendar-entry = (Termin vormerken)
event-calendar = Termin vormerken:
event-calendar-file = Datei (.ics)
event-calendar-only-file = Termin vormerken (.ics)
event-cancelled = Diese Veranstaltung wurde abgesagt

offer-title = Anmeldung
offer-register = Anmelden
offer-free = { $n ->
    [one] { $n } Platz
   *[other] { $n } Plätze
} frei
offer-wait = Auf die Warteliste
offer-until = Anmeldung bis { $when }
offer-until-start = Anmeldung bis zum Beginn
offer-after = Dauert eine Minute, ohne Konto. Ändern und abmelden geht jederzeit über Ihren persönlichen Link.
offer-after-waiting = Wird ein Platz frei, rücken Sie nach und bekommen eine E-Mail. Sie brauchen kein Konto.
offer-after-decision = Das Organisationsteam entscheidet über jede Anmeldung und schreibt Ihnen. Sie brauchen kein Konto.
offer-opens = Die Anmeldung öffnet am { $when }.
offer-closed = Die Anmeldung ist geschlossen. Sie war möglich bis { $when }.
offer-by-invitation = Zu dieser Veranstaltung werden Gäste persönlich eingeladen.
offer-running = Die Veranstaltung hat schon begonnen. Eine Anmeldung ist nicht mehr möglich.
offer-over = Diese Veranstaltung ist vorbei.

seats-unlimited = Die Zahl der Plätze ist nicht begrenzt.
seats-held = { $n ->
    [one] Einer davon ist für Partnerorganisationen vorgemerkt.
   *[other] { $n } davon sind für Partnerorganisationen vorgemerkt.
}
seats-held-all = Die freien Plätze sind für Partnerorganisationen vorgemerkt. Alle anderen kommen auf die Warteliste.
seats-waiting = { $n ->
    [one] Eine Person wartet auf einen Platz.
   *[other] { $n } Personen warten auf einen Platz.
}

register-title = Anmeldung: { $event }
register-heading = Anmelden
register-back = Zurück zur Veranstaltung
register-not-yet = Die Anmeldung ist noch nicht geöffnet
register-closed = Die Anmeldung ist geschlossen
register-will-wait = Sie kommen auf die Warteliste. Wird ein Platz frei, rücken Sie nach und bekommen eine E-Mail.
register-decision = Das Organisationsteam entscheidet, wer einen Platz bekommt, und schreibt Ihnen.
register-given-name = Vorname
register-family-name = Nachname
register-address = E-Mail-Adresse
    .hint = Hierhin kommen Bestätigung, Kalendereintrag und Ihr persönlicher Link.
register-organisation = Organisation
    .hint = Tippen Sie ein paar Buchstaben. Was nicht in der Liste steht, schreiben Sie einfach hin.
register-language = Sprache
    .hint = In dieser Sprache schreiben wir Ihnen.
register-consent = Ich habe die Datenschutzhinweise ({ $network }) gelesen und willige ein
register-consent-short = Einwilligung
register-keep = Meine Kontaktdaten dürfen für weitere Einladungen gespeichert bleiben ({ $network })
register-keep-short = Kontaktdaten für weitere Einladungen
register-keep-version = Freiwillig und jederzeit zu widerrufen. Es gilt Fassung { $version } der Datenschutzhinweise.
register-privacy-read = Datenschutzhinweise lesen
register-privacy-page = Datenschutzhinweise in neuem Fenster öffnen
register-go = Anmelden
register-go-waiting = Auf die Warteliste setzen
register-next = Sie bekommen gleich eine E-Mail. Erst mit dem Link darin gilt Ihre Anmeldung.
register-left = { $n ->
    [one] Ein Platz ist frei.
   *[other] { $n } Plätze sind frei.
}

steps-label = Schritte der Anmeldung
steps-details = Angaben
steps-confirmation = E-Mail bestätigen
steps-seat = Platz erhalten
steps-waiting = Platz auf der Warteliste
steps-either = Platz oder Warteliste
steps-decision = Entscheidung abwarten

question-no-answer = keine Angabe
question-choose = Bitte wählen

registered-title = Sehen Sie jetzt in Ihr Postfach
registered-sent-to = Wir haben eine E-Mail geschickt an
registered-sent = Wir haben Ihnen eine E-Mail geschickt.
registered-open = Öffnen Sie die E-Mail.
registered-confirm = Folgen Sie dem Link darin und bestätigen Sie die Anmeldung.
registered-then = { $waits ->
    [decision] Danach entscheidet das Organisationsteam und schreibt Ihnen.
   *[seat] Danach haben Sie Ihren Platz, oder Sie erfahren, an welcher Stelle der Warteliste Sie stehen.
}
registered-within = Der Link gilt 48 Stunden. Ohne Bestätigung verfällt die Anmeldung.
registered-nothing = Nichts angekommen?
    .spam = Das kann ein paar Minuten dauern. Sehen Sie auch im Spam-Ordner nach.
    .typo = Stimmt die Adresse nicht?
registered-again = Noch einmal anmelden
registered-kept = Auf diesem Server ist kein Mailversand eingerichtet. Wer das Netzwerk betreut, findet die E-Mail unter „Nachrichten“.

confirm-title = Anmeldung bestätigen
confirm-go = Anmeldung bestätigen
confirm-seat = Mit einem Klick ist Ihr Platz sicher. Die Einladung für Ihren Kalender kommt per E-Mail.
confirm-waiting = Alle Plätze sind vergeben. Mit einem Klick kommen Sie auf die Warteliste; wird ein Platz frei, schreiben wir Ihnen.
confirm-decision = Mit einem Klick liegt Ihre Anmeldung dem Organisationsteam vor. Es entscheidet, wer einen Platz bekommt, und schreibt Ihnen.
confirm-not-me = Sie haben sich nicht angemeldet? Dann schließen Sie diese Seite. Ohne Bestätigung verfällt die Anmeldung.
confirm-already = Diese Adresse ist schon bestätigt.
confirm-already-go = Zu Ihrer Anmeldung
confirm-too-late = Die Veranstaltung hat schon begonnen. Bestätigen lässt sich die Anmeldung nicht mehr.
confirm-expired = Dieser Link ist abgelaufen
    .advice = Er galt 48 Stunden, und die Anmeldung ist verfallen.

personal-title = Ihre Anmeldung
personal-saved = Ihre Änderungen sind gespeichert
personal-appointment = Ihr Termin
personal-event = Zur Seite der Veranstaltung
personal-data = Ihre Angaben
personal-name = Name
personal-yes = ja
personal-change = Angaben ändern
personal-cancel = Abmelden …
    .kind = Abmeldung
personal-link-is-secret = Diese Seite ist nur für Sie: Wer ihren Link hat, kann Ihre Anmeldung ändern und Sie abmelden. Geben Sie ihn nicht weiter.
personal-back = Zurück zu Ihrer Anmeldung
personal-fixed = Die E-Mail-Adresse ({ $address }) und die Organisation lassen sich nicht ändern. Melden Sie sich dazu ab und noch einmal neu an.
personal-save = Speichern
personal-keep = Nichts ändern

status-confirmed = Sie haben einen Platz
    .advice = Wir freuen uns auf Sie. Können Sie doch nicht kommen, melden Sie sich bitte ab, damit jemand anderes den Platz bekommt.
status-waiting = Sie stehen auf der Warteliste, an Stelle { $position }
    .advice = Wird ein Platz frei, rücken Sie nach und bekommen eine E-Mail mit der Einladung für Ihren Kalender.
status-undecided = Ihre Anmeldung wartet auf die Entscheidung
    .advice = Das Organisationsteam entscheidet, wer einen Platz bekommt. Sobald entschieden ist, bekommen Sie eine E-Mail.
status-pending = Ihre Anmeldung ist noch nicht bestätigt
    .advice = { $waits ->
        [decision] Erst mit der Bestätigung liegt sie dem Organisationsteam vor, das über jede Anmeldung entscheidet.
       *[seat] Erst mit der Bestätigung bekommen Sie einen Platz oder kommen auf die Warteliste.
    }
status-cancelled = Sie sind abgemeldet
status-declined = Diese Anmeldung wurde abgelehnt
    .advice = Bei Fragen wenden Sie sich bitte an das Netzwerk, das einlädt.
status-again = Wieder anmelden

cancel-title = Möchten Sie sich wirklich abmelden?
cancel-next-moves-up = Ihr Platz geht an die nächste Person auf der Warteliste.
cancel-seat-is-free = Ihr Platz wird frei und kann neu vergeben werden.
cancel-place-is-lost = { $waits ->
    [decision] Über Ihre Anmeldung wird nicht mehr entschieden.
   *[seat] Sie verlieren Ihre Stelle auf der Warteliste.
}
cancel-pending = Ihre Anmeldung verfällt.
cancel-calendar = Sie bekommen eine E-Mail, die den Termin aus Ihrem Kalender nimmt.
cancel-mail = Sie bekommen eine Bestätigung per E-Mail.
cancel-again = Das lässt sich nicht rückgängig machen. Solange die Anmeldung offen ist, können Sie sich neu anmelden.
cancel-for-good = Das lässt sich nicht rückgängig machen: Die Anmeldung ist geschlossen.
cancel-go = Verbindlich abmelden
cancel-not = Angemeldet bleiben

imprint-title = Impressum
imprint-empty = Für dieses Netzwerk ist noch kein Impressum hinterlegt.
privacy-title = Datenschutz
privacy-empty = Für dieses Netzwerk sind noch keine Datenschutzhinweise hinterlegt.

accessibility-title = Barrierefreiheit
