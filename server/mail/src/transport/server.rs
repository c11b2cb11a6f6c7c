//! Which mail server, and how: the setting an operator writes.

use std::net::IpAddr;

use lettre::transport::smtp::{
    authentication::Credentials, client::TlsParameters, extension::ClientId,
};
use percent_encoding::percent_decode_str;
use thiserror::Error;
use url::{Host, Url};

/// The mail server that takes our mail, from
/// `smtp[s]://[user:password@]host[:port][/own-name][?tls=required|opportunistic]`.
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub security: Security,
    pub credentials: Option<Credentials>,
    /// The name we greet with (RFC 5321 §4.1.1.1).
    pub own_name: ClientId,
}

/// How the connection is protected.
pub(super) enum Security {
    /// Not at all. Port 25.
    Plain,
    /// By STARTTLS where the server offers it: against listeners, not against intruders. Port 587.
    Opportunistic(TlsParameters),
    /// By STARTTLS, or no mail is handed over. Port 587.
    Required(TlsParameters),
    /// From the first byte. Port 465.
    Wrapped(TlsParameters),
}

/// What is wrong with the setting. The text never repeats the password.
#[derive(Debug, Error)]
pub enum TransportConfigError {
    #[error("not an address of the form smtp://host:port: {0}")]
    NoUrl(url::ParseError),
    #[error("begins with \"{0}:\"; a mail server's address begins with smtp:// or smtps://")]
    Scheme(String),
    #[error("names no host")]
    NoHost,
    #[error("tls={0}; it is \"required\" or \"opportunistic\"")]
    Tls(String),
    #[error("smtps:// is encrypted from the start; leave tls= out")]
    TlsTwice,
    #[error("the part \"{0}=\" is unknown; only \"tls=\" may follow the question mark")]
    Parameter(String),
    #[error("a user name and a password go together; one is missing")]
    HalfCredentials,
    #[error(
        "user name or password is no percent-encoded UTF-8; write @ as %40, / as %2F, % as %25"
    )]
    Credentials,
    #[error(
        "the password would travel unencrypted; use smtps:// or add ?tls=required \
         (only a server on this machine may do without)"
    )]
    ReadablePassword,
    #[error("TLS cannot be set up for this host: {0}")]
    NoTls(String),
}

impl Server {
    pub(super) fn from_url(text: &str) -> Result<Self, TransportConfigError> {
        let url = Url::parse(text.trim()).map_err(TransportConfigError::NoUrl)?;
        if !matches!(url.scheme(), "smtp" | "smtps") {
            return Err(TransportConfigError::Scheme(url.scheme().to_owned()));
        }
        let (host, on_this_machine) = host(&url)?;
        let (security, usual_port) = security(&url, &host)?;
        let credentials = credentials(&url)?;
        let is_safe = matches!(security, Security::Required(_) | Security::Wrapped(_));
        if credentials.is_some() && !is_safe && !on_this_machine {
            return Err(TransportConfigError::ReadablePassword);
        }
        let own_name = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        Ok(Self {
            host,
            port: url.port().unwrap_or(usual_port),
            security,
            credentials,
            own_name,
        })
    }
}

/// The host as it is looked up, and whether it is this machine.
fn host(url: &Url) -> Result<(String, bool), TransportConfigError> {
    let name = url.host_str().filter(|host| !host.is_empty());
    let name = name.ok_or(TransportConfigError::NoHost)?;
    // For schemes other than those of the web, `url` leaves addresses of version 4 as names.
    let Ok(host) = Host::parse(name) else {
        return Err(TransportConfigError::NoHost);
    };
    Ok(match host {
        Host::Domain(name) => (name.clone(), name == "localhost"),
        Host::Ipv4(address) => (address.to_string(), IpAddr::V4(address).is_loopback()),
        Host::Ipv6(address) => (address.to_string(), IpAddr::V6(address).is_loopback()),
    })
}

fn security(url: &Url, host: &str) -> Result<(Security, u16), TransportConfigError> {
    let mut tls = None;
    for (name, value) in url.query_pairs() {
        if name != "tls" {
            return Err(TransportConfigError::Parameter(name.into_owned()));
        }
        tls = Some(value.into_owned());
    }
    let parameters = || {
        TlsParameters::new(host.to_owned())
            .map_err(|error| TransportConfigError::NoTls(error.to_string()))
    };
    match (url.scheme(), tls.as_deref()) {
        ("smtps", None) => Ok((Security::Wrapped(parameters()?), 465)),
        ("smtps", Some(_)) => Err(TransportConfigError::TlsTwice),
        (_, None) => Ok((Security::Plain, 25)),
        (_, Some("required")) => Ok((Security::Required(parameters()?), 587)),
        (_, Some("opportunistic")) => Ok((Security::Opportunistic(parameters()?), 587)),
        (_, Some(other)) => Err(TransportConfigError::Tls(other.to_owned())),
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, TransportConfigError> {
    let decoded = |text: &str| {
        percent_decode_str(text)
            .decode_utf8()
            .map(String::from)
            .map_err(|_| TransportConfigError::Credentials)
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) | (_, None) => Err(TransportConfigError::HalfCredentials),
        (user, Some(password)) => Ok(Some(Credentials::new(decoded(user)?, decoded(password)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::{Security, Server};

    fn fault(url: &str) -> String {
        match Server::from_url(url) {
            Ok(_) => panic!("{url} was accepted"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn each_kind_of_protection_has_its_usual_port() {
        let server = |url| Server::from_url(url).unwrap();
        let plain = server("smtp://mail.example");
        assert!(matches!(plain.security, Security::Plain));
        assert_eq!((plain.host.as_str(), plain.port), ("mail.example", 25));
        let required = server("smtp://u:p@mail.example?tls=required");
        assert!(matches!(required.security, Security::Required(_)));
        assert_eq!(required.port, 587);
        assert_eq!(server("smtp://mail.example?tls=opportunistic").port, 587);
        assert_eq!(server("smtps://u:p@mail.example").port, 465);
        assert_eq!(server("smtps://u:p@mail.example:4650").port, 4650);
    }

    #[test]
    fn an_address_of_version_6_is_looked_up_without_brackets() {
        assert_eq!(Server::from_url("smtp://[::1]:2525").unwrap().host, "::1");
    }

    #[test]
    fn our_own_name_can_be_set() {
        let server = Server::from_url("smtp://mail.example/treffpunkt.example").unwrap();
        assert_eq!(server.own_name.to_string(), "treffpunkt.example");
    }

    #[test]
    fn a_wrong_setting_is_named_in_one_line() {
        for (url, says) in [
            ("mail.example", "form smtp://host:port"),
            ("mail.example:587", "begins with smtp:// or smtps://"),
            ("http://mail.example", "\"http:\""),
            ("smtp://", "host"),
            ("smtp://mail.example:port", "port"),
            ("smtp://mail.example?tls=yes", "tls=yes"),
            ("smtps://mail.example?tls=required", "leave tls= out"),
            ("smtp://mail.example?timeout=5", "timeout="),
            ("smtp://user@mail.example?tls=required", "go together"),
            (
                "smtp://user:%ff@mail.example?tls=required",
                "percent-encoded",
            ),
            ("smtp://user:secret@mail.example", "unencrypted"),
            (
                "smtp://user:secret@mail.example?tls=opportunistic",
                "unencrypted",
            ),
        ] {
            let fault = fault(url);
            assert!(fault.contains(says), "{url}: {fault}");
            assert!(
                !fault.contains('\n') && !fault.contains("secret"),
                "{fault}"
            );
        }
    }

    #[test]
    fn a_server_on_this_machine_may_read_the_password() {
        for host in ["localhost", "127.0.0.1", "[::1]"] {
            let server = Server::from_url(&format!("smtp://u:p%40ss@{host}:2525")).unwrap();
            assert!(server.credentials.is_some());
        }
    }
}
