//! The form that moves an item within its list.

use std::str::FromStr;

use planner::MoveTo;
use serde::{Deserialize, Serialize};
use ui::error::AppError;

/// The form of [`ui::components::MoveButtons`].
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    /// The id of what the list belongs to: an event, or a network.
    pub list: String,
    /// The id of the item.
    pub item: String,
    /// `earlier`, `later` or `place`.
    #[serde(rename = "do")]
    pub action: String,
    /// With `place`: the id of the item that it goes before. Empty for the end of the list.
    pub before: String,
}

impl MoveForm {
    /// Parses the item and its destination.
    pub fn parse<Id: FromStr>(&self) -> Result<(Id, MoveTo<Id>), AppError> {
        let id = |text: &str| text.parse().map_err(|_| AppError::NotFound);
        let place = match (self.action.as_str(), self.before.as_str()) {
            ("earlier", _) => MoveTo::Earlier,
            ("later", _) => MoveTo::Later,
            ("place", "") => MoveTo::Last,
            ("place", before) => MoveTo::Before(id(before)?),
            _ => return Err(AppError::Unreadable),
        };
        Ok((id(&self.item)?, place))
    }

    /// The id of the pressed button. As the fragment of the redirect, it lets the person press the button again.
    pub fn anchor(&self, item: &str) -> String {
        match self.action.as_str() {
            step @ ("earlier" | "later") => format!("{step}-{}", self.item),
            _ => format!("{item}-{}", self.item),
        }
    }
}

#[cfg(test)]
mod tests {
    use model::AgendaItemId;
    use planner::MoveTo;
    use ui::{error::AppError, forms::parse_form};
    use uuid::Uuid;

    use super::MoveForm;

    fn place(body: &str) -> Result<MoveTo<AgendaItemId>, AppError> {
        let form: MoveForm = parse_form(body).unwrap();
        form.parse().map(|(_, place)| place)
    }

    #[test]
    fn a_button_steps_and_a_drop_says_before_what() {
        let (item, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let sent = |rest: &str| place(&format!("item={item}&{rest}"));
        assert_eq!(sent("before=&do=earlier"), Ok(MoveTo::Earlier));
        assert_eq!(sent("before=&do=place"), Ok(MoveTo::Last));
        assert_eq!(
            sent(&format!("before={other}&do=place")),
            Ok(MoveTo::Before(other.into()))
        );
        assert_eq!(sent("before=x&do=place"), Err(AppError::NotFound));
        assert_eq!(sent("before="), Err(AppError::Unreadable));
    }
}
