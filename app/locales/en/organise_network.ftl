# Network, organisations, outgoing mail.

outgoing-title = Outgoing mail
outgoing-about = Every email of the network, and what became of it
outgoing-kept = This server has no mail server to send with
    .advice = All emails stay here. You can read them, follow their links, and download them as files.
outgoing-none = No email here
    .advice = As soon as somebody registers, or you change something others have to know, the email is here.
outgoing-states = Emails by state
outgoing-state = { $state } ({ $n })
outgoing-all = all
outgoing-occasion = { $kind }, { $n ->
    [one] one person
   *[other] { $n } people
}
outgoing-occasions = Emails by occasion
outgoing-column-occasion = Occasion
outgoing-column-latest = Latest
outgoing-refused = { $n } rejected
outgoing-kept-count = { $n } not sent
outgoing-waiting = { $n } waiting
outgoing-accepted = { $n } sent
outgoing-dropped = { $n } replaced
outgoing-search = Search by address
outgoing-show-all = All occasions
outgoing-not-found = No email found
messages-page = Messages: { $title }

mail-column-subject = Subject
mail-column-to = To
mail-column-state = State
mail-column-when = Written
mail-tried-again = to be tried again
mail-kind-sign-in = Sign-in link
mail-kind-confirm = Request to confirm
mail-kind-seat = Confirmation
mail-kind-waiting = Waiting list
mail-kind-moved-up = Moved up
mail-kind-already = Registered already
mail-kind-changed = Change of the event
mail-kind-event-cancelled = Cancellation of the event
mail-kind-cancelled = Registration cancelled
mail-kind-declined = Declined

mail-back = To outgoing mail
mail-eml = As a file (.eml)
mail-written = written { $when }
mail-accepted-at = taken by the mail server { $when }
mail-server-said = The mail server says:
mail-refused = The mail server refused this email
    .advice = It is not tried again. Check the address; if it is wrong, cancel the registration and add the person with the right one.
mail-put-off = The mail server has not taken this email yet
mail-again-at = { $attempts ->
    [one] One attempt so far, the next one { $when }.
   *[other] { $attempts } attempts so far, the next one { $when }.
}
mail-kept = This email was not sent
    .advice = This server has no mail server to send with. The links in the email work all the same.
mail-kept-unsent = It was written while no mail server was set up.
mail-sent-again = Is being sent again
mail-send-again = Send again
mail-masked = Personal links are masked here. They belong to the person the email went to.
mail-deleted = The text of this email has been deleted
    .advice = Emails are deleted after the time that the operator has set. Subject, recipient and state stay.
address-stopped = This address is not written to any more
    .advice = The mail server refused the address. New emails to it are not sent until you allow it again.
address-stopped-list = { $n ->
    [one] One address is not written to any more
   *[other] { $n } addresses are not written to any more
}
address-resume = Write to this address again
refused-mails = { $n ->
    [one] The mail server refused one email about this event
   *[other] The mail server refused { $n } emails about this event
}
    .advice = Once the cause is fixed, you can send them again.
kept-unsent = { $n ->
    [one] One email was never sent
   *[other] { $n } emails were never sent
}
    .advice = No mail server was set up when they were written. Decide whether they are sent now.
kept-useless = { $n ->
    [one] One of them will not be sent in any case: the event is over, or the link in it has expired.
   *[other] { $n } of them will not be sent in any case: the event is over, or the link in them has expired.
}
kept-send = { $n ->
    [one] Send one email
   *[other] Send { $n } emails
}
kept-leave = Do not send
kept-sent = The emails are being sent now
kept-left = The emails stay unsent
mail-dropped = This email was not sent
    .advice = A later one took its place before it went out.
mail-parts = Parts of the email
mail-part-text = Text
mail-part-html = HTML
mail-part-calendar = Calendar
mail-part-header = Header

organisations-title = Organisations
organisations-count = { $n ->
    [one] one organisation
   *[other] { $n } organisations
}
organisations-none = No organisation yet
    .advice = Organisations can be chosen when registering, and seats can be held for them.
organisation-add = Add an organisation
organisation-added = The organisation is on the list now.
organisation-changed = Your changes are saved.
organisation-new-title = New organisation
organisation-edit-title = Change organisation
organisation-short-name = Short name
    .hint = As lists show it. Each short name exists once.
organisation-name = Name
    .hint = What it calls itself.
organisation-region = Region
organisation-field = Field of action
    .hint = For example: recognition advice
organisation-save = Save

network-tabs = Pages of the network
network-title = Settings
network-saved = The settings are saved.
network-see-imprint = See the imprint
network-see-privacy = See the privacy text
network-look = Name and colour
network-name = Name of the network
network-hue = Colour
    .hint = Used for buttons and links on all pages of the network, light and dark.
network-defaults = New events
network-language = Language
network-time-zone = Time zone
network-sender = Emails
network-sender-name = Sender
    .hint = This name is on every email, and is the organiser in calendars.
network-sender-address = Sender address
    .hint = The mail server must be allowed to send from this address.
network-reply-to = Replies to
    .hint = Empty: to the sender address. The pages of events show this address as well, for questions.
network-text-missing = { $text } is missing
network-privacy-version = Privacy text, version { $version }
network-texts = Texts
network-imprint = Imprint
network-markdown = Markdown: **bold**, *italic*, [text](https://…), lists with “-”.
network-privacy = Privacy text
    .hint = People agree to it when they register. Version { $version } is in force; a change begins a new one. Markdown.
network-funding-notice = Funding notice
    .hint = Below every page and every email, unless the event has its own.
network-save = Save
hue-angle = Colour { $place } ({ $angle }°)

members-title = Members
member-name = Name
member-address = Email
    .hint = The link to sign in goes to this address.
member-role = Role
    .hint = Owner: everything, settings and members included. Organiser: events and registrations. Helper and reader: see lists.
member-add = Add a member
    .button = Add
member-added = The member is added and can sign in with their address.
member-changed = The role is changed.
member-removed = The member is removed.
member-remove = Remove the member
member-remove-question = Remove { $name } ({ $role })?
member-remove-access = At once the person sees and changes nothing more in “{ $network }”.
member-remove-sessions = They are signed out on all devices.
member-remove-history = What they did stays in the history under their name.
member-keep = Keep

network-history-title = History
network-history-none = Nothing has happened yet
network-history-end = The history does not go back any further
network-history-when = When
network-history-who = Who
network-history-what = What
network-history-about = About
network-history-member = a member
network-history-participant = the person themselves
network-history-operator = server operator (command)
network-history-planner = Treffpunkt
network-history-gone = does not exist any more
network-history-later = Later
network-history-earlier = Earlier

logos-title = Logos
logos-none = No logo yet
    .advice = Upload the logo of your network, and those your funders require on every page.
logos-list = Logos of the network
logos-order = Pages and printouts show them in this order.
logos-full = No more than { $most } logos are possible.
logo-add = Upload a logo
    .button = Upload
logo-file = Picture file
    .hint = PNG, JPEG or SVG, up to 1 MB. Convert text in SVG files to paths first.
logo-name = Whose logo is it?
    .hint = People who cannot see the picture hear this, for example “Co-funded by the European Union”.
logo-role = Kind
logo-link = Link
    .hint = The website the logo leads to, if you like.
logo-added = The logo has been uploaded and is on the network’s pages
logo-changed = Saved
logo-removed = The logo has been removed
logo-remove = Remove the logo
    .advice = It disappears from all pages of the network at once.
