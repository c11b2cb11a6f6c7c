//! The response of a form action.

use http::{HeaderValue, Response, StatusCode, header};

/// A redirect to the page that shows the result of an action, with cookies to set. The action returns it, so
/// nothing runs after it; code after a call of a redirecting function would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeeOther {
    location: String,
    cookies: Vec<String>,
}

/// The header with the target of the redirect for the form island. A script cannot read the target of a redirect
/// that `fetch` receives.
const LOCATION_FOR_ISLAND: &str = "x-location";

impl SeeOther {
    /// Redirects to a page of this application, by its path.
    pub fn page(path: impl Into<String>) -> Self {
        Self {
            location: path.into(),
            cookies: Vec::new(),
        }
    }

    /// Redirects to `path` if it is a page of this application, and to `otherwise` if not. `path` is untrusted.
    pub fn back_to(path: &str, otherwise: &str) -> Self {
        Self::page(if is_local(path) { path } else { otherwise })
    }

    /// Adds a cookie: the value of a `Set-Cookie` header.
    #[must_use]
    pub fn with_cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }

    /// The path, unless cookies are set: they may be secrets.
    pub fn location_without_cookies(&self) -> Option<&str> {
        self.cookies.is_empty().then_some(self.location.as_str())
    }

    /// The response to the browser, or to the form island.
    pub fn into_response<B: Default>(self, to_island: bool) -> Response<B> {
        let mut response = Response::new(B::default());
        let Ok(location) = HeaderValue::try_from(self.location) else {
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            return response;
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        for cookie in self.cookies {
            if let Ok(cookie) = HeaderValue::try_from(cookie) {
                headers.append(header::SET_COOKIE, cookie);
            }
        }
        if to_island {
            headers.insert(LOCATION_FOR_ISLAND, location);
            *response.status_mut() = StatusCode::NO_CONTENT;
        } else {
            headers.insert(header::LOCATION, location);
            *response.status_mut() = StatusCode::SEE_OTHER;
        }
        response
    }
}

/// Whether a path is one of this application. Rejects paths that a browser takes for another host
/// (`//host`, `/\host`, control characters that it drops), and those with a NUL.
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\')
        && !path.contains("%00")
}

#[cfg(test)]
mod tests {
    use http::{Response, StatusCode, header};

    use super::{SeeOther, is_local};

    #[test]
    fn only_paths_of_this_application_are_local() {
        for path in ["/", "/events/treffen?x=1#top", "/a//b"] {
            assert!(is_local(path), "{path}");
        }
        for path in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil",
            "a",
            "/events/%00",
        ] {
            assert!(!is_local(path), "{path}");
        }
    }

    #[test]
    fn a_plain_form_is_redirected_and_the_island_is_told() {
        let to = SeeOther::back_to("//evil.example", "/account").with_cookie("a=b".into());
        let plain: Response<()> = to.clone().into_response(false);
        assert_eq!(plain.status(), StatusCode::SEE_OTHER);
        assert_eq!(plain.headers()[header::LOCATION], "/account");
        assert_eq!(plain.headers()[header::SET_COOKIE], "a=b");
        let island: Response<()> = to.into_response(true);
        assert_eq!(island.status(), StatusCode::NO_CONTENT);
        assert_eq!(island.headers()["x-location"], "/account");
    }
}
