//! `/organise/events/{id}/registrations`: the registrations of an event.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{EventState, HiddenColumns, MailState, RegistrationState};
use planner::{RegistrationOrder, registrations::Listing};
use ui::{
    components::{Choice, EmptyState, Field, InputKind, Notice, PageHead, Select, Tiles, Tone},
    forms::last_result,
    shell::{Page, Section, page},
    text::{t, waits_for},
    visit::{planner, query, visit},
};

use super::{
    choosing::chooser,
    columns::column_choice,
    export::export_buttons,
    list_query::ListQuery,
    table::table,
    tiles::{Represented, tiles},
    waiting::waiting_list,
};
use crate::{
    api::authorise::reads_event,
    pages::organise::{
        event::{EventTab, event_band},
        list_address::ShownRows,
        list_parts::{organisation_choices, shown_pages, state_choices},
        unreadable::unreadable_rows,
    },
    routes::param,
};

#[component]
pub fn RegistrationsPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let list_query = ListQuery::current();
        let list = planner()
            .registration_list(&access, &list_query.filter(), list_query.shown.paging())
            .await?;
        let hidden = planner().hidden_columns(&access).await?;
        let hidden = hidden.unwrap_or_else(HiddenColumns::usual);
        let may_decide = visit().signed_in()?.organises(list.network.id).is_ok();
        let zone = list.network.time_zone.rules().clone();
        let path = format!("/organise/events/{event}/registrations");
        let nobody = list.page.total == 0 && !list_query.is_filtered();
        let add = (may_decide && list.event.state != EventState::Cancelled && !nobody)
            .then(|| adding(&path).into_any());
        let content = if nobody {
            empty(&list, &path, may_decide).into_any()
        } else {
            let shown = (&zone, &hidden);
            filled(&list, &list_query, &path, shown, may_decide).into_any()
        };
        Ok(view! {
            <Page
                title=t!("people-page", title = list.event.details.title.as_str())
                brand=&list.network
                section=Section::Events
                band=event_band(&list.network, &list.event, list.counts.confirmed, EventTab::Registrations)
            >
                <PageHead title=t!("event-tab-registrations") actions=add/>
                {done()}
                {undelivered(&list)}
                {unpublished(&list)}
                {unreadable_rows(&list.page.unreadable)}
                {content}
            </Page>
        })
    })
}

/// The notice about the last action.
fn done() -> Option<impl IntoView> {
    let number = |name| query(name)?.parse::<u32>().ok();
    let text = match last_result()?.as_str() {
        "imported" => t!("people-imported", n = number("people")?),
        "accepted" => t!("several-accepted-done", n = number("decided")?),
        "declined" => t!("several-declined-done", n = number("decided")?),
        "answered" => t!("answer-several-done", n = number("decided")?),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status"><b>{text}</b></p></Notice> })
}

/// The notice about undeliverable mails.
fn undelivered(list: &Listing) -> Option<impl IntoView + use<>> {
    let refused = list.refused();
    let href = format!(
        "/organise/events/{}/messages?state={}",
        list.event.id,
        MailState::Refused
    );
    let principal = visit().signed_in();
    let sees_mails = principal.is_ok_and(|one| one.reads(list.network.id).is_ok());
    (refused > 0).then(|| {
        let who = sees_mails.then(|| {
            view! { <a class="button" href=href>{t!("people-refused-who")}</a> }.into_any()
        });
        view! {
            <Notice tone=Tone::Bad action=who>
                <p><b>{t!("people-refused", n = refused)}</b></p>
                <p>{t!("people-refused.advice")}</p>
            </Notice>
        }
    })
}

/// The notice that the event is a draft.
fn unpublished(list: &Listing) -> Option<impl IntoView + use<>> {
    let people = list.counts.confirmed + list.counts.waitlisted;
    (list.event.state == EventState::Draft && people > 0).then(|| {
        view! { <Notice><p>{t!("people-draft", n = people)}</p></Notice> }
    })
}

fn empty(list: &Listing, path: &str, may_decide: bool) -> impl IntoView + use<> {
    let advice = match list.event.state {
        EventState::Draft => t!("people-none-draft"),
        EventState::Published => t!("people-none-published"),
        EventState::Cancelled => t!("people-none-cancelled"),
    };
    let fill = may_decide && list.event.state != EventState::Cancelled;
    let fill = fill.then(|| view! { <div class="row">{adding(path)}</div> });
    view! {
        <EmptyState title=t!("people-none")>
            <p>{advice}</p>
            {fill}
        </EmptyState>
    }
}

/// Links to add and import people.
fn adding(path: &str) -> impl IntoView + use<> {
    let (new, import) = (format!("{path}/new"), format!("{path}/import"));
    view! {
        <a class="button" href=new>{t!("people-add")}</a>
        <a class="button" href=import>{t!("people-import")}</a>
    }
}

fn filled(
    list: &Listing,
    list_query: &ListQuery,
    path: &str,
    (zone, hidden): (&TimeZone, &HiddenColumns),
    may_decide: bool,
) -> impl IntoView + use<> {
    let shown = list_query.shown;
    let for_print = shown.is_all();
    let waits = (!list_query.is_filtered() && shown == ShownRows::Page(0))
        .then(|| waiting_list(list, may_decide))
        .flatten();
    let rows = if list.page.rows.is_empty() {
        let href = path.to_owned();
        view! {
            <EmptyState title=t!("people-nothing-found")>
                <p><a href=href>{t!("people-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else {
        let pages = shown_pages(&list.page, shown, |rows| list_query.at(path, rows));
        let chooses = may_decide && !for_print && list.event.state != EventState::Cancelled;
        let choosing = chooses.then(|| chooser(list, list_query, path));
        view! { {choosing}{table(list, hidden, zone, chooses)}{pages} }.into_any()
    };
    let columns = (!for_print).then(|| column_choice(list, hidden));
    let tiles = (!for_print).then(|| {
        let tiles = tiles(list.counts, &list.event.details, represented(list), path);
        view! { <Tiles tiles/> }
    });
    view! {
        {tiles}
        {waits}
        <section class="stack" data-print=shown.for_print()>
            <div class="head">
                <h2>{t!("people-title")}</h2>
                <div class="row">{export_buttons(list_query, path)}</div>
            </div>
            {filters(list, list_query, path)}
            {columns}
            {rows}
        </section>
    }
}

fn represented(list: &Listing) -> Represented {
    let with_seat = list
        .organisations
        .iter()
        .filter(|organisation| list.seats.taken_by(Some(&organisation.id)) > 0);
    Represented {
        organisations: with_seat.count(),
        of: list.organisations.len(),
    }
}

fn filters(list: &Listing, list_query: &ListQuery, path: &str) -> impl IntoView + use<> {
    let organisations = organisation_choices(&list.organisations);
    let details = &list.event.details;
    let (waits, states) = (
        waits_for(details),
        state_choices(RegistrationState::ALL, details),
    );
    let orders = vec![
        Choice::new("name", t!("people-order-name")),
        Choice::new("organisation", t!("people-order-organisation")),
        Choice::new("newest", t!("people-order-newest")),
        Choice::new("waiting", t!("people-order-waiting", waits = waits)),
    ];
    let order = match list_query.filter().order {
        RegistrationOrder::Name => "name",
        RegistrationOrder::Organisation => "organisation",
        RegistrationOrder::Newest => "newest",
        RegistrationOrder::Waiting => "waiting",
    };
    let everybody = list_query.is_filtered().then(|| {
        let href = path.to_owned();
        view! { <a class="button" href=href>{t!("people-show-all")}</a> }
    });
    view! {
        <form class="filters" method="get" action=path.to_owned() role="search">
            <Field
                name="search"
                label=t!("people-search")
                value=list_query.search.clone()
                kind=InputKind::Search
            />
            <Select
                name="state"
                label=t!("people-state")
                value=list_query.state.clone()
                choices=states
                none=t!("people-state-all")
                unmarked=true
            />
            <Select
                name="organisation"
                label=t!("people-organisation")
                value=list_query.organisation.clone()
                choices=organisations
                none=t!("people-organisation-all")
                unmarked=true
            />
            <Select
                name="order"
                label=t!("people-order")
                value=order.to_owned()
                choices=orders
            />
            <div class="row">
                <button class="button">{t!("people-find")}</button>
                {everybody}
            </div>
        </form>
    }
}
