//! Changes of a contact.

use jiff::Timestamp;

use super::changes;
use crate::{Contact, EmailAddress, Language, Line, Person, Tags, Text};

changes! {
    /// One field of a contact that changed.
    ContactChange of Contact: Contact {
        id: _,
        network: _,
        person: Person {
            given_name,
            family_name,
            address,
            // Lists and forms show the name.
            organisation: _,
            organisation_name,
            language,
        },
        function,
        notes,
        tags,
        source: _,
        created_at: _,
        confirmed_at: _,
        consent,
        opted_out_at,
        revision: _,
    } => {
        GivenName(Line<200>) = given_name,
        FamilyName(Line<200>) = family_name,
        Address(EmailAddress) = address,
        Organisation(Option<Line<200>>) = organisation_name,
        Language(Language) = language,
        Function(Option<Line<120>>) = function,
        Notes(Text<5_000>) = notes,
        Tags(Tags) = tags,
        Consent(Option<(u32, Timestamp)>) = consent,
        OptedOut(Option<Timestamp>) = opted_out_at,
    }
}
