//! Whole numbers with a smallest and a largest value.

use crate::Fault;

/// The numbers that a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberRange {
    pub least: u32,
    pub most: u32,
}

impl NumberRange {
    /// The number that was entered; `None` where nothing was.
    pub fn parse(self, text: &str) -> Result<Option<u32>, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let number: i64 = text.parse().map_err(|_| Fault::NoNumber)?;
        let number = u32::try_from(number).map_err(|_| self.fault())?;
        self.check(number).map(Some)
    }

    /// Returns the number if it is in the range.
    pub fn check(self, number: u32) -> Result<u32, Fault> {
        if (self.least..=self.most).contains(&number) {
            Ok(number)
        } else {
            Err(self.fault())
        }
    }

    fn fault(self) -> Fault {
        Fault::OutOfRange {
            least: self.least.into(),
            most: self.most.into(),
        }
    }
}
