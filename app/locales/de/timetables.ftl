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
    [one] Eine von ihnen kennt bisher einen anderen Zeitplan.
   *[other] { $n } von ihnen kennen bisher einen anderen Zeitplan.
}
timetables-calendar = Jede E-Mail trägt einen Workshop mit seinem Raum in den Kalender ein oder sagt ihn dort ab: Ein Kalendereintrag braucht eine eigene E-Mail. Den ganzen Zeitplan enthält die erste, die weiteren sind kurz. Der Eintrag der Veranstaltung bleibt bestehen.
timetables-wishes-open = Gewünscht wird noch bis { $closes }
    .about = Eine Einteilung von heute ist ein Probelauf. Wer sie jetzt veröffentlicht, schreibt allen, und jede spätere Berechnung ändert ihre Zeitpläne wieder. Das Los wird erst nach der Wunschzeit bekannt; vorher kann niemand nachrechnen.
timetables-writing = E-Mails werden geschrieben
timetables-tell-question = Noch nicht alle kennen ihren Zeitplan
timetables-swaps-wait = Bis dahin können Teilnehmende nur so tauschen, wie es auch zu dieser Version passt.
timetables-swaps = { $n ->
    [one] Eine Person sitzt durch einen Tausch, wo sie ist, und verliert diesen Platz.
   *[other] { $n } Personen sitzen durch einen Tausch, wo sie sind, und verlieren diesen Platz.
}
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
timetables-no-room = ohne Raum
timetables-new-place = Ort
timetables-new-title = Titel
timetables-new-speakers = Leitung
timetables-withdraw = Die Teilnehmenden sehen dann nicht mehr, in welche Workshops sie eingeteilt sind. Es wird keine E-Mail verschickt; Kalendereinträge, die noch im Postausgang warten, werden verworfen. Einträge, die schon in Kalendern stehen, bleiben dort, bis Sie wieder veröffentlichen. Gebuchte Plätze bleiben, wie sie sind.

timetable-title = Mein Zeitplan
timetable-none = Sie sind noch in keinen Workshop eingeteilt
    .text = Die Einteilung ist veröffentlicht, Sie haben darin noch keinen Platz. Sobald Sie einen haben, steht er hier, und Sie bekommen eine E-Mail.
timetable-free = kein Workshop
timetable-now = jetzt
timetable-leads = Sie leiten diesen Workshop
timetable-led-by = Leitung: { $speakers }
timetable-calendar = Zu jedem Workshop schicken wir Ihnen einen eigenen Kalendereintrag per E-Mail.

workshop-day-tab = Am Tag
workshop-day-title = Wer ist wo?
workshop-day-none = Noch ist nicht bekannt, wer wo ist
    .text = Eingeteilte stehen hier, sobald die Einteilung veröffentlicht ist. Wer einen Platz bucht, steht sofort hier.
    .action = Zum Veröffentlichen
workshop-day-search = Name oder Organisation
workshop-day-find = Suchen
workshop-day-all = Alle Räume
workshop-day-slots = Zeitfenster
workshop-day-count = { $n ->
    [0] Noch niemand
    [one] Eine Person
   *[other] { $n } Personen
}
workshop-day-count-of = { $n } von { $of } { $of ->
    [one] Platz
   *[other] Plätzen
} belegt
workshop-day-no-room = kein Raum
workshop-day-no-workshop = In keinem Workshop.
workshop-day-leads = leitet den Workshop
workshop-day-led = Leitung von Workshops
workshop-day-nobody = Niemand gefunden zu „{ $search }“
    .text = Gesucht wird unter allen, die einen Platz bei der Veranstaltung haben oder einen Workshop leiten.
workshop-signs = Türschilder
workshop-timetables = Zeitpläne aller Personen
timetable-card-note = Ändert sich etwas, steht es auf Ihrer Seite: über den Link in Ihrer Bestätigung.
workshop-signs-pdf = Als PDF laden
workshop-lists = Listen für die Leitung

lists-about = Über einen geheimen Link sieht die Leitung eines Workshops, wer kommt: Namen und Organisationen, gebuchte Plätze sofort, eingeteilte nach dem Veröffentlichen. Jeder Link öffnet die Liste eines einzigen Workshops und gilt bis zwei Wochen nach der Veranstaltung.
lists-answers = Antworten auf den Listen
    .hint = Name und Organisation stehen immer darauf. Kreuzen Sie nur an, was die Leitung wirklich braucht.
    .save = Speichern
lists-saved = Gespeichert. Es gilt auch für Links, die schon verteilt sind.
lists-make = Links für alle Workshops erzeugen
lists-shown = Kopieren Sie die Links jetzt: Nach dem Verlassen dieser Seite lassen sie sich nicht noch einmal anzeigen. Sie können jederzeit neue erzeugen.
lists-hidden = Links lassen sich aus Sicherheitsgründen nur direkt nach dem Erzeugen anzeigen. Frühere Links bleiben gültig, bis Sie sie sperren.
list-page = Liste: { $workshop }
list-not-yet = Noch ist nicht bekannt, wer kommt. Bitte öffnen Sie diesen Link später noch einmal.
list-name = Name
guest-list-organisation = Organisation
list-confidential = Diese Liste ist nur für die Leitung des Workshops bestimmt. Bitte geben Sie den Link nicht weiter und vernichten Sie Ausdrucke nach der Veranstaltung.
