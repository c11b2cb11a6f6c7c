//! Determines the language of a visit.

use http::{HeaderMap, header};
use model::Language;
use planner::access::Principal;

use super::cookie;

/// The first of: the query (`?lang=en`, as in links in mails), the cookie of the language switch, the signed-in
/// person's language, the browser's (`Accept-Language`), German.
pub(super) fn language(
    query: Option<&str>,
    headers: &HeaderMap,
    principal: Option<&Principal>,
) -> Language {
    in_query(query)
        .or_else(|| cookie(headers, "lang")?.parse().ok())
        .or_else(|| Some(principal?.memberships().first()?.member.language))
        .or_else(|| {
            let header = headers.get(header::ACCEPT_LANGUAGE)?;
            Language::accepted(header.to_str().ok()?)
        })
        .unwrap_or_default()
}

fn in_query(query: Option<&str>) -> Option<Language> {
    let value = |wanted: &str| {
        form_urlencoded::parse(query.unwrap_or_default().as_bytes())
            .find(|(name, _)| name == wanted)
            .map(|(_, value)| value)
    };
    if let Some(language) = value("lang") {
        return language.parse().ok();
    }
    // The response to a form is in the language of the form's page.
    let at = value("at")?;
    let (_, of_page) = at.split_once('?')?;
    form_urlencoded::parse(of_page.as_bytes())
        .find(|(name, _)| name == "lang")
        .and_then(|(_, language)| language.parse().ok())
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header};
    use model::Language;

    use super::language;

    fn headers(cookie: &'static str, accepted: &'static str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static(cookie));
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accepted));
        headers
    }

    #[test]
    fn what_was_chosen_outranks_what_the_browser_asks_for() {
        let headers = headers("lang=de", "en");
        assert_eq!(language(None, &headers, None), Language::De);
        assert_eq!(language(Some("a=b&lang=en"), &headers, None), Language::En);
    }

    #[test]
    fn a_form_answers_in_the_language_of_its_page() {
        let headers = headers("", "de");
        let query = Some("at=%2Fregistration%2Fx%3Flang%3Den&form=y");
        assert_eq!(language(query, &headers, None), Language::En);
        assert_eq!(language(Some("at=%2Fa"), &headers, None), Language::De);
    }

    #[test]
    fn an_unknown_language_falls_through_to_the_next() {
        assert_eq!(
            language(Some("lang=fr"), &headers("lang=xx", "en"), None),
            Language::En
        );
        assert_eq!(language(None, &headers("", "fr"), None), Language::De);
    }
}
