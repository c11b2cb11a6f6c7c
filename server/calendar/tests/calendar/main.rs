//! The public interface: properties in, bytes out, checked by the linter and by snapshots.

#![cfg(test)]

mod example;
mod messages;
mod refusals;
mod sharing;
mod texts;
mod zones;
