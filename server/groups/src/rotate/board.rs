//! A seating with all its counts, kept up to date while people move. One move costs one step per person at the tables.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

mod changes;
mod journal;
mod sizes;
mod smallest;

use super::plan::{Quality, Seating};
use super::problem::{Goal, Index};
use super::rules::ABSENT;
use super::setting::Setting;
use journal::Journal;
use smallest::Smallest;

/// Not in the list of people in trouble.
const CALM: u16 = u16::MAX;

/// Which troubles make a person worth moving.
#[derive(Clone, Copy, Debug)]
pub struct Care {
    pub topics: bool,
    pub meetings: bool,
    pub mix: bool,
}

impl Care {
    /// Care for the goals pursued.
    pub fn for_goals(order: &[Goal]) -> Self {
        Self {
            topics: order.contains(&Goal::Topics),
            meetings: order.contains(&Goal::Meetings),
            mix: order.contains(&Goal::Mix) || order.contains(&Goal::Meetings),
        }
    }
}

/// A seating in progress.
#[derive(Clone, Debug)]
pub struct Board<'a> {
    pub setting: &'a Setting,
    care: Care,
    /// `round × people + person`: the table.
    pub seats: Vec<u16>,
    place: Vec<u16>,
    /// `round × tables + table`: who sits there.
    pub lists: Vec<Vec<u16>>,
    /// `person × people + other`: twice the times together, plus one for people of one organisation.
    pub cells: Vec<u8>,
    /// `person × topics + topic`: rounds at the topic.
    pub topic_rounds: Vec<u8>,
    /// Different topics seen.
    pub seen: Vec<u16>,
    /// Different people of other organisations met.
    pub met: Vec<u16>,
    /// The smallest of them, unless somebody has left it since: then it may be more.
    fewest_met: u16,
    fewest_left: bool,
    /// Rounds in which a person sits elsewhere than before.
    pub moved: Vec<u8>,
    /// How many balanced tables have a size: `balanced_sizes[round][size]`.
    balanced_sizes: Vec<Vec<u16>>,
    least_seen: Smallest,
    trouble: Vec<i32>,
    /// People with a repeat, an own colleague at the table, or a topic twice.
    pub restless: Vec<u16>,
    restless_place: Vec<u16>,
    totals: Quality,
    pub journal: Journal,
}

impl<'a> Board<'a> {
    /// Sets people down as the seating says.
    pub fn new(setting: &'a Setting, start: &Seating, care: Care) -> Self {
        let (people, tables) = (setting.people, setting.tables);
        let mut board = Self {
            setting,
            care,
            seats: vec![ABSENT; setting.rounds * people],
            place: vec![0; setting.rounds * people],
            lists: vec![Vec::new(); setting.rounds * tables],
            cells: vec![0; people * people],
            topic_rounds: vec![0; people * setting.topics],
            seen: vec![0; people],
            met: vec![0; people],
            fewest_met: 0,
            fewest_left: true,
            moved: vec![0; people],
            balanced_sizes: vec![vec![0; people + 2]; setting.rounds],
            least_seen: Smallest::of(
                (0..people)
                    .filter(|&person| !setting.is_host[person])
                    .map(|_| 0),
                setting.topics,
            ),
            trouble: vec![0; people],
            restless: Vec::new(),
            restless_place: vec![CALM; people],
            totals: Quality::default(),
            journal: Journal::torn(),
        };
        for (one, &organisation) in setting.organisation.iter().enumerate() {
            for &other in setting.members(organisation) {
                let other = usize::from(other);
                board.cells[one * people + other] = u8::from(one != other);
            }
        }
        for round in 0..setting.rounds {
            let balanced = setting.sizes[round]
                .iter()
                .filter(|size| size.balanced)
                .count();
            board.balanced_sizes[round][0] = balanced as u16;
            for person in 0..people {
                let table = start.rounds[round][person];
                if table != ABSENT {
                    board.sit(round, person as u16, table);
                }
            }
        }
        board
    }

    /// The seating as it is now.
    pub fn seating(&self) -> Seating {
        Seating {
            rounds: self
                .seats
                .chunks(self.setting.people.max(1))
                .take(self.setting.rounds)
                .map(<[u16]>::to_vec)
                .collect(),
        }
    }

    /// The counts as they are now.
    pub fn quality(&mut self) -> Quality {
        if self.fewest_left {
            let fewest = self.met.iter().copied().fold(u16::MAX, u16::min);
            self.fewest_met = if self.met.is_empty() { 0 } else { fewest };
            self.fewest_left = false;
        }
        Quality {
            min_person: usize::from(self.fewest_met),
            ..self.quality_at_best()
        }
    }

    /// The counts as they are now, with the highest `min_person` there could be: a first look costs no pass over all people.
    pub fn quality_at_best(&mut self) -> Quality {
        Quality {
            topics_min: self.least_seen.get(),
            min_person: self.setting.people,
            ..self.totals
        }
    }

    /// The pair cells of a person.
    #[inline]
    pub fn row(&self, person: u16) -> &[u8] {
        let people = self.setting.people;
        &self.cells[usize::from(person) * people..][..people]
    }

    #[inline]
    pub fn list(&self, round: Index, table: u16) -> &[u16] {
        &self.lists[round * self.setting.tables + usize::from(table)]
    }

    #[inline]
    pub fn seat(&self, round: Index, person: u16) -> u16 {
        self.seats[round * self.setting.people + usize::from(person)]
    }
}
