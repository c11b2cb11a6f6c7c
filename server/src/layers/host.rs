//! Refuses requests without one valid `Host` (RFC 9112 §3.2).

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{HeaderMap, HeaderValue, StatusCode, Version, header::HOST, uri::Authority};

/// Answers 400 to a request with several or malformed `Host` fields, and to one of HTTP/1.1 without the
/// field.
pub async fn require_host(request: Request, next: Next) -> Response {
    if has_valid_host(request.version(), request.headers()) {
        next.run(request).await
    } else {
        StatusCode::BAD_REQUEST.into_response()
    }
}

fn has_valid_host(version: Version, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        // HTTP/1.0 does not know the field.
        (None, _) => version < Version::HTTP_11,
        (Some(host), None) => is_host(host),
        (Some(_), Some(_)) => false,
    }
}

/// Whether the value is a host with an optional port.
fn is_host(value: &HeaderValue) -> bool {
    let Ok(text) = value.to_str() else {
        return false;
    };
    let Ok(authority) = text.parse::<Authority>() else {
        return false;
    };
    // `Authority` allows a user, and takes what follows the host for a port unseen.
    match text.strip_prefix(authority.host()) {
        _ if authority.host().is_empty() => false,
        Some("") => true,
        Some(rest) => rest.strip_prefix(':').is_some_and(is_port),
        None => false,
    }
}

/// Whether the text is a port (RFC 3986 §3.2.3). It may be empty.
fn is_port(text: &str) -> bool {
    text.is_empty()
        || (text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok())
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, Version, header::HOST};

    use super::has_valid_host;

    fn is_valid(version: Version, hosts: &[&'static str]) -> bool {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(HOST, HeaderValue::from_static(host));
        }
        has_valid_host(version, &headers)
    }

    #[test]
    fn one_host_is_needed() {
        assert!(is_valid(Version::HTTP_11, &["treffpunkt.example"]));
        assert!(is_valid(Version::HTTP_11, &["[2001:db8::1]:3000"]));
        assert!(is_valid(Version::HTTP_11, &["[2001:db8::1]"]));
        assert!(is_valid(Version::HTTP_11, &["localhost:80"]));
        assert!(is_valid(Version::HTTP_11, &["localhost:"]));
        assert!(!is_valid(Version::HTTP_11, &[]));
        assert!(!is_valid(Version::HTTP_11, &["a.example", "a.example"]));
        assert!(is_valid(Version::HTTP_10, &[]));
        assert!(!is_valid(Version::HTTP_10, &["a.example", "b.example"]));
    }

    #[test]
    fn a_host_is_a_host() {
        for wrong in [
            "",
            "a.example/b",
            "anna@a.example",
            "a b",
            "a.example, b.example",
            "x:abc",
            "x:80:81",
            "x:99999",
            "x:+80",
            ":80",
            "[2001:db8::1",
            "[2001:db8::1]80",
        ] {
            assert!(!is_valid(Version::HTTP_11, &[wrong]), "{wrong}");
        }
    }
}
