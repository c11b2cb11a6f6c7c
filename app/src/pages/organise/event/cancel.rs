//! `/organise/events/{id}/cancel`: the reason of a cancellation, who gets a mail, and the button.

use leptos::prelude::*;
use ui::{
    components::{Area, ConfirmNotice, Form, Hidden, PageHead, Tone},
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::head::{EventTab, event_band};
use crate::{
    api::{actions::CancelEvent, authorise::organises_event},
    routes::param,
};

#[component]
pub fn CancelEventPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let (planned, recipients) = planner().effects_of_cancelling(&access).await?;
        let form = resubmitted::<CancelEvent>().unwrap_or_default();
        let mut consequences = vec![t!("event-cancel-shown")];
        if recipients.is_empty() {
            consequences.push(t!("event-publish-nobody"));
        }
        if recipients.confirmed > 0 {
            consequences.push(t!("event-cancel-confirmed", n = recipients.confirmed));
        }
        let without_seat = recipients.waitlisted + recipients.pending;
        if without_seat > 0 {
            consequences.push(t!("event-cancel-others", n = without_seat));
        }
        if recipients.invited > 0 {
            consequences.push(t!("event-cancel-invited", n = recipients.invited));
        }
        consequences.push(t!("event-cancel-final"));
        let back = format!("/organise/events/{event}");
        Ok(view! {
            <Page
                title=t!("event-cancel-title", title = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Overview).on_page(t!("event-cancel"))
            >
                <PageHead title=t!("event-cancel")/>
                <ConfirmNotice title=t!("event-cancel-question") tone=Tone::Bad consequences>
                    <Form to=CancelEvent::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <Area
                            name="reason"
                            label=t!("event-cancel-reason")
                            value=form.reason
                            hint=t!("event-cancel-reason.hint")
                            required=true
                            rows=3
                        />
                        <div class="row">
                            <button class="button harm">{t!("event-cancel")}</button>
                            <a class="button" href=back>{t!("event-back")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}
