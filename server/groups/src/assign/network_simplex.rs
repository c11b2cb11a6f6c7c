//! Minimum-cost flow by the network simplex method.
//!
//! Strongly feasible spanning trees (Cunningham 1976) prevent cycling. A block search finds the entering arc.
//! Costs are elements of any ordered group: exact integers, or vectors of them.
//!
//! All supplies flow to one sink, node 0. From the start each node has an arc towards the sink that takes
//! everything that arrives, so a flow exists even if the search is stopped early. A pivot takes time in
//! proportion to the arcs examined and the subtree moved. In practice the number of pivots is a small
//! multiple of the nodes.

use std::ops::{Add, Neg, Sub};

/// Operations of a cost.
pub(super) trait Cost:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self>
{
}

impl<T: Copy + Ord + Default + Add<Output = T> + Sub<Output = T> + Neg<Output = T>> Cost for T {}

const NIL: usize = usize::MAX;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ArcState {
    Lower,
    Tree,
    Upper,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    tail: u32,
    head: u32,
    capacity: u32,
    /// Index into the list of costs. Many arcs share few costs.
    cost: u32,
}

/// A network whose supplies flow to node 0.
#[derive(Debug)]
pub(super) struct Network<C> {
    costs: Vec<C>,
    arcs: Vec<Arc>,
    supply: Vec<u32>,
    /// The arc of each node in the initial tree.
    initial_tree_arc: Vec<usize>,
}

impl<C: Cost> Network<C> {
    /// A network that consists of the sink.
    pub fn new() -> Self {
        Self {
            costs: Vec::new(),
            arcs: Vec::new(),
            supply: vec![0],
            initial_tree_arc: vec![NIL],
        }
    }

    /// Adds a node with an arc to an earlier node. That arc must be able to take everything that reaches the
    /// node.
    pub fn add_node(&mut self, supply: u32, towards: usize, capacity: u32, cost: usize) -> usize {
        let node = self.supply.len();
        self.supply.push(supply);
        self.initial_tree_arc.push(self.arcs.len());
        // One more than can arrive, so that the arc of the initial tree is never full.
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

    /// Sets the costs that arcs refer to by index.
    pub fn set_costs(&mut self, costs: Vec<C>) {
        self.costs = costs;
    }

    /// The flow on each arc, and whether it is optimal. It is not if `should_stop` ended the search.
    pub fn solve(&self, should_stop: &dyn Fn() -> bool) -> (Vec<u32>, bool) {
        let mut tree = SpanningTree::new(self);
        let block = (self.arcs.len().isqrt() * 2).clamp(64, 4096);
        let mut cursor = 0;
        let mut pivots = 0_u32;
        while let Some(entering) = tree.find_entering_arc(&mut cursor, block) {
            tree.pivot(entering);
            pivots += 1;
            if pivots.is_multiple_of(64) && should_stop() {
                return (tree.flow, false);
            }
        }
        (tree.flow, true)
    }
}

/// The spanning tree with its node potentials.
struct SpanningTree<'a, C> {
    network: &'a Network<C>,
    flow: Vec<u32>,
    states: Vec<ArcState>,
    parent: Vec<usize>,
    /// The arc to the parent.
    parent_arc: Vec<usize>,
    depth: Vec<u32>,
    /// Cost of the tree path to the sink.
    potential: Vec<C>,
    first_child: Vec<usize>,
    next_sibling: Vec<usize>,
    previous_sibling: Vec<usize>,
    stack: Vec<usize>,
}

impl<'a, C: Cost> SpanningTree<'a, C> {
    fn new(network: &'a Network<C>) -> Self {
        let nodes = network.supply.len();
        let mut tree = Self {
            network,
            flow: vec![0; network.arcs.len()],
            states: vec![ArcState::Lower; network.arcs.len()],
            parent: vec![NIL; nodes],
            parent_arc: network.initial_tree_arc.clone(),
            depth: vec![0; nodes],
            potential: vec![C::default(); nodes],
            first_child: vec![NIL; nodes],
            next_sibling: vec![NIL; nodes],
            previous_sibling: vec![NIL; nodes],
            stack: Vec::new(),
        };
        for node in 1..nodes {
            let arc = tree.parent_arc[node];
            let parent = network.arcs[arc].head as usize;
            tree.states[arc] = ArcState::Tree;
            tree.attach(node, parent);
            tree.depth[node] = tree.depth[parent] + 1;
            tree.potential[node] =
                network.costs[network.arcs[arc].cost as usize] + tree.potential[parent];
        }
        // A parent precedes its children, so in reverse order every supply has arrived before it is passed
        // on.
        let mut passing = network.supply.clone();
        for node in (1..nodes).rev() {
            tree.flow[tree.parent_arc[node]] = passing[node];
            passing[tree.parent[node]] += passing[node];
        }
        tree
    }

    fn attach(&mut self, node: usize, parent: usize) {
        self.parent[node] = parent;
        self.previous_sibling[node] = NIL;
        self.next_sibling[node] = self.first_child[parent];
        if self.next_sibling[node] != NIL {
            self.previous_sibling[self.next_sibling[node]] = node;
        }
        self.first_child[parent] = node;
    }

    fn detach(&mut self, node: usize) {
        let (before, next) = (self.previous_sibling[node], self.next_sibling[node]);
        if before == NIL {
            self.first_child[self.parent[node]] = next;
        } else {
            self.next_sibling[before] = next;
        }
        if next != NIL {
            self.previous_sibling[next] = before;
        }
    }

    fn reduced_cost(&self, arc: &Arc) -> C {
        self.network.costs[arc.cost as usize] + self.potential[arc.head as usize]
            - self.potential[arc.tail as usize]
    }

    /// The arc with the most negative reduced cost in the first block that has one.
    fn find_entering_arc(&self, cursor: &mut usize, block: usize) -> Option<usize> {
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
            let gain = match self.states[index] {
                ArcState::Tree => continue,
                ArcState::Lower if arcs[index].capacity == 0 => continue,
                ArcState::Lower => self.reduced_cost(&arcs[index]),
                ArcState::Upper => -self.reduced_cost(&arcs[index]),
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

    /// Pushes flow around the cycle that the entering arc closes and exchanges it for a blocking arc.
    ///
    /// The last blocking arc from the apex of the cycle on leaves the tree, which keeps the tree strongly
    /// feasible.
    fn pivot(&mut self, entering: usize) {
        let Arc {
            tail,
            head,
            capacity,
            ..
        } = self.network.arcs[entering];
        let forward = self.states[entering] == ArcState::Lower;
        let (from, to) = if forward {
            (tail as usize, head as usize)
        } else {
            (head as usize, tail as usize)
        };
        let top = self.common_ancestor(from, to);
        let mut amount = capacity;
        let mut leaving = NIL;
        let mut node = from;
        while node != top {
            let room = self.residual_capacity(node, false);
            if room < amount {
                (amount, leaving) = (room, node);
            }
            node = self.parent[node];
        }
        let mut on_from_side = leaving != NIL;
        node = to;
        while node != top {
            let room = self.residual_capacity(node, true);
            if room <= amount {
                (amount, leaving, on_from_side) = (room, node, false);
            }
            node = self.parent[node];
        }
        if amount > 0 {
            self.push_flow(entering, forward, amount);
            for (side, upwards) in [(from, false), (to, true)] {
                let mut node = side;
                while node != top {
                    let arc = self.parent_arc[node];
                    let along = (self.network.arcs[arc].tail as usize == node) == upwards;
                    self.push_flow(arc, along, amount);
                    node = self.parent[node];
                }
            }
        }
        if leaving == NIL {
            self.states[entering] = if forward {
                ArcState::Upper
            } else {
                ArcState::Lower
            };
            return;
        }
        let left = self.parent_arc[leaving];
        self.states[left] = if self.flow[left] == 0 {
            ArcState::Lower
        } else {
            ArcState::Upper
        };
        self.states[entering] = ArcState::Tree;
        let (inner, outer) = if on_from_side { (from, to) } else { (to, from) };
        self.reroot_subtree(inner, outer, entering, leaving);
    }

    fn push_flow(&mut self, arc: usize, along: bool, amount: u32) {
        if along {
            self.flow[arc] += amount;
        } else {
            self.flow[arc] -= amount;
        }
    }

    /// Residual capacity between a node and its parent, upwards or downwards.
    fn residual_capacity(&self, node: usize, upwards: bool) -> u32 {
        let index = self.parent_arc[node];
        let arc = &self.network.arcs[index];
        if (arc.tail as usize == node) == upwards {
            arc.capacity - self.flow[index]
        } else {
            self.flow[index]
        }
    }

    fn common_ancestor(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            if self.depth[a] >= self.depth[b] {
                a = self.parent[a];
            } else {
                b = self.parent[b];
            }
        }
        a
    }

    /// Reroots the subtree below `leaving` at `inner` and attaches it to `outer`.
    fn reroot_subtree(&mut self, inner: usize, outer: usize, entering: usize, leaving: usize) {
        let (mut node, mut parent, mut arc) = (inner, outer, entering);
        loop {
            let (old_parent, old_arc) = (self.parent[node], self.parent_arc[node]);
            self.detach(node);
            self.attach(node, parent);
            self.parent_arc[node] = arc;
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
            self.potential[node] = self.potential[node] + change;
            self.depth[node] = self.depth[self.parent[node]] + 1;
            let mut child = self.first_child[node];
            while child != NIL {
                self.stack.push(child);
                child = self.next_sibling[child];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cheapest assignment of people to three places of capacity one. `away` is the cost of no place.
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
        let (flow, is_optimal) = network.solve(&|| false);
        assert!(is_optimal);
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
        let (flow, is_optimal) = network.solve(&|| true);
        assert!(!is_optimal);
        let arriving: u32 = flow
            .iter()
            .zip(&network.arcs)
            .filter(|(_, arc)| arc.head == 0)
            .map(|(flow, _)| flow)
            .sum();
        assert_eq!(arriving, 200);
    }
}
