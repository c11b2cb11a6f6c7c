//! A wrong setting stops the start, with one line that names it.

use std::{net::TcpListener, process::Output};

use tempfile::TempDir;

use crate::running::{Running, database_url, treffpunkt};

/// `treffpunkt serve` with these settings, which must not let it start.
fn refused(settings: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    let output = treffpunkt(&["serve"])
        .env("TREFFPUNKT_LISTEN", "127.0.0.1:0")
        .env("TREFFPUNKT_DATABASE_URL", database_url(folder.path()))
        .args(settings)
        .current_dir(folder.path())
        .output()
        .unwrap();
    one_line(&output)
}

fn one_line(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    assert!(output.stdout.is_empty());
    said
}

#[test]
fn a_wrong_setting_is_named_by_flag_and_variable() {
    for (setting, variable) in [
        ("--trusted-proxies=ten", "TREFFPUNKT_TRUSTED_PROXIES"),
        ("--max-requests=0", "TREFFPUNKT_MAX_REQUESTS"),
        ("--request-seconds=soon", "TREFFPUNKT_REQUEST_SECONDS"),
        ("--log=planner=loud", "TREFFPUNKT_LOG"),
        ("--log-format=xml", "TREFFPUNKT_LOG_FORMAT"),
        (
            "--database-connections=-1",
            "TREFFPUNKT_DATABASE_CONNECTIONS",
        ),
        ("--mail-connections=many", "TREFFPUNKT_MAIL_CONNECTIONS"),
    ] {
        let said = refused(&[setting]);
        let flag = setting.split('=').next().unwrap();
        assert!(said.contains(flag) && said.contains(variable), "{said}");
    }
}

#[test]
fn a_public_address_that_is_none_is_refused() {
    for wrong in [
        "treffpunkt.example",
        "ftp://treffpunkt.example",
        "https://treffpunkt.example/events",
    ] {
        let said = refused(&["--public-url", wrong]);
        assert!(said.contains("TREFFPUNKT_PUBLIC_URL"), "{said}");
    }
}

#[test]
fn a_wrong_variable_is_told_like_a_wrong_flag() {
    let output = treffpunkt(&["serve"])
        .env("TREFFPUNKT_LISTEN", "everywhere")
        .output()
        .unwrap();
    let said = one_line(&output);
    assert!(
        said.contains("--listen (TREFFPUNKT_LISTEN): `everywhere`"),
        "{said}"
    );
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = refused(&["--listen", &address]);
    assert!(
        said.contains("TREFFPUNKT_LISTEN") && said.contains(&address),
        "{said}"
    );
}

#[test]
fn a_database_that_cannot_be_reached_is_named_without_its_password() {
    for url in [
        "sqlite:/nowhere/at/all/treffpunkt.sqlite",
        "postgres://treffpunkt:secret@127.0.0.1:1/treffpunkt",
        "mysql://treffpunkt:secret@127.0.0.1/treffpunkt",
        "secret",
    ] {
        let said = refused(&["--database-url", url]);
        assert!(said.contains("TREFFPUNKT_DATABASE_URL"), "{said}");
        assert!(!said.contains("secret"), "{said}");
    }
}

#[test]
fn a_mail_server_that_is_no_address_is_named_without_its_password() {
    for url in [
        "mail.example",
        "http://user:secret@mail.example",
        "smtp://user:secret@mail.example",
        "smtp://user:secret@mail.example?tls=perhaps",
    ] {
        let said = refused(&["--smtp-url", url]);
        assert!(said.contains("TREFFPUNKT_SMTP_URL"), "{said}");
        assert!(!said.contains("secret"), "{said}");
    }
}

#[test]
fn an_unknown_flag_is_named() {
    let said = refused(&["--colour=blue"]);
    assert!(said.contains("--colour"), "{said}");
}

#[test]
fn a_public_address_without_https_is_warned_about_unless_it_is_this_machine() {
    let warned = |settings: &[&str]| Running::serve(settings).log().contains("is not https");
    assert!(warned(&["--public-url=http://treffpunkt.example"]));
    assert!(!warned(&["--public-url=https://treffpunkt.example"]));
    assert!(!warned(&[]));
}
