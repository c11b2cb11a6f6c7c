//! `/registration/{token}`: what the mailed personal link shows, and the pages behind it. Whoever holds
//! the link is let in without an account.

mod cancel;
mod change;
mod overview;
mod status;

use planner::registrations::{PersonalPage, Standing};

use crate::{
    paths::PersonalPath,
    routes::param,
    shell::Brand,
    told::Told,
    visit::{language, planner, visit},
};

pub(crate) use cancel::CancelRegistrationPage;
pub(crate) use change::ChangeRegistrationPage;
pub(crate) use overview::RegistrationPage;

/// What all of these pages are made from.
struct Mine {
    page: PersonalPage,
    standing: Standing,
    token: String,
    paths: PersonalPath,
}

impl Mine {
    async fn load() -> Result<Self, Told> {
        let token = param("token");
        let page = planner().personal_page(&token, &visit().client).await?;
        Ok(Self {
            standing: page.open.standing(visit().now.as_microsecond()),
            paths: PersonalPath::of(&token, language()),
            page,
            token,
        })
    }

    fn brand(&self) -> Brand {
        Brand::of_event(&self.page.open.network, &self.page.open.event)
    }

    /// Whether anything about the registration can still be changed.
    fn can_be_changed(&self) -> bool {
        let ahead = !matches!(self.standing, Standing::Cancelled | Standing::Over);
        ahead && self.page.registration.state.is_active()
    }
}
