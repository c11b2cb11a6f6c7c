//! Downloads of the list, and the page to print.

use leptos::prelude::*;
use ui::text::t;

use super::ListQuery;

/// Links to the downloads and to the page to print, with the filter of the page.
pub(super) fn export_buttons(list_query: &ListQuery, path: &str) -> impl IntoView + use<> {
    let csv = list_query.at(&format!("{path}/export.csv"), 0);
    let xlsx = list_query.at(&format!("{path}/export.xlsx"), 0);
    let print = list_query.all(path);
    view! {
        <a class="button" href=csv download>{t!("people-csv")}</a>
        <a class="button" href=xlsx download>{t!("people-xlsx")}</a>
        <a class="button" href=print>{t!("people-print")}</a>
    }
}
