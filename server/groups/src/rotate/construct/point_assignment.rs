//! Assignment of people to points: people of one organisation, or of a past meeting, take points that never meet.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::super::problem::{Goal, Index, Problem};
use super::design::Design;

/// The point of each guest.
///
/// An organisation, or a past meeting where nobody has colleagues, goes into the class whose free points it fills best
/// (best-fit decreasing). It is split only if it fits nowhere.
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
    let mut groups = by_organisation(problem, guests);
    if problem.order.contains(&Goal::Met) && groups.iter().all(|group| group.len() == 1) {
        groups = by_past_meeting(problem, guests);
    }
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

fn by_organisation(problem: &Problem, guests: &[Index]) -> Vec<Vec<usize>> {
    let mut colleagues: HashMap<Index, Vec<usize>> = HashMap::new();
    for (number, &guest) in guests.iter().enumerate() {
        colleagues
            .entry(problem.people[guest].organisation)
            .or_default()
            .push(number);
    }
    colleagues.into_values().collect()
}

/// Each guest is in the first past meeting, or alone.
fn by_past_meeting(problem: &Problem, guests: &[Index]) -> Vec<Vec<usize>> {
    let mut number_of: HashMap<Index, usize> = guests.iter().copied().zip(0..).collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for past in &problem.met {
        let people = past.people.iter();
        groups.push(
            people
                .filter_map(|person| number_of.remove(person))
                .collect(),
        );
    }
    groups.retain(|group| !group.is_empty());
    groups.extend(number_of.into_values().map(|number| vec![number]));
    groups
}
