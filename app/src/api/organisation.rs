//! Parses the organisation of a person: chosen from the network's list, or typed.

use model::{Fault, Line, Organisation, OrganisationId};
use ui::components::OTHER_ORGANISATION;

/// The organisation, if it is on the network's list, and its display name.
pub type Chosen = (Option<OrganisationId>, Option<Line<200>>);

/// Parses the fields `organisation` (an id, [`OTHER_ORGANISATION`] or empty) and `other_organisation`. A typed
/// name that is on the list gives the organisation on the list. Fails with the name of the field and its fault.
pub fn chosen_organisation(
    chosen: &str,
    typed: &str,
    known: &[Organisation],
) -> Result<Chosen, (&'static str, Fault)> {
    if !matches!(chosen, "" | OTHER_ORGANISATION) {
        let partner = known.iter().find(|known| known.id.to_string() == chosen);
        let partner = partner.ok_or(("organisation", Fault::NoSuchChoice))?;
        return Ok((Some(partner.id), Some(partner.short_name.widened())));
    }
    let typed = Line::<200>::optional(typed).map_err(|fault| ("other_organisation", fault))?;
    match typed {
        Some(name) => {
            let (organisation, name) = Organisation::entered(name, known);
            Ok((organisation, Some(name)))
        }
        None if chosen == OTHER_ORGANISATION => Err(("other_organisation", Fault::Missing)),
        None => Ok((None, None)),
    }
}

#[cfg(test)]
mod tests {
    use model::{Fault, Line, Organisation};
    use uuid::Uuid;

    use super::{OTHER_ORGANISATION, chosen_organisation};

    fn partners() -> Vec<Organisation> {
        vec![Organisation {
            id: Uuid::from_u128(7).into(),
            network: Uuid::from_u128(1).into(),
            name: Line::parse("Volkshochschule Leipzig").unwrap(),
            short_name: Line::parse("VHS Leipzig").unwrap(),
            region: None,
            field: None,
            parent: None,
        }]
    }

    fn chosen(organisation: &str, other: &str) -> Result<(bool, String), (&'static str, Fault)> {
        let (id, name) = chosen_organisation(organisation, other, &partners())?;
        let name = name.map(|name| name.to_string()).unwrap_or_default();
        Ok((id.is_some(), name))
    }

    #[test]
    fn an_organisation_is_chosen_or_typed_or_left_out() {
        let vhs = partners()[0].id.to_string();
        assert_eq!(chosen(&vhs, ""), Ok((true, "VHS Leipzig".into())));
        assert_eq!(chosen(&vhs, "left over"), Ok((true, "VHS Leipzig".into())));
        assert_eq!(
            chosen(OTHER_ORGANISATION, "Uni Leipzig"),
            Ok((false, "Uni Leipzig".into()))
        );
        assert_eq!(chosen("", "Uni Leipzig"), Ok((false, "Uni Leipzig".into())));
        assert_eq!(chosen("", " "), Ok((false, String::new())));
    }

    #[test]
    fn one_of_the_list_that_is_typed_is_the_one_of_the_list() {
        let typed = chosen(OTHER_ORGANISATION, " volkshochschule leipzig ");
        assert_eq!(typed, Ok((true, "VHS Leipzig".into())));
    }

    #[test]
    fn what_is_missing_or_unknown_is_named_by_its_field() {
        assert_eq!(
            chosen(OTHER_ORGANISATION, ""),
            Err(("other_organisation", Fault::Missing))
        );
        let long = "x".repeat(201);
        assert_eq!(
            chosen("", &long),
            Err(("other_organisation", Fault::TooLong { most: 200 }))
        );
        let unknown = Uuid::from_u128(8).to_string();
        assert_eq!(
            chosen(&unknown, ""),
            Err(("organisation", Fault::NoSuchChoice))
        );
    }
}
