//! Designs: rounds of points at tables.

/// Where each place sits: `rounds[round][point]` is a table.
#[derive(Clone, Debug)]
pub struct Design {
    pub rounds: Vec<Vec<u16>>,
    /// The parts of places that never meet one another.
    pub class_of: Vec<u16>,
    pub name: &'static str,
}

/// Pairs of places that meet more than once.
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
