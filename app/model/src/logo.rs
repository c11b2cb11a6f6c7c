//! The logos of a network and of those who fund it.

use serde::{Deserialize, Serialize};

use crate::{Line, LogoId, WebAddress, string_enum::string_enum};

string_enum! {
    /// Whose logo it is, and so where pages show it.
    LogoRole {
        /// The network's own: in the header and in previews of links.
        Network = "network",
        /// A funder's or a partner's: in the footer.
        Funder = "funder",
    }
}

/// A logo. Networks keep theirs in the order of display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    pub id: LogoId,
    pub role: LogoRole,
    /// Whose it is: the text alternative.
    pub name: Line<200>,
    pub link: Option<WebAddress>,
    /// For pages.
    pub small: LogoImage,
    /// For previews of links.
    pub large: LogoImage,
}

/// A logo in one size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoImage {
    /// The hash of its bytes, in its URL.
    pub hash: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
}

/// The most logos of a network.
pub const MOST_LOGOS: usize = 12;

impl Logo {
    /// The images, by size.
    pub fn images(&self) -> [&LogoImage; 2] {
        [&self.small, &self.large]
    }
}
