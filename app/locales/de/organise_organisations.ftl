organisations-title = Organisationen
organisations-count = { $n ->
    [one] eine Organisation
   *[other] { $n } Organisationen
}
organisations-none = Noch keine Organisation
    .advice = Organisationen stehen im Anmeldeformular zur Auswahl, und Plätze können für sie vorgemerkt werden.
organisations-search = Name, Region oder Handlungsfeld
organisations-show-all = Alle Organisationen zeigen
organisations-not-found = Keine Organisation gefunden
organisations-found = { $n ->
    [one] eine gefunden
   *[other] { $n } gefunden
}
organisation-add = Organisation hinzufügen
organisation-added = Die Organisation steht jetzt in der Liste.
organisation-changed = Die Änderungen sind gespeichert.
organisation-contacts = { $n ->
    [0] keine Kontakte
    [one] ein Kontakt
   *[other] { $n } Kontakte
}
organisation-naming = { $n ->
    [one] Ein Kontakt nennt diesen Namen, gehört aber noch zu keiner Organisation
   *[other] { $n } Kontakte nennen diesen Namen, gehören aber noch zu keiner Organisation
}
organisation-naming-attach = Zugeordnet zählen sie zu Region, Handlungsfeld und Kontingenten der Organisation, auch in ihren Anmeldungen. Es wird niemand angeschrieben.
organisation-attach = { $n ->
    [one] Den Kontakt zuordnen
   *[other] { $n } Kontakte zuordnen
}
organisation-attached = { $n ->
    [0] Es war kein Kontakt zuzuordnen.
    [one] Ein Kontakt ist zugeordnet.
   *[other] { $n } Kontakte sind zugeordnet.
}
organisation-parent = Teil von
organisation-parent-none = keiner anderen Organisation
organisations-named = Namen, die noch keine Organisation sind
    .about = Kontakte nennen diese Namen. Erst als Organisation lassen sie sich nach Region und Handlungsfeld filtern, einladen und mit Plätzen versehen.
organisations-named-which = Als Organisation anlegen
organisations-named-one = { $name }, { $n ->
    [one] ein Kontakt
   *[other] { $n } Kontakte
}
organisations-named-add = Anlegen und zuordnen
organisation-new-title = Neue Organisation
organisation-edit-title = Organisation ändern
organisation-short-name = Kurzname
    .hint = So steht sie in Listen. Jeder Kurzname kommt nur einmal vor.
organisation-name = Name
    .hint = Der volle Name.
organisation-region = Region
organisation-field = Handlungsfeld
    .hint = Zum Beispiel: Anerkennungsberatung
organisation-save = Speichern

organisation-back = Zu den Organisationen
organisation-merged = Die beiden Organisationen sind jetzt eine.
organisation-parts = Teile
organisation-logo = Logo
organisation-logo-replace = Logo ersetzen
organisation-logo-saved = Das Logo ist hochgeladen.
organisation-logo-removed = Das Logo ist entfernt.
organisation-events = Veranstaltungen
organisation-events-none = Von dieser Organisation war noch niemand angemeldet.
organisation-events-held = Vorgemerkt
organisation-events-confirmed = Dabei
organisation-events-waitlisted = Warten
organisation-events-all = Anmeldungen

organisation-duplicates-none = Keine doppelten Organisationen
    .advice = Hier stehen Organisationen, die gleich heißen, und solche, deren Name der Kurzname einer anderen ist.
organisation-duplicates-intro = Diese Organisationen heißen gleich, oder der Name der einen ist der Kurzname der anderen. Vielleicht sind sie dieselbe.
organisation-merge-title = Organisationen zusammenführen
organisation-merge-other = Andere Organisation
organisation-merge-choose = Organisation wählen
organisation-merge-first = Erste Organisation
organisation-merge-second = Zweite Organisation
organisation-merge-invitations = Einladungen ihrer Kontakte
organisation-merge-contingents = Veranstaltungen mit vorgemerkten Plätzen
organisation-merge-links = Links zu ihren Plätzen
organisation-merge-places = Bei diesen Veranstaltungen werden die vorgemerkten Plätze beider zusammengezählt:
organisation-merge-sum = { $one } + { $other } = { $sum } Plätze.
organisation-merge-beyond = { $n ->
    [one] Zusammen mit allen vergebenen Plätzen ist das einer mehr, als die Veranstaltung hat.
   *[other] Zusammen mit allen vergebenen Plätzen sind das { $n } mehr, als die Veranstaltung hat.
}
organisation-merge-moving-up = { $n ->
    [one] Eine Person rückt von der Warteliste nach und bekommt eine E-Mail.
   *[other] { $n } Personen rücken von der Warteliste nach und bekommen eine E-Mail.
}
organisation-merge-keep = Welche bleibt?
    .hint = Die andere wird gelöscht. Wer zu ihr gehört, gehört dann zu der, die bleibt: Kontakte, Anmeldungen und Einladungen, in allen Listen unter deren Kurznamen. Auch Plätze, Links, Verteiler und Teile gehen über; Region, Handlungsfeld, „Teil von“ und Logo, wenn sie ihr fehlen. Es wird niemand angeschrieben, außer wer von einer Warteliste nachrückt.

organisation-import-title = Organisationen importieren
organisation-import-intro = Die erste Zeile enthält die Spaltenüberschriften, jede weitere eine Organisation. Nötig ist der Kurzname oder der Name; Region, Handlungsfeld und „Teil von“ (der Kurzname einer anderen, auch aus dieser Tabelle) sind möglich. Einen Kurznamen, den es schon gibt, ändert die Tabelle; leere Zellen lassen, was dasteht.
organisation-import-added = { $n ->
    [0] Es kommt keine Organisation hinzu.
    [one] Eine Organisation kommt hinzu.
   *[other] { $n } Organisationen kommen hinzu.
}
organisation-import-changed = { $n ->
    [one] Eine vorhandene Organisation wird geändert; ein neuer Kurzname steht dann in allen Listen.
   *[other] { $n } vorhandene Organisationen werden geändert; neue Kurznamen stehen dann in allen Listen.
}
organisation-import-known = { $n ->
    [one] Eine Zeile wird übersprungen: Die Organisation ist schon genau so eingetragen.
   *[other] { $n } Zeilen werden übersprungen: Die Organisationen sind schon genau so eingetragen.
}
organisation-import-is-changed = wird geändert
organisation-import-empty = Unter den Spaltenüberschriften steht keine Organisation.
organisation-import-too-many = Höchstens { $most } Organisationen können zugleich importiert werden.
organisation-import-read = { $n ->
    [one] Eine gelesene Zeile
   *[other] { $n } gelesene Zeilen
}
organisation-import-undone = { $n ->
    [0] Der Import ist rückgängig gemacht. Es wurde keine Organisation gelöscht.
    [one] Der Import ist rückgängig gemacht. Eine Organisation ist wieder gelöscht.
   *[other] Der Import ist rückgängig gemacht. { $n } Organisationen sind wieder gelöscht.
}
organisation-import-restored = { $n ->
    [one] Eine geänderte Organisation ist wieder wie vorher.
   *[other] { $n } geänderte Organisationen sind wieder wie vorher.
}
organisation-import-kept = { $n ->
    [one] Eine Organisation bleibt, weil sie seitdem geändert wurde oder jemand zu ihr gehört.
   *[other] { $n } Organisationen bleiben, weil sie seitdem geändert wurden oder jemand zu ihnen gehört.
}
organisation-imports-hint = Rückgängig machen löscht, was der Import hinzugefügt hat, und stellt wieder her, was er geändert hat. Was seitdem geändert wurde, und Organisationen mit Kontakten, Anmeldungen oder Plätzen bleiben.
organisation-imports-row = { $added ->
    [0] keine Organisation neu
    [one] eine Organisation neu
   *[other] { $added } Organisationen neu
}, { $changed ->
    [0] keine geändert
    [one] eine geändert
   *[other] { $changed } geändert
}
