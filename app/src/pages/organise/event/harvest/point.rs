//! `/organise/events/{id}/cafe/harvest/points/{point}`: edits a point, merges it, turns it into an action item.

use leptos::prelude::*;
use model::{HarvestPoint, PointKind, PointState};
use planner::cafes::harvest::Harvest;
use ui::{
    components::{
        Area, Choice, Field, Form, Hidden, PageHead, PostButton, Radios, Revision, Select,
    },
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::{shortened, t},
};

use super::{
    super::head::{CafePart, cafe_band},
    Frame,
    agreed::new_form,
};
use crate::{
    api::{
        actions::{AddActionItem, EditPoint, MergePoints, ShowPoint},
        harvest::{
            action_items::ActionItemForm,
            points::{EditPointForm, PointActionForm},
        },
    },
    routes::param,
};

#[component]
pub fn HarvestPointPage() -> impl IntoView {
    page(async {
        let (frame, harvest) = Frame::to_tidy().await?;
        let id = param("point");
        let point = harvest
            .points
            .iter()
            .find(|point| point.id.to_string() == id)
            .cloned()
            .ok_or(AppError::NotFound)?;
        let from = t!(
            "harvest-from",
            table = harvest.table_name(&point),
            round = point.round
        );
        let agree = resubmitted::<AddActionItem>().unwrap_or_else(|| ActionItemForm {
            point: id.clone(),
            what: shortened(point.text.as_str(), 480),
            ..ActionItemForm::default()
        });
        let edit = edit(&frame, &harvest, &point);
        let merge = merge(&frame, &harvest, &point);
        let agree = new_form(&frame, agree);
        let cafe = &harvest.cafe;
        Ok(view! {
            <Page
                title=t!("harvest-change")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, CafePart::Harvest)
                width=Width::Narrow
            >
                <PageHead title=t!("harvest-change") facts=vec![from.into_any()]/>
                <section class="card">{edit}</section>
                <section class="card" id="agree" tabindex="-1" aria-labelledby="agree-title">
                    <h2 id="agree-title">{t!("harvest-agree-title")}</h2>
                    {agree}
                </section>
                {merge}
            </Page>
        })
    })
}

fn edit(frame: &Frame, harvest: &Harvest, point: &HarvestPoint) -> impl IntoView + use<> {
    let form = resubmitted::<EditPoint>().unwrap_or_else(|| EditPointForm::of(point));
    let set_up = harvest.cafe.set_up();
    let mut topics: Vec<Choice> = set_up
        .topics
        .iter()
        .map(|topic| Choice::new(topic.number.to_string(), topic.name.as_str()))
        .collect();
    if set_up.topic(point.topic).is_none() {
        topics.push(Choice::new(point.topic.to_string(), t!("harvest-no-topic")));
    }
    let mut headings: Vec<String> = harvest
        .points
        .iter()
        .filter_map(|point| point.heading.as_ref().map(ToString::to_string))
        .collect();
    headings.sort();
    headings.dedup();
    let headings: Vec<Choice> = headings
        .into_iter()
        .map(|heading| Choice::new(heading.clone(), heading))
        .collect();
    let mut hide = frame.fields();
    hide.push(("point", point.id.to_string()));
    let (state, label) = if point.state == PointState::Shown {
        (PointState::Hidden, t!("harvest-hide"))
    } else {
        (PointState::Shown, t!("harvest-show"))
    };
    hide.push(("state", state.to_string()));
    let (event, item, id) = (
        frame.event.to_string(),
        frame.item.clone(),
        point.id.to_string(),
    );
    let (revision, back) = (point.revision, frame.path(""));
    view! {
        <Form to=EditPoint::PATH>
            <Hidden name="event" value=event/>
            <Hidden name="item" value=item/>
            <Hidden name="point" value=id/>
            <Revision current=revision sent=form.revision.clone()/>
            <Hidden name="seen_topic" value=form.seen_topic/>
            <Hidden name="seen_heading" value=form.seen_heading/>
            <Area name="text" label=t!("harvest-text") value=form.text rows=4 required=true/>
            <Radios
                name="kind"
                label=t!("harvest-kind")
                value=form.kind
                choices=Choice::of(PointKind::ALL)
                required=true
            />
            <Select name="topic" label=t!("harvest-topic") value=form.topic choices=topics/>
            <Field
                name="heading"
                label=t!("harvest-heading")
                value=form.heading
                hint=t!("harvest-heading.hint")
                suggestions=headings
            />
            <div class="row">
                <button class="button first">{t!("agenda-save")}</button>
                <a class="button" href=back>{t!("harvest-back")}</a>
            </div>
        </Form>
        {(point.state != PointState::Merged).then(|| view! { <PostButton to=ShowPoint::PATH label fields=hide/> })}
    }
}

/// The form that merges the point with another one of its topic.
fn merge(frame: &Frame, harvest: &Harvest, point: &HarvestPoint) -> Option<impl IntoView + use<>> {
    let others: Vec<Choice> = harvest
        .shown()
        .into_iter()
        .filter(|other| other.topic == point.topic && other.id != point.id)
        .map(|other| Choice::new(other.id.to_string(), shortened(other.text.as_str(), 70)))
        .collect();
    (point.state == PointState::Shown && !others.is_empty()).then(|| {
        let form = resubmitted::<MergePoints>().unwrap_or_else(|| PointActionForm {
            into: point
                .differs_from
                .map_or_else(String::new, |id| id.to_string()),
            ..PointActionForm::default()
        });
        let (event, item, id) = (
            frame.event.to_string(),
            frame.item.clone(),
            point.id.to_string(),
        );
        view! {
            <section class="card" id="merge" aria-labelledby="merge-title">
                <h2 id="merge-title">{t!("harvest-merge-title")}</h2>
                <Form to=MergePoints::PATH>
                    <Hidden name="event" value=event/>
                    <Hidden name="item" value=item/>
                    <Hidden name="point" value=id/>
                    <Select
                        name="into"
                        label=t!("harvest-merge-into")
                        value=form.into
                        choices=others
                        none=t!("harvest-merge-choose")
                        hint=t!("harvest-merge-into.hint")
                        unmarked=true
                    />
                    <div class="row"><button class="button">{t!("harvest-merge")}</button></div>
                </Form>
            </section>
        }
    })
}
