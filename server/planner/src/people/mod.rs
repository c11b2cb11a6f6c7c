//! Networks, the people who work for them, and their partner organisations.

mod members;
mod networks;
mod organisations;

pub use members::NewMember;
pub use networks::NetworkSettings;
pub use organisations::NewOrganisation;
