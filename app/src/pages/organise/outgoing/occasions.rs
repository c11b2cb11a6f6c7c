//! The occasions on which mails were written, each with a link to its mails.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{TextVariable, VariableLine};
use planner::{Occasion, Paginated};
use ui::{
    components::{DataTable, Tag, Tone},
    dates::{dates, machine},
    text::t,
};

use super::{kind_name, list_query::MailListQuery};

/// A row for each occasion.
pub(super) fn occasions(
    list: &Paginated<Occasion>,
    list_query: &MailListQuery,
    zone: &TimeZone,
) -> impl IntoView + use<> {
    let rows: Vec<_> = list
        .rows
        .iter()
        .map(|occasion| row(occasion, list_query, zone))
        .collect();
    let headings = vec![
        t!("outgoing-column-occasion"),
        t!("mail-column-state"),
        t!("outgoing-column-latest"),
    ];
    view! { <DataTable caption=t!("outgoing-occasions") headings stacks=true>{rows}</DataTable> }
}

fn row(occasion: &Occasion, list_query: &MailListQuery, zone: &TimeZone) -> impl IntoView + use<> {
    let href = list_query.of_occasion(occasion);
    let at = occasion.latest.to_zoned(zone.clone());
    let about = occasion
        .event
        .as_ref()
        .filter(|_| !list_query.is_of_event());
    let about = about.map(|(_, title)| view! { <br/><small class="soft">{title.clone()}</small> });
    view! {
        <tr>
            <th scope="row"><a href=href>{name(occasion)}</a>{about}</th>
            <td>{summary(occasion)}</td>
            <td><time datetime=machine(at.datetime())>{dates().brief(&at)}</time></td>
        </tr>
    }
}

/// *Zusage, 62 Personen*. A mailing has its subject for a name.
pub(super) fn name(occasion: &Occasion) -> String {
    if let Some((_, subject)) = &occasion.mailing {
        let title = occasion.event.as_ref().map(|(_, title)| title.as_str());
        let subject = shown_subject(subject, title);
        return t!(
            "outgoing-mailing",
            subject = subject.as_str(),
            n = occasion.people
        );
    }
    t!(
        "outgoing-occasion",
        kind = kind_name(occasion.kind),
        n = occasion.people
    )
}

/// The subject of a mailing with the title of its event. What differs from person to person is left out.
pub(super) fn shown_subject(subject: &str, title: Option<&str>) -> String {
    let values = title.map(|title| (TextVariable::Event, title));
    let values = values.into_iter().collect();
    VariableLine::parse(subject).map_or_else(
        |_| subject.to_owned(),
        |subject| subject.render(&values).text,
    )
}

/// How many of the mails are in each state, those first that somebody has to decide about.
pub(super) fn summary(occasion: &Occasion) -> impl IntoView + use<> {
    let states = [
        (
            occasion.refused,
            Tone::Bad,
            t!("outgoing-refused", n = occasion.refused),
        ),
        (
            occasion.kept,
            Tone::Warn,
            t!("outgoing-kept-count", n = occasion.kept),
        ),
        (
            occasion.waiting,
            Tone::Accent,
            t!("outgoing-waiting", n = occasion.waiting),
        ),
        (
            occasion.accepted,
            Tone::Good,
            t!("outgoing-accepted", n = occasion.accepted),
        ),
        (
            occasion.dropped,
            Tone::Plain,
            t!("outgoing-dropped", n = occasion.dropped),
        ),
    ];
    states
        .into_iter()
        .filter(|(mails, ..)| *mails > 0)
        .map(|(_, tone, text)| view! { <Tag text tone/>" " })
        .collect_view()
}
