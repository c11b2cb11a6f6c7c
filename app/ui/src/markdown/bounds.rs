//! Bounds what a short text can cost. HTML parsers take quadratic time for deep nesting and for unclosed tags, and
//! a row of a table gets as many cells as its head has.

use pulldown_cmark::Event;

/// The depth of blocks and emphasis within each other.
pub const MAX_DEPTH: usize = 24;

/// The tags of HTML in one text.
const MAX_HTML_TAGS: usize = 200;

/// The elements, tags and pieces of text. A text of 20,000 letters has a few thousand.
const MAX_EVENTS: usize = 20_000;

/// The events within the bounds. Deeper elements are left out but for their text, further tags are text, and
/// further events are left out.
#[derive(Debug)]
pub struct Bounded<I> {
    events: I,
    depth: usize,
    html_tags: usize,
    count: usize,
    exceeds: bool,
}

impl<I> Bounded<I> {
    pub fn new(events: I) -> Self {
        Self {
            events,
            depth: 0,
            html_tags: 0,
            count: 0,
            exceeds: false,
        }
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Bounded<I> {
    /// Whether the text exceeds the bounds.
    pub fn exceeds(mut self) -> bool {
        while !self.exceeds && self.next().is_some() {}
        self.exceeds
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Bounded<I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            let event = self.events.next()?;
            self.count += 1;
            if self.count > MAX_EVENTS {
                self.exceeds = true;
                return None;
            }
            match event {
                Event::Start(_) => {
                    self.depth += 1;
                    if self.depth <= MAX_DEPTH {
                        return Some(event);
                    }
                    self.exceeds = true;
                }
                Event::End(_) => {
                    self.depth -= 1;
                    if self.depth < MAX_DEPTH {
                        return Some(event);
                    }
                }
                Event::Html(html) | Event::InlineHtml(html) => {
                    self.html_tags += html.bytes().filter(|byte| *byte == b'<').count();
                    if self.html_tags <= MAX_HTML_TAGS {
                        return Some(Event::InlineHtml(html));
                    }
                    self.exceeds = true;
                    return Some(Event::Text(html));
                }
                event => return Some(event),
            }
        }
    }
}
