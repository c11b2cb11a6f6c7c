# Die Einteilung eines World-Cafés: wer wo sitzt, und was jede Änderung bringt.

cafe-board = Einteilung nach Runden und Tischen
cafe-draft = Entwurf
cafe-published = veröffentlicht
cafe-published-other = veröffentlicht ist Fassung { $n }
cafe-earlier = frühere Fassung
cafe-people = { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
cafe-tables = { $n ->
    [one] ein Tisch
   *[other] { $n } Tische
}
cafe-rounds = { $n ->
    [one] eine Runde
   *[other] { $n } Runden
}
cafe-round = Runde { $n }
cafe-round-nav = Runde
cafe-table = Tisch { $name }
cafe-tables-range = Tische { $first }–{ $last }
cafe-table-heading = Tisch
cafe-host = Leitung: { $name }
cafe-host-missing = Leitung: { $name } (nicht mehr da)
cafe-host-gone = Leitung: { $name } (abgemeldet)
cafe-and = { $first } und { $last }
cafe-more = { $n ->
    [one] und ein weiteres Paar
   *[other] und { $n } weitere Paare
}

# Wie gut die Einteilung ist.
cafe-quality = Güte der Einteilung
cafe-goal-topics-all = { $n ->
    [one] Alle sehen das Thema
    [2] Alle sehen beide Themen
    [3] Alle sehen alle drei Themen
    [4] Alle sehen alle vier Themen
   *[other] Alle sehen alle { $n } Themen
}
cafe-goal-topics-some = { $n ->
    [one] Alle sehen mindestens eines von { $of } Themen
   *[other] Alle sehen mindestens { $n } von { $of } Themen
}
cafe-goal-meetings = Viele neue Begegnungen
cafe-goal-mix = Organisationen mischen sich
cafe-goal-new-faces = Neue Gesichter
cafe-goal-least = Niemand kommt zu kurz
cafe-tile-of = von { $n }
cafe-tile-at-most = von höchstens { $n }
cafe-tile-mix = { $n ->
    [one] Paar aus einer Organisation
   *[other] Paare aus einer Organisation
}
cafe-tile-new-faces = { $n ->
    [one] frühere Begegnung wiederholt sich
   *[other] frühere Begegnungen wiederholen sich
}
cafe-tile-met = Begegnungen je Person
cafe-proven = bestmöglich, bewiesen
cafe-near-most = mehr sind nicht möglich
cafe-near-fewest = weniger sind nicht möglich
cafe-near-share = { $percent } % einer Obergrenze
cafe-near-topics = { $n } von höchstens { $of } Themenbesuchen
cafe-near-least = { $n ->
    [0] möglich sind vielleicht 0
   *[other] weniger als { $n } sind nicht möglich
}
cafe-repeats = { $n ->
    [one] eine Wiederbegegnung
   *[other] { $n } Wiederbegegnungen
}
cafe-see-all-topics = { $n ->
    [0] niemand sieht alle { $of }
    [one] eine Person sieht alle { $of }
   *[other] { $n } sehen alle { $of }
}
cafe-hosts-stay = { $n ->
    [one] die Leitung bleibt am Tisch
   *[other] die { $n } Leitungen bleiben am Tisch
}
cafe-least = am wenigsten:

# Werkzeuge.
cafe-publish = Veröffentlichen …
cafe-undo = Rückgängig
cafe-redo = Wiederholen
cafe-locks = { $n ->
    [0] Nichts gesperrt
    [one] 1 Sperre
   *[other] { $n } Sperren
}
cafe-locks-hint = Gesperrtes lässt die Berechnung stehen. Wer später dazukommt, bekommt auch in einer gesperrten Runde einen freien Platz. Von Hand können Sie alles weiter ändern.
cafe-lock-of-seat = { $name }, Runde { $round }
cafe-lock-of-table = { $table }, Runde { $round }
cafe-locked = gesperrt
cafe-lock-seat = Platz sperren
cafe-unlock-seat = Platz freigeben
cafe-lock-table = Tisch sperren
cafe-unlock-table = Tisch freigeben
cafe-lock-round = Runde sperren
cafe-unlock-round = Runde freigeben
cafe-rules = { $n ->
    [0] Keine Regeln
    [one] 1 Regel
   *[other] { $n } Regeln
}
cafe-version-meetings = { $n ->
    [one] eine Begegnung
   *[other] { $n } Begegnungen
}
cafe-compare-topics = Themenbesuche
cafe-compare-meetings = Begegnungen
cafe-compare-repeats = Wiederbegegnungen
cafe-compare-least = Wenigste Begegnungen einer Person
cafe-compare-mix = Paare aus einer Organisation
cafe-compare-old-faces = Frühere Begegnungen, die sich wiederholen
cafe-compare-round = Runde

cafe-cause-solved = berechnet
cafe-cause-rest-solved = Rest neu berechnet
cafe-cause-alternative = andere Möglichkeit gewählt
cafe-cause-moved = umgesetzt
cafe-cause-swapped = getauscht
cafe-cause-locked = gesperrt oder freigegeben
cafe-cause-repaired = an die Anwesenden angepasst
cafe-cause-restored = wiederhergestellt
cafe-cause-random = ausgelost
cafe-cause-empty = leer begonnen
cafe-cause-imported = importiert
cafe-cause-late-placed = Nachzügler eingeteilt
cafe-cause-agreed = zwei Teilnehmende haben getauscht

# Hinweise.
cafe-outdated = Die Einteilung wurde inzwischen geändert, und Ihre Änderung passt nicht mehr. Es wurde nichts geändert.
cafe-meanwhile = Ihre Änderung ist gespeichert. Inzwischen hat noch jemand die Einteilung geändert.
cafe-what-changed = Was anders ist
cafe-others-changed = { $who } hat die Einteilung geändert: Fassung { $n }, { $cause }
cafe-others-changed-somebody = Die Einteilung hat sich geändert: Fassung { $n }, { $cause }
cafe-others-went-back = Die Einteilung steht wieder auf Fassung { $n }
cafe-others-seat = { $name }, Runde { $round }: { $after } statt { $before }
cafe-others-more = { $n ->
    [one] und ein weiterer Platz
   *[other] und { $n } weitere Plätze
}
cafe-added = Neu angemeldet, noch ohne Platz: { $names }
cafe-gone = { $n ->
    [one] Ohne Platz bei der Veranstaltung: { $names }. Der Platz am Tisch ist frei.
   *[other] Ohne Platz bei der Veranstaltung: { $names }. Die Plätze an den Tischen sind frei.
}
cafe-gone-person = abgemeldet
cafe-gone-unknown = Gelöschte Anmeldung
cafe-people-changed =
    Seit dieser Fassung hat sich geändert, wer teilnimmt.
    .hint = Setzen Sie einzelne Personen um, oder rechnen Sie neu. Gesperrtes bleibt dabei stehen.
    .day = Am Tag selbst: wer da ist
cafe-tables-without-host = { $n ->
    [one] { $tables } hat keine Leitung mehr: Sie ist nicht da oder abgemeldet.
   *[other] { $tables } haben keine Leitung mehr: Sie sind nicht da oder abgemeldet.
}
cafe-host-choose = Andere Leitung wählen
cafe-attendance-changed = Seit dieser Fassung hat sich geändert, wer in welcher Runde da ist. Die Einteilung bleibt, bis Sie sie ändern, reparieren oder neu berechnen.
cafe-answers-changed = Angaben in Anmeldungen haben sich seit dieser Fassung geändert. Die Einteilung bleibt, bis Sie sie ändern oder neu berechnen.
cafe-set-up-changed = Der Aufbau hat sich seit dieser Fassung geändert. Die Einteilung bleibt, bis Sie sie ändern oder neu berechnen.
cafe-broken-now = { $n ->
    [one] Eine Regel des Aufbaus hält sie nicht ein:
   *[other] { $n } Regeln des Aufbaus hält sie nicht ein:
}
cafe-more-rules = { $n ->
    [one] und eine weitere
   *[other] und { $n } weitere
}
cafe-rule-made = Neue Regel: { $rule }
cafe-to-rules = Alle Regeln
cafe-unseated = { $n ->
    [one] Runde { $round }: eine Person ohne Platz
   *[other] Runde { $round }: { $n } Personen ohne Platz
}
cafe-unseated-all = Personen ohne Platz

# Die Tische.
cafe-size = { $n ->
    [0] leer
    [1] allein
    [2] zu zweit
    [3] zu dritt
    [4] zu viert
    [5] zu fünft
    [6] zu sechst
    [7] zu siebt
    [8] zu acht
    [9] zu neunt
    [10] zu zehnt
    [11] zu elft
    [12] zu zwölft
   *[other] { $n } Personen
}
cafe-topic-again = { $n ->
    [one] Thema doppelt
   *[other] { $n } × Thema doppelt
}
cafe-here = hierher

# Der gewählte Platz.
cafe-seat-bar = Platz ändern
cafe-no-seat = ohne Platz
cafe-meets = { $n ->
    [one] trifft einen Menschen
   *[other] trifft { $n } Menschen
}
cafe-close = Schließen
cafe-back-to-grid = Zurück zum Tisch
cafe-choose-target = Wählen Sie in Runde { $round } einen Tisch oder eine Person zum Tauschen. Was dort steht, sind die Folgen: eine bloße Zahl zählt Begegnungen, „Regel“ bricht eine Regel.
cafe-target = Ziel
cafe-best = Günstigstes Ziel:
cafe-no-target = Hier gibt es kein anderes Ziel.
cafe-set = Setzen
cafe-set-anyway = Trotzdem setzen
cafe-swap = Tauschen
cafe-swap-anyway = Trotzdem tauschen
cafe-discard-target = Abbrechen
cafe-to-table = Dazusetzen an { $table }
cafe-to-swap = Mit { $name } tauschen ({ $table })
cafe-to-nowhere = Vom Tisch nehmen
cafe-option-table = { $table }, dazusetzen
cafe-option-swap = { $table }, tauschen mit { $name }
cafe-breaks = Das bricht eine Regel: { $rule }
cafe-meet-again = { $one } und { $other } sähen sich wieder.
cafe-colleagues = { $one } und { $other } kommen aus einer Organisation.
cafe-loses-topic = { $name } sähe „{ $topic }“ nicht mehr.
cafe-make-rule = Regel daraus machen
cafe-make-with = Mit
cafe-make-together = Immer zusammen
cafe-make-apart = Nie zusammen
cafe-make-fixed = In Runde { $round } immer an { $table }

# Was eine Änderung bringt.
cafe-cost-rule = Regel
cafe-cost-size = Tischgröße
cafe-cost-nothing = kostet nichts
cafe-cost-topics-fewer = { $n ->
    [one] ein Themenbesuch weniger
   *[other] { $n } Themenbesuche weniger
}
cafe-cost-topics-more = { $n ->
    [one] ein Themenbesuch mehr
   *[other] { $n } Themenbesuche mehr
}
cafe-cost-meetings-fewer = { $n ->
    [one] eine Begegnung weniger
   *[other] { $n } Begegnungen weniger
}
cafe-cost-meetings-more = { $n ->
    [one] eine Begegnung mehr
   *[other] { $n } Begegnungen mehr
}
cafe-cost-repeats-fewer = { $n ->
    [one] eine Wiederbegegnung weniger
   *[other] { $n } Wiederbegegnungen weniger
}
cafe-cost-repeats-more = { $n ->
    [one] eine Wiederbegegnung mehr
   *[other] { $n } Wiederbegegnungen mehr
}
cafe-cost-mix-fewer = { $n ->
    [one] ein Paar aus einer Organisation weniger
   *[other] { $n } Paare aus einer Organisation weniger
}
cafe-cost-mix-more = { $n ->
    [one] ein Paar aus einer Organisation mehr
   *[other] { $n } Paare aus einer Organisation mehr
}
cafe-cost-old-faces-fewer = { $n ->
    [one] eine frühere Begegnung weniger
   *[other] { $n } frühere Begegnungen weniger
}
cafe-cost-old-faces-more = { $n ->
    [one] eine frühere Begegnung mehr
   *[other] { $n } frühere Begegnungen mehr
}
cafe-cost-short-topics = { $n ->
    [one] { $signed } Thema
   *[other] { $signed } Themen
}
cafe-cost-short-repeats = { $signed } wieder
cafe-cost-short-mix = { $signed } Haus
cafe-cost-short-old-faces = { $signed } bekannt

# Regeln.
cafe-broken = { $n ->
    [one] Eine Regel ist gebrochen
   *[other] { $n } Regeln sind gebrochen
}
cafe-rule-together = { $names } sollen zusammensitzen.
cafe-rule-apart = { $names } sollen nicht an einem Tisch sitzen.
cafe-rule-fixed = { $name } soll in Runde { $round } an { $table } sitzen.
cafe-rule-step-free = { $name } braucht einen stufenlosen Tisch.
cafe-rule-language = { $name } braucht einen Tisch auf { $language }.
cafe-rule-topic = { $name } soll nur an Tischen zu „{ $topic }“ sitzen.
cafe-rule-answer = { $name } braucht nach der eigenen Anmeldung einen anderen Tisch.
cafe-rule-answer-needs = { $name } braucht nach der eigenen Anmeldung { $needs }.
cafe-need-step-free = einen stufenlosen Tisch
cafe-need-language = einen Tisch auf { $language }
cafe-need-topic = einen Tisch zum Thema „{ $topic }“
cafe-rule-too-few = An { $table } sitzen weniger als { $n }.
cafe-rule-too-few-gone = An { $table } sitzen zu wenige.
cafe-rule-uneven-few = An { $table } sitzen weniger als { $n }: Tische ohne Mindestzahl werden gleichmäßig besetzt.
cafe-rule-too-many = An { $table } sitzen mehr als { $n }.
cafe-rule-too-many-gone = An { $table } sitzen zu viele.
cafe-rule-uneven = An { $table } sitzen mehr als { $n }: Tische ohne Mindestzahl werden gleichmäßig besetzt.
cafe-rule-host = Die Leitung von { $table } sitzt woanders.
cafe-rule-gone = Die Regel gibt es nicht mehr.

# Unter der Einteilung.
cafe-matrix = Wer trifft wen
cafe-matrix-hint = Begegnungen zwischen den Organisationen; umrandet: keine einzige. Hinter dem Namen: so viele Personen kommen.
cafe-least-heading = Wem es am wenigsten bringt
cafe-least-met = { $n ->
    [one] { $met } Begegnungen; im Mittel sind es { $mean }.
   *[other] je { $met } Begegnungen; im Mittel sind es { $mean }.
}
cafe-least-most = Mehr ist für sie nicht möglich.
cafe-least-could = Möglich wären höchstens { $n }.
cafe-repeats-heading = Wiederbegegnungen: { $n }
cafe-repeats-none = Niemand trifft jemanden zweimal.
cafe-repeat = { $one } und { $other }: Runde { $rounds }.
cafe-repeat-ruled = So verlangt es eine Regel.

# Bevor es eine Einteilung gibt.
cafe-to-set-up = Zum Aufbau
cafe-start-no-set-up = Es fehlen noch Tische
    .hint = Legen Sie im Aufbau Themen, Tische und Runden fest. Danach lässt sich die Einteilung berechnen.
cafe-start-none-yet = Es gibt noch keine Einteilung.
cafe-start-empty = Von Hand
    .hint = Alle stehen ohne Platz da, Leitungen an ihren Tischen. Sie setzen jede Person selbst.
    .do = Leer beginnen

# Berechnen, auslosen, auswählen.
cafe-solving = Die Einteilung wird berechnet
cafe-solve-again = Neu berechnen
cafe-solve-rest = Rest neu rechnen
cafe-solve-anew = Alles neu berechnen
    .hint = Auch Gesperrtes wird neu verteilt.
cafe-conflict = { $n ->
    [2] Keine neue Einteilung: Diese zwei Vorgaben gehen nicht zusammen
    [3] Keine neue Einteilung: Diese drei Vorgaben gehen nicht zusammen
   *[other] Keine neue Einteilung: Diese { $n } Vorgaben gehen nicht zusammen
}
    .advice = Ohne eine davon geht es. Nehmen Sie eine zurück und rechnen Sie neu.
cafe-conflict-one = Keine neue Einteilung: Diese Vorgabe lässt sich nicht einhalten
    .advice = Nehmen Sie sie zurück und rechnen Sie neu.
cafe-conflict-lock-seat = Der Platz von { $person } in Runde { $round } ist gesperrt
cafe-conflict-lock-table = Tisch { $table } ist in Runde { $round } gesperrt
cafe-conflict-lock-round = Runde { $round } ist gesperrt
cafe-conflict-unlock = Freigeben
cafe-conflict-absent = { $n ->
    [one] { $names } ist nicht da
   *[other] { $names } sind nicht da
}
cafe-conflict-absent-many = { $n } Personen sind nicht da
cafe-conflict-absent-day = Wer ist da?
cafe-seed = Startzahl
    .hint = Dieselbe Zahl ergibt dieselbe Einteilung, solange Personen, Aufbau und Gesperrtes gleich bleiben.
cafe-version-seed = Startzahl { $seed }
cafe-more-ways = Anders einteilen
cafe-alternatives = Andere Möglichkeiten
cafe-alternatives-hint = Die Ziele stehen sich im Weg. Diese Einteilungen sind in einem späteren Ziel besser und in einem früheren schlechter.
cafe-alternative = Möglichkeit { $n }
cafe-alternative-own = Diese Einteilung
cafe-alternative-choose = Auswählen
cafe-alternative-anyway = Trotzdem auswählen
cafe-alternative-breaks = { $n ->
    [one] Hält eine Regel nicht ein:
   *[other] Hält { $n } Regeln nicht ein:
}
cafe-start-solve = Berechnen
    .hint = Sucht die beste Einteilung nach den Zielen und Regeln des Aufbaus. Kleine Cafés sind sofort fertig, große nach wenigen Sekunden.
    .do = Einteilung berechnen
cafe-start-others = Oder anders beginnen
cafe-start-random = Auslosen
    .hint = Verteilt alle zufällig auf die Tische. Regeln gelten, Ziele nicht.
    .do = Auslosen
cafe-start-import = Aus einer Tabelle
    .hint = Übernimmt eine Einteilung mit Person, Runde und Tisch.
    .do = Tabelle einlesen

# Import.
cafe-import-title = Einteilung aus einer Tabelle
cafe-import-hint = Eine Zeile je Person und Runde, mit den Spalten E-Mail oder Name, Runde und Tisch. Die Einteilung wird eine neue Fassung; die jetzige bleibt erhalten.
cafe-import-file = Datei (CSV)
cafe-import-text = Oder die Tabelle hier einfügen
cafe-import-anyway = Trotzdem übernehmen; die Regeln sind dann als gebrochen markiert
cafe-import-go = Einlesen
cafe-import-refused = Die Tabelle wurde nicht übernommen.
cafe-import-unreadable = Das ist keine Tabelle, die sich lesen lässt.
cafe-import-no-person = Es fehlt eine Spalte mit E-Mail oder Name.
cafe-import-no-round = Es fehlt die Spalte „Runde“.
cafe-import-no-table = Es fehlt die Spalte „Tisch“.
cafe-import-line = Zeile { $n }: { $fault }
cafe-import-besides = { $n ->
    [one] und ein weiterer Fehler
   *[other] und { $n } weitere Fehler
}
cafe-import-breaks = Diese Einteilung bricht Regeln:
cafe-import-unknown = „{ $name }“ ist nicht angemeldet.
cafe-import-several = „{ $name }“ gibt es mehrmals. Die E-Mail-Adresse unterscheidet sie.
cafe-import-round = Runde „{ $round }“ gibt es nicht.
cafe-import-table = Tisch „{ $table }“ gibt es nicht.
cafe-import-absent = „{ $name }“ ist in dieser Runde nicht da.
cafe-import-twice = „{ $name }“ hat in dieser Runde schon in Zeile { $line } einen Platz.

# Dateien.
cafe-files = Zum Mitnehmen und Nachprüfen
cafe-files-csv = Person, Runde und Tisch (CSV)
cafe-files-problem = Aufgabe für das Rechenprogramm (JSON)
cafe-files-plan = Einteilung des Rechenprogramms (JSON)
cafe-files-check = Aufgabe und Einteilung zum Nachprüfen (JSON)
cafe-files-hint = Mit „treffpunkt groups rotate“ kann jeder die Einteilung nachrechnen. In den JSON-Dateien stehen keine Namen.

# Ziehen, oder mit der Tastatur.
cafe-held = { $name } aufgenommen. Wählen Sie einen Tisch oder einen Platz; Esc legt zurück.
cafe-let-go = { $name } bleibt sitzen.
cafe-held-breaks = bricht eine Regel
cafe-held-breaks-size = bricht die Regel zur Größe der Tische
