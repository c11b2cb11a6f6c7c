# Signing in, and one's own account.

sign-in-title = Sign in
sign-in-intro = For everybody who plans a network's events. To take part in an event you need no account.
sign-in-address = Email address
    .hint = We send you a link to sign in with, without a password.
sign-in-send = Send me a link
sign-in-sent = Look into your mailbox
    .advice = If there is an account for this address, a link is on its way. It works once, and for 15 minutes.
sign-in-link-title = Sign in now
sign-in-kept = This server is not set up to send mail: whoever looks after it gets a new link with the command treffpunkt member add.
sign-in-link-intro = One more click. This way no program that checks your mail can use up the link for you.
sign-in-link-go = Sign in
sign-in-link-new = Ask for a new link

account-title = Account
account-signed-in = Signed in as { $address }
account-sign-out = Sign out
account-networks = Your networks
account-network = Network
account-name = Name
account-role = Role
