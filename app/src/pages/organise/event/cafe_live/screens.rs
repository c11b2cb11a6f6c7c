//! The addresses of a café's screens. The database knows only their hashes, so an address is shown once.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{AgendaItemId, EventId, IanaTimeZone, PlanId};
use planner::Token;
use ui::{
    components::{CopyField, PostButton},
    dates::dates,
    text::t,
    visit::{planner, query},
};

use crate::api::actions::{MakeScreenLink, RevokeScreenLinks};

#[component]
pub fn Screens(
    event: EventId,
    item: Option<AgendaItemId>,
    plan: PlanId,
    /// When each link was made. The oldest first.
    links: Vec<Timestamp>,
    zone: IanaTimeZone,
) -> impl IntoView {
    let mut fields = vec![("event", event.to_string()), ("plan", plan.to_string())];
    fields.extend(item.map(|item| ("item", item.to_string())));
    let existing = links.last().map(|last| {
        let made = dates().brief(&zone.clock(*last));
        view! {
            <div class="apart">
                <span>{t!("live-links", n = links.len(), time = made)}</span>
                <PostButton to=RevokeScreenLinks::PATH label=t!("live-revoke") fields=fields.clone()/>
            </div>
        }
    });
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
            {existing}
            <p><PostButton to=MakeScreenLink::PATH label fields/></p>
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
