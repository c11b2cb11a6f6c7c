//! The command line.

mod demo;
mod groups;
mod member;
mod migrate;
mod output;
mod serve;

use std::{
    error::Error as _,
    fmt::Display,
    io::{Write as _, stderr},
    process::ExitCode,
    time::Duration,
};

use clap::{
    CommandFactory as _, Parser, Subcommand,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    config::{self, LogSettings},
    error::CommandError,
    log,
};

/// Plans network meetings: registrations, waiting lists, calendar invitations by mail.
#[derive(Debug, Parser)]
#[command(
    version,
    propagate_version = true,
    subcommand_required = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Every setting is a flag and an environment variable; `treffpunkt help <COMMAND>` shows them with their defaults."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Migrate(migrate::Migrate),
    #[command(subcommand)]
    Member(member::Member),
    Demo(demo::Demo),
    #[command(subcommand)]
    Groups(groups::Groups),
}

/// The exit code for an invalid setting, as of shells for a wrong command line.
const USAGE_ERROR: u8 = 2;

/// Parses the command line and runs the command.
pub fn run() -> ExitCode {
    let Cli { command } = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return report_usage(&error),
    };
    let outcome = match command {
        Command::Groups(groups) => return groups.run(),
        Command::Serve(serve) => execute(serve.log.clone(), serve.run()),
        Command::Migrate(migrate) => execute(migrate.log.clone(), migrate.run()),
        Command::Member(member::Member::Add(add)) => execute(add.log.clone(), add.run()),
        Command::Demo(demo) => execute(demo.serve.log.clone(), demo.run()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            print_error(&error);
            match error {
                CommandError::Setting(_) => USAGE_ERROR.into(),
                _ => ExitCode::FAILURE,
            }
        }
    }
}

/// Runs an async command with a log.
fn execute(
    log: LogSettings,
    command: impl Future<Output = Result<(), CommandError>>,
) -> Result<(), CommandError> {
    log::init(&log);
    let variables = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for variable in config::unknown_variables(variables, &Cli::command()) {
        tracing::warn!(variable, "is no setting");
    }
    let runtime = tokio::runtime::Runtime::new()?;
    let outcome = runtime.block_on(command);
    // The command waited for its tasks already.
    runtime.shutdown_timeout(Duration::from_millis(200));
    outcome
}

/// Prints help and version unchanged, and an error in one line.
fn report_usage(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            u8::try_from(error.exit_code())
                .unwrap_or(USAGE_ERROR)
                .into()
        }
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => {
            print_error(&invalid_value(error));
            USAGE_ERROR.into()
        }
        _ => {
            print_error(&error.render());
            USAGE_ERROR.into()
        }
    }
}

/// Describes an invalid value by its flag and its environment variable.
fn invalid_value(error: &clap::Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    // `--log-format <FORMAT>`
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let flag = argument.split(' ').next().unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    let reason = match (error.source(), error.get(ContextKind::ValidValue)) {
        (Some(source), _) => source.to_string(),
        (None, Some(ContextValue::Strings(valid))) => format!("it is one of {}", valid.join(", ")),
        (None, _) => "it needs a value".to_owned(),
    };
    let variable = flag.strip_prefix("--").map(config::env_name);
    match variable.filter(|name| config::is_setting(name, &Cli::command())) {
        Some(variable) => format!("{flag} ({variable}): `{value}`: {reason}"),
        None => format!("{argument}: `{value}`: {reason}"),
    }
}

/// Prints the reason of a failure in one line on standard error.
fn print_error(reason: &impl Display) {
    let reason = reason.to_string();
    // clap appends usage and hints after an empty line.
    let reason = reason.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = reason.split_whitespace().collect();
    let line = words.join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    let _ = writeln!(stderr(), "treffpunkt: {line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_valid() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_setting_has_the_variable_of_its_name_and_shows_its_default() {
        let commands = Cli::command();
        for name in ["serve", "migrate", "demo"] {
            let command = commands.find_subcommand(name).unwrap();
            for setting in command.get_arguments() {
                let flag = setting.get_long().unwrap();
                let variable = setting.get_env().unwrap().to_str().unwrap();
                assert_eq!(variable, config::env_name(flag));
                let shows_default = setting
                    .get_help()
                    .unwrap()
                    .to_string()
                    .contains("[default: ");
                assert!(
                    shows_default || !setting.get_default_values().is_empty(),
                    "{flag}"
                );
            }
        }
    }

    #[test]
    fn an_argument_without_a_variable_is_named_without_one() {
        let arguments = [
            "treffpunkt",
            "member",
            "add",
            "--network",
            "n",
            "--address",
            "a@x.example",
            "--name",
            "A",
            "--role",
            "boss",
        ];
        let line = invalid_value(&Cli::try_parse_from(arguments).unwrap_err());
        assert!(line.starts_with("--role <"), "{line}");
    }

    #[test]
    fn trusted_proxies_need_no_equals_sign() {
        for proxies in [
            &["--trusted-proxies", "10.0.0.0/8"][..],
            &["--trusted-proxies=10.0.0.0/8"],
            &["--behind-proxy"],
        ] {
            let line = ["treffpunkt", "serve"].iter().chain(proxies);
            assert!(Cli::try_parse_from(line).is_ok(), "{proxies:?}");
        }
    }

    #[test]
    fn an_unknown_variable_is_found() {
        let names = ["TREFFPUNKT_LOG", "TREFFPUNKT_DATABSE_URL", "HOME"].map(str::to_owned);
        let unknown: Vec<String> = config::unknown_variables(names, &Cli::command()).collect();
        assert_eq!(unknown, ["TREFFPUNKT_DATABSE_URL"]);
    }

    #[test]
    fn an_invalid_value_is_described_in_one_line_with_both_names() {
        let error =
            Cli::try_parse_from(["treffpunkt", "serve", "--listen", "everywhere"]).unwrap_err();
        let line = invalid_value(&error);
        assert!(
            line.starts_with("--listen (TREFFPUNKT_LISTEN): `everywhere`: "),
            "{line}"
        );
    }

    #[test]
    fn an_invalid_choice_names_the_valid_ones() {
        let error =
            Cli::try_parse_from(["treffpunkt", "serve", "--log-format", "xml"]).unwrap_err();
        assert_eq!(
            invalid_value(&error),
            "--log-format (TREFFPUNKT_LOG_FORMAT): `xml`: it is one of auto, human, json"
        );
    }
}
