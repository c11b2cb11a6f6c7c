//! The text of a mail, with links.

use leptos::prelude::*;
use planner::MASK;

/// The text, with every web address as a link, except those whose secret is masked.
pub(super) fn letter(text: &str) -> impl IntoView + use<> {
    let segments: Vec<_> = segments(text)
        .into_iter()
        .map(|segment| match segment {
            Segment::Words(words) => words.to_owned().into_any(),
            Segment::Link(href) => {
                // Opens in a second window: the mail stays open.
                view! { <a href=href.to_owned() target="_blank" rel="noreferrer">{href.to_owned()}</a> }
                    .into_any()
            }
        })
        .collect();
    view! { <pre class="letter">{segments}</pre> }
}

#[derive(Debug, PartialEq, Eq)]
enum Segment<'a> {
    Words(&'a str),
    Link(&'a str),
}

fn segments(text: &str) -> Vec<Segment<'_>> {
    let mut segments = Vec::new();
    let mut rest = text;
    while let Some(begins) = link_begins(rest) {
        let (words, link) = rest.split_at(begins);
        let ends = link.find(char::is_whitespace).unwrap_or(link.len());
        // Punctuation that ends a sentence is not part of the address.
        let address = link[..ends].trim_end_matches(['.', ',', ';', ':', ')', '>', '"']);
        segments.push(Segment::Words(words));
        segments.push(if address.contains(MASK) {
            Segment::Words(address)
        } else {
            Segment::Link(address)
        });
        rest = &link[address.len()..];
    }
    segments.push(Segment::Words(rest));
    segments.retain(|segment| *segment != Segment::Words(""));
    segments
}

fn link_begins(text: &str) -> Option<usize> {
    let begins = ["https://", "http://"];
    begins.iter().filter_map(|scheme| text.find(scheme)).min()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Segment, segments};

    #[test]
    fn an_address_in_a_sentence_is_a_link_without_the_full_stop() {
        assert_eq!(
            segments("Hier: https://x.example/a?b=1. Danke\nhttp://y.example"),
            [
                Segment::Words("Hier: "),
                Segment::Link("https://x.example/a?b=1"),
                Segment::Words(". Danke\n"),
                Segment::Link("http://y.example"),
            ]
        );
    }

    #[test]
    fn a_masked_link_leads_nowhere_and_is_none() {
        let words = |text| Segment::Words(text);
        assert_eq!(
            segments("Hier: https://x.example/registration/…\nEnde"),
            [
                words("Hier: "),
                words("https://x.example/registration/…"),
                words("\nEnde"),
            ]
        );
    }

    #[test]
    fn no_other_scheme_becomes_a_link() {
        let text = "javascript:alert(1) data:text/html,x";
        assert_eq!(segments(text), [Segment::Words(text)]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "(?s)(.|https?://|\\.| ){0,60}") {
            let again: String = segments(&text)
                .into_iter()
                .map(|segment| match segment {
                    Segment::Words(segment) | Segment::Link(segment) => segment,
                })
                .collect();
            prop_assert_eq!(again, text);
        }
    }
}
