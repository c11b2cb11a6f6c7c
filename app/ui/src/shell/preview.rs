//! What search engines and messengers show of a page: description, canonical URL, and Open Graph
//! (<https://ogp.me>).

use leptos::{html, prelude::*};
use model::Language;

use super::Brand;
use crate::{paths::logo_path, text::shortened, visit::planner};

/// The most characters of a description. Search engines show about 160, messengers about 300.
const MOST_CHARACTERS: usize = 300;

/// The preview of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePreview {
    pub title: String,
    /// Cut at the end of a word if it is too long.
    pub description: String,
    /// The path by which the page is known, whatever query leads to it.
    pub path: String,
    /// Whether search engines find the page.
    pub is_listed: bool,
}

impl PagePreview {
    pub(super) fn tags(self, brand: &Brand, language: Language) -> impl IntoView + use<> {
        let Self {
            title,
            description,
            path,
            is_listed,
        } = self;
        let planner = planner();
        let url = planner.link(&path);
        let description = shortened(&description, MOST_CHARACTERS);
        let locale = match language {
            Language::De => "de_DE",
            Language::En => "en_GB",
        };
        let canonical = is_listed.then(|| view! { <link rel="canonical" href=url.clone()/> });
        let mut graph = vec![
            ("og:type", "website".to_owned()),
            ("og:site_name", brand.name.clone()),
            ("og:title", title),
            ("og:url", url),
            ("og:locale", locale.to_owned()),
        ];
        let summary = (!description.is_empty())
            .then(|| view! { <meta name="description" content=description.clone()/> });
        if !description.is_empty() {
            graph.push(("og:description", description));
        }
        if let Some(logo) = brand.own_logo() {
            graph.extend([
                ("og:image", planner.link(&logo_path(&logo.large))),
                ("og:image:width", logo.large.width.to_string()),
                ("og:image:height", logo.large.height.to_string()),
                ("og:image:alt", logo.name.to_string()),
            ]);
        }
        // The view macro knows no attribute `property`.
        let graph = graph
            .into_iter()
            .map(|(name, content)| html::meta().attr("property", name).attr("content", content));
        view! {
            {canonical}
            {summary}
            {graph.collect_view()}
        }
    }
}
