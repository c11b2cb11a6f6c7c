//! What becomes of a mail.

use crate::string_enum::string_enum;

string_enum! {
    /// Where a mail stands. Nothing here says that it was delivered: no server tells that reliably.
    MailState {
        /// Waits to be handed to the mail server.
        Queued = "queued",
        /// Is being handed over.
        Sending = "sending",
        /// The mail server took it.
        Accepted = "accepted",
        /// The mail server refused it for good, or never answered; it is not tried again.
        Refused = "refused",
        /// A later message took its place before it was sent.
        Dropped = "dropped",
        /// No mail server is configured: it stays to be read here.
        Kept = "kept",
    }
}
