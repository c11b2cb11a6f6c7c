//! Addresses of web pages.

use serde::Serialize;

use crate::{Fault, Line, text::reads_as_text};

/// The address of a web page, `https://` or `http://`: nothing else may become a link on our pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct WebAddress(String);

impl WebAddress {
    /// Parses an address.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let line = Line::<1_000>::parse(text)?;
        let (scheme, rest) = line.as_str().split_once("://").ok_or(Fault::NoUrl)?;
        // RFC 3986 §3.1: the scheme's case does not matter, and lower case is its normal form.
        let scheme = scheme.to_ascii_lowercase();
        let is_web = matches!(scheme.as_str(), "https" | "http");
        if !is_web || rest.is_empty() || rest.starts_with('/') || rest.contains(char::is_whitespace)
        {
            return Err(Fault::NoUrl);
        }
        Ok(Self(format!("{scheme}://{rest}")))
    }

    /// `None` where nothing was entered.
    pub fn optional(text: &str) -> Result<Option<Self>, Fault> {
        if text.trim().is_empty() {
            Ok(None)
        } else {
            Self::parse(text).map(Some)
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

reads_as_text!({} WebAddress: parse);

#[cfg(test)]
mod tests {
    use super::WebAddress;
    use crate::Fault;

    #[test]
    fn only_web_addresses_become_links() {
        for link in [
            "javascript:alert(1)",
            "https://",
            "ftp://x.example",
            "http:///x",
            "https://x y",
        ] {
            assert_eq!(WebAddress::parse(link), Err(Fault::NoUrl), "{link}");
        }
        let address = WebAddress::parse(" https://meet.example/a?b=c ").unwrap();
        assert_eq!(address.as_str(), "https://meet.example/a?b=c");
        let address = WebAddress::parse("HttpS://Meet.example/A").unwrap();
        assert_eq!(address.as_str(), "https://Meet.example/A");
    }
}
