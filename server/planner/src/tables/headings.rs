//! The line of a table that has the headings, and what a heading stands for.

use model::{EmailAddress, search_key};

use super::{MOST_COLUMNS, people::address_in};

/// How many lines with text may stand above the headings.
pub(super) const MOST_BEFORE: usize = 10;

/// What a heading of a table of people stands for, whatever an event asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    GivenName,
    FamilyName,
    /// *Name*: the family name beside a given name, else both.
    Name,
    /// Given and family name.
    FullName,
    Address,
    Organisation,
    Language,
    State,
    Function,
    Tags,
    Notes,
    /// Whether the person wants invitations.
    Invitations,
    /// When the person agreed to be kept beyond one event, and the version of the privacy text.
    Consent,
    ConsentVersion,
}

/// Recognises a heading in either language, however it is spelt.
pub(crate) fn recognise(heading: &str) -> Option<Heading> {
    // Longer than any of the words.
    if heading.len() > 200 {
        return None;
    }
    let plain: String = search_key(heading)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    Some(match plain.as_str() {
        "givenname" | "firstname" | "forename" | "vorname" | "vornamen" | "rufname" => {
            Heading::GivenName
        }
        "familyname" | "lastname" | "surname" | "nachname" | "familienname" | "zuname" => {
            Heading::FamilyName
        }
        "name" => Heading::Name,
        "fullname" | "namevorname" | "nachnamevorname" | "vornamename" | "vornamenachname"
        | "vorundnachname" | "vorundzuname" | "vollstandigername" | "vollername" | "teilnehmer"
        | "teilnehmerin" | "teilnehmende" | "teilnehmerinnen" | "participant" | "attendee"
        | "person" => Heading::FullName,
        "email" | "mail" | "emailaddress" | "mailaddress" | "address" | "emailadresse"
        | "mailadresse" | "adresse" | "epost" | "emaildienstlich" | "dienstlicheemail" => {
            Heading::Address
        }
        "organisation" | "organization" | "einrichtung" | "institution" | "firma" | "trager"
        | "verein" | "unternehmen" | "company" | "arbeitgeber" | "employer" => {
            Heading::Organisation
        }
        "language" | "sprache" | "korrespondenzsprache" => Heading::Language,
        "state" | "status" | "stand" | "anmeldestatus" => Heading::State,
        "function" | "funktion" | "position" | "rolle" | "role" | "jobtitle" | "tatigkeit" => {
            Heading::Function
        }
        "tags" | "tag" | "stichworte" | "stichwort" | "schlagworte" | "schlagworter"
        | "keywords" | "categories" | "kategorien" => Heading::Tags,
        "notes" | "note" | "notizen" | "notiz" | "bemerkung" | "bemerkungen" | "anmerkungen"
        | "kommentar" => Heading::Notes,
        "invitations" | "einladungen" | "newsletter" => Heading::Invitations,
        "eingewilligtam" | "einwilligungam" | "agreedon" | "consentedon" | "agreedtobekepton" => {
            Heading::Consent
        }
        "fassungdereinwilligung" | "versionofconsent" | "consentversion" => Heading::ConsentVersion,
        _ => return None,
    })
}

/// Recognises a heading of several parts, of which the first says what it is and none something else: *E-Mail
/// (dienstlich)*, *Organisation / Träger*.
pub(crate) fn recognise_by_parts(heading: &str) -> Option<Heading> {
    let mut parts = heading.split(['/', '(', ')', '\n', ',', ':', '*', '|']);
    let first = recognise(parts.next()?)?;
    let is_same = |part| recognise(part).is_none_or(|other| other == first);
    parts.all(is_same).then_some(first)
}

/// Whether a line that would have the headings is one of a person instead: no two cells are headings that are known, and
/// one is an address.
pub(super) fn has_person(cells: &[String]) -> bool {
    let is_address = |cell: &String| {
        let address = EmailAddress::parse(address_in(cell));
        address.is_ok_and(|address| address.as_str().contains('.'))
    };
    count_known(cells.iter().map(String::as_str)) < 2 && cells.iter().any(is_address)
}

/// Whether one of the first lines has two headings that are known.
pub(super) fn are_known_in(lines: &[(u64, Vec<String>)]) -> bool {
    let mut first = lines.iter().take(MOST_BEFORE + 1);
    first.any(|(_, cells)| count_known(cells.iter().map(String::as_str)) >= 2)
}

/// How many of the cells are headings that are known.
pub(super) fn count_known<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells
        .take(MOST_COLUMNS)
        .filter(|cell| recognise(cell).is_some())
        .count()
}

/// The index of the line with the headings of people.
pub(super) fn find(lines: &[(u64, Vec<String>)]) -> usize {
    find_by(lines, |cell| recognise(cell).is_some())
}

/// The index of the line with the headings: the first of the first lines with two known headings; else the
/// first with several cells; else the first.
pub(super) fn find_by(lines: &[(u64, Vec<String>)], is_heading: impl Fn(&str) -> bool) -> usize {
    let first = &lines[..lines.len().min(MOST_BEFORE + 1)];
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let known = |cells: &[String]| {
        let cells = cells.iter().take(MOST_COLUMNS);
        cells.filter(|cell| is_heading(cell)).count()
    };
    first
        .iter()
        .position(|(_, cells)| known(cells) >= 2)
        .or_else(|| first.iter().position(|(_, cells)| filled(cells) >= 2))
        .unwrap_or_default()
}
