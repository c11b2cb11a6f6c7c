//! How a plan stands: what open boards compare with what they show.

use std::fmt;

use model::{PlanId, plan::PlanKind};
use store::Plan;

use crate::LiveMessage;

/// The set-up and the versions of a plan, by their numbers. Its text is the same on all servers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlanState {
    set_up: i64,
    current: Option<u32>,
    published: Option<u32>,
}

impl PlanState {
    /// The state of a plan; without one the default.
    pub fn new<K: PlanKind>(plan: Option<&Plan<K>>) -> Self {
        plan.map_or_else(Self::default, |plan| Self {
            set_up: plan.revision,
            current: plan.current,
            published: plan.published.map(|(number, _)| number),
        })
    }

    /// The state that a message tells of this plan. `None` for other messages.
    pub fn of_message(message: LiveMessage, of: PlanId) -> Option<Self> {
        match message {
            LiveMessage::Plan {
                plan,
                set_up,
                current,
                published,
            } if plan == of => Some(Self {
                set_up,
                current,
                published,
            }),
            _ => None,
        }
    }
}

impl fmt::Display for PlanState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |version: Option<u32>| version.unwrap_or(0);
        let (current, published) = (number(self.current), number(self.published));
        write!(f, "{}-{current}-{published}", self.set_up)
    }
}
