//! `/organise/events/{id}/cafe/day/new`: registers somebody who walked in.

use leptos::prelude::*;
use planner::{Paging, registrations::Filter};
use ui::{
    components::{Field, Form, Hidden, InputKind, Notice, OrganisationField, PageHead, Tone},
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{
    super::head::{CafePart, cafe_band},
    several::{asked_item, item_field},
};
use crate::{
    api::{
        actions::AddWalkIn,
        authorise::organises_event,
        cafe::{cafe_page, day::WalkInForm},
    },
    routes::param,
};

#[component]
pub fn WalkInPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let item = asked_item()?;
        let cafe = planner().cafe(&access, item).await?;
        let list = planner()
            .registration_list(&access, &Filter::default(), Paging::page(0, 1))
            .await?;
        let form = resubmitted::<AddWalkIn>().unwrap_or_default();
        let free = cafe
            .event
            .details
            .capacity
            .map(|capacity| capacity.saturating_sub(cafe.confirmed));
        let (text, tone) = match free {
            None => (t!("walk-in-free"), Tone::Accent),
            Some(0) => (t!("walk-in-full"), Tone::Warn),
            Some(free) => (t!("walk-in-free-of", n = free), Tone::Accent),
        };
        let back = cafe_page(event, item, "day", "");
        let known = list.organisations;
        let WalkInForm {
            given_name,
            family_name,
            address,
            organisation,
            ..
        } = form;
        Ok(view! {
            <Page
                title=t!("walk-in-title")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(&cafe, CafePart::Day)
                width=Width::Narrow
            >
                <p class="back"><a href=back.clone()>{t!("walk-in-back")}</a></p>
                <PageHead title=t!("walk-in-title")/>
                <Notice tone><p>{text}</p></Notice>
                <Form to=AddWalkIn::PATH>
                    <Hidden name="event" value=event.to_string()/>
                    <Hidden name="item" value=item_field(&cafe)/>
                    <Field name="given_name" label=t!("add-given-name") value=given_name required=true/>
                    <Field name="family_name" label=t!("add-family-name") value=family_name required=true/>
                    <OrganisationField known name=organisation/>
                    <Field
                        name="address"
                        label=t!("person-address")
                        value=address
                        kind=InputKind::Email
                        hint=t!("walk-in-address.hint")
                    />
                    <div class="row">
                        <button class="button first">{t!("walk-in-go")}</button>
                        <a class="button" href=back>{t!("walk-in-cancel")}</a>
                    </div>
                </Form>
            </Page>
        })
    })
}
