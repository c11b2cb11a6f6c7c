//! Counts that show why a round has no seating.

use super::super::problem::Index;
use super::super::rules::RoundRules;
use super::transport::{Classes, Misfit, Transport};

/// Counts that show why a round has no seating. Lists ascend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shortage {
    /// The people may sit only at these tables, which have fewer seats.
    Seats {
        people: Vec<Index>,
        tables: Vec<Index>,
        seats: usize,
    },
    /// Only these people may sit at the tables, which need more.
    People {
        people: Vec<Index>,
        tables: Vec<Index>,
        needed: usize,
    },
    /// People pairwise apart, or in groups pairwise apart, who may sit only at these tables, which are fewer.
    Tables {
        people: Vec<Index>,
        tables: Vec<Index>,
    },
    /// The people share a table, and no table that they may sit at has so many seats. `seats` is the most.
    Group { people: Vec<Index>, seats: usize },
}

/// Finds a count that shows why the round has no seating, if a single one does.
pub fn find_shortage(round: &RoundRules) -> Option<Shortage> {
    let limits = round.reachable();
    shortage_of_a_group(round, &limits)
        .or_else(|| shortage_of_tables(round, &limits))
        .or_else(|| shortage_by_class(round))
}

fn shortage_of_a_group(round: &RoundRules, limits: &[(usize, usize)]) -> Option<Shortage> {
    round.blocks.iter().find_map(|block| {
        let open = (0_u16..)
            .zip(limits)
            .filter(|(table, _)| block.allows(*table));
        let seats = open.map(|(_, &(_, high))| high).max().unwrap_or(0);
        (block.members.len() > 1 && block.members.len() > seats).then(|| Shortage::Group {
            people: wide(&block.members),
            seats,
        })
    })
}

fn shortage_of_tables(round: &RoundRules, limits: &[(usize, usize)]) -> Option<Shortage> {
    round.cliques.iter().find_map(|clique| {
        let is_open = |table: Index| {
            let narrow = u16::try_from(table).unwrap_or(u16::MAX);
            let mut blocks = clique
                .iter()
                .map(|&block| &round.blocks[usize::from(block)]);
            limits[table].1 > 0 && blocks.any(|block| block.allows(narrow))
        };
        let tables: Vec<Index> = (0..limits.len()).filter(|&table| is_open(table)).collect();
        (clique.len() > tables.len()).then(|| {
            let members = clique
                .iter()
                .flat_map(|&block| &round.blocks[usize::from(block)].members);
            let mut people: Vec<Index> = members.map(|&person| usize::from(person)).collect();
            people.sort_unstable();
            Shortage::Tables { people, tables }
        })
    })
}

fn shortage_by_class(round: &RoundRules) -> Option<Shortage> {
    let classes = Classes::new(&round.blocks, round.sizes.len());
    let limits: Vec<(usize, usize)> = if let [base_size] = round.base_sizes()[..] {
        round.limits_for(base_size)
    } else {
        // Between several sizes, balanced tables take any size. That is less than the rules ask for.
        (round.sizes.iter())
            .map(|size| (size.low, size.high))
            .collect()
    };
    let mut waiting = vec![0; classes.tables.len()];
    for (block, &class) in round.blocks.iter().zip(&classes.of_block) {
        waiting[usize::from(class)] += block.members.len();
    }
    let mut transport = Transport::new(&classes, &limits, vec![0; limits.len()], waiting);
    let people = |of: &[u16]| {
        let blocks = round.blocks.iter().zip(&classes.of_block);
        let members = blocks.filter(|(_, class)| of.contains(class));
        let mut people: Vec<Index> = members
            .flat_map(|(block, _)| wide(&block.members))
            .collect();
        people.sort_unstable();
        people
    };
    match transport.seat_all(&[]).err()? {
        Misfit::Seats { classes, tables } => Some(Shortage::Seats {
            people: people(&classes),
            seats: tables
                .iter()
                .map(|&table| limits[usize::from(table)].1)
                .sum(),
            tables: wide(&tables),
        }),
        Misfit::People { classes, tables } => Some(Shortage::People {
            people: people(&classes),
            needed: tables
                .iter()
                .map(|&table| limits[usize::from(table)].0)
                .sum(),
            tables: wide(&tables),
        }),
    }
}

fn wide(list: &[u16]) -> Vec<Index> {
    list.iter().map(|&index| usize::from(index)).collect()
}
