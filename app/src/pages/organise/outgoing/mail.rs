//! `/organise/outgoing/{mail}`: a mail: text, HTML, calendar part, header.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{MailId, MailState, Membership, Network};
use planner::{Delivery, MailLine, OutgoingMail, ParsedMail, PlannerError};
use ui::{
    components::{
        DeliveryProblemText, EmptyState, Fact, Notice, PageHead, PostButton, Tab, Tabs, Tone,
    },
    dates::dates,
    error::AppError,
    page_properties::page_properties,
    shell::{Page, Section, page},
    text::{DeliveryProblem, t},
    visit::{planner, query, visit},
};

use super::{
    kind_name,
    letter::letter,
    list_query::messages_of,
    unsent::{done, stopped_notice},
};
use crate::{api::actions::SendMailAgain, pages::organise::registrations::mail_tag, routes::param};

#[component]
pub fn OutgoingMailPage() -> impl IntoView {
    page(async {
        let (network, mail) = asked_for(&param("mail")).await?;
        let line = &mail.line;
        let zone = network.time_zone.rules().clone();
        let eml = format!("/organise/outgoing/{}/mail.eml", line.id);
        let actions = mail
            .message
            .is_some()
            .then(|| view! { <a class="button" href=eml download>{t!("mail-eml")}</a> }.into_any());
        let head = view! {
            <PageHead
                title=line.subject.clone()
                lang=line.language.tag()
                kind=kind_name(line.kind)
                state=mail_tag(line.state, None).into_any()
                facts=facts(line, &zone)
                actions
            />
        };
        let (back, back_label) = match line.event {
            Some(event) => (messages_of(event), t!("mail-back-event")),
            None => (
                format!("/organise/outgoing?network={}", network.id),
                t!("mail-back"),
            ),
        };
        let delivery_notice = delivery_notice(&mail, &zone);
        let this = format!("/organise/outgoing/{}", line.id);
        let stopped = mail
            .stopped
            .clone()
            .map(|reason| stopped_notice(network.id, &line.recipient, reason, &this));
        let content = match mail.open() {
            Some(opened) => {
                let masked = mail
                    .is_masked
                    .then(|| view! { <p class="soft">{t!("mail-masked")}</p> });
                view! { {masked}{parts(line.id, &opened)} }.into_any()
            }
            None => view! {
                <EmptyState title=t!("mail-deleted")>
                    <p>{t!("mail-deleted.advice")}</p>
                </EmptyState>
            }
            .into_any(),
        };
        Ok(view! {
            <Page title=line.subject.clone() brand=&network section=Section::Messages>
                <p class="back"><a href=back>{back_label}</a></p>
                {head}
                {done()}
                {stopped}
                {delivery_notice}
                {content}
            </Page>
        })
    })
}

/// The mail, with the first of the principal's networks that it belongs to.
async fn asked_for(id: &str) -> Result<(Network, OutgoingMail), AppError> {
    let principal = visit().signed_in()?;
    let id: MailId = id.parse().map_err(|_| AppError::NotFound)?;
    let planner = planner();
    let mut none = AppError::NotFound;
    for Membership { member, .. } in principal.memberships() {
        let Ok(right) = principal.organises(member.network) else {
            none = AppError::NotAllowed;
            continue;
        };
        match planner.outgoing_mail(&right, id).await {
            Ok(mail) => return Ok((planner.network(&right.reads()).await?, mail)),
            Err(PlannerError::NotFound) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(none)
}

fn facts(line: &MailLine, zone: &TimeZone) -> Vec<Fact> {
    let moment = |at: jiff::Timestamp| dates().moment(at.to_zoned(zone.clone()).datetime());
    let recipient = line.recipient.clone();
    let to = match (line.event, line.registration) {
        (Some(event), Some(registration)) => {
            let href = format!("/organise/events/{event}/registrations/{registration}");
            view! { <a class="address" href=href>{recipient}</a> }.into_any()
        }
        _ => recipient.into_any(),
    };
    let mut facts = vec![
        to,
        t!("mail-written", when = moment(line.created_at)).into_any(),
    ];
    if line.state == MailState::Accepted {
        facts.extend(
            line.settled_at
                .map(|at| t!("mail-accepted-at", when = moment(at)).into_any()),
        );
    }
    facts
}

/// A notice about the delivery of a mail, unless it is queued or sent.
fn delivery_notice(mail: &OutgoingMail, zone: &TimeZone) -> Option<impl IntoView + use<>> {
    let line = &mail.line;
    let error = line.last_error.clone();
    let again = || {
        let fields = vec![
            ("network", line.network.to_string()),
            ("mail", line.id.to_string()),
        ];
        mail.can_be_sent_again.then(|| {
            view! { <PostButton to=SendMailAgain::PATH label=t!("mail-send-again") fields/> }
                .into_any()
        })
    };
    let says = |tone: Tone, heading: String, advice: String, error: Option<String>| {
        view! {
            <Notice tone action=again()>
                <p><b>{heading}</b></p>
                {error.map(|error| view! { <DeliveryProblemText error/> })}
                <p>{advice}</p>
            </Notice>
        }
    };
    match line.state {
        // The notice about the address says it.
        MailState::Refused if mail.stopped.is_some() => None,
        MailState::Refused => {
            let problem = error.as_deref().map(DeliveryProblem::parse);
            let advice = match problem {
                Some(problem) if !problem.is_about_address() => t!("mail-refused.final"),
                _ => t!("mail-refused.advice"),
            };
            Some(says(Tone::Bad, t!("mail-refused"), advice, error))
        }
        MailState::Queued | MailState::Sending if error.is_some() => {
            let again = line.next_attempt_at.to_zoned(zone.clone());
            let again = dates().moment(again.datetime());
            let advice = t!("mail-again-at", when = again, attempts = line.attempts);
            Some(says(Tone::Warn, t!("mail-put-off"), advice, error))
        }
        MailState::Kept if planner().config().delivery == Delivery::Kept => Some(says(
            Tone::Accent,
            t!("mail-kept"),
            t!("mail-kept.advice"),
            None,
        )),
        MailState::Kept => Some(says(
            Tone::Plain,
            t!("mail-kept"),
            t!("mail-kept-unsent"),
            None,
        )),
        MailState::Dropped => Some(says(
            Tone::Plain,
            t!("mail-dropped"),
            t!("mail-dropped.advice"),
            None,
        )),
        _ => None,
    }
}

/// The part of a mail that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MailPart {
    Text,
    Html,
    Calendar,
    Header,
}

impl MailPart {
    const ALL: [Self; 4] = [Self::Text, Self::Html, Self::Calendar, Self::Header];

    const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "html",
            Self::Calendar => "calendar",
            Self::Header => "header",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Text => t!("mail-part-text"),
            Self::Html => t!("mail-part-html"),
            Self::Calendar => t!("mail-part-calendar"),
            Self::Header => t!("mail-part-header"),
        }
    }

    fn is_in(self, mail: &ParsedMail) -> bool {
        match self {
            Self::Text | Self::Header => true,
            Self::Html => !mail.html.is_empty(),
            Self::Calendar => !mail.calendar.is_empty(),
        }
    }
}

fn parts(id: MailId, mail: &ParsedMail) -> impl IntoView + use<> {
    let requested = query("as");
    let shown = MailPart::ALL
        .into_iter()
        .filter(|part| part.is_in(mail))
        .find(|part| requested.as_deref() == Some(part.word()))
        .unwrap_or(MailPart::Text);
    let tabs = MailPart::ALL
        .into_iter()
        .filter(|part| part.is_in(mail))
        .map(|part| {
            let href = format!("/organise/outgoing/{id}?as={}", part.word());
            Tab::new(part.label(), href, part == shown)
        })
        .collect();
    let content = match shown {
        MailPart::Text => letter(&mail.text).into_any(),
        MailPart::Html => frame(id).into_any(),
        MailPart::Calendar => {
            view! { <pre class="letter">{mail.calendar.clone()}</pre> }.into_any()
        }
        MailPart::Header => view! { <pre class="letter">{mail.header.clone()}</pre> }.into_any(),
    };
    view! {
        <Tabs label=t!("mail-parts") tabs/>
        {content}
    }
}

/// The HTML part, in a sandboxed frame: no scripts, no requests, links open in a second window.
fn frame(id: MailId) -> impl IntoView {
    page_properties().set_has_frame();
    let src = format!("/organise/outgoing/{id}/mail.html");
    view! {
        <iframe
            class="letter"
            src=src
            title=t!("mail-part-html")
            sandbox="allow-popups allow-popups-to-escape-sandbox"
        ></iframe>
    }
}
