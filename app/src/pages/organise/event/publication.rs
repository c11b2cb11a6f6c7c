//! What the pages that publish a plan share, whatever it plans.

use leptos::prelude::*;
use model::RegistrationId;
use ui::{
    components::{ConfirmNotice, Form, Hidden, Notice, PostButton, Tag, Tone},
    forms::last_result,
    text::t,
};

/// The names that a fold shows at once.
const NAMED: usize = 200;

/// Says that a plan was published or withdrawn.
pub fn done() -> Option<impl IntoView> {
    let text = match last_result()?.as_str() {
        "published" => t!("plan-saved-published"),
        "withdrawn" => t!("plan-saved-withdrawn"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

/// Whether participants see the version that is edited, another one or none.
pub fn state(shown: Option<u32>, current: Option<u32>) -> impl IntoView + use<> {
    let (text, tone) = match (shown, current) {
        (None, _) => (t!("publish-state-hidden"), Tone::Warn),
        (Some(shown), Some(current)) if shown != current => (t!("publish-state-older"), Tone::Warn),
        (Some(_), _) => (t!("publish-state-shown"), Tone::Good),
    };
    view! { <Tag text tone/> }
}

/// What publishing a version asks before.
pub struct PublishQuestion {
    pub version: u32,
    /// Whether participants see the version already: then it is only told to those who do not know it.
    pub is_shown: bool,
    /// The title in that case.
    pub tell: String,
    pub consequences: Vec<String>,
    /// The path of the action, and what its form sends besides the version.
    pub to: &'static str,
    pub fields: Vec<(&'static str, String)>,
    /// The page of the plan.
    pub board: String,
}

/// What publishing does, and the button.
pub fn question(asked: PublishQuestion) -> impl IntoView {
    let (title, label) = if asked.is_shown {
        (asked.tell, t!("publish-tell-go"))
    } else {
        (
            t!("publish-question", version = asked.version),
            t!("publish-go"),
        )
    };
    let consequences = asked.consequences;
    let fields = asked.fields.into_iter();
    let fields = fields.map(|(name, value)| view! { <Hidden name value/> });
    view! {
        <ConfirmNotice title tone=Tone::Accent consequences>
            <Form to=asked.to>
                {fields.collect_view()}
                <Hidden name="version" value=asked.version.to_string()/>
                <div class="row">
                    <button class="button first">{label}</button>
                    <a class="button" href=asked.board>{t!("publish-board")}</a>
                </div>
            </Form>
        </ConfirmNotice>
    }
}

/// Who is written to, and what changes for them: people with lines about each.
pub fn recipients(
    people: Vec<RegistrationId>,
    name: impl Fn(RegistrationId) -> String,
    lines: impl Fn(usize) -> Vec<String>,
) -> Option<AnyView> {
    if people.is_empty() {
        return None;
    }
    let rows = people
        .iter()
        .take(NAMED)
        .enumerate()
        .map(|(position, person)| {
            let lines = lines(position)
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect_view();
            let name = name(*person);
            view! { <tr><th scope="row">{name}</th><td><ul class="plain">{lines}</ul></td></tr> }
        })
        .collect_view();
    let count = people.len();
    let more = count.saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p class="hint">{t!("publish-more", n = more)}</p> });
    let table = view! {
        <details class="card" open=count <= 12>
            <summary><h2>{t!("publish-recipients", n = count)}</h2></summary>
            <div class="wide" tabindex="0" role="region" aria-label=t!("publish-recipients", n = count)>
                <table class="list">
                    <thead>
                        <tr>
                            <th scope="col">{t!("publish-who")}</th>
                            <th scope="col">{t!("publish-what")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {more}
        </details>
    };
    Some(table.into_any())
}

/// Takes a plan away from participants, and says what that means.
pub fn withdraw(
    means: String,
    to: &'static str,
    fields: Vec<(&'static str, String)>,
) -> impl IntoView {
    view! {
        <details class="card">
            <summary><h2>{t!("withdraw-title")}</h2></summary>
            <p>{means}</p>
            <div class="row">
                <PostButton to label=t!("withdraw-go") fields class="button harm"/>
            </div>
        </details>
    }
}
