//! What the commands say and do.

use std::process::Output;

use tempfile::TempDir;

use crate::running::{Running, database_url, treffpunkt};

fn said(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(text).unwrap()
}

#[test]
fn help_explains_every_command() {
    let output = treffpunkt(&["--help"]).output().unwrap();
    assert!(output.status.success());
    let help = said(&output);
    for command in ["serve", "migrate", "member", "demo", "groups"] {
        let line = help
            .lines()
            .find(|line| line.trim_start().starts_with(command))
            .unwrap_or_else(|| panic!("{command} in {help}"));
        assert!(line.split_whitespace().count() > 4, "{line}");
    }
}

#[test]
fn help_tells_each_setting_with_its_variable_and_default() {
    let help = said(&treffpunkt(&["serve", "--help"]).output().unwrap());
    for told in [
        "TREFFPUNKT_LISTEN",
        "[default: 127.0.0.1:3000]",
        "TREFFPUNKT_PUBLIC_URL",
        "TREFFPUNKT_DATABASE_URL",
        "[default: sqlite:treffpunkt.sqlite]",
        "TREFFPUNKT_SMTP_URL",
        "TREFFPUNKT_TRUSTED_PROXIES",
        "TREFFPUNKT_LOG",
        "[default: info]",
        "TREFFPUNKT_LOG_FORMAT",
        "TREFFPUNKT_MAIL_CONNECTIONS",
    ] {
        assert!(help.contains(told), "{told} in {help}");
    }
}

#[test]
fn help_shows_no_value_of_the_surroundings() {
    let help = treffpunkt(&["serve", "--help"])
        .env("TREFFPUNKT_SMTP_URL", "smtps://user:secret@mail.example")
        .output()
        .unwrap();
    assert!(!said(&help).contains("secret"));
}

fn member_add(folder: &TempDir, further: &[&str]) -> Output {
    treffpunkt(&["member", "add", "--public-url=https://treffpunkt.example"])
        .args(["--network=sachsen", "--address=anna@rinleipzig.example"])
        .args(["--name=Anna Jäger"])
        .args(further)
        .env("TREFFPUNKT_DATABASE_URL", database_url(folder.path()))
        .output()
        .unwrap()
}

#[test]
fn the_first_member_begins_the_network_and_gets_a_link() {
    let folder = TempDir::new().unwrap();
    let added = member_add(&folder, &["--network-name=IQ Sachsen", "--role=owner"]);
    assert!(added.status.success(), "{}", said(&added));
    let printed = String::from_utf8(added.stdout).unwrap();
    assert!(
        printed.starts_with("https://treffpunkt.example/sign-in/"),
        "{printed}"
    );
    assert_eq!(printed.lines().count(), 1);
}

#[test]
fn a_member_can_be_given_another_role() {
    let folder = TempDir::new().unwrap();
    assert!(
        member_add(&folder, &["--network-name=IQ Sachsen"])
            .status
            .success()
    );
    assert!(member_add(&folder, &["--role=reader"]).status.success());
}

#[test]
fn a_network_that_does_not_exist_is_not_begun_by_accident() {
    let folder = TempDir::new().unwrap();
    let refused = member_add(&folder, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        said(&refused).contains("--network-name"),
        "{}",
        said(&refused)
    );
}

#[test]
fn the_demo_prints_its_address_and_a_link_that_signs_in_once() {
    let demo = Running::start("demo", &[]);
    let printed = demo.printed();
    assert!(printed.contains(&demo.url("")), "{printed}");
    let token = &demo.link_token();

    let page = demo.get(&format!("/sign-in/{token}"));
    assert_eq!(page.status, 200, "{}", page.text());
    let signed_in = demo.post("/do/sign-in", &[("token", token)]);
    assert_eq!((signed_in.status, signed_in.location()), (303, "/organise"));
    let again = demo.post("/do/sign-in", &[("token", token)]);
    assert_ne!(again.status, 303);
}

#[test]
fn the_demo_can_be_started_again_on_its_database() {
    let folder = TempDir::new().unwrap();
    let url = database_url(folder.path());
    let events = || {
        let demo = Running::start("demo", &["--database-url", &url]);
        demo.get("/").text().matches("/events/").count()
    };
    let first = events();
    assert!(first > 0);
    assert_eq!(events(), first);
}

#[test]
fn the_demo_leaves_another_network_alone() {
    let folder = TempDir::new().unwrap();
    assert!(
        member_add(&folder, &["--network-name=IQ Sachsen", "--role=owner"])
            .status
            .success()
    );
    let refused = treffpunkt(&["demo", "--listen=127.0.0.1:0"])
        .env("TREFFPUNKT_DATABASE_URL", database_url(folder.path()))
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused));
    assert!(
        said(&refused).contains("holds another network"),
        "{}",
        said(&refused)
    );
}

#[test]
fn groups_are_planned_without_a_server() {
    let problem = r#"{"rounds": 1, "tables": [{"id": "red"}], "people": [{"id": "Ada"}, {"id": "Ben"}],
        "limit": {"iterations": 10}}"#;
    let planned = fed(&["groups", "rotate"], problem);
    assert!(planned.status.success(), "{}", said(&planned));
    assert!(said(&planned).contains("Ada"), "{}", said(&planned));
    assert_eq!(
        fed(&["groups", "rotate"], "no problem").status.code(),
        Some(2)
    );
}

/// What a command makes of its standard input.
fn fed(arguments: &[&str], input: &str) -> Output {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("input");
    std::fs::write(&file, input).unwrap();
    treffpunkt(arguments)
        .stdin(std::fs::File::open(file).unwrap())
        .output()
        .unwrap()
}
