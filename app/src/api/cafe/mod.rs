//! Form actions of world cafés.

mod form;
mod mend;
mod names;
mod new_rule;
mod rows;
mod set_up;

pub use form::{CafeForm, TableRow, TopicRow, rule_input};
pub use mend::people_to_suggest_for;
pub use names::Names;
pub use new_rule::need_value;
pub use set_up::{item_of, save_cafe_set_up};
