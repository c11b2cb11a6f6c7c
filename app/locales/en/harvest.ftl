# The harvest of a world café: a table's page, the organisers' page, and the results.

event-tab-cafe-harvest = Harvest

table-name = Table { $name }
table-title = What does your table take away?
table-round = Round { $n }
table-rounds = Rounds
table-minutes-left = { $n ->
    [one] { $n } minute left
   *[other] { $n } minutes left
}
table-host = Host: { $name }
table-new = New point
table-change = Change the point
table-kind = Kind
table-save = Write down
table-remove = Remove
table-leave = Leave it as it is
table-draft = Draft kept, even offline
table-saved = Written down.
table-removed = Removed.
table-both = Somebody changed the same point at the same time. Both versions are kept.
table-both-tag = second version
table-not-removed = Somebody has changed the point meanwhile, so it was not removed.
table-offline = Offline since { $time }.
table-waits = { $n ->
    [one] { $n } point is waiting on this device and will be sent by itself. Just go on writing.
   *[other] { $n } points are waiting on this device and will be sent by themselves. Just go on writing.
}
table-waits-tag = not sent yet
table-busy = The server is not accepting anything just now. It will be tried again in a moment.
table-refused = Not accepted: at most { $most } points in a round, no special characters. Please change it.
table-gone = Nothing can be written down here any more: the link was revoked, or the event was long ago.
table-closed = This event is over or cancelled. Nothing can be written down any more.
table-this-round = This round
table-none = Nothing written down yet.
table-round-before = What the round before noted
table-rounds-before = What the rounds before noted
table-change-link = change
table-read-along = The organisers read along and sort it out later.

harvest-page = Harvest: { $event }
harvest-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
harvest-agreed-open = { $n ->
    [one] { $n } open action item
   *[other] { $n } open action items
}
harvest-links = Table links
harvest-differing = { $n ->
    [one] One point was changed on two devices at once. Both versions are here: please merge them.
   *[other] { $n } points were changed on two devices at once. All versions are here: please merge them.
}
harvest-no-tables = No tables yet
    .advice = Start with topics and tables in the set-up.
harvest-to-set-up = To the set-up
harvest-none = Nothing written down yet
    .advice = Each table writes on a page of its own; the addresses are under “Table links”. New points appear here by themselves.
harvest-nothing-found = No point matches this selection
harvest-reload-on = Reload this page every three seconds
harvest-reload-off = Stop reloading
harvest-topic = Topic
harvest-table = Table
harvest-round = Round
harvest-kind = Kind
harvest-every = all
harvest-find = Show
harvest-all = Show all
harvest-no-topic = No topic
harvest-from = Table { $table }, round { $round }
harvest-drafts = Being written
harvest-left-out = Not part of the results
harvest-edit = Change
harvest-agree = Action item …
harvest-hide = Hide
harvest-show = Show again
harvest-back = Back to the harvest
harvest-change = Change the point
harvest-text = Text
harvest-heading = Heading
    .hint = Points with the same heading stand together under their topic.
harvest-agree-title = Make it an action item
harvest-merge-title = Merge with another point
harvest-merge-into = Other point
    .hint = The text is added to the other one. You can smooth it afterwards.
harvest-merge-choose = Please choose
harvest-merge = Merge
harvest-public = public
harvest-public-since = since { $when }
harvest-public-follows = What you change here changes there, too.
harvest-results-page = To the results page
harvest-withdraw = Withdraw
harvest-not-public = { $n ->
    [0] Nothing to publish yet.
    [one] Not public yet: { $n } point.
   *[other] Not public yet: { $n } points.
}
harvest-publish = Publish the results
    .hint = The event’s page gets a section “Results”. Action items and names are not part of it.
harvest-no-page = An event by invitation has no public page. Print this page to pass the results on.

agreed-title = Action items
agreed-none = Nothing agreed yet. Any point can become an action item.
agreed-add = New action item
    .button = Agree
agreed-what = What
agreed-who = Who
    .hint = People or organisations
agreed-due = By when
agreed-until = by { $when }
agreed-done = Done
agreed-open-again = Open again
agreed-state = State
agreed-change = Change the action item
agreed-remove = Remove the action item

links-title = Table links
links-back = Back to the harvest
links-about = Whoever has the link or the QR code of a table can write there, without an account.
links-shown = The links are only shown at the address of this page. Print them, or keep the address.
links-hidden = Links are stored encrypted only and cannot be shown again. New links work beside the old ones; printed signs stay valid.
links-make = New links for all tables
links-make-one = New link
links-revoke-all = Revoke all links
links-revoke = Revoke links
links-none = no link
links-working = { $n ->
    [one] { $n } link works
   *[other] { $n } links work
}
links-code = QR code: { $table }
links-link = Link
links-copy = Copy

results-title = Results
results-page = Results: { $event }
results-about = What the tables wrote down, by topic.
results-read = Read the results
