//! The document of a page without header and footer: one that fills a screen, or sheets of paper.

use std::sync::Arc;

use leptos::prelude::*;
use model::Language;

use super::{Brand, brand, reload, script::Script};
use crate::{assets::Assets, page_properties::page_properties};

/// A page without header and footer, in the network's colours.
#[component]
pub fn FullScreenPage(
    #[prop(into)] title: String,
    #[prop(into)] brand: Brand,
    /// The language of everybody who sees it; the browser's owner may have another one.
    language: Language,
    /// What it is shown on, for the style sheet.
    #[prop(default = "screen")]
    medium: &'static str,
    children: Children,
) -> impl IntoView {
    // Rendered first: head and headers depend on the properties that the content sets.
    let content = children().into_any();
    let properties = page_properties();
    let assets = expect_context::<Arc<Assets>>();
    view! {
        <html lang=language.tag() data-hue=brand.hue>
            <head>
                <meta charset="utf-8"/>
                <title>{title}</title>
                <meta name="viewport" content="width=device-width"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="robots" content="noindex"/>
                <link rel="stylesheet" href=assets.style.clone()/>
                <link rel="icon" href=brand::ICON/>
                {reload(&properties)}
                <Script assets=Arc::clone(&assets)/>
            </head>
            <body class=medium>{content}</body>
        </html>
    }
}
