# Header and footer of every page, forms, errors.

shell-title = { $title } – { $network }
shell-title-refused = Not done yet: { $title } – { $network }
shell-skip = Skip to content
shell-nav = Main navigation
shell-nav-events = Events
shell-nav-people = People
shell-nav-messages = Messages
shell-nav-network = Network
shell-nav-account = Account
shell-menu = Menu
shell-networks = Switch network
shell-sign-in = Sign in
shell-to-start = To the start page
shell-imprint = Imprint
shell-privacy = Privacy
shell-accessibility = Accessibility

form-part-empty = empty
form-part-edited = edited, not saved yet
form-optional = optional
form-trouble = The server cannot be reached at the moment. What you entered is still here; please try again in a moment.
form-changes = What has changed in the meantime
form-own-changes = What you change
form-changes-field = Field
form-changes-before = before
form-honeypot = Please leave this empty
form-changes-nothing = –
form-changes-after = now

meter-free = { $of ->
    [one] { $free } of { $of } seat free
   *[other] { $free } of { $of } seats free
}
meter-full = All seats are taken
meter-taken = { $of ->
    [one] { $taken } of { $of } seat taken
   *[other] { $taken } of { $of } seats taken
}

pagination = Pages of the list
pagination-rows = Rows { $first }–{ $last } of { $of }
pagination-before = Previous
pagination-after = Next
pagination-later = Later
pagination-earlier = Earlier

error-not-found = This page does not exist
    .advice = Perhaps the link is incomplete, or the event is no longer public.
error-not-allowed = You do not have permission for this
    .advice = Please ask the people responsible for your network.
error-sign-in = Please sign in
    .advice = Your session has ended. What you typed is still there: sign in, then send it again.
error-invalid = That did not quite work
    .advice = Please check what you entered.
error-conflict = Somebody else has changed something in the meantime
    .advice = What you entered is still in the form. Check what has changed; if you save again, your version replaces it.
error-preview = Nothing has been changed yet
    .advice = Please check that everything is right.
error-full = All seats are taken
    .advice = The last free seat has just been taken.
error-wrong-state = This is no longer possible
    .advice = Something has changed in the meantime. Please check where things stand now.
error-too-many-requests = Too many attempts
    .advice = { $minutes ->
        [one] Please try again in a minute.
       *[other] Please try again in { $minutes } minutes.
    }
error-too-many-registrations = Too many registrations from this internet connection
    .advice = { $minutes ->
        [one] This happens when many people share one Wi-Fi. Please send the form again in a minute, or use mobile data to send it now.
       *[other] This happens when many people share one Wi-Fi. Please send the form again in { $minutes } minutes, or use mobile data to send it now.
    }
error-expired = This link is no longer valid
    .advice = It has already been used, or it is too old.
error-unreadable = Your entries did not arrive properly
    .advice = They are incomplete or too large. Please go back and try again.
error-unavailable = Not available right now
    .advice = The service will be back shortly. Please try again in a few seconds.
error-internal = Something went wrong on our side
    .advice = It is not your fault. If it happens again, please give us this id: { $id }

unreadable-rows = { $n ->
    [one] One row of this list cannot be read and is missing
   *[other] { $n } rows of this list cannot be read and are missing
}
    .advice = All others are complete. Please pass these details on to the person who runs the server:
unreadable-row = Table { $table }, id { $row }, column { $column }

logos-of-funders = Funders and partners
decimal = { $whole }.{ $tenth }
