contacts-tabs = Seiten der Menschen
contacts-title = Kontakte
contacts-none = Noch kein Kontakt
    .advice = Wer sich zu einer Veranstaltung anmeldet, steht danach hier. Sie können Kontakte auch von Hand hinzufügen.
contacts-search = Name, Adresse, Funktion
contacts-group = Auswahl
contacts-show-all = Alle Kontakte zeigen
contacts-not-found = Kein Kontakt gefunden
contacts-column-state = Stand
contact-group-without-organisation = ohne Organisation
contact-group-without-tag = ohne Schlagwort
contact-group-opted-out = möchte keine Einladungen
contact-group-only-registered = nur durch Anmeldung
contact-source-registration = durch eine Anmeldung
contact-source-organiser = von Hand hinzugefügt
contact-source-import = importiert
contact-opted-out = keine Einladungen
contact-unconfirmed = Adresse nicht bestätigt
contact-only-registered = nur durch Anmeldung
contact-add = Kontakt hinzufügen
contact-added = Der Kontakt ist hinzugefügt.
contact-changed = Die Änderungen sind gespeichert. Es wurde keine E-Mail verschickt.
contact-deleted = Der Kontakt ist gelöscht.
contact-back = Zu den Kontakten
contact-new-title = Neuer Kontakt
contact-edit = Kontakt ändern
contact-edit-reach = { $n ->
    [one] Name, Adresse und Organisation ändern sich auch in der Anmeldung dieser Person.
   *[other] Name, Adresse und Organisation ändern sich auch in allen { $n } Anmeldungen dieser Person.
} Es wird keine E-Mail verschickt. Links in früheren E-Mails gelten weiter.
contact-known = Diese Adresse hat schon { $name }
    .action = Kontakt öffnen
contact-function = Funktion
    .hint = Zum Beispiel: Projektleitung
contact-kept = Notizen und Einwilligung
contact-tag = Schlagwort
contact-tags = Schlagwörter
    .hint = Durch Kommas getrennt
    .known = Durch Kommas getrennt. Bisher verwendet: { $tags }
contact-notes = Notizen
    .hint = Alle Mitglieder des Netzwerks können sie lesen.
contact-consent = Einwilligung
contact-consent-none = keine: nur für die einzelne Veranstaltung gespeichert
contact-consent-check = Hat eingewilligt, über eine Veranstaltung hinaus gespeichert zu werden
    .hint = Gilt für die jetzige Fassung der Datenschutzhinweise.
contact-opted-out-check = Möchte keine Einladungen
contact-invitations = Einladungen
contact-invitations-wanted = erwünscht
contact-invitations-none = nicht erwünscht seit { $when }
contact-since = Im Adressbuch seit
contact-yes = ja
contact-no = nein
contact-save = Speichern
contact-history = Veranstaltungen
contact-history-none = Diese Person hat sich noch zu keiner Veranstaltung angemeldet.
contact-history-when = Wann
contact-history-name = angemeldet als { $name }
contact-delete = Kontakt löschen
    .ask = Löschen …
contact-delete-question = { $name } aus dem Adressbuch löschen?
contact-delete-gone = Angaben, Schlagwörter und Notizen werden gelöscht, auch im Verlauf des Netzwerks.
contact-delete-stays = { $n ->
    [one] Die Anmeldung dieser Person bleibt in der Liste ihrer Veranstaltung.
   *[other] Die { $n } Anmeldungen dieser Person bleiben in den Listen ihrer Veranstaltungen.
}
contact-delete-go = Kontakt löschen
contact-expected = { $name } wird noch erwartet
    .advice = Melden Sie die Person dort zuerst ab.

duplicates-title = Doppelte
duplicates-none = Keine doppelten Kontakte
    .advice = Hier stehen Kontakte, die gleich heißen und zur selben Organisation gehören.
duplicates-intro = Diese Kontakte heißen gleich und gehören zur selben Organisation. Vielleicht sind sie dieselbe Person.
duplicates-addresses = { $one } und { $other }
merge-compare = Vergleichen
merge-with = Zusammenführen …
merge-title = Kontakte zusammenführen
merge-search = Anderer Kontakt
merge-nobody = Kein anderer Kontakt gefunden.
merge-field = Angabe
merge-first = Erster Kontakt
merge-second = Zweiter Kontakt
merge-registrations = Anmeldungen
merge-both-at = Beide sind bei derselben Veranstaltung angemeldet. Melden Sie dort eine der beiden ab, dann können Sie die Kontakte zusammenführen.
merge-keep = Wer bleibt?
    .hint = Der andere Kontakt wird gelöscht. Seine Anmeldungen, Schlagwörter und Notizen bekommt der, der bleibt, auch Funktion und Organisation, wenn ihm selbst welche fehlen. In allen Anmeldungen stehen danach Name und Adresse dessen, der bleibt. Wo beide angemeldet waren, bleibt eine beendete Anmeldung in der Liste der Veranstaltung, ohne Kontakt. Es wird keine E-Mail verschickt.
merge-go = Zusammenführen
merge-done = Die beiden Kontakte sind jetzt einer. Es wurde keine E-Mail verschickt.

lists-title = Verteiler
lists-none = Noch kein Verteiler
    .advice = Ein Verteiler fasst Kontakte zusammen: einzeln ausgewählt oder nach einer Regel.
distribution-add = Verteiler anlegen
distribution-new-title = Neuer Verteiler
distribution-edit = Verteiler ändern
distribution-back = Zu den Verteilern
distribution-name = Verteiler
distribution-members = Wer darauf steht
distribution-people = Personen
distribution-count = { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
distribution-fixed = einzeln ausgewählt
distribution-kind-fixed = Einzeln ausgewählte Kontakte
distribution-kind-rule = Alle Kontakte, die zu einer Regel passen
distribution-rule = Regel
    .hint = Nur für Verteiler nach einer Regel. Wer darauf steht, muss alles erfüllen. Ändern sich Kontakte, ändert sich der Verteiler.
distribution-rule-any = beliebig
distribution-added = Der Verteiler ist angelegt.
distribution-changed = Die Änderungen sind gespeichert.
distribution-deleted = Der Verteiler ist gelöscht.
distribution-choose = Verteiler wählen
distribution-add-people = Auf den Verteiler setzen
distribution-remove = Vom Verteiler nehmen
distribution-people-added = { $n ->
    [0] Alle standen schon auf dem Verteiler.
    [one] Eine Person steht neu auf dem Verteiler.
   *[other] { $n } Personen stehen neu auf dem Verteiler.
}
distribution-people-removed = { $n ->
    [one] Eine Person steht nicht mehr auf dem Verteiler.
   *[other] { $n } Personen stehen nicht mehr auf dem Verteiler.
}
distribution-nobody = Niemand steht auf diesem Verteiler
distribution-nobody-fixed = Wählen Sie in der Liste der Kontakte Personen aus und setzen Sie sie auf den Verteiler.
distribution-nobody-rule = Zu dieser Regel passt zurzeit kein Kontakt.
distribution-show-all = Den ganzen Verteiler zeigen
distribution-delete = Verteiler löschen
    .ask = Löschen …
distribution-delete-question = Den Verteiler „{ $name }“ löschen?
distribution-delete-stays = { $n ->
    [0] Es steht niemand darauf.
    [one] Der Kontakt darauf bleibt.
   *[other] Die { $n } Kontakte darauf bleiben.
}
contacts-several = Mehrere ändern
contacts-several-all = Alle { $n }, die die Liste findet, auch auf anderen Seiten
contacts-give-tags = Schlagwörter geben
contacts-take-tags = Schlagwörter nehmen
contacts-tags-given = { $n ->
    [0] Alle hatten diese Schlagwörter schon.
    [one] Ein Kontakt hat die Schlagwörter bekommen.
   *[other] { $n } Kontakte haben die Schlagwörter bekommen.
}
contacts-tags-taken = { $n ->
    [0] Niemand hatte diese Schlagwörter.
    [one] Einem Kontakt sind die Schlagwörter genommen.
   *[other] { $n } Kontakten sind die Schlagwörter genommen.
}
contacts-column-choose = Auswählen
contacts-choose = { $name } auswählen

contact-export-consent = Eingewilligt am
contact-export-consent-version = Fassung der Einwilligung
contact-import-title = Kontakte importieren
contact-import-intro = Die erste Zeile enthält die Spaltenüberschriften, jede weitere eine Person. Nötig sind Vorname, Nachname und E-Mail; Organisation, Funktion, Sprache, Schlagwörter, Notizen und „Einladungen“ (ja oder nein) sind möglich.
contact-import-go = { $n ->
    [one] Eine Zeile importieren
   *[other] { $n } Zeilen importieren
}
contact-import-sound = Die Tabelle ist in Ordnung.
contact-import-added = { $n ->
    [0] Es kommt kein Kontakt hinzu.
    [one] Ein Kontakt kommt hinzu.
   *[other] { $n } Kontakte kommen hinzu.
}
contact-import-supplemented = { $n ->
    [one] Ein vorhandener Kontakt wird ergänzt: Schlagwörter kommen hinzu, fehlende Angaben werden eingetragen; Name und Organisation bleiben.
   *[other] { $n } vorhandene Kontakte werden ergänzt: Schlagwörter kommen hinzu, fehlende Angaben werden eingetragen; Name und Organisation bleiben.
}
contact-import-no-mails = Es wird niemand angeschrieben.
contact-import-known = { $n ->
    [one] Eine Zeile wird übersprungen: Was sie sagt, steht schon im Adressbuch.
   *[other] { $n } Zeilen werden übersprungen: Was sie sagen, steht schon im Adressbuch.
}
contact-import-unlisted = { $n ->
    [one] Eine Organisation steht nicht auf Ihrer Liste und wird nur als Name übernommen: { $names }
   *[other] { $n } Organisationen stehen nicht auf Ihrer Liste und werden nur als Namen übernommen, zum Beispiel: { $names }
}
contact-import-what = Was geschieht
contact-import-is-new = neu
contact-import-is-supplemented = wird ergänzt
contact-import-opts-out = wird ergänzt; keine Einladungen mehr
contact-import-opting-out = { $n ->
    [one] Eine Person, die schon im Adressbuch steht, bekommt keine Einladungen mehr.
   *[other] { $n } Personen, die schon im Adressbuch stehen, bekommen keine Einladungen mehr.
}
contact-import-differing = { $n ->
    [one] Eine Zeile nennt einen anderen Namen oder eine andere Organisation als das Adressbuch
   *[other] { $n } Zeilen nennen einen anderen Namen oder eine andere Organisation als das Adressbuch
}. Dort bleibt es, wie es ist; hat die Tabelle recht, ändern Sie den Kontakt: { $lines }
contact-import-differs = Zeile { $line }: { $says } statt { $stored }
contact-imported = Die Tabelle ist importiert. Sie können den Import unten rückgängig machen.
contact-import-undone = { $n ->
    [0] Der Import ist rückgängig gemacht. Es wurde kein Kontakt gelöscht.
    [one] Der Import ist rückgängig gemacht. Ein Kontakt ist wieder gelöscht.
   *[other] Der Import ist rückgängig gemacht. { $n } Kontakte sind wieder gelöscht.
}
contact-import-restored = { $n ->
    [one] Ein ergänzter Kontakt ist wieder wie vorher.
   *[other] { $n } ergänzte Kontakte sind wieder wie vorher.
}
contact-import-kept = { $n ->
    [one] Ein Kontakt bleibt, weil er seitdem geändert oder eingeladen wurde oder sich angemeldet hat.
   *[other] { $n } Kontakte bleiben, weil sie seitdem geändert oder eingeladen wurden oder sich angemeldet haben.
}
contact-import-undone-before = Dieser Import war schon rückgängig gemacht.
contact-imports-title = Letzte Importe
contact-imports-hint = Rückgängig machen löscht, was der Import hinzugefügt hat. Wer seitdem geändert oder eingeladen wurde oder sich angemeldet hat, bleibt.
contact-imports-row = { $added ->
    [one] ein Kontakt neu
   *[other] { $added } Kontakte neu
}, { $supplemented ->
    [0] keiner ergänzt
    [one] einer ergänzt
   *[other] { $supplemented } ergänzt
}
contact-imports-undo = Rückgängig machen
contact-imports-undone = rückgängig gemacht
