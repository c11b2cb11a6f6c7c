# Jobs: work that takes longer than a click.

job-event-published = Invitations after publishing
job-event-changed = Messages about the change
job-event-cancelled = Messages about the cancellation
job-plan-published = Mails about the plan of the world café
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
job-entered = { $n ->
    [one] One person was added.
   *[other] { $n } people were added.
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
job-stop-import = Nobody will be added.
job-stop-import-mails = Everybody has been added and stays so. People who have not been written to yet will get no message. You can resume later.
job-resume = Resume
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
job-problem-internal = Something went wrong. Details are in the server's log.

jobs-running = { $kind }: { $done } of { $total } people written to
jobs-unfinished = { $kind }: { $outcome }
jobs-show = Show
