//! What was agreed on.

use leptos::prelude::*;
use model::{ActionItem, ActionState};
use planner::cafes::harvest::Harvest;
use ui::{
    components::{Field, Form, Hidden, InputKind, PostButton, Tag, Tone},
    dates::dates,
    forms::resubmitted,
    text::{Named, t},
    visit::visit,
};

use super::Frame;
use crate::api::{
    actions::{AddActionItem, SetActionState},
    harvest::action_items::ActionItemForm,
};

pub(super) fn card(frame: &Frame, harvest: &Harvest) -> impl IntoView + use<> {
    let mut items: Vec<&ActionItem> = harvest.action_items.iter().collect();
    items.sort_by_key(|item| (item.state, item.due.is_none(), item.due));
    let count = items.len();
    let lines: Vec<_> = items
        .iter()
        .map(|item| line(frame, harvest, item))
        .collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{t!("agreed-none")}</p> }.into_any()
    } else {
        view! { <ul class="agreed">{lines}</ul> }.into_any()
    };
    let add = frame.helps.then(|| {
        // A refused form is in sight.
        let refused = resubmitted::<AddActionItem>();
        let is_open = refused.is_some();
        let form = refused.unwrap_or_default();
        view! {
            <details open=is_open>
                <summary>{t!("agreed-add")}</summary>
                {new_form(frame, form)}
            </details>
        }
    });
    view! {
        <section class="card" id="agreed" tabindex="-1" aria-labelledby="agreed-title">
            <h2 id="agreed-title">{t!("agreed-title")}" "<span class="count">{count}</span></h2>
            {list}
            {add}
        </section>
    }
}

fn line(frame: &Frame, harvest: &Harvest, item: &ActionItem) -> impl IntoView + use<> {
    let lang = harvest.cafe.event.details.language.tag();
    let today = harvest.cafe.network.time_zone.clock(visit().now).date();
    let is_open = item.state == ActionState::Open;
    let due = item.due.map(|due| {
        let text = t!("agreed-until", when = dates().short_day(due, today));
        if is_open && due < today {
            view! { " "<Tag text tone=Tone::Warn/> }.into_any()
        } else {
            format!(" · {text}").into_any()
        }
    });
    let state =
        (!is_open).then(|| view! { " "<Tag text=ActionState::Done.name() tone=Tone::Good/> });
    let acts = frame.helps.then(|| {
        let mut fields = frame.fields();
        let (state, label) = if is_open {
            (ActionState::Done, t!("agreed-done"))
        } else {
            (ActionState::Open, t!("agreed-open-again"))
        };
        fields.push(("action_item", item.id.to_string()));
        fields.push(("state", state.to_string()));
        let about = item.what.to_string();
        let href = frame.path(&format!("/agreed/{}", item.id));
        view! {
            <div class="acts">
                <PostButton to=SetActionState::PATH label fields class="button small" about=about.clone()/>
                <a class="button small" href=href>{t!("harvest-edit")}<span class="unseen">" "{about}</span></a>
            </div>
        }
    });
    view! {
        <li>
            <b lang=lang>{item.what.to_string()}</b>
            <span class="small soft"><span lang=lang>{item.who.to_string()}</span>{due}{state}</span>
            {acts}
        </li>
    }
}

/// The form of a new action item.
pub(super) fn new_form(frame: &Frame, form: ActionItemForm) -> impl IntoView + use<> {
    let (event, item) = (frame.event.to_string(), frame.item.clone());
    view! {
        <Form to=AddActionItem::PATH>
            <Hidden name="event" value=event/>
            <Hidden name="item" value=item/>
            <Hidden name="point" value=form.point/>
            {fields(form.what, form.who, form.due)}
            <div class="row"><button class="button">{t!("agreed-add.button")}</button></div>
        </Form>
    }
}

/// The fields of an action item.
pub(super) fn fields(what: String, who: String, due: String) -> impl IntoView {
    view! {
        <Field name="what" label=t!("agreed-what") value=what required=true/>
        <Field name="who" label=t!("agreed-who") value=who hint=t!("agreed-who.hint") required=true/>
        <Field name="due" label=t!("agreed-due") value=due kind=InputKind::Date/>
    }
}
