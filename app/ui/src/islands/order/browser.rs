//! Drag and drop of an item: the list marks the position, and dropping the item submits its form.
//!
//! The state is kept in the page, as classes of the dragged item and of the one below it.

use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, HtmlElement, HtmlInputElement, PointerEvent};

const DRAGGED: &str = "dragged";
const BEFORE: &str = "goes-before";
const AFTER: &str = "goes-after";

/// Shows the handles when a mouse is used. On touch screens dragging scrolls, and the buttons move items.
pub(super) fn reveal_handles(event: &PointerEvent) {
    if event.pointer_type() == "mouse"
        && let Some(island) = closest(event, ".order")
    {
        let _ = island.set_attribute("data-live", "");
    }
}

/// Starts to drag an item by its handle.
pub(super) fn start_drag(event: &DragEvent) {
    let (Some(_), Some(item)) = (closest(event, ".grip"), closest(event, "[data-item]")) else {
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

/// Marks whether the dragged item would go before or after the item below it.
pub(super) fn drag_over(event: &DragEvent) {
    let Some((island, _, item)) = drop_target(event) else {
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

/// Submits the form of the dropped item, with the item that it goes before.
pub(super) fn drop(event: &DragEvent) {
    let Some((island, dragged, item)) = drop_target(event) else {
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

/// Ends dragging, dropped or not.
pub(super) fn end_drag(event: &DragEvent) {
    if let Some(island) = closest(event, ".order") {
        clear(&island, &[DRAGGED, BEFORE, AFTER]);
    }
}

/// The island, the dragged item, and the item of its list below it. `None` over another list, such as another day. An
/// item may have a list of its own: then it is the item, whichever of its own is below.
fn drop_target(event: &DragEvent) -> Option<(Element, Element, Element)> {
    let island = closest(event, ".order")?;
    let dragged: Element = find(&island, ".dragged")?;
    let mut item = closest(event, "[data-item]")?;
    while dragged.parent_element() != item.parent_element() {
        item = item.parent_element()?.closest("[data-item]").ok()??;
    }
    Some((island, dragged, item))
}

/// The item after one, in any list of the island but its own.
fn next(island: &Element, item: &Element) -> Option<Element> {
    let items = island.query_selector_all("[data-item]").ok()?;
    let mut items = (0..items.length()).filter_map(|at| items.get(at));
    items.find(|other| other == item.as_ref() as &web_sys::Node)?;
    items
        .find(|other| !item.contains(Some(other)))?
        .dyn_into()
        .ok()
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
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
