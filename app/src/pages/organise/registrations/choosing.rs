//! Choosing several people in the list: a box beside each name, the form that takes them to what is done with them, and
//! what the pages of that share.

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

/// Who was chosen, as a form keeps it.
pub(super) fn kept_selection(selection: &SelectionForm) -> impl IntoView + use<> {
    let fields = selection.fields();
    fields
        .map(|(name, value)| {
            view! { <Hidden name=format!("selection[{name}]") value=value.to_owned()/> }
        })
        .collect_view()
}

/// How many people are named at once.
const NAMED: usize = 60;

/// Those who were chosen: their number, and the first of them as `shown` shows them.
pub(super) fn chosen_people<P, V: IntoView + 'static>(
    people: &[P],
    shown: impl Fn(&P) -> V,
) -> AnyView {
    let n = people.len();
    let names: Vec<_> = people
        .iter()
        .take(NAMED)
        .map(|person| view! { <li>{shown(person)}</li> }.into_any())
        .collect();
    let more = n.saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p class="soft">{t!("wishes-more", n = more)}</p> });
    view! {
        <section class="card stack" aria-labelledby="whom">
            <h2 id="whom">{t!("several-people", n = n)}</h2>
            <ul>{names}</ul>
            {more}
        </section>
    }
    .into_any()
}
