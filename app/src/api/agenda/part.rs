//! The part of an agenda that a form moves.

use std::{fmt, str::FromStr};

use model::AgendaItemId;
use planner::agenda::MovedPart;

/// An item or a slot, as a form names it: the id of the item, or `slot-` and the id of the slot's first item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaPart(MovedPart);

impl AgendaPart {
    /// One item.
    pub const fn of(item: AgendaItemId) -> Self {
        Self(MovedPart::Item(item))
    }

    /// The slot of an item.
    pub const fn slot(item: AgendaItemId) -> Self {
        Self(MovedPart::Slot(item))
    }

    /// The item, or the first one of the slot.
    pub const fn item(self) -> AgendaItemId {
        let (MovedPart::Item(item) | MovedPart::Slot(item)) = self.0;
        item
    }
}

impl From<AgendaPart> for MovedPart {
    fn from(part: AgendaPart) -> Self {
        part.0
    }
}

impl FromStr for AgendaPart {
    type Err = <AgendaItemId as FromStr>::Err;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self(match text.strip_prefix("slot-") {
            Some(item) => MovedPart::Slot(item.parse()?),
            None => MovedPart::Item(text.parse()?),
        }))
    }
}

impl fmt::Display for AgendaPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            MovedPart::Item(item) => write!(f, "{item}"),
            MovedPart::Slot(item) => write!(f, "slot-{item}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use planner::agenda::MovedPart;
    use uuid::Uuid;

    use super::AgendaPart;

    #[test]
    fn a_part_is_read_as_it_was_written() {
        let item = Uuid::from_u128(1).into();
        for part in [MovedPart::Item(item), MovedPart::Slot(item)] {
            assert_eq!(AgendaPart(part).to_string().parse(), Ok(AgendaPart(part)));
        }
        assert!("slot".parse::<AgendaPart>().is_err());
    }
}
