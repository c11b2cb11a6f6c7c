//! `/organise/network/history`: what was changed in a network, and by whom.

use std::str::FromStr;

use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};
use leptos::prelude::*;
use model::{
    AuditAction, AuditActor, AuditSubject, Changed, ContactGroup, EventRole, Member, Need,
    NetworkId, Organisation, QuestionKind, ReminderKind, Role, local,
};
use planner::{
    AuditFilter, Changes, Paging,
    people::{HistoryEntry, PartChange, ValueChange},
};
use ui::{
    changes::{ShownChange, event_changes, field_name, shown_changes},
    components::{
        Choice, DataTable, EarlierLater, EmptyState, Field, Hidden, InputKind, PageHead, Select,
    },
    dates::{dates, machine},
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{page_number, planner, query},
};

use super::{
    list_address::list_address,
    network::{NetworkTab, network_band, owned_network},
    outgoing::kind_name,
    unreadable::unreadable_rows,
};

/// The entries on a page.
const ROWS: u32 = 100;

#[component]
pub fn HistoryPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        let right = principal.owns(network)?;
        let network = planner().network(&principal.reads(network)?).await?;
        let asked = HistoryQuery::current();
        let number = page_number();
        // One more, to know whether there is another page.
        let paging = Paging {
            limit: i64::from(ROWS) + 1,
            ..Paging::page(number, ROWS)
        };
        let filter = asked.filter(network.time_zone.rules());
        let history = planner().history(&right, &filter, paging).await?;
        let unreadable = unreadable_rows(&history.entries.unreadable);
        let has_more =
            history.entries.rows.len() + history.entries.unreadable.len() > ROWS as usize;
        let mut entries = history.entries.rows.clone();
        entries.truncate(ROWS as usize);
        let content = if entries.is_empty() {
            let title = match number {
                0 if asked.is_empty() => t!("network-history-none"),
                0 => t!("network-history-nothing-found"),
                _ => t!("network-history-end"),
            };
            view! { <EmptyState title>""</EmptyState> }.into_any()
        } else {
            let shown = Shown {
                network: network.id,
                zone: network.time_zone.rules(),
                organisations: &history.organisations,
            };
            table(&entries, &shown).into_any()
        };
        let path = asked.address(network.id);
        let at = move |number: u32| format!("{path}&page={}", number + 1);
        let filters = filters(&asked, network.id, &history.members);
        Ok(view! {
            <Page title=t!("network-history-title") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::History)>
                <PageHead title=t!("network-history-title")/>
                {filters}
                {unreadable}
                {content}
                <EarlierLater number has_more at/>
            </Page>
        })
    })
}

/// What the entries of a page are shown with.
struct Shown<'a> {
    network: NetworkId,
    zone: &'a TimeZone,
    organisations: &'a [Organisation],
}

/// The filters of the address, as typed.
#[derive(Debug, Clone, Default)]
struct HistoryQuery {
    member: String,
    subject: String,
    from: String,
    until: String,
}

impl HistoryQuery {
    fn current() -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            member: value("member"),
            subject: value("subject"),
            from: value("from"),
            until: value("until"),
        }
    }

    const fn is_empty(&self) -> bool {
        self.member.is_empty()
            && self.subject.is_empty()
            && self.from.is_empty()
            && self.until.is_empty()
    }

    /// The filter. What cannot be read filters nothing. Days are those of the network's zone, the last one included.
    fn filter(&self, zone: &TimeZone) -> AuditFilter {
        let begins = |day: Date| {
            let begins = day.to_zoned(zone.clone()).ok()?;
            Some(begins.timestamp())
        };
        let day = |text: &str| local::parse_date(text).ok();
        AuditFilter {
            member: self.member.parse().ok(),
            subject: self.subject.parse().ok(),
            from: day(&self.from).and_then(begins),
            until: day(&self.until)
                .and_then(|day| day.tomorrow().ok())
                .and_then(begins),
        }
    }

    fn address(&self, network: NetworkId) -> String {
        let network = network.to_string();
        let values = [
            ("network", network.as_str()),
            ("member", &self.member),
            ("subject", &self.subject),
            ("from", &self.from),
            ("until", &self.until),
        ];
        list_address("/organise/network/history", &values)
    }
}

fn filters(asked: &HistoryQuery, network: NetworkId, members: &[Member]) -> impl IntoView + use<> {
    let asked = asked.clone();
    let members = members.iter();
    let members: Vec<Choice> = members
        .map(|member| Choice::new(member.id.to_string(), member.name.as_str()))
        .collect();
    let all = (!asked.is_empty()).then(|| {
        let all = format!("/organise/network/history?network={network}");
        view! { <a class="button" href=all>{t!("network-history-all")}</a> }
    });
    view! {
        <form class="filters" method="get" action="/organise/network/history" role="search">
            <Hidden name="network" value=network.to_string()/>
            <Select
                name="member"
                label=t!("network-history-who")
                value=asked.member
                choices=members
                none=t!("network-history-everybody")
                unmarked=true
            />
            <Select
                name="subject"
                label=t!("network-history-about")
                value=asked.subject
                choices=Choice::of(AuditSubject::ALL)
                none=t!("network-history-everything")
                unmarked=true
            />
            <Field name="from" label=t!("network-history-from") value=asked.from kind=InputKind::Date/>
            <Field name="until" label=t!("network-history-until") value=asked.until kind=InputKind::Date/>
            <div class="row">
                <button class="button">{t!("network-history-show")}</button>
                {all}
            </div>
        </form>
    }
}

fn table(entries: &[HistoryEntry], shown: &Shown<'_>) -> impl IntoView + use<> {
    let rows: Vec<_> = entries
        .iter()
        .map(|entry| {
            let at = entry.at.to_zoned(shown.zone.clone());
            view! {
                <tr>
                    <th scope="row">
                        <time datetime=machine(at.datetime())>{dates().moment(at.datetime())}</time>
                    </th>
                    <td>{who(entry)}</td>
                    <td>{entry.action.name()}</td>
                    <td>{about(entry, shown.network)}{changes(entry, shown)}</td>
                </tr>
            }
        })
        .collect();
    let headings = vec![
        t!("network-history-when"),
        t!("network-history-who"),
        t!("network-history-what"),
        t!("network-history-about"),
    ];
    view! { <DataTable caption=t!("network-history-title") headings stacks=true>{rows}</DataTable> }
}

fn who(entry: &HistoryEntry) -> String {
    match (&entry.member, entry.actor) {
        (Some(name), _) => name.clone(),
        (None, AuditActor::Member) => t!("network-history-member"),
        (None, AuditActor::Participant) => t!("network-history-participant"),
        (None, AuditActor::Operator) => t!("network-history-operator"),
        (None, AuditActor::Planner) => t!("network-history-planner"),
    }
}

fn about(entry: &HistoryEntry, network: NetworkId) -> Option<AnyView> {
    if let Some(change) = &entry.change {
        let text = part(entry.action, change);
        let event = entry.event.as_ref();
        let event = event.and_then(|(event, title)| Some((event, title.clone()?)));
        return Some(match event {
            Some((event, title)) => {
                let href = format!("/organise/events/{event}");
                // What is about the event as a whole names it once.
                let text = match text.strip_prefix(title.as_str()) {
                    Some(value) if change.part == title => {
                        value.trim_start_matches(": ").to_owned()
                    }
                    _ => text,
                };
                let text = (!text.is_empty()).then_some(text);
                view! { {text}" "<small><a href=href>{title}</a></small> }.into_any()
            }
            None => text.into_any(),
        });
    }
    if let Some((contact, name)) = &entry.contact {
        return Some(match name {
            Some(name) => {
                let href = format!("/organise/contacts/{contact}?network={network}");
                view! { <a href=href>{name.clone()}</a> }.into_any()
            }
            None => t!("network-history-gone").into_any(),
        });
    }
    let (event, title) = entry.event.as_ref()?;
    if let Some((registration, Some(name))) = &entry.registration {
        let href = format!("/organise/events/{event}/registrations/{registration}");
        let title = title.clone().unwrap_or_default();
        return Some(
            view! { <a href=href>{name.clone()}</a>" "<small class="soft">{title}</small> }
                .into_any(),
        );
    }
    Some(match title {
        Some(title) => {
            let href = format!("/organise/events/{event}");
            view! { <a href=href>{title.clone()}</a> }.into_any()
        }
        None => t!("network-history-gone").into_any(),
    })
}

/// The most letters of a value that the table shows.
const LONGEST: usize = 160;

/// The changed fields, each with its value before and after.
fn changes(entry: &HistoryEntry, shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let changes = match (&entry.change, &entry.changes) {
        (Some(part), _) => part.values.iter().map(value).collect(),
        (None, Changes::Event(changes)) => event_changes(changes, shown.organisations),
        (None, changes) => shown_changes(changes),
    };
    let short = |value: &str| match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} …", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    };
    let rows = changes.iter().map(|change| {
        let field = field_name(&change.field);
        let (before, after) = (short(&change.before), short(&change.after));
        view! { <li>{field}": "<del>{before}</del>" → "<ins>{after}</ins></li> }
    });
    (!changes.is_empty()).then(|| view! { <ul class="plain small">{rows.collect_view()}</ul> })
}

/// A value of a part before and after its change.
fn value(change: &ValueChange) -> ShownChange {
    let text = |value: &Option<String>| value.as_deref().map(stored_word).unwrap_or_default();
    let values = Changed {
        before: text(&change.before),
        after: text(&change.after),
    };
    ShownChange::new(change.field.as_str(), values)
}

/// A stored value as people read it: roles, kinds, times and the like. Names are as they were typed.
fn stored_word(value: &str) -> String {
    let named = name_of::<Role>(value)
        .or_else(|| name_of::<EventRole>(value))
        .or_else(|| name_of::<ContactGroup>(value))
        .or_else(|| name_of::<QuestionKind>(value));
    let time = || {
        let time: DateTime = value.parse().ok()?;
        Some(dates().moment(time))
    };
    let need = || match value.parse().ok()? {
        Need::Required => Some(t!("questions-required")),
        Need::Optional => Some(t!("questions-optional")),
    };
    let found = named.or_else(time).or_else(need);
    found.unwrap_or_else(|| value.to_owned())
}

fn name_of<N: Named + FromStr>(value: &str) -> Option<String> {
    value.parse().ok().map(N::name)
}

/// The part of a network or an event that was changed, with its values before and after.
fn part(action: AuditAction, change: &PartChange) -> String {
    let part = match action {
        AuditAction::OwnWordsChanged => change.part.parse().map(kind_name).ok(),
        AuditAction::ReminderChanged => name_of::<ReminderKind>(&change.part),
        _ => None,
    };
    let part = part.unwrap_or_else(|| change.part.clone());
    match (&change.before, &change.after) {
        (Some(before), Some(after)) if before != after => {
            format!("{part}: {} → {}", stored_word(before), stored_word(after))
        }
        (_, Some(value)) | (Some(value), None) => {
            let value = stored_word(value);
            if value.starts_with(part.as_str()) {
                value
            } else {
                format!("{part}: {value}")
            }
        }
        (None, None) => part,
    }
}
