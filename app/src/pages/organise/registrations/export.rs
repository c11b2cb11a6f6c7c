//! Downloads of the list.

use leptos::prelude::*;
use ui::text::t;

use super::ListQuery;

/// Links to the downloads, with the filter of the page.
pub(super) fn export_buttons(list_query: &ListQuery, path: &str) -> impl IntoView + use<> {
    let csv = list_query.at(&format!("{path}/export.csv"), 0);
    let xlsx = list_query.at(&format!("{path}/export.xlsx"), 0);
    view! {
        <a class="button" href=csv download>{t!("people-csv")}</a>
        <a class="button" href=xlsx download>{t!("people-xlsx")}</a>
    }
}
