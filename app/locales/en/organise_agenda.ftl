# An event's agenda, its own questions, and the preview.

agenda-title = Agenda: { $event }
agenda-none = The agenda is empty
    .advice = Add the first item below. It begins with the event, and each further one follows on.
    .wait = As soon as there are items, they will be listed here.
agenda-count = { $n ->
    [one] 1 item
   *[other] { $n } items
}
agenda-programme = { $length } of programme
agenda-pauses = { $length } of breaks
agenda-free = { $length } free
agenda-free-first = Begins at { $begins } · { $length } free
agenda-free-last = { $length } free until the end at { $ends }
agenda-beside = throughout
agenda-overlaps = Begins before “{ $title }” ends at { $ends }.
agenda-too-early = Begins before the event ({ $starts }).
agenda-too-late = Ends { $late } after the end of the event ({ $ends }).
agenda-after-the-end = Is after the end of the event ({ $ends }).
agenda-changed = just changed
agenda-change = Change
agenda-remove = Remove
    .long = Remove item
agenda-removed = The item has been removed.
agenda-restored = The last change has been undone.
agenda-outdated = This change can no longer be undone: the agenda has been changed since.
agenda-done-added = “{ $title }” is on the agenda: { $when }.
agenda-done-changed = “{ $title }” has been saved: { $when }.
agenda-done-moved = “{ $title }” is now { $when }.
agenda-done-moved-slot = { $items } – now { $when }.
agenda-done-moved-within = “{ $title }” is now number { $place } of { $of }, { $when }.
agenda-undo = Undo
agenda-redo = Redo
agenda-other-days = { $n ->
    [one] One item is on a day that is not part of the event. Move or remove it before you publish:
   *[other] { $n } items are on days that are not part of the event. Move or remove them before you publish:
}
agenda-after-end = { $n ->
    [one] One item begins only after the event has ended (at { $ends }):
   *[other] { $n } items begin only after the event has ended (at { $ends }):
}
agenda-gone = no longer on the agenda

agenda-add = Add an item
    .button = Add
agenda-make-room = Move later items of that day back
    .hint = To put something in between: whatever begins at that time or later moves by the length of the new item.
agenda-item-title = Title
agenda-date = Day
agenda-time = Begins
agenda-ends = Ends
agenda-minutes = Length in minutes
agenda-length =
    .hint = End or length: change just one of the two.
agenda-kind = Kind
agenda-speakers = Who (speakers, facilitation)
agenda-room = Room
agenda-details = More about it
    .hint = What participants should know about it, in a few words.

agenda-change-title = Change “{ $title }”
agenda-along = Move all later items along
    .hint = By as much as the end of this item moves. What runs in parallel stays.
agenda-along-day = Move all later items of the same day along
agenda-save = Save
agenda-back = Back to the agenda
agenda-remove-title = Remove “{ $title }”
agenda-remove-question = Take “{ $title }” off the agenda?
agenda-remove-gone = Title, time and everything else about this item will be deleted.
agenda-remove-nobody = Nobody will be written to because of it.
agenda-close-up = Move later items of that day up
    .hint = Whatever begins at { $ends } or later begins { $length } earlier.
agenda-keep = Keep it

move-earlier = { $about }: move up
move-later = { $about }: move down
move-drag = Drag to change the order

questions-title = Questions: { $event }
questions-none = No questions of your own yet
    .advice = Name, email address and organisation are always asked. Add anything else you would like to know below.
    .wait = Name, email address and organisation are always asked.
questions-list = Your own questions
questions-always = Name, email address and organisation are always asked.
questions-required = required
    .label = An answer is required
    .hint = For “Yes or no” this means that only people who tick the box can register.
questions-optional = optional
questions-removed = The question has been removed.
questions-gone = no longer in the form
questions-add = Add a question
    .button = Add
questions-label = Question
    .hint = In the language of the event, for example: What would you like to eat?
questions-kind = Answer
questions-options = Answers to choose from
    .hint = Each on a line of its own, at least two. Only for questions with a choice.
questions-help = Explanation
    .hint = Shown in small print below the question.
questions-preview = What it looks like
    .hint = Try it out: nothing is saved here.
questions-change-title = Change question
questions-change-answered = { $n ->
    [one] One person has already registered. Their answer stays as it is.
   *[other] { $n } people have already registered. Their answers stay as they are.
}
questions-back = Back to the questions
questions-remove = Remove question
    .ask = Remove question …
questions-remove-title = Remove question
questions-remove-question = Remove the question “{ $label }”?
questions-remove-form = It will no longer be asked in the registration form.
questions-remove-answers = { $n ->
    [one] One person has already registered. Their answer will no longer be shown anywhere, including lists and exports.
   *[other] { $n } people have already registered. Their answers will no longer be shown anywhere, including lists and exports.
}
questions-answers-stay = The answers stay as they are. Save anyway.
questions-remove-no-answers = Nobody has answered it yet.
questions-keep = Keep it

preview-title = Preview: { $event }
preview-banner = Preview.
preview-draft = This is what the page will look like. So far only your network can see it.
preview-published = This is how visitors see the page.
preview-cancelled = This is how visitors who have the link see that the event has been cancelled.
preview-missing = Still missing:
preview-missing-text = what it is about (summary or description)
preview-missing-place = a place, or a link to take part online
preview-missing-agenda = the agenda
preview-missing-capacity = the number of seats (without one, everybody who registers can come)
preview-publish = Publish …
preview-back = Go to overview
preview-questions = Questions in the registration form
preview-no-questions = There are no questions of your own.
agenda-tells-booked = { $n ->
    [one] One person has booked workshops. If their time changes, they get an email with the new calendar entry.
   *[other] { $n } people have booked workshops. If their time changes, they get an email with the new calendar entry.
}
