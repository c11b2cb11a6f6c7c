# Publishing the plan of a café, and its day.

event-tab-cafe-publish = Veröffentlichen
event-tab-cafe-day = Wer ist da
cafe-several = World-Cafés dieser Veranstaltung
cafe-of-event = Ganze Veranstaltung

publish-title = Einteilung veröffentlichen
publish-state-hidden = nicht veröffentlicht
publish-state-older = ältere Fassung sichtbar
publish-state-shown = veröffentlicht
publish-no-plan = Es gibt noch keine Einteilung
    .text = Wer an welchem Tisch sitzt, wird zuerst eingeteilt. Danach entscheiden Sie hier, wann die Teilnehmenden es erfahren.
    .action = Zur Einteilung
publish-nobody-sees = Die Teilnehmenden sehen noch keine Tische.
publish-seen = Die Teilnehmenden sehen Fassung { $version }, seit { $when } Uhr: jede Person nur die eigenen Tische.
publish-seen-later = Sobald die Veranstaltung veröffentlicht ist, sehen die Teilnehmenden Fassung { $version }: jede Person nur die eigenen Tische.
publish-names-shown = Wer mit am Tisch sitzt, wird mit Namen gezeigt. Das ist im Aufbau so eingestellt.
publish-names-hidden = Wer mit am Tisch sitzt, wird nicht gezeigt, nur die Tischleitung. Ändern lässt sich das im Aufbau.
publish-question = Fassung { $version } veröffentlichen?
publish-means = Ab dann sieht jede angemeldete Person auf ihrer Seite ihren Weg: Runde, Uhrzeit, Tisch, Thema, Raum und Tischleitung von Fassung { $version }.
publish-mails = { $n ->
    [one] 1 Person bekommt eine E-Mail: die, deren Tische neu oder anders sind.
   *[other] { $n } Personen bekommen eine E-Mail: die, deren Tische neu oder anders sind.
 }
publish-breaks = { $n ->
    [one] Eine Regel ist in dieser Fassung gebrochen; die Einteilung zeigt sie.
   *[other] { $n } Plätze dieser Fassung brechen Regeln; die Einteilung zeigt sie.
}
publish-mails-none = Es wird keine E-Mail verschickt: Alle kennen ihren Weg.
publish-mails-draft = Es wird keine E-Mail verschickt: Die Veranstaltung ist noch ein Entwurf. Die Einladung nennt später gleich die Tische.
publish-mails-changed = { $n ->
    [one] Bei 1 Person davon ändert sich, was sie schon weiß.
   *[other] Bei { $n } Personen davon ändert sich, was sie schon wissen.
 }
publish-mails-changed-all = Bei allen ändert sich, was sie schon wissen.
publish-calendar = Im Kalendereintrag ändert sich nur die Beschreibung. Niemand muss noch einmal zusagen.
publish-go = Veröffentlichen
publish-tell-question = Noch nicht alle kennen ihre Tische
publish-tell-go = Benachrichtigen
publish-next = Als Nächstes
publish-next-paper = Laufkarten, Tischschilder und Listen drucken
publish-next-live = Uhr und Leinwand vorbereiten
publish-next-day = Am Tag selbst: abhaken, wer da ist
publish-board = Einteilung ansehen
publish-removed-tables = { $n ->
    [one] 1 Person sitzt an einem Tisch, den es im Aufbau nicht mehr gibt
   *[other] { $n } Personen sitzen an Tischen, die es im Aufbau nicht mehr gibt
}
    .text = Setzen Sie sie um, oder rechnen Sie neu. Bis dahin lässt sich die Einteilung nicht veröffentlichen.
publish-without-table = { $n ->
    [one] 1 angemeldete Person hat keinen Tisch
   *[other] { $n } angemeldete Personen haben keinen Tisch
 }
    .text = Auf ihrer Seite steht, dass noch kein Tisch für sie eingeteilt ist. Wem schon ein Tisch mitgeteilt wurde, wird benachrichtigt.
publish-recipients = { $n ->
    [one] 1 Person wird benachrichtigt
   *[other] { $n } Personen werden benachrichtigt
 }
publish-who = Name
publish-what = Was sich ändert
publish-more = { $n ->
    [one] und 1 weitere Person
   *[other] und { $n } weitere Personen
 }
publish-first = zum ersten Mal: Tische { $tables }
publish-moves = Runde { $round }: Tisch { $after } statt { $before }
publish-stays = Runde { $round }: Tisch { $table }, neu: { $what }
publish-gets = Runde { $round }: Tisch { $table }
publish-loses = Runde { $round }: kein Tisch mehr, bisher { $table }
publish-new-time = Uhrzeit
publish-new-topic = Thema
publish-new-room = Raum
publish-new-host = Leitung { $name }
publish-no-host = keine Tischleitung mehr
publish-hosts = leitet den Tisch
publish-new-guests = andere Personen am Tisch
plan-saved-published = Die Einteilung ist veröffentlicht
plan-saved-withdrawn = Die Einteilung ist zurückgezogen
withdraw-title = Zurückziehen
withdraw-text = Die Teilnehmenden sehen dann keine Tische mehr. Darüber wird keine E-Mail verschickt. E-Mails, die noch im Postausgang warten, nennen dann keine Tische mehr; wenn es in ihnen nur um die Tische geht, werden sie verworfen. In Kalendern, die ihren Weg schon haben, bleibt er stehen, bis Sie wieder veröffentlichen.
withdraw-go = Zurückziehen

day-title = Wer ist da?
day-before = Das World-Café hat noch nicht begonnen
day-round = Runde { $round } von { $of } hat begonnen
day-last = Die letzte Runde hat begonnen
day-no-plan = Hier hakt man ab, wer da ist
    .action = Zuerst das World-Café aufbauen
day-there = von { $of } sind da
day-missing = { $n ->
    [0] niemand fehlt
    [one] 1 fehlt
   *[other] { $n } fehlen
 }
day-meter = { $n } von { $of } sind da
day-search = Name oder Organisation
day-search-go = Suchen
day-search-clear = Alle
day-list = Angemeldete Personen
day-nobody = Noch niemand hat einen Platz
    .text = Wer nicht angemeldet ist, lässt sich unter „Jemand ist dazugekommen“ eintragen.
day-not-found = Niemand heißt „{ $name }“
day-is-missing = fehlt · { $at } Uhr
day-gone = geht vor Runde { $round } · { $at } Uhr
day-joins = kommt zu Runde { $round }
day-goes = geht vor Runde { $round }
day-comes-back = wieder da ab Runde { $round }
day-by-round = Andere Runden …
day-round-n = Runde { $n }
day-arrives = Kommt zu
day-arrives-never = kommt nicht
day-leaves = Geht vor
day-leaves-never = bleibt bis zum Schluss
day-returns = Wieder da ab
day-returns-never = kommt nicht wieder
day-rounds-save = Eintragen
day-without-table = ohne Tisch
day-table = Runde { $round }: Tisch { $table }
day-seat-now = Jetzt, in Runde { $round }: freier Platz an Tisch { $table } ({ $topic })
day-cards = { $n ->
    [one] Eine Karte hat sich zuletzt geändert, am { $when } Uhr.
   *[other] { $n } Karten haben sich zuletzt geändert, am { $when } Uhr.
}
day-mark-missing = Fehlt
day-mark-gone = Ab jetzt weg
day-is-there = Doch da
day-undo = Rückgängig
day-done-missing = { $name } fehlt
day-done-present = { $name } ist da
day-done-rounds = { $n ->
    [0] { $name } kommt nicht
    [one] { $name } ist in Runde { $rounds } da
   *[other] { $name } ist in den Runden { $rounds } da
}
day-done-added = { $name } ist eingetragen
day-done-waits = { $waits ->
    [decision] Die Veranstaltung ist voll: Die Person wartet auf die Entscheidung
   *[seat] Die Veranstaltung ist voll: Die Person steht auf der Warteliste
}
day-done-repaired = Der neue Plan gilt und ist veröffentlicht
day-changed-cards = Neue Karten drucken
day-done-planned = Der neue Plan ist eine Fassung der Einteilung, noch nicht veröffentlicht
day-plan-fits = Alle sind da
day-plan-nobody-missing = Niemand fehlt
day-hosts-gone = { $n ->
    [one] Tisch { $tables } hat in einer kommenden Runde keine Leitung.
   *[other] Die Tische { $tables } haben in einer kommenden Runde keine Leitung.
}
day-plan-breaks = { $n ->
    [one] Der Plan gilt, obwohl er eine Regel bricht.
   *[other] Der Plan gilt, obwohl er { $n } Regeln bricht.
}
day-later = { $n ->
    [one] 1 kommt später
   *[other] { $n } kommen später
}
day-plan-misses = { $missing ->
    [0] Niemand fehlt
    [one] Es fehlt 1
   *[other] Es fehlen { $missing }
 }, { $joined ->
    [0] niemand kam dazu
    [one] eine Person kam dazu
   *[other] { $joined } kamen dazu
 }
day-plan-in-part = { $n ->
    [one] 1 Person ist nur in einem Teil der Runden da.
   *[other] { $n } Personen sind nur in einem Teil der Runden da.
}
day-plan-as-is = Der Plan passt so.
day-plan-repair = Sie bekommen bis zu drei Vorschläge und sehen vorher, wer dafür den Tisch wechselt. Nur diese Personen bekommen Bescheid.
day-plan-over = Die letzte Runde läuft: Am Plan ändert sich nichts mehr.
day-repair = Plan reparieren …
day-walk-in = Jemand ist dazugekommen
    .action = Person eintragen
day-waiting = { $waits ->
    [decision] Warten auf die Entscheidung
   *[seat] Auf der Warteliste
}
day-admit = Ist da

walk-in-title = Wer ist dazugekommen?
walk-in-back = Zurück zur Liste
walk-in-free = Es gibt freie Plätze.
walk-in-free-of = { $n ->
    [one] Es ist noch 1 Platz frei.
   *[other] Es sind noch { $n } Plätze frei.
 }
walk-in-full = { $waits ->
    [decision] Alle Plätze der Veranstaltung sind vergeben: Die Person wartet auf die Entscheidung.
   *[seat] Alle Plätze der Veranstaltung sind vergeben: Die Person kommt auf die Warteliste.
}
walk-in-address = E-Mail-Adresse
 .hint = Für die Einladung und den Weg durch das World-Café. Ohne Adresse bekommt die Person keine Nachrichten; ihre Tische erfährt sie von Ihnen oder von der Leinwand.
walk-in-go = Eintragen
walk-in-anyway = Trotzdem eintragen
walk-in-known = { $n ->
    [one] Die Person ist vielleicht schon angemeldet.
   *[other] Die Person ist vielleicht schon angemeldet, unter einem von { $n } Namen.
}
walk-in-known-text = Ist sie es, zählt sie mit einem Klick als da und behält ihre Tische. Zwei Anmeldungen bekämen zwei Plätze.
walk-in-is-known = Das ist sie
walk-in-cancel = Abbrechen

repair-title = Plan reparieren
repair-all = Alle Runden werden für die eingeteilt, die da sind.
repair-past = { $n ->
    [1] Runde 1 hat begonnen und bleibt, wie sie ist.
   *[other] Die Runden 1 bis { $n } haben begonnen und bleiben, wie sie sind.
 }
repair-none = Es gibt nichts zu reparieren
    .text = Die letzte Runde läuft, oder die Regeln lassen keinen anderen Plan zu.
repair-stale = Nicht übernommen: Der Plan, die Personen oder ihre Anwesenheit haben sich inzwischen geändert. Die Vorschläge sind neu gerechnet.
repair-nobody = Niemand wechselt den Tisch
repair-nobody-breaks = Niemand wechselt den Tisch, { $n ->
    [one] und eine Regel ist gebrochen
   *[other] und { $n } Regeln sind gebrochen
}
repair-moves = { $n ->
    [one] 1 Person wechselt den Tisch
   *[other] { $n } Personen wechseln den Tisch
 }
repair-fewest = So wenige wie möglich wechseln, und alle Regeln gelten.
repair-fewest-breaks = So wenige wie möglich wechseln. Nicht alle Regeln lassen sich einhalten.
repair-uneven = Alle bleiben sitzen. Tische sind dann verschieden voll.
repair-between = Einige mehr wechseln, dafür wird der Plan besser. Alle anderen bleiben, wo sie sind.
repair-afresh = Die kommenden Runden werden ganz neu eingeteilt.
repair-who = { $n ->
    [one] Wer wechselt
   *[other] Wer wechselt ({ $n })
 }
repair-new = { $n ->
    [one] Wer einen Tisch bekommt
   *[other] Wer Tische bekommt ({ $n })
 }
repair-same = wie jetzt
repair-more = { $n } mehr als jetzt
repair-less = { $n } weniger als jetzt
repair-topics = { $n } gesehene Themen, { $change }
repair-meetings = { $n } Begegnungen, { $change }
repair-mix = { $n ->
    [one] 1 Paar aus einer Organisation an einem Tisch, { $change }
   *[other] { $n } Paare aus einer Organisation an einem Tisch, { $change }
 }
repair-old-faces = { $n ->
    [one] 1 frühere Begegnung wiederholt sich, { $change }
   *[other] { $n } frühere Begegnungen wiederholen sich, { $change }
 }
repair-unseated = { $n ->
    [one] 1 Platz fehlt
   *[other] { $n } Plätze fehlen
 }
repair-breaks = { $n ->
    [one] 1 Regel ist dann gebrochen
   *[other] { $n } Regeln sind dann gebrochen
 }
repair-publish = Übernehmen und veröffentlichen
repair-later = Nur übernehmen
repair-publish-anyway = Trotzdem übernehmen und veröffentlichen
repair-later-anyway = Trotzdem nur übernehmen
