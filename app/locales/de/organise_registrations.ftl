# Anmeldungen einer Veranstaltung: Liste, Person, Import.

people-page = Anmeldungen: { $title }
people-title = Angemeldete
people-imported = { $n ->
    [one] Eine Person ist importiert.
   *[other] { $n } Personen sind importiert.
}
people-refused = { $n ->
    [one] Eine Person hat die letzte E-Mail nicht bekommen.
   *[other] { $n } Personen haben die letzte E-Mail nicht bekommen.
}
    .advice = Meist stimmt die Adresse nicht. Alle anderen E-Mails sind versendet oder noch unterwegs.
people-refused-who = Betroffene anzeigen
people-draft = { $n ->
    [one] Die Veranstaltung ist noch ein Entwurf: Die Person auf der Liste bekommt ihre E-Mail erst, wenn Sie veröffentlichen.
   *[other] Die Veranstaltung ist noch ein Entwurf: Die { $n } Personen auf der Liste bekommen ihre E-Mails erst, wenn Sie veröffentlichen.
}
people-none = Noch ist niemand angemeldet
people-none-draft = Sobald die Veranstaltung veröffentlicht ist, können sich Menschen anmelden. Bis dahin können Sie Personen selbst eintragen oder eine Liste importieren; E-Mails gehen erst nach der Veröffentlichung hinaus.
people-none-published = Teilen Sie den Link zur Veranstaltung, tragen Sie Personen selbst ein oder importieren Sie eine Liste.
people-none-cancelled = Die Veranstaltung ist abgesagt; es kommt niemand mehr dazu.
people-nothing-found = Niemand passt zu dieser Suche
people-show-all = Alle zeigen
people-add = Person eintragen
people-import = Liste importieren
people-csv = CSV
people-xlsx = Excel
people-print = Drucken
people-tile-confirmed = bestätigt
people-tile-waiting = { $waits ->
    [decision] zu entscheiden
   *[seat] auf der Warteliste
}
people-tile-pending = Adresse noch nicht bestätigt
people-tile-cancelled = { $declined ->
    [0] abgemeldet
   *[other] abgemeldet, { $declined } abgelehnt
}
people-tile-organisations = Organisationen vertreten
people-search = Suchen
people-state = Stand
people-state-all = alle
people-organisation = Organisation
people-organisation-all = alle
people-order = Sortiert nach
people-order-name = Name
people-order-organisation = Organisation
people-order-newest = zuletzt angemeldet
people-order-waiting = { $waits ->
    [decision] wartet am längsten
   *[seat] Warteliste
}
people-find = Anwenden
people-column-name = Name
people-column-organisation = Organisation
people-column-state = Stand
people-column-mail = Letzte E-Mail
people-column-registered = Angemeldet
people-column-address = E-Mail-Adresse
people-column-language = Sprache
people-columns = Spalten wählen
people-columns-shown = Diese Spalten sehen
    .hint = Die Auswahl gilt für Sie und diese Veranstaltung, auch beim Drucken und in CSV und Excel. Der Name ist immer dabei, der Stand der E-Mail steht nur in der Liste.
people-columns-save = Auswahl merken
people-no-mail = noch keine

waiting-title = { $waits ->
    [decision] Zu entscheiden
   *[seat] Warteliste
}
waiting-all = { $waits ->
    [decision] Über mehrere entscheiden
   *[seat] { $n ->
        [one] Die ganze Warteliste (eine Person)
       *[other] Die ganze Warteliste ({ $n } Personen)
    }
}
waiting-up = Nach oben
waiting-hint = Wird ein Platz frei, bekommt ihn automatisch die erste Person, für die er infrage kommt. Wenn Sie die Reihenfolge ändern, wird keine E-Mail verschickt.

person-workshops = Wünsche und Workshops
person-back = Zu den Anmeldungen
person-waits-at = Warteliste, Stelle { $position }
person-added-seat = Eingetragen, mit einem Platz
person-added-waiting = { $waits ->
    [decision] Eingetragen, wartet auf Ihre Entscheidung
   *[seat] Eingetragen, auf der Warteliste
}
person-confirmed = Der Platz ist vergeben
person-declined = Die Anmeldung ist abgelehnt
person-cancelled = Die Person ist abgemeldet
person-corrected = Gespeichert
    .mail = Es wurde keine E-Mail verschickt.
correct-title = Angaben berichtigen
correct-go = Speichern
correct-fixed = E-Mail-Adresse ({ $address }) und Organisation lassen sich nicht ändern, weil Plätze und E-Mails von ihnen abhängen. Sind sie falsch, melden Sie die Person ab und tragen Sie sie neu ein.
correct-contact = E-Mail-Adresse und Organisation sind die des Kontakts. Wer sie dort ändert, ändert sie in allen Anmeldungen der Person.
person-mail-goes = Die E-Mail an { $address } ist auf dem Weg.
person-no-mail-yet = Die Veranstaltung ist noch ein Entwurf; es wurde keine E-Mail verschickt.
person-data = Angaben
person-answers = Antworten
person-registration = Anmeldung
person-address = E-Mail-Adresse
person-organisation = Organisation
person-organisation-free = { $name } (nicht in der Liste des Netzwerks)
person-language = Sprache
person-registered = Angemeldet
person-source-form = über das Formular
person-source-organiser = vom Organisationsteam eingetragen
person-source-import = importiert
person-since = { $state } seit
person-consent = Einwilligung
person-consent-given = { $when }, Fassung { $version } der Datenschutzhinweise
person-consent-none = keine: nicht selbst angemeldet
person-contact = Zum Kontakt
person-contact-named = Im Adressbuch steht die Person als { $name }.

history-title = E-Mails an diese Person
history-none = Diese Person hat noch keine E-Mail bekommen.

decide-title = Entscheiden
decide-confirm = Platz geben …
decide-confirm-question = { $name } einen Platz geben?
decide-confirm-go = Platz geben und benachrichtigen
decide-decline = Ablehnen …
decide-decline-question = { $name } ablehnen?
decide-decline-go = Ablehnen und benachrichtigen
decide-cancel = Abmelden …
decide-cancel-question = { $name } abmelden?
decide-cancel-go = Abmelden
decide-up = Eine Stelle nach oben
    .hint = { $name } rückt dafür eine Stelle nach hinten. Es wird keine E-Mail verschickt.
decide-back = Abbrechen
decide-reason = Begründung
    .hint = Freiwillig. Sie steht wörtlich in der E-Mail.
decide-full = Für { $name } ist kein Platz frei
decide-full-held = Was noch frei ist, gehört zu den Kontingenten anderer Organisationen. Ändern Sie die Zahl der Plätze oder die Kontingente.
decide-full-advice = Erhöhen Sie die Zahl der Plätze, oder warten Sie, bis sich jemand abmeldet.
decide-full-change = Plätze ändern
decide-anyway = Trotzdem Platz geben …
decide-beyond = Alle Plätze sind vergeben. Danach haben { $taken } Personen einen Platz, vorgesehen { $of ->
        [one] ist einer
       *[other] sind { $of }
    }.
decide-beyond-held = Die freien Plätze werden für andere Organisationen gehalten. Danach sind { $taken } von { $of } Plätzen vergeben, und für diese Organisationen fehlt einer.
decide-unconfirmed = { $address } ist noch nicht bestätigt. Wenn Sie den Platz jetzt geben, verzichten Sie darauf.
decide-skips = { $n ->
    [one] Eine Person, die länger wartet, wird übergangen.
   *[other] { $n } Personen, die länger warten, werden übergangen.
}
decide-seat-mail = { $address } bekommt eine E-Mail mit der Zusage und der Einladung für den Kalender.
decide-next = { $name } rückt von der Warteliste nach; Zusage und Kalendereinladung gehen an { $address }.
decide-next-nobody = { $waits ->
    [decision] Der Platz wird frei. Sie entscheiden, wer ihn bekommt.
   *[seat] Der Platz wird frei. Niemand rückt von der Warteliste nach.
}
decide-place-lost = Stelle { $position } der Warteliste geht verloren.
decide-end-calendar = { $address } bekommt eine E-Mail, die den Termin aus dem Kalender nimmt.
decide-end-mail = { $address } bekommt eine E-Mail.
decide-end-silent = Es wird keine E-Mail verschickt: Die Veranstaltung ist noch ein Entwurf.
decide-declined-stays = Mit dieser Adresse ist keine neue Anmeldung möglich. Sie können die Entscheidung später ändern.
decide-cancelled-may-return = Wieder anmelden bleibt möglich, solange die Anmeldung offen ist.

choose-person = { $name } auswählen
choose-all = { $n ->
    [one] die eine Person, die diese Liste zeigt
   *[other] alle { $n }, die diese Liste zeigt
}
choose-all-waiting = { $n ->
    [one] die eine Person, die wartet
   *[other] alle { $n }, die warten
}
choose-accept = Ausgewählte annehmen …
choose-decline = Ausgewählte ablehnen …
choose-answer = Antwort eintragen …

answer-several-title = { $n ->
    [0] Antwort für mehrere
    [one] Antwort für eine Person
   *[other] Antwort für { $n } Personen
}
answer-several-question = Welche Frage?
answer-several-next = Weiter
answer-several-replaces = { $n ->
    [one] Eine Person hat diese Frage schon beantwortet. Ihre Antwort wird ersetzt.
   *[other] { $n } Personen haben diese Frage schon beantwortet. Ihre Antworten werden ersetzt.
}
answer-several-silent = Es wird keine E-Mail verschickt. Die anderen Antworten bleiben.
answer-several-go = { $n ->
    [one] Für eine Person eintragen
   *[other] Für { $n } Personen eintragen
}
answer-several-cancelled = Die Veranstaltung ist abgesagt. Antworten werden nicht mehr geändert.
answer-several-no-question = Diese Veranstaltung stellt keine Fragen
    .advice = Fragen legen Sie unter „Anmeldungen“ an.
answer-several-done = { $n ->
    [0] Alle hatten diese Antwort schon.
    [one] Die Antwort ist für eine Person eingetragen.
   *[other] Die Antwort ist für { $n } Personen eingetragen.
}
several-title = { $n ->
    [one] Über eine Person entscheiden
   *[other] Über mehrere entscheiden
}
several-back = Zurück zur Liste
several-not-published = Plätze werden gegeben, sobald die Veranstaltung veröffentlicht ist und solange sie nicht abgesagt ist.
several-nobody = Niemand ist ausgewählt
    .advice = Kreuzen Sie in der Liste an, über wen Sie entscheiden wollen, oder wählen Sie alle, die sie zeigt.
several-full = Es ist kein Platz frei
    .advice = Die Ausgewählten warten weiter. Erhöhen Sie die Zahl der Plätze, oder warten Sie, bis sich jemand abmeldet.
several-unchanged = Für die Ausgewählten ändert sich nichts
several-accept-unchanged = Sie haben schon einen Platz oder haben sich selbst abgemeldet.
several-decline-unchanged = Sie sind schon abgelehnt oder haben sich selbst abgemeldet.
several-accept-question = { $n ->
    [one] Eine Person annehmen?
   *[other] { $n } Personen annehmen?
}
several-accept-go = { $n ->
    [one] Annehmen und benachrichtigen
   *[other] { $n } Personen annehmen und benachrichtigen
}
several-decline-question = { $n ->
    [one] Eine Person ablehnen?
   *[other] { $n } Personen ablehnen?
}
several-decline-go = { $n ->
    [one] Ablehnen und benachrichtigen
   *[other] { $n } Personen ablehnen und benachrichtigen
}
several-note = Ihre Worte dazu
    .hint = Stehen wörtlich in der E-Mail.
several-preview = Vorschau aktualisieren
several-recounted = { $n ->
    [one] Inzwischen betrifft es eine Person. Bitte prüfen Sie die Auswahl.
   *[other] Inzwischen betrifft es { $n } Personen. Bitte prüfen Sie die Auswahl.
}
several-decided-meanwhile = { $n ->
    [one] Inzwischen hat sich etwas geändert, oder jemand anderes hat entschieden. Jetzt betrifft es eine Person. Bitte prüfen Sie noch einmal.
   *[other] Inzwischen hat sich etwas geändert, oder jemand anderes hat entschieden. Jetzt betrifft es { $n } Personen. Bitte prüfen Sie noch einmal.
}
several-mails-one = Die Person bekommt eine E-Mail.
several-seated = { $n ->
    [one] Eine Person bekommt einen Platz und die Einladung für den Kalender.
   *[other] { $n } Personen bekommen einen Platz und die Einladung für den Kalender.
}
several-anyway = Trotzdem Plätze geben …
several-beyond = { $n ->
    [one] Für eine davon ist kein Platz frei. Danach haben { $taken } Personen einen Platz, vorgesehen { $of ->
        [one] ist einer
       *[other] sind { $of }
    }.
   *[other] Für { $n } davon ist kein Platz frei. Danach haben { $taken } Personen einen Platz, vorgesehen { $of ->
        [one] ist einer
       *[other] sind { $of }
    }.
}
several-beyond-seats = Auch über die freien Plätze hinaus
    .hint = Alle bekommen einen Platz, auch wenn keiner frei ist oder die freien für andere Organisationen gehalten werden.
several-enqueued = { $waits ->
    [decision] { $n ->
        [one] Für eine Person ist kein Platz frei: Sie wartet weiter.
       *[other] Für { $n } Personen ist kein Platz frei: Sie warten weiter.
    }
   *[seat] { $n ->
        [one] Für eine Person ist kein Platz frei: Sie kommt auf die Warteliste.
       *[other] Für { $n } Personen ist kein Platz frei: Sie kommen auf die Warteliste.
    }
}
several-still-waiting = { $n ->
    [one] Eine Person wartet weiter, weil kein Platz frei ist, und bekommt keine E-Mail.
   *[other] { $n } Personen warten weiter, weil kein Platz frei ist, und bekommen keine E-Mail.
}
several-unconfirmed = { $n ->
    [one] Eine Adresse ist noch nicht bestätigt. Wenn Sie jetzt annehmen, verzichten Sie darauf.
   *[other] { $n } Adressen sind noch nicht bestätigt. Wenn Sie jetzt annehmen, verzichten Sie darauf.
}
several-declined = { $n ->
    [one] Eine Person wird abgelehnt.
   *[other] { $n } Personen werden abgelehnt.
}
several-unseated = { $waits ->
    [decision] { $n ->
        [one] Davon verliert eine ihren Platz.
       *[other] Davon verlieren { $n } ihren Platz.
    }
   *[seat] { $n ->
        [one] Davon verliert eine ihren Platz; er geht an die Warteliste.
       *[other] Davon verlieren { $n } ihren Platz; diese Plätze gehen an die Warteliste.
    }
}
several-left-accepted = { $n ->
    [one] Eine Person hat schon einen Platz oder hat sich abgemeldet; für sie ändert sich nichts.
   *[other] { $n } Personen haben schon einen Platz oder haben sich abgemeldet; für sie ändert sich nichts.
}
several-left-declined = { $n ->
    [one] Eine Person ist schon abgelehnt oder hat sich abgemeldet; für sie ändert sich nichts.
   *[other] { $n } Personen sind schon abgelehnt oder haben sich abgemeldet; für sie ändert sich nichts.
}
several-mails = Alle bekommen eine E-Mail. Sie können den Versand anhalten und fortsetzen.
several-mails-others = Alle anderen bekommen eine E-Mail. Sie können den Versand anhalten und fortsetzen.
several-reads = Das liest { $name }
several-people = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
}
several-accepted-done = { $n ->
    [one] Eine Person ist angenommen.
   *[other] Über { $n } Personen ist entschieden.
}
several-declined-done = { $n ->
    [one] Eine Person ist abgelehnt.
   *[other] { $n } Personen sind abgelehnt.
}

add-title = Person eintragen
add-seat = Wer hier eingetragen wird, bekommt sofort einen Platz.
add-seat-of = { $free ->
    [one] Ein Platz ist frei: Wer jetzt eingetragen wird, bekommt ihn sofort.
   *[other] { $free } Plätze sind frei: Wer hier eingetragen wird, bekommt sofort einen.
}
add-held = { $waits ->
    [decision] Frei sind nur noch Plätze aus Kontingenten. Einen Platz bekommen nur Personen von: { $organisations }. Alle anderen warten auf Ihre Entscheidung.
   *[seat] Frei sind nur noch Plätze aus Kontingenten. Einen Platz bekommen nur Personen von: { $organisations }. Alle anderen kommen auf die Warteliste.
}
add-waits = { $waits ->
    [decision] Alle Plätze sind vergeben: Wer hier eingetragen wird, wartet auf Ihre Entscheidung.
   *[seat] Alle Plätze sind vergeben: Wer hier eingetragen wird, kommt auf die Warteliste, an Stelle { $position }.
}
add-mail = { $waits ->
    [decision] Die Person bekommt sofort eine E-Mail: mit Platz die Zusage und die Einladung für den Kalender, sonst die Nachricht, dass noch entschieden wird. Bestätigen muss sie nichts.
   *[seat] Die Person bekommt sofort eine E-Mail: mit Platz die Zusage und die Einladung für den Kalender, sonst ihre Stelle auf der Warteliste. Bestätigen muss sie nichts.
}
add-mail-later = Die Veranstaltung ist noch ein Entwurf: Die E-Mail geht erst hinaus, wenn Sie veröffentlichen.
add-person = Person
add-given-name = Vorname
add-family-name = Nachname
add-address =
    .hint = Hierhin gehen Zusage und Kalendereinladung.
add-language =
    .hint = In dieser Sprache schreiben wir der Person.
add-answers = Fragen zur Veranstaltung
    .hint = Was Sie nicht wissen, kann offen bleiben; die Person kann es über ihren persönlichen Link ergänzen.
add-known = { $name } ist schon angemeldet
    .action = Anmeldung ansehen
add-go = Eintragen

import-title = Liste importieren
import-table = Tabelle
import-table-again = Tabelle ändern
import-intro = Die erste Zeile enthält die Spaltenüberschriften, jede weitere eine Person. Nötig sind Vorname, Nachname und E-Mail; Organisation, Sprache und Antworten auf die Fragen der Veranstaltung sind möglich.
import-file = Datei (Excel oder CSV)
    .hint = Eine Excel-Arbeitsmappe (.xlsx) oder CSV mit Komma, Semikolon oder Tabulator. Höchstens { $most } Zeilen, { $columns } Spalten und 4 MB.
import-text = Oder den Text hier einfügen
    .hint = Zellen aus Excel lassen sich kopieren und hier einfügen.
import-text-again = Text der Tabelle
import-file-again = Eine andere Datei
import-check = Prüfen
import-check-again = Noch einmal prüfen
import-nothing-yet = Beim Prüfen wird nichts gespeichert und niemand benachrichtigt.
import-go-sound = { $n ->
    [one] Eine Zeile importieren
   *[other] { $n } Zeilen importieren
}, { $faulty ->
    [one] eine mit Fehlern auslassen
   *[other] { $faulty } mit Fehlern auslassen
}
import-sound-done = { $n ->
    [one] Eine Zeile mit Fehlern wurde ausgelassen.
   *[other] { $n } Zeilen mit Fehlern wurden ausgelassen.
}
import-go = { $n ->
    [one] Eine Person importieren
   *[other] { $n } Personen importieren
}
import-sound = { $n ->
    [0] Es ist niemand zu importieren
    [one] Eine Person kann importiert werden
   *[other] { $n } Personen können importiert werden
}
import-seated = { $n ->
    [0] Niemand bekommt einen Platz.
    [one] Eine Person bekommt einen Platz.
   *[other] { $n } bekommen einen Platz.
}
import-waiting = { $waits ->
    [decision] { $n ->
        [one] Eine Person wartet auf Ihre Entscheidung.
       *[other] { $n } warten auf Ihre Entscheidung.
    }
   *[seat] { $n ->
        [one] Eine Person kommt auf die Warteliste.
       *[other] { $n } kommen auf die Warteliste.
    }
}
import-mails = { $n ->
    [0] Es geht keine E-Mail hinaus.
    [one] Eine E-Mail geht hinaus.
   *[other] { $n } E-Mails gehen hinaus.
}
import-again = Noch nichts importiert: Seit der letzten Prüfung hat sich etwas geändert. Bitte sehen Sie es sich an und bestätigen Sie noch einmal.
import-headings-below = Die Spaltenüberschriften stehen in Zeile { $line }. Die Zeilen darüber werden übersprungen.
import-headings-missing = Die Tabelle hat keine Spaltenüberschriften: Schon ihre erste Zeile nennt eine Person, die mit importiert wird. Wählen Sie bei „Inhalt der Spalten“, was in den Spalten steht.
import-headings-unknown = Diese Zeile gilt als Überschrift und wird nicht importiert: { $line }. Hat die Tabelle keine Überschriften, ergänzen Sie welche.
import-names-split = Namen in einer Spalte wurden in Vor- und Nachnamen geteilt. Bitte prüfen Sie, ob es stimmt.
import-names-look = Bitte besonders ansehen (Vorname | Nachname): { $names }
import-withdrawn = { $n ->
    [one] Eine Zeile wird übersprungen: Die Person ist laut Tabelle abgemeldet, abgelehnt oder unbestätigt.
   *[other] { $n } Zeilen werden übersprungen: Die Personen sind laut Tabelle abgemeldet, abgelehnt oder unbestätigt.
}
import-waited = { $n ->
    [one] Eine Zeile hat den Stand „Warteliste“. Ist ein Platz frei, erhält die Person ihn.
   *[other] { $n } Zeilen haben den Stand „Warteliste“. Sind Plätze frei, erhalten die Personen sie in der Reihenfolge der Tabelle.
}
import-unknown-states = { $n ->
    [one] Eine Zeile hat einen Stand, den wir nicht kennen. Die Person wird eingetragen.
   *[other] { $n } Zeilen haben einen Stand, den wir nicht kennen. Die Personen werden eingetragen.
}
import-column-full-name = Vor- und Nachname
import-known = { $n ->
    [one] Eine Zeile wird übersprungen: Die Person ist schon angemeldet.
   *[other] { $n } Zeilen werden übersprungen: Die Personen sind schon angemeldet.
}
import-returning = { $n ->
    [one] Eine Person hatte sich abgemeldet oder war abgelehnt; sie wird wieder angemeldet.
   *[other] { $n } Personen hatten sich abgemeldet oder waren abgelehnt; sie werden wieder angemeldet.
}
import-unlisted = { $n ->
    [one] Eine Organisation steht nicht auf Ihrer Liste und zählt zu keinem Kontingent: { $names }
   *[other] { $n } Organisationen stehen nicht auf Ihrer Liste und zählen zu keinem Kontingent, zum Beispiel: { $names }
}
import-left-out = Nicht importiert werden die Spalten: { $columns }
import-mails-later = E-Mails gehen erst hinaus, wenn Sie die Veranstaltung veröffentlichen.
import-unsound = So lässt sich die Tabelle noch nicht importieren. Bisher wurde nichts gespeichert.
import-faulty = { $of ->
    [one] Die einzige Zeile hat einen Fehler.
   *[other] { $n ->
        [one] Eine von { $of } Zeilen hat einen Fehler.
       *[other] { $n } von { $of } Zeilen haben Fehler.
    }
}
import-too-many = Höchstens { $most } Personen können zugleich importiert werden.
import-empty = Unter den Spaltenüberschriften steht niemand.
import-no-column = Keine Spalte enthält: { $what }. Ordnen Sie unten eine zu.
import-column-twice = Mehr als eine Spalte enthält: { $what }.
import-columns = Inhalt der Spalten
    .hint = Nach einer Änderung bitte noch einmal prüfen.
import-column-nothing = nicht importieren
import-column-answer = eine Antwort
import-column-empty = ohne Inhalt
import-column-examples = zum Beispiel: { $cells }
import-column-number = Spalte { $n }
import-line = Zeile
import-wrong = Fehler
import-cells = Inhalt
import-faults = Zeilen mit Fehlern
import-twice = steht schon in einer Zeile darüber.
import-more-faults = { $n ->
    [one] Und eine weitere Zeile.
   *[other] Und { $n } weitere Zeilen.
}
import-more-lines = { $n ->
    [one] Und eine weitere Zeile.
   *[other] Und { $n } weitere Zeilen.
}
import-read = { $n ->
    [one] So wird die eine Zeile gelesen
   *[other] So werden die { $n } Zeilen gelesen
}
person-no-address = ohne E-Mail-Adresse
person-no-address-no-mail = Es wird keine E-Mail verschickt: Zu dieser Person gibt es keine Adresse.

answers-title = Antworten
answers-of = { $n ->
    [one] Gezählt wird die eine Person, die einen Platz hat.
   *[other] Gezählt werden alle { $n } Personen, die einen Platz haben.
}
answers-no-questions = Das Formular hat keine eigenen Fragen
answers-nobody = Noch hat niemand einen Platz
answers-question = Frage
answers-answer = Antwort
answers-number = Anzahl
answers-who = Wer
answers-yes = ja
answers-none = keine Angabe
