//! Topics, tables and rounds for a number of people and a length of time.

use model::{
    Line,
    cafe::{CafeRounds, CafeSetUp, CafeTable, CafeTopic},
};

/// What suits a number of people and a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    pub topics: u32,
    /// Tables of each topic.
    pub tables: u32,
    /// The most people at a table, its host among them.
    pub seats: u32,
    pub rounds: u32,
    pub minutes: u32,
    pub change_minutes: u32,
}

/// People at a table, its host among them: few enough that everybody speaks.
const SEATS: u32 = 6;
/// A conversation needs three.
const LEAST_PEOPLE: u32 = 3;
const CHANGE_MINUTES: u32 = 5;
/// The longest round that is suggested.
const LONGEST_ROUND: u32 = 45;
/// Where the agenda gives no time.
const USUAL_MINUTES: u32 = 90;

/// Suggests a set-up for so many people in so many minutes. Topics that are there already are kept.
pub fn suggest(people: u32, minutes: u32, topics: Option<u32>) -> Suggestion {
    let minutes = if minutes == 0 { USUAL_MINUTES } else { minutes };
    let most_tables = (people / LEAST_PEOPLE).max(1);
    let fitting_rounds = match minutes {
        0..40 => 1,
        40..70 => 2,
        70..155 => 3,
        155..195 => 4,
        _ => 5,
    };
    let topics = topics.map_or_else(
        || fitting_rounds.min(3).min(most_tables),
        |topics| topics.max(1),
    );
    let tables = people
        .div_ceil(SEATS.saturating_mul(topics))
        .clamp(1, (most_tables / topics).max(1));
    let most_tables = u32::try_from(CafeSetUp::MOST_TABLES).unwrap_or(u32::MAX);
    let tables = tables.min((most_tables / topics).max(1));
    // Who changes tables meets others only where there are several.
    let rounds = if tables * topics == 1 {
        1
    } else if topics == 1 {
        fitting_rounds
    } else {
        fitting_rounds.min(topics)
    };
    let talking = minutes.saturating_sub((rounds - 1) * CHANGE_MINUTES) / rounds;
    Suggestion {
        topics,
        tables,
        seats: people
            .div_ceil(tables.saturating_mul(topics))
            .clamp(SEATS, CafeTable::SEATS.most),
        rounds,
        minutes: whole_minutes(talking),
        change_minutes: if rounds > 1 { CHANGE_MINUTES } else { 0 },
    }
}

/// Minutes as people plan them: a multiple of five.
fn whole_minutes(minutes: u32) -> u32 {
    match minutes {
        0 => 1,
        1..5 => minutes,
        _ => (minutes - minutes % 5).min(LONGEST_ROUND),
    }
}

impl Suggestion {
    /// The set-up with these topics, tables and rounds. Names, rooms and hosts of topics and tables that stay are
    /// kept. `topic_name` names a new topic, counted from 1.
    #[must_use]
    pub fn applied_to(self, set_up: &CafeSetUp, topic_name: impl Fn(usize) -> String) -> CafeSetUp {
        let mut new = set_up.clone();
        let topics = usize::try_from(self.topics).unwrap_or(usize::MAX);
        let tables = usize::try_from(self.tables).unwrap_or(usize::MAX);
        while new.topics.len() < topics {
            let Ok(name) = Line::parse(&topic_name(new.topics.len() + 1)) else {
                break;
            };
            let number = new.next_topic();
            new.topics.push(CafeTopic { number, name });
        }
        let mut seated = Vec::new();
        for topic in new.topics.iter().take(topics) {
            let mut of_topic: Vec<CafeTable> =
                new.tables_of(topic.number).take(tables).cloned().collect();
            for table in &mut of_topic {
                table.most = self.seats;
                table.least = None;
            }
            seated.push((topic.number, of_topic));
        }
        new.tables = Vec::new();
        let kept: Vec<CafeTable> = seated.iter().flat_map(|(_, kept)| kept.clone()).collect();
        let mut numbers = CafeSetUp {
            tables: [set_up.tables.clone(), kept].concat(),
            retired: set_up.retired,
            ..CafeSetUp::empty()
        };
        for (topic, mut of_topic) in seated {
            while of_topic.len() < tables {
                let Some(table) = numbers.new_table(topic, self.seats) else {
                    break;
                };
                numbers.tables.push(table.clone());
                of_topic.push(table);
            }
            new.tables.extend(of_topic);
        }
        new.rounds = CafeRounds {
            begins: set_up.rounds.begins,
            count: self.rounds,
            minutes: self.minutes,
            change_minutes: self.change_minutes,
        };
        new
    }
}

#[cfg(test)]
mod tests {
    use model::cafe::CafeSetUp;

    use super::{Suggestion, suggest};

    /// Topics × tables × seats, rounds × minutes.
    fn brief(suggestion: Suggestion) -> String {
        let Suggestion {
            topics,
            tables,
            seats,
            rounds,
            minutes,
            change_minutes,
        } = suggestion;
        format!("{topics}×{tables}×{seats}, {rounds}×{minutes}+{change_minutes}")
    }

    #[test]
    fn the_leipzig_meeting_has_three_topics_at_four_tables_of_six() {
        assert_eq!(brief(suggest(62, 105, None)), "3×4×6, 3×30+5");
    }

    #[test]
    fn few_people_share_few_tables() {
        assert_eq!(brief(suggest(0, 90, None)), "1×1×6, 1×45+0");
        assert_eq!(brief(suggest(1, 90, None)), "1×1×6, 1×45+0");
        assert_eq!(brief(suggest(3, 90, None)), "1×1×6, 1×45+0");
        assert_eq!(brief(suggest(7, 90, None)), "2×1×6, 2×40+5");
        assert_eq!(brief(suggest(12, 90, None)), "3×1×6, 3×25+5");
    }

    #[test]
    fn everybody_of_a_large_meeting_has_a_seat() {
        assert_eq!(brief(suggest(500, 90, None)), "3×28×6, 3×25+5");
        for people in (1..3_000).step_by(37) {
            let suggested = suggest(people, 90, None);
            let seats = suggested.topics * suggested.tables * suggested.seats;
            assert!(seats >= people, "{people}: {}", brief(suggested));
        }
    }

    #[test]
    fn the_rounds_fit_into_the_time() {
        for minutes in 1..400 {
            let suggested = suggest(62, minutes, None);
            let needed = suggested.rounds * suggested.minutes
                + (suggested.rounds - 1) * suggested.change_minutes;
            assert!(needed <= minutes, "{minutes}: {}", brief(suggested));
        }
        assert_eq!(brief(suggest(62, 45, None)), "2×6×6, 2×20+5");
        assert_eq!(brief(suggest(62, 30, None)), "1×11×6, 1×30+0");
    }

    #[test]
    fn topics_that_are_there_are_kept() {
        assert_eq!(brief(suggest(62, 105, Some(2))), "2×6×6, 2×45+5");
        let first = suggest(62, 105, None)
            .applied_to(&CafeSetUp::empty(), |number| format!("Thema {number}"));
        assert_eq!(first.check(), Ok(()));
        assert_eq!((first.topics.len(), first.tables.len()), (3, 12));
        let numbers: Vec<String> = first
            .tables
            .iter()
            .map(|one| one.name.to_string())
            .collect();
        assert_eq!(numbers[..4], ["1", "2", "3", "4"]);
        let smaller = suggest(30, 105, Some(3)).applied_to(&first, |number| number.to_string());
        assert_eq!(smaller.topics, first.topics);
        assert_eq!(smaller.tables.len(), 6);
        assert_eq!(smaller.tables[2].number, first.tables[4].number);
    }
}
