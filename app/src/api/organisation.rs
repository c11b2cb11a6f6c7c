//! Parses the organisation of a person.

use model::{Fault, Line, Organisation, OrganisationId};

/// The organisation, if it is on the network's list, and its display name.
pub type EnteredOrganisation = (Option<OrganisationId>, Option<Line<200>>);

/// Parses a typed organisation. A name that is on the network's list gives the organisation on the list.
pub fn entered_organisation(
    typed: &str,
    known: &[Organisation],
) -> Result<EnteredOrganisation, Fault> {
    let Some(name) = Line::<200>::optional(typed)? else {
        return Ok((None, None));
    };
    let (organisation, name) = Organisation::entered(name, known);
    Ok((organisation, Some(name)))
}

#[cfg(test)]
mod tests {
    use model::{Fault, Line, Organisation};
    use uuid::Uuid;

    use super::entered_organisation;

    fn entered(typed: &str) -> Result<(bool, String), Fault> {
        let partner = Organisation {
            id: Uuid::from_u128(7).into(),
            network: Uuid::from_u128(1).into(),
            name: Line::parse("Volkshochschule Köln").unwrap(),
            short_name: Line::parse("VHS Köln").unwrap(),
            region: None,
            field: None,
            parent: None,
            logo: None,
        };
        let (id, name) = entered_organisation(typed, &[partner])?;
        let name = name.map(|name| name.to_string()).unwrap_or_default();
        Ok((id.is_some(), name))
    }

    #[test]
    fn an_organisation_of_the_network_is_found_however_its_name_is_typed() {
        for typed in [
            "VHS Köln",
            " volkshochschule  köln ",
            "Vhs Ko\u{308}ln",
            "vhs koln",
        ] {
            assert_eq!(entered(typed), Ok((true, "VHS Köln".into())), "{typed:?}");
        }
    }

    #[test]
    fn every_other_name_is_kept_as_typed_and_none_is_needed() {
        assert_eq!(entered("Uni Köln"), Ok((false, "Uni Köln".into())));
        assert_eq!(entered(" "), Ok((false, String::new())));
        let long = "x".repeat(201);
        assert_eq!(entered(&long), Err(Fault::TooLong { most: 200 }));
    }
}
