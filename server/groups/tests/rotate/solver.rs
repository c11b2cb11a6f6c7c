//! Solves a JSON problem and checks the plan.

use groups::SearchControl;
use groups::rotate::{self, Problem, SolveError};
use serde_json::Value;

use crate::checker;

/// Never ends a search: only the limit of iterations does.
pub struct NeverStop;

impl SearchControl for NeverStop {
    fn should_stop(&self) -> bool {
        false
    }
}

/// The checked plan, or the lines of the contradiction.
pub fn try_plan(problem: &Value) -> Result<Value, Vec<String>> {
    let parsed = Problem::from_json(&problem.to_string())
        .unwrap_or_else(|faults| panic!("{faults:?} in {problem}"));
    let plan = rotate::solve(&parsed, &NeverStop).map_err(|none| match none {
        SolveError::Contradiction(contradiction) => contradiction.lines,
        other => panic!("{other} in {problem}"),
    })?;
    let plan: Value = serde_json::from_str(&plan.to_json(&parsed).unwrap()).unwrap();
    assert_eq!(
        checker::complaints(problem, &plan),
        Vec::<String>::new(),
        "{problem}\n{plan}"
    );
    Ok(plan)
}

/// The checked plan.
pub fn plan(problem: &Value) -> Value {
    try_plan(problem).unwrap_or_else(|lines| panic!("{lines:?} in {problem}"))
}
