# The pages of a world café.

event-tab-cafe = World-Café
event-tab-cafe-set-up = Aufbau
event-tab-cafe-plan = Einteilung

# Spalten der Tabelle mit den Plätzen.
cafe-table-round = Runde
cafe-table-table = Tisch
