//! Downloads of the list, and the page to print.

use leptos::prelude::*;
use ui::text::t;

use super::ListQuery;
use crate::pages::organise::{list_address::ShownRows, list_parts::print_link};

/// Links to the downloads and to the page to print, with the filter of the page.
pub(super) fn export_buttons(list_query: &ListQuery, path: &str) -> impl IntoView + use<> {
    let file = |ending| list_query.at(&format!("{path}/export.{ending}"), ShownRows::Page(0));
    let (csv, xlsx) = (file("csv"), file("xlsx"));
    view! {
        <a class="button" href=csv download>{t!("people-csv")}</a>
        <a class="button" href=xlsx download>{t!("people-xlsx")}</a>
        {print_link(list_query.at(path, ShownRows::All))}
    }
}
