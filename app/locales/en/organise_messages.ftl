# Messages to the people of an event.

people-lack-table = not yet at a table
people-lack-wishes = without workshop choices

messages-back = To the messages
messages-new = New message
messages-sent = The message is being sent.
messages-scheduled = The message is scheduled.
messages-withdrawn = The message will not be sent.

message-page = New message: { $event }
message-title = New message
message-draft = The event is a draft
    .advice = The people on it do not know of their registration yet. You can write to them once the event is published.
message-whom = To whom
message-state = State of the registration
message-active = { $waits ->
    [decision] registered or waiting
   *[seat] registered or on the waiting list
}
message-organisation = Organisation
message-answer = Answer
message-lack = What is still missing
message-any = any
message-find = Apply
message-people = { $n ->
    [0] Nobody gets the message
    [one] 1 person gets the message
   *[other] { $n } people get the message
}
message-what = What
message-subject = Subject
message-text = Text
message-variables = These are filled in for each person: { $names }
message-files = Attachments
    .hint = PDF, PNG or JPEG, { $megabytes } MB together at most. What you choose stays until the message is sent.
message-file-remove = Do not send { $name }
    .button = Remove
message-file-kilobytes = { $size } kB
message-file-megabytes = { $size } MB
mailing-files = Attachments
message-due = Send on
    .hint = Leave empty: at once. The time is that of the event’s location; without a time, the message is sent at 9 o’clock.
message-preview = Preview
message-reads = Preview { $n } of { $of }
message-previous = Previous person
message-next = Next person
message-missing = { $n ->
    [one] { $variable } is missing for 1 person
   *[other] { $variable } is missing for { $n } people
}
message-ready = Ready?
message-send = { $n ->
    [one] Send to 1 person
   *[other] Send to { $n } people
}
    .hint = A scheduled message goes to whoever is selected then. You can withdraw it until that time.
message-schedule = { $n ->
    [one] Schedule for 1 person
   *[other] Schedule for { $n } people
}
message-try = Test to me
message-tried = The test is on its way to { $address }.
message-tried-kept = No mail server is set up: the test is in the outgoing mail.
message-recounted = { $n ->
    [0] By now nobody fits the selection. Nothing was sent.
    [one] Text or recipients have changed since the preview. Now 1 person gets the message. Please check and send again.
   *[other] Text or recipients have changed since the preview. Now { $n } people get the message. Please check and send again.
}

mailings-pending = Scheduled and on their way
mailing-column-actions = Action
mailing-to = { $kind }, { $n ->
    [one] 1 person
   *[other] { $n } people
}
mailing-to-one = { $kind } to one person
mailing-to-all = { $kind } to everybody with a seat or on the waiting list
mailing-to-some = { $kind } to everybody who fits the selection by then
mailing-withdraw = Withdraw
mailing-progress = Progress
mailing-resume = Continue
mailing-give-up = Do not send the rest
message-given-up = { $n ->
    [0] The message is not sent any more. Nobody has got it.
    [one] The rest is not sent any more. One person has got the message.
   *[other] The rest is not sent any more. { $n } people have got the message.
} Here it is once more; please add attachments again.
mailing-scheduled = scheduled for { $at }
mailing-begins = begins in a moment
mailing-withdrawn = withdrawn
mailing-running = { $n } of { $of } sent
mailing-halted = stopped: { $n } sent, { $left } left
mailing-done = { $n ->
    [one] written to 1 person
   *[other] written to { $n } people
}
mailing-mails = Show emails
mailing-made = Written { $at }
mailing-left-out = { $n ->
    [one] 1 person was left out, for instance because their registration has been cancelled since.
   *[other] { $n } people were left out, for instance because their registrations have been cancelled since.
}
person-write = Write a message

opt-out-title = Unsubscribe from invitations
opt-out-question = Should { $address } get no more invitations from { $network }?
opt-out-done = { $address } gets no more invitations from { $network }.
    .about = Emails about events that you are registered for still arrive.
opt-out-button = No more invitations

reminder-early = Reminder some days before
reminder-late = Reminder shortly before
reminder-thanks = Thanks afterwards
reminders-title = Reminders
reminders-page = Reminders: { $event }
reminders-about = These emails go out by themselves to everybody who has a seat. Whoever has cancelled gets none.
reminders-on = Send this email
reminders-days-before = Days before the event
reminders-days-after = Days after the event
reminders-at = Time of day at the event’s location
reminders-words = Change subject and text
reminders-save = Save
reminders-reset = Reset to the proposal
reminders-saved = Saved
reminders-show = Show reminders
reminders-change = Change reminders
reminders-off = switched off
reminders-due = goes out on { $at }
reminders-missed = will not be sent: { $at } had passed
reminders-sent = sent for { $at }
