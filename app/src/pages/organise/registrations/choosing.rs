//! Choosing several people in the list: a box beside each name, and the form that takes them to what is done with them.

use leptos::prelude::*;
use model::{Registration, RegistrationState};
use planner::registrations::Listing;
use ui::{components::Hidden, text::t};

use super::{list_query::ListQuery, sorted_name};
use crate::api::selection::SelectionForm;

/// The id of the form that the boxes belong to.
const FORM: &str = "choose-people";

/// The box beside a person's name. It belongs to the [`chooser`] of the page.
pub(super) fn choice_box(registration: &Registration) -> impl IntoView + use<> {
    let label = t!("choose-person", name = sorted_name(registration));
    view! {
        <input
            type="checkbox"
            name="people"
            value=registration.id.to_string()
            form=FORM
            aria-label=label
        />
    }
}

/// What can be done with those who are ticked, or with all whom the list finds.
pub(super) fn chooser(list: &Listing, list_query: &ListQuery, path: &str) -> impl IntoView + use<> {
    let n = list.page.total;
    let all = if list_query.filter().only.state == Some(RegistrationState::Waitlisted) {
        t!("choose-all-waiting", n = n)
    } else {
        t!("choose-all", n = n)
    };
    view! {
        <form id=FORM class="choosing" method="get" action=format!("{path}/several")>
            <Hidden name="search" value=list_query.search.clone()/>
            <Hidden name="state" value=list_query.state.clone()/>
            <Hidden name="organisation" value=list_query.organisation.clone()/>
            <p class="choice">
                <input id="choose-all" type="checkbox" name="scope" value=SelectionForm::ALL/>
                <label for="choose-all">{all}</label>
            </p>
            <p class="row">
                <button class="button" name="verdict" value="accept">{t!("choose-accept")}</button>
                <button class="button" name="verdict" value="decline">{t!("choose-decline")}</button>
                <button class="button" formaction=format!("{path}/several-answers")>{t!("choose-answer")}</button>
            </p>
        </form>
    }
}
