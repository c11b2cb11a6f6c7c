# Reihen: welche Veranstaltungen zusammengehören, die nächste, und was nach dem Kopieren zu tun ist.

series-title = Reihe
series-none = Keine Reihe
series-saved = Gespeichert.
series-change = Reihe ändern
series-name = Name der Reihe
    .hint = Zum Beispiel „Netzwerktreffen Sachsen“. Leer lassen: Die Veranstaltung gehört zu keiner Reihe.
series-save = Speichern
series-show = Alle ansehen
series-join = Einer Reihe zuordnen
series-before = Vorige:
series-after = Nächste:
series-next = Nächste Veranstaltung planen

next-title = Nächste Veranstaltung dieser Reihe
next-from = Vorlage: { $title }, { $when }
next-starts = Beginn
    .hint = Programm und Ende rücken um ganze Tage mit, auch über eine Zeitumstellung.
next-name = Titel
next-series =
    .hint = Auch die Vorlage gehört dann zu dieser Reihe.
next-copies = Das wird übernommen
next-copies-agenda = Angaben, Texte, Plätze und Kontingente, Programm, Workshops mit Zeitfenstern und Räumen
next-copies-questions = Fragen des Anmeldeformulars
next-copies-cafe = World-Café: Themen, Tische, Runden und Ziele, ohne Personen
next-copies-mails = Wortlaut der Erinnerungen und der Einladung
next-copies-people = Wer eingeladen war oder teilgenommen hat, als Auswahl für die neue Einladung
next-leaves-out = Nicht übernommen werden Online-Zugang, Anmelde- und Wunschfristen und geheime Links. Was noch zu tun ist, steht danach beim neuen Entwurf. Angeschrieben wird niemand.
next-save = Entwurf anlegen

event-saved-next = Der Entwurf ist angelegt. Unten steht, was noch anzupassen ist.

copied-title = { $n ->
    [one] Noch 1 Angabe anzupassen
   *[other] Noch { $n } Angaben anzupassen
}
copied-hint = Das stammt aus der Vorlage oder wurde weggelassen. Was Sie ändern, verschwindet von selbst.
copied-done = Erledigt
copied-date = „{ $date }“
copied-online-link = Online-Zugang eintragen
copied-registration-times = Anmeldefrist eintragen
copied-wish-deadline = Frist für Workshop-Wünsche eintragen
copied-secret-links = Links für Leinwand, Tische und Listen neu anlegen
copied-invitations = Einladen wie beim letzten Mal
copied-left-out-days = Im Programm weggelassen, weil es den Tag nicht gibt
copied-title-text = Datum im Titel
copied-summary = Datum in der Kurzbeschreibung
copied-plain-language = Datum in der Leichten Sprache
copied-body = Datum in der Beschreibung
copied-agenda = Datum im Programm
copied-workshops = Datum in Workshops
copied-questions = Datum in Fragen
copied-reminders = Datum in Erinnerungen

events-series = Reihe: { $name }
events-of-series = Nur die Reihe „{ $name }“.
events-all = Alle Veranstaltungen anzeigen

invite-invited-to = Eingeladene einer früheren Veranstaltung
invite-like = Personen und Text sind von „{ $title }“ übernommen. Angeschrieben wird erst, wenn Sie senden.
invite-like-dates = Im Text stehen Daten, die nicht zur neuen Veranstaltung passen: { $dates }
