//! The mailings of an event: scheduled, on their way, halted and done.

use leptos::prelude::*;
use model::{MailingAudience, MailingId, MailingPurpose, MailingState, PeopleFilter};
use planner::mailings::{MailingView, Mailings};
use ui::{
    components::{DataTable, PostButton, Tag, Tone},
    dates::dates,
    text::t,
};

use super::{kind_name, occasions::shown_subject};
use crate::api::{
    actions::{GiveUpMessage, WithdrawMessage},
    jobs::path_of,
};

/// The mailings that are still to be sent, or were not sent to everybody. The others are occasions.
pub(super) fn pending_mailings(found: &Mailings, may_send: bool) -> Option<impl IntoView + use<>> {
    let pending = found
        .rows
        .iter()
        .filter(|row| row.is_scheduled() || row.is_running() || row.is_halted());
    let rows: Vec<_> = pending.map(|row| line(found, row, may_send)).collect();
    if rows.is_empty() {
        return None;
    }
    let headings = vec![
        t!("mail-column-subject"),
        t!("mail-column-state"),
        t!("mailing-column-actions"),
    ];
    Some(view! {
        <section class="stack" aria-labelledby="pending">
            <h2 id="pending">{t!("mailings-pending")}</h2>
            <DataTable caption=t!("mailings-pending") headings stacks=true>{rows}</DataTable>
        </section>
    })
}

fn line(found: &Mailings, row: &MailingView, may_send: bool) -> impl IntoView + use<> {
    let event = found.event.id;
    let mailing = &row.mailing;
    let title = found.event.details.title.as_str();
    let subject = shown_subject(mailing.subject.source(), Some(title));
    let to = audience(row);
    let href = path(found, mailing.id);
    let job = mailing.job.map(|job| path_of(event, job));
    let fields = vec![
        ("event", event.to_string()),
        ("mailing", mailing.id.to_string()),
    ];
    let about = subject.clone();
    let can_be_given_up = may_send
        && row.is_halted()
        && mailing.halted_at.is_some()
        && mailing.purpose == MailingPurpose::Message;
    let action = if row.is_scheduled() && may_send {
        view! { <PostButton to=WithdrawMessage::PATH label=t!("mailing-withdraw") fields about/> }
            .into_any()
    } else if let Some(job) = job {
        let label = if row.is_halted() {
            t!("mailing-resume")
        } else {
            t!("mailing-progress")
        };
        let rest = can_be_given_up.then(|| {
            view! { <PostButton to=GiveUpMessage::PATH label=t!("mailing-give-up") fields about/> }
        });
        view! { <a class="button small" href=job>{label}</a>" "{rest} }.into_any()
    } else {
        ().into_any()
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href lang=found.event.details.language.tag()>{subject}</a>
                <br/>
                <small class="soft">{to}</small>
            </th>
            <td>{state(row)}</td>
            <td>{action}</td>
        </tr>
    }
}

/// What kind of mail it is, and for how many people where that is known.
fn audience(row: &MailingView) -> String {
    let kind = kind_name(row.mailing.purpose.mail_kind());
    let people = row.counts.waiting + row.counts.written;
    match &row.mailing.audience {
        MailingAudience::Registrations(filter) if filter.person.is_some() => {
            t!("mailing-to-one", kind = kind)
        }
        MailingAudience::Registrations(filter) if row.is_scheduled() => {
            if *filter == PeopleFilter::default() {
                t!("mailing-to-all", kind = kind)
            } else {
                t!("mailing-to-some", kind = kind)
            }
        }
        MailingAudience::Registrations(_) | MailingAudience::Listed => {
            t!("mailing-to", kind = kind, n = people)
        }
    }
}

pub(super) fn path(found: &Mailings, mailing: MailingId) -> String {
    format!("/organise/events/{}/messages/{mailing}", found.event.id)
}

/// How far a mailing has come.
pub(super) fn state(row: &MailingView) -> AnyView {
    let counts = row.counts;
    let written = counts.written;
    let (tone, text) = match (row.mailing.state, row.mailing.due) {
        (MailingState::Scheduled, Some(due)) => (
            Tone::Accent,
            t!("mailing-scheduled", at = dates().when(&due)),
        ),
        (MailingState::Scheduled, None) => (Tone::Accent, t!("mailing-begins")),
        (MailingState::Withdrawn, _) => (Tone::Plain, t!("mailing-withdrawn")),
        (MailingState::Started, _) if row.is_running() => {
            let of = written + counts.waiting;
            (
                Tone::Accent,
                t!("mailing-running", n = row.handed_over(), of = of),
            )
        }
        (MailingState::Started, _) if row.is_halted() => (
            Tone::Warn,
            t!("mailing-halted", n = row.handed_over(), left = row.left()),
        ),
        (MailingState::Started, _) => (Tone::Good, t!("mailing-done", n = written)),
    };
    view! { <Tag text tone/> }.into_any()
}
