//! The band between the header and the content of a page: the subject, and the tabs of its pages.

use leptos::prelude::*;

use super::Tab;

/// The band of a subject with several pages, such as an event.
#[derive(Debug)]
pub struct Band {
    /// The accessible name of its navigation.
    pub label: String,
    /// The head of the subject, or a line that names it.
    pub head: Option<AnyView>,
    /// The words above the name of the present tab where the tabs are folded.
    pub caption: String,
    /// The language of the caption, if it is not the page's.
    pub caption_lang: Option<&'static str>,
    /// The title of the present page, if it is none of the tabs but one that the present tab leads to.
    pub page: Option<String>,
    pub tabs: Vec<Tab>,
}

impl Band {
    #[must_use]
    pub fn on_page(self, title: String) -> Self {
        Self {
            page: Some(title),
            ..self
        }
    }

    /// The parts of the present tab, as links above the content. `None` if it has none.
    pub(crate) fn parts(&self) -> Option<impl IntoView + use<>> {
        let current = self.tabs.iter().find(|tab| tab.current)?;
        let (label, parts) = (current.label.clone(), current.parts.clone());
        (!parts.is_empty()).then(|| {
            let links = parts
                .into_iter()
                .map(|part| view! { <li>{part.link()}</li> });
            view! {
                <nav class="parts of-tab" aria-label=label>
                    <ul>{links.collect_view()}</ul>
                </nav>
            }
        })
    }
}

/// Head and tabs. On a narrow screen the tabs are one fold that names the present one; both list the same links,
/// and the style sheet shows one of them.
#[component]
pub(crate) fn BandView(band: Band) -> impl IntoView {
    let Band {
        label,
        head,
        caption,
        caption_lang,
        page,
        tabs,
    } = band;
    let row = tabs
        .iter()
        .cloned()
        .map(|tab| view! { <li>{tab.link()}</li> })
        .collect_view();
    let present = page.unwrap_or_else(|| present(&tabs));
    let folded = tabs
        .into_iter()
        .map(|tab| {
            let parts = tab.parts.clone();
            // The part that has the tab's own address is the tab.
            let parts = parts
                .into_iter()
                .filter(|part| part.href != tab.href)
                .map(|part| view! { <li class="sub">{part.link()}</li> })
                .collect_view();
            view! { <li>{tab.link()}</li>{parts} }
        })
        .collect_view();
    let region = label.clone();
    view! {
        // A section, so that the head in it is no second banner.
        <section class="band" aria-label=region>
            <div>
                {head}
                <nav class="tabs" aria-label=label.clone()>
                    <ul>{row}</ul>
                </nav>
                <details class="menu switch">
                    <summary>
                        <span>
                            <small lang=caption_lang>{caption}</small>
                            " "
                            <b>{present}</b>
                        </span>
                    </summary>
                    <nav class="panel" aria-label=label>
                        <ul>{folded}</ul>
                    </nav>
                </details>
            </div>
        </section>
    }
}

/// *Anmeldungen · Fragen*: the present tab and its part.
fn present(tabs: &[Tab]) -> String {
    let Some(tab) = tabs.iter().find(|tab| tab.current) else {
        return String::new();
    };
    match tab.current_part().filter(|part| part.href != tab.href) {
        Some(part) => format!("{} · {}", tab.label, part.label),
        None => tab.label.clone(),
    }
}
