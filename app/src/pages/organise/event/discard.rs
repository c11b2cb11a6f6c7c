//! `/organise/events/{id}/discard`: discards a draft.

use leptos::prelude::*;
use model::EventState;
use ui::{
    components::{ConfirmNotice, Form, Hidden, PageHead, Tone},
    error::AppError,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::head::{EventTab, event_band};
use crate::{
    api::{actions::DiscardDraft, authorise::organises_event},
    routes::param,
};

#[component]
pub fn DiscardDraftPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        if planned.event.state != EventState::Draft {
            return Err(AppError::WrongState);
        }
        let mut consequences = vec![t!("event-discard-gone")];
        let people = planned.counts.all();
        if people > 0 {
            consequences.push(t!("event-discard-people", n = people));
        }
        consequences.push(t!("event-publish-nobody"));
        let back = format!("/organise/events/{event}");
        Ok(view! {
            <Page
                title=t!("event-discard-title", title = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Overview).on_page(t!("event-discard"))
            >
                <PageHead title=t!("event-discard")/>
                <ConfirmNotice title=t!("event-discard-question") tone=Tone::Bad consequences>
                    <Form to=DiscardDraft::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <div class="row">
                            <button class="button harm">{t!("event-discard")}</button>
                            <a class="button" href=back>{t!("event-back")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}
