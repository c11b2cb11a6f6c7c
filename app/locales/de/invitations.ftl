# Einladungen: die Seite der Eingeladenen, und wer geantwortet hat.

invitation-page = Einladung: { $event }
invitation-kind = Einladung
invitation-question = Kommen Sie?
invitation-question-no = Können Sie nicht kommen?
invitation-for = Diese Einladung gilt für
invitation-yes = Ich komme
invitation-yes-waiting = { $waits ->
    [decision] Zusagen
   *[seat] Auf die Warteliste
}
invitation-full = { $waits ->
    [decision] Alle Plätze sind vergeben. Das Organisationsteam entscheidet, ob Sie noch einen bekommen, und schreibt Ihnen.
   *[seat] Alle Plätze sind vergeben. Sie kommen auf die Warteliste und bekommen eine E-Mail, sobald ein Platz frei wird.
}
invitation-no = Ich kann nicht
invitation-no-after-all = Ich kann doch nicht
invitation-consent = Mit der Anmeldung willigen Sie in die Verarbeitung Ihrer Angaben ein.
invitation-until = Bitte antworten Sie bis { $when }.
invitation-has-seat = Sie sind angemeldet
invitation-waiting = { $waits ->
    [decision] Ihre Anmeldung wartet auf die Entscheidung
   *[seat] Sie stehen auf der Warteliste
}
invitation-open = Anmeldung ansehen und ändern
invitation-has-declined = Sie haben abgesagt. Danke, dass Sie uns Bescheid gegeben haben.
invitation-after-all = Kommen Sie doch?
invitation-substitute = Kommt jemand an Ihrer Stelle?
    .about = Die Person bekommt eine eigene Einladung und antwortet selbst.
invitation-substitute-go = Einladen
invitation-substitute-is = An Ihrer Stelle haben Sie { $address } genannt. Wenn die Person noch nicht eingeladen ist, bekommt sie eine eigene Einladung.
invitation-refused = Wir können Ihnen leider keinen Platz geben.
invitation-taken-back = Diese Einladung wurde zurückgenommen.
invitation-closed = Die Anmeldung ist geschlossen.
    .advice = Möchten Sie doch teilnehmen, antworten Sie bitte auf die Einladung.
invitation-details = Ort und Kontakt

event-tab-invitations = Einladen
invited-page = Einladungen: { $title }
invited-title = Wer hat geantwortet?
invited-people = Eingeladene
invited-none = Noch ist niemand eingeladen
invited-none-draft = Veröffentlichen Sie die Veranstaltung; dann laden Sie Verteiler, Organisationen oder einzelne Personen ein.
invited-none-published = Wählen Sie Verteiler, Organisationen oder einzelne Personen. Jede Person bekommt einen eigenen Link und sagt mit einem Klick zu oder ab.
invited-none-closed = Die Anmeldung ist geschlossen; eingeladen wird niemand mehr.
invited-choose = Personen einladen
invited-more = Weitere einladen
invited-at = eingeladen am { $when }
invited-sent = eingeladen am { $when }
invited-unsent = noch nicht versendet
invited-reminded = erinnert am { $when }
invited-opted-out = möchte keine Einladungen
invited-substitute = es kommt { $name }
invited-principal = an Stelle von { $name }
invited-done = Die Einladungen werden verschickt.
invited-scheduled = Die Einladungen sind geplant.
invited-reminded-done = Die Erinnerungen werden verschickt.
invited-taken-back = Die Einladung ist zurückgenommen.
invited-all = eingeladen
invited-declined-with = { $n ->
    [one] abgesagt, eine mit Vertretung
   *[other] abgesagt, { $n } mit Vertretung
}
invited-undeliverable = { $n ->
    [one] ohne Antwort, davon eine nicht zustellbar
   *[other] ohne Antwort, davon { $n } nicht zustellbar
}
invited-unsent-count = { $n ->
    [one] ohne Antwort, davon eine noch nicht versendet
   *[other] ohne Antwort, davon { $n } noch nicht versendet
}
invited-silent = { $n ->
    [one] Eine Person hat noch nicht geantwortet.
   *[other] { $n } haben noch nicht geantwortet.
}
    .about = Wer sich schon gemeldet hat, bekommt keine Erinnerung.
invited-closes = Die Anmeldung schließt { $when }.
invited-remind = { $n ->
    [one] Die eine Person erinnern …
   *[other] Die { $n } erinnern …
}
invited-answer = Antwort
invited-last = Zuletzt
invited-registration = Zur Anmeldung
invited-contact = Zum Kontakt
invited-renew = Link erneuern
    .about = Die Person bekommt eine E-Mail mit einem neuen Link. Frühere Links gelten dann nicht mehr.
invited-renew-go = Neuen Link schicken
invited-renewed = Der neue Link ist unterwegs. Frühere Links gelten nicht mehr.
invited-take-back = Einladung zurücknehmen
invited-take-back-link = Mit dem Link kann sich die Person nicht mehr anmelden.
invited-take-back-mail = Die Person bekommt eine E-Mail, dass die Einladung zurückgenommen ist.
invited-take-back-calendar = Der Termin in ihrem Kalender wird abgesagt.
invited-take-back-go = Einladung zurücknehmen

invite-page = Personen einladen: { $event }
invite-title = Einladen
invite-draft = Erst veröffentlichen, dann einladen
invite-over = Eingeladen wird hier niemand mehr
invite-who = 1. Wer
invite-lists = Verteiler
invite-no-lists = Es gibt noch keine Verteiler. Sie können Organisationen, frühere Teilnehmende oder einzelne Personen wählen.
invite-list-fixed = { $n ->
    [one] feste Liste, eine Person
   *[other] feste Liste, { $n } Personen
}
invite-list-rule = { $n ->
    [one] Regel, eine Person
   *[other] Regel, { $n } Personen
}
invite-organisations = Organisationen
invite-events = Teilnehmende anderer Veranstaltungen
invite-contacts = Einzelne Personen
invite-search = Einzelne Personen suchen
    .hint = Name, Adresse oder Organisation
invite-chosen = { $n } gewählt
invite-update = Auswahl übernehmen
invite-nobody = Noch ist niemand gewählt.
invite-people = { $n ->
    [0] Niemand bekommt die Einladung.
    [one] Eine Person bekommt die Einladung.
   *[other] { $n } Personen bekommen die Einladung.
}
invite-chosen-of = { $n } stehen in der Auswahl; { $left_out } davon schreiben wir nicht an:
invite-several = { $n ->
    [one] Eine Person ist mehrfach gewählt und bekommt eine einzige E-Mail
   *[other] { $n } sind mehrfach gewählt und bekommen eine einzige E-Mail
}
invite-opted-out = { $n ->
    [one] Eine Person möchte keine Einladungen mehr
   *[other] { $n } möchten keine Einladungen mehr
}
invite-unreachable = { $n ->
    [one] Eine Person hat keine oder eine unzustellbare Adresse
   *[other] { $n } haben keine oder eine unzustellbare Adresse
}
invite-already = { $n ->
    [one] Eine Person ist schon eingeladen
   *[other] { $n } sind schon eingeladen
}
invite-registered = { $n ->
    [one] Eine Person ist schon angemeldet
   *[other] { $n } sind schon angemeldet
}
invite-what = 2. Was
invite-subject = Betreff
invite-text = Text
    .hint = Darunter stehen zwei Knöpfe: „Ich komme“ und „Ich kann nicht“. Wer absagt, kann eine Vertretung nennen.
invite-variables = Diese Angaben werden für jede Person eingesetzt: { $names }
invite-calendar = Kalender
invite-when = Zeitpunkt
invite-at-once = sofort
invite-due = Senden am
    .hint = Leer lassen: sofort. Es gilt die Zeit der Veranstaltung.
invite-preview = So kommt es an
invite-preview-nobody = Wählen Sie zuerst, wer die Einladung bekommt.
invite-preview-faulty = Betreff oder Text lassen sich so nicht lesen. Was fehlt, steht bei den Feldern.
invite-place = { $number } von { $of }
invite-before = Vorige Person
invite-after = Nächste Person
invite-to = An { $address }
invite-buttons = Darunter stehen die Knöpfe „Ich komme“ und „Ich kann nicht“.
invite-show = Vorschau
invite-missing = { $n ->
    [one] Bei einer Person fehlt { $variable }
   *[other] Bei { $n } Personen fehlt { $variable }
}
invite-send = { $n ->
    [one] Eine Einladung senden …
   *[other] { $n } Einladungen senden …
}
    .hint = Sie sehen den Fortschritt und können anhalten; niemand bekommt die Einladung zweimal.
invite-try = Test an mich
invite-tried = Der Test ist unterwegs an { $address }.
invite-ask = { $n ->
    [one] Eine Einladung senden?
   *[other] { $n } Einladungen senden?
}
invite-ask-mails = { $n ->
    [one] Eine Person bekommt diese E-Mail mit einem eigenen Link.
   *[other] { $n } Personen bekommen diese E-Mail, jede mit einem eigenen Link.
}
invite-ask-due = Sie werden { $at } verschickt.
invite-ask-language = { $n ->
    [one] Eine Person hat eine andere Sprache gewählt. Die Antwort-Knöpfe und das Datum stehen in dieser Sprache, der Text bleibt, wie Sie ihn geschrieben haben.
   *[other] { $n } Personen haben eine andere Sprache gewählt. Die Antwort-Knöpfe und das Datum stehen in dieser Sprache, der Text bleibt, wie Sie ihn geschrieben haben.
}
invite-changed = Auswahl, Text oder Zeitpunkt haben sich seit der Frage geändert. So steht es jetzt:
invite-ask-left-out = { $n ->
    [one] Eine gewählte Person schreiben wir nicht an.
   *[other] { $n } gewählte Personen schreiben wir nicht an.
}
invite-ask-calendar = Der Termin liegt der E-Mail bei.
invite-go = { $n ->
    [one] Einladung senden
   *[other] { $n } Einladungen senden
}
invite-schedule = { $n ->
    [one] Einladung planen
   *[other] { $n } Einladungen planen
}
invite-not-yet = Noch nicht
invite-first-subject = Einladung: { $event }
invite-first-text =
    Guten Tag { $given } { $family },

    wir laden Sie herzlich ein:

    { $event }
    { $date }
    { $place }

    Bitte antworten Sie mit einem der beiden Knöpfe.

    Mit freundlichen Grüßen
invite-reminder-subject = Kommen Sie? { $event }
invite-reminder-text =
    Guten Tag { $given } { $family },

    wir haben Sie eingeladen: { $event }, { $date }. Von Ihnen haben wir noch keine Antwort.

    Bitte sagen Sie uns mit einem der beiden Knöpfe, ob Sie kommen.

    Mit freundlichen Grüßen
remind-page = Eingeladene erinnern: { $event }
remind-title = Wer noch nicht geantwortet hat
remind-nobody = Niemand ist zu erinnern
    .about = Alle, die eine E-Mail bekommen können, haben geantwortet.
remind-recipients = { $n ->
    [one] Eine Person bekommt diese E-Mail
   *[other] { $n } Personen bekommen diese E-Mail
}
    .about = Wer antwortet, bevor die E-Mail verschickt ist, bekommt keine.
remind-left-out = { $n ->
    [one] Eine weitere Person möchte keine Einladungen oder hat eine unzustellbare Adresse.
   *[other] { $n } weitere möchten keine Einladungen oder haben eine unzustellbare Adresse.
}
remind-what = Text
remind-go = { $n ->
    [one] Erinnerung senden
   *[other] { $n } Erinnerungen senden
}
