//! The sender of all letters of a network.

use std::sync::Arc;

use lettre::message::Mailbox;
use model::{EmailAddress, Hue, IanaTimeZone, Language, MailKind, OwnWords};

use crate::{
    address::{AddressError, smtp_address},
    header::display_name,
};

/// The settings of a network that its letters show.
#[derive(Debug, Clone)]
pub struct NetworkProfile {
    /// The name in the signature.
    pub name: String,
    /// The display name in From.
    pub sender_name: String,
    /// The address in From. Bounces go there.
    pub sender_address: EmailAddress,
    /// The address in Reply-To.
    pub reply_to: Option<EmailAddress>,
    /// The zone that readers expect. Times in another zone are shown with its name.
    pub time_zone: IanaTimeZone,
    /// The accent colour of the HTML part.
    pub hue: Hue,
    /// The URL of the imprint.
    pub imprint_link: String,
    /// The URL of the privacy notice.
    pub privacy_link: String,
    /// In automatic letters.
    pub own_words: Vec<OwnWords>,
}

/// A checked [`NetworkProfile`]. Clones share one value, so one letterhead serves all recipients.
#[derive(Debug, Clone)]
pub struct Letterhead(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    profile: NetworkProfile,
    from: Mailbox,
    reply_to: Option<Mailbox>,
}

impl Letterhead {
    /// Checks the sender and reply addresses.
    pub fn new(profile: NetworkProfile) -> Result<Self, AddressError> {
        let sender = smtp_address(&profile.sender_address)?;
        let reply_to = profile.reply_to.as_ref().map(smtp_address).transpose()?;
        Ok(Self(Arc::new(Shared {
            from: Mailbox::new(display_name(&profile.sender_name), sender),
            reply_to: reply_to.map(|address| Mailbox::new(None, address)),
            profile,
        })))
    }

    pub(crate) fn profile(&self) -> &NetworkProfile {
        &self.0.profile
    }

    /// The network's own words in letters of this kind.
    pub(crate) fn own_words(&self, kind: MailKind, language: Language) -> Option<&OwnWords> {
        let mut words = self.0.profile.own_words.iter();
        words.find(|words| words.kind == kind && words.language == language)
    }

    pub(crate) fn from(&self) -> &Mailbox {
        &self.0.from
    }

    pub(crate) fn reply_to(&self) -> Option<&Mailbox> {
        self.0.reply_to.as_ref()
    }
}
