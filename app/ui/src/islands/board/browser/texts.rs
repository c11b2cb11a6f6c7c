//! What a change brings, in the words of the page.

use super::super::{BoardText, CafeText, Figure, WorkshopText};
use super::costs::{Cost, Differences, Standing, Verdict};

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
        match &cost.differences {
            Differences::Figures(figures) => self.short_figure(figures.first().copied()),
            Differences::Standings {
                own: Some(own),
                is_exchange: false,
                ..
            } => self.instead(*own),
            Differences::Standings { .. } => match cost.verdict {
                Verdict::Gain => self.at(WorkshopText::Better as usize).to_owned(),
                Verdict::Loss => self.at(WorkshopText::Worse as usize).to_owned(),
                Verdict::Even | Verdict::Forbidden => signed(0),
            },
        }
    }

    fn short_figure(&self, figure: Option<(Figure, i64)>) -> String {
        let Some((figure, n)) = figure else {
            return signed(0);
        };
        if figure == Figure::Meetings {
            return signed(n);
        }
        let line = CafeText::Short as usize + 2 * figure as usize + usize::from(n.abs() != 1);
        self.at(line).replace("{signed}", &signed(n))
    }

    /// All differences in words. `other` is the name of the other one of an exchange.
    pub fn words(&self, cost: &Cost, other: &str) -> String {
        let mut words: Vec<String> = Vec::new();
        if cost.verdict == Verdict::Forbidden {
            let text = if cost.breaks_sizes_alone {
                BoardText::BreaksSizes
            } else {
                BoardText::BreaksARule
            };
            words.push(self.of(text).to_owned());
        }
        match &cost.differences {
            Differences::Figures(figures) => words.extend(figures.iter().map(|&(figure, n)| {
                self.counted(CafeText::Words as usize + 4 * figure as usize, n)
            })),
            Differences::Standings {
                own,
                other: of_other,
                colleagues,
                ..
            } => {
                words.extend(own.map(|own| self.instead(own)));
                words.extend(of_other.map(|change| {
                    let text = self.at(WorkshopText::OfOther as usize);
                    let text = text.replace("{text}", &self.instead(change));
                    text.replace("{name}", other)
                }));
                if *colleagues != 0 {
                    words.push(self.counted(WorkshopText::Colleagues as usize, *colleagues));
                }
            }
        }
        if words.is_empty() {
            return self.of(BoardText::Nothing).to_owned();
        }
        words.join(", ")
    }

    /// The text of a number among four: one fewer, several fewer, one more, several more.
    fn counted(&self, first: usize, n: i64) -> String {
        let line = first + 2 * usize::from(n > 0) + usize::from(n.abs() != 1);
        self.at(line).replace("{n}", &n.unsigned_abs().to_string())
    }

    /// *1. statt 2. Wunsch* and the like.
    fn instead(&self, (before, after): (Standing, Standing)) -> String {
        let text = self.at(match (before, after) {
            (_, Standing::NoSeat) => WorkshopText::Loses as usize,
            (Standing::NoSeat, _) => WorkshopText::Gets as usize,
            _ => WorkshopText::Instead as usize,
        });
        let text = text.replace("{after}", self.standing(after));
        text.replace("{before}", self.standing(before))
    }

    fn standing(&self, standing: Standing) -> &str {
        self.at(match standing {
            Standing::NoSeat => WorkshopText::NoSeat as usize,
            Standing::NoWish => WorkshopText::NoWish as usize,
            Standing::Rank(rank) => WorkshopText::Rank as usize + rank.saturating_sub(1),
        })
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
