//! The command line: what `treffpunkt` can be told to do.

mod demo;
mod groups;
mod member;
mod migrate;
mod serve;

use std::{
    error::Error as _,
    fmt::Display,
    io::{Write as _, stderr, stdout},
    process::ExitCode,
    time::Duration,
};

use clap::{
    CommandFactory as _, Parser, Subcommand,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    config::{self, LogSettings},
    log,
    start::StartError,
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
struct Commands {
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

/// A setting that the program cannot work with; what shells use for a wrong command line.
const WRONG_SETTING: u8 = 2;

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let Commands { command } = match Commands::try_parse() {
        Ok(commands) => commands,
        Err(refusal) => return refuse(&refusal),
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
        Err(fault) => {
            complain(&fault);
            match fault {
                StartError::Setting(_) => WRONG_SETTING.into(),
                _ => ExitCode::FAILURE,
            }
        }
    }
}

/// Runs a command that has a log and does more than one thing at a time.
fn execute(
    log: LogSettings,
    command: impl Future<Output = Result<(), StartError>>,
) -> Result<(), StartError> {
    log::start(&log);
    let set = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for variable in config::misspelt(set, &Commands::command()) {
        tracing::warn!(variable, "is no setting");
    }
    let runtime = tokio::runtime::Runtime::new()?;
    let outcome = runtime.block_on(command);
    // What still runs was given its time already.
    runtime.shutdown_timeout(Duration::from_millis(200));
    outcome
}

/// Help and version are printed as they are; a mistake becomes one line.
fn refuse(refusal: &clap::Error) -> ExitCode {
    match refusal.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = refusal.print();
            u8::try_from(refusal.exit_code())
                .unwrap_or(WRONG_SETTING)
                .into()
        }
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => {
            complain(&wrong_value(refusal));
            WRONG_SETTING.into()
        }
        _ => {
            complain(&refusal.render());
            WRONG_SETTING.into()
        }
    }
}

/// Names the setting by its flag and, as that is how it may have been set, by its variable.
fn wrong_value(refusal: &clap::Error) -> String {
    let text = |kind| match refusal.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    // `--log-format <FORMAT>`
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let flag = argument.split(' ').next().unwrap_or_default();
    let value = text(ContextKind::InvalidValue).unwrap_or_default();
    let reason = match (refusal.source(), refusal.get(ContextKind::ValidValue)) {
        (Some(source), _) => source.to_string(),
        (None, Some(ContextValue::Strings(valid))) => format!("it is one of {}", valid.join(", ")),
        (None, _) => "it needs a value".to_owned(),
    };
    let variable = flag.strip_prefix("--").map(config::variable);
    match variable.filter(|name| config::is_setting(name, &Commands::command())) {
        Some(variable) => format!("{flag} ({variable}): `{value}`: {reason}"),
        None => format!("{argument}: `{value}`: {reason}"),
    }
}

/// Says in one line on standard error why nothing was done.
fn complain(reason: &impl Display) {
    let reason = reason.to_string();
    // A usage line and hints follow after an empty one.
    let reason = reason.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = reason.split_whitespace().collect();
    let line = words.join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    let _ = writeln!(stderr(), "treffpunkt: {line}");
}

/// Says something to the person at the terminal.
fn say(text: impl Display) -> std::io::Result<()> {
    writeln!(stdout(), "{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Commands::command().debug_assert();
    }

    #[test]
    fn every_setting_has_the_variable_of_its_name_and_tells_its_default() {
        let commands = Commands::command();
        for name in ["serve", "migrate", "demo"] {
            let command = commands.find_subcommand(name).unwrap();
            for setting in command.get_arguments() {
                let flag = setting.get_long().unwrap();
                let variable = setting.get_env().unwrap().to_str().unwrap();
                assert_eq!(variable, config::variable(flag));
                let told = setting
                    .get_help()
                    .unwrap()
                    .to_string()
                    .contains("[default: ");
                assert!(told || !setting.get_default_values().is_empty(), "{flag}");
            }
        }
    }

    #[test]
    fn only_what_has_a_variable_is_told_with_one() {
        let wrong = [
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
        let line = wrong_value(&Commands::try_parse_from(wrong).unwrap_err());
        assert!(line.starts_with("--role <"), "{line}");
    }

    #[test]
    fn proxies_follow_their_flag_with_or_without_a_sign_between() {
        for proxies in [
            &["--trusted-proxies", "10.0.0.0/8"][..],
            &["--trusted-proxies=10.0.0.0/8"],
            &["--behind-proxy"],
        ] {
            let line = ["treffpunkt", "serve"].iter().chain(proxies);
            assert!(Commands::try_parse_from(line).is_ok(), "{proxies:?}");
        }
    }

    #[test]
    fn a_misspelt_variable_is_found() {
        let names = ["TREFFPUNKT_LOG", "TREFFPUNKT_DATABSE_URL", "HOME"].map(str::to_owned);
        let misspelt: Vec<String> = config::misspelt(names, &Commands::command()).collect();
        assert_eq!(misspelt, ["TREFFPUNKT_DATABSE_URL"]);
    }

    #[test]
    fn a_wrong_value_is_told_in_one_line_with_both_names() {
        let refusal = Commands::try_parse_from(["treffpunkt", "serve", "--listen", "everywhere"])
            .unwrap_err();
        let line = wrong_value(&refusal);
        assert!(
            line.starts_with("--listen (TREFFPUNKT_LISTEN): `everywhere`: "),
            "{line}"
        );
    }

    #[test]
    fn a_value_that_is_none_of_the_choices_names_them() {
        let refusal =
            Commands::try_parse_from(["treffpunkt", "serve", "--log-format", "xml"]).unwrap_err();
        assert_eq!(
            wrong_value(&refusal),
            "--log-format (TREFFPUNKT_LOG_FORMAT): `xml`: it is one of auto, human, json"
        );
    }
}
