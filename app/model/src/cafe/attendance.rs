//! Who is there on the day.

use serde::{Deserialize, Serialize};

/// The rounds in which somebody is there, where it is not all of them. Rounds are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The first round. A person who joins later than planned has a later one than the first.
    pub from: u32,
    /// The last round; `None`: to the end, 0: the person did not come.
    pub until: Option<u32>,
}

impl Attendance {
    /// There in every round.
    pub const WHOLE: Self = Self {
        from: 1,
        until: None,
    };

    /// The same, but gone from a round on.
    #[must_use]
    pub const fn missing_from(self, round: u32) -> Self {
        Self {
            until: Some(round.saturating_sub(1)),
            ..self
        }
    }

    /// The rounds in which the person is there, of so many.
    pub fn rounds(self, count: u32) -> Vec<u32> {
        let until = self.until.map_or(count, |until| until.min(count));
        (self.from..=until).collect()
    }

    /// Whether the person misses rounds that they were expected in.
    pub const fn is_missing(self) -> bool {
        self.until.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::Attendance;

    #[test]
    fn who_leaves_is_there_until_then_and_who_joins_from_then_on() {
        assert_eq!(Attendance::WHOLE.rounds(3), [1, 2, 3]);
        assert_eq!(Attendance::WHOLE.missing_from(1).rounds(3), [0_u32; 0]);
        assert_eq!(Attendance::WHOLE.missing_from(3).rounds(3), [1, 2]);
        let joined = Attendance {
            from: 2,
            until: None,
        };
        assert_eq!(joined.rounds(3), [2, 3]);
        assert_eq!(joined.missing_from(3).rounds(3), [2]);
        assert_eq!(joined.missing_from(1).rounds(3), [0_u32; 0]);
    }
}
