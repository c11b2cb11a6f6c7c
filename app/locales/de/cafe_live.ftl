# Die Uhr eines World-Cafés: Leinwand und Fernbedienung.

clock-minutes = { $n } Min.
clock-paused = Angehalten
clock-alone = Ohne Verbindung seit { $time } Uhr; die Zeit läuft weiter.

screen-title = Leinwand: { $event }
screen-cafe = World-Café
screen-time = { $time } Uhr
screen-sound = Ton einschalten
screen-round = Runde
screen-of = von { $n }
screen-round-n = Runde { $n }
screen-item = { $title }, { $time } Uhr
screen-first-round = Die erste Runde beginnt
screen-not-published = Die Tische stehen hier, sobald die Einteilung veröffentlicht ist.
screen-first-table = Ihr erster Tisch
screen-where-to = Wechsel: Wohin jetzt?
screen-begins = Runde { $round } beginnt um { $time } Uhr
screen-begins-soon = Gleich beginnt Runde { $round }
screen-then-change = Um { $time } Uhr wechseln alle den Tisch. Die Tischleitungen bleiben sitzen.
screen-then-round = Um { $time } Uhr wechseln alle den Tisch, und Runde { $round } beginnt. Die Tischleitungen bleiben sitzen.
screen-then-over = Um { $time } Uhr endet die letzte Runde.
screen-then-hand = Zum Ende der Runde läutet es. Die Tischleitungen bleiben sitzen.
screen-over = Die Runden sind vorbei
screen-thanks = Danke für Ihre Gespräche.
screen-next-item = Weiter um { $time } Uhr: { $title }
screen-room =
    { $n ->
        [one] { $room }: Tisch { $tables }
       *[other] { $room }: Tische { $tables }
    }

event-tab-cafe-live = Uhr und Leinwand
live-title = Uhr und Leinwand
live-clock = Uhr
live-failed = Das hat nicht geklappt: Der Server antwortet gerade nicht. Die Uhr läuft weiter; drücken Sie noch einmal.
live-waiting = Noch keine Antwort vom Server …
live-meanwhile = Nicht ausgeführt: Die Uhr war inzwischen weiter. Hier steht, was jetzt läuft.
live-revoked = Die Adressen sind gesperrt. Bildschirme, die sie zeigen, enden innerhalb einer Minute.
live-nothing = Noch keine Runden
live-nothing-text = Die Uhr folgt den Runden, die im Aufbau stehen.
live-set-up = Zum Aufbau
live-not-published = Die Einteilung ist noch nicht veröffentlicht. Bis dahin zeigt die Leinwand nur die Zeit und keine Namen.
live-before = Vor der ersten Runde
live-round = Runde { $n } von { $of }
live-change = Wechsel zu Runde { $n }
live-over = Alle Runden sind vorbei
live-planned = Beginn { $when }
live-until = bis { $time } Uhr
live-to-change = Runde beenden, zum Wechsel
live-begin-round = Runde { $n } beginnen
live-early = Geplant ist der Beginn am { $when }. Beginnen Sie jetzt, läuft die Uhr sofort, auch auf allen Leinwänden und auf den Seiten der Teilnehmenden.
live-begin-now = Jetzt beginnen
live-end = Letzte Runde beenden
live-add-minute = + 1 Min.
live-pause = Anhalten
live-resume = Weiter
live-ring = Läuten
live-back = Einen Schritt zurück
live-by-itself = Von selbst
live-automatic = Nach der Uhr weiterschalten
live-bells = Glocke zwei Minuten vor Ende der Runde und zum Ende
live-on = an
live-off = aus
live-switch-on = Einschalten
live-switch-off = Ausschalten
live-screen = Auf der Leinwand
live-screen-text = Wer die Adresse hat, sieht die Uhr und beim Wechsel die Namen und Tische aller, auch ohne Anmeldung. Der Ton wird auf der Leinwand mit einem Klick eingeschaltet.
live-make-link = Adresse anlegen
live-make-another-link = Weitere Adresse anlegen
live-address = Adresse der Leinwand
live-copy = Kopieren
live-qr-alt = QR-Code der Adresse
live-open = Leinwand öffnen
live-shown-once = Die Adresse steht nur jetzt hier. Ist sie verloren, legen Sie eine weitere an.
live-address-of = Adresse der Leinwand „{ $name }“
live-link-name = Wo sie steht
    .hint = Zum Beispiel Saal oder Foyer. So erkennen Sie die Adresse wieder.
live-links = Adressen, die gelten
live-link-made = angelegt { $time } Uhr
live-link-unnamed = Leinwand ohne Namen
live-revoke = Sperren
live-revoke-all = Alle Adressen sperren
live-revoked-one = Die Adresse ist gesperrt. Ein Bildschirm, der sie zeigt, endet innerhalb einer Minute; die anderen laufen weiter.
