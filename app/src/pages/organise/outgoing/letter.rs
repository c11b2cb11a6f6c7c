//! A mail's text, with its links as links.

use leptos::prelude::*;

/// The text as it was written; every web address in it leads there.
pub(super) fn letter(text: &str) -> impl IntoView + use<> {
    let pieces: Vec<_> = pieces(text)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned().into_any(),
            Piece::Link(href) => {
                // Opened beside the mail, which one comes back to.
                view! { <a href=href.to_owned() target="_blank" rel="noreferrer">{href.to_owned()}</a> }
                    .into_any()
            }
        })
        .collect();
    view! { <pre class="letter">{pieces}</pre> }
}

#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Words(&'a str),
    Link(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(begins) = link_begins(rest) {
        let (words, link) = rest.split_at(begins);
        let ends = link.find(char::is_whitespace).unwrap_or(link.len());
        // What ends a sentence is none of the address.
        let address = link[..ends].trim_end_matches(['.', ',', ';', ':', ')', '>', '"']);
        pieces.push(Piece::Words(words));
        pieces.push(Piece::Link(address));
        rest = &link[address.len()..];
    }
    pieces.push(Piece::Words(rest));
    pieces.retain(|piece| *piece != Piece::Words(""));
    pieces
}

fn link_begins(text: &str) -> Option<usize> {
    let begins = ["https://", "http://"];
    begins.iter().filter_map(|scheme| text.find(scheme)).min()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Piece, pieces};

    #[test]
    fn an_address_in_a_sentence_is_a_link_without_the_full_stop() {
        assert_eq!(
            pieces("Hier: https://x.example/a?b=1. Danke\nhttp://y.example"),
            [
                Piece::Words("Hier: "),
                Piece::Link("https://x.example/a?b=1"),
                Piece::Words(". Danke\n"),
                Piece::Link("http://y.example"),
            ]
        );
    }

    #[test]
    fn no_other_scheme_becomes_a_link() {
        let text = "javascript:alert(1) data:text/html,x";
        assert_eq!(pieces(text), [Piece::Words(text)]);
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(text in "(?s)(.|https?://|\\.| ){0,60}") {
            let again: String = pieces(&text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Words(piece) | Piece::Link(piece) => piece,
                })
                .collect();
            prop_assert_eq!(again, text);
        }
    }
}
