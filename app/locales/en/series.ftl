# Series: which events belong together, the next one, and what is left to do after copying.

series-title = Series
series-none = No series
series-saved = Saved.
series-change = Change the series
series-name = Name of the series
    .hint = For example “Network meeting Saxony”. Leave empty: the event belongs to no series.
series-save = Save
series-show = Show all
series-join = Add to a series
series-before = Previous:
series-after = Next:
series-next = Plan the next event

next-title = Next event of this series
next-from = Based on: { $title }, { $when }
next-starts = Beginning
    .hint = Agenda and end move along by whole days, also when the clocks change in between.
next-name = Title
next-series =
    .hint = The event it is based on will belong to this series, too.
next-copies = What is copied
next-copies-agenda = Details, texts, seats and contingents, agenda, workshops with time slots and rooms
next-copies-questions = Questions of the registration form
next-copies-cafe = World café: topics, tables, rounds and goals, without people
next-copies-mails = The words of reminders and of the invitation
next-copies-people = Who was invited or took part, as the choice for the new invitation
next-leaves-out = Not copied: online access, deadlines for registration and wishes, secret links. The new draft then lists what is left to do. Nobody is written to.
next-save = Create draft

event-saved-next = The draft has been created. Below is what still has to be adjusted.

copied-title = { $n ->
    [one] 1 detail left to adjust
   *[other] { $n } details left to adjust
}
copied-hint = This comes from the earlier event, or was left out. What you change disappears by itself.
copied-done = Done
copied-date = “{ $date }”
copied-online-link = Enter online access
copied-registration-times = Enter the registration deadline
copied-wish-deadline = Enter the deadline for workshop wishes
copied-secret-links = Make new links for screen, tables and lists
copied-invitations = Invite as last time
copied-left-out-days = Left out of the agenda, because there is no such day
copied-title-text = Date in the title
copied-summary = Date in the short description
copied-plain-language = Date in plain language
copied-body = Date in the description
copied-agenda = Date in the agenda
copied-workshops = Date in workshops
copied-questions = Date in questions
copied-reminders = Date in reminders

events-series = Series: { $name }
events-of-series = Only the series “{ $name }”.
events-all = Show all events

invite-invited-to = People invited to an earlier event
invite-like = People and text have been taken from “{ $title }”. Nobody is written to before you send.
invite-like-dates = The text has dates that do not fit the new event: { $dates }
