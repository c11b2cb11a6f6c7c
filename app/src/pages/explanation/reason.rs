//! What stood against a wish, in a sentence.

use model::RegistrationId;
use planner::assignments::{Comparison, RefusalReason};
use ui::text::t;

use super::Names;

/// What stood against a wish of a person. A version that was changed by hand did not draw between equals.
pub(crate) fn refusal_text(
    names: Names<'_>,
    (own, is_changed_by_hand): (RegistrationId, bool),
    reason: &RefusalReason,
) -> String {
    use RefusalReason as Reason;
    // A person who has to sit with the one who wished; `None` is the one who wished.
    let partner = |person: RegistrationId| {
        (person != own).then(|| {
            names
                .person(person)
                .unwrap_or_else(|| t!("reason-somebody"))
        })
    };
    match *reason {
        Reason::NotThere if names.people.is_some() => t!("reason-not-there"),
        Reason::NotThere => t!("reason-not-there.own"),
        Reason::Booked { person } => match partner(person) {
            Some(name) => t!("reason-booked.partner", name = name),
            None if names.people.is_some() => t!("reason-booked"),
            None => t!("reason-booked.own"),
        },
        Reason::CalledOff => t!("reason-called-off"),
        Reason::TooFewPeople { least } => t!("reason-too-few-people", least = least),
        Reason::NoSeats => t!("reason-no-seats"),
        Reason::Full {
            seats,
            ref by_rank,
            comparison,
        } => {
            let full = t!("reason-full", seats = seats, holders = holders(by_rank));
            match compared(comparison, is_changed_by_hand) {
                Some(compared) => format!("{full} {compared}"),
                None => full,
            }
        }
        Reason::TooFewTogether { free, needed } => {
            t!("reason-too-few-together", free = free, needed = needed)
        }
        Reason::OrganisationFull { most } => t!("reason-organisation-full", n = most),
        Reason::AttendedElsewhere { person, slot } => {
            let name = partner(person).unwrap_or_else(|| t!("reason-somebody"));
            t!("reason-attended", name = name, when = names.time(slot))
        }
        Reason::Clash {
            person,
            workshop,
            slot,
        } => {
            let (title, when) = (names.workshop(workshop), names.time(slot));
            match partner(person) {
                Some(name) => t!(
                    "reason-clash.partner",
                    name = name,
                    title = title,
                    when = when
                ),
                None => t!("reason-clash", title = title, when = when),
            }
        }
        Reason::FixedElsewhere { person } => match partner(person) {
            Some(name) => t!("reason-fixed.partner", name = name),
            None => t!("reason-fixed"),
        },
        Reason::NotWished { person } => match partner(person) {
            Some(name) => t!("reason-not-wished.partner", name = name),
            None => t!("reason-not-wished"),
        },
        Reason::Apart { person, other } => match (names.person(person), names.person(other)) {
            (Some(one), Some(other)) => t!("reason-apart.named", one = one, other = other),
            _ => t!("reason-apart"),
        },
        Reason::NeededElsewhere { workshop, least } => t!(
            "reason-needed",
            title = names.workshop(workshop),
            least = least
        ),
        Reason::KeepsSeats => t!("reason-keeps-seats"),
        Reason::Worse => t!("reason-worse"),
        Reason::AsGood if is_changed_by_hand => t!("reason-as-good"),
        Reason::AsGood => t!("reason-as-good.lot"),
        Reason::Better => t!("reason-better"),
    }
}

/// *20 als 1. Wunsch, 5 ohne Wunsch dafür*.
fn holders(by_rank: &[(usize, u32)]) -> String {
    let holders: Vec<String> = by_rank
        .iter()
        .map(|&(rank, n)| match rank {
            0 => t!("reason-holders-none", n = n),
            rank => t!("reason-holders", n = n, rank = rank),
        })
        .collect();
    holders.join(", ")
}

/// Why the seats of a full workshop stay with those who have them. A lot decides only what the solver decided.
fn compared(comparison: Comparison, is_changed_by_hand: bool) -> Option<String> {
    Some(match (comparison, is_changed_by_hand) {
        (Comparison::Unknown, _) => return None,
        (Comparison::NoOtherSeat, _) => t!("reason-no-other-seat"),
        (Comparison::ReplacingIsWorse, _) => t!("reason-replacing-worse"),
        (Comparison::ReplacingIsAsGood, false) => t!("reason-replacing-lot"),
        (Comparison::ReplacingIsAsGood, true) => t!("reason-replacing-as-good"),
        (Comparison::ExchangeIsWorse, _) => t!("reason-exchange-worse"),
        (Comparison::ExchangeIsAsGood, false) => t!("reason-exchange-lot"),
        (Comparison::ExchangeIsAsGood, true) => t!("reason-exchange-as-good"),
        (Comparison::KeepsSeats, _) => t!("reason-exchange-kept"),
    })
}
