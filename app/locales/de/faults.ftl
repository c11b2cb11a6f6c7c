# Was mit einer Eingabe nicht stimmt. Steht neben dem Feld.

fault-missing = Bitte ausfüllen.
fault-no-choice = Bitte wählen Sie eine Antwort.
fault-not-ticked = Bitte ankreuzen.
fault-too-long = Höchstens { $most } Zeichen.
fault-too-nested = Der Text ist zu verschachtelt: mehr als { $most } Ebenen von Zitaten, Listen oder Hervorhebungen, oder zu viele HTML-Tags oder Tabellenzellen. Bitte vereinfachen Sie ihn.
fault-too-many-entries = Es sind schon { $most }. Mehr gehen nicht.
fault-out-of-range = Bitte eine Zahl von { $least } bis { $most } eingeben.
fault-no-number = Bitte eine ganze Zahl eingeben.
fault-no-address = Das ist keine E-Mail-Adresse. Beispiel: name@beispiel.de
fault-no-such-variable = {"{"}{ $name }{"}"} kennen wir nicht. Möglich sind {"{"}Vorname{"}"}, {"{"}Nachname{"}"}, {"{"}Veranstaltung{"}"}, {"{"}Datum{"}"}, {"{"}Ort{"}"}, {"{"}Link{"}"}, {"{"}Weg{"}"} und {"{"}Workshops{"}"}.
fault-local-part-not-ascii = Vor dem @ stehen Umlaute oder andere Sonderzeichen. Viele Mailserver stellen an solche Adressen nicht zu; bitte geben Sie eine andere Adresse an.
fault-local-part-too-long = Höchstens { $most } Zeichen vor dem @.
fault-no-date = Bitte ein Datum eingeben, zum Beispiel 2025-09-19.
fault-no-time = Bitte eine Uhrzeit eingeben, zum Beispiel 09:30.
fault-no-time-zone = Diese Stadt ist nicht bekannt. Nennen Sie eine größere mit derselben Uhrzeit, etwa Berlin.
fault-no-url = Bitte eine Adresse eingeben, die mit https:// oder http:// beginnt.
fault-unprintable = Zeilenumbrüche und Steuerzeichen sind hier nicht möglich.
fault-no-such-choice = Bitte eine der angebotenen Möglichkeiten wählen.
fault-skipped-time = Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden. Möglich sind { $before } oder { $after }.
fault-twice-time = Diese Uhrzeit gibt es an dem Tag zweimal, weil die Uhren zurückgestellt werden. Bitte wählen: { $first } oder { $second }.
fault-after-closing = Dann ist die Anmeldung schon geschlossen, und niemand kann mehr antworten.
fault-already-over = Dieser Zeitpunkt ist schon vorbei.
fault-in-the-past = Dieser Zeitpunkt ist schon vorbei. Eine veröffentlichte Veranstaltung lässt sich nicht in die Vergangenheit verlegen.
fault-agenda-outside = Diese Programmpunkte lägen an Tagen, an denen die Veranstaltung dann nicht mehr stattfindet: { $items }. Lassen Sie das Programm mitrücken, oder verschieben oder entfernen Sie die Punkte zuerst.
fault-no-day-of-event = An diesem Tag findet die Veranstaltung nicht statt.
fault-options-chosen = Schon gewählt: { $chosen }. Diese Antworten bleiben gespeichert und stehen weiter in Listen und Exporten; neu wählen lassen sie sich nicht mehr. Bestätigen Sie das unten, oder nehmen Sie die Antworten wieder in die Auswahl auf.
fault-option-chosen = „{ $option }“ von { $n ->
    [one] einer Person
   *[other] { $n } Personen
}
fault-contingents-exceed-free = { $free ->
    [0] Für Kontingente ist kein Platz mehr frei; alle sind schon vergeben.
    [one] Für Kontingente ist nur noch ein Platz frei; die anderen sind schon vergeben.
   *[other] Für Kontingente sind nur noch { $free } Plätze frei; die anderen sind schon vergeben.
}
fault-last-owner = Nur diese Person hat die Rolle „Verantwortung“. Geben Sie die Rolle zuerst jemand anderem.
fault-end-disagrees = Passt nicht zur Dauer: { $minutes } Minuten enden um { $ends } Uhr.
fault-ends-before-start = Das Ende muss nach dem Beginn liegen.
fault-not-after-round = Bitte eine Runde nach Runde { $round } wählen. Gibt es keine, bleibt das Feld bei der Vorgabe.
fault-returns-without-leaving = Bitte auch wählen, vor welcher Runde die Person geht.
fault-window-outside = Die Anmeldung muss öffnen, bevor sie schließt, und schließen, bevor die Veranstaltung vorbei ist.
fault-contingents-exceed-capacity = Die Kontingente sind zusammen größer als die Zahl der Plätze ({ $capacity }).
fault-fewer-than-taken = So wenige Plätze gehen nicht: { $taken } sind schon vergeben.
fault-too-few = Bitte mindestens { $least } Antworten, jede auf einer eigenen Zeile.
fault-too-few-people = Bitte mindestens { $least } Personen nennen.
fault-no-such-person = Unter diesem Namen hat niemand einen Platz. Wählen Sie einen Namen aus der Liste.
fault-several-people = Diesen Namen haben mehrere: { $names }. Wählen Sie aus der Liste.
fault-slot-overlaps = Zu dieser Zeit gibt es schon ein Zeitfenster: { $day }, { $times }.
fault-programme-exists = Diese Veranstaltung hat schon Zeitfenster oder Workshops.
fault-no-such-slot = Es gibt kein Zeitfenster „{ $entry }“. Schreiben Sie Tag und Uhrzeit wie im Angebot, etwa 15.04. 14:00, oder A für das erste.
fault-several-slots = Zu „{ $entry }“ passen mehrere Zeitfenster. Schreiben Sie den Tag dazu.
fault-rooms-per-slot = { $rooms } Räume für { $slots ->
    [one] ein Zeitfenster
   *[other] { $slots } Zeitfenster
}: Nennen Sie einen Raum für alle oder für jedes Zeitfenster einen.
fault-no-such-workshop = Es gibt keinen anderen Workshop „{ $title }“.
fault-not-in-own-words = { $name } gibt es in automatischen E-Mails nicht.
fault-not-in-one-line = { $name } gehört in den Text, nicht in den Betreff.
fault-no-yes-or-no = Hier steht „ja“, „nein“ oder nichts.
fault-offered-twice = Dieser Workshop wird in diesem Zeitfenster schon angeboten.
fault-wishes-closed = Die Wunschzeit endete am { $closed }. Was bis dahin gespeichert war, zählt.
fault-called-off = Dieser Workshop ist abgesagt.
fault-leads-then = Zu dieser Zeit leiten Sie „{ $title }“.
fault-has-booked = Diese Person hat zu dieser Zeit einen Workshop gebucht. Nehmen Sie die Buchung zuerst zurück.
fault-busy-then = { $starts } werden Sie anderswo gebraucht.
fault-booked-then = Diesen Workshop besuchen Sie schon: { $starts }.
fault-excludes-booked = Dieser Workshop und „{ $title }“ schließen einander aus. „{ $title }“ besuchen Sie schon.
fault-workshop-full = Hier ist für Sie kein Platz mehr frei. Sie können sich auf die Warteliste setzen lassen.
fault-seat-moved = Sie sitzen inzwischen in einem anderen Workshop.
fault-swap-gone = Dieses Angebot gibt es nicht mehr.
fault-swap-refused = Dieser Tausch ist zurzeit nicht möglich.
fault-slot-began = Dieses Zeitfenster hat begonnen. Ändern können Sie es vor Ort.
fault-slot-booked = { $people ->
    [one] In diesem Zeitfenster hat eine Person schon einen Platz. Setzen Sie das Häkchen darunter, wenn er entfallen soll.
   *[other] In diesem Zeitfenster haben { $people } Personen schon einen Platz. Setzen Sie das Häkchen darunter, wenn die Plätze entfallen sollen.
}
fault-closes-after-slot = Nach dem Beginn des ersten Zeitfensters. Bitte ein früherer Zeitpunkt.
fault-contradicts-rules = Das widerspricht einer Vorgabe, die schon gilt, vielleicht über eine andere Person der Gruppe. Löschen Sie zuerst diese Vorgabe.
fault-above-maximum = Höher als die Höchstzahl ({ $most }).
fault-both-registered = Beide sind angemeldet bei: { $events }. Melden Sie dort eine der beiden ab.
fault-fewer-places = Die Anmeldung ist nicht offen. { $left ->
    [0] Gehaltene Plätze sind keine mehr frei.
    [one] Von den gehaltenen Plätzen ist noch einer frei.
   *[other] Von den gehaltenen Plätzen sind noch { $left } frei.
}
fault-twice = Das gibt es schon.
fault-no-such-organisation = Keine Organisation hat den Kurznamen „{ $name }“.
fault-part-of-itself = Eine Organisation kann nicht Teil von sich selbst oder von einem ihrer Teile sein.
fault-consent-needed = Ohne Ihre Einwilligung dürfen wir Ihre Angaben nicht speichern.
fault-faulty-table = So lässt sich die Tabelle noch nicht importieren. Die Fehler stehen unten.
fault-other-workbook = Diese Datei ist eine Tabelle in einem anderen Format. Speichern Sie sie als Excel-Arbeitsmappe (.xlsx, ohne Kennwort) oder als CSV.
fault-unreadable-file = Diese Excel-Datei lässt sich nicht öffnen. Vielleicht ist sie beschädigt oder mit einem Kennwort geschützt.
fault-empty-file = Die Datei ist leer.
fault-pdf-file = Das ist ein PDF und keine Tabelle. Speichern Sie die Liste als Excel-Arbeitsmappe (.xlsx) oder als CSV.
fault-web-page-file = Das ist eine Webseite (HTML) und keine Tabelle, auch wenn die Datei anders heißt. Öffnen Sie sie in Excel und speichern Sie sie als Arbeitsmappe (.xlsx).
fault-binary-file = Das ist keine Tabelle. Möglich sind Excel-Arbeitsmappen (.xlsx) und CSV.
fault-unclosed-quote = In Zeile { $line } beginnt eine Zelle mit einem Anführungszeichen, das nicht geschlossen wird.
fault-rule-of-fixed-list = Sie haben eine Regel angegeben. Wählen Sie „Alle Kontakte, die zu einer Regel passen“, oder leeren Sie die Angaben.
fault-no-version = Das ist keine Fassung: Hier steht eine ganze Zahl ab 1.
fault-too-many-lines = Die Tabelle hat mehr als { $most } Zeilen. Teilen Sie sie auf.
fault-too-many-columns = Die Tabelle hat mehr als { $most } Spalten. Lassen Sie die weg, die Sie nicht brauchen.
fault-cell-too-long = In Zeile { $line } steht eine Zelle mit mehr als { $most } Zeichen. Vielleicht fehlt ein Anführungszeichen.
fault-too-large = Die Tabelle ist zu groß: mehr als { $megabytes } MB. Teilen Sie sie auf.
fault-picture-too-large = Die Datei ist zu groß: mehr als { $kilobytes } kB.
fault-picture-too-many-pixels = Das Bild ist breiter oder höher als { $most } Pixel. Verkleinern Sie es.
fault-picture-other-format = Diese Datei ist weder PNG noch JPEG noch SVG.
fault-picture-unreadable = Diese Bilddatei ist beschädigt und lässt sich nicht öffnen.
fault-picture-unsupported-element = Diese SVG-Datei enthält Schrift, eingebettete Bilder, Filter oder Muster. Wandeln Sie sie im Zeichenprogramm in Pfade um, oder laden Sie das Logo als PNG hoch.
fault-picture-too-complex = Diese SVG-Datei hat zu viele Elemente. Laden Sie das Logo als PNG hoch.
fault-picture-empty = Auf diesem Bild ist nichts zu sehen.
fault-unusable-attachment = „{ $name }“ ist weder PDF noch Bild (PNG, JPEG). Andere Dateien werden nicht verschickt.
fault-attachments-too-large = Die Anhänge sind zusammen größer als { $megabytes } MB. Verkleinern Sie die Dateien, oder nennen Sie einen Link.
fault-too-many-attachments = Mehr als { $most } Anhänge sind nicht möglich.
fault-attachment-gone = Ein Anhang ist nicht mehr da. Bitte wählen Sie die Datei noch einmal.
fault-too-many-logos = Mehr als { $most } Logos sind nicht möglich. Entfernen Sie zuerst eines.
