# Anmelden und das eigene Konto.

sign-in-title = Einloggen
sign-in-intro = Für alle, die Veranstaltungen eines Netzwerks planen. Zur Teilnahme an einer Veranstaltung brauchen Sie kein Konto.
sign-in-address = E-Mail-Adresse
    .hint = Wir schicken Ihnen einen Link, mit dem Sie sich ohne Passwort einloggen.
sign-in-send = Link anfordern
sign-in-sent = Schauen Sie in Ihr Postfach
    .advice = Wenn zu dieser Adresse ein Konto gehört, ist ein Link unterwegs. Er gilt 15 Minuten und lässt sich einmal verwenden.
sign-in-link-title = Jetzt einloggen
sign-in-kept = Auf diesem Server ist kein Mailversand eingerichtet. Einen neuen Link erstellt, wer den Server betreut, mit dem Befehl treffpunkt member add.
sign-in-link-intro = Noch ein Klick. Manche Mailprogramme öffnen Links vorab, um sie zu prüfen; so bleibt Ihr Link trotzdem gültig.
sign-in-link-go = Einloggen
sign-in-link-new = Neuen Link anfordern

account-title = Konto
account-signed-in = Eingeloggt als { $address }
account-sign-out = Ausloggen
account-networks = Ihre Netzwerke
account-network = Netzwerk
account-name = Name
account-role = Rolle
