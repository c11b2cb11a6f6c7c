//! The cookies: login session, language, the page to show after signing in, the address of a confirmation mail, kept
//! forms.

use http::{HeaderMap, header};
use jiff::Timestamp;
use model::{EmailAddress, Language, Slug};
use planner::{Planner, Token};

/// The name of the session's cookie. Its prefix restricts the cookie to this host and to https (RFC 6265bis
/// §4.1.3). Browsers refuse prefixed names without https, as in development.
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

/// The value of a cookie of the request.
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

/// The token of the login session, from the request's cookie.
pub fn session<'a>(planner: &Planner, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, session_name(planner)).filter(|session| !session.is_empty())
}

/// `Set-Cookie` for a new login session.
pub fn session_cookie(planner: &Planner, token: &Token, expires: Timestamp) -> String {
    let seconds = expires.duration_since(planner.now()).as_secs().max(0);
    format!(
        "{}={}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{}",
        session_name(planner),
        token.reveal(),
        secure(planner)
    )
}

/// `Set-Cookie` that removes the cookie of the login session.
pub fn session_cookie_over(planner: &Planner) -> String {
    format!(
        "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{}",
        session_name(planner),
        secure(planner)
    )
}

/// `Set-Cookie` for the chosen language. Expires after a year.
pub fn language_cookie(planner: &Planner, language: Language) -> String {
    format!(
        "lang={language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// `Set-Cookie` for the page to show after signing in. Expires with the mailed link.
pub fn next_cookie(planner: &Planner, path: &str) -> String {
    let path: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!(
        "next={path}; Path=/; Max-Age=900; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// The path of the page to show after signing in.
pub fn next(headers: &HeaderMap) -> Option<String> {
    let encoded = cookie(headers, "next")?;
    let (path, _) = form_urlencoded::parse(encoded.as_bytes()).next()?;
    Some(path.into_owned())
}

/// `Set-Cookie` for the address of a confirmation mail, which the next page shows. Expires after 15 minutes. A
/// query would leave the address in browser histories and proxy logs.
pub fn sent_to_cookie(planner: &Planner, event: &Slug, address: &EmailAddress) -> String {
    let address: String = form_urlencoded::byte_serialize(address.as_str().as_bytes()).collect();
    format!(
        "sent-to={address}; Path=/events/{event}/registered; Max-Age=900; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// The address of the last confirmation mail.
pub fn sent_to(headers: &HeaderMap) -> Option<EmailAddress> {
    let encoded = cookie(headers, "sent-to")?;
    // The address is encoded as a name without a value.
    let (address, _) = form_urlencoded::parse(encoded.as_bytes()).next()?;
    EmailAddress::parse(&address).ok()
}

/// `Set-Cookie` for the secret by which a browser gets its kept forms back. Expires with them.
pub fn form_keeper_cookie(planner: &Planner, keeper: &Token) -> String {
    format!(
        "forms={}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax{}",
        keeper.reveal(),
        secure(planner)
    )
}

/// `Set-Cookie` after which the browser cannot get its kept forms back.
pub fn form_keeper_cookie_over(planner: &Planner) -> String {
    format!(
        "forms=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{}",
        secure(planner)
    )
}

/// The secret by which the browser gets its kept forms back.
pub fn form_keeper(headers: &HeaderMap) -> Option<Token> {
    Token::parse(cookie(headers, "forms")?)
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
