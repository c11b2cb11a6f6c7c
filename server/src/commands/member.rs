//! `treffpunkt member`

use clap::{Args, Subcommand};
use model::{EmailAddress, Fault, Hue, IanaTimeZone, Language, Line, Network, Role, Slug, Text};
use planner::{
    Delivery, Planner, PlannerConfig, PlannerError,
    people::{NetworkSettings, NewMember},
};

use super::output::print_line;
use crate::{
    config::{AddressSettings, DatabaseSettings, LogSettings},
    error::CommandError,
    setup::{new_planner, open_store},
};

/// Manage who works for a network.
#[derive(Debug, Subcommand)]
pub enum Member {
    Add(Add),
}

/// Add a person to a network, or give a member another name or role.
///
/// Prints a link to sign in with, which works once and for 15 minutes.
#[derive(Debug, Args)]
pub struct Add {
    /// The network's name in addresses, such as `sachsen`.
    #[arg(long, value_name = "SLUG", value_parser = parse_slug)]
    network: Slug,

    /// Begin the network, with this name for people.
    #[arg(long, value_name = "NAME", value_parser = parse_line)]
    network_name: Option<Line<200>>,

    /// The time zone that a new network's events take place in.
    #[arg(long, value_name = "ZONE", default_value = "Europe/Berlin", value_parser = parse_time_zone)]
    time_zone: IanaTimeZone,

    /// The person's e-mail address.
    #[arg(long, value_parser = parse_address)]
    address: EmailAddress,

    /// The person's name.
    #[arg(long, value_parser = parse_line)]
    name: Line<200>,

    /// What the person may do: owner, organiser, helper or reader.
    #[arg(long, default_value = "organiser", value_parser = parse_role)]
    role: Role,

    /// The language of the person, and of a new network: de or en.
    #[arg(long, default_value = "de", value_parser = parse_language)]
    language: Language,

    #[command(flatten)]
    address_settings: AddressSettings,
    #[command(flatten)]
    database: DatabaseSettings,
    #[command(flatten)]
    pub log: LogSettings,
}

impl Add {
    pub async fn run(self) -> Result<(), CommandError> {
        let store = open_store(&self.database).await?;
        let public_url = self
            .address_settings
            .public_url(self.address_settings.listen);
        let config = PlannerConfig::new(public_url.origin(), Delivery::Kept);
        let planner = new_planner(store.clone(), config);
        let network = self.network(&planner).await?;
        let new = NewMember {
            name: self.name,
            address: self.address.clone(),
            role: self.role,
            language: self.language,
        };
        planner.put_member(network.id, new).await?;
        let link = planner.sign_in_link(&self.address).await?;
        store.close().await;
        print_line(link)?;
        Ok(())
    }

    /// The network of the new member, which is created if it has a name.
    async fn network(&self, planner: &Planner) -> Result<Network, CommandError> {
        let existing = match planner.public_network(self.network.as_str()).await {
            Ok(network) => Some(network),
            Err(PlannerError::NotFound) => None,
            Err(error) => return Err(error.into()),
        };
        match (existing, &self.network_name) {
            (Some(network), None) => Ok(network),
            (None, Some(name)) => Ok(self.create_network(planner, name).await?),
            (Some(_), Some(_)) => Err(CommandError::Refused(format!(
                "--network-name: there is a network {} already",
                self.network
            ))),
            (None, None) => Err(CommandError::Refused(format!(
                "--network: there is no network {}; --network-name begins it",
                self.network
            ))),
        }
    }

    async fn create_network(
        &self,
        planner: &Planner,
        name: &Line<200>,
    ) -> Result<Network, PlannerError> {
        let settings = NetworkSettings {
            name: name.clone(),
            sender_name: name.clone(),
            sender_address: self.address.clone(),
            reply_to: None,
            imprint: Text::default(),
            privacy: Text::default(),
            funding_notice: Text::default(),
            time_zone: self.time_zone.clone(),
            language: self.language,
            hue: Hue::default(),
        };
        planner.create_network(self.network.clone(), settings).await
    }
}

fn parse_slug(text: &str) -> Result<Slug, &'static str> {
    Slug::parse(text).map_err(|_| "small letters a to z, digits and single hyphens make a slug")
}

fn parse_line(text: &str) -> Result<Line<200>, &'static str> {
    Line::parse(text).map_err(|error| match error {
        Fault::Missing => "nothing is in it",
        Fault::TooLong { .. } => "at most 200 characters",
        _ => "one line, without control characters",
    })
}

fn parse_time_zone(text: &str) -> Result<IanaTimeZone, &'static str> {
    IanaTimeZone::parse(text).map_err(|_| "no time zone of the IANA database")
}

fn parse_address(text: &str) -> Result<EmailAddress, &'static str> {
    EmailAddress::parse_deliverable(text)
        .map_err(|_| "not an e-mail address that every mail server takes")
}

fn parse_role(text: &str) -> Result<Role, &'static str> {
    let role = text.parse().ok();
    role.filter(|role| Role::OF_NETWORK.contains(role))
        .ok_or("owner, organiser, helper or reader")
}

fn parse_language(text: &str) -> Result<Language, &'static str> {
    text.parse().map_err(|_| "de or en")
}
