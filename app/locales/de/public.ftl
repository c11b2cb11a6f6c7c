# Was alle sehen: Veranstaltungen, Anmeldung, rechtliche Seiten.

upcoming-title = Termine
upcoming-empty = Zurzeit ist keine öffentliche Veranstaltung geplant
    .advice = Einladungen zu anderen Veranstaltungen kommen per E-Mail.
upcoming-organise = Sie planen Veranstaltungen?
upcoming-sign-in = Anmelden

imprint-title = Impressum
imprint-empty = Für dieses Netzwerk ist noch kein Impressum hinterlegt.
privacy-title = Datenschutz
privacy-empty = Für dieses Netzwerk ist noch kein Datenschutztext hinterlegt.

accessibility-title = Barrierefreiheit
