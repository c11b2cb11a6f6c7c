//! `/organise/events/{id}/publish`: the consequences of publishing, and the button.

use leptos::prelude::*;
use model::Visibility;
use ui::{
    components::{ConfirmNotice, Form, Hidden, Notice, PageHead, Tone},
    shell::{Page, Section, page},
    text::{t, waits_for},
    visit::{planner, visit},
};

use super::{
    agenda::{after_the_end_notice, other_days_notice},
    head::{EventTab, event_band},
};
use crate::{
    api::{actions::PublishEvent, authorise::organises_event},
    routes::param,
};

#[component]
pub fn PublishEventPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let recipients = planned.effects_of_publishing()?;
        let mut consequences = vec![match planned.event.details.visibility {
            Visibility::Public => t!("event-publish-public"),
            Visibility::Link => t!("event-publish-link"),
            Visibility::Invitation => t!("event-publish-invitation"),
        }];
        if recipients.is_empty() {
            consequences.push(t!("event-publish-nobody"));
            consequences.push(match planned.event.details.visibility {
                Visibility::Invitation => t!("event-publish-add-people"),
                Visibility::Public | Visibility::Link => t!("event-publish-share"),
            });
        }
        if recipients.confirmed > 0 {
            consequences.push(t!("event-publish-confirmed", n = recipients.confirmed));
        }
        if recipients.waitlisted > 0 {
            consequences.push(t!(
                "event-publish-waitlisted",
                waits = waits_for(&planned.event.details),
                n = recipients.waitlisted
            ));
        }
        let network = &planned.network;
        let owns = visit().signed_in()?.owns(network.id).is_ok();
        let texts = (network.privacy.is_empty() || network.imprint.is_empty()).then(|| {
            let href = format!("/organise/network?network={}", network.id);
            let action = owns.then(|| {
                view! { <a class="button" href=href>{t!("event-publish-texts-go")}</a> }.into_any()
            });
            view! {
                <Notice tone=Tone::Warn action>
                    <p>{t!("event-publish-texts")}</p>
                </Notice>
            }
        });
        let other_days = other_days_notice(&planned);
        let after_the_end = after_the_end_notice(&planned);
        let over = planned.event.details.ends.at <= visit().now;
        let back = format!("/organise/events/{event}");
        let content = if over {
            let edit = format!("{back}/edit#f-starts_date");
            let action =
                view! { <a class="button first" href=edit>{t!("event-edit")}</a> }.into_any();
            view! {
                <Notice tone=Tone::Warn action>
                    <p>{t!("event-next-draft-over")}</p>
                </Notice>
            }
            .into_any()
        } else if let Some(notice) = other_days {
            notice
        } else {
            view! {
                {after_the_end}
                <ConfirmNotice title=t!("event-publish-question") tone=Tone::Accent consequences>
                    <Form to=PublishEvent::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <div class="row">
                            <button class="button first">{t!("event-publish")}</button>
                            <a class="button" href=format!("{back}/preview")>{t!("event-preview")}</a>
                            <a class="button" href=back>{t!("event-back")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            }
            .into_any()
        };
        Ok(view! {
            <Page
                title=t!("event-publish-title", title = planned.event.details.title.as_str())
                brand=&planned.network
                section=Section::Events
                band=event_band(&planned.network, &planned.event, planned.counts.confirmed, EventTab::Overview).on_page(t!("event-publish"))
            >
                <PageHead title=t!("event-publish")/>
                {texts}
                {content}
            </Page>
        })
    })
}
