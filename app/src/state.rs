//! The state that all handlers share.

use std::sync::Arc;

use leptos::prelude::provide_context;
use planner::Planner;
use ui::{assets::Assets, error::RequestId, visit::Visit};

/// The state of the handlers.
#[derive(Debug, Clone)]
pub(crate) struct AppState {
    pub planner: Planner,
    pub assets: Arc<Assets>,
}

impl AppState {
    pub fn new(planner: Planner, assets: Assets) -> Self {
        Self {
            planner,
            assets: Arc::new(assets),
        }
    }

    /// Provides the planner, the request id and the visit as Leptos context, for a page or a form action.
    pub fn provide(&self, visit: &Arc<Visit>) {
        provide_context(self.planner.clone());
        provide_context(RequestId(visit.request.clone()));
        provide_context(Arc::clone(visit));
    }
}
