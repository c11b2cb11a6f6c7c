# Signing in, and one's own account.

sign-in-title = Sign in
sign-in-intro = For people who plan a network's events. You do not need an account to take part in an event.
sign-in-address = Email address
    .hint = We will send you a link to sign in, no password needed.
sign-in-send = Send me a link
sign-in-sent = Check your inbox
    .advice = If there is an account for this address, a link is on its way. It is valid for 15 minutes and can be used once.
sign-in-link-title = Sign in now
sign-in-kept = This server is not set up to send email. Whoever runs it can create a new link with the command treffpunkt member add.
sign-in-link-intro = One more click. Some mail programs open links in advance to check them; this way your link stays valid.
sign-in-link-go = Sign in
sign-in-link-new = Request a new link

account-title = Account
account-signed-in = Signed in as { $address }
account-sign-out = Sign out
account-networks = Your networks
account-network = Network
account-name = Name
account-role = Role
