//! The mails of a network or an event: by occasion, or one by one.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{MailState, Network};
use planner::{Delivery, MailLine, Paginated, Paging, access::Reads};
use ui::{
    components::{DataTable, EmptyState, Field, Hidden, InputKind, Notice, Tab, Tabs},
    dates::{dates, machine},
    error::AppError,
    text::{Named, t},
    visit::{planner, visit},
};

use super::{
    kind_name,
    list_query::{MailListQuery, ROWS},
    occasions::{name, occasions, summary},
};
use crate::pages::organise::{
    list_parts::list_pages, registrations::mail_tag, unreadable::unreadable_rows,
};

/// How mails are delivered, search and filters, and the occasions or the mails.
pub(super) async fn mails(
    right: &Reads,
    network: &Network,
    list_query: MailListQuery,
) -> Result<AnyView, AppError> {
    let planner = planner();
    let zone = network.time_zone.rules().clone();
    let kept = (planner.config().delivery == Delivery::Kept).then(|| {
        view! {
            <Notice>
                <p><b>{t!("outgoing-kept")}</b></p>
                <p>{t!("outgoing-kept.advice")}</p>
            </Notice>
        }
    });
    let counts = planner.outgoing_counts(right, list_query.event()).await?;
    if list_query.lists_occasions() {
        let list = planner
            .mail_occasions(right, &list_query.filter(), list_query.paging())
            .await?;
        let content = if list.rows.is_empty() {
            nothing().into_any()
        } else {
            view! { {occasions(&list, &list_query, &zone)}{pages(&list, &list_query)} }.into_any()
        };
        let filters = (!list.rows.is_empty()).then(|| filters(&counts, &list_query));
        return Ok(
            view! { {kept}{filters}{unreadable_rows(&list.unreadable)}{content} }.into_any(),
        );
    }
    let list = planner
        .outgoing(right, &list_query.filter(), list_query.paging())
        .await?;
    let may_read = visit().signed_in()?.organises(network.id).is_ok();
    let content = if list.rows.is_empty() {
        let all = list_query.of_state(None);
        view! {
            <EmptyState title=t!("outgoing-not-found")>
                <p><a href=all>{t!("outgoing-show-all")}</a></p>
            </EmptyState>
        }
        .into_any()
    } else {
        view! { {table(&list, may_read, &zone)}{pages(&list, &list_query)} }.into_any()
    };
    let head = match list_query.kind {
        Some(_) => occasion_head(right, &list_query).await?,
        None => filters(&counts, &list_query).into_any(),
    };
    Ok(view! { {kept}{head}{unreadable_rows(&list.unreadable)}{content} }.into_any())
}

fn nothing() -> impl IntoView {
    view! {
        <EmptyState title=t!("outgoing-none")>
            <p>{t!("outgoing-none.advice")}</p>
        </EmptyState>
    }
}

/// The occasion that the mails belong to, what became of them, and the way back to all occasions.
async fn occasion_head(right: &Reads, list_query: &MailListQuery) -> Result<AnyView, AppError> {
    let found = planner()
        .mail_occasions(right, &list_query.filter(), Paging::page(0, 1))
        .await?;
    let heading = found.rows.first().map(|occasion| {
        view! {
            <div class="row">
                <h2>{name(occasion)}</h2>
                <p>{summary(occasion)}</p>
            </div>
        }
    });
    Ok(view! {
        <p class="back"><a href=list_query.of_state(None)>{t!("outgoing-show-all")}</a></p>
        {heading}
    }
    .into_any())
}

/// The search for an address, and the states.
fn filters(counts: &[(MailState, i64)], list_query: &MailListQuery) -> impl IntoView + use<> {
    let kept = list_query
        .kept_fields()
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    view! {
        {states(counts, list_query)}
        <form class="filters" method="get" action=list_query.path() role="search">
            {kept}
            <Field
                name="address"
                label=t!("outgoing-search")
                value=list_query.address.clone()
                kind=InputKind::Search
            />
            <div class="row"><button class="button">{t!("people-find")}</button></div>
        </form>
    }
}

/// A filter for each state that occurs.
fn states(
    counts: &[(MailState, i64)],
    list_query: &MailListQuery,
) -> Option<impl IntoView + use<>> {
    let present = MailState::ALL.iter().filter_map(|state| {
        let (_, mails) = counts.iter().find(|(counted, _)| counted == state)?;
        Some((*state, *mails))
    });
    let of_states: Vec<Tab> = present
        .map(|(state, mails)| {
            let label = t!("outgoing-state", state = state.name(), n = mails);
            let href = list_query.of_state(Some(state));
            Tab::new(label, href, list_query.state == Some(state))
        })
        .collect();
    if of_states.len() < 2 && list_query.state.is_none() {
        return None;
    }
    let all: i64 = counts.iter().map(|(_, mails)| mails).sum();
    let all = Tab::new(
        t!("outgoing-state", state = t!("outgoing-all"), n = all),
        list_query.of_state(None),
        list_query.state.is_none(),
    );
    let tabs = std::iter::once(all).chain(of_states).collect();
    Some(view! { <Tabs label=t!("outgoing-states") tabs/> })
}

fn table(list: &Paginated<MailLine>, may_read: bool, zone: &TimeZone) -> impl IntoView + use<> {
    let rows: Vec<_> = list
        .rows
        .iter()
        .map(|mail| row(mail, may_read, zone))
        .collect();
    let headings = vec![
        t!("mail-column-subject"),
        t!("mail-column-to"),
        t!("mail-column-state"),
        t!("mail-column-when"),
    ];
    view! { <DataTable caption=t!("outgoing-title") headings stacks=true>{rows}</DataTable> }
}

fn row(mail: &MailLine, may_read: bool, zone: &TimeZone) -> impl IntoView + use<> {
    let lang = mail.language.tag();
    let subject = mail.subject.clone();
    // A mail with a sign-in link can be read by its recipient only.
    let own = || {
        visit()
            .principal
            .as_ref()
            .is_some_and(|principal| principal.address().is_mailbox_of(&mail.recipient))
    };
    let subject = if may_read && (mail.registration.is_some() || mail.event.is_some() || own()) {
        let href = format!("/organise/outgoing/{}", mail.id);
        view! { <a href=href lang=lang>{subject}</a> }.into_any()
    } else {
        view! { <span lang=lang>{subject}</span> }.into_any()
    };
    let at = mail.created_at.to_zoned(zone.clone());
    let time = machine(at.datetime());
    view! {
        <tr>
            <th scope="row">
                {subject}
                <br/>
                <small class="soft">{kind_name(mail.kind)}</small>
            </th>
            <td class="address">{mail.recipient.clone()}</td>
            <td>{mail_tag(mail.state, mail.last_error.as_deref())}</td>
            <td><time datetime=time>{dates().brief(&at)}</time></td>
        </tr>
    }
}

/// The pages of a list. `None` if there is one.
fn pages<Row>(list: &Paginated<Row>, list_query: &MailListQuery) -> Option<AnyView> {
    let of = usize::try_from(list.total).unwrap_or_default();
    if of <= ROWS as usize {
        return None;
    }
    let shown = (list_query.number, ROWS);
    Some(list_pages(list, shown, |page| list_query.at(page)))
}
