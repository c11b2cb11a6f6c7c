//! Publishing the plan of a café, and its day.

mod given_cafe;
mod presence;
mod publishing;
mod repair;
