# Einladungen: die Seite der Eingeladenen, und wer geantwortet hat.

invitation-page = Einladung: { $event }
invitation-kind = Einladung
invitation-question = Kommen Sie?
invitation-question-no = Können Sie nicht kommen?
invitation-for = Diese Einladung gilt für
invitation-yes = Ich komme
invitation-yes-waiting = Auf die Warteliste
invitation-full = Alle Plätze sind vergeben. Sie kommen auf die Warteliste und bekommen eine E-Mail, sobald ein Platz frei wird.
invitation-no = Ich kann nicht
invitation-no-after-all = Ich kann doch nicht
invitation-consent = Mit der Anmeldung willigen Sie in die Verarbeitung Ihrer Angaben ein.
invitation-until = Bitte antworten Sie bis { $when }.
invitation-registered = Sie sind angemeldet
invitation-waiting = Sie stehen auf der Warteliste
invitation-open = Anmeldung ansehen und ändern
invitation-declined = Sie haben abgesagt. Danke, dass Sie uns Bescheid gegeben haben.
invitation-after-all = Kommen Sie doch?
invitation-substitute = Kommt jemand an Ihrer Stelle?
    .about = Die Person bekommt eine eigene Einladung und antwortet selbst.
invitation-substitute-go = Einladen
invitation-substitute-is = An Ihrer Stelle haben wir { $address } eingeladen.
invitation-named = Danke. Die Person, die Sie genannt haben, bekommt eine eigene Einladung.
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
invited-done = Die Einladungen gehen hinaus.
invited-scheduled = Die Einladungen sind geplant.
invited-reminded-done = Die Erinnerungen gehen hinaus.
invited-taken-back = Die Einladung ist zurückgenommen.
invited-all = eingeladen
invited-declined-with = { $n ->
    [one] abgesagt, eine mit Vertretung
   *[other] abgesagt, { $n } mit Vertretung
}
invited-undeliverable = { $n ->
    [one] still, davon eine nicht zustellbar
   *[other] still, davon { $n } nicht zustellbar
}
invited-unsent-count = { $n ->
    [one] still, davon eine noch nicht versendet
   *[other] still, davon { $n } noch nicht versendet
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
