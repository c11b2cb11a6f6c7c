//! Dragging with a mouse or a finger, and the keyboard.
//!
//! The listeners are those of the window, because the markup of the board is replaced when the plan changes.

mod board;
mod cafe_costs;
mod costs;
mod held;
mod keys;
mod plan;
mod texts;
mod workshop_costs;

use std::cell::RefCell;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{
    AddEventListenerOptions, Element, Event, KeyboardEvent, PointerEvent, Window, window,
};

use board::chip_around;
use held::Held;

/// A pointer that moves less does not drag.
const SLACK: i32 = 6;
/// A finger that rests so long takes up. One that moves before scrolls.
const LONG_PRESS_MS: i32 = 350;
/// Near the edge of the window dragging scrolls it.
const EDGE: i32 = 48;
const SCROLL_STEP: f64 = 16.0;

/// A pointer that is down on a chip.
#[derive(Debug)]
struct Press {
    chip: Element,
    x: i32,
    y: i32,
    is_touch: bool,
    /// Of the long press.
    timer: Option<i32>,
}

#[derive(Debug, Default)]
struct State {
    press: Option<Press>,
    held: Option<Held>,
    /// Whether the click that follows is the end of dragging.
    swallows_click: bool,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

fn with_state<T>(change: impl FnOnce(&mut State) -> T) -> T {
    STATE.with_borrow_mut(change)
}

/// Follows the pointer and the keyboard as long as the page is shown.
pub(super) fn start() {
    let Some(window) = window() else { return };
    listen(&window, "pointerdown", press);
    listen(&window, "pointermove", drag);
    listen(&window, "pointerup", release);
    listen(&window, "pointercancel", |_: &PointerEvent| cancel());
    listen(&window, "keydown", |event: &KeyboardEvent| {
        // A form that is sent may call back, so the state is free meanwhile.
        let mut held = with_state(|state| state.held.take());
        let was_held = held.is_some();
        let is_ours = !event.default_prevented() && keys::answer(event, &mut held);
        with_state(|state| {
            if was_held && held.is_none() {
                state.swallows_click = end_press(state);
            }
            state.held = held;
        });
        if is_ours {
            event.prevent_default();
        }
    });
    listen(&window, "click", |event: &Event| {
        if with_state(|state| std::mem::take(&mut state.swallows_click)) {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    listen(&window, "dragstart", |event: &Event| {
        // A link would be dragged by the browser.
        if target(event).is_some_and(|target| chip_around(&target).is_some()) {
            event.prevent_default();
        }
    });
    for name in ["touchmove", "contextmenu"] {
        listen(&window, name, |event: &Event| {
            if with_state(|state| state.held.is_some() && state.press.is_some()) {
                event.prevent_default();
            }
        });
    }
    // The page itself says what has changed.
    listen(&window, "planchange", |_: &Event| {
        if let Some(held) = taken() {
            held.release();
        }
    });
}

/// Listens before the page's own listeners, and may prevent what the browser would do.
fn listen<E: JsCast + 'static>(window: &Window, name: &str, answer: impl Fn(&E) + 'static) {
    let answer = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        answer(event.unchecked_ref());
    });
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    options.set_passive(false);
    let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        answer.as_ref().unchecked_ref(),
        &options,
    );
    // The page listens as long as it is shown.
    answer.forget();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn press(event: &PointerEvent) {
    with_state(|state| state.swallows_click = false);
    let chip = target(event).and_then(|target| chip_around(&target));
    let Some(chip) = chip.filter(|_| event.button() == 0 && event.is_primary()) else {
        return;
    };
    let is_touch = event.pointer_type() != "mouse";
    let timer = if is_touch { start_long_press() } else { None };
    let press = Press {
        chip,
        x: event.client_x(),
        y: event.client_y(),
        is_touch,
        timer,
    };
    // Whoever was held by the keyboard is let go.
    if let Some(held) = with_state(|state| state.held.take()) {
        held.let_go();
    }
    with_state(|state| state.press = Some(press));
}

fn start_long_press() -> Option<i32> {
    let take_up = Closure::once_into_js(|| {
        let pressed = with_state(|state| {
            let press = state.press.as_mut()?;
            press.timer = None;
            Some((press.chip.clone(), press.x, press.y))
        });
        if let Some((chip, x, y)) = pressed {
            begin(&chip, x, y);
        }
    });
    let window = window()?;
    let callback = take_up.unchecked_ref();
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(callback, LONG_PRESS_MS)
        .ok()
}

fn begin(chip: &Element, x: i32, y: i32) {
    let held = Held::take_up(chip).map(|mut held| {
        held.follow(x, y);
        held
    });
    with_state(|state| state.held = held);
}

fn drag(event: &PointerEvent) {
    let (x, y) = (event.client_x(), event.client_y());
    let is_held = with_state(|state| state.press.is_some() && state.held.is_some());
    if is_held {
        event.prevent_default();
        scroll_at_edge(y);
        with_state(|state| {
            if let Some(held) = &mut state.held {
                held.follow(x, y);
            }
        });
        return;
    }
    let begun = with_state(|state| {
        let press = state.press.as_ref()?;
        if (x - press.x).abs().max((y - press.y).abs()) < SLACK {
            return None;
        }
        let chip = press.chip.clone();
        if press.is_touch {
            // The finger scrolls.
            end_press(state);
            return None;
        }
        Some(chip)
    });
    if let Some(chip) = begun {
        begin(&chip, x, y);
    }
}

fn release(event: &PointerEvent) {
    let held = with_state(|state| {
        let was_pressed = end_press(state);
        if was_pressed { state.held.take() } else { None }
    });
    if let Some(mut held) = held {
        event.prevent_default();
        held.follow(event.client_x(), event.client_y());
        with_state(|state| state.swallows_click = true);
        // The click of the pointer comes first, then that of the form's button.
        let put_down = Closure::once_into_js(move || {
            with_state(|state| state.swallows_click = false);
            held.put_down();
        });
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback(put_down.unchecked_ref());
        }
    }
}

fn cancel() {
    if let Some(held) = taken() {
        held.let_go();
    }
}

/// Who is held, and is not any more.
fn taken() -> Option<Held> {
    with_state(|state| {
        end_press(state);
        state.held.take()
    })
}

/// Forgets the press. Returns whether there was one.
fn end_press(state: &mut State) -> bool {
    let Some(press) = state.press.take() else {
        return false;
    };
    if let (Some(timer), Some(window)) = (press.timer, window()) {
        window.clear_timeout_with_handle(timer);
    }
    true
}

fn scroll_at_edge(y: i32) {
    let Some(window) = window() else { return };
    let height = window
        .inner_height()
        .ok()
        .and_then(|height| height.as_f64());
    let from_bottom = height.unwrap_or(f64::INFINITY) - f64::from(y);
    if y < EDGE {
        window.scroll_by_with_x_and_y(0.0, -SCROLL_STEP);
    } else if from_bottom < f64::from(EDGE) {
        window.scroll_by_with_x_and_y(0.0, SCROLL_STEP);
    }
}
