//! The people of a board: their names, and the codes of their organisations.

use std::collections::HashMap;

use model::RegistrationId;
use planner::cafes::CafeBoard;
use ui::text::t;

/// Somebody on the board.
#[derive(Debug, Clone)]
pub(super) struct Person {
    /// The position in the café's people; that of the solver, too.
    pub position: usize,
    pub name: String,
    /// Position of the organisation.
    pub organisation: usize,
}

/// The people of a board.
#[derive(Debug)]
pub(super) struct People {
    by_id: HashMap<RegistrationId, Person>,
    /// The names of those who have no seat at the event any more.
    former: HashMap<RegistrationId, String>,
    /// Code and name of each organisation; empty for somebody without one.
    pub organisations: Vec<(String, String)>,
}

impl People {
    pub(super) fn new(board: &CafeBoard) -> Self {
        let solved = &board.problem.problem;
        let mut names = vec![String::new(); solved.organisations];
        let mut by_id = HashMap::new();
        for (position, (person, seat)) in board.cafe.people.iter().zip(&solved.people).enumerate() {
            names[seat.organisation] = person.organisation_name.clone().unwrap_or_default();
            let shown = Person {
                position,
                name: person.name(),
                organisation: seat.organisation,
            };
            by_id.insert(person.id, shown);
        }
        let codes = codes(&names);
        Self {
            by_id,
            former: (board.cafe.former.iter())
                .map(|person| (person.id, person.name.clone()))
                .collect(),
            organisations: codes.into_iter().zip(names).collect(),
        }
    }

    pub(super) fn get(&self, person: RegistrationId) -> Option<&Person> {
        self.by_id.get(&person)
    }

    /// The name of a person, with or without a seat at the event. Somebody whose registration was erased has none.
    pub(super) fn name(&self, person: RegistrationId) -> String {
        let former = || self.former.get(&person).cloned();
        self.get(person)
            .map(|person| person.name.clone())
            .or_else(former)
            .unwrap_or_else(|| t!("cafe-gone-unknown"))
    }

    /// The name of a person's organisation; empty without one.
    pub(super) fn organisation(&self, person: RegistrationId) -> &str {
        self.get(person)
            .map_or("", |person| &self.organisations[person.organisation].1)
    }
}

/// The longest first word that a code keeps.
const WORD: usize = 6;

/// A short code for each name, different for different names: *IBAS Leipzig* and *IBAS Löbau* become *IBAS Le* and
/// *IBAS Lö*.
fn codes(names: &[String]) -> Vec<String> {
    let code = |name: &str, letters: usize| {
        let mut words = name.split_whitespace();
        let first = words.next().unwrap_or_default();
        let rest: Vec<String> = words.map(|word| start(word, letters)).collect();
        if rest.is_empty() {
            start(first, WORD + letters)
        } else if first.chars().count() <= WORD {
            format!("{first} {}", rest.concat())
        } else {
            format!("{}{}", start(first, letters), rest.concat())
        }
    };
    let mut letters = vec![1; names.len()];
    // Longer codes until they differ; equal names stay equal.
    for _ in 0..8 {
        let codes: Vec<String> = (names.iter().zip(&letters))
            .map(|(name, letters)| code(name, *letters))
            .collect();
        let mut by_code: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, code) in codes.iter().enumerate() {
            by_code.entry(code).or_default().push(index);
        }
        let mut is_unique = true;
        for same in by_code.values() {
            if same.iter().any(|index| names[*index] != names[same[0]]) {
                is_unique = false;
                for index in same {
                    letters[*index] += 1;
                }
            }
        }
        if is_unique {
            return codes;
        }
    }
    names.to_vec()
}

fn start(word: &str, letters: usize) -> String {
    word.chars().take(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::codes;

    #[test]
    fn organisations_have_short_codes_that_differ() {
        let names = [
            "RIN Leipzig",
            "Gründung Mittelsachsen",
            "IBAS Leipzig",
            "IBAS Löbau",
            "Stadt Leipzig",
            "Arbeitsagentur",
            "",
        ];
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let codes = codes(&names);
        assert_eq!(
            codes,
            [
                "RIN L", "GM", "IBAS Le", "IBAS Lö", "Stadt L", "Arbeits", ""
            ]
        );
    }
}
