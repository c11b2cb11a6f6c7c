# Nachrichten an die Teilnehmenden einer Veranstaltung.

people-lack-table = noch nicht am Tisch
people-lack-wishes = ohne Workshop-Wünsche

messages-back = Zu den Nachrichten
messages-new = Neue Nachricht
messages-sent = Die Nachricht wird verschickt.
messages-scheduled = Die Nachricht ist geplant.
messages-withdrawn = Die Nachricht wird nicht verschickt.

message-page = Neue Nachricht: { $event }
message-title = Neue Nachricht
message-draft = Die Veranstaltung ist ein Entwurf
    .advice = Die eingetragenen Personen wissen noch nichts von ihrer Anmeldung. Nach der Veröffentlichung können Sie ihnen schreiben.
message-whom = An wen
message-state = Stand der Anmeldung
message-active = { $waits ->
    [decision] angemeldet oder wartend
   *[seat] angemeldet oder auf der Warteliste
}
message-organisation = Organisation
message-answer = Antwort
message-lack = Was noch fehlt
message-any = egal
message-find = Auswahl anwenden
message-people = { $n ->
    [0] Niemand bekommt die Nachricht
    [one] 1 Person bekommt die Nachricht
   *[other] { $n } Personen bekommen die Nachricht
}
message-what = Was
message-subject = Betreff
message-text = Text
message-variables = Diese Angaben werden für jede Person eingesetzt: { $names }
message-files = Anhänge
    .hint = PDF, PNG oder JPEG, zusammen höchstens { $megabytes } MB. Was Sie wählen, bleibt bis zum Senden dabei.
message-file-remove = { $name } nicht mitschicken
    .button = Entfernen
message-file-kilobytes = { $size } kB
message-file-megabytes = { $size } MB
mailing-files = Anhänge
message-due = Senden am
    .hint = Leer lassen: sofort. Es gilt die Uhrzeit am Ort der Veranstaltung; ohne Uhrzeit wird um 9 Uhr gesendet.
message-preview = Vorschau
message-reads = Vorschau { $n } von { $of }
message-previous = Vorige Person
message-next = Nächste Person
message-missing = { $n ->
    [one] Bei 1 Person fehlt { $variable }
   *[other] Bei { $n } Personen fehlt { $variable }
}
message-ready = Fertig?
message-send = { $n ->
    [one] An 1 Person senden
   *[other] An { $n } Personen senden
}
    .hint = Eine geplante Nachricht bekommt, wer dann zur Auswahl gehört. Sie können sie bis dahin zurückziehen.
message-schedule = { $n ->
    [one] Für 1 Person planen
   *[other] Für { $n } Personen planen
}
message-try = Test an mich
message-tried = Der Test ist unterwegs an { $address }.
message-tried-kept = Es ist kein Mailserver eingerichtet: Der Test steht im Postausgang.
message-recounted = { $n ->
    [0] Inzwischen passt niemand mehr zur Auswahl. Es wurde nichts gesendet.
    [one] Text oder Empfänger haben sich seit der Vorschau geändert. Jetzt bekommt 1 Person die Nachricht. Bitte prüfen und noch einmal senden.
   *[other] Text oder Empfänger haben sich seit der Vorschau geändert. Jetzt bekommen { $n } Personen die Nachricht. Bitte prüfen und noch einmal senden.
}

mailings-pending = Geplant und unterwegs
mailing-column-actions = Aktion
mailing-to = { $kind }, { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
mailing-to-one = { $kind } an eine Person
mailing-to-all = { $kind } an alle mit Platz oder auf der Warteliste
mailing-to-some = { $kind } an alle, auf die dann die Auswahl passt
mailing-withdraw = Zurückziehen
mailing-progress = Fortschritt
mailing-resume = Fortsetzen
mailing-give-up = Rest nicht senden
message-given-up = { $n ->
    [0] Die Nachricht wird nicht mehr gesendet. Niemand hat sie bekommen.
    [one] Der Rest wird nicht mehr gesendet. Eine Person hat die Nachricht schon bekommen.
   *[other] Der Rest wird nicht mehr gesendet. { $n } Personen haben die Nachricht schon bekommen.
} Hier steht sie noch einmal; Anhänge fügen Sie bitte neu hinzu.
mailing-scheduled = geplant für { $at }
mailing-begins = beginnt gleich
mailing-withdrawn = zurückgezogen
mailing-running = { $n } von { $of } verschickt
mailing-halted = angehalten: { $n } verschickt, { $left } offen
mailing-done = { $n ->
    [one] an 1 Person geschrieben
   *[other] an { $n } Personen geschrieben
}
mailing-mails = E-Mails ansehen
mailing-made = Verfasst { $at }
mailing-left-out = { $n ->
    [one] 1 Person wurde ausgelassen, etwa weil sie inzwischen abgemeldet ist.
   *[other] { $n } Personen wurden ausgelassen, etwa weil sie inzwischen abgemeldet sind.
}
person-write = Nachricht schreiben

opt-out-title = Einladungen abbestellen
opt-out-question = { $address } soll keine Einladungen von { $network } mehr bekommen?
opt-out-done = { $address } bekommt keine Einladungen von { $network } mehr.
    .about = E-Mails zu Veranstaltungen, für die Sie angemeldet sind, kommen weiterhin.
opt-out-button = Keine Einladungen mehr

reminder-early = Erinnerung einige Tage vorher
reminder-late = Erinnerung kurz vorher
reminder-thanks = Dank danach
reminders-title = Erinnerungen
reminders-page = Erinnerungen: { $event }
reminders-about = Diese E-Mails gehen von selbst an alle, die einen Platz haben. Wer sich abgemeldet hat, bekommt keine.
reminders-on = Diese E-Mail verschicken
reminders-days-before = Tage vor der Veranstaltung
reminders-days-after = Tage nach der Veranstaltung
reminders-at = Uhrzeit am Ort der Veranstaltung
reminders-words = Betreff und Text ändern
reminders-save = Speichern
reminders-reset = Auf den Vorschlag zurücksetzen
reminders-saved = Gespeichert
reminders-show = Erinnerungen ansehen
reminders-change = Erinnerungen ändern
reminders-off = ausgeschaltet
reminders-due = wird am { $at } verschickt
reminders-missed = entfällt: { $at } war schon vorbei
reminders-sent = verschickt für { $at }
