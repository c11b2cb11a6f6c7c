//! The queues of registrations: what arrives at the same time is done together.

use std::sync::Arc;

use model::{EventId, Registration};
use store::PersonalLink;

use super::{forms::AcceptedForm, terms::RegistrationTerms};
use crate::{
    access::{OpenedLink, TokenHash},
    batch_queue::BatchQueue,
};

/// The queues of one planner.
#[derive(Debug, Default)]
pub(crate) struct Queues {
    /// Look-ups of what forms are read against, by the event's slug.
    pub terms: Arc<BatchQueue<String, (), Arc<RegistrationTerms>>>,
    /// Forms to be saved.
    pub forms: Arc<BatchQueue<EventId, AcceptedForm, ()>>,
    /// Look-ups of links.
    pub links: Arc<BatchQueue<(), TokenHash, Option<PersonalLink>>>,
    /// Clicks that confirm an address.
    pub clicks: Arc<BatchQueue<EventId, OpenedLink, Registration>>,
}
