organisations-title = Organisations
organisations-count = { $n ->
    [one] one organisation
   *[other] { $n } organisations
}
organisations-none = No organisations yet
    .advice = People choose from these organisations when they register, and seats can be held for them.
organisations-search = Name, region or field of action
organisations-show-all = Show all organisations
organisations-not-found = No organisation found
organisations-found = { $n ->
    [one] one found
   *[other] { $n } found
}
organisation-add = Add an organisation
organisation-added = The organisation has been added.
organisation-changed = Your changes have been saved.
organisation-contacts = { $n ->
    [0] no contacts
    [one] one contact
   *[other] { $n } contacts
}
organisation-naming = { $n ->
    [one] One contact names this organisation without belonging to it
   *[other] { $n } contacts name this organisation without belonging to it
}
organisation-naming-attach = Once attached, they count for its region, its field of action and the seats held for it, in their registrations as well. Nobody is written to.
organisation-attach = { $n ->
    [one] Attach the contact
   *[other] Attach { $n } contacts
}
organisation-attached = { $n ->
    [0] There was no contact to attach.
    [one] One contact is attached.
   *[other] { $n } contacts are attached.
}
organisation-parent = Part of
organisation-parent-none = no other organisation
organisations-named = Names that are no organisation yet
    .about = Contacts name them. As organisations they can be filtered by region and field of action, be invited, and have seats held for them.
organisations-named-which = Make organisations of
organisations-named-one = { $name }, { $n ->
    [one] one contact
   *[other] { $n } contacts
}
organisations-named-add = Add and attach
organisation-new-title = New organisation
organisation-edit-title = Change organisation
organisation-short-name = Short name
    .hint = The name used in lists. No two organisations can have the same.
organisation-name = Name
    .hint = The full name.
organisation-region = Region
organisation-field = Field of action
    .hint = For example: recognition advice
organisation-save = Save

organisation-back = To the organisations
organisation-merged = The two organisations are one now.
organisation-parts = Parts
organisation-logo = Logo
organisation-logo-replace = Replace the logo
organisation-logo-saved = The logo is uploaded.
organisation-logo-removed = The logo is removed.
organisation-events = Events
organisation-events-none = Nobody of this organisation has registered yet.
organisation-events-held = Held
organisation-events-confirmed = Attending
organisation-events-waitlisted = Waiting
organisation-events-all = Registrations

organisation-duplicates-none = No duplicate organisations
    .advice = This page lists organisations with the same name, and those whose name is the short name of another.
organisation-duplicates-intro = These organisations have the same name, or the name of one is the short name of the other. They may be the same.
organisation-merge-title = Merge organisations
organisation-merge-other = Other organisation
organisation-merge-choose = Choose an organisation
organisation-merge-first = First organisation
organisation-merge-second = Second organisation
organisation-merge-invitations = Invitations of its contacts
organisation-merge-contingents = Events with places held
organisation-merge-links = Links to its places
organisation-merge-places = At these events, the places held for both are added:
organisation-merge-sum = { $one } + { $other } = { $sum } places.
organisation-merge-beyond = { $n ->
    [one] Together with all seats taken, that is one more than the event has.
   *[other] Together with all seats taken, that is { $n } more than the event has.
}
organisation-merge-moving-up = { $n ->
    [one] One person moves up from the waiting list and gets an email.
   *[other] { $n } people move up from the waiting list and get an email.
}
organisation-merge-keep = Which one stays?
    .hint = The other one is deleted. Whoever belongs to it then belongs to the one that stays: contacts, registrations and invitations, in all lists under its short name. Places, links, distribution lists and parts move as well; so do region, field of action, “part of” and logo where it has none. Nobody is written to, except people who move up from a waiting list.

organisation-import-title = Import organisations
organisation-import-intro = The first line has the column headings, each further line one organisation. A short name or a name is needed; region, field of action and “part of” (the short name of another one, also of this table) are possible. The table changes an organisation whose short name exists; empty cells leave what is there.
organisation-import-added = { $n ->
    [0] No organisation is added.
    [one] One organisation is added.
   *[other] { $n } organisations are added.
}
organisation-import-changed = { $n ->
    [one] One existing organisation is changed; a new short name then stands in all lists.
   *[other] { $n } existing organisations are changed; new short names then stand in all lists.
}
organisation-import-known = { $n ->
    [one] One line is skipped: the organisation is there exactly like this.
   *[other] { $n } lines are skipped: the organisations are there exactly like this.
}
organisation-import-is-changed = changed
organisation-import-empty = There is no organisation below the column headings.
organisation-import-too-many = At most { $most } organisations can be imported at once.
organisation-import-read = { $n ->
    [one] One line read
   *[other] { $n } lines read
}
organisation-import-undone = { $n ->
    [0] The import is undone. No organisation was deleted.
    [one] The import is undone. One organisation is deleted again.
   *[other] The import is undone. { $n } organisations are deleted again.
}
organisation-import-restored = { $n ->
    [one] One changed organisation is as it was before.
   *[other] { $n } changed organisations are as they were before.
}
organisation-import-kept = { $n ->
    [one] One organisation stays, because it was changed since or somebody belongs to it.
   *[other] { $n } organisations stay, because they were changed since or somebody belongs to them.
}
organisation-imports-hint = Undoing deletes what the import added, and restores what it changed. What was changed since, and organisations with contacts, registrations or places, stays.
organisation-imports-row = { $added ->
    [0] no new organisation
    [one] one new organisation
   *[other] { $added } new organisations
}, { $changed ->
    [0] none changed
    [one] one changed
   *[other] { $changed } changed
}
