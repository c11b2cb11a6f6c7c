//! The form of a network's settings.

use model::{EmailAddress, Fault, Faults, Hue, IanaTimeZone, Line, Network, NetworkId, Text};
use planner::people::NetworkSettings;
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    markdown,
    visit::{planner, visit},
};

/// The form of a network, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NetworkForm {
    pub network: String,
    pub name: String,
    pub sender_name: String,
    pub sender_address: String,
    pub reply_to: String,
    pub imprint: String,
    pub privacy: String,
    pub funding_notice: String,
    pub time_zone: String,
    pub language: String,
    pub hue: String,
    pub revision: String,
}

impl NetworkForm {
    /// The stored values.
    pub fn of(network: &Network) -> Self {
        let reply_to = network.reply_to.as_ref().map(ToString::to_string);
        Self {
            name: network.name.to_string(),
            sender_name: network.sender_name.to_string(),
            sender_address: network.sender_address.to_string(),
            reply_to: reply_to.unwrap_or_default(),
            imprint: network.imprint.to_string(),
            privacy: network.privacy.to_string(),
            funding_notice: network.funding_notice.to_string(),
            time_zone: network.time_zone.to_string(),
            language: network.language.to_string(),
            hue: network.hue.to_string(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<NetworkSettings, Faults> {
        let mut faults = Faults::none();
        let name = faults.keep("name", Line::parse(&self.name));
        let hue = faults.keep("hue", Hue::parse(&self.hue));
        let language = self.language.parse().map_err(|_| Fault::NoSuchChoice);
        let language = faults.keep("language", language);
        let time_zone = faults.keep("time_zone", IanaTimeZone::of_city(&self.time_zone));
        let sender_name = faults.keep("sender_name", Line::parse(&self.sender_name));
        let sender_address = EmailAddress::parse_deliverable(&self.sender_address);
        let sender_address = faults.keep("sender_address", sender_address);
        let reply_to = faults.keep("reply_to", self.reply_to());
        let imprint = faults.keep("imprint", markdown::parse_text(&self.imprint));
        let privacy = faults.keep("privacy", markdown::parse_text(&self.privacy));
        let funding_notice = faults.keep("funding_notice", Text::parse(&self.funding_notice));
        let whose = name.zip(hue).zip(language).zip(time_zone);
        let sender = sender_name.zip(sender_address).zip(reply_to);
        let texts = imprint.zip(privacy).zip(funding_notice);
        faults.or(whose
            .zip(sender)
            .zip(texts)
            .map(|((whose, sender), texts)| {
                let (((name, hue), language), time_zone) = whose;
                let ((sender_name, sender_address), reply_to) = sender;
                let ((imprint, privacy), funding_notice) = texts;
                NetworkSettings {
                    name,
                    sender_name,
                    sender_address,
                    reply_to,
                    imprint,
                    privacy,
                    funding_notice,
                    time_zone,
                    language,
                    hue,
                }
            }))
    }

    fn reply_to(&self) -> Result<Option<EmailAddress>, Fault> {
        if self.reply_to.trim().is_empty() {
            Ok(None)
        } else {
            EmailAddress::parse_deliverable(&self.reply_to).map(Some)
        }
    }
}

/// Saves a network's settings.
pub async fn change_network(form: &NetworkForm) -> Result<SeeOther, AppError> {
    let network: NetworkId = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = visit().signed_in()?.owns(network)?;
    let settings = form.parse()?;
    let revision = form.revision.parse().map_err(|_| AppError::Unreadable)?;
    planner().change_network(&right, revision, settings).await?;
    Ok(SeeOther::page(format!(
        "/organise/network?network={network}&done=saved"
    )))
}

#[cfg(test)]
mod tests {
    use model::Fault;

    use super::NetworkForm;

    fn form() -> NetworkForm {
        NetworkForm {
            name: "IQ Netzwerk Sachsen".into(),
            sender_name: "IQ Netzwerk Sachsen".into(),
            sender_address: "treffen@iq-sachsen.example".into(),
            time_zone: "Europe/Berlin".into(),
            language: "de".into(),
            hue: "255".into(),
            ..NetworkForm::default()
        }
    }

    #[test]
    fn texts_and_the_address_for_replies_may_be_left_open() {
        let settings = form().parse().unwrap();
        assert_eq!(settings.reply_to, None);
        assert!(settings.imprint.is_empty());
    }

    #[test]
    fn only_the_colours_that_are_offered_and_zones_that_exist_are_taken() {
        let wrong = NetworkForm {
            hue: "7".into(),
            time_zone: "Europe/Leipzig".into(),
            ..form()
        };
        let faults = wrong.parse().unwrap_err();
        let faults: Vec<_> = faults.iter().collect();
        assert_eq!(
            faults,
            [
                ("hue", &Fault::NoSuchChoice),
                ("time_zone", &Fault::NoTimeZone)
            ]
        );
    }
}
