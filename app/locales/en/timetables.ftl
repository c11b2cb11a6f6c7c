# Timetables of workshops: publishing, the page of participants, the day.

timetables-tab = Publish
timetables-title = Publish the assignment
timetables-no-plan = No assignment is chosen yet
    .text = Compute an assignment and choose one of the three. Then you can publish it here.
    .action = To the assignment
timetables-nobody-sees = Participants do not see yet which workshops they attend.
timetables-seen = Participants have seen version { $version } since { $when }: each person only their own workshops.
timetables-seen-later = Once the event is published, participants see version { $version }: each person only their own workshops.
timetables-means = From then on everybody who is registered sees their timetable by version { $version } on their page: time, workshop, room and speakers.
timetables-mails-draft = No email is sent: the event is still a draft. The calendar entries of the workshops come with the invitation.
timetables-mails-none = No email is sent: everybody knows their timetable.
timetables-mails = { $n ->
    [one] One person gets { $mails ->
        [one] one email
       *[other] { $mails } emails
    }: one for each workshop that is new to them or changes. They are listed below.
   *[other] { $n } people get { $mails } emails in all: one for each workshop that is new to them or changes. They are listed below.
}
timetables-changed = { $n ->
    [one] For one of them, something changes that they already know.
   *[other] For { $n } of them, something changes that they already know.
}
timetables-calendar = Each email contains a calendar entry of its own with the room of the workshop, or its cancellation. The entry of the event stays.
timetables-tell-question = Not everybody knows their timetable yet
timetables-without = { $n ->
    [one] One person has no workshop in one time slot
   *[other] { $n } people have no workshop in a time slot
}
timetables-gets = { $time }: { $title }
timetables-leads = { $time }: leads { $title }
timetables-loses = { $time }: no longer { $title }
timetables-stays = { $time }: { $title }, new: { $what }
timetables-new-time = starts at { $time }
timetables-new-room = room { $room }
timetables-new-title = title
timetables-new-speakers = speakers
timetables-withdraw = Participants then see no workshops any more. No email is sent about it. Calendar entries that are still waiting to be sent are dropped. In calendars that have workshops already they stay until you publish again.

timetable-title = My timetable
timetable-none = No workshop has been assigned to you yet
    .text = The places in the workshops have been given. As soon as you have one, you find it here, and you get an email.
timetable-now = now
timetable-leads = You lead this workshop
timetable-led-by = Led by { $speakers }
timetable-calendar = For each workshop you have received a calendar entry of its own by email.

workshop-day-tab = On the day
workshop-day-title = Who is where?
workshop-day-none = The assignment is not published yet
    .text = You find out here who is where as soon as participants see their timetables.
    .action = Publish it
workshop-day-search = Name or organisation
workshop-day-find = Search
workshop-day-all = All rooms
workshop-day-slots = Time slots
workshop-day-count = { $n ->
    [one] One person
   *[other] { $n } people
}
workshop-day-count-of = { $n } of { $of } { $of ->
    [one] place
   *[other] places
} taken
workshop-day-no-room = no room
workshop-day-no-workshop = In no workshop.
workshop-day-nobody = Nobody found for “{ $search }”
    .text = The search covers everybody with a seat at the event.
workshop-signs = Door signs
workshop-lists = Lists for speakers

lists-about = Whoever leads a workshop sees by a secret link who is coming: names and organisations, always as published. Each link opens the list of one workshop only, and closes two weeks after the event.
lists-answers = Answers on the lists
    .hint = Names and organisations are always on them. Tick only what speakers really need.
    .save = Save
lists-saved = Saved. It applies to links that have been handed out, too.
lists-make = Make links for all workshops
lists-shown = Copy the links now: once you leave this page they cannot be shown again. You can make new ones at any time.
lists-hidden = For security, links can be shown only right after they are made. Earlier links go on working until you revoke them.
list-page = List: { $workshop }
list-not-yet = The assignment is not published yet. Please open this link again later.
list-name = Name
guest-list-organisation = Organisation
list-confidential = This list is meant for the speakers of the workshop only. Please do not pass the link on, and destroy printouts after the event.
