//! Options of a question in one cell of a table.

use std::collections::HashMap;

use model::{Answer, Question, name_key};

/// The separators between options, which can be part of an option, too.
const SEPARATORS: [char; 4] = [',', ';', '|', '\n'];

/// The most pieces of a cell. A question has fewer options.
const MOST_PIECES: usize = 500;

/// The options of a question, for look-ups by their text.
#[derive(Debug)]
pub(crate) struct Options<'q> {
    by_text: HashMap<&'q str, &'q str>,
    by_key: HashMap<String, &'q str>,
    /// The most pieces that separators part an option into.
    pieces: usize,
}

impl<'q> Options<'q> {
    pub fn of(question: &'q Question) -> Self {
        let mut options = Self {
            by_text: HashMap::new(),
            by_key: HashMap::new(),
            pieces: 1,
        };
        for option in &question.options {
            let option = option.as_str();
            options.by_text.insert(option, option);
            options.by_key.entry(name_key(option)).or_insert(option);
            options.pieces = options.pieces.max(option.split(SEPARATORS).count());
        }
        options
    }

    /// The option of this text, or else of a text that is spelt otherwise.
    fn find(&self, text: &str) -> Option<&'q str> {
        let text = text.trim();
        let exact = self.by_text.get(text);
        exact.or_else(|| self.by_key.get(&name_key(text))).copied()
    }

    /// The options in a cell, each on a line of its own or separated by commas, semicolons or bars. `None` if
    /// a part of the cell is none of them.
    pub fn in_cell(&self, cell: &str) -> Option<Vec<&'q str>> {
        if cell.contains('\n') {
            let lines = cell.split('\n').filter(|line| !line.trim().is_empty());
            if let Some(found) = lines.map(|line| self.find(line)).collect() {
                return Some(found);
            }
        }
        if let Some(found) = self.find(cell) {
            return Some(vec![found]);
        }
        self.in_pieces(cell)
    }

    /// Joins pieces to options from the end of the cell to its beginning, as many pieces as possible.
    fn in_pieces(&self, cell: &str) -> Option<Vec<&'q str>> {
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        let mut begins = 0;
        for piece in cell.split(SEPARATORS) {
            pieces.push((begins, begins + piece.len()));
            // Every separator is one byte long.
            begins += piece.len() + 1;
            if pieces.len() > MOST_PIECES {
                return None;
            }
        }
        // For each piece, the option that begins with it and the piece after that, if the rest is options.
        let mut found: Vec<Option<(Option<&'q str>, usize)>> = vec![None; pieces.len()];
        let is_end = |found: &[Option<_>], at: usize| found.get(at).is_none_or(Option::is_some);
        for first in (0..pieces.len()).rev() {
            let last = pieces.len().min(first + self.pieces);
            let option = (first + 1..=last).rev().find_map(|end| {
                let text = &cell[pieces[first].0..pieces[end - 1].1];
                let option = self.find(text).filter(|_| is_end(&found, end))?;
                Some((Some(option), end))
            });
            let is_empty = cell[pieces[first].0..pieces[first].1].trim().is_empty();
            let skipped = (is_empty && is_end(&found, first + 1)).then_some((None, first + 1));
            found[first] = option.or(skipped);
        }
        let (mut options, mut at) = (Vec::new(), 0);
        while at < pieces.len() {
            let (option, next) = found[at]?;
            options.extend(option);
            at = next;
        }
        Some(options)
    }

    /// An answer as the cell of a table, which [`Self::in_cell`] takes for the same options.
    pub fn cell(&self, answer: &Answer) -> String {
        match answer {
            Answer::Several(options) => {
                let joined = options.join(", ");
                let read = self.in_cell(&joined);
                if read.is_some_and(|read| read.iter().eq(options.iter())) {
                    joined
                } else {
                    options.join("\n")
                }
            }
            answer => answer.shown().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use model::{Answer, Line, Need, Question, QuestionKind, Text};
    use uuid::Uuid;

    use super::Options;

    fn question(options: &[&str]) -> Question {
        Question {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind: QuestionKind::SeveralOf,
            label: Line::parse("Verpflegung").unwrap(),
            help: Text::default(),
            options: options.iter().map(|o| Line::parse(o).unwrap()).collect(),
            need: Need::Optional,
        }
    }

    #[test]
    fn options_are_separated_as_people_do() {
        let question = question(&["vegan", "halal", "Bahn, Bus"]);
        let options = Options::of(&question);
        for cell in [
            "vegan, halal",
            "vegan;halal",
            "Vegan | HALAL;",
            "vegan\nhalal",
        ] {
            assert_eq!(
                options.in_cell(cell),
                Some(vec!["vegan", "halal"]),
                "{cell}"
            );
        }
        let mixed = options.in_cell("halal, Bahn, Bus, vegan");
        assert_eq!(mixed, Some(vec!["halal", "Bahn, Bus", "vegan"]));
        assert_eq!(options.in_cell("vegan, Steak"), None);
        assert_eq!(options.in_cell(""), Some(vec![]));
        assert_eq!(options.in_cell(&",".repeat(10_000)), None);
    }

    #[test]
    fn a_cell_that_could_be_read_in_two_ways_has_a_line_for_each_option() {
        let question = question(&["a", "b", "a, b"]);
        let options = Options::of(&question);
        let both = Answer::Several(vec!["a".into(), "b".into()]);
        assert_eq!(options.cell(&both), "a\nb");
        assert_eq!(options.in_cell("a\nb"), Some(vec!["a", "b"]));
    }
}
