//! `/organise/events/{id}/contingents/{organisation}`: the places of one organisation, its people and its links.

use leptos::prelude::*;
use model::{EventState, Registration};
use planner::{
    Token,
    contingents::{ContingentOverview, OrganisationPlaces},
};
use ui::{
    components::{
        CopyField, EmptyState, Field, Form, Hidden, InputKind, Notice, PageHead, PostButton, Tag,
        Tone,
    },
    dates::dates,
    error::AppError,
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::{state_name, t},
    visit::{language, planner, query, visit},
};

use super::super::head::{EventTab, event_band};
use crate::{
    api::{
        actions::{MailContingentLink, MakeContingentLink, RevokeContingentLinks},
        authorise::reads_event,
    },
    routes::param,
};

#[component]
pub fn PlacesOfOrganisationPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let organisation = param("organisation")
            .parse()
            .map_err(|_| AppError::NotFound)?;
        let (found, places, people) = planner()
            .places_of_organisation(&access, organisation)
            .await?;
        let may_plan = visit().signed_in()?.organises(found.network.id).is_ok()
            && found.event.state != EventState::Cancelled;
        let links = may_plan.then(|| links(&found, &places).into_any());
        let back = format!("/organise/events/{event}/contingents");
        let title = places.organisation.name.to_string();
        Ok(view! {
            <Page
                title=title.clone()
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Contingents)
            >
                <p class="back"><a href=back>{t!("contingents-title")}</a></p>
                <PageHead title/>
                {done()}
                <p><b>{t!("places-numbers", taken = places.taken, held = places.held)}</b></p>
                <div class="cols">
                    {list(&found, &people)}
                    {links}
                </div>
            </Page>
        })
    })
}

fn done() -> Option<impl IntoView> {
    let text = match last_result()?.as_str() {
        "mailed" => t!("contingents-mailed"),
        "revoked" => t!("contingents-revoked"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

fn list(found: &ContingentOverview, people: &[Registration]) -> impl IntoView + use<> {
    if people.is_empty() {
        return view! { <EmptyState title=t!("places-nobody")><p>{t!("contingents-nobody")}</p></EmptyState> }
            .into_any();
    }
    let event = found.event.id;
    let people: Vec<_> = people
        .iter()
        .map(|person| {
            let href = format!("/organise/events/{event}/registrations/{}", person.id);
            let state = state_name(person.state, &found.event.details, language());
            let name = person.person.name();
            view! { <li><a href=href>{name}</a>" "<span class="soft">{state}</span></li> }
        })
        .collect();
    view! {
        <section class="card stack" aria-labelledby="people">
            <h2 id="people">{t!("places-people")}</h2>
            <ul>{people}</ul>
        </section>
    }
    .into_any()
}

/// The links: made to copy, mailed, revoked.
fn links(found: &ContingentOverview, places: &OrganisationPlaces) -> impl IntoView + use<> {
    let fields = || {
        vec![
            ("event", found.event.id.to_string()),
            ("organisation", places.organisation.id.to_string()),
        ]
    };
    let made = query("link")
        .and_then(|secret| Token::parse(&secret))
        .map(|token| {
            let link = planner().link(&format!("/places/{}", token.reveal()));
            view! {
                <CopyField id="link" label=t!("links-link") value=link action=t!("links-copy")/>
                <p class="hint">{t!("contingents-link-once")}</p>
            }
        });
    let state = match &places.link {
        None => view! { <Tag text=t!("links-none") tone=Tone::Warn/> }.into_any(),
        Some(link) => {
            let made = dates().brief(&found.network.time_zone.clock(link.created_at));
            let text = match &link.address {
                Some(address) => {
                    t!(
                        "contingents-link-mailed",
                        address = address.as_str(),
                        made = made
                    )
                }
                None => t!("contingents-link-made", made = made),
            };
            view! { <p>{text}</p> }.into_any()
        }
    };
    let revoke = places.link.is_some().then(|| {
        view! {
            <PostButton
                to=RevokeContingentLinks::PATH
                label=t!("contingents-revoke")
                fields=fields()
                class="button harm"
            />
        }
    });
    let mail = (found.event.state == EventState::Published).then(|| {
        let form = resubmitted::<MailContingentLink>().unwrap_or_default();
        let hidden = fields()
            .into_iter()
            .map(|(name, value)| view! { <Hidden name=name value=value/> })
            .collect_view();
        view! {
            <Form to=MailContingentLink::PATH>
                {hidden}
                <Field
                    name="address"
                    label=t!("contingents-address")
                    value=form.address
                    kind=InputKind::Email
                    required=true
                    hint=t!("contingents-address.hint")
                />
                <div class="row"><button class="button first">{t!("contingents-mail")}</button></div>
            </Form>
        }
    });
    view! {
        <aside class="card stack" aria-labelledby="links">
            <h2 id="links">{t!("contingents-links")}</h2>
            <p class="soft">{t!("contingents-links.about")}</p>
            {state}
            {made}
            {mail}
            <div class="row">
                <PostButton to=MakeContingentLink::PATH label=t!("contingents-make") fields=fields()/>
                {revoke}
            </div>
        </aside>
    }
}
