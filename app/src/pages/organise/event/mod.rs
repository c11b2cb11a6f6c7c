//! One event: planned, changed, published, cancelled.

mod cancel;
mod discard;
mod edit;
mod fields;
mod head;
mod new;
mod overview;
mod publish;

pub(crate) use cancel::CancelEventPage;
pub(crate) use discard::DiscardDraftPage;
pub(crate) use edit::EditEventPage;
pub(crate) use head::{EventHead, EventTab, state_tag};
pub(crate) use new::NewEventPage;
pub(crate) use overview::EventOverviewPage;
pub(crate) use publish::PublishEventPage;
