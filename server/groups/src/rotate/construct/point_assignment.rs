//! Assignment of people to points: people of one organisation take points that never meet.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::super::problem::{Index, Problem};
use super::design::Design;

/// The point of each guest.
///
/// An organisation goes into the class whose free points it fills best (best-fit decreasing). It is split
/// only if it fits nowhere.
pub fn assign_points(problem: &Problem, guests: &[Index], design: &Design) -> Vec<usize> {
    let classes = design
        .class_of
        .iter()
        .max()
        .map_or(0, |&class| usize::from(class) + 1);
    let mut free: Vec<Vec<usize>> = vec![Vec::new(); classes];
    for (point, &class) in design.class_of.iter().enumerate().rev() {
        free[usize::from(class)].push(point);
    }
    let mut colleagues: HashMap<Index, Vec<usize>> = HashMap::new();
    for (number, &guest) in guests.iter().enumerate() {
        colleagues
            .entry(problem.people[guest].organisation)
            .or_default()
            .push(number);
    }
    let mut groups: Vec<Vec<usize>> = colleagues.into_values().collect();
    groups.sort_by_key(|group| (Reverse(group.len()), group[0]));
    let mut point_of = vec![usize::MAX; guests.len()];
    for mut group in groups {
        while !group.is_empty() {
            let room = |class: &usize| free[*class].len();
            let fitting = (0..classes)
                .filter(|class| room(class) >= group.len())
                .min_by_key(room);
            let Some(class) = fitting.or_else(|| (0..classes).max_by_key(room)) else {
                break;
            };
            let take = group.len().min(free[class].len());
            if take == 0 {
                break;
            }
            for number in group.drain(..take) {
                if let Some(point) = free[class].pop() {
                    point_of[number] = point;
                }
            }
        }
    }
    point_of
}
