//! `/organise/events/{id}/messages/{mailing}`: what a mailing says, and how far it has come.

use leptos::prelude::*;
use ui::{
    components::PageHead,
    dates::dates,
    error::AppError,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, visit},
};

use super::{attachments::attachment_list, mailings::state};
use crate::{
    api::authorise::reads_event,
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn MailingPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let id = param("mailing").parse().map_err(|_| AppError::NotFound)?;
        let (found, shown) = planner().mailing(&access, id).await?;
        // The mails are those of the network, not of who works for the event alone.
        visit().signed_in()?.reads(found.network.id)?;
        let attached = planner().attachments(&access, id).await?;
        let attached = attachment_list(&event.to_string(), &attached);
        let mailing = &shown.mailing;
        let subject = mailing.subject.source().to_owned();
        let text = mailing.text.source().to_owned();
        let lang = found.event.details.language.tag();
        let messages = format!("/organise/events/{event}/messages");
        let mails = (shown.counts.written > 0).then(|| {
            let kind = mailing.purpose.mail_kind();
            let href = format!("{messages}?kind={kind}&mailing={id}");
            view! { <p><a class="button" href=href>{t!("mailing-mails")}</a></p> }
        });
        let zone = &found.network.time_zone;
        let made = dates().brief(&zone.clock(mailing.created_at));
        let left_out = shown.counts.left_out;
        let left_out =
            (left_out > 0).then(|| view! { <p>{t!("mailing-left-out", n = left_out)}</p> });
        let state = state(&shown);
        Ok(view! {
            <Page
                title=subject.clone()
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Messages)
                width=Width::Narrow
            >
                <p class="back"><a href=messages>{t!("messages-back")}</a></p>
                <PageHead title=subject lang=lang state/>
                <section class="card stack">
                    <p class="words" lang=lang>{text}</p>
                </section>
                {attached}
                {left_out}
                <p class="soft small">{t!("mailing-made", at = made)}</p>
                {mails}
            </Page>
        })
    })
}
