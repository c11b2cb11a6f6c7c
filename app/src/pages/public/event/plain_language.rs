//! The summary of an event in plain language.

use leptos::prelude::*;
use model::EventDetails;
use ui::text::t;

/// The summary in a card. `None` if there is none. It is no Markdown: its rules ask for one sentence to a line, so the
/// lines stay as they were typed.
pub(super) fn plain_language(details: &EventDetails) -> Option<impl IntoView + use<>> {
    let text = details.plain_language.as_str();
    (!text.is_empty()).then(|| {
        let paragraphs = paragraphs(text)
            .map(|lines| view! { <p class="words">{lines}</p> })
            .collect_view();
        view! {
            <section class="card plain-language" aria-labelledby="plain-language">
                <h2 id="plain-language">{t!("event-in-plain-language")}</h2>
                <div class="prose" lang=details.language.tag()>
                    {paragraphs}
                </div>
            </section>
        }
    })
}

/// The paragraphs of a text, which blank lines divide.
fn paragraphs(text: &str) -> impl Iterator<Item = String> + use<> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs: Vec<String> = lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join("\n"))
        .collect();
    paragraphs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn blank_lines_divide_paragraphs_and_lines_stay() {
        let text = "Wir treffen uns.\nKommen Sie?\n \n\nEs kostet nichts.";
        let expected = ["Wir treffen uns.\nKommen Sie?", "Es kostet nichts."];
        assert!(paragraphs(text).eq(expected));
    }
}
