# Veranstaltungen planen.

events-title = Veranstaltungen
events-new = Neue Veranstaltung
events-none = Noch keine Veranstaltung
    .advice = Legen Sie die erste an. Sie bleibt ein Entwurf, bis Sie sie veröffentlichen.
events-upcoming = Kommende
events-past = Vergangene
events-over = vorbei
events-online = online
events-nowhere = noch ohne Ort
events-nobody = –
events-seats = { $taken } von { $of }
events-people-of = Anmeldungen: { $title }
events-discarded = Der Entwurf ist gelöscht.
events-column-event = Veranstaltung
events-column-when = Wann und wo
events-column-state = Stand
events-column-people = Angemeldet
events-column-next = Als Nächstes
events-waiting = { $n ->
    [one] 1 Person wartet
   *[other] { $n } warten
}
events-pending = { $n } unbestätigt

event-tabs = Seiten der Veranstaltung
event-tabs-caption = Abschnitt
event-tab-overview = Überblick
event-tab-details = Angaben
event-tab-agenda = Programm
event-tab-list = Liste
event-tab-contingents = Kontingente
event-tab-questions = Fragen
event-tab-registrations = Anmeldungen
event-tab-messages = Nachrichten

event-new-title = Neue Veranstaltung
event-new-copied = Programm, Fragen und Angaben sind übernommen. Geben Sie das neue Datum ein; das Programm rückt mit. Programmpunkte an Tagen, die es dann nicht gibt, bleiben weg.
event-new-from = Aus einer früheren Veranstaltung übernehmen
event-new-save = Entwurf anlegen
event-new-draft = Sichtbar wird die Veranstaltung erst, wenn Sie sie veröffentlichen.
event-edit-title = Angaben: { $title }
event-edit-cancelled = Eine abgesagte Veranstaltung lässt sich nicht mehr ändern, aber als Vorlage verwenden.
event-edit = Angaben ändern
event-back = Zurück
event-save = Speichern
    .hint = Wenn sich Zeit, Ort, Titel oder Zugang ändern, sehen Sie vor dem Speichern, wer benachrichtigt wird.
event-agenda-along = Das Programm rückt mit, wenn sich der Beginn ändert
    .hint = Alle Programmpunkte verschieben sich um dieselbe Zeit.

event-section-what = Titel und Art
event-title = Titel
event-kind = Art
event-summary = Kurzbeschreibung
    .hint = Ein bis zwei Sätze, oben auf der Seite und im Kalendereintrag.
event-plain-language = Kurzbeschreibung in Leichter Sprache
    .hint = Kurze Sätze, in jedem nur ein Gedanke, jeder in einer eigenen Zeile. Steht auf der Seite unter „In Leichter Sprache“.
event-body = Beschreibung
    .hint = Formatierung mit Markdown: **fett**, *kursiv*, Listen mit -, [Links](https://…).
event-language = Sprache der Veranstaltung
    .hint = In dieser Sprache schreiben Sie Titel und Programm. E-Mails bekommt jede Person in ihrer eigenen Sprache.
event-section-when = Wann
event-starts = Beginn
event-ends = Ende
    .hint = Ohne Datum endet sie am Tag des Beginns.
event-time-zone = Zeitzone
event-section-where = Wo
event-place-name = Ort
event-place-room = Raum
event-place-address = Adresse
event-online-link-field = Online-Zugang
    .hint = Beginnt mit https://. Nur Personen mit Platz sehen ihn.
event-section-seats = Plätze und Anmeldung
event-capacity = Plätze
    .hint = Leer lassen: unbegrenzt. Sind alle Plätze vergeben, füllt sich die Warteliste.
event-state = Stand
event-contingent = Kontingent { $number }
event-contingents = Kontingente
    .hint = Plätze, die für eine Organisation freigehalten werden. Kommen mehr Menschen aus ihr, belegen sie die offenen Plätze.
event-contingent-organisation = Organisation
event-contingent-none = – keine –
event-contingents-more = Weitere Zeilen
event-contingent-seats = Plätze
event-opens = Anmeldung ab
    .hint = Leer lassen: ab der Veröffentlichung.
event-closes = Anmeldung bis
    .hint = Leer lassen: bis zum Beginn. Ein Datum ohne Uhrzeit gilt bis zum Ende des Tages.
event-section-texts = Beschreibung
event-section-language = Sprache und Zeitzone
event-summary-seats = { $n ->
    [one] Ein Platz
   *[other] { $n } Plätze
}
event-summary-unlimited = Plätze unbegrenzt
event-summary-contingents = { $n ->
    [one] ein Kontingent
   *[other] { $n } Kontingente
}
event-summary-closes = Anmeldung bis { $day }
event-section-who = Sichtbarkeit und Förderhinweis
event-visibility = Sichtbarkeit
    .hint = Mit Link: Die Seite findet nur, wer den Link kennt. Auf Einladung: Sie tragen die Personen selbst ein.
event-colleagues = Mehrere in einem Zug
    .hint = Wer sich anmeldet, kann Kolleginnen und Kollegen gleich mit anmelden. Alle bekommen eine E-Mail, in der steht, wer sie eingetragen hat.
event-admission = Anmelden können sich
    .hint = Sie entscheiden: Wer sich anmeldet, wartet, bis Sie annehmen oder ablehnen, auch wenn Plätze frei sind. Nur Eingeladene: Die Seite sagt es und nimmt keine Anmeldung an; wer eingeladen ist, antwortet mit dem eigenen Link.
event-funding-notice = Förderhinweis
    .hint = Leer lassen: Es gilt der Hinweis des Netzwerks.

time-zone-hint = Tippen Sie eine Stadt, etwa Leipzig oder St. John’s.

local-datetime-date = Datum
local-datetime-time = Uhrzeit
local-datetime-which = Welche der beiden Uhrzeiten
    .hint = In dieser Nacht werden die Uhren zurückgestellt.
local-datetime-which-none = – bitte wählen –
local-datetime-first = die erste (vor der Umstellung)
local-datetime-second = die zweite (nach der Umstellung)

event-saved-new = Der Entwurf ist angelegt.
event-saved-changed = Gespeichert.
event-saved-published = Veröffentlicht.
event-saved-cancelled = Abgesagt. Die Nachrichten sind auf dem Weg.
event-next-cancelled = Abgesagt: { $reason }
event-next-draft-over = Das Datum dieses Entwurfs ist vorbei.
event-facts = Angaben
event-facts-edit = ändern
event-link = Öffentliche Seite
event-preview = Vorschau
event-copy = Als Vorlage verwenden
event-add-person = Person eintragen
event-publish = Veröffentlichen
    .ask = Veröffentlichen …
event-publish-title = Veröffentlichen: { $title }
event-publish-texts = Datenschutzhinweise oder Impressum des Netzwerks fehlen noch. Wer sich anmeldet, stimmt den Datenschutzhinweisen zu.
event-publish-texts-go = Texte eintragen
event-publish-question = Jetzt veröffentlichen?
event-publish-public = Die Seite ist für alle sichtbar und steht in der Liste der Veranstaltungen.
event-publish-link = Die Seite ist für alle sichtbar, die den Link haben.
event-publish-invitation = Es gibt keine öffentliche Seite. Die Veranstaltung sehen nur Personen, die Sie einladen oder eintragen.
event-publish-nobody = Es wird keine E-Mail verschickt.
event-publish-share = Danach bekommen Sie den Link und einen QR-Code zum Weitergeben.
event-publish-add-people = Laden Sie danach Personen ein.
event-publish-confirmed = { $n ->
    [one] 1 eingetragene Person bekommt ihre Kalendereinladung.
   *[other] { $n } eingetragene Personen bekommen ihre Kalendereinladung.
}
event-publish-waitlisted = { $waits ->
    [decision] { $n ->
        [one] 1 Person erfährt, dass noch über sie entschieden wird.
       *[other] { $n } Personen erfahren, dass noch über sie entschieden wird.
    }
   *[seat] { $n ->
        [one] 1 Person erfährt, dass sie auf der Warteliste steht.
       *[other] { $n } Personen erfahren, dass sie auf der Warteliste stehen.
    }
}
event-cancel = Veranstaltung absagen
    .ask = Veranstaltung absagen …
event-cancel-title = Absagen: { $title }
event-cancel-question = Veranstaltung wirklich absagen?
event-cancel-shown = Die Seite zeigt, dass die Veranstaltung abgesagt ist, und den Grund.
event-cancel-confirmed = { $n ->
    [one] 1 Person mit Platz bekommt eine E-Mail, die den Kalendereintrag absagt.
   *[other] { $n } Personen mit Platz bekommen eine E-Mail, die den Kalendereintrag absagt.
}
event-cancel-others = { $n ->
    [one] 1 Person ohne Platz bekommt eine E-Mail.
   *[other] { $n } Personen ohne Platz bekommen eine E-Mail.
}
event-cancel-invited = { $n ->
    [one] 1 eingeladene Person, die noch nicht geantwortet hat, bekommt eine E-Mail.
   *[other] { $n } eingeladene Personen, die noch nicht geantwortet haben, bekommen eine E-Mail.
}
event-cancel-final = Das lässt sich nicht rückgängig machen.
event-cancel-reason = Grund
    .hint = Steht auf der Seite und in der E-Mail.
event-discard = Entwurf löschen
    .ask = Entwurf löschen …
event-discard-title = Löschen: { $title }
event-discard-question = Entwurf wirklich löschen?
event-discard-people = { $n ->
    [one] 1 eingetragene Person wird mit gelöscht.
   *[other] { $n } eingetragene Personen werden mit gelöscht.
}
event-discard-gone = Angaben, Programm und Fragen werden endgültig gelöscht.

error-confirm = Noch nicht gespeichert – diese Personen werden benachrichtigt
    .advice = Beim Speichern schreiben wir:
confirm-confirmed = { $n ->
    [one] einer Person mit Platz: eine E-Mail mit dem geänderten Kalendereintrag
   *[other] { $n } Personen mit Platz: eine E-Mail mit dem geänderten Kalendereintrag
}
confirm-waitlisted = { $n ->
    [one] einer Person, die wartet: eine E-Mail
   *[other] { $n } Personen, die warten: eine E-Mail
}
confirm-moving-up = { $n ->
    [one] einer Person, die wartet und nun einen Platz bekommt: die Kalendereinladung
   *[other] { $n } Personen, die warten und nun einen Platz bekommen: die Kalendereinladung
}
confirm-invited = { $n ->
    [one] einer eingeladenen Person mit Kalendereintrag: eine E-Mail mit dem geänderten Eintrag
   *[other] { $n } eingeladenen Personen mit Kalendereintrag: eine E-Mail mit dem geänderten Eintrag
}
confirm-yes = Speichern und benachrichtigen
confirm-silent = Ohne Nachricht speichern
    .hint = Nur nach einem Tippfehler: Alle finden zur selben Zeit an denselben Ort. Niemand wird angeschrieben.
confirm-silent-moving-up = { $n ->
    [one] Nur die nachrückende Person wird angeschrieben.
   *[other] Nur die { $n } nachrückenden Personen werden angeschrieben.
}
