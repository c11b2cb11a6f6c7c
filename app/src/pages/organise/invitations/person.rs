//! `/organise/events/{id}/invitations/{invitation}`: one invited person.

use leptos::prelude::*;
use model::{InvitationAnswer, Line};
use planner::invitations::InvitedRecord;
use ui::{
    components::{ConfirmNotice, Notice, PageHead, PostButton, Tone},
    error::AppError,
    forms::last_result,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, visit},
};

use super::{answer_tag, last_news};
use crate::{
    api::{
        actions::{RenewInvitationLink, TakeInvitationsBack},
        authorise::reads_event,
        invitations::invitations_path,
    },
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn InvitedPersonPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let id = param("invitation")
            .parse()
            .map_err(|_| AppError::NotFound)?;
        let record = planner().invited_person(&access, id).await?;
        let may_change = visit().signed_in()?.organises(record.network.id).is_ok();
        let name = record.invited.contact.person.name();
        let renewed = last_result().filter(|done| done == "renewed").map(|_| {
            view! { <Notice tone=Tone::Good><p>{t!("invited-renewed")}</p></Notice> }
        });
        let changes = may_change.then(|| changes(&record));
        Ok(view! {
            <Page
                title=name.clone()
                brand=&record.network
                section=Section::Events
                width=Width::Narrow
                band=event_band(&record.network, &record.event, record.confirmed, EventTab::Invitations)
            >
                <p class="back"><a href=invitations_path(event)>{t!("invited-title")}</a></p>
                <PageHead title=name state=answer_tag(record.invited.answer).into_any()/>
                {renewed}
                {about(&record)}
                {changes}
            </Page>
        })
    })
}

fn about(record: &InvitedRecord) -> impl IntoView + use<> {
    let invited = &record.invited;
    let person = &invited.contact.person;
    let zone = record.network.time_zone.rules();
    let organisation = person.organisation_name.as_ref().map(Line::to_string);
    let organisation = organisation.map(|name| {
        view! { <dt>{t!("people-column-organisation")}</dt><dd>{name}</dd> }
    });
    let contact = format!(
        "/organise/contacts/{}?network={}",
        invited.contact.id, record.network.id
    );
    let registration = invited.registration.map(|(id, _)| {
        let href = format!("/organise/events/{}/registrations/{id}", record.event.id);
        view! { <a class="button" href=href>{t!("invited-registration")}</a> }
    });
    view! {
        <div class="card stack">
            <dl class="values">
                <dt>{t!("register-address")}</dt>
                <dd>{person.address.shown().to_owned()}</dd>
                {organisation}
                <dt>{t!("invited-last")}</dt>
                <dd>{last_news(invited, zone).join(" · ")}</dd>
            </dl>
            <div class="row">
                {registration}
                <a class="button" href=contact>{t!("invited-contact")}</a>
            </div>
        </div>
    }
}

/// The link is renewed, or the invitation taken back, while nobody has registered by it.
fn changes(record: &InvitedRecord) -> Option<impl IntoView + use<>> {
    let invited = &record.invited;
    if invited.answer == InvitationAnswer::Registered {
        return None;
    }
    let fields = vec![
        ("event", record.event.id.to_string()),
        ("invitation", invited.invitation.id.to_string()),
    ];
    let can_be_written_to = invited.contact.opted_out_at.is_none();
    let renew = (record.takes_answers && can_be_written_to).then(|| {
        let fields = fields.clone();
        view! {
            <section class="card stack" aria-labelledby="renew">
                <h2 id="renew">{t!("invited-renew")}</h2>
                <p>{t!("invited-renew.about")}</p>
                <div class="row">
                    <PostButton to=RenewInvitationLink::PATH label=t!("invited-renew-go") fields/>
                </div>
            </section>
        }
    });
    let is_told =
        invited.answer == InvitationAnswer::Silent && invited.invitation.sent_at.is_some();
    let mut consequences = vec![t!("invited-take-back-link")];
    if is_told {
        consequences.push(t!("invited-take-back-mail"));
    }
    if is_told && invited.invitation.sequence.is_some() {
        consequences.push(t!("invited-take-back-calendar"));
    }
    Some(view! {
        {renew}
        <ConfirmNotice title=t!("invited-take-back") consequences>
            <div class="row">
                <PostButton
                    to=TakeInvitationsBack::PATH
                    label=t!("invited-take-back-go")
                    fields
                    class="button harm"
                />
            </div>
        </ConfirmNotice>
    })
}
