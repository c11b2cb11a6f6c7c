//! `/confirm/{token}`: the page of a mailed link. One click confirms the address.

use leptos::prelude::*;
use model::{ColleagueConfirmation, EventState, RegistrationState, Visibility};
use planner::registrations::{Confirmation, LinkStage};
use ui::{
    components::{Notice, PageHead, PostButton, Tone},
    paths::{EventPath, PersonalPath},
    shell::{Brand, Page, Width, page},
    text::{t, waits_for},
    visit::{language, planner, visit},
};

use super::{
    facts::facts,
    redirect::redirect_to,
    steps::{ExpectedOutcome, RegistrationStep, steps},
};
use crate::{
    api::{actions::ConfirmAddress, authorise::by_link},
    routes::param,
};

#[component]
pub fn ConfirmPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let confirmation = planner().confirmation(&by_link(&token)).await?;
        if confirmation.link == LinkStage::Used {
            return Ok({
                let page = PersonalPath::of(&token, language()).page();
                redirect_to(page, t!("personal-title"))
            }
            .into_any());
        }
        let details = &confirmation.event.details;
        let brand = Brand::of_event(&confirmation.network, &confirmation.event);
        let head = view! {
            <PageHead
                title=details.title.to_string()
                lang=details.language.tag()
                kind=t!("confirm-title")
                facts=facts(&confirmation.network, &confirmation.event)
            />
        };
        let content = content(&confirmation, token);
        Ok(view! {
            <Page title=t!("confirm-title") brand width=Width::Narrow>
                {head}
                {content}
            </Page>
        }
        .into_any())
    })
}

fn content(confirmation: &Confirmation, token: String) -> AnyView {
    let Confirmation {
        event,
        registration,
        seats,
        ..
    } = confirmation;
    if confirmation.link == LinkStage::Expired {
        return expired(confirmation).into_any();
    }
    if registration.state != RegistrationState::Pending {
        // Another link to the same address was used first. This one opens the registration as well.
        return view! {
            <div class="card">
                <p>{t!("confirm-already")}</p>
                {button(token, t!("confirm-already-go"))}
            </div>
        }
        .into_any();
    }
    if !event.gives_seats(visit().now) {
        let says = if event.state == EventState::Cancelled {
            t!("event-cancelled")
        } else {
            t!("confirm-too-late")
        };
        return view! { <Notice tone=Tone::Bad><p><b>{says}</b></p></Notice> }.into_any();
    }
    let person = &registration.person;
    let (outcome, says) = if event.details.is_by_approval() {
        (ExpectedOutcome::Decision, t!("confirm-decision"))
    } else if seats.admits(person.organisation.as_ref()) {
        (ExpectedOutcome::Seat, t!("confirm-seat"))
    } else {
        (ExpectedOutcome::WaitingList, t!("confirm-waiting"))
    };
    let organisation = person.organisation_name.as_ref().map(|name| {
        view! {
            <dt>{t!("register-organisation")}</dt>
            <dd>{name.to_string()}</dd>
        }
    });
    let wishes = (!confirmation.wishes.is_empty()).then(|| {
        let lang = event.details.language.tag();
        let titles = confirmation.wishes.iter();
        let titles = titles.map(|title| view! { <li>{title.clone()}</li> });
        view! {
            <dt>{t!("confirm-wishes")}</dt>
            <dd>
                <ol lang=lang>{titles.collect_view()}</ol>
                {confirmation.wishes_are_late.then(|| view! { <p class="warn">{t!("confirm-wishes-late")}</p> })}
            </dd>
        }
    });
    let entered_by = registration.entered_by.as_ref().map(|name| {
        view! { <p>{t!("confirm-entered-by", name = name.as_str())}</p> }
    });
    let privacy =
        (registration.entered_by.is_some() && registration.consent.is_none()).then(|| {
            let href = format!("/privacy/{}", confirmation.network.slug);
            view! {
                <p class="small">
                    {t!("confirm-consent", network = confirmation.network.name.as_str())}" "
                    <a href=href target="_blank">{t!("register-privacy-page")}</a>
                </p>
            }
        });
    view! {
        {steps(RegistrationStep::Confirmation, outcome)}
        <div class="card">
            <dl class="values">
                <dt>{t!("personal-name")}</dt>
                <dd>{person.name()}</dd>
                <dt>{t!("register-address")}</dt>
                <dd>{person.address.to_string()}</dd>
                {organisation}
                {wishes}
            </dl>
            {entered_by}
            <p>{says}</p>
            {with_colleagues(confirmation)}
            {privacy}
            {button(token, t!("confirm-go"))}
        </div>
        <p class="soft small">{t!("confirm-not-me")}</p>
    }
    .into_any()
}

/// The colleagues who are entered with the person, and how many of them find a seat.
fn with_colleagues(confirmation: &Confirmation) -> Option<impl IntoView + use<>> {
    let n = confirmation.colleagues.len();
    if n == 0 {
        return None;
    }
    let names = confirmation.colleagues.iter();
    let names = names
        .map(|name| view! { <li>{name.clone()}</li> })
        .collect_view();
    let organisation = confirmation.registration.person.organisation;
    let left = confirmation.seats.left_for(organisation.as_ref());
    let left = left.map(|left| usize::try_from(left.saturating_sub(1)).unwrap_or(usize::MAX));
    let details = &confirmation.event.details;
    let says = match (details.colleagues, left) {
        (ColleagueConfirmation::Each, _) => {
            t!("confirm-colleagues-each", waits = waits_for(details))
        }
        (ColleagueConfirmation::First, _) if details.is_by_approval() => {
            t!("confirm-colleagues-decision")
        }
        (ColleagueConfirmation::First, Some(left)) if left < n => {
            t!(
                "confirm-colleagues-waiting",
                seated = left,
                waiting = n - left
            )
        }
        (ColleagueConfirmation::First, _) => t!("confirm-colleagues-first"),
    };
    Some(view! {
        <p>{t!("confirm-colleagues", n = n)}</p>
        <ul>{names}</ul>
        <p>{says}</p>
    })
}

fn button(token: String, label: String) -> impl IntoView {
    view! {
        <PostButton
            to=ConfirmAddress::PATH
            label
            fields=vec![("token", token)]
            class="button first"
        />
    }
}

/// A link to register again, while that is possible.
fn expired(confirmation: &Confirmation) -> impl IntoView + use<> {
    let event = &confirmation.event;
    let now = visit().now;
    let again = event.registration_is_open(now).then(|| {
        let key = match event.details.visibility {
            // The holder of this link got the address of the event with its key before.
            Visibility::Link => event.link_key.as_str(),
            Visibility::Public | Visibility::Invitation => "",
        };
        let href = EventPath::of(&event.slug, key).register();
        view! { <a class="button" href=href>{t!("registered-again")}</a> }.into_any()
    });
    view! {
        <Notice tone=Tone::Warn action=again>
            <p><b>{t!("confirm-expired")}</b></p>
            <p>{t!("confirm-expired.advice")}</p>
        </Notice>
    }
}
