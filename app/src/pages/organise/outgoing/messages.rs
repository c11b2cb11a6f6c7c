//! `/organise/events/{id}/messages`: the mails of an event.

use leptos::prelude::*;
use ui::{
    components::PageHead,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    list::mails,
    list_query::MailListQuery,
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
        let planned = planner().planned_event(&access).await?;
        let right = visit().signed_in()?.reads(planned.network.id)?;
        let refused = planner().refused_mails(&access).await?;
        let may_send = visit().signed_in()?.organises(planned.network.id).is_ok();
        let offer = (may_send && refused > 0).then(|| refused_offer(event, refused));
        let content = mails(&right, &planned.network, MailListQuery::of_event(event)).await?;
        Ok(view! {
            <Page
                title=t!("messages-page", title = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Messages)
            >
                <PageHead title=t!("event-tab-messages")/>
                {done()}
                {offer}
                {content}
            </Page>
        })
    })
}
