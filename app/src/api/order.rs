//! Putting one thing of a list elsewhere in it.

use std::str::FromStr;

use planner::events::Place;
use serde::{Deserialize, Serialize};

use crate::told::Told;

/// What the buttons of one thing in a list send.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    pub event: String,
    /// What is moved.
    pub item: String,
    /// `earlier`, `later`, or `place`.
    #[serde(rename = "do")]
    pub action: String,
    /// With `place`: what it goes before; nothing for the end of the list.
    pub before: String,
}

impl MoveForm {
    /// What is moved, and where to.
    pub fn parse<Id: FromStr>(&self) -> Result<(Id, Place<Id>), Told> {
        let id = |text: &str| text.parse().map_err(|_| Told::NotFound);
        let place = match (self.action.as_str(), self.before.as_str()) {
            ("earlier", _) => Place::Earlier,
            ("later", _) => Place::Later,
            ("place", "") => Place::Last,
            ("place", before) => Place::Before(id(before)?),
            _ => return Err(Told::Unreadable),
        };
        Ok((id(&self.item)?, place))
    }

    /// The element to come back to: the button that was pressed, so that it can be pressed again.
    pub fn anchor(&self, item: &str) -> String {
        match self.action.as_str() {
            step @ ("earlier" | "later") => format!("{step}-{}", self.item),
            _ => format!("{item}-{}", self.item),
        }
    }
}

#[cfg(test)]
mod tests {
    use model::SessionId;
    use planner::events::Place;
    use uuid::Uuid;

    use super::MoveForm;
    use crate::{post::read, told::Told};

    fn place(body: &str) -> Result<Place<SessionId>, Told> {
        let form: MoveForm = read(body).unwrap();
        form.parse().map(|(_, place)| place)
    }

    #[test]
    fn a_button_steps_and_a_drop_says_before_what() {
        let (item, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let sent = |rest: &str| place(&format!("item={item}&{rest}"));
        assert_eq!(sent("before=&do=earlier"), Ok(Place::Earlier));
        assert_eq!(sent("before=&do=place"), Ok(Place::Last));
        assert_eq!(
            sent(&format!("before={other}&do=place")),
            Ok(Place::Before(other.into()))
        );
        assert_eq!(sent("before=x&do=place"), Err(Told::NotFound));
        assert_eq!(sent("before="), Err(Told::Unreadable));
    }
}
