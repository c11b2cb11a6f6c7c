//! What the island of the board reads: the problem and the seats as numbers, ids, texts, and the form that it sends.

use leptos::prelude::*;
use model::SlotId;
use planner::assignments::AssignmentBoard;
use ui::{
    components::PostButton,
    islands::board::{BoardIsland, DATA, WORKSHOPS},
    page_properties::require_script,
    text::t,
};

use super::{super::super::board_texts::counted, offers::is_unfolded};
use crate::api::{actions::MoveAssigned, assignments::SeatMoveForm};

/// The description of the board. `None` before a version is chosen.
pub(super) fn board(board: &AssignmentBoard, slot: SlotId) -> Option<impl IntoView + use<>> {
    let (problem, ranks) = board.compact()?;
    let version = board.version.as_ref()?;
    let ids = |ids: Vec<String>| ids.join(" ");
    let people = board.problem.people.iter().map(ToString::to_string);
    let workshops = board.problem.workshops.iter().map(ToString::to_string);
    let from = if is_unfolded() {
        SeatMoveForm::FROM_UNFOLDED_BOARD
    } else {
        SeatMoveForm::FROM_BOARD
    };
    let mut fields = vec![
        ("event", board.assignment.event.id.to_string()),
        ("version", version.head.number.to_string()),
        ("slot", slot.to_string()),
        ("from", from.to_owned()),
    ];
    fields.extend(["person", "to", "with"].map(|name| (name, String::new())));
    Some(view! {
        <div
            id=DATA
            hidden
            data-kind=WORKSHOPS
            data-problem=problem
            data-people=ids(people.collect())
            data-tables=ids(workshops.collect())
            data-texts=texts(ranks).join("\n")
        >
            <div id="board-move">
                <PostButton to=MoveAssigned::PATH label=t!("move-set") fields/>
            </div>
        </div>
    })
}

/// The island. It stays where the board is rendered anew.
pub(super) fn board_island() -> impl IntoView {
    require_script();
    view! { <BoardIsland/> }
}

/// The texts of the island, in the order of [`ui::islands::board::BoardText`] and [`ui::islands::board::WorkshopText`].
fn texts(ranks: usize) -> Vec<String> {
    let (name, table) = ("{name}", "{table}");
    let mut texts = vec![
        t!("move-short-rule"),
        t!("move-held-breaks"),
        t!("move-short-full"),
        t!("move-held-full"),
        t!("move-costs-nothing"),
        t!("move-held-place", table = table),
        t!("move-held-swap", name = name, table = table),
        t!("move-held", name = name),
        t!("move-held-let-go", name = name),
        t!("move-short-better"),
        t!("move-short-worse"),
        t!("move-instead", after = "{after}", before = "{before}"),
        t!("move-of-other", name = name, text = "{text}"),
    ];
    texts.extend(counted(|n| t!("move-colleagues-fewer", n = n)));
    texts.extend(counted(|n| t!("move-colleagues-more", n = n)));
    texts.extend([
        t!("move-gets", after = "{after}"),
        t!("move-loses", before = "{before}"),
        t!("move-standing-none"),
        t!("assignment-no-wish"),
    ]);
    texts.extend((1..=ranks).map(|rank| t!("assignment-rank", rank = rank)));
    texts
}
