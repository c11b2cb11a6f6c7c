//! The settings. Each is a flag and an environment variable of the same name: `--database-url` is
//! `TREFFPUNKT_DATABASE_URL`. A flag takes precedence.
//!
//! URLs with a password are validated after parsing, because clap prints an invalid value.

mod public_url;
mod secret_url;

pub use public_url::PublicUrl;
pub use secret_url::SecretUrl;

use std::{
    net::SocketAddr,
    num::{NonZeroU32, NonZeroUsize},
    str::FromStr,
};

use clap::{Args, ValueEnum};
use jiff::SignedDuration;
use planner::{DeliveryLimits, PlannerConfig};
use thiserror::Error;
use tracing_subscriber::EnvFilter;

use crate::layers::TrustedProxies;

/// An invalid setting: its flag and the reason, in one line.
#[derive(Debug, Error)]
#[error("--{flag} ({}): {reason}", env_name(flag))]
pub struct InvalidSetting {
    flag: &'static str,
    reason: String,
}

impl InvalidSetting {
    pub fn new(flag: &'static str, reason: impl ToString) -> Self {
        Self {
            flag,
            reason: reason.to_string(),
        }
    }
}

/// The prefix of the environment variables.
const PREFIX: &str = "TREFFPUNKT_";

/// Environment variables with our prefix that match no setting. They are only warned about: Kubernetes
/// derives variables from services, and one may have the name `treffpunkt`.
pub fn unknown_variables<N: IntoIterator<Item = String>>(
    names: N,
    commands: &clap::Command,
) -> impl Iterator<Item = String> {
    names
        .into_iter()
        .filter(|name| name.starts_with(PREFIX) && !is_setting(name, commands))
}

/// Whether a setting has this environment variable.
pub fn is_setting(variable: &str, commands: &clap::Command) -> bool {
    let mut settings = commands.get_arguments().filter_map(clap::Arg::get_env);
    settings.any(|name| name == variable)
        || commands
            .get_subcommands()
            .any(|command| is_setting(variable, command))
}

/// The environment variable of a flag.
pub fn env_name(flag: &str) -> String {
    format!("{PREFIX}{}", flag.to_uppercase().replace('-', "_"))
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Data")]
pub struct DatabaseSettings {
    /// Where everything is kept: `sqlite:<file>` or `postgres://<user>:<password>@<host>/<database>`.
    #[arg(
        long,
        env = "TREFFPUNKT_DATABASE_URL",
        hide_env_values = true,
        value_name = "URL",
        default_value = "sqlite:treffpunkt.sqlite"
    )]
    pub database_url: SecretUrl,

    /// How many connections to the database are open at the most.
    #[arg(
        long,
        env = "TREFFPUNKT_DATABASE_CONNECTIONS",
        hide_env_values = true,
        value_name = "NUMBER",
        value_parser = positive::<NonZeroU32>,
        default_value = "10"
    )]
    pub database_connections: NonZeroU32,
}

/// Parses a positive number.
fn positive<N: FromStr>(text: &str) -> Result<N, &'static str> {
    text.parse().map_err(|_| "it is a whole number, at least 1")
}

impl DatabaseSettings {
    /// Whether only this process uses the database, as with a SQLite file.
    pub fn is_exclusive(&self) -> bool {
        self.database_url.expose_secret().starts_with("sqlite:")
    }
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Log")]
pub struct LogSettings {
    /// What is logged: a level (error, warn, info, debug, trace), or levels per part of the program,
    /// such as `info,planner=debug`.
    #[arg(
        long,
        env = "TREFFPUNKT_LOG",
        hide_env_values = true,
        value_name = "FILTER",
        default_value = "info"
    )]
    pub log: LogFilter,

    /// How it is written: lines for a person, or JSON; `auto` is `human` on a terminal.
    #[arg(
        long,
        env = "TREFFPUNKT_LOG_FORMAT",
        hide_env_values = true,
        value_name = "FORMAT",
        default_value = "auto"
    )]
    pub log_format: LogFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Auto,
    Human,
    Json,
}

/// A valid filter of the log.
#[derive(Debug, Clone)]
pub struct LogFilter(pub String);

impl FromStr for LogFilter {
    type Err = tracing_subscriber::filter::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        EnvFilter::builder()
            .parse(text)
            .map(|_| Self(text.to_owned()))
    }
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Web")]
pub struct WebSettings {
    #[command(flatten)]
    pub address: AddressSettings,

    /// Reverse proxies in front of the server, whose X-Forwarded-For tells the client's address:
    /// addresses or networks, separated by commas; the machine itself if none is given [default: no
    /// proxy].
    #[arg(
        long,
        visible_alias = "behind-proxy",
        env = "TREFFPUNKT_TRUSTED_PROXIES",
        hide_env_values = true,
        value_name = "NETWORKS",
        num_args = 0..=1,
        default_value = "",
        default_missing_value = "127.0.0.0/8,::1",
        hide_default_value = true
    )]
    pub trusted_proxies: TrustedProxies,

    /// How many requests are worked on at a time; more wait a second and are then refused with 503.
    #[arg(
        long,
        env = "TREFFPUNKT_MAX_REQUESTS",
        hide_env_values = true,
        value_name = "NUMBER",
        value_parser = positive::<NonZeroUsize>,
        default_value = "512"
    )]
    pub max_requests: NonZeroUsize,

    /// How many connections are open at the most; fewer if the limit of open files (`ulimit -n`) is lower. The
    /// one that was idle longest makes room for a new one.
    #[arg(
        long,
        env = "TREFFPUNKT_MAX_CONNECTIONS",
        hide_env_values = true,
        value_name = "NUMBER",
        value_parser = positive::<NonZeroUsize>,
        default_value = "10000"
    )]
    pub max_connections: NonZeroUsize,

    /// How many connections one address has at the most. Trusted proxies have no such limit.
    #[arg(
        long,
        env = "TREFFPUNKT_MAX_CONNECTIONS_PER_CLIENT",
        hide_env_values = true,
        value_name = "NUMBER",
        value_parser = positive::<NonZeroUsize>,
        default_value = "1000"
    )]
    pub max_connections_per_client: NonZeroUsize,

    /// How many registration forms are taken from one address in ten minutes. Everybody in a hall may share one
    /// address.
    #[arg(
        long,
        env = "TREFFPUNKT_REGISTRATIONS_PER_CLIENT",
        hide_env_values = true,
        value_name = "NUMBER",
        default_value_t = PlannerConfig::REGISTRATIONS_PER_CLIENT,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub registrations_per_client: u32,

    /// How many seconds an answer may take to begin.
    #[arg(
        long,
        env = "TREFFPUNKT_REQUEST_SECONDS",
        hide_env_values = true,
        value_name = "SECONDS",
        default_value = "30",
        value_parser = clap::value_parser!(u64).range(1..=600)
    )]
    pub request_seconds: u64,
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Web")]
pub struct AddressSettings {
    /// The address and port to listen on. Port 0 takes a free one.
    #[arg(
        long,
        env = "TREFFPUNKT_LISTEN",
        hide_env_values = true,
        value_name = "ADDRESS",
        default_value = "127.0.0.1:3000"
    )]
    pub listen: SocketAddr,

    /// How people reach the server, for the links in mails: `https://treffpunkt.example`, without a
    /// path [default: http:// and the address listened on].
    #[arg(
        long,
        env = "TREFFPUNKT_PUBLIC_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    public_url: Option<PublicUrl>,
}

impl AddressSettings {
    /// The public URL: the setting, or the address of the listener.
    pub fn public_url(&self, listener: SocketAddr) -> PublicUrl {
        self.public_url
            .clone()
            .unwrap_or_else(|| PublicUrl::local(listener))
    }
}

#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Mail")]
pub struct MailSettings {
    /// The mail server: `smtps://<user>:<password>@<host>`, or `smtp://…?tls=required` for STARTTLS
    /// [default: none; mails can then be read on the page Outgoing mail].
    #[arg(
        long,
        env = "TREFFPUNKT_SMTP_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub smtp_url: Option<SecretUrl>,

    /// How many mails are sent at a time, each over a connection of its own.
    #[arg(
        long,
        env = "TREFFPUNKT_MAIL_CONNECTIONS",
        hide_env_values = true,
        value_name = "NUMBER",
        value_parser = positive::<NonZeroU32>,
        default_value = "8"
    )]
    pub mail_connections: NonZeroU32,

    /// How many mails a minute go to one domain of recipients, from each server process [default: no
    /// limit].
    #[arg(
        long,
        env = "TREFFPUNKT_MAIL_RATE_PER_DOMAIN",
        hide_env_values = true,
        value_name = "NUMBER",
        value_parser = positive::<NonZeroU32>
    )]
    pub mail_rate_per_domain: Option<NonZeroU32>,

    /// How many days the text of a mail is kept after it was sent, or without a mail server after it was
    /// written. Its line stays.
    #[arg(
        long,
        env = "TREFFPUNKT_KEEP_MAILS_DAYS",
        hide_env_values = true,
        value_name = "DAYS",
        default_value = "30",
        value_parser = clap::value_parser!(u16).range(1..=3650)
    )]
    pub keep_mails_days: u16,
}

impl MailSettings {
    pub fn limits(&self) -> DeliveryLimits {
        DeliveryLimits {
            connections: usize::try_from(self.mail_connections.get()).unwrap_or(usize::MAX),
            per_domain: self.mail_rate_per_domain,
        }
    }

    /// How long the messages of mails are kept.
    pub fn keep_messages(&self) -> SignedDuration {
        SignedDuration::from_hours(24 * i64::from(self.keep_mails_days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invalid_setting_names_its_flag_and_its_variable() {
        let error = InvalidSetting::new("smtp-url", "no host");
        assert_eq!(
            error.to_string(),
            "--smtp-url (TREFFPUNKT_SMTP_URL): no host"
        );
    }

    #[test]
    fn a_filter_is_validated() {
        assert!("info,planner=debug".parse::<LogFilter>().is_ok());
        assert!("planner=loud".parse::<LogFilter>().is_err());
    }
}
