//! The list as a file.

use leptos::prelude::*;

use super::ListAsked;
use crate::text::t;

/// Links to the files; they hold what the page's filter shows.
pub(super) fn export_buttons(asked: &ListAsked, path: &str) -> impl IntoView + use<> {
    let csv = asked.at(&format!("{path}/export.csv"), 0);
    let xlsx = asked.at(&format!("{path}/export.xlsx"), 0);
    view! {
        <a class="button" href=csv download>{t!("people-csv")}</a>
        <a class="button" href=xlsx download>{t!("people-xlsx")}</a>
    }
}
