# Wünsche für Workshops: die Seite der Teilnehmenden und die der Organisation.

wishes-page = Wünsche – { $event }
wishes-title = Ihre Wünsche
wishes-question = Was möchten Sie besuchen?
wishes-until = Bis { $closes } können Sie alles ändern
wishes-how = Wünschen Sie so viele Workshops, wie Sie mögen. Es zählt Ihre Reihenfolge, nicht, wer zuerst kommt. Jeder Klick ist gespeichert.
wishes-over = Die Wunschzeit ist vorbei
    .since = { $n ->
        [0] Seit { $closed } wird eingeteilt. Sie haben keine Wünsche gespeichert und bekommen einen Platz dort, wo etwas frei bleibt.
        [one] Seit { $closed } wird eingeteilt. Ihr Wunsch ist dabei.
       *[other] Seit { $closed } wird eingeteilt. Ihre { $n } Wünsche sind dabei.
    }
wishes-search = Thema, Name, Stichwort
wishes-workshop = Workshop
wishes-slot-count = { $n ->
    [one] Ein Workshop
   *[other] { $n } Workshops
}, { $wished } gewünscht
wishes-leads = Zu dieser Zeit leiten Sie „{ $title }“.
wishes-absent = Sie nehmen zu dieser Zeit nicht teil.
wishes-attend = Doch teilnehmen
wishes-be-absent = Zu dieser Zeit bin ich nicht da
wishes-seats = { $n ->
    [one] ein Platz
   *[other] { $n } Plätze
}
wishes-demand = { $n ->
    [0] noch kein Wunsch
    [one] eine Person wünscht das
   *[other] { $n } wünschen das
}
wishes-rank = Ihr { $n }. Wunsch, zur Reihenfolge
wishes-add = Wünschen
wishes-order = Ihre Reihenfolge
    .about = Was Ihnen am wichtigsten ist, steht oben – über alle Zeiten hinweg. Verschieben Sie mit den Pfeilen, durch Ziehen am Titel oder tippen Sie eine Nummer ein.
wishes-saved = { $n ->
    [0] Gespeichert { $when }: kein Wunsch
    [one] Gespeichert { $when }: ein Wunsch
   *[other] Gespeichert { $when }: { $n } Wünsche
}
wishes-none = Sie haben noch nichts gewünscht
    .advice = Ohne Wünsche bekommen Sie einen Platz dort, wo etwas frei bleibt.
wishes-missing = { $n ->
    [one] Ein Wunsch fehlt noch. Erbeten sind mindestens { $least }: Mit mehr Wünschen bekommen Sie eher etwas, das Sie möchten.
   *[other] { $n } Wünsche fehlen noch. Erbeten sind mindestens { $least }: Mit mehr Wünschen bekommen Sie eher etwas, das Sie möchten.
}
wishes-apply = Nummern übernehmen
wishes-rank-of = Nummer von „{ $title }“
wishes-remove = „{ $title }“ nicht mehr wünschen
wishes-method = So teilen wir ein
    .text = Bis zur Frist nennt jede Person ihre Wünsche; wer früher wünscht, hat keinen Vorteil. Danach verteilt ein Rechenverfahren alle Plätze auf einmal: Zuerst zählt, dass möglichst viele Plätze besetzt sind, dann { $fairness ->
        [leximin] wer am schlechtesten dran ist, damit niemand leer ausgeht
        [rank-maximal] dass möglichst viele ihren ersten Wunsch bekommen, danach den zweiten
        [generous] dass so wenige Plätze wie möglich an Personen gehen, die sie nicht wollten
       *[open] die Reihenfolge Ihrer Wünsche
    }. Stehen zwei gleich, entscheidet das Los.
wishes-seed = Prüfsumme des Loses (SHA-256)
    .about = Das Los ist eine Zahl, die einmal gezogen wurde und sich nicht mehr ändert. Ihre Prüfsumme steht auf der Seite der Veranstaltung. Mit der Einteilung wird die Zahl veröffentlicht; so kann jede Person nachprüfen, dass niemand sie nachträglich ausgesucht hat.
wishes-seed-revealed = Das Los. Die SHA-256-Prüfsumme dieser Ziffern ist die obige:
wishes-files = Die Einteilung zum Nachrechnen mit „treffpunkt groups assign“. Personen und Organisationen haben darin nur Nummern.
    .problem = Aufgabe (JSON)
    .plan = Einteilung (JSON)
wishes-open-event = Bis { $closes } können Sie Workshops wünschen: nach der Anmeldung, über den Link in Ihrer Bestätigung.
wishes-personal = Workshops
    .open = Bis { $closes } können Sie wünschen, welche Workshops Sie besuchen möchten.
    .closed = Die Zeit für Wünsche endete am { $closes }.
wishes-personal-go = Workshops wünschen
wishes-personal-see = Meine Wünsche ansehen

wishes-tab = Wünsche
wishes-tab-offer = Angebot
wishes-organise-page = Wünsche – { $event }
wishes-no-slots = In keinem Zeitfenster wird gewünscht
    .advice = Legen Sie im Angebot Zeitfenster an, deren Plätze nach Wünschen verteilt werden.
wishes-start = Noch kann niemand wünschen
    .advice = Legen Sie fest, bis wann. Danach sehen alle mit einem Platz das Programm über den Link in ihrer Bestätigung.
wishes-open-until = offen bis { $closes }
wishes-closed-since = geschlossen seit { $closes }
wishes-not-open = offen, sobald die Veranstaltung veröffentlicht ist
wishes-setup = Frist und Regeln
wishes-setup-save = Speichern
wishes-setup-begin = Wünsche öffnen
wishes-setup-saved = Frist und Regeln sind gespeichert.
wishes-closes = Wünschen geht bis
wishes-least = Wünsche je Person, mindestens
    .hint = Weniger werden gespeichert; die Seite sagt, wie viele noch fehlen.
wishes-shows-demand = Zeigen, wie viele dasselbe wünschen
wishes-have = haben gewünscht
wishes-have-none = noch ohne Wunsch
wishes-have-few = mit weniger als { $least }
wishes-profiles = Wünsche je Workshop
wishes-column-first = 1. Wunsch
wishes-column-second = 2. Wunsch
wishes-column-third = 3. Wunsch
wishes-column-later = später
wishes-column-seats = Plätze
wishes-scarce = { $n ->
    [one] einer zu wenig
   *[other] { $n } zu wenig
}
wishes-few = unter der Mindestzahl { $n }
wishes-without = { $n ->
    [0] Alle haben gewünscht
    [one] Eine Person ohne Wunsch
   *[other] { $n } Personen ohne Wunsch
}
    .about = Wer ohne Wunsch bleibt, bekommt zuletzt einen Platz. Wer zu jeder Zeit selbst einen Workshop leitet, zählt hier nicht.
wishes-everybody = Es fehlt niemand.
wishes-more = und { $n } weitere
