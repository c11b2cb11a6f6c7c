//! Pages of a network's own words in its automatic mails.

mod change;
mod list;

pub(crate) use change::ChangeOwnWordsPage;
pub(crate) use list::OwnWordsPage;
