//! Even and uneven table sizes, and the pairs they make.

use super::super::rules::RoundRules;

/// Pairs among so many people.
pub const fn pair_count(people: usize) -> usize {
    people * people.saturating_sub(1) / 2
}

/// Fewest pairs within parts, when people are split into so many parts: an even split.
pub const fn even_split_pairs(people: usize, parts: usize) -> usize {
    if parts == 0 {
        return 0;
    }
    let (size, larger) = (people / parts, people % parts);
    larger * pair_count(size + 1) + (parts - larger) * pair_count(size)
}

/// Fewest pairs when people join given loads: each goes to the smallest load (water filling).
pub fn water_filling_pairs(mut load: Vec<usize>, people: usize) -> usize {
    load.sort_unstable();
    let mut left = people;
    // Raises the lowest loads together, step by step.
    let mut lowest = 1;
    while left > 0 && !load.is_empty() {
        while lowest < load.len() && load[lowest] == load[0] {
            lowest += 1;
        }
        let step = load
            .get(lowest)
            .map_or(left, |next| next - load[0])
            .min(left / lowest);
        if step == 0 {
            load[..left.min(lowest)]
                .iter_mut()
                .for_each(|load| *load += 1);
            break;
        }
        load[..lowest].iter_mut().for_each(|load| *load += step);
        left -= step * lowest;
    }
    load.into_iter().map(pair_count).sum()
}

/// Table limits, and the people to seat within them.
pub struct Sizes<'a> {
    pub limits: &'a [(usize, usize)],
    pub people: usize,
}

impl Sizes<'_> {
    /// The most even sizes: everybody joins the smallest table with room.
    pub fn even_sizes(&self) -> Vec<usize> {
        let total = |base_size: usize| -> usize {
            self.limits
                .iter()
                .map(|&(low, high)| base_size.clamp(low, high.max(low)))
                .sum()
        };
        let (mut under, mut over) = (0, self.people + 1);
        while under + 1 < over {
            let middle = usize::midpoint(under, over);
            if total(middle) <= self.people {
                under = middle;
            } else {
                over = middle;
            }
        }
        let mut sizes: Vec<usize> = self
            .limits
            .iter()
            .map(|&(low, high)| under.clamp(low, high.max(low)))
            .collect();
        let mut left = self.people.saturating_sub(sizes.iter().sum());
        for (size, &(_, high)) in sizes.iter_mut().zip(self.limits) {
            if left > 0 && *size == under && *size < high {
                *size += 1;
                left -= 1;
            }
        }
        sizes
    }

    /// Most pairs at tables.
    ///
    /// Pairs are convex in the size, so at the maximum every table but one is at a limit. This is exact for
    /// equal limits. Otherwise the chord over each table's range is an upper bound, filled from the steepest.
    fn most_pairs(&self) -> usize {
        let low: usize = self.limits.iter().map(|&(low, _)| low).sum();
        let mut left = self.people.saturating_sub(low);
        let mut doubled: usize = self
            .limits
            .iter()
            .map(|&(low, _)| 2 * pair_count(low))
            .sum();
        let alike = self.limits.windows(2).all(|pair| pair[0] == pair[1]);
        let mut ranges: Vec<(usize, usize)> = self.limits.to_vec();
        ranges.sort_by_key(|&(low, high)| std::cmp::Reverse(low + high));
        for (low, high) in ranges {
            let step = left.min(high.saturating_sub(low));
            doubled += if alike {
                2 * (pair_count(low + step) - pair_count(low))
            } else {
                step * (low + high).saturating_sub(1)
            };
            left -= step;
        }
        doubled / 2
    }
}

/// Table sizes with many pairs: as many full tables as possible. `None` if the round has no choice of sizes.
pub fn uneven_sizes(round: &RoundRules) -> Option<Vec<usize>> {
    const MAX_BASE_SIZES: usize = 64;
    let sizes = |base_size: usize| {
        let limits = round.limits_for(base_size);
        let mut sizes: Vec<usize> = limits.iter().map(|&(low, _)| low).collect();
        let mut left = round.present.checked_sub(sizes.iter().sum())?;
        let mut order: Vec<usize> = (0..limits.len()).collect();
        order.sort_by_key(|&table| std::cmp::Reverse(limits[table].0 + limits[table].1));
        for table in order {
            let step = left.min(limits[table].1.saturating_sub(limits[table].0));
            sizes[table] += step;
            left -= step;
        }
        (left == 0).then_some(sizes)
    };
    let is_loose = |size: &&super::super::rules::SizeLimits| !size.balanced && size.low < size.high;
    round.sizes.iter().find(is_loose)?;
    let base_sizes = round.base_sizes();
    let made = |sizes: &Vec<usize>| sizes.iter().map(|&size| pair_count(size)).sum::<usize>();
    base_sizes
        .into_iter()
        .take(MAX_BASE_SIZES)
        .filter_map(sizes)
        .max_by_key(made)
}

/// Most pairs at tables in the round, over all sizes of the balanced tables.
pub fn most_pairs(round: &RoundRules) -> usize {
    const MAX_BASE_SIZES: usize = 64;
    let base_sizes = round.base_sizes();
    if base_sizes.len() > MAX_BASE_SIZES {
        return Sizes {
            limits: &round.reachable(),
            people: round.present,
        }
        .most_pairs();
    }
    let at = |base_size: usize| {
        let limits = round.limits_for(base_size);
        let low: usize = limits.iter().map(|&(low, _)| low).sum();
        let high: usize = limits.iter().map(|&(_, high)| high).sum();
        // A level that cannot seat everybody gives no bound.
        ((low..=high).contains(&round.present)).then(|| {
            Sizes {
                limits: &limits,
                people: round.present,
            }
            .most_pairs()
        })
    };
    base_sizes.into_iter().filter_map(at).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_split_has_the_fewest_pairs() {
        assert_eq!(even_split_pairs(7, 3), 3 + 1 + 1);
        assert_eq!(
            water_filling_pairs(vec![0, 0, 0], 7),
            even_split_pairs(7, 3)
        );
        assert_eq!(water_filling_pairs(vec![4, 0, 0], 2), 6);
        assert_eq!(water_filling_pairs(vec![], 2), 0);
    }

    #[test]
    fn one_table_at_most_is_between_its_limits_when_pairs_are_most() {
        let limits = [(4, 6); 12];
        assert_eq!(
            Sizes {
                limits: &limits,
                people: 61
            }
            .most_pairs(),
            6 * 15 + 10 + 5 * 6
        );
        assert_eq!(
            Sizes {
                limits: &limits,
                people: 62
            }
            .even_sizes()
            .iter()
            .max(),
            Some(&6)
        );
    }
}
