//! `/organise/events/{id}/workshops/wishes`: until when people wish, who wishes for what, and who for nothing.

use leptos::prelude::*;
use model::workshops::{WishSetup, Workshop};
use planner::workshops::{Profile, WishOverview, seed_hash};
use ui::{
    components::{
        Check, DataTable, EmptyState, Field, Form, Hidden, InputKind, LocalDateTimeField, Notice,
        PageHead, Revision, Tile, Tiles, Tone,
    },
    dates::dates,
    forms::{last_result, resubmitted},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::super::{
    editable::is_editable,
    head::{EventTab, event_band},
};
use crate::{
    api::{actions::SaveWishSetup, authorise::reads_event, wishes::WishSetupForm},
    routes::param,
};

/// How many people without wishes are named at once.
const NAMED: usize = 30;

#[component]
pub fn EventWishesPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let found = planner().wish_overview(&access).await?;
        let confirmed = u32::try_from(found.people.len()).unwrap_or(u32::MAX);
        let band = event_band(&found.network, &found.event, confirmed, EventTab::Wishes);
        let title = found.event.details.title.to_string();
        let done = match last_result().as_deref() {
            Some("saved") => Some(t!("wishes-setup-saved")),
            Some("reminded") => Some(t!("wishes-reminded")),
            _ => None,
        };
        let done = done.map(|done| {
            view! { <Notice tone=Tone::Good><p><b>{done}</b></p></Notice> }
        });
        let content = if found.has_wish_slots() {
            content(&found).into_any()
        } else {
            let offer = format!("/organise/events/{}/workshops", found.event.id);
            view! {
                <EmptyState title=t!("wishes-no-slots")>
                    <p>{t!("wishes-no-slots.advice")}</p>
                    <p><a class="button" href=offer>{t!("workshops-title")}</a></p>
                </EmptyState>
            }
            .into_any()
        };
        let facts = facts(&found);
        Ok(view! {
            <Page
                title=t!("wishes-organise-page", event = title.as_str())
                brand=&found.network
                section=Section::Events
                band
            >
                <PageHead title=t!("wishes-tab") facts/>
                {done}
                {content}
            </Page>
        })
    })
}

fn facts(found: &WishOverview) -> Vec<AnyView> {
    let Some(setup) = &found.setup else {
        return Vec::new();
    };
    let closes = dates().when(&setup.closes);
    vec![if setup.is_open(&found.event, visit().now) {
        t!("wishes-open-until", closes = closes).into_any()
    } else if visit().now >= setup.closes.at {
        t!("wishes-closed-since", closes = closes).into_any()
    } else {
        t!("wishes-not-open").into_any()
    }]
}

fn content(found: &WishOverview) -> impl IntoView + use<> {
    let figures = found.setup.is_some().then(|| {
        view! {
            {tiles(found)}
            {profiles(found)}
            {without(found)}
        }
    });
    let start = found.setup.is_none().then(|| {
        view! {
            <Notice tone=Tone::Accent>
                <p><b>{t!("wishes-start")}</b></p>
                <p>{t!("wishes-start.advice")}</p>
            </Notice>
        }
    });
    view! {
        <div class="cols">
            <div class="stack">{start}{figures}</div>
            {set_up(found)}
        </div>
    }
}

fn tiles(found: &WishOverview) -> impl IntoView + use<> {
    let with = found.with_wishes();
    let people = u32::try_from(found.people.len()).unwrap_or(u32::MAX);
    let mut tiles = vec![
        Tile {
            number: with.to_string(),
            of: Some(people),
            label: t!("wishes-have"),
            href: None,
        },
        Tile {
            number: found.without_wishes().count().to_string(),
            of: None,
            label: t!("wishes-have-none"),
            href: Some("#without".to_owned()),
        },
    ];
    let too_few = found.with_too_few();
    if let Some(least) = found.setup.as_ref().and_then(|setup| setup.least) {
        tiles.push(Tile {
            number: too_few.to_string(),
            of: None,
            label: t!("wishes-have-few", least = least),
            href: None,
        });
    }
    view! { <Tiles tiles/> }
}

/// A row for each workshop: how many wish for it, by rank, against its seats.
fn profiles(found: &WishOverview) -> impl IntoView + use<> {
    let mut profiles: Vec<(&Workshop, Profile)> = found
        .profiles()
        .into_iter()
        .filter_map(|(id, profile)| Some((found.programme.workshop(id)?, profile)))
        .collect();
    // The most wanted ones first.
    profiles.sort_by_key(|(_, profile)| std::cmp::Reverse((profile.first, profile.all())));
    let rows: Vec<_> = profiles
        .into_iter()
        .map(|(workshop, profile)| row(found, workshop, profile))
        .collect();
    let headings = vec![
        t!("workshops-column-workshop"),
        t!("wishes-column-first"),
        t!("wishes-column-second"),
        t!("wishes-column-third"),
        t!("wishes-column-later"),
        t!("wishes-column-seats"),
    ];
    view! {
        <section class="stack profiles" aria-labelledby="profiles">
            <h2 id="profiles">{t!("wishes-profiles")}</h2>
            <DataTable caption=t!("wishes-profiles") headings stacks=true>{rows}</DataTable>
        </section>
    }
}

fn row(found: &WishOverview, workshop: &Workshop, profile: Profile) -> impl IntoView + use<> {
    let lang = found.event.details.language.tag();
    let href = format!(
        "/organise/events/{}/workshops/{}",
        found.event.id, workshop.id
    );
    let off =
        (!workshop.is_planned()).then(|| view! { " "<small>{t!("workshops-called-off")}</small> });
    let seats = found.seats(workshop.id);
    let state = match seats {
        Some(seats) if profile.first > seats => {
            Some(t!("wishes-scarce", n = profile.first - seats))
        }
        _ if workshop
            .details
            .least
            .is_some_and(|least| profile.all() < least) =>
        {
            Some(t!(
                "wishes-few",
                n = workshop.details.least.unwrap_or_default()
            ))
        }
        _ => None,
    };
    let state = state.map(|state| view! { <br/><small class="scarce">{state}</small> });
    let number = |n: u32, heading: String| {
        view! { <td class="number" data-heading=heading>{n}</td> }
    };
    view! {
        <tr>
            <th scope="row"><a href=href lang=lang>{workshop.details.title.to_string()}</a>{off}</th>
            {number(profile.first, t!("wishes-column-first"))}
            {number(profile.second, t!("wishes-column-second"))}
            {number(profile.third, t!("wishes-column-third"))}
            {number(profile.later, t!("wishes-column-later"))}
            <td class="number" data-heading=t!("wishes-column-seats")>
                {seats.map_or_else(|| "–".to_owned(), |seats| seats.to_string())}
                {state}
            </td>
        </tr>
    }
}

/// Who has no wishes, by name.
fn without(found: &WishOverview) -> impl IntoView + use<> {
    let people: Vec<_> = found.without_wishes().collect();
    let more = people.len().saturating_sub(NAMED);
    let content = if people.is_empty() {
        view! { <p class="soft">{t!("wishes-everybody")}</p> }.into_any()
    } else {
        let names: Vec<_> = people
            .iter()
            .take(NAMED)
            .map(|registration| {
                let href = format!(
                    "/organise/events/{}/registrations/{}",
                    found.event.id, registration.id
                );
                let person = &registration.person;
                let organisation = person.organisation_name.as_ref();
                let organisation = organisation
                    .map(|name| view! { " "<small class="soft">{name.to_string()}</small> });
                view! { <li><a href=href>{person.name()}</a>{organisation}</li> }
            })
            .collect();
        let more = (more > 0).then(|| view! { <p class="soft">{t!("wishes-more", n = more)}</p> });
        view! { <ul class="without-wishes">{names}</ul>{more} }.into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="without">
            <h2 id="without">{t!("wishes-without", n = people.len())}</h2>
            <p class="soft small">{t!("wishes-without.about")}</p>
            {content}
            {reminder(found, people.len())}
        </section>
    }
}

/// When people without wishes are reminded, and the way to do it now.
fn reminder(found: &WishOverview, without: usize) -> Option<impl IntoView + use<>> {
    let setup = found.setup.as_ref()?;
    if !setup.is_open(&found.event, visit().now) {
        return None;
    }
    let zone = &found.event.details.time_zone;
    let planned = match (setup.reminder.is_due, setup.reminds_on()) {
        (true, Some(_))
            if setup
                .reminds_at(zone.rules())
                .is_some_and(|at| at <= visit().now) =>
        {
            t!("reminder-missed")
        }
        (true, Some(on)) => t!("reminder-planned", when = dates().moment(on)),
        _ => t!("reminder-unplanned"),
    };
    let sent = setup
        .reminder
        .sent_at
        .map(|at| t!("reminder-sent", when = dates().brief(&zone.clock(at))));
    let may_remind = without > 0 && is_editable(&found.network, &found.event);
    let remind = may_remind.then(|| {
        let href = format!(
            "/organise/events/{}/workshops/wishes/remind",
            found.event.id
        );
        view! { <p class="row"><a class="button" href=href>{t!("reminder-preview")}</a></p> }
    });
    Some(view! {
        <p>{planned}{sent.map(|sent| format!(" {sent}"))}</p>
        {remind}
    })
}

/// The form of the deadline and the rules, or what is set up for those who cannot change it.
fn set_up(found: &WishOverview) -> impl IntoView + use<> {
    let may_change = is_editable(&found.network, &found.event);
    let seed = found.setup.as_ref().map(|setup| {
        view! {
            <details class="more">
                <summary>{t!("wishes-seed")}</summary>
                <p class="small">{t!("wishes-seed.about")}</p>
                <p class="small"><code class="hash">{seed_hash(setup.seed)}</code></p>
            </details>
        }
    });
    let form = may_change.then(|| form(found));
    view! {
        <aside class="card stack" aria-labelledby="rules">
            <h2 id="rules">{t!("wishes-setup")}</h2>
            {form}
            {seed}
        </aside>
    }
}

fn form(found: &WishOverview) -> impl IntoView + use<> {
    let stored = found.setup.as_ref().map(WishSetupForm::of);
    let form = resubmitted::<SaveWishSetup>()
        .or(stored)
        .unwrap_or_else(|| proposed(found));
    let revision = found.setup.as_ref().map(|setup| setup.revision);
    let sent = form.revision.clone();
    let save = if revision.is_some() {
        t!("wishes-setup-save")
    } else {
        t!("wishes-setup-begin")
    };
    view! {
        <Form to=SaveWishSetup::PATH>
            <Hidden name="event" value=form.event/>
            {revision.map(|current| view! { <Revision current sent/> })}
            <LocalDateTimeField
                name="closes"
                label=t!("wishes-closes")
                date=form.closes_date
                time=form.closes_time
                which=form.closes_which
                required=true
            />
            <Field
                name="least"
                label=t!("wishes-least")
                value=form.least
                kind=InputKind::Number
                hint=t!("wishes-least.hint")
            />
            <Check
                name="shows_demand"
                label=t!("wishes-shows-demand")
                checked=form.shows_demand.is_some()
            />
            <Field
                name="reminder_days"
                label=t!("wishes-reminder-days")
                value=form.reminder_days
                kind=InputKind::Number
                hint=t!("wishes-reminder-days.hint")
            />
            <Check
                name="allows_swaps"
                label=t!("wishes-allows-swaps")
                checked=form.allows_swaps.is_some()
                hint=t!("wishes-allows-swaps.hint")
            />
            <div class="row"><button class="button first">{save}</button></div>
        </Form>
    }
}

/// The form before anything is set up: wishes close two weeks before the event, in the evening.
fn proposed(found: &WishOverview) -> WishSetupForm {
    let starts = found.event.details.starts.local.date();
    let closes = starts.saturating_sub(jiff::Span::new().days(14));
    WishSetupForm {
        event: found.event.id.to_string(),
        closes_date: closes.to_string(),
        closes_time: "18:00".to_owned(),
        least: "3".to_owned(),
        shows_demand: Some("on".to_owned()),
        reminder_days: WishSetup::PROPOSED_REMINDER.to_string(),
        ..WishSetupForm::default()
    }
}
