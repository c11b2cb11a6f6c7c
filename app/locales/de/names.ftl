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
admission-open = alle, die die Seite sehen
admission-approved = alle, die die Seite sehen – Sie entscheiden
colleagues-each = Jede Person bestätigt selbst
colleagues-first-for-all = Wer anmeldet, bestätigt für alle
admission-invited = nur Eingeladene
invitation-silent = ohne Antwort
invitation-registered = angemeldet
invitation-declined = abgesagt
invitation-calendar-registration = Der Termin kommt mit der Anmeldung
invitation-calendar-invitation = Der Termin liegt schon der Einladung bei (üblich in einer Steuerungsgruppe)

agenda-item-plenary = Plenum
agenda-item-break = Pause
agenda-item-introduction-round = Vorstellungsrunde
agenda-item-cafe = World-Café
agenda-item-workshop = Workshop
agenda-workshops = { $n } Workshops zur Wahl
agenda-parallel = { $n } Punkte zur gleichen Zeit

question-text = Kurzer Text
question-long-text = Langer Text
question-one-of = Eine von mehreren Antworten
question-several-of = Mehrere Antworten
question-yes-no = Ja oder nein

registration-pending = unbestätigt
registration-confirmed = bestätigt
registration-waitlisted = Warteliste
registration-undecided = wartet auf Entscheidung
registration-declined = abgelehnt
registration-cancelled = abgemeldet

mail-queued = wartet auf Versand
mail-sending = wird gesendet
mail-accepted = versendet
mail-refused-state = nicht zustellbar
mail-dropped-state = ersetzt
mail-kept-state = nicht versendet (kein Mailserver)

action-network-created = Netzwerk angelegt
action-network-changed = Einstellungen geändert
action-own-words-changed = Worte der E-Mails geändert
action-logo-added = Logo hinzugefügt
action-logo-changed = Logo geändert
action-logo-removed = Logo entfernt
action-logos-reordered = Logos umgestellt
action-member-added = Mitglied hinzugefügt
action-member-changed = Mitglied geändert
action-member-removed = Mitglied entfernt
action-event-member-added = Person für eine Veranstaltung eingeladen
action-event-member-removed = Zugang zu einer Veranstaltung entzogen
action-signed-in = Eingeloggt
action-organisation-added = Organisation hinzugefügt
action-organisation-changed = Organisation geändert
action-organisations-merged = Organisationen zusammengeführt
action-organisations-imported = Organisationen importiert
action-organisation-import-undone = Import von Organisationen rückgängig gemacht
action-organisation-logo-saved = Logo einer Organisation hochgeladen
action-organisation-logo-removed = Logo einer Organisation entfernt
action-contact-added = Kontakt hinzugefügt
action-contact-changed = Kontakt geändert
action-contact-deleted = Kontakt gelöscht
action-contacts-merged = Kontakte zusammengeführt
action-contacts-imported = Kontakte importiert
action-contacts-tagged = Schlagwörter mehrerer Kontakte geändert
action-contact-import-undone = Import von Kontakten rückgängig gemacht
action-list-added = Verteiler angelegt
action-list-changed = Verteiler geändert
action-list-deleted = Verteiler gelöscht
action-event-created = Veranstaltung angelegt
action-event-changed = Veranstaltung geändert
action-event-corrected = Veranstaltung geändert, ohne Nachricht
action-series-changed = Reihe der Veranstaltung geändert
action-copy-note-done = Nach dem Kopieren geprüft
action-event-published = Veranstaltung veröffentlicht
action-event-cancelled = Veranstaltung abgesagt
action-draft-discarded = Entwurf verworfen
action-agenda-item-added = Programmpunkt hinzugefügt
action-agenda-item-changed = Programmpunkt geändert
action-agenda-item-removed = Programmpunkt entfernt
action-agenda-reordered = Programm umgestellt
action-agenda-restored = Programm: Änderung rückgängig gemacht
action-wish-setup-changed = Wünsche: Frist und Regeln geändert
action-programme-changed = Workshops: Angebot geändert
action-programme-imported = Workshops: Angebot importiert
action-workshop-called-off = Workshop abgesagt
action-workshop-reinstated = Workshop findet doch statt
action-workshop-seat-taken = Platz in einem Workshop
action-workshop-list-joined = Warteliste eines Workshops
action-workshops-swapped = Plätze in Workshops getauscht
action-invitations-made = Einladungen verschickt
action-invitation-declined = Einladung abgesagt
action-substitute-named = Vertretung genannt
action-invitation-taken-back = Einladung zurückgenommen
action-invitation-link-renewed = Link der Einladung erneuert
action-wish-reminder-sent = Wünsche: Erinnerung verschickt
action-mailing-made = Nachricht verfasst
action-mailing-withdrawn = Geplante Nachricht zurückgezogen
action-reminder-changed = Erinnerung geändert
action-contact-opted-out = Möchte keine Einladungen mehr
action-workshop-left = Platz oder Warteplatz in einem Workshop aufgegeben
action-cafe-set-up-changed = World-Café: Aufbau geändert
action-assignment-set-up-changed = Einteilung der Workshops: Vorgaben geändert
action-offer-called-off = Workshop zu einer Zeit abgesagt
action-busy-marked = Person wird zu einer Zeit anderswo gebraucht
action-busy-unmarked = Person wird nicht mehr anderswo gebraucht
action-offer-kept = Workshop findet auf jeden Fall statt
action-offer-undecided = Entscheidung über einen Workshop zurückgenommen
action-assignment-chosen = Einteilung der Workshops gewählt
action-repair-discarded = Einteilung der Workshops: Vorschlag zur Anpassung verworfen
action-plan-version-made = Neue Fassung einer Einteilung
action-screen-link-made = World-Café: Adresse für die Leinwand angelegt
action-screen-link-revoked = World-Café: Adresse für die Leinwand gesperrt
action-screen-links-revoked = World-Café: Adressen der Leinwand gesperrt
action-plan-published = Einteilung veröffentlicht
action-attendance-marked = World-Café: Anwesenheit geändert
action-plan-withdrawn = Einteilung zurückgezogen
action-table-links-made = World-Café: Links der Tische erstellt
action-table-links-revoked = World-Café: Links der Tische gesperrt
action-list-links-made = Workshops: Links zu Listen erzeugt
action-list-links-revoked = Workshops: Links zu Listen widerrufen
action-list-answers-chosen = Workshops: Antworten für Listen gewählt
action-harvest-tidied = World-Café: Ernte geordnet
action-results-published = World-Café: Ergebnisse veröffentlicht
action-results-withdrawn = World-Café: Ergebnisse zurückgezogen
action-action-item-added = Vereinbarung hinzugefügt
action-action-item-changed = Vereinbarung geändert
action-contingent-release-changed = Kontingente: Rückgabetermin geändert
action-contingent-link-made = Kontingente: Link für eine Kontaktperson erzeugt
action-contingent-link-mailed = Kontingente: Link an eine Kontaktperson geschickt
action-contingent-links-revoked = Kontingente: Links widerrufen
action-question-added = Frage hinzugefügt
action-question-changed = Frage geändert
action-question-removed = Frage entfernt
action-questions-reordered = Fragen umgestellt
action-registration-pending = Angemeldet, noch unbestätigt
action-registration-confirmed = Platz vergeben
action-registration-waitlisted = Auf die Warteliste gesetzt
action-registration-undecided = Wartet auf die Entscheidung
action-registration-declined = Anmeldung abgelehnt
action-registration-cancelled = Abgemeldet
action-registration-changed = Anmeldung geändert
action-registered-again = Noch einmal angemeldet
action-moved-up = Auf der Warteliste vorgerückt
action-mail-sent-again = Abgelehnte E-Mails noch einmal gesendet
action-address-resumed = Adresse wird wieder angeschrieben
action-kept-mails-sent = Nicht versendete E-Mails nachträglich gesendet
action-kept-mails-left = Nicht versendete E-Mails endgültig zurückgehalten
action-job-stopped = Auftrag angehalten
action-job-resumed = Auftrag fortgesetzt

logo-role-network = Logo des Netzwerks: oben auf jeder Seite und in Link-Vorschauen
logo-role-funder = Förderer oder Partner: unten auf jeder Seite

role-owner = Verantwortung
role-organiser = Organisationsteam
role-helper = Mithilfe
role-reader = Lesen
role-event-only = Nur einzelne Veranstaltungen
audit-events = Veranstaltungen
audit-registrations = Anmeldungen
audit-people = Kontakte und Verteiler
audit-organisations = Organisationen
audit-members = Mitglieder
audit-network = Netzwerk
event-role-helper = Mithelfen
event-role-host = Tisch leiten

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

point-insight = Erkenntnis
point-proposal = Vorschlag
point-question = Frage
point-shown = gezeigt
point-draft = Entwurf
point-hidden = ausgeblendet
point-merged = zusammengefasst
point-removed = vom Tisch entfernt

action-item-open = offen
action-item-done = erledigt

# Eine Zahl, mit Punkten zwischen den Tausendern.
number = { $n }
