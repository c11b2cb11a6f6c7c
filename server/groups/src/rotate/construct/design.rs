//! Resolvable designs: points at tables, round by round.

/// A resolvable design. `rounds[round][point]` is the table of the point.
#[derive(Clone, Debug)]
pub struct Design {
    pub rounds: Vec<Vec<u16>>,
    /// The class of each point. Points of one class never meet.
    pub class_of: Vec<u16>,
    pub name: &'static str,
}

/// Number of pairs of points that meet more than once.
#[cfg(test)]
pub fn repeats(design: &Design) -> usize {
    let points = design.class_of.len();
    let met = |one: usize, other: usize| {
        let rounds = design.rounds.iter();
        rounds.filter(|round| round[one] == round[other]).count()
    };
    (0..points)
        .map(|one| (0..one).filter(|&other| met(one, other) > 1).count())
        .sum()
}
