//! Changes of a network's settings.

use model::NetworkChange;

use super::values::{names, optional_texts, texts};
use crate::error::ShownChange;

/// A change in the words of the form.
pub(super) fn shown(change: &NetworkChange) -> ShownChange {
    let (field, values) = match change {
        NetworkChange::Name(change) => ("name", texts(change)),
        NetworkChange::SenderName(change) => ("sender_name", texts(change)),
        NetworkChange::SenderAddress(change) => ("sender_address", texts(change)),
        NetworkChange::ReplyTo(change) => ("reply_to", optional_texts(change)),
        NetworkChange::Imprint(change) => ("imprint", texts(change)),
        NetworkChange::Privacy(change) => ("privacy", texts(change)),
        NetworkChange::FundingNotice(change) => ("funding_notice", texts(change)),
        NetworkChange::TimeZone(change) => ("time_zone", texts(change)),
        NetworkChange::Language(change) => ("language", names(change)),
        NetworkChange::Hue(change) => ("hue", names(change)),
    };
    ShownChange::new(field, values)
}
