//! The board as one grid to the keyboard: arrows go from seat to seat, Enter and Space take up and put down.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::board::{Board, all, chip_around, click, document, number, seat_of, send};
use super::held::Held;

/// Answers a key on the board. Returns whether it was one of the board's.
pub fn answer(event: &KeyboardEvent, held: &mut Option<Held>) -> bool {
    let key = event.key();
    let is_command = event.ctrl_key() || event.meta_key();
    if key == "Escape" {
        return held.take().map(Held::let_go).is_some();
    }
    let Some(focused) = focused() else {
        return false;
    };
    if is_command {
        let is_typing = focused.matches("input, textarea, select").unwrap_or(true);
        return !is_typing && held.is_none() && undo_or_redo(&key, event.shift_key());
    }
    let stop = chip_around(&focused).or_else(|| {
        (held.is_some() && focused.matches("#board .room").unwrap_or(false))
            .then(|| focused.clone())
    });
    let Some(stop) = stop else {
        return false;
    };
    match key.as_str() {
        "ArrowUp" | "ArrowDown" => step(&stop, key == "ArrowDown", held),
        "ArrowLeft" | "ArrowRight" if held.is_none() => go_to_round(&stop, key == "ArrowRight"),
        "ArrowLeft" | "ArrowRight" => {}
        // A space, which would scroll the page, chooses like Enter.
        "Enter" | " " => match held.take() {
            Some(mut taken) => {
                taken.choose(Some(&stop));
                taken.put_down();
            }
            None => *held = Held::take_up(&stop),
        },
        "l" | "L" if held.is_none() => lock(&stop),
        _ => return false,
    }
    true
}

fn focused() -> Option<Element> {
    document()?.active_element()
}

/// Goes to the seat above or below in the round. While somebody is held, tables are stops, too.
fn step(stop: &Element, is_down: bool, held: &mut Option<Held>) {
    let Some(round) = round_of(stop) else { return };
    let column = format!("#board [data-round=\"{round}\"]");
    // People behind a fold are no stops.
    let mut selector = format!("{column} a.seat[data-person]:not(details:not([open]) a)");
    if held.is_some() {
        selector = format!("{selector}, #board td[data-round=\"{round}\"] .room[data-cost]");
    }
    let stops = all(&selector);
    let at = stops.iter().position(|one| one == stop);
    let next = match (at, is_down) {
        (Some(at), true) => stops.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| stops.get(at)),
        (None, _) => stops.first(),
    };
    if let Some(next) = next {
        focus(next);
        if let Some(held) = held {
            held.choose(Some(next));
        }
    }
}

/// Goes to the same table in the round before or after, to the seat at the same place.
fn go_to_round(chip: &Element, is_next: bool) {
    let (Some(round), Ok(Some(cell))) = (round_of(chip), chip.closest("td[data-table]")) else {
        return;
    };
    let round = if is_next {
        round + 1
    } else {
        round.saturating_sub(1)
    };
    let table = cell.get_attribute("data-table").unwrap_or_default();
    let seats_at = |round: usize| {
        all(&format!(
            "#board td[data-round=\"{round}\"][data-table=\"{table}\"] a.seat[data-person]"
        ))
    };
    let at = seats_at(round_of(chip).unwrap_or(0));
    let at = at.iter().position(|one| one == chip).unwrap_or(0);
    let seats = seats_at(round);
    if let Some(seat) = seats.get(at).or_else(|| seats.last()) {
        focus(seat);
    }
}

fn round_of(element: &Element) -> Option<usize> {
    number(&element.closest("[data-round]").ok()??, "data-round")
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        if element.tab_index() < 0 {
            element.set_tab_index(-1);
        }
        let _ = element.focus();
    }
}

/// Locks the seat of a chip, or unlocks it.
fn lock(chip: &Element) {
    let (Some(board), Some((person, round))) = (Board::read(), seat_of(chip)) else {
        return;
    };
    let is_locked = matches!(chip.query_selector(".fixed"), Ok(Some(_)));
    if let Some(id) = board.people.get(person) {
        let lock = format!("{}.{id}", round + 1);
        let open = is_locked.then(|| "on".into());
        send("board-lock", &[("lock", Some(lock.into())), ("open", open)]);
    }
}

fn undo_or_redo(key: &str, is_shifted: bool) -> bool {
    let action = match (key.to_ascii_lowercase().as_str(), is_shifted) {
        ("z", false) => "undo",
        ("z", true) | ("y", _) => "redo",
        _ => return false,
    };
    let selector = format!(".tools form[action*=\"/{action}-\"] button");
    let is_possible = !all(&selector).is_empty();
    click(&selector);
    is_possible
}
