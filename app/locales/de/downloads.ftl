# Dateien zum Herunterladen.

list-given-name = Vorname
list-family-name = Nachname
list-address = E-Mail
list-organisation = Organisation
list-state = Stand
list-language = Sprache
list-registered = Angemeldet am
