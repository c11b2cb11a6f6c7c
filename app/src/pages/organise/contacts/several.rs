//! Changing several contacts of the list at once.

use leptos::prelude::*;
use model::{DistributionList, ListMembers};
use planner::people::ContactListing;
use ui::{
    components::{Check, Choice, Field, Form, Hidden, Notice, Select, Tone, set_summary_label},
    forms::{last_result, resubmitted},
    text::t,
    visit::query,
};

use super::{
    list_query::ContactQuery,
    table::{Rows, contact_table},
};
use crate::api::{actions::ChangeSeveralContacts, several_contacts::SeveralContactsForm};

/// The table with a box in each row, and what can be done with those who are ticked or with all whom the list finds.
pub(super) fn changeable_table(
    list: &ContactListing,
    asked: &ContactQuery,
) -> impl IntoView + use<> {
    let form = resubmitted::<ChangeSeveralContacts>().unwrap_or_default();
    let contacts = contact_table(&list.page.rows, Rows::Chosen(&form.contacts));
    let filter = asked
        .fields()
        .map(|(name, value)| {
            view! { <Hidden name=format!("filter[{name}]") value=value.to_owned()/> }
        })
        .collect_view();
    let network = list.network.id.to_string();
    let total = list.page.total;
    let is_all = form.all.is_some();
    let lists = list_part(&list.lists, &form);
    view! {
        {contacts}
        <Form to=ChangeSeveralContacts::PATH>
            {set_summary_label("contacts", &t!("contacts-title"))}
            <Hidden name="network" value=network/>
            {filter}
            <fieldset class="stack">
                <legend>{t!("contacts-several")}</legend>
                <Check name="all" label=t!("contacts-several-all", n = total) checked=is_all/>
                <div class="filters">
                    <div>
                        <Field
                            name="tags"
                            label=t!("contact-tags")
                            value=form.tags
                            hint=t!("contact-tags.hint")
                        />
                    </div>
                    <div class="row">
                        <button class="button" name="do" value="give">{t!("contacts-give-tags")}</button>
                        <button class="button" name="do" value="take">{t!("contacts-take-tags")}</button>
                    </div>
                </div>
                {lists}
            </fieldset>
        </Form>
    }
}

/// The choice of a fixed list, if there is one.
fn list_part(
    lists: &[DistributionList],
    form: &SeveralContactsForm,
) -> Option<impl IntoView + use<>> {
    let is_fixed = |list: &&DistributionList| list.members == ListMembers::Fixed;
    let choices: Vec<Choice> = lists
        .iter()
        .filter(is_fixed)
        .map(|list| Choice::new(list.id.to_string(), list.name.as_str()))
        .collect();
    let value = form.list.clone();
    (!choices.is_empty()).then(|| {
        view! {
            <div class="filters">
                <div>
                    <Select
                        name="list"
                        label=t!("distribution-name")
                        value
                        choices
                        none=t!("distribution-choose")
                        unmarked=true
                    />
                </div>
                <div class="row">
                    <button class="button" name="do" value="list">{t!("distribution-add-people")}</button>
                </div>
            </div>
        }
    })
}

/// How many contacts the last form has changed.
pub(super) fn outcome() -> Option<impl IntoView> {
    let people: u32 = query("people")?.parse().ok()?;
    let says = match last_result()?.as_str() {
        "give" => t!("contacts-tags-given", n = people),
        "take" => t!("contacts-tags-taken", n = people),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{says}</p></Notice> })
}
