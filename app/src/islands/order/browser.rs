//! Dragging an item: where it would go is shown, and when it is dropped, its form is sent.
//!
//! What is dragged and where it would go is kept in the page itself, as classes.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, HtmlInputElement, PointerEvent};

const DRAGGED: &str = "dragged";
const BEFORE: &str = "goes-before";
const AFTER: &str = "goes-after";

/// Shows the grips to whoever comes with a mouse: fingers scroll, and have the buttons.
pub(super) fn welcome(event: &PointerEvent) {
    if event.pointer_type() == "mouse"
        && let Some(island) = around(event, ".order")
    {
        let _ = island.set_attribute("data-live", "");
    }
}

/// An item is taken by its grip.
pub(super) fn begin(event: &DragEvent) {
    let (Some(_), Some(item)) = (around(event, ".grip"), around(event, "[data-item]")) else {
        return;
    };
    if let Some(transfer) = event.data_transfer() {
        transfer.set_effect_allowed("move");
        // Some browsers drag nothing that carries no data.
        let _ = transfer.set_data("text/plain", "");
        transfer.set_drag_image(&item, 0, 0);
    }
    let _ = item.class_list().add_1(DRAGGED);
}

/// It is over another item of the same list: it would go before or after that one.
pub(super) fn over(event: &DragEvent) {
    let Some((island, _, item)) = places(event) else {
        return;
    };
    event.prevent_default();
    let place = item.get_bounding_client_rect();
    let lower_half = f64::from(event.client_y()) > place.top() + place.height() / 2.0;
    clear(&island, &[BEFORE, AFTER]);
    let _ = item
        .class_list()
        .add_1(if lower_half { AFTER } else { BEFORE });
}

/// It is dropped: its form is sent, with what it goes before.
pub(super) fn drop(event: &DragEvent) {
    let Some((island, dragged, item)) = places(event) else {
        return;
    };
    event.prevent_default();
    let before = if item.class_list().contains(AFTER) {
        next(&island, &item)
    } else {
        Some(item)
    };
    let before = before.and_then(|item| item.get_attribute("data-item"));
    let input: Option<HtmlInputElement> = find(&dragged, "[name=before]");
    let button: Option<HtmlElement> = find(&dragged, "[name=do][value=place]");
    if let (Some(input), Some(button)) = (input, button) {
        input.set_value(&before.unwrap_or_default());
        button.click();
    }
}

/// It was let go, wherever that was.
pub(super) fn end(event: &DragEvent) {
    if let Some(island) = around(event, ".order") {
        clear(&island, &[DRAGGED, BEFORE, AFTER]);
    }
}

/// The island, what is dragged in it, and the item below: of the same list, as another day is no place
/// in an order.
fn places(event: &DragEvent) -> Option<(Element, Element, Element)> {
    let island = around(event, ".order")?;
    let item = around(event, "[data-item]")?;
    let dragged: Element = find(&island, ".dragged")?;
    (dragged.parent_element() == item.parent_element()).then_some((island, dragged, item))
}

/// The item after one, on whichever list.
fn next(island: &Element, item: &Element) -> Option<Element> {
    let items = island.query_selector_all("[data-item]").ok()?;
    let at = (0..items.length()).find(|at| items.get(*at).as_ref() == Some(item.as_ref()))?;
    items.get(at + 1)?.dyn_into().ok()
}

fn around(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

fn find<E: JsCast>(within: &Element, selector: &str) -> Option<E> {
    within.query_selector(selector).ok()??.dyn_into().ok()
}

fn clear(island: &Element, classes: &[&str]) {
    for class in classes {
        if let Some(marked) = find::<Element>(island, &format!(".{class}")) {
            let _ = marked.class_list().remove_1(class);
        }
    }
}
