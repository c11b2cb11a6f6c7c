//! Submits a form and shows a refusal.
//!
//! The server answers a refused form with the same page as without this island. The island copies from it the
//! faults beside the fields, the summary at the top, and hidden values such as the revision.

use js_sys::Reflect;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, DomParser, Element, Event, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
    NodeList, Request, RequestInit, Response, SubmitEvent, SupportedType, UrlSearchParams, window,
};

/// The class of a summary of faults.
const SUMMARY_CLASS: &str = "refusal notice bad";

/// Submits the form in place of the browser.
pub(super) fn send(submit: SubmitEvent) {
    let Some(form) = submit
        .target()
        .and_then(|target| target.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    let button = submit.submitter();
    if button.as_ref().is_some_and(opens_a_page) {
        return;
    }
    submit.prevent_default();
    if form.has_attribute("aria-busy") {
        return;
    }
    set(&form, "aria-busy", "true");
    spawn_local(async move {
        match deliver(&form, button).await {
            // The browser leaves the page. The form stays disabled until then.
            Ok(Outcome::Done) => return free_when_shown_again(form),
            Ok(Outcome::Refused) => {}
            Err(_) => show_failure(&form),
        }
        free(&form);
    });
}

/// Whether a button leads to a page that the browser shows, as with more rows or in another language.
fn opens_a_page(button: &HtmlElement) -> bool {
    button.has_attribute("data-reload")
}

/// Marks the part of a long form in which something was typed: its line of values is no longer true.
pub(super) fn mark_edited(input: &Event) {
    let target = input
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(Ok(Some(part))) = target.map(|target| target.closest("details.part")) {
        set(&part, "data-edited", "");
    }
}

/// The outcome of a submission.
enum Outcome {
    Done,
    Refused,
}

fn free(form: &HtmlFormElement) {
    let _ = form.remove_attribute("aria-busy");
}

/// Enables the form again when the browser shows the page from its back/forward cache.
fn free_when_shown_again(form: HtmlFormElement) {
    let free = Closure::once_into_js(move || free(&form));
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("pageshow", free.unchecked_ref());
    }
}

/// Sends the form. Fails if the network fails or if the response is not from this application.
async fn deliver(form: &HtmlFormElement, button: Option<HtmlElement>) -> Result<Outcome, JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_request(&request(form, button)?))
        .await?
        .dyn_into()?;
    if let Some(to) = response.headers().get("x-location")? {
        follow(&to)?;
        return Ok(Outcome::Done);
    }
    let html = JsFuture::from(response.text()?)
        .await?
        .as_string()
        .ok_or(JsValue::NULL)?;
    let page = DomParser::new()?.parse_from_string(&html, SupportedType::TextHtml)?;
    show_refusal(form, &page)?;
    Ok(Outcome::Refused)
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

/// Navigates to the page that shows the result.
fn follow(to: &str) -> Result<(), JsValue> {
    let location = window().ok_or(JsValue::NULL)?.location();
    let here = format!("{}{}", location.pathname()?, location.search()?);
    location.assign(to)?;
    // An address that differs in its fragment only would scroll and not load.
    if to.split('#').next() == Some(&here) {
        location.reload()?;
    }
    Ok(())
}

fn show_refusal(form: &HtmlFormElement, page: &Document) -> Result<(), JsValue> {
    let action = attribute(form, "action");
    // Several forms may lead to one action. The one that was sent has the summary of its faults.
    let mut same_form = None;
    for other in elements(&page.query_selector_all("form")?) {
        if attribute(&other, "action") != action {
            continue;
        }
        let is_refused = (other.query_selector("[data-refusal]:not([hidden])")?).is_some();
        if is_refused || same_form.is_none() {
            same_form = Some(other);
        }
        if is_refused {
            break;
        }
    }
    let summary = match &same_form {
        Some(theirs) => {
            show_faults(form, theirs)?;
            theirs.query_selector("[data-refusal]")?
        }
        // An error page, or a notice at the top of the page.
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
        // The text of an error page.
        SUMMARY_CLASS.to_owned()
    };
    show_summary(form, &summary.inner_html(), &class)?;
    if let Some(document) = form.owner_document() {
        document.set_title(&page.title());
    }
    Ok(())
}

/// Shows the faults beside their fields and removes those of corrected fields.
fn show_faults(form: &HtmlFormElement, theirs: &Element) -> Result<(), JsValue> {
    show_conditional_fields(form, theirs)?;
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
        if let Some(part) = fault.closest("details:not([open])")?.filter(|_| !right) {
            set(&part, "open", "");
        }
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

/// Takes over the values of the server's form: the typed ones, and the changes of somebody else in fields that the
/// person did not touch.
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

/// Shows the fields that exist only if the server asks for them, such as the choice between two instants.
fn show_conditional_fields(form: &HtmlFormElement, theirs: &Element) -> Result<(), JsValue> {
    for question in elements(&form.query_selector_all("[data-asks]")?) {
        let name = attribute(&question, "data-asks");
        let new = elements(&theirs.query_selector_all("[data-asks]")?)
            .find(|new| attribute(new, "data-asks") == name);
        // The server's field has the chosen value.
        question.set_inner_html(&new.map(|new| new.inner_html()).unwrap_or_default());
    }
    Ok(())
}

/// Shows the sentence for a failed request, which the server rendered with the form.
fn show_failure(form: &HtmlFormElement) {
    let Some(document) = form.owner_document() else {
        return;
    };
    if let Ok(paragraph) = document.create_element("p") {
        paragraph.set_text_content(Some(&attribute(form, "data-trouble")));
        let _ = show_summary(form, &paragraph.outer_html(), SUMMARY_CLASS);
    }
}

/// Fills the summary at the top of the form and focuses it.
fn show_summary(form: &HtmlFormElement, html: &str, class: &str) -> Result<(), JsValue> {
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
    // Fails for invalid attribute names only.
    let _ = element.set_attribute(name, value);
}
