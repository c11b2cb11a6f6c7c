//! Renders Markdown as sanitised HTML. Organisers write it, so it is untrusted.

mod bounds;
mod cache;

use std::{
    collections::HashSet,
    sync::{Arc, LazyLock},
};

use ammonia::Builder;
use model::{Fault, Text};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use bounds::{Bounded, MAX_DEPTH};
use cache::HtmlCache;

/// Allows text, lists, tables and links. Removes images, which other sites would serve, and classes, styles and
/// scripts.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = Builder::empty();
    cleaner
        .tags(HashSet::from([
            "a",
            "blockquote",
            "br",
            "code",
            "del",
            "em",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "strong",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "tr",
            "ul",
        ]))
        .add_tag_attributes("a", &["href"])
        .add_tag_attributes("ol", &["start"])
        .clean_content_tags(HashSet::from(["script", "style"]))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(Some("noopener nofollow"));
    cleaner
});

static RENDERED: LazyLock<HtmlCache> = LazyLock::new(HtmlCache::default);

/// Renders text below an `<h2>`: headings begin at `<h3>`.
pub fn html(markdown: &str) -> Arc<str> {
    with_headings_from(3, markdown)
}

/// Renders the text of a whole page, below its `<h1>`: headings begin at `<h2>`.
pub fn page(markdown: &str) -> Arc<str> {
    with_headings_from(2, markdown)
}

/// Parses a text that is rendered as Markdown. Fails if its nesting, tags or tables exceed the bounds; a stored
/// text that does is rendered within them.
pub fn parse_text<const MOST: usize>(text: &str) -> Result<Text<MOST>, Fault> {
    let text = Text::parse(text)?;
    if Bounded::new(parser(text.as_str())).exceeds() {
        return Err(Fault::TooNested { most: MAX_DEPTH });
    }
    Ok(text)
}

fn with_headings_from(first: usize, markdown: &str) -> Arc<str> {
    RENDERED.get_or_render(first, markdown, || render(first, markdown))
}

fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    )
}

/// The levels of the headings that the current one is below, and its own, as written. A text may begin with `##`
/// or skip a level; the page may not.
#[derive(Default)]
struct Headings(Vec<HeadingLevel>);

impl Headings {
    /// The level of a heading on a page whose text begins at `first`.
    fn open(&mut self, written: HeadingLevel, first: usize) -> HeadingLevel {
        self.0.retain(|above| *above < written);
        self.0.push(written);
        self.level(first)
    }

    /// The level of the current heading.
    fn level(&self, first: usize) -> HeadingLevel {
        HeadingLevel::try_from(first - 1 + self.0.len()).unwrap_or(HeadingLevel::H6)
    }
}

fn render(first: usize, markdown: &str) -> String {
    let mut headings = Headings::default();
    let events = Bounded::new(parser(markdown)).map(|event| match event {
        Event::Start(Tag::Heading {
            level,
            id,
            classes,
            attrs,
        }) => Event::Start(Tag::Heading {
            level: headings.open(level, first),
            id,
            classes,
            attrs,
        }),
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(headings.level(first))),
        event => event,
    });
    let mut raw = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut raw, events);
    CLEANER.clean(&raw).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::time::{Duration, Instant};

    use model::Fault;

    use super::{CLEANER, html, page, parse_text};

    #[test]
    fn text_becomes_paragraphs_lists_and_links() {
        assert_eq!(
            &*html(
                "Mit *Gebärdensprache*.\n\n- eins\n- zwei\n\n[Anreise](https://example.org/a?b=c&d=e)"
            ),
            "<p>Mit <em>Gebärdensprache</em>.</p>\n<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n\
             <p><a href=\"https://example.org/a?b=c&amp;d=e\" rel=\"noopener nofollow\">Anreise</a></p>\n"
        );
    }

    #[test]
    fn headings_stay_below_those_of_the_page_and_skip_no_level() {
        assert_eq!(
            &*html("# Ablauf\n## Vormittag"),
            "<h3>Ablauf</h3>\n<h4>Vormittag</h4>\n"
        );
        assert_eq!(
            &*page("# Ablauf\n##### Zuletzt"),
            "<h2>Ablauf</h2>\n<h3>Zuletzt</h3>\n"
        );
        assert_eq!(
            &*html("## Vormittag\n#### Anreise\n## Nachmittag\n# Ort"),
            "<h3>Vormittag</h3>\n<h4>Anreise</h4>\n<h3>Nachmittag</h3>\n<h3>Ort</h3>\n"
        );
        // Raw HTML cannot add an `<h1>`.
        assert!(!html("<h1>Ich</h1>").contains("<h1"));
    }

    #[test]
    fn what_could_run_or_fetch_is_gone() {
        for nasty in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "![x](https://tracker.example/p.gif)",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "<a href=\"data:text/html,x\" onclick=\"x()\">x</a>",
            "<style>*{display:none}</style>",
            "<svg/onload=alert(1)>",
            "<iframe src=//evil.example></iframe>",
        ] {
            assert_harmless(&html(nasty));
        }
    }

    /// Short texts whose HTML is deep or long.
    fn expensive() -> Vec<String> {
        let columns = "|a".repeat(2_000);
        vec![
            ">".repeat(19_000),
            "> ".repeat(9_500) + "a",
            "- ".repeat(9_000) + "a",
            "1. ".repeat(6_000) + "a",
            "**a ".repeat(4_500) + &"a**".repeat(600),
            "<b>".repeat(6_000),
            (0..1_200).fold(String::new(), |text, n| text + &format!("<b a={n}><p>")),
            "<table><tr><td>".repeat(1_300),
            "[".repeat(19_000),
            "![a](".repeat(4_000),
            "`a``".repeat(5_000),
            format!(
                "{columns}\n{}\n{}",
                "|-".repeat(2_000),
                "|a\n".repeat(4_000)
            ),
            "<!--".repeat(5_000),
            "&#x".repeat(6_000),
        ]
    }

    #[test]
    fn no_text_takes_long_to_render() {
        for text in expensive() {
            let start = Instant::now();
            assert_harmless(&html(&text));
            let took = start.elapsed();
            // Unoptimised, on a busy machine. Without bounds, the first one takes ten times as long.
            assert!(took < Duration::from_secs(10), "{took:?} for {text:.20}");
            assert!(html(&text).len() < 1_000_000, "{text:.20}");
        }
    }

    #[test]
    fn deep_nesting_is_a_fault_and_its_text_is_kept() {
        let deep = "> ".repeat(100) + "Treffpunkt";
        assert_eq!(
            parse_text::<20_000>(&deep),
            Err(Fault::TooNested { most: 24 })
        );
        assert!(html(&deep).contains("Treffpunkt"));
        let usual =
            "> Zitat\n> - eins\n>   - *zwei* <br> **drei**\n\n| a | b |\n|---|---|\n| c | d |";
        assert!(parse_text::<20_000>(usual).is_ok());
    }

    /// Asserts that the HTML has allowed tags, attributes and URL schemes only.
    fn assert_harmless(html: &str) {
        // In text, `<`, `>` and `"` are escaped.
        for tag in html.split('<').skip(1) {
            let (tag, _) = tag.split_once('>').unwrap();
            let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            assert!(
                CLEANER.clone_tags().contains(name.trim_matches('/')),
                "{name} in {html}"
            );
            while let Some((attribute, rest)) = attributes.split_once("=\"") {
                let (value, rest) = rest.split_once('"').unwrap();
                attributes = rest;
                match attribute.trim() {
                    "href" => assert_leads_somewhere(value),
                    "rel" | "start" => {}
                    other => panic!("{other} in {html}"),
                }
            }
            assert!(
                attributes.trim_matches([' ', '/']).is_empty(),
                "{attributes} in {html}"
            );
        }
    }

    fn assert_leads_somewhere(address: &str) {
        // Browsers drop these characters before they parse the scheme.
        let address: String = address
            .chars()
            .filter(|c| !c.is_control() && !c.is_whitespace())
            .collect::<String>()
            .to_lowercase();
        let scheme = address
            .split_once(':')
            .map(|(scheme, _)| scheme)
            .filter(|scheme| {
                // A scheme begins with a letter (RFC 3986 §3.1). Otherwise the URL is a relative path.
                scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                    && scheme
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
            });
        assert!(
            scheme.is_none_or(|scheme| ["http", "https", "mailto", "tel"].contains(&scheme)),
            "{address}"
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_a_page_dangerous(
            pieces in proptest::collection::vec(
                prop_oneof![
                    Just("<script>".to_owned()), Just("</script>".to_owned()), Just("<a href='".to_owned()),
                    Just("javascript:alert(1)".to_owned()), Just("<img src=x onerror=".to_owned()),
                    Just("[x](".to_owned()), Just(")".to_owned()), Just("'>".to_owned()), Just("\">".to_owned()),
                    Just("<svg/onload=".to_owned()), Just("&#106;avascript:".to_owned()), Just("`".to_owned()),
                    Just("\n\n".to_owned()), Just("| a | b |\n|---|---|\n".to_owned()), ".{0,12}",
                ],
                0..14,
            )
        ) {
            assert_harmless(&html(&pieces.concat()));
        }
    }
}
