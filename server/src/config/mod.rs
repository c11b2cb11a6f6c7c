//! The settings. Each is a flag and an environment variable of the same name, so that
//! `--database-url` is `TREFFPUNKT_DATABASE_URL`; a flag outranks its variable.
//!
//! Addresses that hold a password are checked only after the command line was read, because its parser
//! repeats a wrong value on the screen.

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
use thiserror::Error;
use tracing_subscriber::EnvFilter;

use crate::layers::TrustedProxies;

/// A setting that the server cannot start with: its flag, and what is wrong with it, in one line.
#[derive(Debug, Error)]
#[error("--{flag} ({}): {reason}", variable(flag))]
pub struct WrongSetting {
    flag: &'static str,
    reason: String,
}

impl WrongSetting {
    pub fn new(flag: &'static str, reason: impl ToString) -> Self {
        Self {
            flag,
            reason: reason.to_string(),
        }
    }
}

/// How the variables of this program begin.
const PREFIX: &str = "TREFFPUNKT_";

/// Those of the names that begin like a setting and are none: misspelt, most likely. (A warning's matter:
/// Kubernetes names variables after its services, and one may be called `treffpunkt`.)
pub fn misspelt<N: IntoIterator<Item = String>>(
    names: N,
    commands: &clap::Command,
) -> impl Iterator<Item = String> {
    names
        .into_iter()
        .filter(|name| name.starts_with(PREFIX) && !is_setting(name, commands))
}

/// Whether a setting has this variable.
pub fn is_setting(variable: &str, commands: &clap::Command) -> bool {
    let mut settings = commands.get_arguments().filter_map(clap::Arg::get_env);
    settings.any(|name| name == variable)
        || commands
            .get_subcommands()
            .any(|command| is_setting(variable, command))
}

/// The environment variable that stands for a flag.
pub fn variable(flag: &str) -> String {
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
        value_parser = at_least_one::<NonZeroU32>,
        default_value = "10"
    )]
    pub database_connections: NonZeroU32,
}

/// A number of which none is too few.
fn at_least_one<N: FromStr>(text: &str) -> Result<N, &'static str> {
    text.parse().map_err(|_| "it is a whole number, at least 1")
}

impl DatabaseSettings {
    /// Whether this process has the database to itself: a file is on one machine.
    pub fn is_one_process(&self) -> bool {
        self.database_url.reveal().starts_with("sqlite:")
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

/// A filter that the log understands.
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
    pub reached: AddressSettings,

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
        value_parser = at_least_one::<NonZeroUsize>,
        default_value = "512"
    )]
    pub max_requests: NonZeroUsize,

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
    /// How people reach the server: as set, or where it listens.
    pub fn public_url(&self, listens: SocketAddr) -> PublicUrl {
        self.public_url
            .clone()
            .unwrap_or_else(|| PublicUrl::local(listens))
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
        value_parser = at_least_one::<NonZeroU32>,
        default_value = "8"
    )]
    pub mail_connections: NonZeroU32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_setting_names_its_flag_and_its_variable() {
        let wrong = WrongSetting::new("smtp-url", "no host");
        assert_eq!(
            wrong.to_string(),
            "--smtp-url (TREFFPUNKT_SMTP_URL): no host"
        );
    }

    #[test]
    fn a_filter_is_checked() {
        assert!("info,planner=debug".parse::<LogFilter>().is_ok());
        assert!("planner=loud".parse::<LogFilter>().is_err());
    }
}
