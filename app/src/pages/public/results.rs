//! `/events/{slug}/results`: the results of an event's cafés, also to print.

use leptos::prelude::*;
use model::Visibility;
use planner::cafes::harvest::{CafeResults, HeadingPoints, PublicResults, TopicPoints};
use ui::{
    components::PageHead,
    dates::dates,
    paths::EventPath,
    shell::{Audience, Brand, Page, Section, page},
    text::{Named, t},
    visit::{planner, query},
};

use crate::routes::param;

#[component]
pub fn ResultsPage() -> impl IntoView {
    page(async {
        let results = planner()
            .results(&param("slug"), query("key").as_deref())
            .await?;
        let PublicResults {
            network,
            event,
            cafes,
        } = results;
        let details = &event.details;
        let audience = match details.visibility {
            Visibility::Public => Audience::Everybody,
            Visibility::Link | Visibility::Invitation => Audience::Person,
        };
        let lang = details.language.tag();
        let title = details.title.to_string();
        let name = title.clone();
        let several = cafes.len() > 1;
        let sections: Vec<_> = cafes
            .iter()
            .map(|cafe| cafe_section(cafe, lang, several))
            .collect();
        let facts = vec![dates().event(details, &network.time_zone).into_any()];
        let back = EventPath::current(&event.slug).page();
        Ok(view! {
            <Page
                title=t!("results-page", event = title.as_str())
                brand=Brand::of_event(&network, &event)
                section=Section::Upcoming
                audience
            >
                <p class="back"><a href=back lang=lang>{name}</a></p>
                <PageHead title=t!("results-title") kind=title.clone() kind_lang=lang facts/>
                <div class="stack results">{sections}</div>
            </Page>
        })
    })
}

fn cafe_section(cafe: &CafeResults, lang: &'static str, several: bool) -> impl IntoView + use<> {
    let title = cafe
        .title
        .clone()
        .filter(|_| several)
        .map(|title| view! { <h2 lang=lang>{title}</h2> });
    let topics: Vec<_> = cafe
        .topics
        .iter()
        .map(|topic| topic_section(topic, lang))
        .collect();
    view! { {title}{topics} }
}

fn topic_section(topic: &TopicPoints, lang: &'static str) -> impl IntoView + use<> {
    let name = match &topic.topic {
        Some(topic) => view! { <span lang=lang>{topic.name.to_string()}</span> }.into_any(),
        None => t!("harvest-no-topic").into_any(),
    };
    let headings: Vec<_> = topic
        .headings
        .iter()
        .map(|group| heading(group, lang))
        .collect();
    view! {
        <section class="stack tight">
            <h2>{name}</h2>
            {headings}
        </section>
    }
}

fn heading(group: &HeadingPoints, lang: &'static str) -> impl IntoView + use<> {
    let title = group
        .heading
        .as_ref()
        .map(|heading| view! { <h3 lang=lang>{heading.to_string()}</h3> });
    let items: Vec<_> = group
        .points
        .iter()
        .map(|point| {
            view! {
                <li>
                    <span class="kindof">{point.kind.name()}</span>
                    <span class="words" lang=lang>{point.text.as_str().to_owned()}</span>
                </li>
            }
        })
        .collect();
    view! { {title}<ul class="points">{items}</ul> }
}
