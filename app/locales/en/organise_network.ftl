# Network, organisations, outgoing mail.

outgoing-title = Outgoing mail
outgoing-about = Every email of the network, and what became of it
outgoing-kept = This server is not set up to send email
    .advice = All emails are kept here. You can read them, open their links, and download them as files.
outgoing-none = No emails
    .advice = When somebody registers, or you change something others need to know, the email appears here.
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
outgoing-mailing = { $n ->
    [one] “{ $subject }”, 1 person
   *[other] “{ $subject }”, { $n } people
}

mail-column-subject = Subject
mail-column-to = To
mail-column-state = State
mail-column-when = Written
mail-tried-again = to be tried again
mail-kind-sign-in = Sign-in link
mail-kind-confirm = Request to confirm
mail-kind-seat = Confirmation
mail-kind-waiting = Waiting list
mail-kind-undecided = Decision to come
mail-kind-moved-up = Moved up
mail-kind-already = Already registered
mail-kind-changed = Change of the event
mail-kind-event-cancelled = Cancellation of the event
mail-kind-invitation = Invitation
mail-kind-invitation-reminder = Reminder of an invitation
mail-kind-invitation-ended = Invitation ended
mail-kind-wish-reminder = Reminder to make choices
mail-kind-message = Message
mail-kind-reminder = Reminder
mail-kind-workshop-seat = Seat in a workshop
mail-kind-way = Tables in the world café
mail-kind-workshop = Calendar entry of a workshop
mail-kind-workshop-removed = Cancellation of a workshop
mail-kind-cancelled = Registration cancelled
mail-kind-declined = Declined

mail-back = Back to outgoing mail
mail-back-event = Back to the messages of the event
mail-eml = Download (.eml)
mail-written = written { $when }
mail-accepted-at = accepted by the mail server { $when }
mail-server-said = Original technical message
mail-reason-no-mailbox = The mail server does not know this address. It may be misspelt.
mail-reason-no-domain = There is no mail server for this address. The part after the @ may be misspelt.
mail-reason-local-part = No email address can look like this: the part before the @ is not possible.
mail-reason-letters = The mail server does not support accented or other special letters before the @.
mail-reason-full = The mailbox is full.
mail-reason-too-large = The email is too large for the mail server.
mail-reason-blocked = The mail server turns away emails from this sender, perhaps because it takes them for spam.
mail-reason-later = The mail server is busy, or accepts emails only at the second attempt.
mail-reason-sign-in = The mail server rejected this server’s sign-in. Please tell the person who runs the server.
mail-reason-unreachable = The mail server could not be reached.
mail-reason-damaged = The stored email is damaged and was therefore not sent. The mail server is not to blame; please tell the person who runs this server.
mail-reason-other = The mail server did not accept the email.
mail-refused = This email was not delivered
    .advice = It will not be tried again. Check the address; if it is wrong, cancel the registration and add the person with the right one.
    .final = It will not be tried again.
mail-put-off = This email has not been delivered yet
mail-again-at = { $attempts ->
    [one] One attempt so far, the next one { $when }.
   *[other] { $attempts } attempts so far, the next one { $when }.
}
mail-kept = This email was not sent
    .advice = This server is not set up to send email. The links in the email still work.
mail-kept-unsent = When it was written, no mail server was set up.
mail-sent-again = The email is being sent again
mail-send-again = Send again
mail-masked = Personal links are hidden here. Only the person the email went to can open them.
mail-deleted = The text of this email has been deleted
    .advice = Emails are deleted after the period set for this server. Subject, recipient and state are kept.
address-stopped = No more emails are sent to this address
    .advice = New emails to this address are not sent until you allow it again.
address-stopped-list = { $n ->
    [one] No more emails are sent to one address
   *[other] No more emails are sent to { $n } addresses
}
address-resume = Send to this address again
refused-mails = { $n ->
    [one] One email about this event was not delivered
   *[other] { $n } emails about this event were not delivered
}
    .advice = Once the cause is fixed, you can send them again.
kept-unsent = { $n ->
    [one] One email was never sent
   *[other] { $n } emails were never sent
}
    .advice = When they were written, no mail server was set up. Decide whether they should still be sent.
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
kept-left = The emails will not be sent
mail-dropped = This email was not sent
    .advice = Before it went out, a newer email replaced it.
mail-parts = Parts of the email
mail-part-text = Text
mail-part-html = HTML
mail-part-calendar = Calendar
mail-part-header = Header

network-tabs = Pages of the network
network-title = Settings
network-saved = The settings have been saved.
network-see-imprint = View the imprint
network-see-privacy = View the privacy notice
network-look = Name and colour
network-name = Name of the network
network-hue = Colour
    .hint = Used for buttons and links on all pages of the network, light and dark.
network-defaults = New events
network-language = Language
network-time-zone = Time zone
network-sender = Emails
network-sender-name = Sender
    .hint = The name people see on every email, and as the organiser in calendars.
network-sender-address = Sender address
    .hint = The mail server must be allowed to send from this address.
network-reply-to = Replies to
    .hint = Leave empty to use the sender address. The pages of events show this address as well, for questions.
network-text-missing = { $text } is missing
network-privacy-version = Privacy notice, version { $version }
network-texts = Texts
network-imprint = Imprint
network-markdown = Markdown: **bold**, *italic*, [text](https://…), lists with “-”.
network-privacy = Privacy notice
    .hint = People agree to it when they register. Version { $version } is in force; every change creates a new one. Markdown.
network-funding-notice = Funding notice
    .hint = Shown below every page and every email, unless an event has its own.
network-save = Save
hue-angle = Colour { $place } ({ $angle }°)

members-title = Members
member-name = Name
member-address = Email
    .hint = The sign-in link goes to this address.
member-role = Role
    .hint = Owner: everything, including settings and members. Organiser: events and registrations. Helper: view, and on the day of a world café mark who is missing and run the clock. Reader: view only.
member-add = Add a member
    .button = Add
member-added = The member has been added and can sign in with this address.
member-changed = The role has been changed.
member-removed = The member has been removed.
member-remove = Remove member
    .ask = Remove member …
member-remove-question = Remove { $name } ({ $role })?
member-remove-access = The person can no longer see or change anything in “{ $network }”, effective immediately.
member-remove-sessions = They are signed out on all devices.
member-remove-history = What they did stays in the history under their name.
member-keep = Keep

network-history-title = History
network-history-none = No entries yet
network-history-end = The history does not go back any further
network-history-when = When
network-history-who = Who
network-history-what = What
network-history-about = About
network-history-everybody = Everybody
network-history-everything = Everything
network-history-from = From
network-history-until = Until
network-history-show = Show
network-history-all = Remove filters
network-history-nothing-found = No entry matches these filters
network-history-member = a member
network-history-participant = the person themselves
network-history-operator = server operator (command)
network-history-planner = Treffpunkt
network-history-gone = no longer exists

own-words-title = Emails
own-words-about = Treffpunkt sends these emails by itself. You can write subject, text and closing in your own words and add something, such as how to get there. Facts, links and calendar entries are always there.
own-words-kind = Email
own-words-own = own words
own-words-change = Change
own-words-change-of = Change { $kind }, { $language }
own-words-saved = Saved. From now on the emails are sent like this.
own-words-back = All emails
own-words-words = Own words
own-words-blank = What is empty is said in the usual words.
own-words-text = Text
    .hint = Stands in place of the sentences of the standard text; the greeting stays. Below it are the facts of the event, what has changed, links and calendar entry. If somebody was entered by others, it says by whom.
own-words-addition = Addition
    .hint = Stands below the text. Blank lines separate paragraphs, web addresses become links.
own-words-closing = Closing
    .hint = Replaces “Kind regards” and the name of the network.
own-words-preview = How it reads
own-words-ours = In the usual words
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

# Who works for one event only

member-language = Language of the invitation
    .hint = The mail with the sign-in link comes in this language. The link is valid for 14 days.
member-invite-again = Send the invitation again
member-invited = The invitation is on its way.
mail-kind-member-invited = Invitation to the team
event-team-title = Team of this event
event-team-about = Whoever is listed here sees this event only and nothing else of the network.
event-team-add = Invite a person
event-team-address =
    .hint = The invitation with the sign-in link goes to this address.
event-team-role =
    .hint = Help: see lists and record who is there. Host a table: see the event; what the table writes down comes in by the link on its sign.
event-team-role-here = { $role }, here only
event-team-invite-button = Invite
event-team-remove = Withdraw access
event-team-added = The invitation is on its way.
event-team-removed = Access has been withdrawn. Open sessions have ended.

# Names of changed fields in the history

changed-kind = Kind
changed-title = Title
changed-summary = Short description
changed-plain-language = Plain language
changed-body = Description
changed-language = Language
changed-time-zone = Time zone
changed-starts = Beginning
changed-ends = End
changed-place-name = Place
changed-place-address = Address of the place
changed-place-room = Room
changed-online-link = Online access
changed-capacity = Seats
changed-contingents = Contingents
changed-opens = Registration opens
changed-closes = Registration closes
changed-visibility = Visibility
changed-admission = Admission
changed-funding-notice = Funding notice
changed-state = State
changed-given-name = First name
changed-family-name = Last name
changed-address = Email
changed-organisation = Organisation
changed-function = Function
changed-notes = Notes
changed-tags = Tags
changed-consent = Consent
changed-opted-out = No invitations
changed-name = Name
changed-sender-name = Sender name
changed-sender-address = Sender address
changed-reply-to = Reply to
changed-imprint = Imprint
changed-privacy = Privacy text
changed-hue = Colour
changed-region = Region
changed-field = Field of action
changed-parent = Part of
changed-moved-contacts = Contacts taken over
changed-moved-registrations = Registrations taken over
changed-moved-invitations = Invitations taken over
changed-moved-contingents = Contingents taken over
changed-moved-links = Links to places taken over
changed-moved-lists = Distribution lists taken over
changed-moved-parts = Parts taken over
changed-tag = Tag
changed-group = Selection
changed-options = Answers to choose from
changed-required = Required
changed-help = Explanation
changed-due = Time
changed-subject = Subject
changed-release = Unused places return
changed-answer = Answer
