//! The public URL of the server.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use url::{Host, Url};

/// The public origin: scheme, host and port (RFC 6454 §6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    is_https: bool,
    is_loopback: bool,
}

impl PublicUrl {
    /// The origin of a listener, for a server without the setting. `localhost` if it listens on all
    /// addresses.
    pub fn local(listener: SocketAddr) -> Self {
        let host = match listener.ip() {
            ip if ip.is_unspecified() => "localhost".to_owned(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        let origin = match listener.port() {
            80 => format!("http://{host}"),
            port => format!("http://{host}:{port}"),
        };
        Self {
            origin,
            is_https: false,
            is_loopback: listener.ip().is_unspecified() || listener.ip().is_loopback(),
        }
    }

    /// The ASCII serialisation: lower case, without the default port and without a slash.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether the scheme is https.
    pub fn is_https(&self) -> bool {
        self.is_https
    }

    /// Whether browsers store cookies with the attribute `Secure`: with https, or on a loopback host.
    pub fn allows_secure_cookies(&self) -> bool {
        self.is_https || self.is_loopback
    }
}

impl FromStr for PublicUrl {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url =
            Url::parse(text).map_err(|_| "not a web address such as https://treffpunkt.example")?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err("must begin with https:// or http://");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("must hold no user name and no password");
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err("must end after host and port: a path is not supported");
        }
        let is_loopback = match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        Ok(Self {
            origin: url.origin().ascii_serialization(),
            is_https: url.scheme() == "https",
            is_loopback,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str) -> Result<String, &'static str> {
        text.parse::<PublicUrl>().map(|url| url.origin)
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        assert_eq!(
            origin("HTTPS://Treffpunkt.Example:443/"),
            Ok("https://treffpunkt.example".to_owned())
        );
        assert_eq!(
            origin("http://192.0.2.1:8080"),
            Ok("http://192.0.2.1:8080".to_owned())
        );
    }

    #[test]
    fn a_url_that_is_not_an_origin_is_refused() {
        for url in [
            "treffpunkt.example",
            "ftp://treffpunkt.example",
            "https://treffpunkt.example/events",
            "https://treffpunkt.example/?a",
            "https://user@treffpunkt.example",
            "",
        ] {
            assert!(origin(url).is_err(), "{url}");
        }
    }

    #[test]
    fn secure_cookies_need_https_or_a_loopback_host() {
        let allows = |text: &str| text.parse::<PublicUrl>().unwrap().allows_secure_cookies();
        assert!(allows("https://treffpunkt.example"));
        assert!(allows("http://localhost:3000"));
        assert!(allows("http://127.0.0.1:3000"));
        assert!(allows("http://[::1]:3000"));
        assert!(!allows("http://treffpunkt.example"));
        assert!(!allows("http://192.168.1.7:3000"));
    }

    #[test]
    fn the_default_is_the_origin_of_the_listener() {
        let local = |text: &str| PublicUrl::local(text.parse().unwrap()).origin;
        assert_eq!(local("127.0.0.1:3000"), "http://127.0.0.1:3000");
        assert_eq!(local("[::1]:3000"), "http://[::1]:3000");
        assert_eq!(local("0.0.0.0:3000"), "http://localhost:3000");
        assert_eq!(local("127.0.0.1:80"), "http://127.0.0.1");
    }
}
