//! The problem and the plan as the JSON of `treffpunkt groups rotate`. Nobody is named: people, organisations and
//! tables have numbers.

use groups::{
    Limit,
    rotate::{Bounds, Plan, Problem, Quality},
};

use super::PlanExport;
use crate::{PlannerError, Result};

/// The name of the method in a plan that was not found by the solver alone.
const METHOD: &str = "stored plan";

impl PlanExport {
    /// The problem that the plan solves.
    pub fn problem_json(&self) -> Result<String> {
        self.nameless_problem()
            .to_json()
            .map_err(PlannerError::internal)
    }

    /// The problem with the version as the plan to stay with. The solver answers with the same seats and confirms
    /// their quality, if they keep all rules.
    pub fn check_json(&self) -> Result<String> {
        let version = self.version.as_ref().ok_or(PlannerError::NotFound)?;
        let problem = Problem {
            previous: Some(self.problem.given(&version.seating)),
            limit: Limit::Iterations(0),
            ..self.nameless_problem()
        };
        problem.to_json().map_err(PlannerError::internal)
    }

    /// The version as the solver writes plans.
    pub fn plan_json(&self) -> Result<String> {
        let version = self.version.as_ref().ok_or(PlannerError::NotFound)?;
        let problem = self.nameless_problem();
        let seating = self.problem.seating(&version.seating);
        let plan = Plan {
            quality: Quality::new(&problem, &seating),
            bounds: Bounds::new(&problem),
            seating,
            seed: version.head.seed.unwrap_or(0),
            iterations: version.head.iterations.unwrap_or(0),
            method: METHOD.to_owned(),
        };
        plan.to_json(&problem).map_err(PlannerError::internal)
    }

    fn nameless_problem(&self) -> Problem {
        let mut problem = self.problem.problem.clone();
        for (number, person) in (1..).zip(&mut problem.people) {
            person.id = format!("p{number}");
        }
        for table in &mut problem.tables {
            table.id = format!("t{}", table.id);
        }
        problem
    }
}
