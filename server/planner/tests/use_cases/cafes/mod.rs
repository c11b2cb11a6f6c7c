//! World cafés.

mod set_up;
