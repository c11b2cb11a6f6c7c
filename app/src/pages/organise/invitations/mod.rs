//! Pages of the invitations of an event: who is invited, and what they answered.

mod choose;
mod invitees;
mod list;
mod list_query;
mod person;
mod remind;
mod words;

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::InvitationAnswer;
use planner::InvitedPerson;
use ui::{
    components::{Tag, Tone},
    dates::dates,
    text::{DeliveryProblem, Named, t},
    visit::language,
};

pub(crate) use choose::InvitePage;
pub(crate) use list::InvitationsPage;
pub(crate) use person::InvitedPersonPage;
pub(crate) use remind::RemindInvitedPage;

/// The answer of an invited person as a tag.
fn answer_tag(answer: InvitationAnswer) -> impl IntoView {
    let tone = match answer {
        InvitationAnswer::Silent => Tone::Plain,
        InvitationAnswer::Registered => Tone::Good,
        InvitationAnswer::Declined => Tone::Bad,
    };
    view! { <Tag text=answer.name() tone/> }
}

/// What happened last to an invitation.
fn last_news(invited: &InvitedPerson, zone: &TimeZone) -> Vec<String> {
    let brief = |at: jiff::Timestamp| dates().brief(&at.to_zoned(zone.clone()));
    let invitation = &invited.invitation;
    let mut news = Vec::new();
    match (invited.answer, &invited.registration) {
        (InvitationAnswer::Silent, _) => {
            news.push(match (invitation.reminded_at, invitation.sent_at) {
                (Some(at), _) => t!("invited-reminded", when = brief(at)),
                (None, Some(at)) => t!("invited-sent", when = brief(at)),
                (None, None) => t!("invited-unsent"),
            });
        }
        (InvitationAnswer::Declined, _) if invitation.declined_at.is_some() => {
            news.extend(invitation.declined_at.map(brief));
        }
        (_, Some((_, at))) => news.push(brief(*at)),
        (_, None) => {}
    }
    if let (InvitationAnswer::Silent, Some(reason)) = (invited.answer, &invited.stopped) {
        news.push(DeliveryProblem::parse(reason).text(language()));
    }
    if invited.answer == InvitationAnswer::Silent && invited.contact.opted_out_at.is_some() {
        news.push(t!("invited-opted-out"));
    }
    if let Some(name) = &invited.substitute {
        news.push(t!("invited-substitute", name = name.as_str()));
    }
    if let Some(name) = &invited.principal {
        news.push(t!("invited-principal", name = name.as_str()));
    }
    news
}
