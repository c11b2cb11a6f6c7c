//! What a change brings, in the words of the page.

use super::super::{BoardText, Figure};
use super::costs::{Cost, Verdict};

/// The texts of the page.
#[derive(Debug, Default)]
pub struct Texts(Vec<String>);

impl Texts {
    /// Reads `data-texts`.
    pub fn read(lines: &str) -> Self {
        Self(lines.lines().map(str::to_owned).collect())
    }

    pub fn of(&self, text: BoardText) -> &str {
        self.at(text as usize)
    }

    fn at(&self, line: usize) -> &str {
        self.0.get(line).map_or("", String::as_str)
    }

    /// What stands in the board: the most important difference.
    pub fn short(&self, cost: &Cost) -> String {
        if cost.verdict == Verdict::Forbidden {
            let text = if cost.breaks_sizes_alone {
                BoardText::Size
            } else {
                BoardText::Rule
            };
            return self.of(text).to_owned();
        }
        let Some(&(figure, n)) = cost.differences.first() else {
            return signed(0);
        };
        if figure == Figure::Meetings {
            return signed(n);
        }
        let line = BoardText::Short as usize + 2 * figure as usize + usize::from(n.abs() != 1);
        self.at(line).replace("{signed}", &signed(n))
    }

    /// All differences in words.
    pub fn words(&self, cost: &Cost) -> String {
        let mut words: Vec<String> = Vec::new();
        if cost.verdict == Verdict::Forbidden {
            let text = if cost.breaks_sizes_alone {
                BoardText::BreaksSizes
            } else {
                BoardText::BreaksARule
            };
            words.push(self.of(text).to_owned());
        }
        words.extend(cost.differences.iter().map(|&(figure, n)| {
            let line = BoardText::Words as usize
                + 4 * figure as usize
                + 2 * usize::from(n > 0)
                + usize::from(n.abs() != 1);
            self.at(line).replace("{n}", &n.unsigned_abs().to_string())
        }));
        if words.is_empty() {
            return self.of(BoardText::Nothing).to_owned();
        }
        words.join(", ")
    }
}

/// *+2*, *−2*, *±0*.
fn signed(n: i64) -> String {
    match n {
        0 => "±0".to_owned(),
        n if n < 0 => format!("−{}", n.unsigned_abs()),
        n => format!("+{n}"),
    }
}
