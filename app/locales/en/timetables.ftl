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
    [one] One of them has known a different timetable so far.
   *[other] { $n } of them have known a different timetable so far.
}
timetables-calendar = Each email enters a workshop with its room into the calendar, or cancels it there: a calendar entry needs an email of its own. The whole timetable is in the first one; the others are short. The entry of the event stays.
timetables-wishes-open = People can wish until { $closes }
    .about = An assignment of today is a trial. Publishing it now writes to everybody, and each later computation changes their timetables again. The seed is made known only after wishes have closed; nobody can check the assignment before.
timetables-writing = Mails are being written
timetables-tell-question = Not everybody knows their timetable yet
timetables-swaps-wait = Until then, participants can only make swaps that fit this version as well.
timetables-swaps = { $n ->
    [one] One person has a seat by a swap and loses it.
   *[other] { $n } people have a seat by a swap and lose it.
}
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
timetables-no-room = no room
timetables-new-place = place
timetables-new-title = title
timetables-new-speakers = speakers
timetables-withdraw = Participants then no longer see which workshops they are assigned to. No email is sent; calendar entries that are still waiting to be sent are dropped. Entries that are already in calendars stay there until you publish again. Booked seats stay as they are.

timetable-title = My timetable
timetable-none = You are not assigned to a workshop yet
    .text = The assignment is published, and you have no seat in it yet. As soon as you have one, you will find it here and get an email.
timetable-free = no workshop
timetable-now = now
timetable-leads = You lead this workshop
timetable-led-by = Led by { $speakers }
timetable-calendar = For each workshop we send you a calendar entry of its own by email.

workshop-day-tab = On the day
workshop-day-title = Who is where?
workshop-day-none = It is not known yet who is where
    .text = People who are assigned are shown here once the assignment is published. Whoever books a seat is shown at once.
    .action = Publish it
workshop-day-search = Name or organisation
workshop-day-find = Search
workshop-day-all = All rooms
workshop-day-slots = Time slots
workshop-day-count = { $n ->
    [0] Nobody yet
    [one] One person
   *[other] { $n } people
}
workshop-day-count-of = { $n } of { $of } { $of ->
    [one] seat
   *[other] seats
} taken
workshop-day-no-room = no room
workshop-day-no-workshop = In no workshop.
workshop-day-leads = leads the workshop
workshop-day-led = Workshops led
workshop-day-nobody = Nobody found for “{ $search }”
    .text = The search covers everybody with a seat at the event, and those who lead a workshop.
workshop-signs = Door signs
workshop-timetables = Timetables of all people
timetable-card-note = If something changes, your page says so: by the link in your confirmation.
workshop-signs-pdf = Download as PDF
workshop-lists = Lists for speakers

lists-about = By a secret link the speakers of a workshop see who is coming: names and organisations, booked seats at once, assigned ones after publishing. Each link opens the list of one workshop only, and works until two weeks after the event.
lists-answers = Answers on the lists
    .hint = Names and organisations are always on them. Tick only what speakers really need.
    .save = Save
lists-saved = Saved. It applies to links that have been handed out, too.
lists-make = Make links for all workshops
lists-shown = Copy the links now: once you leave this page they cannot be shown again. You can make new ones at any time.
lists-hidden = For security, links can be shown only right after they are made. Earlier links go on working until you revoke them.
list-page = List: { $workshop }
list-not-yet = It is not known yet who is coming. Please open this link again later.
list-name = Name
guest-list-organisation = Organisation
list-confidential = This list is meant for the speakers of the workshop only. Please do not pass the link on, and destroy printouts after the event.
