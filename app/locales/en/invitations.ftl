# Invitations: the page of invited people, and who has answered.

invitation-page = Invitation: { $event }
invitation-kind = Invitation
invitation-question = Will you come?
invitation-question-no = Are you unable to come?
invitation-for = This invitation is for
invitation-yes = I will come
invitation-yes-waiting = Join the waiting list
invitation-full = All seats are taken. You will be on the waiting list and get an email as soon as a seat is free.
invitation-no = I cannot come
invitation-no-after-all = I cannot come after all
invitation-consent = By registering you agree to the processing of your details.
invitation-until = Please answer by { $when }.
invitation-registered = You are registered
invitation-waiting = You are on the waiting list
invitation-open = View and change your registration
invitation-declined = You declined. Thank you for letting us know.
invitation-after-all = Will you come after all?
invitation-substitute = Is somebody coming in your place?
    .about = The person gets an invitation of their own and answers it themselves.
invitation-substitute-go = Invite
invitation-substitute-is = We invited { $address } in your place.
invitation-named = Thank you. The person you named gets an invitation of their own.
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
