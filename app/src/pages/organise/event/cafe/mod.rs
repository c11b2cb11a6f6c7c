//! Pages of a world café.

mod set_up;

pub(crate) use set_up::CafeSetUpPage;
