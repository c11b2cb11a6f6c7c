//! All papers as one PDF.

use krilla::{Document, metadata::Metadata};

use crate::{Papers, cards, font::Fonts, names, sheet::draw_page, signs, tables};

/// Why there is no PDF. None of them is the fault of a text.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    #[error("a font that belongs to the program cannot be read")]
    Font,
    #[error("a page has no size")]
    Page,
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}

/// Writes the papers as a PDF: cards, signs, lists of tables, list by name. Without any it has one empty page, as a PDF
/// needs one.
pub fn pdf(papers: &Papers) -> Result<Vec<u8>, PaperError> {
    let fonts = Fonts::new()?;
    let mut document = Document::new();
    let metadata = Metadata::new()
        .title(papers.title.clone())
        .language(papers.language.clone());
    document.set_metadata(metadata);
    if papers.is_empty() {
        draw_page(&mut document, &fonts, |_| {})?;
    }
    cards::draw(&mut document, &fonts, papers)?;
    signs::draw(&mut document, &fonts, papers)?;
    tables::draw(&mut document, &fonts, papers)?;
    names::draw(&mut document, &fonts, papers)?;
    document
        .finish()
        .map_err(|error| PaperError::Write(format!("{error:?}")))
}
