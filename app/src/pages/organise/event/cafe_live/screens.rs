//! The addresses of a café's screens. The database knows only their hashes, so an address is shown once.

use leptos::prelude::*;
use model::{AgendaItemId, EventId, IanaTimeZone, PlanId};
use planner::{Token, cafes::ScreenLink};
use ui::{
    components::{CopyField, PostButton},
    dates::dates,
    text::t,
    visit::{planner, query},
};

use crate::api::actions::{MakeScreenLink, RevokeScreenLink};

#[component]
pub fn Screens(
    event: EventId,
    item: Option<AgendaItemId>,
    plan: PlanId,
    links: Vec<ScreenLink>,
    zone: IanaTimeZone,
) -> impl IntoView {
    let mut fields = vec![("event", event.to_string()), ("plan", plan.to_string())];
    fields.extend(item.map(|item| ("item", item.to_string())));
    let lines = links.iter().map(|link| {
        let made = dates().brief(&zone.clock(link.made_at));
        let text = t!("live-link-made", time = made, name = link.member.as_str());
        let mut fields = fields.clone();
        fields.push(("link", link.id.to_string()));
        view! {
            <li class="apart">
                <span>{text.clone()}</span>
                <PostButton to=RevokeScreenLink::PATH label=t!("live-revoke") about=text fields/>
            </li>
        }
    });
    let lines = lines.collect_view();
    let list = (!links.is_empty()).then(|| view! { <ul class="switches">{lines}</ul> });
    let label = if links.is_empty() {
        t!("live-make-link")
    } else {
        t!("live-make-another-link")
    };
    view! {
        <section class="card">
            <h2>{t!("live-screen")}</h2>
            <p>{t!("live-screen-text")}</p>
            {made()}
            {list}
            <p><PostButton to=MakeScreenLink::PATH label fields=fields.clone()/></p>
        </section>
    }
}

/// The address that was made a moment ago.
fn made() -> Option<impl IntoView> {
    let token = query("screen").and_then(|token| Token::parse(&token))?;
    let address = planner().screen_address(&token);
    let code = format!("/screen/{}/qr.svg", token.reveal());
    Some(view! {
        <div class="stack screen-address" id="screen-address">
            <CopyField id="screen-link" label=t!("live-address") value=address.clone() action=t!("live-copy")/>
            <img src=code width="200" height="200" alt=t!("live-qr-alt")/>
            <p><a class="button" href=address target="_blank">{t!("live-open")}</a></p>
            <p class="hint">{t!("live-shown-once")}</p>
        </div>
    })
}
