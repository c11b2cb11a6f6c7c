//! Events of a job in the browser. The browser opens a lost connection again by itself, except after a
//! response that is an error, as a proxy gives while the server starts.

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, EventSource, MessageEvent};

/// The delay before a connection that ended with an error is opened again.
const RETRY_DELAY_MS: i32 = 5_000;

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
    let (shown, connection) = (island.clone(), source.clone());
    let show = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        let Some(data) = message.data().as_string() else {
            return;
        };
        let Ok(news) = JSON::parse(&data) else {
            return;
        };
        show_numbers(&shown, &news);
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
    retry_after_error(&source, island.clone());
}

/// Listens again after an error from which the browser does not recover by itself.
fn retry_after_error(source: &EventSource, island: Element) {
    let connection = source.clone();
    let retry = Closure::<dyn FnMut()>::new(move || {
        if connection.ready_state() != EventSource::CLOSED {
            return;
        }
        let island = island.clone();
        let listen_again = Closure::once_into_js(move || listen(&island));
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
                listen_again.unchecked_ref(),
                RETRY_DELAY_MS,
            );
        }
    });
    source.set_onerror(Some(retry.as_ref().unchecked_ref()));
    retry.forget();
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
        let known = |name: &str| number(name).unwrap_or_else(|| "–".to_owned());
        let text = text
            .replace("{done}", &done)
            .replace("{total}", &total)
            .replace("{meetings}", &known("meetings"))
            .replace("{bound}", &known("bound"));
        line.set_text_content(Some(&text));
    }
}

/// Loads the page that says how the job ended.
fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
