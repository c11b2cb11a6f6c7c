//! A redirect from within a page.

use http::{HeaderValue, StatusCode, header::LOCATION};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use ui::{
    shell::{Page, Width},
    text::t,
};

/// Redirects to a path. The body has a link for clients that do not follow.
pub(super) fn redirect_to(path: String) -> impl IntoView {
    if let Ok(location) = HeaderValue::try_from(&path) {
        let response = expect_context::<ResponseOptions>();
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(LOCATION, location);
    }
    view! {
        <Page title=t!("personal-title") width=Width::Narrow>
            <h1>{t!("personal-title")}</h1>
            <p><a href=path>{t!("confirm-already-go")}</a></p>
        </Page>
    }
}
