//! People whom a colleague or their organisation enters.

use serde::{Deserialize, Serialize};

use crate::{Answers, EmailAddress, Line};

/// Somebody who is entered by a colleague or by their organisation, with which they share language and organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    pub given_name: Line<200>,
    pub family_name: Line<200>,
    pub address: EmailAddress,
    pub answers: Answers,
}
