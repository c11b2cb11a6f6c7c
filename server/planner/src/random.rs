//! Randomness, as a parameter.

use std::fmt::Debug;

/// Gives random bytes.
pub trait RandomSource: Send + Sync + Debug {
    /// Fills the bytes with random ones that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's random numbers.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl RandomSource for OsRandom {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that draws from the system's randomness"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        // A cryptographic generator, seeded and reseeded by the operating system.
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}
