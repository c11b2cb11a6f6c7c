//! The mail server, parsed from the URL in the settings.

use std::net::IpAddr;

use lettre::transport::smtp::{
    authentication::Credentials, client::TlsParameters, extension::ClientId,
};
use percent_encoding::percent_decode_str;
use thiserror::Error;
use url::{Host, Url};

/// The mail server, parsed from
/// `smtp[s]://[user:password@]host[:port][/hello-name][?tls=required|opportunistic]`.
pub(super) struct ServerConfig {
    pub host: String,
    pub port: u16,
    pub tls: TlsMode,
    pub credentials: Option<Credentials>,
    /// The name in EHLO (RFC 5321 §4.1.1.1).
    pub hello_name: ClientId,
}

/// The use of TLS.
pub(super) enum TlsMode {
    /// No TLS. Port 25.
    None,
    /// STARTTLS if the server offers it: protects from passive attackers only. Port 587.
    Opportunistic(TlsParameters),
    /// STARTTLS, or no mail is sent. Port 587.
    Required(TlsParameters),
    /// TLS from the first byte (RFC 8314 §3). Port 465.
    Implicit(TlsParameters),
}

/// The reason why the URL is refused. No text repeats the password.
#[derive(Debug, Error)]
pub enum TransportConfigError {
    #[error("not an address of the form smtp://host:port: {0}")]
    InvalidUrl(url::ParseError),
    #[error("begins with \"{0}:\"; a mail server's address begins with smtp:// or smtps://")]
    UnknownScheme(String),
    #[error("names no host")]
    MissingHost,
    #[error("tls={0}; it is \"required\" or \"opportunistic\"")]
    UnknownTlsMode(String),
    #[error("smtps:// is encrypted from the start; leave tls= out")]
    RedundantTls,
    #[error("the part \"{0}=\" is unknown; only \"tls=\" may follow the question mark")]
    UnknownParameter(String),
    #[error("a user name and a password go together; one is missing")]
    IncompleteCredentials,
    #[error(
        "user name or password is no percent-encoded UTF-8; write @ as %40, / as %2F, % as %25"
    )]
    MalformedCredentials,
    #[error(
        "the password would travel unencrypted; use smtps:// or add ?tls=required \
         (only a server on this machine may do without)"
    )]
    UnencryptedPassword,
    #[error("TLS cannot be set up for this host: {0}")]
    TlsSetup(String),
}

impl ServerConfig {
    pub(super) fn from_url(text: &str) -> Result<Self, TransportConfigError> {
        let url = Url::parse(text.trim()).map_err(TransportConfigError::InvalidUrl)?;
        if !matches!(url.scheme(), "smtp" | "smtps") {
            return Err(TransportConfigError::UnknownScheme(url.scheme().to_owned()));
        }
        let (host, is_loopback) = parse_host(&url)?;
        let (tls, default_port) = parse_tls(&url, &host)?;
        let credentials = parse_credentials(&url)?;
        let is_encrypted = matches!(tls, TlsMode::Required(_) | TlsMode::Implicit(_));
        if credentials.is_some() && !is_encrypted && !is_loopback {
            return Err(TransportConfigError::UnencryptedPassword);
        }
        let hello_name = match url.path().trim_matches('/') {
            "" => ClientId::default(),
            name => ClientId::Domain(name.to_owned()),
        };
        Ok(Self {
            host,
            port: url.port().unwrap_or(default_port),
            tls,
            credentials,
            hello_name,
        })
    }
}

/// The host for DNS, and whether it is this machine.
fn parse_host(url: &Url) -> Result<(String, bool), TransportConfigError> {
    let name = url.host_str().filter(|host| !host.is_empty());
    let name = name.ok_or(TransportConfigError::MissingHost)?;
    // `url` parses IPv4 addresses only for the schemes of the web.
    let Ok(host) = Host::parse(name) else {
        return Err(TransportConfigError::MissingHost);
    };
    Ok(match host {
        Host::Domain(name) => (name.clone(), name == "localhost"),
        Host::Ipv4(address) => (address.to_string(), IpAddr::V4(address).is_loopback()),
        Host::Ipv6(address) => (address.to_string(), IpAddr::V6(address).is_loopback()),
    })
}

fn parse_tls(url: &Url, host: &str) -> Result<(TlsMode, u16), TransportConfigError> {
    let mut mode = None;
    for (name, value) in url.query_pairs() {
        if name != "tls" {
            return Err(TransportConfigError::UnknownParameter(name.into_owned()));
        }
        mode = Some(value.into_owned());
    }
    let parameters = || {
        TlsParameters::new(host.to_owned())
            .map_err(|error| TransportConfigError::TlsSetup(error.to_string()))
    };
    match (url.scheme(), mode.as_deref()) {
        ("smtps", None) => Ok((TlsMode::Implicit(parameters()?), 465)),
        ("smtps", Some(_)) => Err(TransportConfigError::RedundantTls),
        (_, None) => Ok((TlsMode::None, 25)),
        (_, Some("required")) => Ok((TlsMode::Required(parameters()?), 587)),
        (_, Some("opportunistic")) => Ok((TlsMode::Opportunistic(parameters()?), 587)),
        (_, Some(other)) => Err(TransportConfigError::UnknownTlsMode(other.to_owned())),
    }
}

fn parse_credentials(url: &Url) -> Result<Option<Credentials>, TransportConfigError> {
    let decode = |text: &str| {
        percent_decode_str(text)
            .decode_utf8()
            .map(String::from)
            .map_err(|_| TransportConfigError::MalformedCredentials)
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) | (_, None) => Err(TransportConfigError::IncompleteCredentials),
        (user, Some(password)) => Ok(Some(Credentials::new(decode(user)?, decode(password)?))),
    }
}

#[cfg(test)]
mod tests {
    use super::{ServerConfig, TlsMode};

    fn refusal(url: &str) -> String {
        match ServerConfig::from_url(url) {
            Ok(_) => panic!("{url} was accepted"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn each_tls_mode_has_its_default_port() {
        let server = |url| ServerConfig::from_url(url).unwrap();
        let plain = server("smtp://mail.example");
        assert!(matches!(plain.tls, TlsMode::None));
        assert_eq!((plain.host.as_str(), plain.port), ("mail.example", 25));
        let required = server("smtp://u:p@mail.example?tls=required");
        assert!(matches!(required.tls, TlsMode::Required(_)));
        assert_eq!(required.port, 587);
        assert_eq!(server("smtp://mail.example?tls=opportunistic").port, 587);
        assert_eq!(server("smtps://u:p@mail.example").port, 465);
        assert_eq!(server("smtps://u:p@mail.example:4650").port, 4650);
    }

    #[test]
    fn an_ipv6_address_has_no_brackets() {
        assert_eq!(
            ServerConfig::from_url("smtp://[::1]:2525").unwrap().host,
            "::1"
        );
    }

    #[test]
    fn the_hello_name_can_be_set() {
        let server = ServerConfig::from_url("smtp://mail.example/treffpunkt.example").unwrap();
        assert_eq!(server.hello_name.to_string(), "treffpunkt.example");
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
            let refusal = refusal(url);
            assert!(refusal.contains(says), "{url}: {refusal}");
            assert!(
                !refusal.contains('\n') && !refusal.contains("secret"),
                "{refusal}"
            );
        }
    }

    #[test]
    fn a_loopback_server_needs_no_tls_for_a_password() {
        for host in ["localhost", "127.0.0.1", "[::1]"] {
            let server = ServerConfig::from_url(&format!("smtp://u:p%40ss@{host}:2525")).unwrap();
            assert!(server.credentials.is_some());
        }
    }
}
