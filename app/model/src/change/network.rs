//! Changes of a network's settings.

use super::changes;
use crate::{EmailAddress, Hue, IanaTimeZone, Language, Line, Network, Text};

changes! {
    /// One setting of a network that changed.
    NetworkChange of Network: Network {
        id: _,
        // Never changes.
        slug: _,
        name,
        sender_name,
        sender_address,
        reply_to,
        imprint,
        privacy,
        // Counts the changes of `privacy`.
        privacy_version: _,
        funding_notice,
        time_zone,
        language,
        hue,
        // Not settings.
        logos: _,
        own_words: _,
        revision: _,
    } => {
        Name(Line<200>) = name,
        SenderName(Line<200>) = sender_name,
        SenderAddress(EmailAddress) = sender_address,
        ReplyTo(Option<EmailAddress>) = reply_to,
        Imprint(Text) = imprint,
        Privacy(Text) = privacy,
        FundingNotice(Text<2_000>) = funding_notice,
        TimeZone(IanaTimeZone) = time_zone,
        Language(Language) = language,
        Hue(Hue) = hue,
    }
}
