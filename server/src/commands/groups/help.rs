//! Long help of the commands: an example problem and the exit codes.

/// Help of `groups`.
pub(super) const GROUPS: &str = "\
Each reads a problem as JSON from standard input and writes a plan as JSON to standard output:

  treffpunkt groups rotate < problem.json > plan.json

Exit codes:
  0  a plan
  1  no plan was found in time, and it is not known that there is none, or not which rules are to blame
  2  the input has faults: one line each on standard error, with the path of the field
  3  the rules contradict one another: one line per rule of a smallest set that cannot hold together

Every field of a problem and a plan: server/groups/FORMAT.md";

/// Help of `rotate`.
pub(super) const ROTATE: &str = r#"A problem to begin with:

  { "rounds": 3,
    "tables": [{"id": "t1", "topic": "housing", "min": 2, "max": 3, "host": "Ada"},
               {"id": "t2"}, {"id": "t3"}],
    "people": [{"id": "Ada", "organisation": "RIN"}, {"id": "Ben", "organisation": "RIN"},
               {"id": "Cem"}, {"id": "Dora"}, {"id": "Eva"}, {"id": "Finn", "rounds": [2, 3]}],
    "rules": {"together": [["Cem", "Dora"]], "apart": [["Ben", "Eva"]],
              "fixed": [{"person": "Ben", "round": 1, "table": "t2"}]},
    "order": ["topics", "meetings", "mix"], "limit": {"seconds": 5}, "seed": 7 }

Only rounds, tables and people are needed. A plan under "previous", with "frozen_rounds", is
repaired with few changes, one under "start" only improved; a limit of {"iterations": 1000000} gives the same plan everywhere.
Exit codes: treffpunkt groups --help"#;

/// Help of `assign`.
pub(super) const ASSIGN: &str = r#"A problem to begin with:

  { "slots": ["A", "B"],
    "workshops": [{"id": "law", "slots": ["A"], "min": 2, "max": 20, "organisation_max": 3,
                   "clashes": ["press"]}, {"id": "press"}, {"id": "housing"}],
    "people": [{"id": "Ada", "organisation": "RIN", "wishes": ["law", "press"]},
               {"id": "Ben", "slots": ["A"], "wishes": ["law"]},
               {"id": "Cem", "wishes": [["press", "housing"]]}],
    "rules": {"fixed": [{"person": "Cem", "slot": "B", "workshop": "press"}],
              "together": [], "apart": []},
    "fairness": "leximin", "fill": "anything", "limit": {"seconds": 20}, "seed": 7 }

Only slots, workshops and people are needed; fairness is leximin, rank-maximal or generous, fill
is anything or wishes-only. A plan under "previous" is kept where that costs nothing, and with
"stability": "first" wherever no seat stays empty for it. A limit of {"iterations": 100000} gives the same plan everywhere.
Exit codes: treffpunkt groups --help"#;
