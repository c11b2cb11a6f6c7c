//! Group plans: numbers in, seats out.

pub mod rotate;
