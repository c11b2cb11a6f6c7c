//! World cafés.

mod harvest;
