//! Rules about people that contradict each other: an assignment could keep them only by leaving people without a seat.

use std::collections::HashMap;

use groups::assign::Problem;

/// Whether rules of a problem contradict each other in a slot, also through groups that share people.
pub(super) fn rules_contradict(problem: &Problem) -> bool {
    (0..problem.slots.len()).any(|slot| Bonds::of(problem, slot).contradict(problem, slot))
}

/// Who has to sit together in a slot.
struct Bonds {
    /// For each person the one who stands for their group.
    group: Vec<usize>,
}

impl Bonds {
    fn of(problem: &Problem, slot: usize) -> Self {
        let mut bonds = Self {
            group: (0..problem.people.len()).collect(),
        };
        let bound = problem.together.iter();
        let bound = bound.filter(|group| group.iter().all(|&one| problem.attends(one, slot)));
        for pair in bound.flat_map(|group| group.windows(2)) {
            let (kept, merged) = (bonds.group[pair[0]], bonds.group[pair[1]]);
            for group in &mut bonds.group {
                if *group == merged {
                    *group = kept;
                }
            }
        }
        bonds
    }

    fn contradict(&self, problem: &Problem, slot: usize) -> bool {
        let mut fixed: HashMap<usize, usize> = HashMap::new();
        for seat in problem.fixed.iter().filter(|seat| seat.slot == slot) {
            let workshop = *fixed
                .entry(self.group[seat.person])
                .or_insert(seat.workshop);
            if workshop != seat.workshop {
                return true;
            }
        }
        let have_one_workshop = |one: usize, other: usize| {
            let (one, other) = (self.group[one], self.group[other]);
            let workshop = fixed.get(&one);
            one == other || workshop.is_some() && workshop == fixed.get(&other)
        };
        problem.apart.iter().any(|group| {
            let there: Vec<usize> = group
                .iter()
                .copied()
                .filter(|&one| problem.attends(one, slot))
                .collect();
            there.iter().enumerate().any(|(index, &one)| {
                let mut others = there[index + 1..].iter();
                others.any(|&other| have_one_workshop(one, other))
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use groups::assign::{Person, Problem, Seat, Workshop};

    use super::rules_contradict;

    /// Four people in one slot; the last one does not attend it.
    fn problem() -> Problem {
        let person = |slots: &[usize]| Person {
            id: String::new(),
            organisation: None,
            slots: slots.to_vec(),
            workshops: None,
            wishes: Vec::new(),
        };
        let workshop = Workshop {
            id: String::new(),
            slots: vec![0],
            min: 0,
            max: 9,
            organisation_max: 9,
            clashes: Vec::new(),
        };
        Problem {
            slots: vec!["A".to_owned()],
            workshops: vec![workshop.clone(), workshop],
            people: vec![person(&[0]), person(&[0]), person(&[0]), person(&[])],
            ..Problem::default()
        }
    }

    fn fixed(person: usize, workshop: usize) -> Seat {
        Seat {
            person,
            slot: 0,
            workshop,
        }
    }

    #[test]
    fn together_and_apart_contradict_also_through_a_third_person() {
        let mut problem = problem();
        problem.together = vec![vec![0, 1], vec![1, 2]];
        assert!(!rules_contradict(&problem));
        problem.apart = vec![vec![0, 2]];
        assert!(rules_contradict(&problem));
        // Whoever does not attend the slot binds nobody in it.
        problem.together = vec![vec![0, 3], vec![3, 2]];
        assert!(!rules_contradict(&problem));
    }

    #[test]
    fn fixed_seats_contradict_groups_and_each_other() {
        let mut problem = problem();
        problem.fixed = vec![fixed(0, 0), fixed(1, 1)];
        assert!(!rules_contradict(&problem));
        problem.together = vec![vec![0, 2], vec![2, 1]];
        assert!(rules_contradict(&problem));
        problem.together = Vec::new();
        problem.fixed = vec![fixed(0, 0), fixed(1, 0)];
        problem.apart = vec![vec![0, 1]];
        assert!(rules_contradict(&problem));
        problem.apart = Vec::new();
        problem.fixed = vec![fixed(0, 0), fixed(0, 1)];
        assert!(rules_contradict(&problem));
    }
}
