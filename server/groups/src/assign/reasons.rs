//! Why wishes were refused, for any plan of a problem.

use super::inspection::PlanInspection;
use super::layout::ProblemLayout;
use super::problem::Problem;
use super::refusal::Refusal;
use super::seating::Seating;

/// The reasons of a plan, of the solver or changed by hand. FORMAT.md defines when a reason is true.
#[derive(Debug)]
pub struct Reasons<'a> {
    inspection: PlanInspection<'a>,
}

impl<'a> Reasons<'a> {
    /// Indexes the plan. `layout` belongs to the same problem.
    pub fn new(problem: &'a Problem, layout: &'a ProblemLayout, seating: &Seating) -> Self {
        let ProblemLayout { model, goals } = layout;
        Self {
            inspection: PlanInspection::new(problem, model, goals, seating.to_seats(model)),
        }
    }

    /// For each slot in which the person would have preferred another workshop, or has no seat: what stood against
    /// every such wish.
    pub fn of_person(&mut self, person: usize) -> Vec<Refusal> {
        self.inspection.reset_work_limit();
        self.inspection.refusals_of(person)
    }

    /// The reasons of everybody, by person and slot.
    pub fn of_everybody(&mut self) -> Vec<Refusal> {
        let people = 0..self.inspection.people();
        people.flat_map(|person| self.of_person(person)).collect()
    }
}
