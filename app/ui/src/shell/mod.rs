//! The document of every page: head, header, footer, and the script of pages with islands.

mod brand;
mod footer;
mod full_screen;
mod header;
mod preview;
mod script;

use std::sync::Arc;

use http::{HeaderValue, header::RETRY_AFTER};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::{
    assets::Assets,
    components::{Band, BandView, RefusalNotice},
    error::AppError,
    forms::{KEPT_FORM, refused},
    page_properties::{PageProperties, page_properties, require_small_script},
    paths::sign_in_path,
    text::t,
    visit::{query, visit},
};

pub use brand::Brand;
pub use full_screen::FullScreenPage;
pub use header::Section;
pub use preview::PagePreview;

use footer::Footer;
use header::Header;
use script::{PAGE_SCRIPT, Script};

/// A page that waits for its content. Renders [`ErrorPage`] in its place if the content is an error.
///
/// ```ignore
/// #[component]
/// pub fn AccountPage() -> impl IntoView {
///     page(async {
///         let visit = visit();
///         let principal = visit.signed_in()?;
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

/// The maximal width of a page's content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Width {
    /// For lists and overviews.
    #[default]
    Normal,
    /// For one form or one text.
    Narrow,
}

/// Who a page is rendered for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// The person who asked. No cache may keep it.
    #[default]
    Person,
    /// Everybody who is not signed in. Caches may keep it, and browsers ask whether it changed.
    Everybody,
}

/// The document of a page. Its content begins with an `<h1>`, as [`crate::components::PageHead`] makes it, unless
/// the band has it.
#[component]
pub fn Page(
    /// The title in the browser's tab, before the network's name.
    #[prop(into)]
    title: String,
    /// The network the page belongs to.
    #[prop(optional, into)]
    brand: Brand,
    /// The part of the navigation it belongs to.
    #[prop(optional)]
    section: Option<Section>,
    /// The subject that the page is one of several pages of, and links to them.
    #[prop(optional, into)]
    band: Option<Band>,
    #[prop(optional)] width: Width,
    #[prop(optional)] audience: Audience,
    /// What search engines and messengers show of it.
    #[prop(optional)]
    preview: Option<PagePreview>,
    children: Children,
) -> impl IntoView {
    // Rendered first: head and headers depend on the properties that the content sets.
    let content = children().into_any();
    let properties = page_properties();
    let refusal = refused();
    properties.set_shareable(audience == Audience::Everybody && refusal.is_none());
    if let Some(refusal) = &refusal {
        set_status(&refusal.error);
    }
    let unclaimed = refusal.clone().filter(|_| !properties.is_refusal_shown());
    let visit = visit();
    if visit.principal.is_some() {
        require_small_script(PAGE_SCRIPT);
    }
    let assets = expect_context::<Arc<Assets>>();
    let hue = brand.hue;
    let title = match refusal.filter(|refusal| refusal.error != AppError::Preview) {
        Some(_) => t!(
            "shell-title-refused",
            title = title,
            network = brand.name.as_str()
        ),
        None => t!("shell-title", title = title, network = brand.name.as_str()),
    };
    let preview = preview.map(|preview| preview.tags(&brand, visit.language));
    let parts = band.as_ref().and_then(Band::parts);
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
                {preview}
                <link rel="stylesheet" href=assets.style.clone()/>
                <link rel="icon" href=brand::ICON/>
                {reload(&properties)}
                <Script assets=Arc::clone(&assets)/>
            </head>
            <body>
                <a class="skip" href="#main">{t!("shell-skip")}</a>
                <Header brand=brand.clone() section/>
                {band.map(|band| view! { <BandView band/> })}
                <main id="main" class=class tabindex="-1">
                    {parts}
                    {unclaimed.map(|refused| view! { <RefusalNotice error=refused.error.clone()/> })}
                    {content}
                </main>
                <Footer brand/>
            </body>
        </html>
    }
}

/// Loads the page again every few seconds, unless a script keeps it up to date.
fn reload(properties: &PageProperties) -> Option<AnyView> {
    let seconds = properties.reload_interval()?;
    let refresh = view! { <meta http-equiv="refresh" content=seconds.to_string()/> };
    Some(if properties.has_islands() || properties.connects() {
        view! { <noscript>{refresh}</noscript> }.into_any()
    } else {
        refresh.into_any()
    })
}

/// Sets the status of the response to the error's.
fn set_status(error: &AppError) {
    let response = expect_context::<ResponseOptions>();
    response.set_status(error.status());
    if let Some(seconds) = error.retry_after() {
        response.insert_header(RETRY_AFTER, HeaderValue::from(seconds));
    }
}

/// The page in place of one that cannot be shown.
#[expect(non_snake_case, reason = "a component")]
pub fn ErrorPage(error: AppError) -> impl IntoView {
    set_status(&error);
    // A form that is not kept stays on this page: the link opens a second window.
    let window = query(KEPT_FORM).is_none().then_some("_blank");
    let sign_in = (error == AppError::SignIn).then(|| {
        let to = sign_in_path(&visit().path);
        view! {
            <p><a class="button first" href=to target=window>{t!("shell-sign-in")}</a></p>
        }
    });
    let heading = error.heading();
    view! {
        <Page title=heading.clone() width=Width::Narrow>
            <h1>{heading}</h1>
            // The form island shows this element if the page of the form cannot be rendered.
            <div class="refusal" data-refusal="page">
                <p>{error.advice()}</p>
                {sign_in}
            </div>
            <p class="row">
                <a class="button" href="/">{t!("shell-to-start")}</a>
            </p>
        </Page>
    }
}
