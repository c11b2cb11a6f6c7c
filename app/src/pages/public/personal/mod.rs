//! `/registration/{token}` and the pages below it. The holder of the mailed link needs no account.

mod cancel;
mod change;
mod overview;
mod status;
mod timetable;
mod way;

use planner::registrations::{Availability, PersonalPage};
use ui::{
    error::AppError,
    paths::PersonalPath,
    shell::Brand,
    visit::{language, planner, visit},
};

use crate::{api::authorise::by_link, routes::param};

pub(crate) use cancel::CancelRegistrationPage;
pub(crate) use change::ChangeRegistrationPage;
pub(crate) use overview::RegistrationPage;
pub(super) use overview::event_path;

/// The registration of a personal link.
struct OwnRegistration {
    page: PersonalPage,
    availability: Availability,
    token: String,
    paths: PersonalPath,
}

impl OwnRegistration {
    async fn load() -> Result<Self, AppError> {
        let token = param("token");
        let page = planner().personal_page(&by_link(&token)).await?;
        Ok(Self {
            availability: page.open.availability(visit().now),
            paths: PersonalPath::of(&token, language()),
            page,
            token,
        })
    }

    fn brand(&self) -> Brand {
        Brand::of_event(&self.page.open.network, &self.page.open.event)
    }

    /// Whether the registration can be changed.
    fn can_be_changed(&self) -> bool {
        let ahead = !matches!(
            self.availability,
            Availability::Cancelled | Availability::Over
        );
        ahead && self.page.registration.state.is_active()
    }
}
