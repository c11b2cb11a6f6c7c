# Invitations: the page of invited people, and who has answered.

invitation-page = Invitation: { $event }
invitation-kind = Invitation
invitation-question = Will you come?
invitation-question-no = Are you unable to come?
invitation-for = This invitation is for
invitation-yes = I will come
invitation-yes-waiting = { $waits ->
    [decision] Accept
   *[seat] Join the waiting list
}
invitation-full = { $waits ->
    [decision] All seats are taken. The organising team decides whether you still get one, and writes to you.
   *[seat] All seats are taken. You will be on the waiting list and get an email as soon as a seat is free.
}
invitation-no = I cannot come
invitation-no-after-all = I cannot come after all
invitation-consent = By registering you agree to the processing of your details.
invitation-until = Please answer by { $when }.
invitation-has-seat = You are registered
invitation-waiting = { $waits ->
    [decision] Your registration awaits a decision
   *[seat] You are on the waiting list
}
invitation-open = View and change your registration
invitation-has-declined = You declined. Thank you for letting us know.
invitation-after-all = Will you come after all?
invitation-substitute = Is somebody coming in your place?
    .about = The person gets an invitation of their own and answers it themselves.
invitation-substitute-go = Invite
invitation-substitute-is = You named { $address } in your place. If the person is not invited yet, they get an invitation of their own.
invitation-refused = Unfortunately we cannot give you a seat.
invitation-taken-back = This invitation was taken back.
invitation-closed = Registration is closed.
    .advice = If you would like to come after all, please reply to the invitation.
invitation-details = Place and contact

event-tab-invitations = Invite
invited-page = Invitations: { $title }
invited-title = Who has answered?
invited-people = Invited people
invited-none = Nobody is invited yet
invited-none-draft = Publish the event; then invite distribution lists, organisations or single people.
invited-none-published = Choose distribution lists, organisations or single people. Each person gets a link of their own and accepts or declines with one click.
invited-none-closed = Registration is closed; nobody else is invited.
invited-choose = Invite people
invited-more = Invite more people
invited-at = invited on { $when }
invited-sent = invited on { $when }
invited-unsent = not sent yet
invited-reminded = reminded on { $when }
invited-opted-out = wants no invitations
invited-substitute = { $name } comes instead
invited-principal = in place of { $name }
invited-done = The invitations are on their way.
invited-scheduled = The invitations are scheduled.
invited-reminded-done = The reminders are on their way.
invited-taken-back = The invitation is taken back.
invited-all = invited
invited-declined-with = { $n ->
    [one] declined, one with a substitute
   *[other] declined, { $n } with a substitute
}
invited-undeliverable = { $n ->
    [one] no answer, one of them undeliverable
   *[other] no answer, { $n } of them undeliverable
}
invited-unsent-count = { $n ->
    [one] no answer, one of them not sent yet
   *[other] no answer, { $n } of them not sent yet
}
invited-silent = { $n ->
    [one] One person has not answered yet.
   *[other] { $n } people have not answered yet.
}
    .about = Whoever has answered gets no reminder.
invited-closes = Registration closes { $when }.
invited-remind = { $n ->
    [one] Remind this person …
   *[other] Remind these { $n } …
}
invited-answer = Answer
invited-last = Latest
invited-registration = Registration
invited-contact = Contact
invited-renew = Renew the link
    .about = The person gets an email with a new link. Earlier links then no longer work.
invited-renew-go = Send a new link
invited-renewed = The new link is on its way. Earlier links no longer work.
invited-take-back = Take the invitation back
invited-take-back-link = The person can no longer register by the link.
invited-take-back-mail = The person gets an email saying that the invitation is taken back.
invited-take-back-calendar = The entry in their calendar is cancelled.
invited-take-back-go = Take the invitation back

invite-page = Invite people: { $event }
invite-title = Invite
invite-draft = Publish first, then invite
invite-over = Nobody is invited here any more
invite-who = 1. Who
invite-lists = Distribution lists
invite-no-lists = There are no distribution lists yet. You can choose organisations, people of earlier events or single people.
invite-list-fixed = { $n ->
    [one] fixed list, one person
   *[other] fixed list, { $n } people
}
invite-list-rule = { $n ->
    [one] rule, one person
   *[other] rule, { $n } people
}
invite-organisations = Organisations
invite-events = People of other events
invite-contacts = Single people
invite-search = Find single people
    .hint = Name, address or organisation
invite-chosen = { $n } chosen
invite-update = Use this choice
invite-nobody = Nobody is chosen yet.
invite-people = { $n ->
    [0] Nobody gets the invitation.
    [one] One person gets the invitation.
   *[other] { $n } people get the invitation.
}
invite-chosen-of = { $n } are chosen; we do not write to { $left_out } of them:
invite-several = { $n ->
    [one] One person is chosen several times and gets a single email
   *[other] { $n } are chosen several times and get a single email
}
invite-opted-out = { $n ->
    [one] One person wants no more invitations
   *[other] { $n } want no more invitations
}
invite-unreachable = { $n ->
    [one] One person has no address, or one that takes no mail
   *[other] { $n } have no address, or one that takes no mail
}
invite-already = { $n ->
    [one] One person is invited already
   *[other] { $n } are invited already
}
invite-registered = { $n ->
    [one] One person is registered already
   *[other] { $n } are registered already
}
invite-what = 2. What
invite-subject = Subject
invite-text = Text
    .hint = Two buttons follow: “I will come” and “I cannot come”. Whoever declines can name a substitute.
invite-variables = Placeholders: { $names }
invite-calendar = Calendar
invite-when = Time
invite-at-once = at once
invite-due = Send on
    .hint = Leave empty to send at once. The time is that of the event.
invite-preview = How it arrives
invite-preview-nobody = First choose who gets the invitation.
invite-preview-faulty = Subject or text cannot be read like this. What is missing stands beside the fields.
invite-place = { $number } of { $of }
invite-before = Previous person
invite-after = Next person
invite-to = To { $address }
invite-buttons = The buttons “I will come” and “I cannot come” follow.
invite-show = Refresh the preview
invite-missing = { $n ->
    [one] For one person, { $variable } is missing
   *[other] For { $n } people, { $variable } is missing
}
invite-send = { $n ->
    [one] Send one invitation …
   *[other] Send { $n } invitations …
}
    .hint = You see the progress and can stop it; nobody gets the invitation twice.
invite-try = Send me a test
invite-tried = The test is on its way to { $address }.
invite-ask = { $n ->
    [one] Send one invitation?
   *[other] Send { $n } invitations?
}
invite-ask-mails = { $n ->
    [one] One person gets this email with a link of their own.
   *[other] { $n } people get this email, each with a link of their own.
}
invite-ask-due = They are sent { $at }.
invite-ask-language = { $n ->
    [one] One person usually reads another language. Their buttons and the date are in their language, your text is not.
   *[other] { $n } people usually read another language. Their buttons and the date are in their language, your text is not.
}
invite-changed = Selection, text or time have changed since the question. This is how it stands now:
invite-ask-left-out = { $n ->
    [one] We do not write to one of the chosen people.
   *[other] We do not write to { $n } of the chosen people.
}
invite-ask-calendar = The calendar entry comes with the email.
invite-go = { $n ->
    [one] Send the invitation
   *[other] Send { $n } invitations
}
invite-schedule = { $n ->
    [one] Schedule the invitation
   *[other] Schedule { $n } invitations
}
invite-not-yet = Not yet
invite-first-subject = Invitation: { $event }
invite-first-text =
    Hello { $given } { $family },

    we would like to invite you:

    { $event }
    { $date }
    { $place }

    Please answer with one of the two buttons.

    Kind regards
invite-reminder-subject = Will you come? { $event }
invite-reminder-text =
    Hello { $given } { $family },

    we invited you: { $event }, { $date }. We have not heard from you yet.

    Please tell us with one of the two buttons whether you will come.

    Kind regards
remind-page = Remind invited people: { $event }
remind-title = Who has not answered yet
remind-nobody = There is nobody to remind
    .about = Everybody who can get an email has answered.
remind-recipients = { $n ->
    [one] One person gets this email
   *[other] { $n } people get this email
}
    .about = Whoever answers before the email goes out gets none.
remind-left-out = { $n ->
    [one] Another person wants no invitations or has an address that takes no mail.
   *[other] { $n } others want no invitations or have an address that takes no mail.
}
remind-what = Words
remind-go = { $n ->
    [one] Send the reminder
   *[other] Send { $n } reminders
}
