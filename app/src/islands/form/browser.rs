//! Sending a form, and showing what became of it.
//!
//! The server answers a refused form with the page it would show to a browser without this island.
//! What to say and where is in that page, and is taken from it: faults beside their fields, the summary
//! at the top, what the form follows (the revision).

use js_sys::Reflect;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, DomParser, Element, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
    NodeList, Request, RequestInit, Response, SubmitEvent, SupportedType, UrlSearchParams, window,
};

/// How a summary looks that says what is wrong.
const WRONG: &str = "refusal notice bad";

/// Sends the form in place of the browser.
pub(super) fn send(submit: SubmitEvent) {
    let Some(form) = submit
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    submit.prevent_default();
    if form.has_attribute("aria-busy") {
        return;
    }
    set(&form, "aria-busy", "true");
    let button = submit.submitter();
    spawn_local(async move {
        match deliver(&form, button).await {
            // The page is being left: until it is gone, another click does nothing.
            Ok(Answer::Done) => return free_when_shown_again(form),
            Ok(Answer::RefusedForm) => {}
            Err(_) => say_trouble(&form),
        }
        free(&form);
    });
}

/// What became of a form.
enum Answer {
    Done,
    RefusedForm,
}

fn free(form: &HtmlFormElement) {
    let _ = form.remove_attribute("aria-busy");
}

/// Whoever comes back to a page that the browser kept finds a form that works.
fn free_when_shown_again(form: HtmlFormElement) {
    let free = Closure::once_into_js(move || free(&form));
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("pageshow", free.unchecked_ref());
    }
}

/// Any error is trouble on the way: no network, or an answer that is none of ours.
async fn deliver(form: &HtmlFormElement, button: Option<HtmlElement>) -> Result<Answer, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request(form, button)?))
        .await?
        .dyn_into()?;
    if let Some(to) = response.headers().get("x-location")? {
        follow(&to)?;
        return Ok(Answer::Done);
    }
    let html = JsFuture::from(response.text()?)
        .await?
        .as_string()
        .ok_or(JsValue::NULL)?;
    let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
    show_refusal(form, &page)?;
    Ok(Answer::RefusedForm)
}

fn request(form: &HtmlFormElement, button: Option<HtmlElement>) -> Result<Request, JsValue> {
    let data = FormData::new_with_form(form)?;
    if let Some(button) = button
        && let Some(name) = button.get_attribute("name")
    {
        data.append_with_str(&name, &button.get_attribute("value").unwrap_or_default())?;
    }
    let init = RequestInit::new();
    init.set_method("POST");
    if form.has_attribute("enctype") {
        init.set_body(&data);
    } else {
        let fields: JsValue = UrlSearchParams::new_with_str_sequence_sequence(&data)?.into();
        init.set_body(&fields);
    }
    let request = Request::new_with_str_and_init(&attribute(form, "action"), &init)?;
    request.headers().set("x-island", "1")?;
    Ok(request)
}

/// Goes to the page that shows what the form did.
fn follow(to: &str) -> Result<(), JsValue> {
    let location = window().ok_or(JsValue::NULL)?.location();
    let here = format!("{}{}", location.pathname()?, location.search()?);
    location.assign(to)?;
    // The same page at another place of it would only be scrolled.
    if to.split('#').next() == Some(&here) {
        location.reload()?;
    }
    Ok(())
}

fn show_refusal(form: &HtmlFormElement, page: &Document) -> Result<(), JsValue> {
    let action = attribute(form, "action");
    let same_form = elements(&page.query_selector_all("form")?)
        .find(|other| attribute(other, "action") == action);
    let summary = match &same_form {
        Some(theirs) => {
            show_faults(form, theirs)?;
            theirs.query_selector("[data-refusal]")?
        }
        // A page of its own, or a notice at the top of the page.
        None => None,
    };
    let summary = match summary {
        Some(summary) if !summary.has_attribute("hidden") => summary,
        _ => page
            .query_selector("[data-refusal]:not([hidden])")?
            .ok_or(JsValue::NULL)?,
    };
    let class = if summary.class_list().contains("notice") {
        summary.class_name()
    } else {
        // The text of a whole page.
        WRONG.to_owned()
    };
    say(form, &summary.inner_html(), &class)?;
    if let Some(document) = form.owner_document() {
        document.set_title(&page.title());
    }
    Ok(())
}

/// What is wrong, beside each field; what was wrong and is right now, no more.
fn show_faults(form: &HtmlFormElement, theirs: &Element) -> Result<(), JsValue> {
    show_questions(form, theirs)?;
    if theirs.query_selector("[data-conflict]")?.is_some() {
        take_values(form, theirs)?;
    }
    for fault in elements(&form.query_selector_all("[data-error-for]")?) {
        let name = attribute(&fault, "data-error-for");
        let new = elements(&theirs.query_selector_all("[data-error-for]")?)
            .find(|new| attribute(new, "data-error-for") == name);
        let text = new.and_then(|new| new.text_content()).unwrap_or_default();
        fault.set_text_content(Some(&text));
        let right = text.trim().is_empty();
        fault.toggle_attribute_with_force("hidden", right)?;
        for input in elements(&form.query_selector_all("[name]")?) {
            if attribute(&input, "name").trim_end_matches("[]") == name {
                if right {
                    input.remove_attribute("aria-invalid")?;
                } else {
                    set(&input, "aria-invalid", "true");
                }
            }
        }
    }
    for follower in elements(&form.query_selector_all("input[data-follows]")?) {
        let name = attribute(&follower, "name");
        let new = elements(&theirs.query_selector_all("input[data-follows]")?)
            .find(|new| attribute(new, "name") == name);
        if let (Ok(follower), Some(new)) = (follower.dyn_into::<HtmlInputElement>(), new) {
            follower.set_value(&attribute(&new, "value"));
        }
    }
    Ok(())
}

/// What was typed, and beside it what somebody else changed where nothing was: all of it is in theirs.
fn take_values(form: &HtmlFormElement, theirs: &Element) -> Result<(), JsValue> {
    const TYPED: &str = "input[name]:not([type=hidden]), select[name], textarea[name]";
    let (ours, theirs) = (
        form.query_selector_all(TYPED)?,
        theirs.query_selector_all(TYPED)?,
    );
    for new in elements(&theirs) {
        let same = elements(&ours).find(|input| input.id() == new.id());
        for property in ["value", "checked"] {
            let property = property.into();
            if let Some(input) = &same
                && Reflect::has(input, &property)?
            {
                Reflect::set(input, &property, &Reflect::get(&new, &property)?)?;
            }
        }
    }
    Ok(())
}

/// Fields that are there only if the server has to ask (which of two times is meant).
fn show_questions(form: &HtmlFormElement, theirs: &Element) -> Result<(), JsValue> {
    for question in elements(&form.query_selector_all("[data-asks]")?) {
        let name = attribute(&question, "data-asks");
        let new = elements(&theirs.query_selector_all("[data-asks]")?)
            .find(|new| attribute(new, "data-asks") == name);
        // What was chosen is in theirs.
        question.set_inner_html(&new.map(|new| new.inner_html()).unwrap_or_default());
    }
    Ok(())
}

/// The sentence for when nothing came back, written by the server beforehand.
fn say_trouble(form: &HtmlFormElement) {
    let Some(document) = form.owner_document() else {
        return;
    };
    if let Ok(paragraph) = document.create_element("p") {
        paragraph.set_text_content(Some(&attribute(form, "data-trouble")));
        let _ = say(form, &paragraph.outer_html(), WRONG);
    }
}

/// Fills the summary at the top of the form, and leads there.
fn say(form: &HtmlFormElement, html: &str, class: &str) -> Result<(), JsValue> {
    let summary: HtmlElement = form
        .query_selector("[data-refusal]")?
        .ok_or(JsValue::NULL)?
        .dyn_into()?;
    summary.set_inner_html(html);
    summary.set_class_name(class);
    summary.remove_attribute("hidden")?;
    set(&summary, "role", "alert");
    summary.focus()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> + use<'_> {
    (0..list.length()).filter_map(|place| list.get(place)?.dyn_into().ok())
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn set(element: &Element, name: &str, value: &str) {
    // Fails only for names that are none.
    let _ = element.set_attribute(name, value);
}
