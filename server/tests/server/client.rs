//! An HTTP client without redirects, cookies and decoding.

use ureq::{Agent, Body, http::Response, http::header::LOCATION};

use crate::test_server::TestServer;

/// A complete response.
#[derive(Debug)]
pub struct TestResponse {
    pub status: u16,
    head: Response<()>,
    pub body: Vec<u8>,
}

impl TestResponse {
    fn read(response: Response<Body>) -> Self {
        let (parts, mut body) = response.into_parts();
        Self {
            status: parts.status.as_u16(),
            head: Response::from_parts(parts, ()),
            body: body.read_to_vec().unwrap(),
        }
    }

    /// A header; empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.head
            .headers()
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The target of a redirect.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .build()
        .into()
}

impl TestServer {
    /// Requests a page as a browser does.
    pub fn get(&self, path: &str) -> TestResponse {
        self.get_with(path, &[("accept", "text/html")])
    }

    /// Sends a GET request with these headers.
    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> TestResponse {
        let request = headers
            .iter()
            .fold(agent().get(self.url(path)), |request, (name, value)| {
                request.header(*name, *value)
            });
        TestResponse::read(request.call().unwrap())
    }

    /// Posts a form.
    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> TestResponse {
        let request = agent().post(self.url(path)).header("accept", "text/html");
        TestResponse::read(request.send_form(form.iter().copied()).unwrap())
    }
}
