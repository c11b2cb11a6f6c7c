//! Form actions of a network's logos.

use model::{Fault, Faults, Line, Logo, LogoId, LogoRole, NetworkId, WebAddress};
use planner::{access::Owns, people::LogoSettings};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::{planner, visit},
};

use super::reorder::MoveForm;

/// The form of a logo, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LogoForm {
    pub network: String,
    /// The id of the logo. Empty for a new one.
    pub logo: String,
    pub role: String,
    pub name: String,
    pub link: String,
}

impl LogoForm {
    /// The form of a new logo.
    pub fn blank(role: LogoRole) -> Self {
        Self {
            role: role.to_string(),
            ..Self::default()
        }
    }

    /// The stored values.
    pub fn of(logo: &Logo) -> Self {
        let link = logo.link.as_ref().map(ToString::to_string);
        Self {
            role: logo.role.to_string(),
            name: logo.name.to_string(),
            link: link.unwrap_or_default(),
            ..Self::default()
        }
    }

    fn parse(&self) -> Result<LogoSettings, Faults> {
        let mut faults = Faults::none();
        let role = self.role.parse().map_err(|_| Fault::NoSuchChoice);
        let role = faults.keep("role", role);
        let name = faults.keep("name", Line::parse(&self.name));
        let link = faults.keep("link", WebAddress::optional(&self.link));
        let settings = role.zip(name).zip(link);
        faults.or(settings.map(|((role, name), link)| LogoSettings { role, name, link }))
    }

    fn logo(&self) -> Result<LogoId, AppError> {
        self.logo.parse().map_err(|_| AppError::NotFound)
    }
}

/// Adds a logo. All faults are said at once, that of the file as well.
pub async fn add_logo(form: &LogoForm, files: &[Upload]) -> Result<SeeOther, AppError> {
    let (network, right) = owned(&form.network)?;
    let file = files.iter().find(|file| file.field == "file");
    let (settings, file) = match (form.parse(), file) {
        (Ok(settings), Some(file)) => (settings, file),
        (settings, file) => {
            let mut faults = settings.err().unwrap_or_default();
            if file.is_none() {
                faults.add("file", Fault::Missing);
            }
            return Err(faults.into());
        }
    };
    let added = planner()
        .add_logo(&right, settings, file.bytes.to_vec())
        .await?;
    Ok(list(network, "added", &format!("logo-{added}")))
}

/// Changes what is said about a logo.
pub async fn change_logo(form: &LogoForm) -> Result<SeeOther, AppError> {
    let (network, right) = owned(&form.network)?;
    let logo = form.logo()?;
    planner().change_logo(&right, logo, form.parse()?).await?;
    Ok(list(network, "changed", &format!("logo-{logo}")))
}

/// Moves a logo within the order of display. The list is that of a network, not of an event.
pub async fn move_logo(form: &MoveForm) -> Result<SeeOther, AppError> {
    let (network, right) = owned(&form.list)?;
    let (logo, place) = form.parse()?;
    planner().move_logo(&right, logo, place).await?;
    Ok(list(network, "moved", &form.anchor("logo")))
}

/// Removes a logo.
pub async fn remove_logo(form: &LogoForm) -> Result<SeeOther, AppError> {
    let (network, right) = owned(&form.network)?;
    planner().remove_logo(&right, form.logo()?).await?;
    Ok(list(network, "removed", "main"))
}

fn owned(network: &str) -> Result<(NetworkId, Owns), AppError> {
    let network: NetworkId = network.parse().map_err(|_| AppError::NotFound)?;
    Ok((network, visit().signed_in()?.owns(network)?))
}

fn list(network: NetworkId, done: &str, anchor: &str) -> SeeOther {
    SeeOther::page(format!(
        "/organise/network/logos?network={network}&done={done}#{anchor}"
    ))
}
