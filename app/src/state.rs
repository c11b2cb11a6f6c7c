//! The state that all handlers share.

use std::sync::Arc;

use leptos::prelude::provide_context;
use planner::Planner;
use ui::{assets::Assets, error::RequestId, forms::SubmissionGuard, visit::Visit};

/// The use cases, and what every handler needs besides them.
#[derive(Debug, Clone)]
pub(crate) struct AppState {
    pub planner: Planner,
    pub assets: Arc<Assets>,
    pub submissions: Arc<SubmissionGuard>,
}

impl AppState {
    pub fn new(planner: Planner, assets: Assets) -> Self {
        Self {
            planner,
            assets: Arc::new(assets),
            submissions: Arc::default(),
        }
    }

    /// Puts the use cases and the visit into the context of a page or a form action.
    pub fn provide(&self, visit: &Arc<Visit>) {
        provide_context(self.planner.clone());
        provide_context(RequestId(visit.request.clone()));
        provide_context(Arc::clone(visit));
    }
}
