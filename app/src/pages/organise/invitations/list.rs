//! `/organise/events/{id}/invitations`: who was invited, and what they answered.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{EventState, InvitationAnswer, Line};
use planner::{InvitedPerson, invitations::InvitationOverview};
use ui::{
    components::{
        Choice, DataTable, EmptyState, Field, InputKind, Notice, PageHead, Select, Tile, Tiles,
        Tone,
    },
    dates::dates,
    forms::last_result,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, visit},
};

use super::{answer_tag, last_news, list_query::InvitedQuery};
use crate::{
    api::{authorise::reads_event, invitations::invitations_path},
    pages::organise::{
        event::{EventTab, event_band},
        list_address::ShownRows,
        list_parts::{organisation_choices, print_link, shown_pages},
        unreadable::unreadable_rows,
    },
    routes::param,
};

#[component]
pub fn InvitationsPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let asked = InvitedQuery::current();
        let list = planner()
            .invitations(&access, &asked.filter(), asked.shown.paging())
            .await?;
        let may_invite = visit().signed_in()?.organises(list.network.id).is_ok();
        let zone = list.network.time_zone.rules().clone();
        let path = invitations_path(event);
        let nobody = list.counts.invited() == 0;
        let title = list.event.details.title.to_string();
        let actions = (!nobody).then(|| {
            let more = (may_invite && list.takes_answers).then(|| {
                let href = format!("{path}/new");
                view! { <a class="button" href=href>{t!("invited-more")}</a> }
            });
            let print = print_link(asked.at(&path, ShownRows::All));
            view! { {print}{more} }.into_any()
        });
        let content = if nobody {
            empty(&list, &path, may_invite).into_any()
        } else {
            filled(&list, &asked, &path, &zone, may_invite).into_any()
        };
        let heading = if nobody {
            t!("event-tab-invitations")
        } else {
            t!("invited-title")
        };
        Ok(view! {
            <Page
                title=t!("invited-page", title = title.as_str())
                brand=&list.network
                section=Section::Events
                band=event_band(&list.network, &list.event, list.confirmed, EventTab::Invitations)
            >
                <PageHead title=heading facts=times(&list, &zone) actions/>
                {done()}
                {unreadable_rows(&list.page.unreadable)}
                {content}
            </Page>
        })
    })
}

/// When people were invited and reminded.
fn times(list: &InvitationOverview, zone: &TimeZone) -> Vec<AnyView> {
    let brief = |at: jiff::Timestamp| dates().brief(&at.to_zoned(zone.clone()));
    let invited = list.invited_at.map(|at| t!("invited-at", when = brief(at)));
    let reminded = list
        .reminded_at
        .map(|at| t!("invited-reminded", when = brief(at)));
    let times = [invited, reminded].into_iter().flatten();
    times.map(IntoAny::into_any).collect()
}

/// The notice about the last action.
fn done() -> Option<impl IntoView> {
    let says = match last_result()?.as_str() {
        "invited" => t!("invited-done"),
        "scheduled" => t!("invited-scheduled"),
        "reminded" => t!("invited-reminded-done"),
        "taken-back" => t!("invited-taken-back"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p>{says}</p></Notice> })
}

fn empty(list: &InvitationOverview, path: &str, may_invite: bool) -> impl IntoView + use<> {
    let advice = match list.event.state {
        EventState::Draft => t!("invited-none-draft"),
        EventState::Published if list.takes_answers => t!("invited-none-published"),
        EventState::Published => t!("invited-none-closed"),
        EventState::Cancelled => t!("people-none-cancelled"),
    };
    let href = format!("{path}/new");
    let choose = (may_invite && list.takes_answers).then(|| {
        view! { <div class="row"><a class="button first" href=href>{t!("invited-choose")}</a></div> }
    });
    view! {
        <EmptyState title=t!("invited-none")>
            <p>{advice}</p>
            {choose}
        </EmptyState>
    }
}

fn filled(
    list: &InvitationOverview,
    asked: &InvitedQuery,
    path: &str,
    zone: &TimeZone,
    may_invite: bool,
) -> impl IntoView + use<> {
    let rows = if list.page.rows.is_empty() {
        let href = path.to_owned();
        view! {
            <EmptyState title=t!("people-nothing-found")>
                <p><a href=href>{t!("people-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else {
        let pages = shown_pages(&list.page, asked.shown, |rows| asked.at(path, rows));
        view! { {table(list, path, zone)}{pages} }.into_any()
    };
    view! {
        {silent(list, path, may_invite)}
        <Tiles tiles=tiles(list, path)/>
        <section class="stack" data-print=asked.shown.for_print()>
            <h2 class="unseen">{t!("invited-people")}</h2>
            {filters(list, asked, path)}
            {rows}
        </section>
    }
}

/// How many have not answered, with the way to remind them.
fn silent(
    list: &InvitationOverview,
    path: &str,
    may_invite: bool,
) -> Option<impl IntoView + use<>> {
    let waiting = list.counts.silent.saturating_sub(list.counts.unsent);
    if waiting == 0 || !list.takes_answers {
        return None;
    }
    let href = format!("{path}/remind");
    let remind = may_invite.then(|| {
        view! { <a class="button first" href=href>{t!("invited-remind", n = waiting)}</a> }
            .into_any()
    });
    let closes = list.event.details.closes.as_ref();
    let closes = closes.map(|closes| t!("invited-closes", when = dates().when(closes)));
    Some(view! {
        <Notice action=remind>
            <p><b>{t!("invited-silent", n = waiting)}</b></p>
            <p>{closes}" "{t!("invited-silent.about")}</p>
        </Notice>
    })
}

/// The four numbers: the last three add up to the first.
fn tiles(list: &InvitationOverview, path: &str) -> Vec<Tile> {
    let counts = list.counts;
    let of = |answer: InvitationAnswer, label: String| Tile {
        number: counts.of(answer).to_string(),
        of: None,
        label,
        href: Some(format!("{path}?answer={answer}")),
    };
    let declined = match counts.with_substitute {
        0 => InvitationAnswer::Declined.name(),
        n => t!("invited-declined-with", n = n),
    };
    let silent = match (counts.unsent, counts.undeliverable) {
        (0, 0) => InvitationAnswer::Silent.name(),
        (0, n) => t!("invited-undeliverable", n = n),
        (n, _) => t!("invited-unsent-count", n = n),
    };
    vec![
        Tile {
            number: counts.invited().to_string(),
            of: None,
            label: t!("invited-all"),
            href: Some(path.to_owned()),
        },
        of(
            InvitationAnswer::Registered,
            InvitationAnswer::Registered.name(),
        ),
        of(InvitationAnswer::Declined, declined),
        of(InvitationAnswer::Silent, silent),
    ]
}

fn filters(list: &InvitationOverview, asked: &InvitedQuery, path: &str) -> impl IntoView + use<> {
    let counts = list.counts;
    let answers = InvitationAnswer::ALL
        .iter()
        .map(|answer| {
            let label = format!("{} ({})", answer.name(), counts.of(*answer));
            Choice::new(answer.to_string(), label)
        })
        .collect();
    let organisations = organisation_choices(&list.organisations);
    let everybody = asked.is_filtered().then(|| {
        let href = path.to_owned();
        view! { <a class="button" href=href>{t!("people-show-all")}</a> }
    });
    view! {
        <form class="filters" method="get" action=path.to_owned() role="search">
            <Field
                name="search"
                label=t!("contacts-search")
                value=asked.search.clone()
                kind=InputKind::Search
            />
            <Select
                name="answer"
                label=t!("invited-answer")
                value=asked.answer.clone()
                choices=answers
                none=t!("people-state-all")
                unmarked=true
            />
            <Select
                name="organisation"
                label=t!("people-organisation")
                value=asked.organisation.clone()
                choices=organisations
                none=t!("people-organisation-all")
                unmarked=true
            />
            <div class="row">
                <button class="button">{t!("people-find")}</button>
                {everybody}
            </div>
        </form>
    }
}

fn table(list: &InvitationOverview, path: &str, zone: &TimeZone) -> impl IntoView + use<> {
    let headings = vec![
        t!("people-column-name"),
        t!("invited-answer"),
        t!("people-column-organisation"),
        t!("invited-last"),
    ];
    let rows: Vec<_> = list
        .page
        .rows
        .iter()
        .map(|invited| row(invited, path, zone))
        .collect();
    view! { <DataTable caption=t!("invited-people") headings stacks=true>{rows}</DataTable> }
}

fn row(invited: &InvitedPerson, path: &str, zone: &TimeZone) -> impl IntoView + use<> {
    let person = &invited.contact.person;
    let href = format!("{path}/{}", invited.invitation.id);
    let organisation = person.organisation_name.as_ref().map(Line::to_string);
    view! {
        <tr>
            <th scope="row">
                <a href=href>{format!("{}, {}", person.family_name, person.given_name)}</a>
                <br/>
                <small class="soft address">{person.address.shown().to_owned()}</small>
            </th>
            <td>{answer_tag(invited.answer)}</td>
            <td>{organisation}</td>
            <td>{last_news(invited, zone).join(" · ")}</td>
        </tr>
    }
}
