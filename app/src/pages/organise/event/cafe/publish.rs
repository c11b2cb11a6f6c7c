//! `/organise/events/{id}/cafe/publish`: what participants see of the plan, and who is written to.

use leptos::prelude::*;
use model::{
    EventState,
    cafe::{CafeWay, StopHost, WayStop, way_changes},
};
use planner::{
    cafes::{Cafe, Publication},
    plans::Recipient,
};
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    dates::dates,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    super::{
        head::{CafePart, cafe_band},
        publication::{PublishQuestion, done, question, recipients, state, withdraw},
    },
    page_without_cafe,
    several::{asked_item, item_field, other_cafes},
};
use crate::{
    api::{
        actions::{PublishPlan, WithdrawPlan},
        authorise::reads_event,
        cafe::{cafe_page, named_item},
    },
    routes::param,
};

#[component]
pub fn PublishCafePage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let item = asked_item()?;
        let publication = match planner().cafe_publication(&access, item).await {
            Ok(publication) => publication,
            Err(error) => return page_without_cafe(&access, CafePart::Publish, error).await,
        };
        let cafe = &publication.cafe;
        let may_plan = visit().signed_in()?.organises(cafe.network.id).is_ok();
        let part = CafePart::Publish;
        let content = if publication.version.is_none() {
            let href = cafe_page(cafe.event.id, item, "plan", "");
            view! {
                <EmptyState title=t!("publish-no-plan")>
                    <p>{t!("publish-no-plan.text")}</p>
                    <p><a class="button" href=href>{t!("publish-no-plan.action")}</a></p>
                </EmptyState>
            }
            .into_any()
        } else {
            let told = &publication.recipients;
            let changes = recipients(
                told.iter().map(|one| one.person).collect(),
                |person| name_of(&publication, person),
                |position| worded(&told[position]),
            );
            view! {
                {standing(&publication)}
                {may_plan.then(|| publish(&publication))}
                {at_removed_tables(&publication)}
                {without_table(&publication)}
                {changes}
                {next(&publication)}
                {may_plan.then(|| withdrawal(&publication))}
            }
            .into_any()
        };
        let band = cafe_band(cafe, part);
        let shown = publication.published.map(|(shown, _)| shown);
        let state = state(shown, publication.version).into_any();
        let others = other_cafes(cafe, CafePart::Publish);
        Ok(view! {
            <Page
                title=t!("publish-title")
                brand=&cafe.network
                section=Section::Events
                band
            >
                <PageHead title=t!("publish-title") state/>
                {others}
                {done()}
                {content}
            </Page>
        }
        .into_any())
    })
}

/// What participants see now.
fn standing(publication: &Publication) -> impl IntoView + use<> {
    let cafe = &publication.cafe;
    let text = match publication.published {
        None => t!("publish-nobody-sees"),
        Some((version, _)) if cafe.event.state == EventState::Draft => {
            t!("publish-seen-later", version = version)
        }
        Some((version, at)) => t!(
            "publish-seen",
            version = version,
            when = dates().brief(&cafe.network.time_zone.clock(at))
        ),
    };
    let names = if cafe.set_up().shows_names {
        t!("publish-names-shown")
    } else {
        t!("publish-names-hidden")
    };
    view! { <p>{text}</p><p class="hint">{names}</p> }
}

/// What is left to do once participants see the plan.
fn next(publication: &Publication) -> Option<impl IntoView + use<>> {
    let shown = publication.published.map(|(shown, _)| shown);
    if shown.is_none() || shown != publication.version {
        return None;
    }
    let cafe = &publication.cafe;
    let page = |part: &str| cafe_page(cafe.event.id, named_item(cafe), part, "");
    Some(view! {
        <section class="card" aria-labelledby="publish-next">
            <h2 id="publish-next">{t!("publish-next")}</h2>
            <ul class="lines">
                <li><div><a href=page("paper")>{t!("publish-next-paper")}</a></div></li>
                <li><div><a href=page("live")>{t!("publish-next-live")}</a></div></li>
                <li><div><a href=page("day")>{t!("publish-next-day")}</a></div></li>
            </ul>
        </section>
    })
}

/// What publishing does, and the button.
fn publish(publication: &Publication) -> Option<impl IntoView + use<>> {
    let version = publication.version?;
    if !publication.has_effect() || !publication.at_removed_tables.is_empty() {
        return None;
    }
    let cafe = &publication.cafe;
    let count = publication.recipients.len();
    let mails = match (cafe.event.state, count) {
        (EventState::Draft, _) => t!("publish-mails-draft"),
        (EventState::Cancelled, _) => return None,
        (EventState::Published, 0) => t!("publish-mails-none"),
        (EventState::Published, n) => t!("publish-mails", n = n),
    };
    let firsts = publication.recipients.iter();
    let firsts = firsts.filter(|one| one.before.is_empty()).count();
    let is_shown = publication.published.map(|(shown, _)| shown) == Some(version);
    let mut consequences = Vec::new();
    if !is_shown {
        consequences.push(t!("publish-means", version = version));
    }
    if publication.broken > 0 {
        consequences.push(t!("publish-breaks", n = publication.broken));
    }
    consequences.push(mails);
    if firsts == 0 && count > 1 {
        consequences.push(t!("publish-mails-changed-all"));
    } else if firsts < count {
        consequences.push(t!("publish-mails-changed", n = count - firsts));
    }
    if count > 0 {
        consequences.push(t!("publish-calendar"));
    }
    Some(question(PublishQuestion {
        version,
        is_shown,
        tell: t!("publish-tell-question"),
        consequences,
        to: PublishPlan::PATH,
        fields: vec![
            ("event", cafe.event.id.to_string()),
            ("item", item_field(cafe)),
        ],
        board: board(cafe),
    }))
}

/// The page of the plan.
fn board(cafe: &Cafe) -> String {
    let item = cafe.item.as_ref().map(|item| item.id);
    cafe_page(cafe.event.id, item, "plan", "")
}

/// People whom the plan sends to tables that were taken out of the set-up.
fn at_removed_tables(publication: &Publication) -> Option<impl IntoView + use<>> {
    let count = publication.at_removed_tables.len();
    if count == 0 {
        return None;
    }
    let board = board(&publication.cafe);
    let action = view! { <a class="button first" href=board>{t!("publish-board")}</a> }.into_any();
    Some(view! {
        <Notice tone=Tone::Bad action>
            <p><b>{t!("publish-removed-tables", n = count)}</b></p>
            <p>{t!("publish-removed-tables.text")}</p>
        </Notice>
    })
}

/// People with a seat at the event and none in the plan.
fn without_table(publication: &Publication) -> Option<impl IntoView + use<>> {
    let count = publication.without_table.len();
    if count == 0 {
        return None;
    }
    let names: Vec<String> = publication
        .without_table
        .iter()
        .map(|person| name_of(publication, *person))
        .collect();
    let board = board(&publication.cafe);
    let action = view! { <a class="button" href=board>{t!("publish-board")}</a> }.into_any();
    Some(view! {
        <Notice tone=Tone::Warn action>
            <p><b>{t!("publish-without-table", n = count)}</b></p>
            <p>{names.join(", ")}</p>
            <p class="small">{t!("publish-without-table.text")}</p>
        </Notice>
    })
}

/// A line for each round that changes; for a first way its tables in one line.
fn worded(recipient: &Recipient<CafeWay>) -> Vec<String> {
    if recipient.before.is_empty() {
        let stops = recipient.after.iter().flat_map(|way| &way.stops);
        let tables: Vec<&str> = stops.map(|stop| stop.table.as_str()).collect();
        return vec![t!("publish-first", tables = tables.join(" → "))];
    }
    way_changes(&recipient.before, &recipient.after)
        .into_iter()
        .map(|change| match (change.before, change.after) {
            (Some(before), Some(after)) if before.table != after.table => t!(
                "publish-moves",
                round = change.round,
                before = before.table.as_str(),
                after = after.table.as_str()
            ),
            (Some(before), Some(after)) => t!(
                "publish-stays",
                round = change.round,
                table = after.table.as_str(),
                what = difference(before, after)
            ),
            (None, Some(after)) => t!(
                "publish-gets",
                round = change.round,
                table = after.table.as_str()
            ),
            (Some(before), None) => t!(
                "publish-loses",
                round = change.round,
                table = before.table.as_str()
            ),
            (None, None) => String::new(),
        })
        .collect()
}

/// What is new at the same table.
fn difference(before: &WayStop, after: &WayStop) -> String {
    let differs = [
        (
            (before.begins, before.ends) != (after.begins, after.ends),
            t!("publish-new-time"),
        ),
        (before.topic != after.topic, t!("publish-new-topic")),
        (before.room != after.room, t!("publish-new-room")),
        (before.host != after.host, host_words(&after.host)),
        (before.others != after.others, t!("publish-new-guests")),
    ];
    let differs = differs.into_iter().filter(|(differs, _)| *differs);
    let words: Vec<String> = differs.map(|(_, word)| word).collect();
    words.join(", ")
}

fn host_words(host: &StopHost) -> String {
    match host {
        StopHost::Nobody => t!("publish-no-host"),
        StopHost::Oneself => t!("publish-hosts"),
        StopHost::Other(name) => t!("publish-new-host", name = name.as_str()),
    }
}

fn withdrawal(publication: &Publication) -> Option<impl IntoView + use<>> {
    publication.published?;
    let cafe = &publication.cafe;
    let fields = vec![
        ("event", cafe.event.id.to_string()),
        ("item", item_field(cafe)),
    ];
    Some(withdraw(t!("withdraw-text"), WithdrawPlan::PATH, fields))
}

fn name_of(publication: &Publication, person: model::RegistrationId) -> String {
    let people = &publication.cafe.people;
    let found = people.iter().find(|one| one.id == person);
    found
        .map(planner::cafes::CafePerson::name)
        .unwrap_or_default()
}
