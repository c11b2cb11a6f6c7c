//! Markdown of organisers, rendered for everybody.
#![no_main]

use libfuzzer_sys::fuzz_target;

/// Sanitised HTML is larger than its Markdown by markup only: a link or a table cell has a few dozen bytes of it.
const LARGEST_GROWTH: usize = 100;

fuzz_target!(|text: &str| {
    for html in [ui::markdown::html(text), ui::markdown::page(text)] {
        assert!(
            html.len() <= LARGEST_GROWTH * (text.len() + 1),
            "{} bytes",
            html.len()
        );
        let lower = html.to_ascii_lowercase();
        for forbidden in [
            "<script",
            "<img",
            "<iframe",
            "<style",
            "<a href=\"javascript:",
            "<a href=\"data:",
        ] {
            assert!(!lower.contains(forbidden), "{forbidden} in {html}");
        }
    }
});
