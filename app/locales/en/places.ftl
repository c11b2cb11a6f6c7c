# Places of organisations.

contingents-title = Contingents
contingents-page = Contingents: { $event }
contingents-about = Places that are held are free for the people of an organisation, unless it gives them back. Its contact person manages them with a link.
contingents-none = There are no organisations yet
    .advice = Add the organisations of the network
contingents-numbers = { $held } places held, { $unused } of them unused. { $taken } of { $of } seats are taken.
contingents-numbers-unlimited = { $held } places held, { $unused } of them unused. The number of seats is not limited.
contingents-held = Places held
contingents-taken = Taken
contingents-link = Link
contingents-has-link = link works
contingents-save = Save contingents
contingents-saved = The contingents are saved.
contingents-release = Return unused places
contingents-release-due = Back to everybody on
    .hint = From then on no place is held, and the waiting list moves up. Whoever has a seat keeps it. Leave empty to keep the places held.
contingents-release-save = Save the date
contingents-release-saved = The date is saved.
contingents-released = Since { $due } no places are held. Contingents that you enter now stay until the event begins.
contingents-nobody = Nobody of this organisation has a seat yet.
contingents-links = Link for the contact person
    .about = The link opens the places of this organisation without an account: enter, swap, release. You can revoke it at any time.
contingents-link-once = This link is shown only now. Whoever has it manages the places of the organisation.
contingents-link-mailed = Last sent to { $address }, { $made }.
contingents-link-made = Last made: { $made }.
contingents-address = Email address of the contact person
    .hint = They get the link with the number of places.
contingents-mail = Send the link
contingents-mailed = The link is on its way.
contingents-make = Make a link to copy
contingents-revoke = Revoke all links
contingents-revoked = The links are revoked.

places-title = Places for { $organisation }
places-closed = Places can no longer be changed.
places-numbers = { $held ->
    [0] { $taken } places taken, none held
   *[other] { $taken } of { $held } places taken
}
places-unused = { $n ->
    [0] All places that are held are taken.
    [one] One place is still held for your organisation.
   *[other] { $n } places are still held for your organisation.
}
places-until = Places that you have not used by { $due } are open to everybody afterwards.
places-released-since = Since { $due } no places are held. You can go on entering people as long as seats are free.
places-return = { $n ->
    [one] Give back the unused place …
   *[other] Give back the { $n } unused places …
}
places-return-question = { $n ->
    [one] Give back the unused place?
   *[other] Give back the { $n } unused places?
}
places-return-means = They are open to everybody afterwards. Whoever is entered keeps their place.
places-return-go = Give back
places-returned = { $n ->
    [one] One place was given back. Thank you.
   *[other] { $n } places were given back. Thank you.
}
places-people = Your colleagues
places-nobody = Nobody is entered yet
    .advice = Enter your colleagues below.
places-unconfirmed = Address not confirmed yet
places-column-acts = Change
places-has-place = has a place
places-swap = Swap …
places-swap-question = Who comes instead of { $name }?
places-swap-leaves = { $name } gets a cancellation that takes the event out of the calendar.
places-swap-comes = The place stays with your organisation; the new person gets the invitation for the calendar.
places-swap-go = Swap the place
places-swapped = The place was swapped. Both people get an email.
places-release = Release …
places-release-question = Release the place of { $name }?
places-release-mail = { $name } gets an email and is no longer registered.
places-release-stays = The place stays held for your organisation.
places-release-open = The place is open to everybody afterwards.
places-release-go = Release and notify
places-released = The place was released.
places-enter = Enter colleagues
places-enter-all = Everybody you enter gets a seat.
places-enter-left = { $n ->
    [0] No seat is free at present: whom you enter goes to the waiting list.
    [one] One seat is free for your organisation. Whoever finds none goes to the waiting list.
   *[other] { $n } seats are free for your organisation. Whoever finds none goes to the waiting list.
}
places-enter-only-held = { $n ->
    [0] All places that are held for your organisation are taken.
    [one] One place that is held is still free.
   *[other] { $n } places that are held are still free.
}
places-enter-held = { $n ->
    [0] All seats that are held for your organisation are taken. Whoever else would like to come registers on the page of the event.
    [one] One held seat is left. Whoever else would like to come registers on the page of the event.
   *[other] { $n } held seats are left. Whoever else would like to come registers on the page of the event.
}
places-enter-mail = Each person gets an email that says that your organisation entered them, with the invitation for the calendar and a link to cancel.
places-enter-go = Enter and notify
places-entered = { $n ->
    [one] One person is entered and has a place.
   *[other] { $n } people are entered and have a place.
}
places-entered-waiting = { $seated ->
    [0] No seat was free; on the waiting list: { $waiting }.
   *[other] Entered with a place: { $seated }; on the waiting list: { $waiting }.
}
places-entered-others = { $n ->
    [one] One person is registered already or gets an email to confirm.
   *[other] { $n } people are registered already or get an email to confirm.
}

colleagues-person = Person { $n }
colleagues-first = Register another person
colleagues-more = Another person

colleagues-title = More people
colleagues-about-each = You can register colleagues at the same time. Once you have confirmed your address, each person gets an email that says that you entered them, and confirms it.
colleagues-about-first = You can register colleagues at the same time and confirm for all. Each person gets an email that says that you entered them.
colleagues-left = { $n ->
    [0] No seat is free at present: everybody goes to the waiting list.
    [one] One seat is free. Whoever finds none goes to the waiting list.
   *[other] { $n } seats are free. Whoever finds none goes to the waiting list.
}
confirm-entered-by = { $name } has entered you.
confirm-consent = By confirming you consent to the privacy notice of { $network }.
confirm-colleagues = { $n ->
    [one] One person is entered with you:
   *[other] { $n } people are entered with you:
}
confirm-colleagues-each = { $waits ->
    [decision] Each person gets an email and confirms it. After that the organising team decides on them as well. Whoever is registered already gets no second email.
   *[seat] Each person gets an email and confirms it. Seats are given when they confirm. Whoever is registered already gets no second email.
}
confirm-colleagues-first = When you confirm, everybody gets a seat and an email. Whoever is registered already gets no second email.
confirm-colleagues-decision = When you confirm, their registrations reach the organising team as well. Whoever is registered already gets no second email.
confirm-colleagues-waiting = { $seated ->
    [0] There is no free seat for them: they go to the waiting list and get an email.
    [one] There is a seat for one of them, { $waiting ->
        [one] the last one goes
       *[other] the last { $waiting } go
    } to the waiting list. Everybody gets an email.
   *[other] There are seats for { $seated } of them, { $waiting ->
        [one] the last one goes
       *[other] the last { $waiting } go
    } to the waiting list. Everybody gets an email.
}
