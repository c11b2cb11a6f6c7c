//! The mails to a person.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use planner::{MailLine, registrations::History};
use ui::{
    components::DataTable,
    dates::{dates, machine},
    text::t,
};

use super::mail_tag;
use crate::pages::organise::{outgoing::kind_name, unreadable::unreadable_rows};

/// The mails to the person, the latest first.
pub(super) fn history(mails: &History, may_read: bool, zone: &TimeZone) -> impl IntoView + use<> {
    let rows: Vec<_> = mails
        .rows
        .iter()
        .map(|mail| row(mail, may_read, zone))
        .collect();
    let content = if rows.is_empty() {
        view! { <p class="soft">{t!("history-none")}</p> }.into_any()
    } else {
        let headings = vec![
            t!("mail-column-subject"),
            t!("mail-column-when"),
            t!("mail-column-state"),
        ];
        view! { <DataTable caption=t!("history-title") headings stacks=true>{rows}</DataTable> }
            .into_any()
    };
    view! {
        <section class="stack">
            <h2>{t!("history-title")}</h2>
            {unreadable_rows(&mails.unreadable)}
            {content}
        </section>
    }
}

fn row(mail: &MailLine, may_read: bool, zone: &TimeZone) -> impl IntoView + use<> {
    let subject = mail.subject.clone();
    let lang = mail.language.tag();
    let subject = if may_read {
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
            <td><time datetime=time>{dates().brief(&at)}</time></td>
            <td>{mail_tag(mail.state, mail.last_error.as_deref())}</td>
        </tr>
    }
}
