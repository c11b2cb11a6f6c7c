contacts-tabs = Pages about people
contacts-title = Contacts
contacts-none = No contact yet
    .advice = Whoever registers for an event is listed here afterwards. You can also add contacts by hand.
contacts-search = Name, address, function
contacts-group = Selection
contacts-show-all = Show all contacts
contacts-not-found = No contact found
contacts-column-state = State
contact-group-without-organisation = without an organisation
contact-group-without-tag = without a tag
contact-group-opted-out = wants no invitations
contact-group-only-registered = only by registration
contact-source-registration = by a registration
contact-source-organiser = added by hand
contact-source-import = imported
contact-opted-out = no invitations
contact-unconfirmed = address not confirmed
contact-only-registered = only by registration
contact-add = Add contact
contact-added = The contact is added.
contact-changed = The changes are saved. No e-mail was sent.
contact-deleted = The contact is deleted.
contact-back = To the contacts
contact-new-title = New contact
contact-edit = Change contact
contact-edit-reach = { $n ->
    [one] Name, address and organisation also change in the registration of this person.
   *[other] Name, address and organisation also change in all { $n } registrations of this person.
} No e-mail is sent. Links in earlier e-mails stay valid.
contact-known = { $name } has this address already
    .action = Open contact
contact-function = Function
    .hint = For example: project lead
contact-kept = Notes and consent
contact-tag = Tag
contact-tags = Tags
    .hint = Separated by commas
    .known = Separated by commas. In use: { $tags }
contact-notes = Notes
    .hint = All members of the network can read them.
contact-consent = Consent
contact-consent-none = none: kept for the single event only
contact-consent-check = Agreed to be kept beyond one event
    .hint = Applies to the present version of the privacy notice.
contact-opted-out-check = Wants no invitations
contact-invitations = Invitations
contact-invitations-wanted = wanted
contact-invitations-none = not wanted since { $when }
contact-since = In the address book since
contact-yes = yes
contact-no = no
contact-save = Save
contact-history = Events
contact-history-none = This person has not registered for an event yet.
contact-history-when = When
contact-history-name = registered as { $name }
contact-delete = Delete contact
    .ask = Delete …
contact-delete-question = Delete { $name } from the address book?
contact-delete-gone = Details, tags and notes are deleted, also in the history of the network.
contact-delete-stays = { $n ->
    [one] The registration of this person stays in the list of its event.
   *[other] The { $n } registrations of this person stay in the lists of their events.
}
contact-delete-go = Delete contact
contact-expected = { $name } is still expected
    .advice = Cancel the registration there first.

duplicates-title = Duplicates
duplicates-none = No duplicate contacts
    .advice = Contacts with the same name in the same organisation are listed here.
duplicates-intro = These contacts have the same name and belong to the same organisation. They may be one person.
duplicates-addresses = { $one } and { $other }
merge-compare = Compare
merge-with = Merge …
merge-title = Merge contacts
merge-search = Other contact
merge-nobody = No other contact found.
merge-field = Detail
merge-first = First contact
merge-second = Second contact
merge-registrations = Registrations
merge-both-at = Both are registered for the same event. Cancel one of the two registrations, and you can merge the contacts.
merge-keep = Who stays?
    .hint = The other contact is deleted. Its registrations, tags and notes go to the one that stays, and so do function and organisation where it has none. All registrations then have the name and address of the one that stays. Where both were registered, a registration that has ended stays in the list of the event, without a contact. No e-mail is sent.
merge-go = Merge
merge-done = The two contacts are now one. No e-mail was sent.

lists-title = Distribution lists
lists-none = No distribution list yet
    .advice = A distribution list brings contacts together: chosen one by one, or by a rule.
distribution-add = Add distribution list
distribution-new-title = New distribution list
distribution-edit = Change distribution list
distribution-back = To the distribution lists
distribution-name = Distribution list
distribution-members = Who is on it
distribution-people = People
distribution-count = { $n ->
    [one] one person
   *[other] { $n } people
}
distribution-fixed = chosen one by one
distribution-kind-fixed = Contacts chosen one by one
distribution-kind-rule = All contacts that fit a rule
distribution-rule = Rule
    .hint = Only for lists by a rule. Whoever is on the list fits all of it. When contacts change, the list changes.
distribution-rule-any = any
distribution-added = The distribution list is added.
distribution-changed = The changes are saved.
distribution-deleted = The distribution list is deleted.
distribution-choose = Choose a list
distribution-add-people = Put on the list
distribution-remove = Take off the list
distribution-people-added = { $n ->
    [0] Everybody was on the list already.
    [one] One person is new on the list.
   *[other] { $n } people are new on the list.
}
distribution-people-removed = { $n ->
    [one] One person is no longer on the list.
   *[other] { $n } people are no longer on the list.
}
distribution-nobody = Nobody is on this list
distribution-nobody-fixed = Choose people in the list of contacts and put them on the distribution list.
distribution-nobody-rule = No contact fits this rule at present.
distribution-show-all = Show the whole list
distribution-delete = Delete distribution list
    .ask = Delete …
distribution-delete-question = Delete the distribution list “{ $name }”?
distribution-delete-stays = { $n ->
    [0] Nobody is on it.
    [one] The contact on it stays.
   *[other] The { $n } contacts on it stay.
}
contacts-several = Change several
contacts-several-all = All { $n } whom the list finds, on other pages as well
contacts-give-tags = Give tags
contacts-take-tags = Take tags away
contacts-tags-given = { $n ->
    [0] Everybody had these tags already.
    [one] One contact was given the tags.
   *[other] { $n } contacts were given the tags.
}
contacts-tags-taken = { $n ->
    [0] Nobody had these tags.
    [one] The tags were taken from one contact.
   *[other] The tags were taken from { $n } contacts.
}
contacts-column-choose = Choose
contacts-choose = Choose { $name }

contact-export-consent = Agreed on
contact-export-consent-version = Version of consent
contact-import-title = Import contacts
contact-import-intro = The first line has the headings, each further line one person. Given name, family name and email are needed; organisation, function, language, tags, notes and “Invitations” (yes or no) are possible.
contact-import-go = { $n ->
    [one] Import one line
   *[other] Import { $n } lines
}
contact-import-sound = The table is fine.
contact-import-added = { $n ->
    [0] No contact is added.
    [one] One contact is added.
   *[other] { $n } contacts are added.
}
contact-import-supplemented = { $n ->
    [one] One contact that is there is filled in: tags are added, what is missing is entered; name and organisation stay.
   *[other] { $n } contacts that are there are filled in: tags are added, what is missing is entered; name and organisation stay.
}
contact-import-no-mails = Nobody is written to.
contact-import-known = { $n ->
    [one] One line is passed over: the address book has all it says.
   *[other] { $n } lines are passed over: the address book has all they say.
}
contact-import-unlisted = { $n ->
    [one] One organisation is not on your list and is taken over as a name only: { $names }
   *[other] { $n } organisations are not on your list and are taken over as names only, for example: { $names }
}
contact-import-what = What happens
contact-import-is-new = new
contact-import-is-supplemented = filled in
contact-import-opts-out = is filled in; no more invitations
contact-import-opting-out = { $n ->
    [one] One person who is in the address book gets no more invitations.
   *[other] { $n } people who are in the address book get no more invitations.
}
contact-import-differing = { $n ->
    [one] One line has another name or organisation than the address book
   *[other] { $n } lines have another name or organisation than the address book
}. The address book stays as it is; if the table is right, change the contact: { $lines }
contact-import-differs = line { $line }: { $says } instead of { $stored }
contact-imported = The table is imported. You can undo the import below.
contact-import-undone = { $n ->
    [0] The import is undone. No contact was deleted.
    [one] The import is undone. One contact is deleted again.
   *[other] The import is undone. { $n } contacts are deleted again.
}
contact-import-restored = { $n ->
    [one] One contact that was filled in is as before.
   *[other] { $n } contacts that were filled in are as before.
}
contact-import-kept = { $n ->
    [one] One contact stays, because it was changed, invited or has registered since.
   *[other] { $n } contacts stay, because they were changed, invited or have registered since.
}
contact-import-undone-before = This import was undone before.
contact-imports-title = Latest imports
contact-imports-hint = Undoing deletes what the import added. Whoever was changed or has registered since stays.
contact-imports-row = { $added ->
    [one] one contact new
   *[other] { $added } contacts new
}, { $supplemented ->
    [0] none filled in
    [one] one filled in
   *[other] { $supplemented } filled in
}
contact-imports-undo = Undo
contact-imports-undone = undone
