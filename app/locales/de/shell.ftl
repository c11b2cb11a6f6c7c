# Kopf und Fuß jeder Seite, Formulare, Fehler.

shell-title = { $title } – { $network }
shell-title-refused = Nicht geklappt: { $title } – { $network }
shell-skip = Zum Inhalt
shell-nav = Hauptnavigation
shell-nav-events = Veranstaltungen
shell-nav-people = Menschen
shell-nav-messages = Nachrichten
shell-nav-network = Netzwerk
shell-nav-account = Konto
shell-menu = Menü
shell-networks = Netzwerk wechseln
shell-sign-in = Einloggen
shell-to-start = Zur Startseite
shell-imprint = Impressum
shell-privacy = Datenschutz
shell-accessibility = Barrierefreiheit

form-part-empty = leer
form-part-edited = geändert, noch nicht gespeichert
form-optional = freiwillig
form-trouble = Der Server ist gerade nicht zu erreichen. Ihre Eingaben sind noch da; bitte versuchen Sie es gleich noch einmal.
form-changes = Was inzwischen geändert wurde
form-own-changes = Was Sie ändern
form-changes-field = Feld
form-changes-before = vorher
form-honeypot = Bitte leer lassen
form-changes-nothing = –
form-changes-after = jetzt

meter-free = { $free } von { $of } { $of ->
    [one] Platz
   *[other] Plätzen
} frei
meter-full = Alle Plätze sind vergeben
meter-taken = { $taken } von { $of } { $of ->
    [one] Platz
   *[other] Plätzen
} belegt

pagination = Seiten der Liste
pagination-rows = Zeile { $first }–{ $last } von { $of }
pagination-before = Vorherige
pagination-after = Nächste
pagination-later = Spätere
pagination-earlier = Frühere

error-not-found = Diese Seite gibt es nicht
    .advice = Vielleicht ist der Link unvollständig, oder die Veranstaltung ist nicht mehr öffentlich.
error-not-allowed = Dafür fehlt Ihnen die Berechtigung
    .advice = Bitte wenden Sie sich an die Verantwortlichen Ihres Netzwerks.
error-sign-in = Bitte loggen Sie sich ein
    .advice = Ihre Sitzung ist abgelaufen. Was Sie eingegeben haben, bleibt stehen: Loggen Sie sich ein und senden Sie es dann noch einmal.
error-invalid = Das hat noch nicht geklappt
    .advice = Bitte prüfen Sie Ihre Eingaben.
error-conflict = Inzwischen hat jemand anderes etwas geändert
    .advice = Ihre Eingaben stehen noch im Formular. Prüfen Sie, was sich geändert hat; wenn Sie noch einmal speichern, gilt Ihre Fassung.
error-preview = Noch ist nichts geändert
    .advice = Bitte prüfen Sie, ob alles stimmt.
error-full = Alle Plätze sind vergeben
    .advice = Eben wurde der letzte freie Platz vergeben.
error-wrong-state = Das geht jetzt nicht mehr
    .advice = Inzwischen hat sich etwas geändert. Bitte sehen Sie nach, was jetzt gilt.
error-too-many-requests = Zu viele Versuche
    .advice = { $minutes ->
        [one] Bitte versuchen Sie es in einer Minute noch einmal.
       *[other] Bitte versuchen Sie es in { $minutes } Minuten noch einmal.
    }
error-too-many-registrations = Zu viele Anmeldungen über diesen Internetanschluss
    .advice = { $minutes ->
        [one] Das passiert, wenn viele Menschen dasselbe WLAN nutzen. Bitte senden Sie das Formular in einer Minute noch einmal, oder gleich über mobile Daten.
       *[other] Das passiert, wenn viele Menschen dasselbe WLAN nutzen. Bitte senden Sie das Formular in { $minutes } Minuten noch einmal, oder gleich über mobile Daten.
    }
error-expired = Dieser Link gilt nicht mehr
    .advice = Er wurde schon benutzt oder ist zu alt.
error-unreadable = Die Eingaben kamen nicht richtig an
    .advice = Sie sind unvollständig oder zu groß. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
error-unavailable = Gerade nicht zu erreichen
    .advice = Der Dienst ist gleich wieder da. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
error-internal = Da ist uns ein Fehler passiert
    .advice = Es liegt nicht an Ihnen. Wenn es wieder passiert, nennen Sie uns bitte diese Kennung: { $id }

unreadable-rows = { $n ->
    [one] Eine Zeile dieser Liste ist nicht lesbar und fehlt
   *[other] { $n } Zeilen dieser Liste sind nicht lesbar und fehlen
}
    .advice = Alle anderen sind vollständig. Geben Sie diese Angaben bitte an die Person weiter, die den Server betreibt:
unreadable-row = Tabelle { $table }, Kennung { $row }, Spalte { $column }

logos-of-funders = Förderer und Partner
decimal = { $whole },{ $tenth }
