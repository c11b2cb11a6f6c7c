# What everybody sees: events, registration, legal pages.

upcoming-title = Events
upcoming-empty = No public event is planned at the moment
    .advice = Invitations to other events come by e-mail.
upcoming-organise = Do you plan events?
upcoming-sign-in = Sign in

imprint-title = Imprint
imprint-empty = This network has not published an imprint yet.
privacy-title = Privacy
privacy-empty = This network has not published a privacy text yet.

accessibility-title = Accessibility
