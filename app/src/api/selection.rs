//! The part of a form that says which registrations were chosen in a list, ticked or all that the list shows.

use std::{collections::BTreeSet, str::FromStr};

use model::{Fault, Faults, RegistrationId};
use planner::{
    RegistrationFilter,
    registrations::{MOST_CHOSEN, RegistrationSelection},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    visit::{queries, query},
};

/// Chosen registrations, as a list sends them and as a form keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SelectionForm {
    /// `all`: everybody whom search, state and organisation find. Else those who are ticked.
    pub scope: String,
    /// The ids of those who are ticked, separated by spaces.
    pub people: String,
    pub search: String,
    pub state: String,
    pub organisation: String,
}

impl SelectionForm {
    /// The word for everybody whom the filter finds.
    pub const ALL: &str = "all";

    /// The selection that the query of the page has: each ticked person is a `people` of their own.
    pub fn asked_for() -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            scope: value("scope"),
            people: queries("people").join(" "),
            search: value("search"),
            state: value("state"),
            organisation: value("organisation"),
        }
    }

    /// The values by the names of their fields.
    pub fn fields(&self) -> [(&'static str, &str); 5] {
        [
            ("scope", &self.scope),
            ("people", &self.people),
            ("search", &self.search),
            ("state", &self.state),
            ("organisation", &self.organisation),
        ]
    }

    /// The selection.
    ///
    /// # Errors
    ///
    /// `Unreadable` if a value is none that the list offers: leaving it out would select more people. `Invalid` if too
    /// many are ticked.
    pub fn parse(&self) -> Result<RegistrationSelection, AppError> {
        if self.scope == Self::ALL {
            return Ok(RegistrationSelection::Found(RegistrationFilter {
                state: chosen(&self.state)?,
                organisation: chosen(&self.organisation)?,
                search: self.search.clone(),
            }));
        }
        let ids = self.people.split_whitespace().map(str::parse);
        let people: Result<BTreeSet<RegistrationId>, _> = ids.collect();
        let people = people.map_err(|_| AppError::Unreadable)?;
        if people.len() > MOST_CHOSEN {
            let most = MOST_CHOSEN;
            return Err(Faults::one("people", Fault::TooManyEntries { most }).into());
        }
        Ok(RegistrationSelection::Chosen(people))
    }
}

/// A choice; `None` if nothing is chosen.
fn chosen<T: FromStr>(value: &str) -> Result<Option<T>, AppError> {
    if value.is_empty() {
        return Ok(None);
    }
    value.parse().map(Some).map_err(|_| AppError::Unreadable)
}

#[cfg(test)]
mod tests {
    use planner::registrations::RegistrationSelection;
    use ui::error::AppError;

    use super::SelectionForm;

    #[test]
    fn a_value_that_no_list_offers_selects_nobody() {
        let form = |scope: &str, people: &str, state: &str| SelectionForm {
            scope: scope.to_owned(),
            people: people.to_owned(),
            state: state.to_owned(),
            ..SelectionForm::default()
        };
        let nobody = RegistrationSelection::Chosen([].into());
        assert_eq!(form("", "", "").parse(), Ok(nobody));
        assert_eq!(form("", "anna", "").parse(), Err(AppError::Unreadable));
        assert_eq!(form("all", "", "seated").parse(), Err(AppError::Unreadable));
        let Ok(RegistrationSelection::Found(filter)) = form("all", "", "waitlisted").parse() else {
            panic!("a filter");
        };
        assert_eq!(filter.state, Some(model::RegistrationState::Waitlisted));
    }
}
