//! The solver commands: problem in, plan or reason out.

use std::{io::Write as _, process::Stdio};

use crate::test_server::treffpunkt;

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
    let errors = String::from_utf8(output.stderr).unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stdout).unwrap(),
        errors.lines().map(str::to_owned).collect(),
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
fn a_cafe_is_planned_without_other_output() {
    let (code, plan, errors) = run("rotate", CAFE);
    assert_eq!((code, errors), (Some(0), Vec::new()));
    assert!(
        plan.starts_with('{') && plan.contains(r#""proven""#),
        "{plan}"
    );
    assert_eq!(run("rotate", CAFE).1, plan, "the same seed, another plan");
}

#[test]
fn a_misspelt_field_is_named_and_the_plan_printed() {
    let misspelt = CAFE.replace(r#"{"id": "Ben"}"#, r#"{"id": "Ben", "togehter": ["Ada"]}"#);
    let (code, plan, errors) = run("rotate", misspelt);
    let warning = "warning: people[1].togehter is unknown and was ignored";
    assert_eq!((code, errors), (Some(0), vec![warning.to_owned()]));
    assert!(plan.starts_with('{'), "{plan}");
    // A plan is read back without a warning.
    for (command, problem) in [("rotate", CAFE), ("assign", WORKSHOPS)] {
        let (_, plan, _) = run(command, problem);
        let again = problem.replacen('{', &format!(r#"{{"previous": {plan},"#), 1);
        let (code, _, errors) = run(command, again);
        assert_eq!((code, errors), (Some(0), Vec::new()), "{command}");
    }
}

#[test]
fn workshops_are_planned_without_other_output() {
    let (code, plan, errors) = run("assign", WORKSHOPS);
    assert_eq!((code, errors), (Some(0), Vec::new()));
    assert!(
        plan.starts_with('{') && plan.contains(r#""proven":true"#),
        "{plan}"
    );
}

#[test]
fn every_input_error_has_a_line_of_its_own() {
    let (code, plan, errors) = run(
        "rotate",
        r#"{ "rounds": 0, "tables": [{"id": "red", "host": "Ada"}], "people": [{"id": "Ben"}] }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(2), ""));
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(
        errors.iter().any(|line| line.starts_with("rounds")),
        "{errors:?}"
    );
    assert!(
        errors.iter().any(|line| line.starts_with("tables[0].host")),
        "{errors:?}"
    );

    let (code, plan, errors) = run(
        "assign",
        r#"{ "slots": [], "workshops": [{"id": "law", "max": -1}], "people": [{"id": "Ben", "wishes": ["press"]}] }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(2), ""));
    assert!(errors.len() >= 2, "{errors:?}");
    assert!(
        errors
            .iter()
            .any(|line| line.starts_with("workshops[0].max")),
        "{errors:?}"
    );
}

#[test]
fn input_that_is_not_json_is_an_error() {
    for command in ["rotate", "assign"] {
        let (code, plan, errors) = run(command, "Ada, Ben");
        assert_eq!(
            (code, plan.as_str(), errors.len()),
            (Some(2), "", 1),
            "{errors:?}"
        );
    }
}

#[test]
fn input_that_is_not_utf_8_is_an_error() {
    let (code, _, errors) = run("rotate", b"{\"rounds\": \xff}");
    assert_eq!(
        (code, errors),
        (Some(2), vec!["input: is no text in UTF-8".to_owned()])
    );
}

#[test]
fn the_example_in_the_help_has_a_plan() {
    for command in ["rotate", "assign"] {
        let help = treffpunkt(&["groups", command, "--help"]).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        let (from, to) = (help.find("{ ").unwrap(), help.find("}\n\n").unwrap());
        let (code, plan, errors) = run(command, &help[from..=to]);
        assert_eq!((code, errors), (Some(0), Vec::new()), "{plan}");
    }
}

#[test]
fn contradictory_rules_have_a_line_each() {
    let (code, plan, errors) = run(
        "rotate",
        r#"{ "rounds": 2, "tables": [{"id": "red"}, {"id": "green"}],
            "people": [{"id": "Ada"}, {"id": "Ben"}, {"id": "Cem"}, {"id": "Dora"}],
            "rules": { "together": [["Ada", "Ben"], ["Cem", "Dora"]], "apart": [["Ada", "Ben"]] } }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(3), ""));
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(
        errors[0].starts_with("rules.together[0]: Ada, Ben"),
        "{errors:?}"
    );
    assert!(
        errors[1].starts_with("rules.apart[0]: Ada, Ben"),
        "{errors:?}"
    );

    let (code, plan, errors) = run(
        "assign",
        r#"{ "slots": ["A"], "workshops": [{"id": "law", "max": 1}, {"id": "press"}],
            "people": [{"id": "Ada"}, {"id": "Ben"}],
            "rules": { "fixed": [{"person": "Ada", "slot": "A", "workshop": "law"}, {"person": "Ben", "slot": "A", "workshop": "law"}] } }"#,
    );
    assert_eq!((code, plan.as_str()), (Some(3), ""));
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert!(
        errors
            .iter()
            .any(|line| line.starts_with("workshops[0].max")),
        "{errors:?}"
    );
}
