//! `/organise/events/{id}/series` and `/organise/events/{id}/next`: the series of an event, and the next event of it.

use leptos::prelude::*;
use model::EventInSeries;
use planner::events::{SeriesOfEvent, SeriesPage as Series};
use ui::{
    components::{
        Choice, Field, Form, Hidden, LocalDateTimeField, Notice, PageHead, SaveBar, Tone,
    },
    dates::dates,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, query, visit},
};

use super::head::{EventTab, event_band, state_tag};
use crate::{
    api::{
        actions::{CreateNextEvent, SaveSeries},
        authorise::{organises_event, reads_event},
        series::NextEventForm,
    },
    routes::param,
};

#[component]
pub fn EventSeriesPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let found = planner().series_page(&access).await?;
        let may_plan = visit().signed_in()?.organises(found.network.id).is_ok();
        let saved = query("saved").map(|_| {
            view! { <Notice tone=Tone::Good><p role="status">{t!("series-saved")}</p></Notice> }
        });
        let title = found
            .series
            .as_ref()
            .map_or_else(|| t!("series-none"), |of| of.series.name.to_string());
        let next = format!("/organise/events/{event}/next");
        let actions = may_plan.then(|| {
            view! { <a class="button first" href=next>{t!("series-next")}</a> }.into_any()
        });
        let list = found.series.as_ref().map(|series| list(series, &found));
        let form = may_plan.then(|| form(&found));
        Ok(view! {
            <Page
                title=title.clone()
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.confirmed, EventTab::Overview)
                width=Width::Narrow
            >
                <PageHead title kind=t!("series-title") actions/>
                {saved}
                {list}
                {form}
            </Page>
        })
    })
}

fn list(series: &SeriesOfEvent, found: &Series) -> impl IntoView + use<> {
    let own = found.event.id;
    let rows = series.events.iter().map(|event| {
        let is_own = event.id == own;
        let here = is_own.then_some("page");
        view! {
            <li class="row apart">
                {link(event, here)}
                {state_tag(event.state)}
            </li>
        }
    });
    view! { <section class="card dense"><ul class="plain stack">{rows.collect_view()}</ul></section> }
}

/// A link to an event of a series, with its day.
pub(super) fn link(event: &EventInSeries, here: Option<&'static str>) -> impl IntoView + use<> {
    let href = format!("/organise/events/{}", event.id);
    let day = dates().day(event.starts.local.date());
    view! {
        <span>
            <a href=href lang=event.language.tag() aria-current=here>{event.title.to_string()}</a>
            " "
            <small class="soft">{day}</small>
        </span>
    }
}

fn form(found: &Series) -> impl IntoView + use<> {
    let typed = resubmitted::<SaveSeries>().map(|form| form.series);
    let stored = found.series.as_ref().map(|of| of.series.name.to_string());
    let value = typed.or(stored).unwrap_or_default();
    let suggestions = names(found);
    let event = found.event.id.to_string();
    view! {
        <section class="card editor" aria-labelledby="series">
            <h2 id="series">{t!("series-change")}</h2>
            <Form to=SaveSeries::PATH>
                <Hidden name="event" value=event/>
                <Field
                    name="series"
                    label=t!("series-name")
                    value
                    suggestions
                    hint=t!("series-name.hint")
                />
                <div class="row"><button class="button first">{t!("series-save")}</button></div>
            </Form>
        </section>
    }
}

fn names(found: &Series) -> Vec<Choice> {
    let names = found.names.iter().map(|series| series.name.to_string());
    names.map(|name| Choice::new(name.clone(), name)).collect()
}

#[component]
pub fn NextEventPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let found = planner().series_page(&access).await?;
        let form = resubmitted::<CreateNextEvent>().unwrap_or_else(|| first(&found));
        let suggestions = names(&found);
        let back = format!("/organise/events/{event}");
        let zone = &found.network.time_zone;
        let from = t!(
            "next-from",
            title = found.event.details.title.as_str(),
            when = dates().event(&found.event.details, zone)
        );
        let copied = ["agenda", "questions", "cafe", "mails", "people"].map(|part| {
            let text = match part {
                "agenda" => t!("next-copies-agenda"),
                "questions" => t!("next-copies-questions"),
                "cafe" => t!("next-copies-cafe"),
                "mails" => t!("next-copies-mails"),
                _ => t!("next-copies-people"),
            };
            view! { <li>{text}</li> }
        });
        Ok(view! {
            <Page
                title=t!("next-title")
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.confirmed, EventTab::Overview)
                width=Width::Narrow
            >
                <PageHead title=t!("next-title")/>
                <p>{from}</p>
                <Form to=CreateNextEvent::PATH>
                    <Hidden name="event" value=event.to_string()/>
                    <LocalDateTimeField
                        name="starts"
                        label=t!("next-starts")
                        date=form.starts_date
                        time=form.starts_time
                        which=form.starts_which
                        required=true
                        hint=t!("next-starts.hint")
                    />
                    <Field name="title" label=t!("next-name") value=form.title required=true/>
                    <Field
                        name="series"
                        label=t!("series-name")
                        value=form.series
                        suggestions
                        required=true
                        hint=t!("next-series.hint")
                    />
                    <section class="card dense" aria-labelledby="copies">
                        <h2 id="copies">{t!("next-copies")}</h2>
                        <ul>{copied.collect_view()}</ul>
                        <p class="hint">{t!("next-leaves-out")}</p>
                    </section>
                    <SaveBar>
                        <button class="button first">{t!("next-save")}</button>
                        <a class="button" href=back>{t!("event-back")}</a>
                    </SaveBar>
                </Form>
            </Page>
        })
    })
}

/// The form before anything is typed: the title and time of the event, and the date that follows in the rhythm of the
/// series.
fn first(found: &Series) -> NextEventForm {
    let details = &found.event.details;
    let next = found.series.as_ref().and_then(SeriesOfEvent::next_start);
    let today = found.network.time_zone.clock(visit().now).date();
    let next = next.filter(|next| next.date() > today);
    let series = found.series.as_ref().map(|of| of.series.name.to_string());
    NextEventForm {
        event: found.event.id.to_string(),
        series: series.unwrap_or_else(|| details.title.to_string()),
        title: details.title.to_string(),
        starts_date: next.map(|next| next.date().to_string()).unwrap_or_default(),
        starts_time: details.starts.local.strftime("%H:%M").to_string(),
        starts_which: String::new(),
    }
}
