//! What is printed.

use crate::Code;

/// The papers of a café. Empty parts are not printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Papers {
    /// The title of the document.
    pub title: String,
    /// What the paper is about, in small letters at its top: the café, its day, and whether it is a draft.
    pub heading: String,
    /// The language of the texts, as BCP 47 writes it.
    pub language: String,
    /// In the order of names.
    pub cards: Vec<Card>,
    pub signs: Vec<Sign>,
    pub tables: Vec<TableList>,
    pub names: Option<NameList>,
}

impl Papers {
    /// Whether there is nothing to print.
    pub const fn is_empty(&self) -> bool {
        self.cards.is_empty()
            && self.signs.is_empty()
            && self.tables.is_empty()
            && self.names.is_none()
    }
}

/// The rotation card of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub organisation: Option<String>,
    /// One for each round.
    pub stops: Vec<Stop>,
    pub note: String,
    pub code: Option<Code>,
}

/// Where somebody sits in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    pub round: String,
    pub time: String,
    /// `None`: no seat in this round.
    pub table: Option<String>,
    pub topic: String,
    pub room: Option<String>,
}

/// The sign of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The word above the number.
    pub word: String,
    pub table: String,
    pub topic: String,
    pub room: Option<String>,
    pub host: Option<String>,
    /// Where the table writes, and what is said about it.
    pub code: Option<Code>,
    pub note: Option<String>,
}

/// Who comes to a table, round by round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableList {
    pub title: String,
    pub facts: String,
    pub rounds: Vec<TableRound>,
}

/// The people of a table in a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRound {
    pub title: String,
    pub people: Vec<String>,
}

/// Everybody with their tables, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameList {
    pub title: String,
    pub name: String,
    pub organisation: String,
    /// The headings of the rounds.
    pub rounds: Vec<String>,
    pub rows: Vec<NameRow>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameRow {
    pub name: String,
    pub organisation: Option<String>,
    /// The table of each round; empty without a seat.
    pub tables: Vec<String>,
}

/// The cards of each sheet of four. The sheets are cut as one pile, and the four piles are laid on each other, the
/// first place uppermost: then the cards are in their order again.
pub fn stacked<T>(cards: &[T]) -> Vec<[Option<&T>; 4]> {
    let sheets = cards.len().div_ceil(4);
    (0..sheets)
        .map(|sheet| std::array::from_fn(|place| cards.get(place * sheets + sheet)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::stacked;

    #[test]
    fn a_cut_pile_is_in_the_order_of_names() {
        for count in 0..30 {
            let cards: Vec<usize> = (0..count).collect();
            let sheets = stacked(&cards);
            assert_eq!(sheets.len(), count.div_ceil(4));
            let piles =
                (0..4).flat_map(|place| sheets.iter().filter_map(move |sheet| sheet[place]));
            assert_eq!(piles.copied().collect::<Vec<_>>(), cards);
        }
    }
}
