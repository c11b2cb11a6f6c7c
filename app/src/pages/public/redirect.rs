//! A redirect from within a page.

use http::{HeaderValue, StatusCode, header::LOCATION};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use ui::shell::{Page, Width};

/// Redirects to a path. The body has a link for clients that do not follow.
pub(crate) fn redirect_to(path: String, title: String) -> impl IntoView {
    if let Ok(location) = HeaderValue::try_from(&path) {
        let response = expect_context::<ResponseOptions>();
        response.set_status(StatusCode::SEE_OTHER);
        response.insert_header(LOCATION, location);
    }
    view! {
        <Page title=title.clone() width=Width::Narrow>
            <h1><a href=path>{title}</a></h1>
        </Page>
    }
}
