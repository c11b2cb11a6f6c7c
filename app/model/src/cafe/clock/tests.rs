use jiff::{Timestamp, ToSpan as _, civil, tz::TimeZone};

use super::*;

/// Three rounds of 20 minutes with 5 minutes between them: 12:45–13:05, 13:10–13:30, 13:35–13:55.
const ROUNDS: CafeRounds = CafeRounds {
    begins: None,
    count: 3,
    minutes: 20,
    change_minutes: 5,
};

struct Cafe {
    schedule: CafeSchedule,
    rounds: CafeRounds,
    clock: CafeClock,
}

impl Cafe {
    fn new() -> Self {
        Self::with(ROUNDS)
    }

    fn with(rounds: CafeRounds) -> Self {
        Self {
            schedule: CafeSchedule::new(at("12:45:00"), rounds),
            rounds,
            clock: CafeClock::default(),
        }
    }

    fn reading(&self, time: &str) -> ClockReading {
        self.clock.read(&self.schedule, self.rounds, at(time))
    }

    /// The phase, and the seconds that remain of it.
    fn shows(&self, time: &str) -> (String, i64) {
        let reading = self.reading(time);
        (reading.now.phase.to_string(), reading.remaining.as_secs())
    }

    fn step(&mut self, step: ClockStep, time: &str) -> Result<(), ImpossibleStep> {
        self.clock.step(step, &self.schedule, self.rounds, at(time))
    }
}

fn at(time: &str) -> Timestamp {
    format!("2026-12-15T{time}Z").parse().unwrap()
}

fn shown(phase: &str, remaining: i64) -> (String, i64) {
    (phase.to_owned(), remaining)
}

#[test]
fn a_clock_that_nobody_touches_follows_the_planned_times() {
    let cafe = Cafe::new();
    assert_eq!(cafe.shows("12:44:50"), shown("before", 10));
    assert_eq!(cafe.shows("12:45:00"), shown("talk-1", 20 * 60));
    assert_eq!(cafe.shows("13:04:59"), shown("talk-1", 1));
    assert_eq!(cafe.shows("13:05:00"), shown("change-1", 5 * 60));
    assert_eq!(cafe.shows("13:10:00"), shown("talk-2", 20 * 60));
    assert_eq!(cafe.shows("13:54:59"), shown("talk-3", 1));
    assert_eq!(cafe.shows("13:55:00"), shown("over", 0));
    assert_eq!(cafe.reading("13:55:00").next, None);
    for round in &cafe.schedule.rounds {
        let reading = cafe.clock.read(&cafe.schedule, cafe.rounds, round.begins);
        assert_eq!(reading.now.phase, CafePhase::Talk(round.number));
        assert_eq!(reading.now.ends, round.ends);
    }
}

#[test]
fn the_next_phase_has_its_whole_time_from_when_it_is_begun() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "12:50:00").unwrap();
    assert_eq!(cafe.shows("12:50:00"), shown("change-1", 5 * 60));
    assert_eq!(cafe.shows("12:55:00"), shown("talk-2", 20 * 60));
    cafe.step(ClockStep::Next, "12:56:00").unwrap();
    cafe.step(ClockStep::Next, "12:57:00").unwrap();
    assert_eq!(cafe.shows("12:57:00"), shown("talk-3", 20 * 60));
    cafe.step(ClockStep::Next, "12:58:00").unwrap();
    assert_eq!(cafe.shows("12:58:00"), shown("over", 0));
    assert_eq!(cafe.step(ClockStep::Next, "12:59:00"), Err(ImpossibleStep));
}

#[test]
fn the_first_round_can_be_begun_early() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "12:40:00").unwrap();
    assert_eq!(cafe.shows("12:40:00"), shown("talk-1", 20 * 60));
    assert_eq!(cafe.shows("13:00:00"), shown("change-1", 5 * 60));
}

#[test]
fn without_time_for_a_change_rounds_follow_each_other() {
    let mut cafe = Cafe::with(CafeRounds {
        change_minutes: 0,
        ..ROUNDS
    });
    assert_eq!(cafe.shows("13:05:00"), shown("talk-2", 20 * 60));
    cafe.step(ClockStep::Next, "13:06:00").unwrap();
    assert_eq!(cafe.shows("13:06:00"), shown("talk-3", 20 * 60));
    cafe.step(ClockStep::Back, "13:07:00").unwrap();
    assert_eq!(cafe.shows("13:07:00"), shown("talk-2", 18 * 60));
}

#[test]
fn a_minute_more_moves_all_that_follows() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::AddMinute, "13:04:30").unwrap();
    assert_eq!(cafe.shows("13:04:30"), shown("talk-1", 90));
    assert_eq!(cafe.shows("13:06:00"), shown("change-1", 5 * 60));
    assert_eq!(cafe.shows("13:11:00"), shown("talk-2", 20 * 60));
    let mut late = Cafe::new();
    late.step(ClockStep::AddMinute, "12:44:00").unwrap();
    assert_eq!(late.shows("12:45:00"), shown("before", 60));
    assert_eq!(
        late.step(ClockStep::AddMinute, "20:00:00"),
        Err(ImpossibleStep)
    );
}

#[test]
fn a_clock_that_stands_still_goes_on_where_it_stood() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Pause, "12:50:00").unwrap();
    assert_eq!(cafe.shows("13:30:00"), shown("talk-1", 15 * 60));
    assert_eq!(cafe.step(ClockStep::Pause, "13:30:00"), Err(ImpossibleStep));
    cafe.step(ClockStep::AddMinute, "13:30:00").unwrap();
    cafe.step(ClockStep::Resume, "13:40:00").unwrap();
    assert_eq!(cafe.shows("13:40:00"), shown("talk-1", 16 * 60));
    assert_eq!(cafe.shows("13:56:00"), shown("change-1", 5 * 60));
    assert_eq!(
        cafe.step(ClockStep::Resume, "13:56:00"),
        Err(ImpossibleStep)
    );
    let before = cafe.step(ClockStep::Pause, "20:00:00");
    assert_eq!(before, Err(ImpossibleStep));
}

#[test]
fn ending_a_phase_ends_its_pause() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Pause, "12:50:00").unwrap();
    cafe.step(ClockStep::Next, "12:55:00").unwrap();
    assert_eq!(cafe.shows("12:56:00"), shown("change-1", 4 * 60));
}

#[test]
fn going_back_gives_a_round_the_rest_of_its_time() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "12:50:00").unwrap();
    cafe.step(ClockStep::Back, "12:51:00").unwrap();
    assert_eq!(cafe.shows("12:51:00"), shown("talk-1", 14 * 60));
    // Of a round whose time was up there is a minute more.
    assert_eq!(cafe.shows("13:05:00"), shown("change-1", 5 * 60));
    cafe.step(ClockStep::Back, "13:06:00").unwrap();
    assert_eq!(cafe.shows("13:06:00"), shown("talk-1", 60));
    assert_eq!(cafe.shows("13:07:00"), shown("change-1", 5 * 60));
    let mut over = Cafe::new();
    over.step(ClockStep::Back, "14:00:00").unwrap();
    assert_eq!(over.shows("14:00:00"), shown("talk-3", 60));
    assert_eq!(
        Cafe::new().step(ClockStep::Back, "12:00:00"),
        Err(ImpossibleStep)
    );
}

#[test]
fn going_back_before_the_first_round_waits_for_the_planned_beginning() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "09:00:00").unwrap();
    cafe.step(ClockStep::Next, "09:01:00").unwrap();
    cafe.step(ClockStep::Back, "09:02:00").unwrap();
    cafe.step(ClockStep::Back, "09:03:00").unwrap();
    assert_eq!(cafe.shows("12:44:00"), shown("before", 60));
    assert_eq!(cafe.shows("12:45:00"), shown("talk-1", 20 * 60));
    // It is a minute if that is past.
    cafe.step(ClockStep::Back, "12:46:00").unwrap();
    assert_eq!(cafe.shows("12:46:00"), shown("before", 60));
}

#[test]
fn by_hand_a_phase_lasts_until_somebody_ends_it() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Automatic(false), "12:40:00").unwrap();
    assert_eq!(cafe.shows("12:50:00"), shown("before", -5 * 60));
    cafe.step(ClockStep::Next, "12:50:00").unwrap();
    assert_eq!(cafe.shows("13:12:00"), shown("talk-1", -2 * 60));
    let next = cafe.reading("13:12:00").next.unwrap();
    assert_eq!(
        (next.phase, next.begins),
        (CafePhase::Change(1), at("13:12:00"))
    );
    cafe.step(ClockStep::AddMinute, "13:12:00").unwrap();
    assert_eq!(cafe.shows("13:12:00"), shown("talk-1", 60));
    // Whose time is up when the clock goes on by itself again ends at once.
    cafe.step(ClockStep::Automatic(true), "13:20:00").unwrap();
    assert_eq!(cafe.shows("13:20:00"), shown("change-1", 5 * 60));
}

#[test]
fn switching_to_hand_and_back_before_the_start_keeps_the_plan() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Automatic(false), "12:00:00").unwrap();
    cafe.step(ClockStep::Automatic(true), "12:01:00").unwrap();
    assert_eq!(cafe.clock, CafeClock::default());
}

#[test]
fn the_bell_changes_no_time() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Ring, "12:50:00").unwrap();
    cafe.step(ClockStep::Bells(false), "12:51:00").unwrap();
    assert_eq!(cafe.clock.rung, Some(at("12:50:00")));
    assert!(!cafe.clock.bells);
    assert_eq!(cafe.shows("12:51:00"), Cafe::new().shows("12:51:00"));
}

#[test]
fn a_wall_clock_that_jumps_back_does_not_undo_a_phase() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "12:50:00").unwrap();
    assert_eq!(cafe.shows("11:00:00").0, "change-1");
    cafe.step(ClockStep::Pause, "12:51:00").unwrap();
    cafe.step(ClockStep::Resume, "12:40:00").unwrap();
    assert_eq!(cafe.shows("12:51:00"), shown("change-1", 4 * 60));
    // A jump ahead ends what is over by then.
    assert_eq!(cafe.shows("23:00:00"), shown("over", 0));
}

#[test]
fn rounds_that_are_taken_away_are_over() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "12:45:30").unwrap();
    cafe.step(ClockStep::Next, "12:46:00").unwrap();
    cafe.step(ClockStep::Next, "12:47:00").unwrap();
    cafe.rounds.count = 1;
    assert_eq!(cafe.shows("12:48:00"), shown("over", 0));
}

#[test]
fn rounds_go_on_over_midnight_and_when_clocks_are_changed() {
    let berlin = TimeZone::get("Europe/Berlin").unwrap();
    // At 3:00 summer time it is 2:00 again.
    let begins = civil::date(2026, 10, 25).at(1, 50, 0, 0);
    let begins = berlin.to_timestamp(begins - 3.hours()).unwrap();
    let rounds = CafeRounds {
        minutes: 120,
        ..ROUNDS
    };
    let schedule = CafeSchedule::new(begins, rounds);
    let clock = CafeClock::default();
    for minutes in 0_i32..6 * 60 + 10 {
        let now = begins + minutes.minutes();
        let reading = clock.read(&schedule, rounds, now);
        let expected = match minutes {
            0..120 => CafePhase::Talk(1),
            120..125 => CafePhase::Change(1),
            125..245 => CafePhase::Talk(2),
            245..250 => CafePhase::Change(2),
            _ => CafePhase::Talk(3),
        };
        assert_eq!(reading.now.phase, expected, "after {minutes} minutes");
        assert!(reading.remaining > SignedDuration::ZERO);
    }
}

#[test]
fn the_timeline_is_what_the_clock_will_show() {
    let mut cafe = Cafe::new();
    cafe.step(ClockStep::Next, "12:50:00").unwrap();
    cafe.step(ClockStep::AddMinute, "12:51:00").unwrap();
    let timeline = cafe
        .clock
        .timeline(&cafe.schedule, cafe.rounds, at("12:51:00"));
    let phases: Vec<String> = timeline.iter().map(|one| one.phase.to_string()).collect();
    assert_eq!(phases, ["change-1", "talk-2", "change-2", "talk-3", "over"]);
    for one in timeline {
        let reading = cafe.clock.read(&cafe.schedule, cafe.rounds, one.begins);
        assert_eq!(reading.now, one);
    }
}

#[test]
fn a_phase_says_which_rounds_are_past() {
    assert_eq!(CafePhase::Before.rounds_begun(3), 0);
    assert_eq!(CafePhase::Talk(2).rounds_begun(3), 2);
    assert_eq!(CafePhase::Change(2).rounds_begun(3), 2);
    assert_eq!(CafePhase::Over.rounds_begun(3), 3);
    assert_eq!(CafePhase::Change(2).round(), Some(3));
}

#[test]
fn a_phase_reads_its_own_name() {
    for phase in [
        CafePhase::Before,
        CafePhase::Talk(2),
        CafePhase::Change(12),
        CafePhase::Over,
    ] {
        assert_eq!(phase.to_string().parse(), Ok(phase));
    }
    assert_eq!("talk".parse::<CafePhase>(), Err(NoSuchPhase));
    assert_eq!("talk--1".parse::<CafePhase>(), Err(NoSuchPhase));
}

#[test]
fn what_was_moved_on_another_day_does_not_count_on_the_day() {
    let zone = TimeZone::get("Europe/Berlin").unwrap();
    let mut cafe = Cafe::new();
    let day = cafe.schedule.day(&zone);
    // Midnight in Berlin, and twelve hours after the last round.
    assert_eq!(day.start, at("23:00:00") - 24.hours());
    assert_eq!(day.end, at("13:55:00") + 12.hours());
    let (schedule, rounds) = (cafe.schedule.clone(), cafe.rounds);
    let earlier = day.start - 1.minute();
    let begun = cafe.clock.step(ClockStep::Next, &schedule, rounds, earlier);
    begun.unwrap();
    assert!(cafe.clock.is_rehearsed(&day));
    assert_eq!(cafe.clock.of_the_day(&day), CafeClock::default());
    // Back to the time before the first round: nobody has moved it.
    let back = cafe.clock.step(ClockStep::Back, &schedule, rounds, earlier);
    back.unwrap();
    assert_eq!(cafe.clock, CafeClock::default());

    cafe.step(ClockStep::Next, "08:00:00").unwrap();
    assert!(!cafe.clock.is_rehearsed(&day));
    assert_eq!(cafe.clock.of_the_day(&day), cafe.clock);
    cafe.step(ClockStep::FollowPlan, "08:01:00").unwrap();
    assert_eq!(cafe.shows("08:01:00").0, "before");
}
