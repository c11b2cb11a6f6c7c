//! What everybody sees: events, registration, and what the law wants said.

mod legal;
mod upcoming;

pub(crate) use legal::{AccessibilityPage, ImprintPage, PrivacyPage};
pub(crate) use upcoming::UpcomingPage;
