//! What the island of the board reads: the problem and the seats as numbers, ids, texts, and the forms that it sends.

use leptos::prelude::*;
use ui::{
    components::PostButton,
    islands::board::{BoardIsland, DATA},
    page_properties::require_script,
    text::t,
};

use super::{super::super::board_texts::counted, Shown};
use crate::api::actions::{LockPlan, MoveSeat};

/// The description of the board, in the part of the page that changes with the plan. `None` where nothing may be
/// changed.
pub(super) fn board_data(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    if !shown.may_plan {
        return None;
    }
    let solved = &shown.board.problem;
    let people: Vec<String> = solved.people.iter().map(ToString::to_string).collect();
    let tables: Vec<String> = solved.tables.iter().map(ToString::to_string).collect();
    let fields = |names: &[&'static str]| {
        let mut fields = shown.fields();
        fields.extend(names.iter().map(|name| (*name, String::new())));
        fields
    };
    Some(view! {
        <div
            id=DATA
            hidden
            data-problem=solved.compact(&shown.version.seating)
            data-people=people.join(" ")
            data-tables=tables.join(" ")
            data-texts=texts().join("\n")
        >
            <div id="board-move">
                <PostButton to=MoveSeat::PATH label=t!("cafe-set") fields=fields(&["seat", "to"])/>
            </div>
            <div id="board-lock">
                <PostButton to=LockPlan::PATH label=t!("cafe-lock-seat") fields=fields(&["lock", "open"])/>
            </div>
        </div>
    })
}

/// The island itself, beside that part.
pub(super) fn board_island() -> impl IntoView {
    require_script();
    view! { <BoardIsland/> }
}

/// The texts of the island, in the order of [`ui::islands::board::BoardText`].
fn texts() -> Vec<String> {
    let name = "{name}";
    let table = "{table}";
    let signed = "{signed}";
    let mut texts = vec![
        t!("cafe-cost-rule"),
        t!("cafe-held-breaks"),
        t!("cafe-cost-size"),
        t!("cafe-held-breaks-size"),
        t!("cafe-cost-nothing"),
        t!("cafe-to-table", table = table),
        t!("cafe-to-swap", name = name, table = table),
        t!("cafe-held", name = name),
        t!("cafe-let-go", name = name),
    ];
    texts.extend(counted(|n| {
        t!("cafe-cost-short-topics", n = n, signed = signed)
    }));
    // Encounters are shown as a number alone.
    texts.extend([signed, signed].map(str::to_owned));
    for text in [
        t!("cafe-cost-short-repeats", signed = signed),
        t!("cafe-cost-short-mix", signed = signed),
        t!("cafe-cost-short-old-faces", signed = signed),
    ] {
        texts.extend([text.clone(), text]);
    }
    texts.extend(counted(|n| t!("cafe-cost-topics-fewer", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-topics-more", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-meetings-fewer", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-meetings-more", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-repeats-fewer", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-repeats-more", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-mix-fewer", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-mix-more", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-old-faces-fewer", n = n)));
    texts.extend(counted(|n| t!("cafe-cost-old-faces-more", n = n)));
    texts
}
