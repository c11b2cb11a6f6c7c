//! The package seen from outside: entries in, bytes out, judged by the linter and by eye.

#![cfg(test)]

mod example;
mod messages;
mod refusals;
mod texts;
mod zones;
