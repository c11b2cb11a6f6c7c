# Jobs: work that takes longer than a click.

job-event-published = Invitations after publishing
job-event-changed = Messages about the change
job-event-cancelled = Messages about the cancellation
job-plan-published = Mails about a plan that was published
job-programme-changed = Mails about workshops that changed
job-cafe-solved = Plan of the world café
job-wish-reminder = Reminder to everybody without choices
job-decision = Decision about several people
job-mailing = Message
job-workshops-assigned = Assignment of the workshops
job-offers-priced = Cost of small workshops
job-import = Import of a table

job-queued = Waiting
job-running = Running
job-done-state = Done
job-failed = Failed
job-stopped = Stopped
job-stops = Stopping

job-saved-imported = Your table has arrived. The people are being added now.
job-progress = Progress
job-so-far = { $done } of { $total } people written to
job-solving = { $meetings } of at most { $bound } meetings · { $done } of at most { $total } seconds
job-solve-leave = You can leave this page; the plan will still be saved.
job-stop-solving = The best plan found until then is saved.
job-solved = Version { $n } is saved.
job-solved-beside = Version { $n } is saved. The plan was changed in the meantime, so that version stays the one being edited.
job-solve-stopped = No plan was saved.
job-solve-contradiction = No plan was saved: not everything can be kept at once.
job-solve-unexplained = The rules cannot all be kept. There was not enough time to find out which of them clash.
job-solve-undecided = No plan that keeps all rules was found in time.
job-see-plan = Open the plan
job-see-set-up = Open the set-up
job-before-entry = { $n ->
    [one] One person is being added, and will then get a message.
   *[other] { $n } people are being added, all at once. They will then get their messages.
}
job-leave = You can leave this page; the messages will still be sent.
job-reloads = This page reloads every three seconds.
job-reload-off = Stop reloading
job-reload-on = Reload every three seconds
job-done = { $n ->
    [0] There was nobody to write to.
    [one] One person was written to.
   *[other] { $n } people were written to.
}
job-see-message = See the message
job-unsent = The mail server has taken { $sent } emails, { $n } are waiting.
job-entered = { $n ->
    [one] One person was added.
   *[other] { $n } people were added.
}
job-deciding = Decided about { $done } of { $total } people
job-decided = { $n ->
    [0] There was nobody to decide about.
    [one] One person was decided about.
   *[other] { $n } people were decided about.
}
job-decided-left = { $n ->
    [one] { $done } decided, one person left.
   *[other] { $done } decided, { $n } people left.
}
job-left = { $n ->
    [one] { $done } written to, one person not yet.
   *[other] { $done } written to, { $n } people not yet.
}
job-nothing-entered = Nobody was added, and nobody was written to.

job-started-by = Started by
job-started-at = Started
job-finished-at = Finished

job-stop = Stop
job-stop-mails = People who have not been written to yet will get no message. The change itself stays. You can resume later.
job-stop-message = Emails that are still waiting are not sent. You can continue later.
job-stop-deciding = The others are not decided about then. You can continue later.
job-stop-import = Nobody will be added.
job-stop-import-mails = Everybody has been added and stays so. People who have not been written to yet will get no message. You can resume later.
job-resume = Resume
job-resume-deciding = Only the others are decided about.
job-resume-means = Only people who have not been written to yet get a message.

job-left-out = Left out
job-left-out-besides = { $n ->
    [one] and one more
   *[other] and { $n } more
}
job-somebody = A person
job-line = Line { $n }
job-rest = All others
job-problem-address = No email can be sent to this address.
job-problem-registered = The person has since registered.
job-problem-cancelled = The event has since been cancelled.
job-problem-no-plan = No plan.
job-problem-internal = Something went wrong. Details are in the server's log.

jobs-running = { $kind }: { $outcome }
jobs-unfinished = { $kind }: { $outcome }
jobs-show = Show
