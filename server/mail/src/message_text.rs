//! The text of a message: paragraphs whose addresses of web pages are links.

/// What an organiser wrote. Empty lines separate its paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageText(String);

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    Words(&'t str),
    /// An address of a web page.
    Link(&'t str),
}

impl MessageText {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The lines of each paragraph, in pieces.
    pub(crate) fn paragraphs(&self) -> Vec<Vec<Vec<Piece<'_>>>> {
        let mut paragraphs = vec![Vec::new()];
        for line in self.0.lines() {
            if line.trim().is_empty() {
                paragraphs.push(Vec::new());
            } else if let Some(paragraph) = paragraphs.last_mut() {
                paragraph.push(pieces(line.trim_end()));
            }
        }
        paragraphs.retain(|paragraph| !paragraph.is_empty());
        paragraphs
    }
}

impl<'t> Piece<'t> {
    pub(crate) const fn as_str(self) -> &'t str {
        match self {
            Self::Words(text) | Self::Link(text) => text,
        }
    }

    pub(crate) const fn is_link(self) -> bool {
        matches!(self, Self::Link(_))
    }
}

/// Splits a line at the addresses of web pages.
fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(begins) = link_begins(rest) {
        let (before, from_link) = rest.split_at(begins);
        let ends = from_link
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"'))
            .unwrap_or(from_link.len());
        // What ends the sentence is no part of the address.
        let link = from_link[..ends].trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Link(link));
        rest = &from_link[link.len()..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// Where the first address begins.
fn link_begins(text: &str) -> Option<usize> {
    ["https://", "http://"]
        .iter()
        .filter_map(|scheme| text.find(scheme))
        .min()
}

#[cfg(test)]
mod tests {
    use super::{MessageText, Piece};

    #[test]
    fn addresses_of_web_pages_are_links() {
        let text =
            MessageText::new("Karte: https://x.example/a?b=c.\nBis bald\n\n\n(http://y.example)");
        let paragraphs = text.paragraphs();
        let first = vec![
            Piece::Words("Karte: "),
            Piece::Link("https://x.example/a?b=c"),
            Piece::Words("."),
        ];
        let second = [
            Piece::Words("("),
            Piece::Link("http://y.example"),
            Piece::Words(")"),
        ];
        let expected = vec![
            vec![first, vec![Piece::Words("Bis bald")]],
            vec![second.to_vec()],
        ];
        assert_eq!(paragraphs, expected);
        assert!(MessageText::new(" \n").paragraphs().is_empty());
    }
}
