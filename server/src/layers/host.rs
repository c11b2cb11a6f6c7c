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
    value.as_bytes().iter().all(|byte| *byte != b'@')
        && value
            .to_str()
            .is_ok_and(|host| host.parse::<Authority>().is_ok())
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
        ] {
            assert!(!is_valid(Version::HTTP_11, &[wrong]), "{wrong}");
        }
    }
}
