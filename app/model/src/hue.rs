//! Accent colours.

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use crate::Fault;

/// An accent colour: an angle on the colour wheel in degrees, in steps of 15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Hue(u16);

impl Hue {
    const STEP: u16 = 15;

    /// Every colour, around the wheel.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..360 / Self::STEP).map(|step| Self(step * Self::STEP))
    }

    /// The colour that was chosen, by its degrees.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let degrees: i64 = text.parse().map_err(|_| Fault::NoSuchChoice)?;
        Self::try_from(degrees)
    }

    /// The angle.
    pub const fn degrees(self) -> u16 {
        self.0
    }
}

impl Default for Hue {
    fn default() -> Self {
        Self(255)
    }
}

impl TryFrom<i64> for Hue {
    type Error = Fault;

    fn try_from(degrees: i64) -> Result<Self, Fault> {
        Self::all()
            .find(|hue| i64::from(hue.0) == degrees)
            .ok_or(Fault::NoSuchChoice)
    }
}

impl From<Hue> for i64 {
    fn from(hue: Hue) -> Self {
        hue.0.into()
    }
}

impl<'de> Deserialize<'de> for Hue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let degrees = i64::deserialize(deserializer)?;
        Self::try_from(degrees).map_err(|fault| D::Error::custom(format!("{fault:?}")))
    }
}

impl std::fmt::Display for Hue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Hue;
    use crate::Fault;

    #[test]
    fn only_the_colours_that_are_offered_are_taken() {
        assert_eq!(Hue::all().count(), 24);
        assert_eq!(Hue::parse("345").map(Hue::degrees), Ok(345));
        for text in ["7", "360", "-15", "", "blue"] {
            assert_eq!(Hue::parse(text), Err(Fault::NoSuchChoice), "{text:?}");
        }
    }
}
