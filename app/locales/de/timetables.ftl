# Zeitpläne der Workshops: veröffentlichen, die Seite der Teilnehmenden, der Tag.

timetables-tab = Veröffentlichen
timetables-title = Einteilung veröffentlichen
timetables-no-plan = Es ist noch keine Einteilung gewählt
    .text = Berechnen Sie eine Einteilung und wählen Sie eine der drei aus. Danach können Sie sie hier veröffentlichen.
    .action = Zur Einteilung
timetables-nobody-sees = Die Teilnehmenden sehen noch nicht, welche Workshops sie besuchen.
timetables-seen = Die Teilnehmenden sehen Fassung { $version }, seit { $when } Uhr: jede Person nur die eigenen Workshops.
timetables-seen-later = Sobald die Veranstaltung veröffentlicht ist, sehen die Teilnehmenden Fassung { $version }: jede Person nur die eigenen Workshops.
timetables-means = Ab dann sieht jede angemeldete Person auf ihrer Seite ihren Zeitplan nach Fassung { $version }: Uhrzeit, Workshop, Raum und Leitung.
timetables-mails-draft = Es wird keine E-Mail verschickt: Die Veranstaltung ist noch ein Entwurf. Die Kalendereinträge der Workshops kommen mit der Einladung.
timetables-mails-none = Es wird keine E-Mail verschickt: Alle kennen ihren Zeitplan.
timetables-mails = { $n ->
    [one] Eine Person bekommt { $mails ->
        [one] eine E-Mail
       *[other] { $mails } E-Mails
    }: eine für jeden Workshop, der für sie neu ist oder sich ändert. Sie steht unten.
   *[other] { $n } Personen bekommen zusammen { $mails } E-Mails: eine für jeden Workshop, der für sie neu ist oder sich ändert. Sie stehen unten.
}
timetables-changed = { $n ->
    [one] Bei einer von ihnen ändert sich, was sie schon weiß.
   *[other] Bei { $n } von ihnen ändert sich, was sie schon wissen.
}
timetables-calendar = Jede E-Mail enthält einen eigenen Kalendereintrag mit dem Raum des Workshops, oder dessen Absage. Der Eintrag der Veranstaltung bleibt.
timetables-tell-question = Noch nicht alle kennen ihren Zeitplan
timetables-without = { $n ->
    [one] Eine Person hat in einem Zeitfenster keinen Workshop
   *[other] { $n } Personen haben in einem Zeitfenster keinen Workshop
}
timetables-gets = { $time } Uhr: { $title }
timetables-leads = { $time } Uhr: leitet { $title }
timetables-loses = { $time } Uhr: nicht mehr { $title }
timetables-stays = { $time } Uhr: { $title }, neu: { $what }
timetables-new-time = Beginn { $time } Uhr
timetables-new-room = Raum { $room }
timetables-new-title = Titel
timetables-new-speakers = Leitung
timetables-withdraw = Die Teilnehmenden sehen dann keine Workshops mehr. Darüber wird keine E-Mail verschickt. Kalendereinträge, die noch im Postausgang warten, werden verworfen. In Kalendern, die Workshops schon haben, bleiben sie stehen, bis Sie wieder veröffentlichen.

timetable-title = Mein Zeitplan
timetable-none = Für Sie ist noch kein Workshop eingeteilt
    .text = Die Plätze in den Workshops sind schon vergeben. Sobald Sie einen haben, steht er hier, und Sie bekommen eine E-Mail.
timetable-now = jetzt
timetable-leads = Sie leiten diesen Workshop
timetable-led-by = Leitung: { $speakers }
timetable-calendar = Für jeden Workshop haben Sie einen eigenen Kalendereintrag per E-Mail bekommen.

workshop-day-tab = Am Tag
workshop-day-title = Wer ist wo?
workshop-day-none = Die Einteilung ist noch nicht veröffentlicht
    .text = Wer wo ist, steht hier, sobald die Teilnehmenden ihren Zeitplan sehen.
    .action = Zum Veröffentlichen
workshop-day-search = Name oder Organisation
workshop-day-find = Suchen
workshop-day-all = Alle Räume
workshop-day-slots = Zeitfenster
workshop-day-count = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
}
workshop-day-count-of = { $n } von { $of } { $of ->
    [one] Platz
   *[other] Plätzen
} belegt
workshop-day-no-room = kein Raum
workshop-day-no-workshop = In keinem Workshop eingeteilt.
workshop-day-nobody = Niemand gefunden zu „{ $search }“
    .text = Gesucht wird unter allen, die einen Platz bei der Veranstaltung haben.
workshop-signs = Türschilder
workshop-lists = Listen für die Leitungen

lists-about = Wer einen Workshop leitet, sieht mit einem geheimen Link, wer kommt: Namen und Organisationen, immer nach dem veröffentlichten Stand. Jeder Link öffnet nur die Liste eines Workshops und ist zwei Wochen nach der Veranstaltung zu.
lists-answers = Antworten auf den Listen
    .hint = Name und Organisation stehen immer darauf. Kreuzen Sie nur an, was die Leitung wirklich braucht.
    .save = Speichern
lists-saved = Gespeichert. Es gilt auch für Links, die schon verteilt sind.
lists-make = Links für alle Workshops erzeugen
lists-shown = Kopieren Sie die Links jetzt: Nach dem Verlassen dieser Seite lassen sie sich nicht noch einmal anzeigen. Sie können jederzeit neue erzeugen.
lists-hidden = Links lassen sich aus Sicherheitsgründen nur direkt nach dem Erzeugen anzeigen. Frühere Links bleiben gültig, bis Sie sie sperren.
list-page = Liste: { $workshop }
list-not-yet = Die Einteilung ist noch nicht veröffentlicht. Öffnen Sie diesen Link später noch einmal.
list-name = Name
guest-list-organisation = Organisation
list-confidential = Diese Liste ist nur für die Leitung des Workshops bestimmt. Bitte geben Sie den Link nicht weiter und löschen Sie Ausdrucke nach der Veranstaltung.
