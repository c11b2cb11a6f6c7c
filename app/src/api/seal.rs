//! Seals: what a page has shown comes back with its form, so that nothing else is done than what was seen.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A hash of what a page shows. It is no secret: whoever changes it sends what they see themselves.
pub fn seal_of(shown: &impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    shown.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
