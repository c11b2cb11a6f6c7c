//! The message of each fault: a valid problem with one field changed.
//!
//! A case is `path = value` and the expected line, or nothing if it is valid. `XS` and `X` stand for tables
//! or workshops.

use crate::{Kind, set_value};

fn try_on(kind: Kind, cases: &str) {
    let (one, many) = match kind {
        Kind::Rotate => ("table", "tables"),
        Kind::Assign => ("workshop", "workshops"),
    };
    let cases = cases.replace("XS", many).replace('X', one);
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let (spoilt, expected) = case.split_once(" → ").unwrap_or((case, ""));
        let (place, value) = spoilt.split_once(" = ").unwrap();
        let mut problem = kind.valid_problem();
        set_value(&mut problem, place, serde_json::from_str(value).unwrap());
        let found = kind.lines(&problem.to_string());
        let expected: Vec<&str> = Some(expected)
            .filter(|line| !line.is_empty())
            .into_iter()
            .collect();
        assert_eq!(found, expected, "{kind:?}: {spoilt}");
    }
}

fn try_on_both(cases: &str) {
    for kind in Kind::BOTH {
        try_on(kind, cases);
    }
}

#[test]
fn a_sound_problem_has_no_faults_with_or_without_a_byte_order_mark() {
    for kind in Kind::BOTH {
        let text = kind.valid_problem().to_string();
        assert_eq!(kind.lines(&text), [""; 0]);
        assert_eq!(kind.lines(&format!("\u{feff}{text}")), [""; 0]);
    }
}

#[test]
fn text_that_is_no_problem_is_one_line_that_says_where() {
    for kind in Kind::BOTH {
        for (text, place) in [
            ("nonsense", "expected ident at line 1 column 2"),
            (
                "{\n \"people\": [,]\n}",
                "expected value at line 2 column 13",
            ),
            ("{\n", "EOF while parsing an object at line 2 column 0"),
            ("{} {}", "trailing characters at line 1 column 4"),
            (
                "\u{feff}{",
                "EOF while parsing an object at line 1 column 1",
            ),
            (
                "{\"seed\": 1e999}",
                "number out of range at line 1 column 14",
            ),
        ] {
            let expected = [format!("input: is no JSON: {place}")];
            assert_eq!(kind.lines(text), expected, "{text}");
        }
        for nothing in ["", " \n", "\u{feff}"] {
            assert_eq!(kind.lines(nothing), ["input: is empty"]);
        }
        assert_eq!(kind.lines(&"[".repeat(100_000)).len(), 1);
        for (text, instead) in [
            ("[{}]", "a list"),
            ("null", "null"),
            ("-2.50", "-2.5"),
            ("\"x\"", "a text"),
        ] {
            let expected = [format!("input: must be an object, not {instead}")];
            assert_eq!(kind.lines(text), expected, "{text}");
        }
    }
}

#[test]
fn what_must_be_there_is_missing_also_as_null() {
    for kind in Kind::BOTH {
        let needed = match kind {
            Kind::Rotate => ["rounds", "tables", "people"],
            Kind::Assign => ["slots", "workshops", "people"],
        };
        let expected = needed.map(|field| format!("{field}: is missing"));
        assert_eq!(kind.lines("{}"), expected);
        let mut problem = kind.valid_problem();
        for field in kind.fields() {
            problem[field] = serde_json::Value::Null;
        }
        assert_eq!(kind.lines(&problem.to_string()), expected);
    }
    try_on_both(
        r"
        /XS/2/id = null → XS[2].id: is missing
        /people/4/id = null → people[4].id: is missing
        /people/4 = {} → people[4].id: is missing
        /rules/fixed/0/person = null → rules.fixed[0].person: is missing
        /rules/fixed/0/X = null → rules.fixed[0].X: is missing
        /people/0/organisation = null
        /XS/0/min = null
        /limit/seconds = null
        /limit = {}
        /unknown = [-1]
        ",
    );
    try_on(
        Kind::Rotate,
        r"
        /rules/fixed/0/round = null → rules.fixed[0].round: is missing
        /previous/rounds = null → previous.rounds: is missing
        /previous/rounds/0/0/table = null → previous.rounds[0][0].table: is missing
        /previous/rounds/0/0/people = null → previous.rounds[0][0].people: is missing
        /previous = null → frozen_rounds: needs a previous plan
        ",
    );
    try_on(
        Kind::Assign,
        r"
        /rules/fixed/0/slot = null → rules.fixed[0].slot: is missing
        /previous/seats = null → previous.seats: is missing
        /previous/seats/0/person = null → previous.seats[0].person: is missing
        /previous/seats/0/workshop = null → previous.seats[0].workshop: is missing
        /previous = null
        ",
    );
}

#[test]
fn another_kind_of_value_is_one_fault_whatever_refers_to_it() {
    try_on_both(
        r#"
        /XS = {} → XS: must be a list, not an object
        /XS/0 = "x1" → XS[0]: must be an object, not a text
        /XS/2/id = 3 → XS[2].id: must be a text, not 3
        /people = "p1" → people: must be a list, not a text
        /people = [{"name": "Ada"}] → people[0].id: is missing
        /people/3 = "p4" → people[3]: must be an object, not a text
        /people/4 = null → people[4]: must be an object, not null
        /people/4/organisation = ["o"] → people[4].organisation: must be a text, not a list
        /rules = [] → rules: must be an object, not a list
        /rules/fixed = {} → rules.fixed: must be a list, not an object
        /rules/fixed/0 = true → rules.fixed[0]: must be an object, not true
        /rules/fixed/0/person = 1 → rules.fixed[0].person: must be the id of a person, not 1
        /rules/fixed/0/X = [] → rules.fixed[0].X: must be the id of a X, not a list
        /rules/together = 0 → rules.together: must be a list, not 0
        /rules/together/0 = "p2" → rules.together[0]: must be a list, not a text
        /rules/apart/0/1 = null → rules.apart[0][1]: must be the id of a person, not null
        /limit = 5 → limit: must be an object, not 5
        /limit/seconds = "5" → limit.seconds: must be a number from 0, not a text
        /seed = "7" → seed: must be a whole number from 0, not a text
        /previous = [] → previous: must be an object, not a list
        "#,
    );
    try_on(
        Kind::Rotate,
        r#"
        /rounds = [] → rounds: must be a whole number from 0, not a list
        /people/1/rounds = 2 → people[1].rounds: must be a list, not 2
        /people/1/rounds/0 = "2" → people[1].rounds[0]: must be a whole number from 0, not a text
        /tables/0/topic = 2 → tables[0].topic: must be a text, not 2
        /tables/1/host = {} → tables[1].host: must be the id of a person, not an object
        /order = "mix" → order: must be a list, not a text
        /order/1 = 3 → order[1]: must be one of "topics", "meetings", "mix", "met", not 3
        /previous/rounds = {} → previous.rounds: must be a list, not an object
        /previous/rounds/0 = {} → previous.rounds[0]: must be a list, not an object
        /previous/rounds/0/0 = [] → previous.rounds[0][0]: must be an object, not a list
        /previous/rounds/0/0/people = {} → previous.rounds[0][0].people: must be a list, not an object
        /previous/rounds/0/0/people/1 = 9 → previous.rounds[0][0].people[1]: must be a text, not 9
        "#,
    );
    try_on(
        Kind::Assign,
        r#"
        /slots = "A" → slots: must be a list, not a text
        /slots/1 = null → slots[1]: must be a text, not null
        /workshops/0/slots = "A" → workshops[0].slots: must be a list, not a text
        /workshops/1/clashes/0 = 1 → workshops[1].clashes[0]: must be the id of a workshop, not 1
        /people/1/slots = {} → people[1].slots: must be a list, not an object
        /people/1/wishes = "x1" → people[1].wishes: must be a list, not a text
        /people/1/wishes/0 = {} → people[1].wishes[0]: must be the id of a workshop, not an object
        /people/1/wishes/1 = [["x1"]] → people[1].wishes[1][0]: must be the id of a workshop, not a list
        /fairness = 1 → fairness: must be one of "leximin", "rank-maximal", "generous", not 1
        /fill = true → fill: must be one of "anything", "wishes-only", not true
        /previous/seats = {} → previous.seats: must be a list, not an object
        /previous/seats/0 = 1 → previous.seats[0]: must be an object, not 1
        /previous/seats/0/slot = 1 → previous.seats[0].slot: must be a text, not 1
        "#,
    );
}

#[test]
fn nothing_is_empty_that_means_something_and_nothing_is_named_twice() {
    try_on_both(
        r#"
        /XS = [] → XS: must not be empty
        /XS/2/id = "" → XS[2].id: must not be empty
        /XS/2/id = "x1" → XS[2].id: "x1" is named twice
        /people/4/id = "" → people[4].id: must not be empty
        /people/4/id = "p\n\"1"
        /people/4/id = "p1" → people[4].id: "p1" is named twice
        /people/4/organisation = "" → people[4].organisation: must not be empty
        /rules/together/0/1 = "p2" → rules.together[0][1]: is named twice
        /rules/apart/0/1 = "p2" → rules.apart[0][1]: is named twice
        /rules/together = []
        /rules/together/0 = []
        /rules/together/0 = ["p2"]
        /rules/fixed = []
        "#,
    );
    try_on(
        Kind::Rotate,
        r#"
        /tables/2/topic = "" → tables[2].topic: must not be empty
        /people/1/rounds = []
        /people/1/rounds = [1, 2, 1] → people[1].rounds[2]: is named twice
        /order = [] → order: must not be empty
        /order/1 = "topics" → order[1]: is named twice
        /previous/rounds/0/1/table = "x1" → previous.rounds[0][1].table: is named twice in this round
        /previous/rounds/0/0/people/1 = "p3" → previous.rounds[0][0].people[1]: sits twice in this round
        "#,
    );
    try_on(
        Kind::Assign,
        r#"
        /slots = [] → slots: must not be empty
        /slots/1 = "" → slots[1]: must not be empty
        /slots/1 = "A" → slots[1]: "A" is named twice
        /workshops/2/slots = []
        /workshops/2/slots = ["B", "B"] → workshops[2].slots[1]: is named twice
        /workshops/1/clashes = ["x1", "x1"] → workshops[1].clashes[1]: is named twice
        /workshops/1/clashes = ["x2"] → workshops[1].clashes[0]: is the workshop itself
        /people/1/slots = []
        /people/1/wishes = []
        /people/1/wishes/1 = [] → people[1].wishes[1]: must not be empty
        /people/1/wishes/1 = ["x1", "x1"] → people[1].wishes[1][1]: is wished for twice
        /people/1/wishes/1 = "x2" → people[1].wishes[1]: is wished for twice
        "#,
    );
}

#[test]
fn what_is_referred_to_exists() {
    try_on_both(
        r#"
        /rules/fixed/0/person = "p9" → rules.fixed[0].person: there is no person "p9"
        /rules/fixed/0/person = "a\nb" → rules.fixed[0].person: there is no person "a\nb"
        /rules/fixed/0/X = "" → rules.fixed[0].X: there is no X ""
        /rules/together/0/0 = "p9" → rules.together[0][0]: there is no person "p9"
        /rules/apart/1 = ["x1"] → rules.apart[1][0]: there is no person "x1"
        "#,
    );
    try_on(
        Kind::Rotate,
        r#"
        /tables/1/host = "p9" → tables[1].host: there is no person "p9"
        /people/1/rounds/0 = 3 → people[1].rounds[0]: there is no round 3
        /rules/fixed/0/round = 0 → rules.fixed[0].round: there is no round 0
        /order/0 = "fame" → order[0]: must be one of "topics", "meetings", "mix", "met", not "fame"
        /previous/rounds/0/0/people/1 = "gone, too"
        /previous/rounds/0/0/table = "x9" → previous.rounds[0][0].table: there is no table "x9"
        "#,
    );
    try_on(
        Kind::Assign,
        r#"
        /workshops/2/slots = ["C"] → workshops[2].slots[0]: there is no slot "C"
        /workshops/1/clashes/0 = "x9" → workshops[1].clashes[0]: there is no workshop "x9"
        /people/1/slots = ["C"] → people[1].slots[0]: there is no slot "C"
        /people/1/wishes/1/0 = "x9" → people[1].wishes[1][0]: there is no workshop "x9"
        /rules/fixed/0/slot = "C" → rules.fixed[0].slot: there is no slot "C"
        /rules/open/0/slot = "C" → rules.open[0].slot: there is no slot "C"
        /rules/closed/0/workshop = "x9" → rules.closed[0].workshop: there is no workshop "x9"
        /rules/closed = [{"slot": "A", "workshop": "x1"}, {"slot": "A", "workshop": "x1"}] → rules.closed[1]: is named twice
        /people/3/workshops/1 = "x9" → people[3].workshops[1]: there is no workshop "x9"
        /people/3/workshops/1 = "x1" → people[3].workshops[1]: is named twice
        /people/3/workshops = []
        /fairness = "" → fairness: must be one of "leximin", "rank-maximal", "generous", not ""
        /fill = "all" → fill: must be one of "anything", "wishes-only", not "all"
        /stability = "always" → stability: must be one of "last", "first", not "always"
        /previous/seats/0/person = "gone"
        /previous/seats/0/slot = "gone"
        /previous/seats/0/workshop = "gone"
        "#,
    );
}

#[test]
fn numbers_are_counts_within_reason() {
    try_on_both(
        r#"
        /XS/0/min = -1 → XS[0].min: must be a whole number from 0, not -1
        /XS/0/max = 1.5 → XS[0].max: must be a whole number from 0, not 1.5
        /XS/0/max = 6.0 → XS[0].max: must be a whole number from 0, not 6.0
        /XS/0/max = 1e300 → XS[0].max: is too large a number
        /XS/0/max = 1180591620717411303424 → XS[0].max: is too large a number
        /XS/0/max = 18446744073709551615
        /XS/0/min = 7 → XS[0].min: 7 is more than max, which is 6
        /XS/0/min = 18446744073709551615 → XS[0].min: 18446744073709551615 is more than max, which is 6
        /XS/0/min = "7" → XS[0].min: must be a whole number from 0, not a text
        /seed = -1 → seed: must be a whole number from 0, not -1
        /seed = 0.5 → seed: must be a whole number from 0, not 0.5
        /seed = 18446744073709551616 → seed: is too large a number
        /seed = 18446744073709551615
        /limit/seconds = -0.1 → limit.seconds: must be a number from 0, not -0.1
        /limit/seconds = 0
        /limit/seconds = 0.5
        /limit/seconds = 1e300
        "#,
    );
    try_on(
        Kind::Rotate,
        r#"
        /rounds = 0 → rounds: must be 1 to 100, not 0
        /rounds = 101 → rounds: must be 1 to 100, not 101
        /rounds = 18446744073709551615 → rounds: must be 1 to 100, not 18446744073709551615
        /rounds = 1e300 → rounds: is too large a number
        /people/1/rounds/0 = 18446744073709551615 → people[1].rounds[0]: there is no round 18446744073709551615
        /rules/fixed/0/round = 1.5 → rules.fixed[0].round: must be a whole number from 0, not 1.5
        /frozen_rounds = 2 → frozen_rounds: 2 is more than the rounds of the previous plan, which has 1
        /frozen_rounds = 3 → frozen_rounds: 3 is more than rounds, which is 2
        /frozen_rounds = -1 → frozen_rounds: must be a whole number from 0, not -1
        /limit = {"iterations": 0}
        /limit = {"iterations": 1.5} → limit.iterations: must be a whole number from 0, not 1.5
        /limit/iterations = 5 → limit: must be seconds or iterations, not both
        "#,
    );
    try_on(
        Kind::Assign,
        r#"
        /workshops/0/organisation_max = -2 → workshops[0].organisation_max: must be a whole number from 0, not -2
        /workshops/0/organisation_max = 18446744073709551615
        /limit = {"iterations": 5}
        /limit/iterations = 5 → limit: must be seconds or iterations, not both
        "#,
    );
}
