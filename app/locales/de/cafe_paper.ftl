# Papier und Leinwand: was ein World-Café druckt.

event-tab-cafe-paper = Papier
paper-title = Papier und Leinwand
paper-lead = Zum Drucken auf A4. Die Seiten öffnen Sie einzeln, oder Sie laden alles als eine PDF-Datei.
paper-nothing = Noch gibt es keine Einteilung zum Drucken
    .text = Sobald die Plätze verteilt sind, stehen hier Karten, Schilder und Listen bereit.
    .action = Zur Einteilung
paper-is-published = Gedruckt wird Fassung { $n }. Das ist die, die Teilnehmende sehen.
paper-is-draft = Entwurf: Gedruckt wird Fassung { $n }. Teilnehmende sehen sie noch nicht; auf jedem Blatt steht „Entwurf“.
paper-newer = In Arbeit ist schon Fassung { $n }.
paper-newer-link = Fassung { $n } drucken
paper-published-link = Veröffentlichte Fassung drucken
paper-cards = Laufkarten
paper-cards-about = { $n ->
    [one] Eine Karte
   *[other] { $n } Karten
}, vier auf einem Blatt. Den Stapel an den Linien schneiden und die vier Teile aufeinanderlegen, oben links zuoberst: Dann liegen die Karten nach dem Alphabet.
paper-signs = Tischschilder
paper-signs-about = { $n ->
    [one] Ein Schild
   *[other] { $n } Schilder
} mit Nummer, Thema, Raum und Tischleitung.
paper-signs-codes = Mit Code schreibt jeder Tisch auf dem Telefon mit. Legen Sie dafür die Links der Tische an; von dort kommen Sie mit Codes hierher zurück.
paper-signs-links = Links der Tische
paper-signs-print = Tischschilder mit diesen Codes drucken
paper-all-print = Alles Papier mit diesen Codes
paper-with-codes = mit QR-Codes
paper-without-codes = ohne QR-Codes
paper-pdf-without-codes = Die Tischschilder haben so keinen QR-Code.
paper-tables = Listen je Tisch
paper-tables-about = Wer in welcher Runde kommt: ein Blatt für jede Tischleitung.
paper-names = Liste nach Namen
paper-names-about = Alle Personen mit ihren Tischen, für den Eingang.
paper-open = Druckseite öffnen
paper-pdf = Alles als PDF
paper-pdf-parts = Was soll in die Datei?
paper-pdf-writing = Die Datei wird geschrieben. Bei Hunderten von Personen dauert das einige Sekunden.
paper-pdf-failed = Das hat nicht geklappt. Bitte laden Sie die Datei noch einmal.
paper-pdf-load = PDF herunterladen
paper-pdf-lacks = { $n ->
    [one] Ein Name enthält
   *[other] { $n } Namen enthalten
} Zeichen, die die PDF-Schrift nicht hat (zum Beispiel chinesische). Drucken Sie diese Karten über die Druckseite.
paper-changed = Nur geänderte Karten
paper-changed-about = Nach einer Änderung brauchen nur die eine neue Karte, deren Plätze andere sind.
paper-changed-since = Geändert seit
paper-changed-version = Fassung { $n }, { $when }
paper-changed-published = Veröffentlichte Fassungen
paper-changed-drafts = Nicht veröffentlichte Schritte
paper-changed-show = Karten öffnen
paper-changed-pdf = Karten als PDF
paper-screens = Leinwand und Uhr
paper-screens-about = Die Runde, die Uhr und beim Wechsel alle Namen mit ihren Tischen, auf jedem Bildschirm im Haus.
paper-screens-link = Zu Uhr und Leinwand
paper-print = Drucken
paper-back = Zurück
paper-sheets = { $n ->
    [one] Ein Blatt
   *[other] { $n } Blätter
}
paper-no-cards = Niemand sitzt in dieser Fassung anders. Es gibt keine Karte zu drucken.
paper-empty = Es gibt nichts zu drucken.
paper-code = QR-Code: Seite der Veranstaltung
paper-sign-code-alt = QR-Code: Notizen dieses Tisches

# Auf dem Papier
paper-draft-mark = Entwurf, Fassung { $n }
paper-table = Tisch
paper-table-title = Tisch { $table }
paper-round = Runde { $n }
paper-round-time = Runde { $n }, { $begins }–{ $ends }
paper-no-table = kein Tisch
paper-host = Tischleitung: { $name }
paper-host-in = Tischleitung { $rounds }: { $name }
paper-in-rounds = { $n ->
    [one] in Runde { $rounds }
   *[other] in den Runden { $rounds }
}
paper-card-code = Das Programm im Telefon: Code scannen.
paper-card-guest = Die Zahl ist Ihr Tisch; die Tischleitung bleibt sitzen und begrüßt Sie.
paper-card-number = Die Zahl ist Ihr Tisch.
paper-card-host = Sie leiten Tisch { $table } und bleiben in allen Runden dort.
paper-card-host-in = Die Zahl ist Ihr Tisch; { $rounds } leiten Sie Tisch { $table }.
paper-sign-code = Hier schreibt der Tisch mit: Code mit dem Telefon scannen. Ein Konto ist nicht nötig.
paper-names-title = Wer sitzt wo
paper-name = Name
paper-organisation = Organisation
