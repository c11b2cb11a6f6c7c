//! The document around every page: head, header, footer, and the script where an island is.

mod brand;
mod footer;
mod header;
mod script;

use std::sync::{Arc, atomic::Ordering};

use http::{HeaderValue, header::RETRY_AFTER};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{
    assets::Assets,
    components::RefusalNotice,
    error::AppError,
    forms::refused,
    render::{Rendered, sign_in_first},
    text::t,
    visit::visit,
};

pub use brand::Brand;
pub use header::Section;
pub(crate) use script::needs_script;

use footer::Footer;
use header::Header;
use script::Script;

/// A page made from what the planner answers. Instead of it, the person may be told why they
/// do not see it, with the status that says so.
///
/// ```ignore
/// #[component]
/// pub fn AccountPage() -> impl IntoView {
///     page(async {
///         let visit = visit();
///         let caller = visit.signed_in()?;
///         Ok(view! { <Page title=t!("account-title")> … </Page> })
///     })
/// }
/// ```
pub fn page<V: IntoView + 'static>(
    content: impl Future<Output = Result<V, AppError>> + Send + 'static,
) -> impl IntoView {
    Suspend::new(async move {
        match content.await {
            Ok(content) => content.into_any(),
            Err(error) => ErrorPage(error).into_any(),
        }
    })
}

/// How wide a page's content may get.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Width {
    /// For lists and overviews.
    #[default]
    Normal,
    /// For one form or one text.
    Narrow,
}

/// Who sees a page as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// The person who asked, and no cache.
    #[default]
    Person,
    /// Everybody: as long as nobody is signed in, caches may keep it and browsers ask whether it
    /// changed.
    Everybody,
}

/// One page. Its content begins with an `<h1>`, as [`crate::components::PageHead`] makes it.
#[component]
pub fn Page(
    /// What the browser's tab says, before the network's name.
    #[prop(into)]
    title: String,
    /// The network the page belongs to.
    #[prop(optional, into)]
    brand: Brand,
    /// The part of the navigation it belongs to.
    #[prop(optional)]
    section: Option<Section>,
    #[prop(optional)] width: Width,
    #[prop(optional)] audience: Audience,
    children: Children,
) -> impl IntoView {
    // First of all: what is on the page decides about head and headers.
    let content = children().into_any();
    let rendered = expect_context::<Arc<Rendered>>();
    rendered
        .the_same_for_all
        .store(audience == Audience::Everybody, Ordering::Relaxed);
    let refusal = refused();
    if let Some(refusal) = &refusal {
        answer_with(&refusal.error);
    }
    let unclaimed = refusal
        .clone()
        .filter(|_| !rendered.refusal_is_shown.load(Ordering::Relaxed));
    let visit = visit();
    let assets = expect_context::<Arc<Assets>>();
    let hue = brand.hue;
    let title = match refusal.filter(|refusal| refusal.error != AppError::Preview) {
        Some(_) => t!(
            "frame-title-refused",
            title = title,
            network = brand.name.as_str()
        ),
        None => t!("frame-title", title = title, network = brand.name.as_str()),
    };
    let class = match width {
        Width::Normal => "page",
        Width::Narrow => "page narrow",
    };
    view! {
        <html lang=visit.language.tag() data-hue=hue>
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width"/>
                <meta name="color-scheme" content="light dark"/>
                {(audience == Audience::Person).then(|| view! { <meta name="robots" content="noindex"/> })}
                <link rel="stylesheet" href=assets.style.clone()/>
                <link rel="icon" href=brand::ICON/>
                <Script assets=Arc::clone(&assets)/>
            </head>
            <body>
                <a class="skip" href="#main">{t!("frame-skip")}</a>
                <Header brand=brand.clone() section/>
                <main id="main" class=class tabindex="-1">
                    {unclaimed.map(|refused| view! { <RefusalNotice error=refused.error.clone()/> })}
                    {content}
                </main>
                <Footer brand/>
            </body>
        </html>
    }
}

/// Sets the status of the answer to that of the error.
fn answer_with(error: &AppError) {
    let response = expect_context::<ResponseOptions>();
    response.set_status(error.status());
    if let Some(seconds) = error.retry_after() {
        response.insert_header(RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// What a person sees instead of the page they asked for.
#[expect(non_snake_case, reason = "a component")]
pub(crate) fn ErrorPage(error: AppError) -> impl IntoView {
    answer_with(&error);
    // In a second window: the form that was sent stays behind this page, and can be sent again.
    let sign_in = (error == AppError::SignIn).then(|| {
        let to = sign_in_first(&visit());
        view! { <a class="button first" href=to target="_blank">{t!("frame-sign-in")}</a> }
    });
    let heading = error.heading();
    view! {
        <Page title=heading.clone() width=Width::Narrow>
            <h1>{heading}</h1>
            // The form island takes this when a page cannot be shown again.
            <div class="refusal" data-refusal="page">
                <p>{error.advice()}</p>
            </div>
            <p class="row">
                {sign_in}
                <a class="button" href="/">{t!("frame-to-start")}</a>
            </p>
        </Page>
    }
}
