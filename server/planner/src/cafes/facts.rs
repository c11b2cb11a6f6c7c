//! What a plan depends on besides the set-up and the people: who is there when, who met before, and which rounds have
//! begun.

use jiff::Timestamp;
use model::RegistrationId;
use store::Reader;

use super::{
    Cafe, CafeInput, CafeProblem, HeldRounds, Presence, earlier::earlier_tables,
    rounds::held_rounds,
};
use crate::Result;

/// What a plan depends on besides the set-up and the people.
#[derive(Debug, Clone, Default)]
pub struct CafeFacts {
    pub presence: Presence,
    /// Groups of people who sat together at earlier events.
    pub earlier: Vec<Vec<RegistrationId>>,
    /// The rounds that have begun.
    pub held: Option<HeldRounds>,
}

/// Loads them.
pub(crate) async fn load_facts(
    reader: &mut Reader,
    cafe: &Cafe,
    now: Timestamp,
) -> Result<CafeFacts> {
    let Some(plan) = &cafe.plan else {
        return Ok(CafeFacts::default());
    };
    let rounds = plan.set_up.rounds.count;
    let marks = reader.attendance(plan.id).await?;
    Ok(CafeFacts {
        presence: marks
            .into_iter()
            .map(|mark| (mark.person, mark.attendance.rounds(rounds)))
            .collect(),
        earlier: earlier_tables(reader, cafe).await?,
        held: held_rounds(reader, cafe, now).await?,
    })
}

impl Cafe {
    /// The café as the solver sees it, by the set-up that is edited.
    pub fn problem(&self, facts: &CafeFacts) -> CafeProblem {
        let mut problem = CafeProblem::new(CafeInput {
            set_up: &self.set_up(),
            people: &self.people,
            presence: &facts.presence,
            earlier: &facts.earlier,
        });
        if let Some(held) = &facts.held {
            problem.keep(held.clone());
        }
        problem
    }
}
