# Wie die Wörter des Modells auf den Seiten heißen.

language-name = Deutsch

kind-network-meeting = Netzwerktreffen
kind-world-cafe = World-Café
kind-conference = Konferenz
kind-steering-group = Steuerungsgruppe
kind-committee = Koordinierungskreis

state-draft = Entwurf
state-published = veröffentlicht
state-cancelled = abgesagt

visibility-public = öffentlich
visibility-link = nur mit dem Link
visibility-invitation = nur auf Einladung

agenda-item-plenary = Plenum
agenda-item-break = Pause
agenda-item-introduction-round = Vorstellungsrunde
agenda-item-cafe = World-Café
agenda-item-workshop = Workshop

question-text = Kurzer Text
question-long-text = Langer Text
question-one-of = Eine von mehreren Antworten
question-several-of = Mehrere Antworten
question-yes-no = Ja oder nein

registration-pending = unbestätigt
registration-confirmed = bestätigt
registration-waitlisted = Warteliste
registration-declined = abgelehnt
registration-cancelled = abgemeldet

mail-queued = wartet auf Versand
mail-sending = wird gesendet
mail-accepted = versendet
mail-refused-state = nicht zustellbar
mail-dropped-state = ersetzt
mail-kept-state = nicht versendet

role-owner = Verantwortung
role-organiser = Organisationsteam
role-helper = Mithilfe
role-reader = Lesen

seats = { $n ->
    [one] { $n } Platz
   *[other] { $n } Plätze
}
people = { $n ->
    [one] { $n } Person
   *[other] { $n } Personen
}

date-today = heute
date-tomorrow = morgen
date-yesterday = gestern
date-in-days = noch { $n } Tage
date-days-ago = vor { $n } Tagen
date-minutes = { $minutes } Min.
date-hours = { $hours } Std.
date-hours-minutes = { $hours } Std. { $minutes } Min.
date-until = bis { $when }
date-from = ab { $when }
