//! `/invitation/{token}`: the event as an invited person sees it, with the answers. Opening it answers nothing.

mod answers;

use leptos::prelude::*;
use model::{RegistrationState, Visibility};
use planner::{
    invitations::{InvitationPage as Invited, OwnAnswer},
    registrations::Availability,
};
use ui::{
    components::{Notice, PageHead, Tone},
    dates::dates,
    markdown,
    paths::EventPath,
    shell::{Brand, Page, Width, page},
    text::{t, waits_for},
    visit::{planner, query, visit},
};

use self::answers::{accept, decline, name_substitute, open_registration};
use super::{
    event::cancelled,
    facts::{OnlineLink, contact, facts, place},
    programme::programme,
};
use crate::{api::authorise::by_invitation, routes::param};

#[component]
pub fn InvitationPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let invited = planner().invitation_page(&by_invitation(&token)).await?;
        let details = &invited.open.event.details;
        let brand = Brand::of_event(&invited.open.network, &invited.open.event);
        let head = view! {
            <PageHead
                title=details.title.to_string()
                lang=details.language.tag()
                kind=t!("invitation-kind")
                facts=facts(&invited.open.network, &invited.open.event)
            />
        };
        let title = t!("invitation-page", event = details.title.as_str());
        let answer = answer(&invited, &token);
        let about = about(&invited);
        Ok(view! {
            <Page title brand width=Width::Narrow>
                {head}
                {answer}
                {about}
            </Page>
        })
    })
}

/// Where the person stands, and the answers that they can give.
fn answer(invited: &Invited, token: &str) -> AnyView {
    match &invited.answer {
        OwnAnswer::TakenBack => notice(Tone::Warn, t!("invitation-taken-back"), None),
        OwnAnswer::Refused => notice(Tone::Warn, t!("invitation-refused"), None),
        OwnAnswer::Registered(registration) => {
            let says = match registration.state {
                RegistrationState::Waitlisted => {
                    let waits = waits_for(&invited.open.event.details);
                    t!("invitation-waiting", waits = waits)
                }
                _ => t!("invitation-has-seat"),
            };
            let open = open_registration(token);
            let changes_mind = invited
                .takes_answers
                .then(|| decline(token, t!("invitation-no-after-all")));
            view! {
                <Notice tone=Tone::Good>
                    <p><b>{says}</b></p>
                    <div class="row">{open}{changes_mind}</div>
                </Notice>
            }
            .into_any()
        }
        OwnAnswer::Declined => declined(invited, token),
        OwnAnswer::Silent if !invited.takes_answers => closed(invited),
        OwnAnswer::Silent => {
            // Whoever followed the link of a refusal finds it first.
            let refuses = query("answer").is_some_and(|answer| answer == "no");
            let heading = if refuses {
                t!("invitation-question-no")
            } else {
                t!("invitation-question")
            };
            let no_class = if refuses { "button first" } else { "button" };
            let no = answers::decline_as(token, t!("invitation-no"), no_class);
            let [first, second] = if refuses {
                [no, accept(invited, token, "button")]
            } else {
                [accept(invited, token, "button first"), no]
            };
            let person = &invited.contact.person;
            let name = invited
                .contact
                .confirmed_at
                .map(|_| view! { <b>{person.name()}</b>", " });
            view! {
                <section class="card stack" aria-labelledby="answer">
                    <h2 id="answer">{heading}</h2>
                    <p class="small soft">
                        {t!("invitation-for")}" "{name}<span class="address">{person.address.to_string()}</span>
                    </p>
                    {first}
                    {second}
                    {until(invited)}
                </section>
            }
            .into_any()
        }
    }
}

fn notice(tone: Tone, says: String, more: Option<AnyView>) -> AnyView {
    view! { <Notice tone><p><b>{says}</b></p>{more}</Notice> }.into_any()
}

/// Until when the person can answer.
fn until(invited: &Invited) -> Option<impl IntoView + use<>> {
    let closes = invited.open.event.details.closes.as_ref()?;
    let says = t!("invitation-until", when = dates().when(closes));
    Some(view! { <p class="small soft">{says}</p> })
}

/// Why the person cannot answer any more.
fn closed(invited: &Invited) -> AnyView {
    match invited.open.availability(visit().now) {
        Availability::Cancelled => cancelled(&invited.open).into_any(),
        Availability::Over => notice(Tone::Warn, t!("offer-over"), None),
        Availability::Running => notice(Tone::Warn, t!("offer-running"), None),
        _ => {
            let advice = view! { <p>{t!("invitation-closed.advice")}</p> }.into_any();
            notice(Tone::Warn, t!("invitation-closed"), Some(advice))
        }
    }
}

/// Whoever declined may name somebody else, and may change their mind.
fn declined(invited: &Invited, token: &str) -> AnyView {
    // It says the same whether or not the person was invited before.
    let named = invited.invitation.named.as_ref();
    let substitute = named.map(|address| {
        let address = address.to_string();
        view! { <p>{t!("invitation-substitute-is", address = address)}</p> }
    });
    let asks = (invited.takes_answers && substitute.is_none()).then(|| name_substitute(token));
    let changes_mind = invited.takes_answers.then(|| {
        let accept = accept(invited, token, "button");
        view! {
            <section class="card stack" aria-labelledby="after-all">
                <h2 id="after-all">{t!("invitation-after-all")}</h2>
                {accept}
            </section>
        }
    });
    view! {
        <Notice tone=Tone::Good>
            <p><b>{t!("invitation-has-declined")}</b></p>
            {substitute}
        </Notice>
        {asks}
        {changes_mind}
    }
    .into_any()
}

/// What there is to know about the event.
fn about(invited: &Invited) -> impl IntoView + use<> {
    let open = &invited.open;
    let details = &open.event.details;
    let lang = details.language.tag();
    let summary = (!details.summary.is_empty())
        .then(|| view! { <p class="lead" lang=lang>{details.summary.to_string()}</p> });
    let body = (!details.body.is_empty()).then(|| {
        let html = markdown::html(details.body.as_str());
        view! { <div class="prose" lang=lang inner_html=html></div> }
    });
    let key = match details.visibility {
        Visibility::Link => open.event.link_key.as_str(),
        Visibility::Public | Visibility::Invitation => "",
    };
    let paths = EventPath::of(&open.event.slug, key);
    // An event that only invited people see has no pages of its own.
    let paths = (details.visibility != Visibility::Invitation).then_some(paths);
    let programme = programme(open, paths.as_ref());
    let facts = [
        place(&open.event, OnlineLink::ComesWithTheSeat),
        Some(contact(&open.network)),
    ];
    let facts = facts.into_iter().flatten().collect();
    view! {
        {summary}
        {body}
        <section class="card" aria-label=t!("invitation-details")>
            <ui::components::IconList facts/>
        </section>
        {programme}
    }
}
