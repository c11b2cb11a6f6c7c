# Netzwerk, Organisationen, Postausgang.

outgoing-title = Postausgang
outgoing-about = Alle E-Mails des Netzwerks und was aus ihnen wurde
outgoing-kept = Auf diesem Server ist kein Mailversand eingerichtet
    .advice = Alle E-Mails bleiben hier. Sie können sie lesen, ihre Links öffnen und sie als Datei herunterladen.
outgoing-none = Keine E-Mails
    .advice = Sobald sich jemand anmeldet oder Sie etwas ändern, das andere wissen müssen, erscheint die E-Mail hier.
outgoing-states = E-Mails nach Stand
outgoing-state = { $state } ({ $n })
outgoing-all = alle
outgoing-occasion = { $kind }, { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
outgoing-occasions = E-Mails nach Anlass
outgoing-column-occasion = Anlass
outgoing-column-latest = Zuletzt
outgoing-refused = { $n } abgelehnt
outgoing-kept-count = { $n } nicht versendet
outgoing-waiting = { $n ->
    [one] 1 wartet
   *[other] { $n } warten
}
outgoing-accepted = { $n } gesendet
outgoing-dropped = { $n } ersetzt
outgoing-search = Suche nach Adresse
outgoing-show-all = Alle Anlässe
outgoing-not-found = Keine E-Mail gefunden
messages-page = Nachrichten: { $title }
outgoing-mailing = { $n ->
    [one] „{ $subject }“, 1 Person
   *[other] „{ $subject }“, { $n } Personen
}

mail-column-subject = Betreff
mail-column-to = An
mail-column-state = Stand
mail-column-when = Geschrieben
mail-tried-again = wird noch einmal versucht
mail-kind-sign-in = Link zum Einloggen
mail-kind-confirm = Bitte um Bestätigung
mail-kind-seat = Zusage
mail-kind-waiting = Warteliste
mail-kind-undecided = Entscheidung steht aus
mail-kind-moved-up = Nachgerückt
mail-kind-already = Schon angemeldet
mail-kind-changed = Änderung der Veranstaltung
mail-kind-event-cancelled = Absage der Veranstaltung
mail-kind-invitation = Einladung
mail-kind-invitation-reminder = Erinnerung an Einladung
mail-kind-invitation-ended = Einladung beendet
mail-kind-wish-reminder = Erinnerung an Wünsche
mail-kind-message = Nachricht
mail-kind-reminder = Erinnerung
mail-kind-workshop-seat = Platz in einem Workshop
mail-kind-way = Tische im World-Café
mail-kind-workshop = Kalendereintrag eines Workshops
mail-kind-workshop-removed = Absage eines Workshops
mail-kind-cancelled = Abmeldung
mail-kind-declined = Ablehnung

mail-back = Zum Postausgang
mail-back-event = Zu den Nachrichten der Veranstaltung
mail-eml = Als Datei (.eml)
mail-written = geschrieben { $when }
mail-accepted-at = vom Mailserver angenommen { $when }
mail-server-said = Technische Meldung im Wortlaut
mail-reason-no-mailbox = Diese Adresse gibt es auf dem Mailserver nicht. Vielleicht ist sie falsch geschrieben.
mail-reason-no-domain = Zu dieser Adresse gibt es keinen Mailserver. Vielleicht ist der Teil nach dem @ falsch geschrieben.
mail-reason-local-part = Eine solche Adresse gibt es in E-Mails nicht: Der Teil vor dem @ ist nicht möglich.
mail-reason-letters = Der Mailserver unterstützt keine Umlaute oder anderen Sonderzeichen vor dem @.
mail-reason-full = Das Postfach ist voll.
mail-reason-too-large = Die E-Mail ist dem Mailserver zu groß.
mail-reason-blocked = Der Mailserver weist E-Mails dieses Absenders ab, zum Beispiel weil er sie für Spam hält.
mail-reason-later = Der Mailserver ist ausgelastet oder nimmt E-Mails erst beim zweiten Versuch an.
mail-reason-sign-in = Der Mailserver hat die Anmeldung dieses Servers abgelehnt. Bitte sagen Sie der Person Bescheid, die den Server betreut.
mail-reason-unreachable = Der Mailserver war nicht zu erreichen.
mail-reason-damaged = Die gespeicherte E-Mail ist beschädigt und wurde deshalb nicht gesendet. Der Mailserver hat damit nichts zu tun; bitte sagen Sie der Person Bescheid, die den Server betreut.
mail-reason-other = Der Mailserver hat die E-Mail nicht angenommen.
mail-refused = Diese E-Mail wurde nicht zugestellt
    .advice = Es wird nicht noch einmal versucht. Prüfen Sie die Adresse; stimmt sie nicht, melden Sie die Person ab und tragen Sie sie mit der richtigen Adresse ein.
    .final = Es wird nicht noch einmal versucht.
mail-put-off = Diese E-Mail ist noch nicht zugestellt
mail-again-at = { $attempts ->
    [one] Ein Versuch bisher, der nächste { $when }.
   *[other] { $attempts } Versuche bisher, der nächste { $when }.
}
mail-kept = Diese E-Mail wurde nicht versendet
    .advice = Auf diesem Server ist kein Mailversand eingerichtet. Die Links darin funktionieren trotzdem.
mail-kept-unsent = Als sie geschrieben wurde, war kein Mailversand eingerichtet.
mail-sent-again = Wird noch einmal versendet
mail-send-again = Noch einmal versenden
mail-masked = Persönliche Links sind hier unkenntlich gemacht. Nur die Person, an die die E-Mail ging, kann sie öffnen.
mail-deleted = Der Text dieser E-Mail ist gelöscht
    .advice = E-Mails werden nach der Frist gelöscht, die für diesen Server eingestellt ist. Betreff, Adresse und Stand bleiben.
address-stopped = An diese Adresse wird nicht mehr geschrieben
    .advice = Neue E-Mails an diese Adresse gehen nicht hinaus, bis Sie es wieder erlauben.
address-stopped-list = { $n ->
    [one] An eine Adresse wird nicht mehr geschrieben
   *[other] An { $n } Adressen wird nicht mehr geschrieben
}
address-resume = Wieder an diese Adresse schreiben
refused-mails = { $n ->
    [one] Eine E-Mail zu dieser Veranstaltung wurde nicht zugestellt
   *[other] { $n } E-Mails zu dieser Veranstaltung wurden nicht zugestellt
}
    .advice = Ist die Ursache behoben, können Sie sie noch einmal versenden.
kept-unsent = { $n ->
    [one] Eine E-Mail wurde nie versendet
   *[other] { $n } E-Mails wurden nie versendet
}
    .advice = Als sie geschrieben wurden, war kein Mailversand eingerichtet. Entscheiden Sie, ob sie jetzt noch hinausgehen.
kept-useless = { $n ->
    [one] Eine davon geht auf keinen Fall hinaus: Die Veranstaltung ist vorbei, oder der Link darin ist abgelaufen.
   *[other] { $n } davon gehen auf keinen Fall hinaus: Die Veranstaltung ist vorbei, oder der Link darin ist abgelaufen.
}
kept-send = { $n ->
    [one] Eine E-Mail versenden
   *[other] { $n } E-Mails versenden
}
kept-leave = Nicht versenden
kept-sent = Die E-Mails werden jetzt versendet
kept-left = Die E-Mails bleiben unversendet
mail-dropped = Diese E-Mail wurde nicht versendet
    .advice = Bevor sie hinausging, hat eine neuere E-Mail sie ersetzt.
mail-parts = Teile der E-Mail
mail-part-text = Text
mail-part-html = HTML
mail-part-calendar = Kalender
mail-part-header = Kopfzeilen

network-tabs = Seiten des Netzwerks
network-title = Einstellungen
network-saved = Die Einstellungen sind gespeichert.
network-see-imprint = Impressum ansehen
network-see-privacy = Datenschutzhinweise ansehen
network-look = Name und Farbe
network-name = Name des Netzwerks
network-hue = Farbe
    .hint = Gilt für Knöpfe und Links auf allen Seiten des Netzwerks, hell wie dunkel.
network-defaults = Neue Veranstaltungen
network-language = Sprache
network-time-zone = Zeitzone
network-sender = E-Mails
network-sender-name = Absender
    .hint = Dieser Name steht über jeder E-Mail und als Veranstalter im Kalender.
network-sender-address = Absenderadresse
    .hint = Der Mailserver muss von dieser Adresse senden dürfen.
network-reply-to = Antworten an
    .hint = Leer lassen: an die Absenderadresse. Diese Adresse steht auch auf den Seiten der Veranstaltungen, für Fragen.
network-text-missing = { $text } fehlt
network-privacy-version = Datenschutzhinweise, Fassung { $version }
network-texts = Texte
network-imprint = Impressum
network-markdown = Markdown: **fett**, *kursiv*, [Text](https://…), Listen mit „-“.
network-privacy = Datenschutzhinweise
    .hint = Wer sich anmeldet, stimmt diesem Text zu. Es gilt Fassung { $version }; mit jeder Änderung entsteht eine neue. Markdown.
network-funding-notice = Förderhinweis
    .hint = Steht unter jeder Seite und jeder E-Mail, wenn die Veranstaltung keinen eigenen hat.
network-save = Speichern
hue-angle = Farbe { $place } ({ $angle }°)

members-title = Mitglieder
member-name = Name
member-address = E-Mail
    .hint = An diese Adresse geht der Link zum Einloggen.
member-role = Rolle
    .hint = Verantwortung: alles, auch Einstellungen und Mitglieder. Organisationsteam: Veranstaltungen und Anmeldungen. Mithilfe: ansehen, am Tag des World-Cafés Fehlende markieren und die Uhr bedienen. Lesen: nur ansehen.
member-add = Mitglied hinzufügen
    .button = Hinzufügen
member-added = Das Mitglied ist hinzugefügt und kann sich mit seiner Adresse einloggen.
member-changed = Die Rolle ist geändert.
member-removed = Das Mitglied ist entfernt.
member-remove = Mitglied entfernen
    .ask = Mitglied entfernen …
member-remove-question = { $name } ({ $role }) entfernen?
member-remove-access = Die Person kann in „{ $network }“ sofort nichts mehr sehen und nichts mehr ändern.
member-remove-sessions = Sie wird auf allen Geräten ausgeloggt.
member-remove-history = Was sie getan hat, bleibt im Verlauf unter ihrem Namen.
member-keep = Behalten

network-history-title = Verlauf
network-history-none = Noch keine Einträge
network-history-end = Weiter zurück reicht der Verlauf nicht
network-history-when = Wann
network-history-who = Wer
network-history-what = Was
network-history-about = Worum es geht
network-history-everybody = Alle
network-history-everything = Alles
network-history-from = Von
network-history-until = Bis
network-history-show = Anzeigen
network-history-all = Filter entfernen
network-history-nothing-found = Kein Eintrag passt zu diesen Filtern
network-history-member = ein Mitglied
network-history-participant = die Person selbst
network-history-operator = Serverbetreuung (Befehl)
network-history-planner = Treffpunkt
network-history-gone = gibt es nicht mehr

own-words-title = E-Mails
own-words-about = Diese E-Mails verschickt Treffpunkt von selbst. Betreff, Text und Schluss können Sie selbst formulieren und etwas ergänzen, zum Beispiel zur Anfahrt. Angaben zur Veranstaltung, Links und Kalendereinträge stehen immer dabei.
own-words-kind = E-Mail
own-words-own = eigene Worte
own-words-change = Ändern
own-words-change-of = { $kind } ändern, { $language }
own-words-saved = Gespeichert. Ab jetzt werden die E-Mails so verschickt.
own-words-back = Alle E-Mails
own-words-words = Eigene Worte
own-words-blank = Was leer bleibt, steht im Standardtext.
own-words-text = Text
    .hint = Ersetzt die Sätze des Standardtexts; die Anrede bleibt. Darunter stehen die Angaben zur Veranstaltung, was sich geändert hat, Links und Kalendereintrag. Wurde jemand von anderen eingetragen, steht dabei, von wem.
own-words-addition = Zusatz
    .hint = Steht unter dem Text. Leerzeilen trennen Absätze, Internetadressen werden zu Links.
own-words-closing = Schluss
    .hint = Ersetzt „Mit freundlichen Grüßen“ und den Namen des Netzwerks.
own-words-preview = So liest es sich
own-words-ours = Standardtext
logos-title = Logos
logos-none = Noch kein Logo
    .advice = Laden Sie das Logo Ihres Netzwerks hoch und die Logos, die Ihre Förderer auf jeder Seite verlangen.
logos-list = Logos des Netzwerks
logos-order = In dieser Reihenfolge stehen sie auf den Seiten und im Ausdruck.
logos-full = Mehr als { $most } Logos sind nicht möglich.
logo-add = Logo hochladen
    .button = Hochladen
logo-file = Bilddatei
    .hint = PNG, JPEG oder SVG, höchstens 1 MB. Schrift in SVG-Dateien vorher in Pfade umwandeln.
logo-name = Wessen Logo ist es?
    .hint = Das hören alle, die das Bild nicht sehen, etwa „Europäische Union, kofinanziert“.
logo-role = Art
logo-link = Link
    .hint = Die Website, auf die das Logo führt, wenn gewünscht.
logo-added = Das Logo ist hochgeladen und steht auf den Seiten des Netzwerks
logo-changed = Gespeichert
logo-removed = Das Logo ist entfernt
logo-remove = Logo entfernen
    .advice = Es verschwindet sofort von allen Seiten des Netzwerks.

# Wer nur für eine Veranstaltung arbeitet

member-language = Sprache der Einladung
    .hint = In dieser Sprache kommt die E-Mail mit dem Zugangslink. Er gilt 14 Tage.
member-invite-again = Einladung noch einmal senden
member-invited = Die Einladung ist unterwegs.
mail-kind-member-invited = Einladung ins Team
event-team-title = Team dieser Veranstaltung
event-team-about = Wer hier steht, sieht nur diese Veranstaltung und sonst nichts vom Netzwerk.
event-team-add = Person einladen
event-team-address =
    .hint = An diese Adresse geht die Einladung mit dem Zugangslink.
event-team-role =
    .hint = Mithelfen: Listen ansehen und Anwesenheit erfassen. Tisch leiten: die Veranstaltung ansehen; was der Tisch festhält, kommt über den Link auf dem Tischschild.
event-team-role-here = { $role }, nur hier
event-team-invite-button = Einladen
event-team-remove = Zugang entziehen
event-team-added = Die Einladung ist unterwegs.
event-team-removed = Der Zugang ist entzogen. Offene Sitzungen sind beendet.

# Namen geänderter Felder im Verlauf

changed-kind = Art
changed-title = Titel
changed-summary = Kurzbeschreibung
changed-plain-language = Leichte Sprache
changed-body = Beschreibung
changed-language = Sprache
changed-time-zone = Zeitzone
changed-starts = Beginn
changed-ends = Ende
changed-place-name = Ort
changed-place-address = Adresse des Ortes
changed-place-room = Raum
changed-online-link = Online-Zugang
changed-capacity = Plätze
changed-contingents = Kontingente
changed-opens = Anmeldung ab
changed-closes = Anmeldung bis
changed-visibility = Sichtbarkeit
changed-admission = Zugang
changed-funding-notice = Förderhinweis
changed-state = Stand
changed-given-name = Vorname
changed-family-name = Nachname
changed-address = E-Mail
changed-organisation = Organisation
changed-function = Funktion
changed-notes = Notizen
changed-tags = Schlagwörter
changed-consent = Einwilligung
changed-opted-out = Keine Einladungen
changed-name = Name
changed-sender-name = Absendername
changed-sender-address = Absenderadresse
changed-reply-to = Antworten an
changed-imprint = Impressum
changed-privacy = Datenschutzhinweise
changed-hue = Farbe
changed-region = Region
changed-field = Handlungsfeld
changed-parent = Teil von
changed-moved-contacts = Kontakte übernommen
changed-moved-registrations = Anmeldungen übernommen
changed-moved-invitations = Einladungen übernommen
changed-moved-contingents = Kontingente übernommen
changed-moved-links = Links zu Plätzen übernommen
changed-moved-lists = Verteiler übernommen
changed-moved-parts = Teile übernommen
changed-tag = Schlagwort
changed-group = Auswahl
changed-options = Antworten zur Auswahl
changed-required = Pflicht
changed-help = Erläuterung
changed-due = Zeitpunkt
changed-subject = Betreff
changed-release = Unbenutzte Plätze zurück
changed-answer = Antwort
