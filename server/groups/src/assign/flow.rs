//! Minimum-cost flow by the network simplex method, with strongly feasible trees (Cunningham 1976), so
//! that it cannot cycle, and a block search for the entering arc. Costs are any ordered group: exact
//! integers, or exact vectors of them.
//!
//! All supplies go to one sink, node 0. Each node has an arc towards the sink from the start that takes
//! whatever arrives there, so there is always a flow, also when the search is stopped early. One pivot
//! takes time in proportion to the arcs looked at and the part of the tree that is rehung; in practice
//! there are a small multiple of as many pivots as nodes.

use std::ops::{Add, Neg, Sub};

/// What a cost must be able to do.
pub(super) trait Cost:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
}

impl<T: Copy + Ord + Default + Add<Output = T> + Sub<Output = T> + Neg<Output = T>> Cost for T {}

const NIL: usize = usize::MAX;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Empty,
    Tree,
    Full,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    tail: u32,
    head: u32,
    capacity: u32,
    /// Index into the list of costs: many arcs share few costs.
    cost: u32,
}

/// A network whose supplies flow to node 0.
#[derive(Debug)]
pub(super) struct Network<C> {
    costs: Vec<C>,
    arcs: Vec<Arc>,
    supply: Vec<u32>,
    /// The arc of each node that leads towards the sink at the start.
    first_up: Vec<usize>,
}

impl<C: Cost> Network<C> {
    /// A network of the sink alone.
    pub fn new() -> Self {
        Self {
            costs: Vec::new(),
            arcs: Vec::new(),
            supply: vec![0],
            first_up: vec![NIL],
        }
    }

    /// Adds a node with an arc to an earlier node, which must be able to take all that reaches it.
    pub fn add_node(&mut self, supply: u32, towards: usize, capacity: u32, cost: usize) -> usize {
        let node = self.supply.len();
        self.supply.push(supply);
        self.first_up.push(self.arcs.len());
        // One more than can ever come, so that the arc of the starting tree is never full.
        self.add_arc(node, towards, capacity.max(supply + 1), cost);
        node
    }

    /// Adds an arc and returns its number.
    pub fn add_arc(&mut self, tail: usize, head: usize, capacity: u32, cost: usize) -> usize {
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        self.arcs.push(Arc {
            tail: narrow(tail),
            head: narrow(head),
            capacity,
            cost: narrow(cost),
        });
        self.arcs.len() - 1
    }

    /// The costs that arcs name by their position.
    pub fn set_costs(&mut self, costs: Vec<C>) {
        self.costs = costs;
    }

    /// The flow on each arc, and whether it is a cheapest one: not if `stop` said so before.
    pub fn solve(&self, stop: &dyn Fn() -> bool) -> (Vec<u32>, bool) {
        let mut tree = Tree::new(self);
        let block = (self.arcs.len().isqrt() * 2).clamp(64, 4096);
        let mut cursor = 0;
        let mut pivots = 0_u32;
        while let Some(entering) = tree.entering(&mut cursor, block) {
            tree.pivot(entering);
            pivots += 1;
            if pivots.is_multiple_of(64) && stop() {
                return (tree.flow, false);
            }
        }
        (tree.flow, true)
    }
}

/// The spanning tree: every node hangs by one arc, and has the cost of its way to the sink.
struct Tree<'a, C> {
    network: &'a Network<C>,
    flow: Vec<u32>,
    place: Vec<Place>,
    parent: Vec<usize>,
    /// The arc to the parent.
    up: Vec<usize>,
    depth: Vec<u32>,
    /// Cost of the way along the tree to the sink.
    way: Vec<C>,
    first_child: Vec<usize>,
    next: Vec<usize>,
    before: Vec<usize>,
    stack: Vec<usize>,
}

impl<'a, C: Cost> Tree<'a, C> {
    fn new(network: &'a Network<C>) -> Self {
        let nodes = network.supply.len();
        let mut tree = Self {
            network,
            flow: vec![0; network.arcs.len()],
            place: vec![Place::Empty; network.arcs.len()],
            parent: vec![NIL; nodes],
            up: network.first_up.clone(),
            depth: vec![0; nodes],
            way: vec![C::default(); nodes],
            first_child: vec![NIL; nodes],
            next: vec![NIL; nodes],
            before: vec![NIL; nodes],
            stack: Vec::new(),
        };
        for node in 1..nodes {
            let arc = tree.up[node];
            let parent = network.arcs[arc].head as usize;
            tree.place[arc] = Place::Tree;
            tree.hang(node, parent);
            tree.depth[node] = tree.depth[parent] + 1;
            tree.way[node] = network.costs[network.arcs[arc].cost as usize] + tree.way[parent];
        }
        // A node hangs from an earlier one, so backwards every supply has arrived before it is passed on.
        let mut passing = network.supply.clone();
        for node in (1..nodes).rev() {
            tree.flow[tree.up[node]] = passing[node];
            passing[tree.parent[node]] += passing[node];
        }
        tree
    }

    fn hang(&mut self, node: usize, parent: usize) {
        self.parent[node] = parent;
        self.before[node] = NIL;
        self.next[node] = self.first_child[parent];
        if self.next[node] != NIL {
            self.before[self.next[node]] = node;
        }
        self.first_child[parent] = node;
    }

    fn unhang(&mut self, node: usize) {
        let (before, next) = (self.before[node], self.next[node]);
        if before == NIL {
            self.first_child[self.parent[node]] = next;
        } else {
            self.next[before] = next;
        }
        if next != NIL {
            self.before[next] = before;
        }
    }

    fn reduced_cost(&self, arc: &Arc) -> C {
        self.network.costs[arc.cost as usize] + self.way[arc.head as usize]
            - self.way[arc.tail as usize]
    }

    /// The most promising arc of the first block that has one.
    fn entering(&self, cursor: &mut usize, block: usize) -> Option<usize> {
        let arcs = &self.network.arcs;
        let mut best = C::default();
        let mut found = None;
        for looked in 1..=arcs.len() {
            let index = *cursor;
            *cursor = if index + 1 == arcs.len() {
                0
            } else {
                index + 1
            };
            let gain = match self.place[index] {
                Place::Tree => continue,
                Place::Empty if arcs[index].capacity == 0 => continue,
                Place::Empty => self.reduced_cost(&arcs[index]),
                Place::Full => -self.reduced_cost(&arcs[index]),
            };
            if gain < best {
                best = gain;
                found = Some(index);
            }
            if found.is_some() && looked % block == 0 {
                break;
            }
        }
        found
    }

    /// Sends as much as fits around the circle that the arc closes, and exchanges it for an arc that is
    /// then empty or full: the last one met from the top of the circle on, which keeps the tree strongly
    /// feasible.
    fn pivot(&mut self, entering: usize) {
        let Arc {
            tail,
            head,
            capacity,
            ..
        } = self.network.arcs[entering];
        let forward = self.place[entering] == Place::Empty;
        let (from, to) = if forward {
            (tail as usize, head as usize)
        } else {
            (head as usize, tail as usize)
        };
        let top = self.meeting(from, to);
        let mut amount = capacity;
        let mut leaving = NIL;
        let mut node = from;
        while node != top {
            let room = self.room(node, false);
            if room < amount {
                (amount, leaving) = (room, node);
            }
            node = self.parent[node];
        }
        let mut on_from_side = leaving != NIL;
        node = to;
        while node != top {
            let room = self.room(node, true);
            if room <= amount {
                (amount, leaving, on_from_side) = (room, node, false);
            }
            node = self.parent[node];
        }
        if amount > 0 {
            self.shift(entering, forward, amount);
            for (side, upwards) in [(from, false), (to, true)] {
                let mut node = side;
                while node != top {
                    let arc = self.up[node];
                    let along = (self.network.arcs[arc].tail as usize == node) == upwards;
                    self.shift(arc, along, amount);
                    node = self.parent[node];
                }
            }
        }
        if leaving == NIL {
            self.place[entering] = if forward { Place::Full } else { Place::Empty };
            return;
        }
        let left = self.up[leaving];
        self.place[left] = if self.flow[left] == 0 {
            Place::Empty
        } else {
            Place::Full
        };
        self.place[entering] = Place::Tree;
        let (inner, outer) = if on_from_side { (from, to) } else { (to, from) };
        self.rehang(inner, outer, entering, leaving);
    }

    fn shift(&mut self, arc: usize, along: bool, amount: u32) {
        if along {
            self.flow[arc] += amount;
        } else {
            self.flow[arc] -= amount;
        }
    }

    /// How much more can pass between a node and its parent, upwards or downwards.
    fn room(&self, node: usize, upwards: bool) -> u32 {
        let index = self.up[node];
        let arc = &self.network.arcs[index];
        if (arc.tail as usize == node) == upwards {
            arc.capacity - self.flow[index]
        } else {
            self.flow[index]
        }
    }

    fn meeting(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            if self.depth[a] >= self.depth[b] {
                a = self.parent[a];
            } else {
                b = self.parent[b];
            }
        }
        a
    }

    /// Turns the part below `leaving` over so that it hangs from `outer` by its node `inner`.
    fn rehang(&mut self, inner: usize, outer: usize, entering: usize, leaving: usize) {
        let (mut node, mut parent, mut arc) = (inner, outer, entering);
        loop {
            let (old_parent, old_arc) = (self.parent[node], self.up[node]);
            self.unhang(node);
            self.hang(node, parent);
            self.up[node] = arc;
            if node == leaving {
                break;
            }
            (parent, arc) = (node, old_arc);
            node = old_parent;
        }
        let reduced = self.reduced_cost(&self.network.arcs[entering]);
        let change = if self.network.arcs[entering].tail as usize == inner {
            reduced
        } else {
            -reduced
        };
        self.stack.push(inner);
        while let Some(node) = self.stack.pop() {
            self.way[node] = self.way[node] + change;
            self.depth[node] = self.depth[self.parent[node]] + 1;
            let mut child = self.first_child[node];
            while child != NIL {
                self.stack.push(child);
                child = self.next[child];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// People with the costs of three places of capacity one, and of staying away.
    fn cheapest(costs: &[[i128; 3]], away: i128) -> i128 {
        let mut list = vec![0, away];
        let mut network = Network::new();
        let places: Vec<usize> = (0..3).map(|_| network.add_node(0, 0, 1, 0)).collect();
        for row in costs {
            let person = network.add_node(1, 0, 1, 1);
            for (place, &cost) in places.iter().zip(row) {
                network.add_arc(person, *place, 1, list.len());
                list.push(cost);
            }
        }
        network.set_costs(list);
        let (flow, optimal) = network.solve(&|| false);
        assert!(optimal);
        flow.iter()
            .zip(&network.arcs)
            .map(|(&flow, arc)| i128::from(flow) * network.costs[arc.cost as usize])
            .sum()
    }

    #[test]
    fn people_take_the_cheapest_places_in_total() {
        assert_eq!(cheapest(&[[1, 5, 9], [1, 2, 9], [1, 2, 3]], 100), 6);
        assert_eq!(
            cheapest(&[[1, 5, 9], [1, 2, 9], [1, 2, 3], [0, 9, 9]], 100),
            105
        );
        assert_eq!(cheapest(&[[7, 7, 7], [7, 7, 7]], 3), 6);
    }

    #[test]
    fn a_stopped_search_still_has_a_flow_of_all_supplies() {
        let mut network = Network::new();
        network.set_costs(vec![0_i128, 9, 1]);
        let place = network.add_node(0, 0, 80, 0);
        for _ in 0..200 {
            let person = network.add_node(1, 0, 1, 1);
            network.add_arc(person, place, 1, 2);
        }
        let (flow, optimal) = network.solve(&|| true);
        assert!(!optimal);
        let arriving: u32 = flow
            .iter()
            .zip(&network.arcs)
            .filter(|(_, arc)| arc.head == 0)
            .map(|(flow, _)| flow)
            .sum();
        assert_eq!(arriving, 200);
    }
}
