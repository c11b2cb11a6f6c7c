//! The times of rounds as a clock says them.

use jiff::{SignedDuration, Timestamp};
use model::cafe::{CafePhase, CafeSchedule, TimedPhase};

/// Gives rounds the times of a clock. `timeline` begins with the present phase. A round that is on ends after `now`, one
/// that has not begun begins after it, and one that is over has ended by then, whatever was planned.
pub(super) fn set_times(schedule: &mut CafeSchedule, timeline: &[TimedPhase], now: Timestamp) {
    let Some(present) = timeline.first() else {
        return;
    };
    let soon = now
        .saturating_add(SignedDuration::from_secs(1))
        .unwrap_or(now);
    for round in &mut schedule.rounds {
        let phase = CafePhase::Talk(round.number);
        let timed = timeline.iter().find(|timed| timed.phase == phase);
        (round.begins, round.ends) = match timed {
            Some(timed) if phase == present.phase => (timed.begins.min(now), timed.ends.max(soon)),
            Some(timed) => {
                let begins = timed.begins.max(soon);
                (begins, timed.ends.max(begins))
            }
            None if present.phase == CafePhase::Before => (round.begins, round.ends),
            None => {
                let ends = round.ends.min(present.begins).min(now);
                (round.begins.min(ends), ends)
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};
    use model::cafe::{CafeClock, CafeRounds, CafeSchedule, ClockStep};

    use super::set_times;

    const ROUNDS: CafeRounds = CafeRounds {
        begins: None,
        count: 3,
        minutes: 30,
        change_minutes: 5,
    };

    /// The rounds that are over, on and to come at an instant, by their times.
    fn states(clock: &CafeClock, minute: i64) -> String {
        let mut schedule = CafeSchedule::new(at(60), ROUNDS);
        let timeline = clock.timeline(&schedule, ROUNDS, at(minute));
        set_times(&mut schedule, &timeline, at(minute));
        let state = |round: &model::cafe::ScheduledRound| match at(minute) {
            now if round.ends <= now => '-',
            now if round.begins <= now => '!',
            _ => '+',
        };
        schedule.rounds.iter().map(state).collect()
    }

    fn at(minute: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute)
    }

    #[test]
    fn the_times_of_a_way_follow_the_clock_however_it_is_moved() {
        let planned = CafeSchedule::new(at(60), ROUNDS);
        let mut clock = CafeClock::default();
        assert_eq!(states(&clock, 10), "+++");
        assert_eq!(states(&clock, 61), "!++");
        assert_eq!(states(&clock, 92), "-++");
        // An hour early, and each round ended long before its time.
        for (step, minute, expected) in [
            (ClockStep::Next, 10, "!++"),
            (ClockStep::Next, 12, "-++"),
            (ClockStep::Next, 13, "-!+"),
            (ClockStep::Next, 14, "--+"),
            (ClockStep::Next, 15, "--!"),
            (ClockStep::Back, 16, "--+"),
            (ClockStep::Next, 17, "--!"),
            (ClockStep::Next, 18, "---"),
        ] {
            clock.step(step, &planned, ROUNDS, at(minute)).unwrap();
            assert_eq!(states(&clock, minute), expected, "{minute}");
        }
        // Nobody ends what is on.
        let mut clock = CafeClock::default();
        let by_hand = ClockStep::Automatic(false);
        clock.step(by_hand, &planned, ROUNDS, at(50)).unwrap();
        assert_eq!(states(&clock, 70), "+++");
        clock
            .step(ClockStep::Next, &planned, ROUNDS, at(70))
            .unwrap();
        assert_eq!(states(&clock, 200), "!++");
    }
}
