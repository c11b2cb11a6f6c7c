//! The solvers as commands: a problem in, a plan out, and how a refusal is told.

use std::{io::Write as _, process::Stdio};

use crate::running::treffpunkt;

/// Exit code, standard output, lines on standard error.
fn run(command: &str, problem: impl AsRef<[u8]>) -> (Option<i32>, String, Vec<String>) {
    let mut child = treffpunkt(&["groups", command])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(problem.as_ref())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
        said.lines().map(str::to_owned).collect(),
    )
}

const CAFE: &str = r#"{ "rounds": 3,
    "tables": [{"id": "red"}, {"id": "green"}, {"id": "blue"}],
    "people": [{"id": "Ada"}, {"id": "Ben"}, {"id": "Cem"}, {"id": "Dora"}, {"id": "Eva"}, {"id": "Finn"}],
    "limit": {"iterations": 100000}, "seed": 7 }"#;

const WORKSHOPS: &str = r#"{ "slots": ["morning"],
    "workshops": [{"id": "law", "max": 1}, {"id": "press", "max": 2}],
    "people": [{"id": "Ada", "wishes": ["law", "press"]}, {"id": "Ben", "wishes": ["law"]}, {"id": "Cem", "wishes": ["press"]}],
    "limit": {"seconds": 2} }"#;

#[test]
fn a_cafe_is_planned_and_nothing_else_is_said() {
    let (code, plan, said) = run("rotate", CAFE);
    assert_eq!((code, said), (Some(0), Vec::new()));
    assert!(
        plan.starts_with('{') && plan.contains(r#""proven""#),
        "{plan}"
    );
    assert_eq!(run("rotate", CAFE).1, plan, "the same seed, another plan");
}

#[test]
fn workshops_are_planned_and_nothing_else_is_said() {
    let (code, plan, said) = run("assign", WORKSHOPS);
    assert_eq!((code, said), (Some(0), Vec::new()));
    assert!(
        plan.starts_with('{') && plan.contains(r#""proven":true"#),
        "{plan}"
    );
}

#[test]
fn every_fault_of_the_input_has_a_line_of_its_own() {
    let (code, plan, said) = run(
        "rotate",
        r#"{ "rounds": 0, "tables": [{"id": "red", "host": "Ada"}], "people": [{"id": "Ben"}] }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(2), ""));
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said.iter().any(|line| line.starts_with("rounds")),
        "{said:?}"
    );
    assert!(
        said.iter().any(|line| line.starts_with("tables[0].host")),
        "{said:?}"
    );

    let (code, plan, said) = run(
        "assign",
        r#"{ "slots": [], "workshops": [{"id": "law", "max": -1}], "people": [{"id": "Ben", "wishes": ["press"]}] }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(2), ""));
    assert!(said.len() >= 2, "{said:?}");
    assert!(
        said.iter().any(|line| line.starts_with("workshops[0].max")),
        "{said:?}"
    );
}

#[test]
fn what_is_no_json_is_a_fault() {
    for command in ["rotate", "assign"] {
        let (code, plan, said) = run(command, "Ada, Ben");
        assert_eq!(
            (code, plan.as_str(), said.len()),
            (Some(2), "", 1),
            "{said:?}"
        );
    }
}

#[test]
fn what_is_no_text_is_a_fault() {
    let (code, _, said) = run("rotate", b"{\"rounds\": \xff}");
    assert_eq!(
        (code, said),
        (Some(2), vec!["input: is no text in UTF-8".to_owned()])
    );
}

#[test]
fn the_problem_that_help_shows_has_a_plan() {
    for command in ["rotate", "assign"] {
        let help = treffpunkt(&["groups", command, "--help"]).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let (from, to) = (help.find("{ ").unwrap(), help.find("}\n\n").unwrap());
        let (code, plan, said) = run(command, &help[from..=to]);
        assert_eq!((code, said), (Some(0), Vec::new()), "{plan}");
    }
}

#[test]
fn rules_that_contradict_one_another_are_named_one_by_one() {
    let (code, plan, said) = run(
        "rotate",
        r#"{ "rounds": 2, "tables": [{"id": "red"}, {"id": "green"}],
            "people": [{"id": "Ada"}, {"id": "Ben"}, {"id": "Cem"}, {"id": "Dora"}],
            "rules": { "together": [["Ada", "Ben"], ["Cem", "Dora"]], "apart": [["Ada", "Ben"]] } }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(3), ""));
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(
        said[0].starts_with("rules.together[0]: Ada, Ben"),
        "{said:?}"
    );
    assert!(said[1].starts_with("rules.apart[0]: Ada, Ben"), "{said:?}");

    let (code, plan, said) = run(
        "assign",
        r#"{ "slots": ["A"], "workshops": [{"id": "law", "max": 1}, {"id": "press"}],
            "people": [{"id": "Ada"}, {"id": "Ben"}],
            "rules": { "fixed": [{"person": "Ada", "slot": "A", "workshop": "law"}, {"person": "Ben", "slot": "A", "workshop": "law"}] } }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(3), ""));
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(
        said.iter().any(|line| line.starts_with("workshops[0].max")),
        "{said:?}"
    );
}
