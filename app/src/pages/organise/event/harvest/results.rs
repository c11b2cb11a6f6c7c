//! Whether the results are public.

use leptos::prelude::*;
use model::{EventState, Visibility};
use planner::cafes::harvest::Harvest;
use ui::{
    components::{PostButton, Tag, Tone},
    dates::dates,
    paths::EventPath,
    text::t,
};

use super::Frame;
use crate::api::actions::{PublishResults, WithdrawResults};

pub(super) fn card(frame: &Frame, harvest: &Harvest) -> impl IntoView + use<> {
    let event = &harvest.cafe.event;
    let shown = harvest.shown().len();
    let content = match harvest.published {
        Some(at) => {
            let zone = &harvest.cafe.network.time_zone;
            let since = dates().brief(&zone.clock(at));
            let key = match event.details.visibility {
                Visibility::Link => event.link_key.as_str(),
                Visibility::Public | Visibility::Invitation => "",
            };
            let href = EventPath::of(&event.slug, key).results();
            let link = (event.state != EventState::Draft)
                .then(|| view! { <a class="button" href=href>{t!("harvest-results-page")}</a> });
            let withdraw = frame.organises.then(|| {
                view! {
                    <PostButton
                        to=WithdrawResults::PATH
                        label=t!("harvest-withdraw")
                        fields=frame.fields()
                    />
                }
            });
            view! {
                <p><Tag text=t!("harvest-public") tone=Tone::Good/>" "{t!("harvest-public-since", when = since)}</p>
                <p class="hint">{t!("harvest-public-follows")}</p>
                <div class="row">{link}{withdraw}</div>
            }
            .into_any()
        }
        None if event.details.visibility == Visibility::Invitation => {
            view! { <p class="hint">{t!("harvest-no-page")}</p> }.into_any()
        }
        None => {
            let publish = (frame.organises && shown > 0).then(|| {
                view! {
                    <PostButton
                        to=PublishResults::PATH
                        label=t!("harvest-publish")
                        fields=frame.fields()
                        class="button first"
                    />
                }
            });
            view! {
                <p>{t!("harvest-not-public", n = shown)}</p>
                {publish}
                <p class="hint">{t!("harvest-publish.hint")}</p>
            }
            .into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="results">
            <h2 id="results">{t!("results-title")}</h2>
            {content}
        </section>
    }
}
