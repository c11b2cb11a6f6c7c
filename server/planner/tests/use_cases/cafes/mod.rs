//! World cafés.

mod clock;
