//! An invalid setting stops the start with one line that names it.

use std::{net::TcpListener, process::Output};

use tempfile::TempDir;

use crate::test_server::{TestServer, database_url, treffpunkt};

/// Starts `treffpunkt serve` with invalid settings. Returns the error.
fn refusal(settings: &[&str]) -> String {
    let directory = TempDir::new().unwrap();
    let output = treffpunkt(&["serve"])
        .env("TREFFPUNKT_LISTEN", "127.0.0.1:0")
        .env("TREFFPUNKT_DATABASE_URL", database_url(directory.path()))
        .args(settings)
        .current_dir(directory.path())
        .output()
        .unwrap();
    one_line(&output)
}

fn one_line(output: &Output) -> String {
    let error = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert_eq!(error.trim_end().lines().count(), 1, "{error}");
    assert!(output.stdout.is_empty());
    error
}

#[test]
fn an_invalid_setting_is_named_by_flag_and_variable() {
    for (setting, variable) in [
        ("--trusted-proxies=ten", "TREFFPUNKT_TRUSTED_PROXIES"),
        ("--max-requests=0", "TREFFPUNKT_MAX_REQUESTS"),
        (
            "--registrations-per-client=0",
            "TREFFPUNKT_REGISTRATIONS_PER_CLIENT",
        ),
        ("--request-seconds=soon", "TREFFPUNKT_REQUEST_SECONDS"),
        ("--log=planner=loud", "TREFFPUNKT_LOG"),
        ("--log-format=xml", "TREFFPUNKT_LOG_FORMAT"),
        (
            "--database-connections=-1",
            "TREFFPUNKT_DATABASE_CONNECTIONS",
        ),
        ("--mail-connections=many", "TREFFPUNKT_MAIL_CONNECTIONS"),
    ] {
        let error = refusal(&[setting]);
        let flag = setting.split('=').next().unwrap();
        assert!(error.contains(flag) && error.contains(variable), "{error}");
    }
}

#[test]
fn a_public_address_that_is_none_is_refusal() {
    for wrong in [
        "treffpunkt.example",
        "ftp://treffpunkt.example",
        "https://treffpunkt.example/events",
    ] {
        let error = refusal(&["--public-url", wrong]);
        assert!(error.contains("TREFFPUNKT_PUBLIC_URL"), "{error}");
    }
}

#[test]
fn an_invalid_variable_is_reported_like_a_flag() {
    let output = treffpunkt(&["serve"])
        .env("TREFFPUNKT_LISTEN", "everywhere")
        .output()
        .unwrap();
    let error = one_line(&output);
    assert!(
        error.contains("--listen (TREFFPUNKT_LISTEN): `everywhere`"),
        "{error}"
    );
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let error = refusal(&["--listen", &address]);
    assert!(
        error.contains("TREFFPUNKT_LISTEN") && error.contains(&address),
        "{error}"
    );
}

#[test]
fn an_unreachable_database_is_named_without_its_password() {
    for url in [
        "sqlite:/nowhere/at/all/treffpunkt.sqlite",
        "postgres://treffpunkt:secret@127.0.0.1:1/treffpunkt",
        "mysql://treffpunkt:secret@127.0.0.1/treffpunkt",
        "secret",
    ] {
        let error = refusal(&["--database-url", url]);
        assert!(error.contains("TREFFPUNKT_DATABASE_URL"), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}

#[test]
fn an_invalid_mail_server_is_named_without_its_password() {
    for url in [
        "mail.example",
        "http://user:secret@mail.example",
        "smtp://user:secret@mail.example",
        "smtp://user:secret@mail.example?tls=perhaps",
    ] {
        let error = refusal(&["--smtp-url", url]);
        assert!(error.contains("TREFFPUNKT_SMTP_URL"), "{error}");
        assert!(!error.contains("secret"), "{error}");
    }
}

#[test]
fn an_unknown_flag_is_named() {
    let error = refusal(&["--colour=blue"]);
    assert!(error.contains("--colour"), "{error}");
}

#[test]
fn a_public_url_without_https_is_warned_about_unless_it_is_loopback() {
    let is_warned = |settings: &[&str]| TestServer::serve(settings).log().contains("is not https");
    assert!(is_warned(&["--public-url=http://treffpunkt.example"]));
    assert!(!is_warned(&["--public-url=https://treffpunkt.example"]));
    assert!(!is_warned(&[]));
}
