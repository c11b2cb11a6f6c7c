# Wünsche für Workshops: die Seite der Teilnehmenden und die der Organisation.

wishes-page = Wünsche – { $event }
wishes-title = Ihre Wünsche
wishes-question = Was möchten Sie besuchen?
wishes-until = Bis { $closes } können Sie alles ändern
wishes-how = Wünschen Sie so viele Workshops, wie Sie mögen. Es zählt Ihre Reihenfolge, nicht, wer zuerst kommt. Jeder Klick ist gespeichert.
wishes-over = Die Wunschzeit ist vorbei
    .since = { $n ->
        [0] Wünschen konnten Sie bis { $closed }. Sie haben nichts gespeichert und bekommen einen Platz dort, wo etwas frei bleibt.
        [one] Wünschen konnten Sie bis { $closed }. Ihr Wunsch zählt.
       *[other] Wünschen konnten Sie bis { $closed }. Ihre { $n } Wünsche zählen.
    }
wishes-late = Sie sind nach der Wunschzeit dazugekommen
    .about = Die Plätze sind verteilt. Nennen Sie Ihre Wünsche: Wo noch Platz ist, werden Sie in dieser Reihenfolge eingeteilt.
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
   *[other] { $n } Plätze
}
    .times = { $n } Plätze zu { $times } Zeiten
wishes-demand = { $n ->
    [0] noch kein Wunsch
    [one] eine Person wünscht das
   *[other] { $n } wünschen das
}
wishes-rank = Ihr { $n }. Wunsch, zur Reihenfolge
wishes-add = Wünschen
wishes-bar = { $n ->
    [0] Noch kein Wunsch · Reihenfolge
    [one] Ein Wunsch · Reihenfolge
   *[other] { $n } Wünsche · Reihenfolge
}
    .missing = { $n ->
        [0] Noch kein Wunsch, { $missing } fehlen
        [one] Ein Wunsch, { $missing ->
            [one] einer fehlt
           *[other] { $missing } fehlen
        } · Reihenfolge
       *[other] { $n } Wünsche, { $missing ->
            [one] einer fehlt
           *[other] { $missing } fehlen
        } · Reihenfolge
    }
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
wishes-missed = Zählt nicht: Zu dieser Zeit sind Sie nicht da oder leiten selbst einen Workshop.
wishes-method = So teilen wir ein
    .text = Bis zur Frist nennt jede Person ihre Wünsche; wer früher wünscht, hat keinen Vorteil. Danach verteilt ein Rechenverfahren alle Plätze auf einmal: Zuerst zählt, dass möglichst viele Plätze besetzt sind, dann { $fairness ->
        [leximin] wer am schlechtesten dran ist, damit niemand leer ausgeht
        [rank-maximal] dass möglichst viele ihren ersten Wunsch bekommen, danach den zweiten
        [generous] dass so wenige Plätze wie möglich an Personen gehen, die sie nicht wollten
       *[open] die Reihenfolge Ihrer Wünsche
    }. Stehen zwei gleich, entscheidet das Los.
wishes-seed = Prüfsumme des Loses (SHA-256)
    .about = Das Los ist eine Zahl, die gezogen wurde, als die Wunschzeit begann. Ihre Prüfsumme steht auf der Seite der Veranstaltung. Nach der Wunschzeit wird die Zahl veröffentlicht; so kann jede Person nachprüfen, dass niemand sie nachträglich ausgesucht hat. Beginnt die Wunschzeit danach noch einmal, wird eine neue Zahl gezogen.
wishes-seed-revealed = Das Los. Die SHA-256-Prüfsumme dieser Ziffern ist die obige:
wishes-files = Die Einteilung zum Nachrechnen mit „treffpunkt groups assign“, so wie sie berechnet wurde. Personen haben darin nur Nummern.
    .organisations = Organisationen haben darin ebenfalls nur Nummern.
    .no-organisations = Organisationen sind weggelassen. Wer nachrechnet, kann deshalb zwischen gleich guten Plätzen andere finden.
    .repair = Berechnet wurde sie mit den wenigsten Änderungen gegenüber einer früheren Einteilung; diese steht in der Aufgabe.
    .changed = { $n ->
        [one] Danach wurde ein Platz anders vergeben: von Hand, durch Tausch oder an Nachzügler.
       *[other] Danach wurden { $n } Plätze anders vergeben: von Hand, durch Tausch oder an Nachzügler.
    }
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
    .about = Wer ohne Wunsch bleibt, kommt zuletzt an die Reihe. Wer zu jeder Zeit selbst einen Workshop leitet oder nicht da ist, zählt hier nicht.
wishes-everybody = Es fehlt niemand.
wishes-more = und { $n } weitere
wishes-allows-swaps = Teilnehmende dürfen Plätze tauschen
    .hint = Sobald die Einteilung veröffentlicht ist: zu zweit, wenn beide zustimmen. Jeder Tausch muss alle Vorgaben einhalten.
wishes-reminder-days = Erinnern: Tage vor der Frist
    .hint = Morgens um 9 Uhr an alle mit einem Platz, die noch nichts gewünscht haben. Leer lassen: keine automatische Erinnerung.
wishes-reminded = Die Erinnerung wird verschickt.
reminder-planned = Die Erinnerung wird automatisch verschickt: { $when }.
reminder-missed = Die Erinnerung ist noch nicht verschickt. Sie folgt automatisch, zwischen 9 und 20 Uhr.
reminder-unplanned = Es ist keine Erinnerung geplant.
reminder-sent = Zuletzt erinnert: { $when }.
reminder-preview = Jetzt erinnern …
reminder-page = Erinnerung – { $event }
reminder-title = An Wünsche erinnern
reminder-nobody = Niemand ist zu erinnern
    .about = Alle mit einem Platz und einer E-Mail-Adresse haben gewünscht oder wurden eben erst erinnert.
reminder-recently = { $n ->
    [one] Eine weitere Person ohne Wunsch wurde in den letzten 24 Stunden erinnert und bekommt keine zweite E-Mail.
   *[other] { $n } weitere Personen ohne Wunsch wurden in den letzten 24 Stunden erinnert und bekommen keine zweite E-Mail.
}
reminder-again = Auch sie erinnern …
reminder-recipients = { $n ->
    [one] Eine E-Mail an diese Person
   *[other] { $n } E-Mails an diese Personen
}
    .about = Alle mit einem Platz und einer E-Mail-Adresse, die noch nichts gewünscht haben. Wer zu jeder Zeit selbst einen Workshop leitet oder nicht da ist, wird nicht erinnert.
reminder-words = Das steht darin
    .about = Jede Person bekommt die E-Mail in ihrer Sprache, mit ihrem Namen und ihrem eigenen Link zu den Wünschen.
reminder-send = { $n ->
    [one] Eine Person erinnern
   *[other] { $n } Personen erinnern
}

swaps-page = Tauschen – { $event }
swaps-title = Workshops tauschen
swaps-how = Sie geben Ihren Platz und bekommen den einer anderen Person zur selben Zeit. Getauscht wird, sobald beide zustimmen. Wer die andere Person ist, erfahren Sie nicht, und sie erfährt nichts von Ihnen.
swaps-none = Hier gibt es nichts zu tauschen
    .about = Sie haben in keinem Zeitfenster, das noch bevorsteht, einen Platz, der nach Wünschen vergeben wurde.
swaps-yours = Ihr Platz:
swaps-made = Getauscht am { $when }, vorher: „{ $before }“.
swaps-offered = { $n ->
    [one] Jemand gibt Ihnen diesen Platz für Ihren
   *[other] Diese Plätze gibt Ihnen jemand für Ihren
}
swaps-agree = Tauschen
swaps-wanted = Sie suchen einen Platz in
swaps-open = noch offen
swaps-withdraw = Zurücknehmen
swaps-wants = Ich möchte lieber in
    .hint = Wer dort sitzt und mit Ihnen tauschen kann, sieht Ihr Angebot auf der eigenen Seite, ohne Ihren Namen. Sucht dort schon jemand Ihren Platz, wird sofort getauscht.
swaps-offer = Tausch anbieten
swaps-no-choice = Zu dieser Zeit ist kein Tausch möglich, der alle Vorgaben einhält.
swaps-done-made = Getauscht
    .about = Ihr neuer Platz steht unten. Sie und die andere Person bekommen E-Mails, die den Termin im Kalender ersetzen.
swaps-done-offered = Ihr Angebot steht
    .about = Sobald jemand zustimmt, tauschen wir und schreiben Ihnen. Bis dahin behalten Sie Ihren Platz.
swaps-done-made-before = Ihr Angebot wurde schon angenommen
    .about = Jemand hat zugestimmt, bevor Sie es zurückgenommen haben. Ihr neuer Platz steht unten.
swaps-done-withdrawn = Ihr Angebot ist zurückgenommen.
swaps-personal = Doch lieber woanders hin? Tauschen Sie mit jemandem, der Ihren Platz möchte.
swaps-personal-offered = { $n ->
    [one] Jemand möchte Ihren Platz und gibt Ihnen dafür einen anderen.
   *[other] Für Ihre Plätze gibt es { $n } Angebote zum Tausch.
}
swaps-personal-go = Workshops tauschen

register-wishes = Workshops nach Wunsch
    .about = { $n ->
        [one] In einem Zeitfenster werden die Plätze nach Wünschen vergeben. Wünschen können Sie bis { $closes }.
       *[other] In { $n } Zeitfenstern werden die Plätze nach Wünschen vergeben. Wünschen können Sie bis { $closes }.
    }
    .then = Ihre ersten drei Wünsche können Sie unten gleich nennen. Es zählt Ihre Reihenfolge, nicht, wer zuerst kommt.
    .programme = Programm ansehen
registered-wishes = Danach können Sie bis { $closes } Workshops wünschen.
register-wishes-first = Ihre ersten Wünsche (freiwillig)
    .hint = Weitere Wünsche und jede Änderung sind bis { $closes } möglich, über den Link in Ihrer Bestätigung.
register-wishes-rank = { $rank }. Wunsch
register-wishes-none = noch keiner
confirm-wishes = Ihre Wünsche
confirm-wishes-late = Diese Wünsche kamen nach dem Ende der Wunschzeit und zählen nicht. Ihr Platz bei der Veranstaltung hängt nicht davon ab. Auf Ihrer Seite sehen Sie nach der Bestätigung, ob Sie für freie Plätze noch wünschen können.
wishes-busy = Zu dieser Zeit braucht Sie das Organisationsteam anderswo.
wishes-booked = Zählt nicht: { $why }
