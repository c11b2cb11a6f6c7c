//! How people reach the server.

use std::{
    net::{IpAddr, SocketAddr},
    str::FromStr,
};

use url::{Host, Url};

/// Scheme, host and port under which people reach the server; nothing behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    is_https: bool,
    is_this_machine: bool,
}

impl PublicUrl {
    /// For a server that is only tried out: the address it listens on, or this machine's name for
    /// itself when it listens on all.
    pub fn local(listens: SocketAddr) -> Self {
        let host = match listens.ip() {
            ip if ip.is_unspecified() => "localhost".to_owned(),
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        };
        let origin = match listens.port() {
            80 => format!("http://{host}"),
            port => format!("http://{host}:{port}"),
        };
        Self {
            origin,
            is_https: false,
            is_this_machine: listens.ip().is_unspecified() || listens.ip().is_loopback(),
        }
    }

    /// As browsers write it: lower case, the scheme's own port left out, no slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Whether people reach the server by https.
    pub fn is_https(&self) -> bool {
        self.is_https
    }

    /// Whether a browser keeps cookies that are meant for https: it is https, or its own machine.
    pub fn keeps_cookies(&self) -> bool {
        self.is_https || self.is_this_machine
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
        let is_this_machine = match url.host() {
            Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        Ok(Self {
            origin: url.origin().ascii_serialization(),
            is_https: url.scheme() == "https",
            is_this_machine,
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
    fn what_is_no_origin_is_refused() {
        for wrong in [
            "treffpunkt.example",
            "ftp://treffpunkt.example",
            "https://treffpunkt.example/events",
            "https://treffpunkt.example/?a",
            "https://user@treffpunkt.example",
            "",
        ] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn cookies_need_https_except_on_the_machine_itself() {
        let keeps = |text: &str| text.parse::<PublicUrl>().unwrap().keeps_cookies();
        assert!(keeps("https://treffpunkt.example"));
        assert!(keeps("http://localhost:3000"));
        assert!(keeps("http://127.0.0.1:3000"));
        assert!(keeps("http://[::1]:3000"));
        assert!(!keeps("http://treffpunkt.example"));
        assert!(!keeps("http://192.168.1.7:3000"));
    }

    #[test]
    fn without_a_setting_it_is_where_the_server_listens() {
        let local = |text: &str| PublicUrl::local(text.parse().unwrap()).origin;
        assert_eq!(local("127.0.0.1:3000"), "http://127.0.0.1:3000");
        assert_eq!(local("[::1]:3000"), "http://[::1]:3000");
        assert_eq!(local("0.0.0.0:3000"), "http://localhost:3000");
        assert_eq!(local("127.0.0.1:80"), "http://127.0.0.1");
    }
}
