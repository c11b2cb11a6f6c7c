# Das Programm, die eigenen Fragen und die Vorschau einer Veranstaltung.

agenda-title = Programm: { $event }
agenda-none = Noch kein Programm
    .advice = Legen Sie unten den ersten Punkt an. Er beginnt mit der Veranstaltung, jeder weitere schließt an.
    .wait = Sobald es Programmpunkte gibt, stehen sie hier.
agenda-count = { $n ->
    [one] 1 Punkt
   *[other] { $n } Punkte
}
agenda-programme = { $length } Programm
agenda-pauses = { $length } Pause
agenda-free = { $length } frei
agenda-free-first = Beginn { $begins } Uhr · { $length } frei
agenda-free-last = { $length } frei bis zum Ende um { $ends } Uhr
agenda-beside = durchgehend
agenda-overlaps = Beginnt, bevor „{ $title }“ um { $ends } Uhr endet.
agenda-too-early = Beginnt vor der Veranstaltung ({ $starts } Uhr).
agenda-too-late = Endet { $late } nach dem Ende der Veranstaltung ({ $ends } Uhr).
agenda-after-the-end = Liegt nach dem Ende der Veranstaltung ({ $ends } Uhr).
agenda-changed = gerade geändert
agenda-change = Ändern
agenda-remove = Entfernen
    .long = Programmpunkt entfernen
agenda-removed = Der Programmpunkt ist entfernt.
agenda-restored = Die letzte Änderung ist rückgängig gemacht.
agenda-outdated = Diese Änderung lässt sich nicht mehr rückgängig machen, denn das Programm wurde inzwischen weiter geändert.
agenda-done-added = „{ $title }“ steht im Programm: { $when }.
agenda-done-changed = „{ $title }“ ist gespeichert: { $when }.
agenda-done-moved = „{ $title }“ ist jetzt { $when }.
agenda-done-moved-slot = { $items } – jetzt { $when }.
agenda-done-moved-within = „{ $title }“ steht jetzt an { $place }. Stelle von { $of }, { $when }.
agenda-undo = Rückgängig machen
agenda-redo = Wiederherstellen
agenda-other-days = { $n ->
    [one] Ein Programmpunkt liegt an einem Tag, an dem die Veranstaltung nicht ist. Bevor Sie sie veröffentlichen, verschieben oder entfernen Sie ihn:
   *[other] { $n } Programmpunkte liegen an Tagen, an denen die Veranstaltung nicht ist. Bevor Sie sie veröffentlichen, verschieben oder entfernen Sie diese Punkte:
}
agenda-after-end = { $n ->
    [one] Ein Programmpunkt beginnt erst, wenn die Veranstaltung zu Ende ist (um { $ends } Uhr):
   *[other] { $n } Programmpunkte beginnen erst, wenn die Veranstaltung zu Ende ist (um { $ends } Uhr):
}
agenda-gone = nicht mehr im Programm

agenda-add = Programmpunkt hinzufügen
    .button = Hinzufügen
agenda-make-room = Spätere Punkte dieses Tages rücken nach hinten
    .hint = Um etwas einzuschieben: Was zur selben Zeit oder später beginnt, verschiebt sich um die Dauer des neuen Punkts.
agenda-item-title = Titel
agenda-date = Tag
agenda-time = Beginn
agenda-ends = Ende
agenda-minutes = Dauer in Minuten
agenda-length =
    .hint = Ende oder Dauer: Sie brauchen nur eins von beiden zu ändern.
agenda-kind = Art
agenda-speakers = Wer (Vortrag, Moderation)
agenda-room = Raum
agenda-details = Mehr dazu
    .hint = Was Teilnehmende darüber wissen sollten, in ein paar Worten.

agenda-change-title = „{ $title }“ ändern
agenda-along = Alle späteren Punkte verschieben sich mit
    .hint = Um so viel, wie sich das Ende dieses Punkts verschiebt. Was parallel läuft, bleibt.
agenda-along-day = Alle späteren Punkte desselben Tages verschieben sich mit
agenda-save = Speichern
agenda-back = Zurück zum Programm
agenda-remove-title = „{ $title }“ entfernen
agenda-remove-question = „{ $title }“ aus dem Programm nehmen?
agenda-remove-gone = Titel, Zeit und alle weiteren Angaben zu diesem Punkt werden gelöscht.
agenda-remove-nobody = Niemand wird deswegen angeschrieben.
agenda-close-up = Spätere Punkte dieses Tages rücken auf
    .hint = Was um { $ends } Uhr oder später beginnt, beginnt { $length } früher.
agenda-keep = Behalten

move-earlier = { $about }: nach oben
move-later = { $about }: nach unten
move-drag = Ziehen, um die Reihenfolge zu ändern

questions-title = Fragen: { $event }
questions-none = Noch keine eigenen Fragen
    .advice = Name, E-Mail-Adresse und Organisation werden immer gefragt. Was Sie darüber hinaus wissen möchten, legen Sie unten an.
    .wait = Name, E-Mail-Adresse und Organisation werden immer gefragt.
questions-list = Eigene Fragen
questions-always = Name, E-Mail-Adresse und Organisation werden immer gefragt.
questions-required = Pflichtfrage
    .label = Antwort erforderlich
    .hint = Bei „Ja oder nein“ heißt das: Nur wer Ja ankreuzt, kann sich anmelden.
questions-optional = freiwillig
questions-removed = Die Frage ist entfernt.
questions-gone = nicht mehr im Formular
questions-add = Frage hinzufügen
    .button = Hinzufügen
questions-label = Frage
    .hint = In der Sprache der Veranstaltung, zum Beispiel: Was möchten Sie essen?
questions-kind = Antwort
questions-options = Antworten zur Auswahl
    .hint = Jede auf einer eigenen Zeile, mindestens zwei. Nur für Fragen mit Auswahl.
questions-help = Erläuterung
    .hint = Steht in kleiner Schrift unter der Frage.
questions-preview = So sieht es aus
    .hint = Zum Ausprobieren: Hier wird nichts gespeichert.
questions-change-title = Frage ändern
questions-change-answered = { $n ->
    [one] 1 Person ist schon angemeldet. Was sie geantwortet hat, bleibt, wie es ist.
   *[other] { $n } Personen sind schon angemeldet. Was sie geantwortet haben, bleibt, wie es ist.
}
questions-back = Zurück zu den Fragen
questions-remove = Frage entfernen
    .ask = Frage entfernen …
questions-remove-title = Frage entfernen
questions-remove-question = Die Frage „{ $label }“ entfernen?
questions-remove-form = Im Anmeldeformular wird sie nicht mehr gestellt.
questions-remove-answers = { $n ->
    [one] 1 Person ist schon angemeldet: Ihre Antwort wird nirgends mehr gezeigt, auch nicht in Listen und Exporten.
   *[other] { $n } Personen sind schon angemeldet: Ihre Antworten werden nirgends mehr gezeigt, auch nicht in Listen und Exporten.
}
questions-answers-stay = Die Antworten bleiben, wie sie sind. Trotzdem speichern.
questions-remove-no-answers = Bisher hat sie niemand beantwortet.
questions-keep = Behalten

preview-title = Vorschau: { $event }
preview-banner = Vorschau.
preview-draft = So wird die Seite aussehen. Noch ist sie nur für Ihr Netzwerk zu sehen.
preview-published = So sehen Besucherinnen und Besucher die Seite.
preview-cancelled = So sehen Besucherinnen und Besucher mit dem Link, dass die Veranstaltung abgesagt ist.
preview-missing = Das fehlt noch:
preview-missing-text = worum es geht (Kurzbeschreibung oder Beschreibung)
preview-missing-place = ein Ort oder ein Link zur Teilnahme
preview-missing-agenda = das Programm
preview-missing-capacity = die Zahl der Plätze (ohne sie kann jede Person teilnehmen, die sich anmeldet)
preview-publish = Veröffentlichen …
preview-back = Zum Überblick
preview-questions = Im Anmeldeformular
preview-no-questions = Es gibt keine eigenen Fragen.
agenda-tells-booked = { $n ->
    [one] Eine Person hat Workshops gebucht. Ändert sich deren Zeit, bekommt sie eine E-Mail mit dem neuen Kalendereintrag.
   *[other] { $n } Personen haben Workshops gebucht. Ändert sich deren Zeit, bekommen sie eine E-Mail mit dem neuen Kalendereintrag.
}
