//! The footer of every page: funding notice, logos of funders, and legal pages.

use leptos::prelude::*;

use super::Brand;
use crate::{components::LogoRow, text::t};

#[component]
pub(super) fn Footer(brand: Brand) -> impl IntoView {
    let logos = brand.funders();
    let lang = brand.funding_language.tag();
    let notice = (!brand.funding_notice.is_empty())
        .then(|| view! { <p class="funding" lang=lang>{brand.funding_notice}</p> });
    let of_network = brand.slug.map(|slug| {
        view! {
            <li><a href=format!("/imprint/{slug}")>{t!("shell-imprint")}</a></li>
            <li><a href=format!("/privacy/{slug}")>{t!("shell-privacy")}</a></li>
        }
    });
    view! {
        <footer class="end">
            {notice}
            <LogoRow logos/>
            <ul class="legal">
                {of_network}
                <li><a href="/accessibility">{t!("shell-accessibility")}</a></li>
            </ul>
        </footer>
    }
}
