//! People with a choice of tables, seated within the limits of the tables: a transportation problem.
//!
//! Augmenting paths decide it (Ford and Fulkerson, *Maximal flow through a network*, Canadian J. Math. 8, 1956). People
//! with the same tables form a class, so that the paths are as short as the classes are few. If there is no path, the
//! classes and tables reached prove a shortage.

#![expect(
    clippy::cast_possible_truncation,
    reason = "tables and classes are bounded far below u16::MAX by the problem"
)]

use std::collections::{HashMap, VecDeque};

use super::super::problem::Index;
use super::super::rules::Block;

/// The classes of people: which tables each class may sit at.
#[derive(Clone, Debug)]
pub struct Classes {
    /// For each class the tables, ascending.
    pub tables: Vec<Vec<u16>>,
    /// The class of each block.
    pub of_block: Vec<u16>,
    /// Whether some class may not sit everywhere.
    pub is_restricted: bool,
}

impl Classes {
    /// The classes of these blocks. A pin restricts a block to one table.
    pub fn new(blocks: &[Block], tables: usize) -> Self {
        let mut numbers: HashMap<Vec<u16>, u16> = HashMap::new();
        let mut classes = Self {
            tables: Vec::new(),
            of_block: Vec::with_capacity(blocks.len()),
            is_restricted: false,
        };
        for block in blocks {
            classes.is_restricted |= block.tables.is_some();
            let allowed = match (block.pin, &block.tables) {
                (Some(pin), _) => vec![pin],
                (None, Some(allowed)) => allowed.clone(),
                (None, None) => (0..tables as u16).collect(),
            };
            let number = *numbers.entry(allowed).or_insert_with_key(|allowed| {
                classes.tables.push(allowed.clone());
                classes.tables.len() as u16 - 1
            });
            classes.of_block.push(number);
        }
        classes
    }

    /// The classes that may sit at the table. Empty without restrictions, where the tables do not differ.
    pub fn open_to(&self, table: Index) -> Vec<u16> {
        if !self.is_restricted {
            return Vec::new();
        }
        let classes = (0..).zip(&self.tables);
        classes
            .filter(|(_, tables)| tables.binary_search(&(table as u16)).is_ok())
            .map(|(class, _)| class)
            .collect()
    }
}

/// Why the people do not fit. Both lists ascend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// These classes sit only at these tables, which have too few seats.
    Seats { classes: Vec<u16>, tables: Vec<u16> },
    /// Only these classes sit at these tables, which need more people.
    People { classes: Vec<u16>, tables: Vec<u16> },
}

/// A partial seating of the classes.
#[derive(Clone, Debug)]
pub struct Transport<'a> {
    classes: &'a Classes,
    limits: &'a [(usize, usize)],
    load: Vec<usize>,
    /// `class × tables + table`: people of the class at the table.
    seated: Vec<usize>,
    /// For each class the people without a seat.
    waiting: Vec<usize>,
}

/// One step of an augmenting path: people of a class leave a table, or have no seat yet, for another.
type Step = (u16, Option<u16>, u16);

impl<'a> Transport<'a> {
    /// `load` are people who stay, `waiting` the people of each class.
    pub fn new(
        classes: &'a Classes,
        limits: &'a [(usize, usize)],
        load: Vec<usize>,
        waiting: Vec<usize>,
    ) -> Self {
        Self {
            classes,
            limits,
            seated: vec![0; classes.tables.len() * limits.len()],
            load,
            waiting,
        }
    }

    /// Seats a person of the class at the table, if there is room. Returns whether it does.
    pub fn prefer(&mut self, class: u16, table: u16) -> bool {
        let index = usize::from(table);
        let fits = self.waiting[usize::from(class)] > 0
            && self.load[index] < self.limits[index].1
            && self.classes.tables[usize::from(class)]
                .binary_search(&table)
                .is_ok();
        if fits {
            self.push(&[(class, None, table)], 1);
        }
        fits
    }

    /// Seats everybody. Each waiting person goes to the smallest table with room; `tie_break` decides between equals.
    pub fn seat_all(&mut self, tie_break: &[usize]) -> Result<(), Misfit> {
        for table in 0..self.limits.len() {
            while self.load[table] < self.limits[table].0 {
                self.fill_minimum(table as u16)?;
            }
        }
        for class in 0..self.waiting.len() {
            while self.waiting[class] > 0 {
                let open = self.classes.tables[class].iter().copied();
                let open = open.filter(|&table| self.room(table) > 0);
                let smallest = open.min_by_key(|&table| {
                    (
                        self.load[usize::from(table)],
                        tie_break.get(usize::from(table)),
                    )
                });
                match smallest {
                    Some(table) => {
                        // One by one, so that tables grow evenly. A check asks only whether everybody fits.
                        let people = if tie_break.is_empty() {
                            self.room(table).min(self.waiting[class])
                        } else {
                            1
                        };
                        self.push(&[(class as u16, None, table)], people);
                    }
                    None => self.make_room(class as u16)?,
                }
            }
        }
        Ok(())
    }

    /// People of the class at the table.
    pub fn seated(&self, class: u16, table: Index) -> usize {
        self.seated[usize::from(class) * self.limits.len() + table]
    }

    fn room(&self, table: u16) -> usize {
        let table = usize::from(table);
        self.limits[table].1.saturating_sub(self.load[table])
    }

    /// Moves people along the path. The first step takes them from a table or from those without a seat, the last one
    /// leaves them at its table.
    fn push(&mut self, path: &[Step], people: usize) {
        let tables = self.limits.len();
        for &(class, from, to) in path {
            let row = usize::from(class) * tables;
            match from {
                Some(from) => {
                    self.seated[row + usize::from(from)] -= people;
                    self.load[usize::from(from)] -= people;
                }
                None => self.waiting[usize::from(class)] -= people,
            }
            self.seated[row + usize::from(to)] += people;
            self.load[usize::from(to)] += people;
        }
    }

    /// Brings one more person to a table below its minimum: from those without a seat, or from a table above its
    /// minimum, over other tables where needed.
    fn fill_minimum(&mut self, table: u16) -> Result<(), Misfit> {
        let tables = self.limits.len();
        // For each table reached the step by which a person leaves it.
        let mut step_from: Vec<Option<Step>> = vec![None; tables];
        let mut is_reached = vec![false; tables];
        let mut is_used = vec![false; self.waiting.len()];
        is_reached[usize::from(table)] = true;
        let mut queue = VecDeque::from([table]);
        while let Some(to) = queue.pop_front() {
            for (class, is_used) in is_used.iter_mut().enumerate() {
                if self.classes.tables[class].binary_search(&to).is_err() {
                    continue;
                }
                *is_used = true;
                let class = class as u16;
                if self.waiting[usize::from(class)] > 0 {
                    let path = path_to(&step_from, (class, None, to), table);
                    self.push(&path, 1);
                    return Ok(());
                }
                for from in 0..tables {
                    if is_reached[from] || self.seated(class, from) == 0 {
                        continue;
                    }
                    is_reached[from] = true;
                    let step = (class, Some(from as u16), to);
                    step_from[from] = Some(step);
                    if self.load[from] > self.limits[from].0 {
                        let path = path_to(&step_from, step, table);
                        self.push(&path, 1);
                        return Ok(());
                    }
                    queue.push_back(from as u16);
                }
            }
        }
        Err(Misfit::People {
            classes: indices_of(&is_used),
            tables: indices_of(&is_reached),
        })
    }

    /// Seats a person of a class whose tables are all full, while others move on.
    fn make_room(&mut self, class: u16) -> Result<(), Misfit> {
        let tables = self.limits.len();
        // For each table reached the step by which a person comes to it.
        let mut step_to: Vec<Option<Step>> = vec![None; tables];
        let mut is_reached = vec![false; tables];
        let mut is_used = vec![false; self.waiting.len()];
        is_used[usize::from(class)] = true;
        let mut queue: VecDeque<u16> = VecDeque::new();
        for &to in &self.classes.tables[usize::from(class)] {
            is_reached[usize::from(to)] = true;
            step_to[usize::from(to)] = Some((class, None, to));
            queue.push_back(to);
        }
        while let Some(from) = queue.pop_front() {
            for (other, is_used) in is_used.iter_mut().enumerate() {
                if self.seated(other as u16, usize::from(from)) == 0 {
                    continue;
                }
                *is_used = true;
                for &to in &self.classes.tables[other] {
                    if std::mem::replace(&mut is_reached[usize::from(to)], true) {
                        continue;
                    }
                    let step = (other as u16, Some(from), to);
                    step_to[usize::from(to)] = Some(step);
                    if self.room(to) > 0 {
                        let mut path = vec![step];
                        while let Some(before) = path.last().and_then(|&(_, from, _)| from) {
                            path.extend(step_to[usize::from(before)]);
                        }
                        self.push(&path, 1);
                        return Ok(());
                    }
                    queue.push_back(to);
                }
            }
        }
        Err(Misfit::Seats {
            classes: indices_of(&is_used),
            tables: indices_of(&is_reached),
        })
    }
}

/// The steps from this one to the target, by the steps that leave each table.
fn path_to(step_from: &[Option<Step>], first: Step, target: u16) -> Vec<Step> {
    let mut path = vec![first];
    while let Some(&(_, _, to)) = path.last()
        && to != target
        && let Some(step) = step_from[usize::from(to)]
    {
        path.push(step);
    }
    path
}

fn indices_of(flags: &[bool]) -> Vec<u16> {
    (0..)
        .zip(flags)
        .filter(|(_, flag)| **flag)
        .map(|(index, _)| index)
        .collect()
}
