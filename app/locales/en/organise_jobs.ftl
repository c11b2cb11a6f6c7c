# Jobs: work that takes longer than a click.

job-event-published = Invitations after publishing
job-event-changed = Messages about the change
job-event-cancelled = Messages about the cancellation
job-import = Import of a table

job-queued = Waiting
job-running = Running
job-done-state = Done
job-failed = Failed
job-stopped = Stopped
job-stops = Stopping

job-saved-imported = Your table has arrived and is being entered now.
job-progress = Progress
job-so-far = { $done } of { $total } people written to
job-before-entry = { $n ->
    [one] One line is being entered. The person is written to after that.
   *[other] { $n } lines are being entered, all at once. Their people are written to after that.
}
job-leave = You can leave this page. The messages are sent all the same.
job-reloads = This page reloads every three seconds.
job-reload-off = Stop reloading
job-reload-on = Reload every three seconds
job-done = { $n ->
    [0] There was nobody to write to.
    [one] One person was written to.
   *[other] { $n } people were written to.
}
job-entered = { $n ->
    [one] One person was entered.
   *[other] { $n } people were entered.
}
job-left = { $n ->
    [one] { $done } written to, one person not yet.
   *[other] { $done } written to, { $n } people not yet.
}
job-nothing-entered = Nobody was entered, and nobody was written to.

job-started-by = Started by
job-started-at = Began
job-finished-at = Ended

job-stop = Stop
job-stop-mails = Whoever has no message yet gets none. The change itself stays. You can continue later.
job-stop-import = Nobody is entered then.
job-stop-import-mails = Everybody is entered and stays so. Whoever has no message yet gets none. You can continue later.
job-resume = Continue
job-resume-means = Only people without a message are written to.

job-left-out = Left out
job-left-out-besides = { $n ->
    [one] and one more
   *[other] and { $n } more
}
job-somebody = A person
job-line = Line { $n }
job-rest = All the rest
job-problem-address = No email can be sent to this address.
job-problem-registered = The person has registered meanwhile.
job-problem-cancelled = The event was cancelled before.
job-problem-internal = Something went wrong; the server's log has it.

jobs-running = { $kind }: { $done } of { $total } people written to
jobs-show = Show
