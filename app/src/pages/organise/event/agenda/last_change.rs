//! The notice about the last change of the agenda, with the button that undoes it.

use leptos::prelude::*;
use model::AgendaChangeId;
use planner::{
    agenda::{AgendaDay, ScheduledItem, Timing},
    events::PlannedEvent,
};
use ui::{
    components::{Notice, PostButton, Tone},
    dates::dates,
    forms::last_result,
    text::{slot_name, t},
    visit::{language, query},
};

use crate::api::{actions::UndoAgendaChange, agenda::AgendaPart};

/// The id of the notice's text, which describes the button that was pressed.
pub(super) const TEXT_ID: &str = "last-change";

/// What the person did last, as the address of the page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    Added,
    Changed,
    Moved,
    Removed,
    Restored,
    /// Nothing: the change could not be undone any more.
    Outdated,
}

impl Done {
    fn of_query() -> Option<Self> {
        match last_result()?.as_str() {
            "added" => Some(Self::Added),
            "changed" => Some(Self::Changed),
            "moved" => Some(Self::Moved),
            "removed" => Some(Self::Removed),
            "restored" => Some(Self::Restored),
            "outdated" => Some(Self::Outdated),
            _ => None,
        }
    }
}

/// Where the notice stands: beside the focus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoticePlace {
    Top,
    /// In the form, which is ready for the next item.
    Form,
    /// At the item or slot itself.
    Part,
}

/// The last change.
#[derive(Debug, Clone)]
pub(super) struct LastChange {
    done: Done,
    pub part: Option<AgendaPart>,
    text: String,
    event: String,
    /// The change, if it can be undone.
    undo: Option<AgendaChangeId>,
}

/// Whether the person comes from a change.
pub(super) fn comes_from_change() -> bool {
    Done::of_query().is_some()
}

impl LastChange {
    /// The change that led to this page. `None` if there was none, or if what was changed is gone.
    pub fn of(
        planned: &PlannedEvent,
        days: &[AgendaDay],
        undo: Option<AgendaChangeId>,
    ) -> Option<Self> {
        let done = Done::of_query()?;
        let part: Option<AgendaPart> = query("changed").and_then(|part| part.parse().ok());
        let several_days =
            planned.event.details.starts.local.date() != planned.event.details.ends.local.date();
        let text = match (done, part) {
            (Done::Removed, _) => t!("agenda-removed"),
            (Done::Restored, _) => t!("agenda-restored"),
            (Done::Outdated, _) => t!("agenda-outdated"),
            (_, Some(part)) => text(done, part, days, several_days)?,
            (_, None) => return None,
        };
        Some(Self {
            done,
            part,
            text,
            event: planned.event.id.to_string(),
            undo,
        })
    }

    pub const fn place(&self) -> NoticePlace {
        match self.done {
            Done::Added => NoticePlace::Form,
            Done::Changed | Done::Moved => NoticePlace::Part,
            Done::Removed | Done::Restored | Done::Outdated => NoticePlace::Top,
        }
    }

    /// Whether the notice stands at this item or slot.
    pub fn stands_at(&self, part: AgendaPart) -> bool {
        self.place() == NoticePlace::Part && self.part == Some(part)
    }

    pub fn notice(&self) -> impl IntoView + use<> {
        let tone = match self.done {
            Done::Outdated => Tone::Warn,
            _ => Tone::Good,
        };
        let undo = self.undo.filter(|_| self.done != Done::Outdated);
        let undo = undo.map(|change| {
            let label = match self.done {
                Done::Restored => t!("agenda-redo"),
                _ => t!("agenda-undo"),
            };
            let fields = vec![
                ("event", self.event.clone()),
                ("change", change.to_string()),
            ];
            view! { <PostButton to=UndoAgendaChange::PATH label class="button small" fields/> }
                .into_any()
        });
        let text = self.text.clone();
        view! {
            <Notice tone action=undo>
                <p id=TEXT_ID role="status">{text}</p>
            </Notice>
        }
    }
}

/// What the change did, with the new time.
fn text(done: Done, part: AgendaPart, days: &[AgendaDay], several_days: bool) -> Option<String> {
    let mut slots = days.iter().flat_map(|day| &day.slots);
    let item = part.item();
    let (slot, place) = slots.find_map(|slot| {
        let place = slot.items.iter().position(|other| other.item.id == item)?;
        Some((slot, place))
    })?;
    let ScheduledItem { item, timing, .. } = slot.items.get(place)?;
    let is_whole_slot = part == AgendaPart::slot(item.id);
    let timing = if is_whole_slot { &slot.timing } else { timing };
    let when = when(timing, several_days);
    let title = item.title.as_str();
    Some(match done {
        Done::Added => t!("agenda-done-added", title = title, when = when),
        Done::Changed => t!("agenda-done-changed", title = title, when = when),
        _ if is_whole_slot => {
            let items = slot_name(slot, language());
            t!("agenda-done-moved-slot", items = items, when = when)
        }
        _ if slot.is_parallel() => {
            let (place, of) = (place + 1, slot.items.len());
            t!(
                "agenda-done-moved-within",
                title = title,
                place = place,
                of = of,
                when = when
            )
        }
        _ => t!("agenda-done-moved", title = title, when = when),
    })
}

/// The time, with its day if the event has several.
fn when(timing: &Timing, several_days: bool) -> String {
    let times = dates().span_of_item(timing.starts, timing.ends);
    if several_days {
        format!("{}, {times}", dates().day(timing.starts.date()))
    } else {
        times
    }
}
