//! A browser's side of HTTP, without a browser's comforts: no redirects, no cookies, nothing decoded.

use ureq::{Agent, Body, http::Response, http::header::LOCATION};

use crate::running::Running;

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: Response<()>,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(answer: Response<Body>) -> Self {
        let (parts, mut body) = answer.into_parts();
        Self {
            status: parts.status.as_u16(),
            head: Response::from_parts(parts, ()),
            body: body.read_to_vec().unwrap(),
        }
    }

    /// A header, empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.head
            .headers()
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// Where the answer sends the browser.
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

impl Running {
    /// Opens a page.
    pub fn get(&self, path: &str) -> Answer {
        self.get_with(path, &[("accept", "text/html")])
    }

    /// Asks for something with these headers.
    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers
            .iter()
            .fold(agent().get(self.url(path)), |request, (name, value)| {
                request.header(*name, *value)
            });
        Answer::read(request.call().unwrap())
    }

    /// Sends a form.
    pub fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request = agent().post(self.url(path)).header("accept", "text/html");
        Answer::read(request.send_form(form.iter().copied()).unwrap())
    }
}
