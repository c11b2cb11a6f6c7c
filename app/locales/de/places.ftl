# Plätze von Organisationen.

contingents-title = Kontingente
contingents-page = Kontingente: { $event }
contingents-about = Gehaltene Plätze sind für die Personen einer Organisation frei, solange die Organisation sie nicht zurückgibt. Ihre Kontaktperson verwaltet sie über einen Link.
contingents-none = Es gibt noch keine Organisationen
    .advice = Legen Sie die Organisationen des Netzwerks an
contingents-numbers = { $held } Plätze gehalten, davon { $unused } unbenutzt. { $taken } von { $of } Plätzen sind vergeben.
contingents-numbers-unlimited = { $held } Plätze gehalten, davon { $unused } unbenutzt. Die Zahl der Plätze ist unbegrenzt.
contingents-held = Gehaltene Plätze
contingents-taken = Vergeben
contingents-link = Link
contingents-has-link = Link aktiv
contingents-save = Kontingente speichern
contingents-saved = Die Kontingente sind gespeichert.
contingents-release = Unbenutzte Plätze zurückgeben
contingents-release-due = Zurück an alle am
    .hint = Ab dann wird kein Platz mehr gehalten, und die Warteliste rückt nach. Wer einen Platz hat, behält ihn. Leer lassen: Die Plätze bleiben gehalten.
contingents-release-save = Datum speichern
contingents-release-saved = Das Datum ist gespeichert.
contingents-released = Seit { $due } werden keine Plätze mehr gehalten. Kontingente, die Sie jetzt eintragen, bleiben bis zum Beginn.
contingents-nobody = Noch hat niemand aus dieser Organisation einen Platz.
contingents-links = Link für die Kontaktperson
    .about = Der Link öffnet ohne Konto die Plätze dieser Organisation: eintragen, tauschen, freigeben. Sie können ihn jederzeit sperren.
contingents-link-once = Dieser Link wird nur jetzt angezeigt. Wer ihn hat, verwaltet die Plätze der Organisation.
contingents-link-mailed = Zuletzt an { $address } gesendet, { $made }.
contingents-link-made = Zuletzt erstellt: { $made }.
contingents-address = E-Mail-Adresse der Kontaktperson
    .hint = Sie bekommt den Link mit der Zahl der Plätze.
contingents-mail = Link senden
contingents-mailed = Der Link ist unterwegs.
contingents-make = Link zum Kopieren erstellen
contingents-revoke = Alle Links sperren
contingents-revoked = Die Links sind gesperrt.

places-title = Plätze für { $organisation }
places-closed = Plätze lassen sich nicht mehr ändern.
places-numbers = { $held ->
    [0] { $taken } Plätze vergeben, keiner gehalten
   *[other] { $taken } von { $held } Plätzen vergeben
}
places-unused = { $n ->
    [0] Alle gehaltenen Plätze sind vergeben.
    [one] Ein Platz wird noch für Ihre Organisation gehalten.
   *[other] { $n } Plätze werden noch für Ihre Organisation gehalten.
}
places-until = Plätze, die Sie bis { $due } nicht nutzen, stehen danach allen offen.
places-released-since = Seit { $due } werden keine Plätze mehr gehalten. Sie können weiter Personen eintragen, solange Plätze frei sind.
places-return = { $n ->
    [one] Den unbenutzten Platz zurückgeben …
   *[other] Die { $n } unbenutzten Plätze zurückgeben …
}
places-return-question = { $n ->
    [one] Den unbenutzten Platz zurückgeben?
   *[other] Die { $n } unbenutzten Plätze zurückgeben?
}
places-return-means = Sie stehen danach allen offen. Wer eingetragen ist, behält seinen Platz.
places-return-go = Zurückgeben
places-returned = { $n ->
    [one] Ein Platz ist zurückgegeben. Vielen Dank.
   *[other] { $n } Plätze sind zurückgegeben. Vielen Dank.
}
places-people = Ihre Kolleginnen und Kollegen
places-nobody = Noch ist niemand eingetragen
    .advice = Tragen Sie unten Ihre Kolleginnen und Kollegen ein.
places-unconfirmed = Adresse noch nicht bestätigt
places-column-acts = Ändern
places-has-place = hat einen Platz
places-swap = Tauschen …
places-swap-question = Wer kommt statt { $name }?
places-swap-leaves = { $name } bekommt eine Abmeldung, die den Termin aus dem Kalender nimmt.
places-swap-comes = Der Platz bleibt Ihrer Organisation; die neue Person bekommt die Einladung für den Kalender.
places-swap-go = Platz tauschen
places-swapped = Der Platz ist getauscht. Beide Personen bekommen eine E-Mail.
places-release = Freigeben …
places-release-question = Platz von { $name } freigeben?
places-release-mail = { $name } bekommt eine E-Mail und wird abgemeldet.
places-release-stays = Der Platz bleibt für Ihre Organisation gehalten.
places-release-open = Der Platz steht danach allen offen.
places-release-go = Freigeben und benachrichtigen
places-released = Der Platz ist freigegeben.
places-enter = Kolleginnen und Kollegen eintragen
places-enter-all = Alle, die Sie eintragen, bekommen einen Platz.
places-enter-left = { $n ->
    [0] Zurzeit ist kein Platz frei: Wen Sie eintragen, der kommt auf die Warteliste.
    [one] Ein Platz ist für Ihre Organisation frei. Wer keinen mehr bekommt, kommt auf die Warteliste.
   *[other] { $n } Plätze sind für Ihre Organisation frei. Wer keinen mehr bekommt, kommt auf die Warteliste.
}
places-enter-only-held = { $n ->
    [0] Alle Plätze, die für Ihre Organisation gehalten werden, sind besetzt.
    [one] Ein gehaltener Platz ist noch frei.
   *[other] { $n } gehaltene Plätze sind noch frei.
}
places-enter-held = { $n ->
    [0] Alle Plätze, die für Ihre Organisation gehalten werden, sind besetzt. Wer sonst kommen möchte, meldet sich auf der Seite der Veranstaltung an.
    [one] Ein gehaltener Platz ist noch frei. Wer sonst kommen möchte, meldet sich auf der Seite der Veranstaltung an.
   *[other] { $n } gehaltene Plätze sind noch frei. Wer sonst kommen möchte, meldet sich auf der Seite der Veranstaltung an.
}
places-enter-mail = Jede Person bekommt eine E-Mail, in der steht, dass Ihre Organisation sie eingetragen hat, mit der Einladung für den Kalender und einem Link zum Abmelden.
places-enter-go = Eintragen und benachrichtigen
places-entered = { $n ->
    [one] Eine Person ist eingetragen und hat einen Platz.
   *[other] { $n } Personen sind eingetragen und haben einen Platz.
}
places-entered-waiting = { $seated ->
    [0] Es war kein Platz frei, auf der Warteliste: { $waiting }.
   *[other] Mit Platz eingetragen: { $seated }, auf der Warteliste: { $waiting }.
}
places-entered-others = { $n ->
    [one] Eine Person ist schon angemeldet oder bekommt eine E-Mail, um selbst zu bestätigen.
   *[other] { $n } Personen sind schon angemeldet oder bekommen eine E-Mail, um selbst zu bestätigen.
}

colleagues-person = Person { $n }
colleagues-first = Weitere Person anmelden
colleagues-more = Weitere Person

colleagues-title = Weitere Personen
colleagues-about-each = Sie können Kolleginnen und Kollegen gleich mit anmelden. Sobald Sie Ihre Adresse bestätigt haben, bekommt jede Person eine E-Mail, in der steht, dass Sie sie eingetragen haben, und bestätigt selbst.
colleagues-about-first = Sie können Kolleginnen und Kollegen gleich mit anmelden und bestätigen für alle. Jede Person bekommt eine E-Mail, in der steht, dass Sie sie eingetragen haben.
colleagues-left = { $n ->
    [0] Zurzeit ist kein Platz frei: Alle kommen auf die Warteliste.
    [one] Ein Platz ist frei. Wer keinen mehr bekommt, kommt auf die Warteliste.
   *[other] { $n } Plätze sind frei. Wer keinen mehr bekommt, kommt auf die Warteliste.
}
confirm-entered-by = { $name } hat Sie eingetragen.
confirm-consent = Mit der Bestätigung willigen Sie in die Datenschutzhinweise von { $network } ein.
confirm-colleagues = { $n ->
    [one] Mit Ihnen eingetragen ist eine Person:
   *[other] Mit Ihnen eingetragen sind { $n } Personen:
}
confirm-colleagues-each = { $waits ->
    [decision] Jede Person bekommt eine E-Mail und bestätigt selbst. Danach entscheidet das Organisationsteam auch über sie. Wer schon angemeldet ist, bekommt keine zweite E-Mail.
   *[seat] Jede Person bekommt eine E-Mail und bestätigt selbst. Plätze werden mit der Bestätigung vergeben. Wer schon angemeldet ist, bekommt keine zweite E-Mail.
}
confirm-colleagues-first = Mit Ihrer Bestätigung bekommen alle einen Platz und eine E-Mail. Wer schon angemeldet ist, bekommt keine zweite E-Mail.
confirm-colleagues-decision = Mit Ihrer Bestätigung liegen auch ihre Anmeldungen dem Organisationsteam vor. Wer schon angemeldet ist, bekommt keine zweite E-Mail.
confirm-colleagues-waiting = { $seated ->
    [0] Für sie ist kein Platz frei: Sie kommen auf die Warteliste und bekommen eine E-Mail.
    [one] Für eine Person ist noch ein Platz frei, { $waiting ->
        [one] die letzte kommt
       *[other] die letzten { $waiting } kommen
    } auf die Warteliste. Alle bekommen eine E-Mail.
   *[other] Für { $seated } Personen ist noch Platz, { $waiting ->
        [one] die letzte kommt
       *[other] die letzten { $waiting } kommen
    } auf die Warteliste. Alle bekommen eine E-Mail.
}
