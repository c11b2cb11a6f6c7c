# The pages of a world café.

event-tab-cafe = World-Café
event-tab-cafe-set-up = Aufbau
event-tab-cafe-plan = Einteilung

# Spalten der Tabelle mit den Plätzen.
cafe-table-round = Runde
cafe-table-table = Tisch

cafe-files = Herunterladen
    .hint = Mit „treffpunkt groups rotate“ kann jeder die Einteilung nachrechnen. In den JSON-Dateien stehen keine Namen.
cafe-file-seats = Plätze (CSV)
cafe-file-plan = Einteilung (JSON)
cafe-file-problem = Aufgabe (JSON)
cafe-file-check = Zum Nachprüfen (JSON)
