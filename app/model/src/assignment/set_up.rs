//! What an assignment is made from, besides the programme, the people and their wishes.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::{Fault, Faults, RegistrationId, string_enum::string_enum, workshops::OfferKey};

string_enum! {
    /// How wishes are compared, once as many seats as possible are filled.
    Fairness {
        /// Nobody is left far behind: fewest people whose best wish is the last one, then the one before, and so on.
        Leximin = "leximin",
        /// Most first wishes, then most second ones, and so on.
        RankMaximal = "rank-maximal",
        /// Fewest seats of the last wishes, then of the ones before, and so on.
        Generous = "generous",
    }
}

string_enum! {
    /// Where people may be placed.
    SeatFill {
        /// Anywhere; a seat without a wish for it comes last.
        Anything = "anything",
        /// Only in workshops they wished for. Whoever has no wishes may be placed anywhere.
        WishesOnly = "wishes only",
    }
}

/// Whether an offer takes place, as an organiser has decided. Others take place if enough people attend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferDecision {
    Keep(OfferKey),
    CallOff(OfferKey),
}

impl OfferDecision {
    /// The offer that is decided.
    pub const fn offer(self) -> OfferKey {
        match self {
            Self::Keep(offer) | Self::CallOff(offer) => offer,
        }
    }
}

/// A rule that an assignment keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentRule {
    /// The person attends the offer.
    Fixed {
        person: RegistrationId,
        offer: OfferKey,
    },
    /// These people attend the same workshop in every slot that all of them attend.
    Together(Vec<RegistrationId>),
    /// No two of these people attend the same workshop at one time.
    Apart(Vec<RegistrationId>),
}

impl AssignmentRule {
    /// The people that it names.
    pub fn people(&self) -> &[RegistrationId] {
        match self {
            Self::Fixed { person, .. } => std::slice::from_ref(person),
            Self::Together(people) | Self::Apart(people) => people,
        }
    }
}

/// The set-up of an assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignmentSetUp {
    pub fill: SeatFill,
    pub rules: Vec<AssignmentRule>,
    pub decisions: Vec<OfferDecision>,
}

impl Default for AssignmentSetUp {
    /// A set-up without rules.
    fn default() -> Self {
        Self {
            fill: SeatFill::Anything,
            rules: Vec::new(),
            decisions: Vec::new(),
        }
    }
}

impl AssignmentSetUp {
    /// The most rules of a set-up.
    pub const MOST_RULES: usize = 500;

    /// The decision about an offer.
    pub fn decision(&self, offer: OfferKey) -> Option<OfferDecision> {
        let mut decisions = self.decisions.iter().copied();
        decisions.find(|decision| decision.offer() == offer)
    }

    /// Decides about an offer, or takes the decision back.
    pub fn decide(&mut self, offer: OfferKey, decision: Option<OfferDecision>) {
        self.decisions.retain(|one| one.offer() != offer);
        self.decisions.extend(decision);
    }

    /// Refuses groups of fewer than two people or with one of them twice, and too many rules.
    pub fn check(&self) -> Result<(), Faults> {
        let mut faults = Faults::none();
        if self.rules.len() > Self::MOST_RULES {
            let most = u32::try_from(Self::MOST_RULES).unwrap_or(u32::MAX);
            faults.add("rules", Fault::AboveMaximum { most });
        }
        for (index, rule) in self.rules.iter().enumerate() {
            let people = rule.people();
            let distinct: HashSet<_> = people.iter().collect();
            let is_group = !matches!(rule, AssignmentRule::Fixed { .. });
            if distinct.len() < people.len() || is_group && people.len() < 2 {
                faults.add(format!("rules[{index}]"), Fault::TooFew { least: 2 });
            }
        }
        faults.or(Some(()))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{AssignmentRule, AssignmentSetUp, OfferDecision};
    use crate::workshops::OfferKey;

    fn id<Id: From<Uuid>>(number: u128) -> Id {
        Uuid::from_u128(number).into()
    }

    #[test]
    fn a_decision_replaces_the_one_before() {
        let offer = OfferKey {
            slot: id(1),
            workshop: id(2),
        };
        let mut set_up = AssignmentSetUp::default();
        set_up.decide(offer, Some(OfferDecision::Keep(offer)));
        set_up.decide(offer, Some(OfferDecision::CallOff(offer)));
        assert_eq!(set_up.decisions, [OfferDecision::CallOff(offer)]);
        set_up.decide(offer, None);
        assert_eq!(set_up.decision(offer), None);
    }

    #[test]
    fn a_group_has_two_different_people() {
        let mut set_up = AssignmentSetUp {
            rules: vec![AssignmentRule::Apart(vec![id(1), id(2)])],
            ..AssignmentSetUp::default()
        };
        assert_eq!(set_up.check(), Ok(()));
        set_up
            .rules
            .push(AssignmentRule::Together(vec![id(1), id(1)]));
        assert!(set_up.check().is_err());
    }
}
