//! Searches that take turns on one core: each goes on exactly where it was, so sharing the time changes no plan.

use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How long one search runs while others wait.
const TURN: Duration = Duration::from_millis(200);

/// Whose turn it is.
#[derive(Debug)]
pub(super) struct Turns {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug)]
struct State {
    holder: usize,
    ends: Instant,
    /// The searches that have not ended.
    running: Vec<bool>,
}

impl Turns {
    /// The first of `count` searches has the first turn.
    pub fn new(count: usize) -> Self {
        Self {
            state: Mutex::new(State {
                holder: 0,
                ends: Instant::now() + TURN,
                running: vec![true; count],
            }),
            changed: Condvar::new(),
        }
    }

    /// Waits for the first turn of a search, which takes part until the value is dropped.
    pub fn join(&self, search: usize) -> Turn<'_> {
        drop(self.wait(self.lock(), search));
        Turn {
            turns: self,
            search,
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&'a self, state: MutexGuard<'a, State>, search: usize) -> MutexGuard<'a, State> {
        let waits = |state: &mut State| state.holder != search;
        let waited = self.changed.wait_while(state, waits);
        waited.unwrap_or_else(PoisonError::into_inner)
    }

    fn pass_on(&self, state: &mut State) {
        let count = state.running.len();
        let mut next = (1..count).map(|step| (state.holder + step) % count);
        if let Some(next) = next.find(|&search| state.running[search]) {
            state.holder = next;
            self.changed.notify_all();
        }
        state.ends = Instant::now() + TURN;
    }
}

/// The part of one search.
#[derive(Debug)]
pub(super) struct Turn<'a> {
    turns: &'a Turns,
    search: usize,
}

impl Turn<'_> {
    /// Lets the others go on if the turn is over, and waits for the next one.
    pub fn share(&self) {
        let mut state = self.turns.lock();
        if Instant::now() >= state.ends {
            self.turns.pass_on(&mut state);
            drop(self.turns.wait(state, self.search));
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.turns.lock();
        state.running[self.search] = false;
        self.turns.pass_on(&mut state);
    }
}

#[cfg(test)]
mod tests {
    use std::{sync::Mutex, thread};

    use super::Turns;

    /// Also when some have ended.
    #[test]
    fn one_search_runs_at_a_time_and_all_come_to_their_end() {
        let turns = Turns::new(3);
        let alone = Mutex::new(());
        thread::scope(|scope| {
            for search in 0..3 {
                let (turns, alone) = (&turns, &alone);
                scope.spawn(move || {
                    let turn = turns.join(search);
                    for _ in 0..search * 10 {
                        let alone = alone.try_lock().expect("nobody else runs");
                        thread::sleep(std::time::Duration::from_millis(25));
                        drop(alone);
                        turn.share();
                    }
                });
            }
        });
        assert_eq!(turns.lock().running, [false; 3]);
    }
}
