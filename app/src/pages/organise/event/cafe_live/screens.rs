//! The addresses of a café's screens. The database knows only their hashes, so an address is shown once.

use leptos::prelude::*;
use model::{AgendaItemId, EventId, IanaTimeZone, PlanId};
use planner::{Token, cafes::ScreenLink};
use ui::{
    components::{CopyField, Field, Form, Hidden, PostButton},
    dates::dates,
    forms::resubmitted,
    text::t,
    visit::{planner, query},
};

use crate::api::actions::{MakeScreenLink, RevokeScreenLink, RevokeScreenLinks};

#[component]
pub fn Screens(
    event: EventId,
    item: Option<AgendaItemId>,
    plan: PlanId,
    /// The oldest first.
    links: Vec<ScreenLink>,
    zone: IanaTimeZone,
) -> impl IntoView {
    let mut fields = vec![("event", event.to_string()), ("plan", plan.to_string())];
    fields.extend(item.map(|item| ("item", item.to_string())));
    let form = make(&fields, links.is_empty());
    let rows: Vec<_> = links.iter().map(|link| row(link, &zone, &fields)).collect();
    let list = (!rows.is_empty()).then(|| {
        view! {
            <h3>{t!("live-links")}</h3>
            <ul class="switches">{rows}</ul>
        }
    });
    let revoke_all = (links.len() > 1).then(|| {
        view! {
            <p><PostButton to=RevokeScreenLinks::PATH label=t!("live-revoke-all") fields class="button small harm"/></p>
        }
    });
    view! {
        <section class="card" id="screens" tabindex="-1" aria-labelledby="screens-title">
            <h2 id="screens-title">{t!("live-screen")}</h2>
            <p>{t!("live-screen-text")}</p>
            {made(&links)}
            {form}
            {list}
            {revoke_all}
        </section>
    }
}

/// The form that makes another address.
fn make(fields: &[(&'static str, String)], is_first: bool) -> impl IntoView + use<> {
    let form = resubmitted::<MakeScreenLink>().unwrap_or_default();
    let label = if is_first {
        t!("live-make-link")
    } else {
        t!("live-make-another-link")
    };
    let hidden: Vec<_> = fields
        .iter()
        .map(|(name, value)| view! { <Hidden name=*name value=value.clone()/> })
        .collect();
    view! {
        <Form to=MakeScreenLink::PATH>
            {hidden}
            <Field name="name" label=t!("live-link-name") value=form.name hint=t!("live-link-name.hint")/>
            <div class="row"><button class="button">{label}</button></div>
        </Form>
    }
}

/// An address that works.
fn row(
    link: &ScreenLink,
    zone: &IanaTimeZone,
    fields: &[(&'static str, String)],
) -> impl IntoView + use<> {
    let made = t!(
        "live-link-made",
        time = dates().brief(&zone.clock(link.made_at))
    );
    let name = name_of(link);
    let about = format!("{name}, {made}");
    let mut fields = fields.to_vec();
    fields.push(("link", link.key.clone()));
    view! {
        <li class="apart">
            <span class="name"><b>{name}</b>" "<span class="soft small">{made}</span></span>
            <PostButton
                to=RevokeScreenLink::PATH
                label=t!("live-revoke")
                fields
                class="button small harm"
                about
            />
        </li>
    }
}

fn name_of(link: &ScreenLink) -> String {
    let name = link.name.as_ref();
    name.map_or_else(|| t!("live-link-unnamed"), ToString::to_string)
}

/// The address that was made a moment ago.
fn made(links: &[ScreenLink]) -> Option<impl IntoView + use<>> {
    let token = query("screen").and_then(|token| Token::parse(&token))?;
    // It may be revoked meanwhile.
    let link = links.iter().find(|link| link.has_token(&token))?;
    let label = match &link.name {
        Some(name) => t!("live-address-of", name = name.as_str()),
        None => t!("live-address"),
    };
    let address = planner().screen_address(&token);
    let code = format!("/screen/{}/qr.svg", token.reveal());
    Some(view! {
        <div class="stack screen-address" id="screen-address">
            <CopyField id="screen-link" label value=address.clone() action=t!("live-copy")/>
            <img src=code width="200" height="200" alt=t!("live-qr-alt")/>
            <p><a class="button" href=address target="_blank">{t!("live-open")}</a></p>
            <p class="hint">{t!("live-shown-once")}</p>
        </div>
    })
}
