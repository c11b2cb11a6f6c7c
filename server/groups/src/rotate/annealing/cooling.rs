//! Geometric cooling, and the acceptance threshold.
//!
//! Only operations that IEEE 754 rounds exactly are used, and no library logarithm, so that every machine
//! decides alike.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "patience is a whole price; lengths stay far below 2^52"
)]

use std::sync::LazyLock;

use super::super::random::Random;

/// Temperatures per cycle; a power of two, see [`CoolingSchedule::new`].
const STEPS: u64 = 128;
const DRAWS: usize = 4096;

/// −ln of evenly spaced numbers in (0, 1).
static DRAW: LazyLock<Vec<f64>> = LazyLock::new(|| {
    (0..DRAWS)
        .map(|draw| minus_ln((draw as f64 + 0.5) / DRAWS as f64))
        .collect()
});

/// One cycle from the initial to the final temperature.
#[derive(Clone, Debug, Default)]
pub struct CoolingSchedule {
    temperature: f64,
    factor: f64,
    proposals_per_temperature: u64,
    proposals_left: u64,
    temperatures_left: u64,
}

impl CoolingSchedule {
    /// A cycle of about `length` proposals.
    pub fn new(initial_temperature: f64, final_temperature: f64, length: u64) -> Self {
        // The 128th root is seven square roots, which IEEE 754 rounds exactly.
        let factor = (0..STEPS.ilog2()).fold(final_temperature / initial_temperature, |root, _| {
            root.sqrt()
        });
        let proposals_per_temperature = (length / STEPS).max(1);
        Self {
            temperature: initial_temperature,
            factor,
            proposals_per_temperature,
            proposals_left: proposals_per_temperature,
            temperatures_left: STEPS,
        }
    }

    /// Whether the cycle has no proposal left.
    pub const fn is_over(&self) -> bool {
        self.temperatures_left == 0
    }

    /// Highest increase of the energy that the next proposal may cause.
    ///
    /// Accepting an increase below −T·ln(u) is the Metropolis criterion.
    #[inline]
    pub fn threshold(&mut self, random: &mut Random) -> i64 {
        self.proposals_left -= 1;
        if self.proposals_left == 0 {
            self.proposals_left = self.proposals_per_temperature;
            self.temperatures_left -= 1;
            self.temperature *= self.factor;
        }
        (self.temperature * DRAW[random.below(DRAWS)]) as i64
    }
}

/// −ln(x) for 0 < x < 1: halvings, then 2·artanh((x − 1)/(x + 1)) as a series.
fn minus_ln(mut x: f64) -> f64 {
    let mut halvings = 0.0;
    while x < 0.75 {
        x *= 2.0;
        halvings += 1.0;
    }
    let y = (1.0 - x) / (1.0 + x);
    let mut power = y;
    let mut sum = 0.0;
    for odd in (1..40).step_by(2) {
        sum += power / f64::from(odd);
        power *= y * y;
    }
    halvings * std::f64::consts::LN_2 + 2.0 * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_logarithm_agrees_with_the_librarys() {
        for x in [0.0001, 0.1, 0.5, 0.74, 0.76, 0.9999] {
            assert!((minus_ln(x) + x.ln()).abs() < 1e-12, "{x}");
        }
    }

    #[test]
    fn a_cycle_ends_at_the_cold_temperature() {
        let mut cooling = CoolingSchedule::new(100.0, 1.0, 1280);
        let mut random = Random::new(1, 1);
        let mut proposals = 0;
        while !cooling.is_over() {
            cooling.threshold(&mut random);
            proposals += 1;
        }
        assert_eq!(proposals, 1280);
        assert!((cooling.temperature - 1.0).abs() < 1e-9);
    }
}
