//! The two cookies: the session of a signed-in person, and the language that was chosen.

use http::{HeaderMap, header};
use jiff::Timestamp;
use model::{EmailAddress, Language, Slug};
use planner::{Planner, Token};

/// Prefixed names are kept by browsers for this very host over https only (RFC 6265bis §4.1.3);
/// without https, as on the developer's own machine, they would be refused.
fn session_name(planner: &Planner) -> &'static str {
    if is_https(planner) {
        "__Host-session"
    } else {
        "session"
    }
}

fn is_https(planner: &Planner) -> bool {
    planner.config().public_url.starts_with("https://")
}

/// The value of a cookie that came with a request.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value)
}

/// The session that came with a request.
pub fn session<'a>(planner: &Planner, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, session_name(planner)).filter(|session| !session.is_empty())
}

/// `Set-Cookie` for a person who has just signed in.
pub fn session_cookie(planner: &Planner, token: &Token, expires: Timestamp) -> String {
    let seconds = expires.duration_since(planner.now()).as_secs().max(0);
    format!(
        "{}={}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{}",
        session_name(planner),
        token.reveal(),
        secure(planner)
    )
}

/// `Set-Cookie` for a person who signs out.
pub fn session_cookie_over(planner: &Planner) -> String {
    format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{}",
        session_name(planner),
        secure(planner)
    )
}

/// `Set-Cookie` for a language that was chosen: kept for a year.
pub fn language_cookie(planner: &Planner, language: Language) -> String {
    format!(
        "lang={language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// `Set-Cookie` for the page to go to after signing in: kept as long as the mailed link works.
pub fn next_cookie(planner: &Planner, path: &str) -> String {
    let path: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!(
        "next={path}; Path=/; Max-Age=900; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// The page to go to after signing in.
pub fn next(headers: &HeaderMap) -> Option<String> {
    let encoded = cookie(headers, "next")?;
    let (path, _) = form_urlencoded::parse(encoded.as_bytes()).next()?;
    Some(path.into_owned())
}

/// `Set-Cookie` with the address that a confirmation was mailed to, for the page that says so, for a
/// quarter of an hour. In the page's address it would stay in histories and in the logs of proxies.
pub fn sent_to_cookie(planner: &Planner, event: &Slug, address: &EmailAddress) -> String {
    let address: String = form_urlencoded::byte_serialize(address.as_str().as_bytes()).collect();
    format!(
        "sent-to={address}; Path=/events/{event}/registered; Max-Age=900; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// The address that a confirmation was just mailed to.
pub fn sent_to(headers: &HeaderMap) -> Option<EmailAddress> {
    let encoded = cookie(headers, "sent-to")?;
    // What was serialised is a name without a value.
    let (address, _) = form_urlencoded::parse(encoded.as_bytes()).next()?;
    EmailAddress::parse(&address).ok()
}

fn secure(planner: &Planner) -> &'static str {
    if is_https(planner) { "; Secure" } else { "" }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header};

    use super::{cookie, sent_to};

    #[test]
    fn an_address_comes_back_from_its_cookie() {
        let address = "o'brien+leipzig=x@example.org";
        let encoded: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
        let mut headers = HeaderMap::new();
        let cookie = format!("lang=de; sent-to={encoded}");
        headers.insert(header::COOKIE, HeaderValue::try_from(cookie).unwrap());
        assert_eq!(sent_to(&headers).unwrap().as_str(), address);
    }

    #[test]
    fn a_cookie_is_found_among_others_and_only_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("xlang=fr; lang=en"),
        );
        headers.append(header::COOKIE, HeaderValue::from_static("session=abc"));
        assert_eq!(cookie(&headers, "lang"), Some("en"));
        assert_eq!(cookie(&headers, "session"), Some("abc"));
        assert_eq!(cookie(&headers, "ang"), None);
    }
}
