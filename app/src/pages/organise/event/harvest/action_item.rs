//! `/organise/events/{id}/cafe/harvest/agreed/{action}`: the form of an action item.

use leptos::prelude::*;
use model::ActionState;
use ui::{
    components::{Choice, Form, Hidden, PageHead, PostButton, Radios, Revision},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
};

use super::{
    super::head::{CafePart, cafe_band},
    Frame,
    agreed::fields,
};
use crate::{
    api::{
        actions::{ChangeActionItem, RemoveActionItem},
        harvest::action_items::ActionItemForm,
    },
    routes::param,
};

#[component]
pub fn ActionItemPage() -> impl IntoView {
    page(async {
        let (frame, harvest) = Frame::to_tidy().await?;
        let id = param("action");
        let stored = harvest
            .action_items
            .iter()
            .find(|item| item.id.to_string() == id)
            .cloned()
            .ok_or(AppError::NotFound)?;
        let form = resubmitted::<ChangeActionItem>().unwrap_or_else(|| ActionItemForm::of(&stored));
        let mut remove = frame.fields();
        remove.push(("action_item", id.clone()));
        let (name, back) = (frame.item.clone(), frame.path(""));
        let cafe = &harvest.cafe;
        Ok(view! {
            <Page
                title=t!("agreed-change")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, CafePart::Harvest)
                width=Width::Narrow
            >
                <PageHead title=t!("agreed-change")/>
                <section class="card">
                    <Form to=ChangeActionItem::PATH>
                        <Hidden name="event" value=frame.event.to_string()/>
                        <Hidden name="item" value=name/>
                        <Hidden name="action_item" value=id/>
                        <Revision current=stored.revision sent=form.revision.clone()/>
                        {fields(form.what, form.who, form.due)}
                        <Radios
                            name="state"
                            label=t!("agreed-state")
                            value=form.state
                            choices=Choice::of(ActionState::ALL)
                            required=true
                        />
                        <div class="row">
                            <button class="button first">{t!("agenda-save")}</button>
                            <a class="button" href=back>{t!("harvest-back")}</a>
                        </div>
                    </Form>
                    <PostButton
                        to=RemoveActionItem::PATH
                        label=t!("agreed-remove")
                        fields=remove
                        class="button harm"
                    />
                </section>
            </Page>
        })
    })
}
