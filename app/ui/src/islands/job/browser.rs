//! Events of a job in the browser. The browser opens a lost connection again by itself.

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, EventSource, MessageEvent};

/// Shows what the events say, until the job is over.
pub(super) fn listen(island: &Element) {
    let Ok(Some(watched)) = island.query_selector("[data-events]") else {
        return;
    };
    let events = watched.get_attribute("data-events").unwrap_or_default();
    let Ok(source) = EventSource::new(&events) else {
        return;
    };
    // Hides what is for people without a script.
    let _ = island.set_attribute("data-live", "");
    let (island, connection) = (island.clone(), source.clone());
    let show = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let Some(data) = message.data().as_string() else {
            return;
        };
        let Ok(news) = JSON::parse(&data) else {
            return;
        };
        show_numbers(&island, &news);
        let state = Reflect::get(&news, &"state".into()).ok();
        let state = state.and_then(|state| state.as_string());
        if !matches!(state.as_deref(), Some("queued" | "running")) {
            connection.close();
            reload();
        }
    });
    source.set_onmessage(Some(show.as_ref().unchecked_ref()));
    // The page listens as long as it is shown.
    show.forget();
}

fn show_numbers(island: &Element, news: &JsValue) {
    let number = |name: &str| {
        let number = Reflect::get(news, &name.into()).ok()?.as_f64()?;
        Some(format!("{number}"))
    };
    let (Some(done), Some(total)) = (number("done"), number("total")) else {
        return;
    };
    if let Ok(Some(bar)) = island.query_selector("progress") {
        let _ = bar.set_attribute("max", &total);
        let _ = bar.set_attribute("value", &done);
    }
    if let Ok(Some(line)) = island.query_selector("[data-text]")
        && let Some(text) = line.get_attribute("data-text")
    {
        let text = text.replace("{done}", &done).replace("{total}", &total);
        line.set_text_content(Some(&text));
    }
}

/// Loads the page that says how the job ended.
fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
