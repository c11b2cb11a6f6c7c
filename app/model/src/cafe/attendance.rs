//! Who is there on the day.

use serde::{Deserialize, Serialize};

/// The rounds in which somebody is there, where it is not all of them. Rounds are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The first round. A person who joins later than planned has a later one than the first.
    pub from: u32,
    /// The last round before the person goes; `None`: to the end, 0: the person did not come.
    pub until: Option<u32>,
    /// The round from which somebody who went is there again; `None`: not again.
    pub back: Option<u32>,
}

impl Attendance {
    /// There in every round.
    pub const WHOLE: Self = Self {
        from: 1,
        until: None,
        back: None,
    };

    /// There from a round on.
    pub const fn joining(round: u32) -> Self {
        Self {
            from: round,
            until: None,
            back: None,
        }
    }

    /// The same, but gone from a round on.
    #[must_use]
    pub const fn missing_from(self, round: u32) -> Self {
        Self {
            until: Some(round.saturating_sub(1)),
            back: None,
            ..self
        }
    }

    /// The same, but not gone.
    #[must_use]
    pub const fn staying(self) -> Self {
        Self {
            until: None,
            back: None,
            ..self
        }
    }

    /// Whether the person has come by a round and not gone before it.
    pub const fn is_there(self, round: u32) -> bool {
        round >= self.from && !self.is_gone(round)
    }

    /// Whether the person misses a round that they were expected in. Whoever joins later misses none.
    pub const fn is_gone(self, round: u32) -> bool {
        let Some(last) = self.until else { return false };
        let is_back = match self.back {
            Some(back) => back <= round,
            None => false,
        };
        round > last && !is_back
    }

    /// The rounds in which the person is there, of so many.
    pub fn rounds(self, count: u32) -> Vec<u32> {
        (1..=count).filter(|round| self.is_there(*round)).collect()
    }

    /// Whether all its rounds are among so many, each after the one before.
    pub fn fits(self, count: u32) -> bool {
        let goes = match self.until {
            None | Some(0) => None,
            Some(last) => Some(last + 1),
        };
        let order: Vec<u32> = [Some(self.from), goes, self.back]
            .into_iter()
            .flatten()
            .collect();
        let has_gone = self.back.is_none() || goes.is_some();
        has_gone
            && order.iter().all(|round| (1..=count).contains(round))
            && order.windows(2).all(|pair| pair[0] < pair[1])
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
        let joined = Attendance::joining(2);
        assert_eq!(joined.rounds(3), [2, 3]);
        assert_eq!(joined.missing_from(3).rounds(3), [2]);
        assert_eq!(joined.missing_from(1).rounds(3), [0_u32; 0]);
        assert!(!joined.is_gone(1));
    }

    #[test]
    fn who_comes_back_is_there_again() {
        let away = Attendance {
            from: 1,
            until: Some(1),
            back: Some(4),
        };
        assert_eq!(away.rounds(5), [1, 4, 5]);
        assert!(away.is_gone(2) && away.is_gone(3) && !away.is_gone(4));
        assert_eq!(away.staying(), Attendance::WHOLE);
        assert_eq!(away.missing_from(1).rounds(5), [0_u32; 0]);
    }

    #[test]
    fn rounds_follow_one_another_and_exist() {
        let of = |from, until, back| Attendance { from, until, back }.fits(4);
        assert!(of(1, None, None) && of(2, Some(2), Some(4)) && of(1, Some(0), None));
        assert!(!of(5, None, None) && !of(0, None, None) && !of(1, Some(4), None));
        assert!(!of(3, Some(1), None) && !of(1, Some(2), Some(3)) && !of(1, Some(2), Some(5)));
        assert!(!of(1, None, Some(2)) && !of(1, Some(0), Some(2)));
    }
}
