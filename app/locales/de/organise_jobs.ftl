# Aufträge: Arbeit, die länger dauert als ein Klick.

job-event-published = Einladungen zur Veröffentlichung
job-event-changed = Nachrichten zur Änderung
job-event-cancelled = Nachrichten zur Absage
job-plan-published = Nachrichten zur Einteilung
job-programme-changed = Nachrichten zu geänderten Workshops
job-cafe-solved = Einteilung des World-Cafés
job-wish-reminder = Erinnerung an alle ohne Wünsche
job-mailing = Nachricht
job-decision = Entscheidung über mehrere
job-workshops-assigned = Einteilung der Workshops
job-offers-priced = Kosten kleiner Workshops
job-import = Import einer Tabelle

job-queued = Wartet
job-running = Läuft
job-done-state = Fertig
job-failed = Fehlgeschlagen
job-stopped = Angehalten
job-stops = Wird angehalten

job-saved-imported = Ihre Tabelle ist angekommen und wird jetzt eingetragen.
job-progress = Fortschritt
job-so-far = { $done } von { $total } Personen angeschrieben
job-solving = { $meetings } von höchstens { $bound } Begegnungen · { $done } von höchstens { $total } Sekunden
job-solve-leave = Sie können diese Seite verlassen. Die Einteilung wird auch dann gespeichert.
job-stop-solving = Die beste Einteilung, die bis dahin gefunden ist, wird gespeichert.
job-solved = Fassung { $n } ist gespeichert.
job-solved-beside = Fassung { $n } ist gespeichert. Die Einteilung wurde inzwischen geändert; darum bleibt die andere Fassung in Arbeit.
job-solve-stopped = Es wurde keine Einteilung gespeichert.
job-solve-contradiction = Es wurde keine Einteilung gespeichert: Nicht alles lässt sich zusammen einhalten.
job-solve-unexplained = Die Regeln lassen sich nicht zusammen einhalten. Welche daran schuld sind, war in der Zeit nicht herauszufinden.
job-solve-undecided = In der Zeit wurde keine Einteilung gefunden, die alle Regeln einhält.
job-see-plan = Zur Einteilung
job-see-set-up = Zum Aufbau
job-before-entry = { $n ->
    [one] Eine Zeile wird eingetragen. Danach erhält die Person ihre Nachricht.
   *[other] { $n } Zeilen werden eingetragen, alle zugleich. Danach erhalten die Personen ihre Nachrichten.
}
job-leave = Sie können diese Seite verlassen. Die Nachrichten werden auch dann verschickt.
job-reloads = Die Seite lädt alle drei Sekunden neu.
job-reload-off = Nicht mehr neu laden
job-reload-on = Alle drei Sekunden neu laden
job-done = { $n ->
    [0] Es war niemand anzuschreiben.
    [one] Eine Person wurde angeschrieben.
   *[other] { $n } Personen wurden angeschrieben.
}
job-see-message = Nachricht ansehen
job-unsent = { $sent } E-Mails hat der Mailserver angenommen, { $n } warten noch.
job-entered = { $n ->
    [one] Eine Person wurde eingetragen.
   *[other] { $n } Personen wurden eingetragen.
}
job-deciding = Über { $done } von { $total } Personen entschieden
job-decided = { $n ->
    [0] Es war über niemanden zu entscheiden.
    [one] Über eine Person ist entschieden.
   *[other] Über { $n } Personen ist entschieden.
}
job-decided-left = { $n ->
    [one] Über { $done } entschieden, über eine Person noch nicht.
   *[other] Über { $done } entschieden, über { $n } Personen noch nicht.
}
job-left = { $n ->
    [one] { $done } angeschrieben, eine Person noch nicht.
   *[other] { $done } angeschrieben, { $n } Personen noch nicht.
}
job-nothing-entered = Es wurde niemand eingetragen und niemand angeschrieben.

job-started-by = Ausgelöst von
job-started-at = Begonnen
job-finished-at = Beendet

job-stop = Anhalten
job-stop-mails = Wer noch keine Nachricht hat, erhält dann keine. Die Änderung selbst bleibt bestehen. Sie können später fortfahren.
job-stop-message = E-Mails, die noch warten, werden nicht verschickt. Sie können später fortfahren.
job-stop-deciding = Über die Übrigen wird dann nicht entschieden. Sie können später fortfahren.
job-stop-import = Dann wird niemand eingetragen.
job-stop-import-mails = Alle sind eingetragen und bleiben es. Wer noch keine Nachricht hat, erhält dann keine. Sie können später fortfahren.
job-resume = Fortfahren
job-resume-deciding = Nur über die Übrigen wird entschieden.
job-resume-means = Nur wer noch keine Nachricht hat, wird angeschrieben.

job-left-out = Ausgelassen
job-left-out-besides = { $n ->
    [one] und eine weitere
   *[other] und { $n } weitere
}
job-somebody = Eine Person
job-line = Zeile { $n }
job-rest = Alle übrigen
job-problem-address = An diese Adresse lässt sich keine E-Mail schicken.
job-problem-registered = Die Person hat sich inzwischen selbst angemeldet.
job-problem-cancelled = Die Veranstaltung wurde inzwischen abgesagt.
job-problem-no-plan = Keine Einteilung.
job-problem-internal = Es ist ein Fehler aufgetreten. Einzelheiten stehen im Protokoll des Servers.

jobs-running = { $kind }: { $outcome }
jobs-unfinished = { $kind }: { $outcome }
jobs-show = Ansehen
