//! `/organise/events/{id}/messages`: the mails of an event.

use leptos::prelude::*;
use model::EventState;
use ui::{
    components::{Notice, PageHead, Tone},
    forms::last_result,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    list::mails,
    list_query::MailListQuery,
    mailings::pending_mailings,
    reminders::overview,
    unsent::{done, refused_offer},
};
use crate::{
    api::authorise::reads_event,
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn EventMessagesPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let planned = planner().mailings(&access).await?;
        let right = visit().signed_in()?.reads(planned.network.id)?;
        let refused = planner().refused_mails(&access).await?;
        let may_send = visit().signed_in()?.organises(planned.network.id).is_ok();
        let offer = (may_send && refused > 0).then(|| refused_offer(event, refused));
        let list_query = MailListQuery::of_event(event);
        let pending = list_query
            .lists_occasions()
            .then(|| pending_mailings(&planned, may_send));
        let new = (may_send && planned.event.state != EventState::Draft).then(|| {
            let href = format!("/organise/events/{event}/messages/new");
            view! { <a class="button first" href=href>{t!("messages-new")}</a> }.into_any()
        });
        let reminders = if list_query.lists_occasions() {
            Some(overview(&planner().reminders(&access).await?, may_send))
        } else {
            None
        };
        let content = mails(&right, &planned.network, list_query).await?;
        Ok(view! {
            <Page
                title=t!("messages-page", title = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Messages)
            >
                <PageHead title=t!("event-tab-messages") actions=new/>
                {message_done()}
                {done()}
                {offer}
                {pending}
                {reminders}
                {content}
            </Page>
        })
    })
}

/// What became of a message.
fn message_done() -> Option<impl IntoView> {
    let text = match last_result()?.as_str() {
        "sent" => t!("messages-sent"),
        "scheduled" => t!("messages-scheduled"),
        "withdrawn" => t!("messages-withdrawn"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}
