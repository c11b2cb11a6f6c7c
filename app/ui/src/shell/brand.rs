//! The branding of a page.

use model::{Event, Hue, Language, Logo, LogoRole, Network, NetworkHead, NetworkId};

/// The network that a page belongs to, as header, footer and colours show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brand {
    /// `None` on pages of no network.
    pub network: Option<NetworkId>,
    pub name: String,
    /// The accent colour: an angle on the colour wheel, 0–345 in steps of 15.
    pub hue: u16,
    /// The network's slug, in the paths of its imprint and privacy text. `None` on pages of no network.
    pub slug: Option<String>,
    /// The notice that the funder asks for.
    pub funding_notice: String,
    /// The language of the notice.
    pub funding_language: Language,
    /// The logos, in the order of display.
    pub logos: Vec<Logo>,
}

/// The icon in the browser's tab.
pub(super) const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E\
%3Ccircle cx='16' cy='16' r='16' fill='%230b5cab'/%3E%3Cg fill='none' stroke='%23fff' stroke-width='1.6'%3E\
%3Cpath d='M16 16V0M16 16l13.9 8M16 16L2.1 24'/%3E%3C/g%3E%3C/svg%3E";

impl Default for Brand {
    fn default() -> Self {
        Self {
            network: None,
            name: "Treffpunkt".to_owned(),
            hue: Hue::default().degrees(),
            slug: None,
            funding_notice: String::new(),
            funding_language: Language::De,
            logos: Vec::new(),
        }
    }
}

impl From<&Network> for Brand {
    fn from(network: &Network) -> Self {
        Self::from(&network.head())
    }
}

impl From<&NetworkHead> for Brand {
    fn from(network: &NetworkHead) -> Self {
        Self {
            network: Some(network.id),
            name: network.name.to_string(),
            hue: network.hue.degrees(),
            slug: Some(network.slug.to_string()),
            funding_notice: network.funding_notice.to_string(),
            funding_language: network.language,
            logos: network.logos.clone(),
        }
    }
}

impl Brand {
    /// The network's own logo.
    pub fn own_logo(&self) -> Option<&Logo> {
        let own = |logo: &&Logo| logo.role == LogoRole::Network;
        self.logos.iter().find(own)
    }

    /// The logos of funders and partners.
    pub fn funders(&self) -> Vec<Logo> {
        let funders = self
            .logos
            .iter()
            .filter(|logo| logo.role == LogoRole::Funder);
        funders.cloned().collect()
    }

    /// The network's, with the event's own funding notice if it has one.
    pub fn of_event(network: &Network, event: &Event) -> Self {
        let mut brand = Self::from(network);
        let details = &event.details;
        if !details.funding_notice.is_empty() {
            brand.funding_notice = details.funding_notice.to_string();
            brand.funding_language = details.language;
        }
        brand
    }
}
