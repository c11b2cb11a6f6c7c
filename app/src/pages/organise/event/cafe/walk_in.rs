//! `/organise/events/{id}/cafe/day/new`: registers somebody who walked in.

use leptos::prelude::*;
use planner::{
    Paging,
    cafes::{Cafe, CafePerson},
    registrations::Filter,
};
use ui::{
    components::{
        Field, Form, Hidden, InputKind, Notice, OrganisationField, PageHead, PostButton,
        SubmittedBy, Tone,
    },
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::{t, waits_for},
    visit::planner,
};

use super::{
    super::head::{CafePart, cafe_band},
    several::{asked_item, item_field},
};
use crate::{
    api::{
        actions::{AddWalkIn, MarkPresent},
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
            Some(0) => (
                t!("walk-in-full", waits = waits_for(&cafe.event.details)),
                Tone::Warn,
            ),
            Some(free) => (t!("walk-in-free-of", n = free), Tone::Accent),
        };
        let back = cafe_page(event, item, "day", "");
        let known = list.organisations;
        let WalkInForm {
            given_name,
            family_name,
            address,
            organisation,
            known: named,
            ..
        } = form;
        let twice = twice(&cafe, &named);
        let go = if named.is_empty() {
            t!("walk-in-go")
        } else {
            t!("walk-in-anyway")
        };
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
                {twice}
                <Form to=AddWalkIn::PATH submitted_by=SubmittedBy::Browser>
                    <Hidden name="known" value=named/>
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
                        <button class="button first">{go}</button>
                        <a class="button" href=back>{t!("walk-in-cancel")}</a>
                    </div>
                </Form>
            </Page>
        })
    })
}

/// The people whom the person seems to be, each with a button that says so.
fn twice(cafe: &Cafe, named: &str) -> Option<impl IntoView + use<>> {
    let people: Vec<&CafePerson> = cafe
        .people
        .iter()
        .filter(|person| named.contains(&person.id.to_string()))
        .collect();
    let count = people.len();
    let lines = people
        .into_iter()
        .map(|person| {
            let organisation = person.organisation_name.clone();
            let address = person.address.shown().to_owned();
            let parts = [Some(person.name()), organisation, Some(address)];
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            let about: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            let fields = vec![
                ("event", cafe.event.id.to_string()),
                ("item", item_field(cafe)),
                ("person", person.id.to_string()),
                ("search", String::new()),
            ];
            view! {
                <li class="apart">
                    <span>{about.join(", ")}</span>
                    <PostButton
                        to=MarkPresent::PATH
                        label=t!("walk-in-is-known")
                        class="button small"
                        about=person.name()
                        fields
                    />
                </li>
            }
        })
        .collect_view();
    (count > 0).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <div role="status" class="stack tight">
                    <p><b>{t!("walk-in-known", n = count)}</b>" "{t!("walk-in-known-text")}</p>
                    <ul class="plain">{lines}</ul>
                </div>
            </Notice>
        }
    })
}
