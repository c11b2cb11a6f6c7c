//! The person of a line.

use std::collections::HashMap;

use model::{
    EmailAddress, Fault, Faults, Language, Line, Organisation, OrganisationId, Person, name_key,
};

use super::{super::TableColumn, PersonColumn, address_cell::address_in, names, words};

/// Reads the cells of lines. Everything that does not depend on the line is computed once.
#[derive(Debug)]
pub(crate) struct PersonReader<'o> {
    columns: HashMap<PersonColumn, usize>,
    organisations: HashMap<String, &'o Organisation>,
    /// The language of people whose line names none.
    language: Language,
}

impl<'o> PersonReader<'o> {
    pub fn new(
        columns: &[TableColumn<PersonColumn>],
        organisations: &'o [Organisation],
        language: Language,
    ) -> Self {
        let columns = columns.iter().enumerate().rev();
        let columns = columns.map(|(number, column)| (column.holds, number));
        let mut by_name = HashMap::new();
        for organisation in organisations {
            for key in organisation.name_keys() {
                by_name.entry(key).or_insert(organisation);
            }
        }
        Self {
            columns: columns.collect(),
            organisations: by_name,
            language,
        }
    }

    /// The number of the first column that holds this.
    pub fn column(&self, wanted: PersonColumn) -> Option<usize> {
        self.columns.get(&wanted).copied()
    }

    /// What stands in a line about this. Empty if no column holds it.
    pub fn cell<'l>(&self, cells: &'l [String], wanted: PersonColumn) -> &'l str {
        let cell = self.column(wanted).and_then(|number| cells.get(number));
        cell.map_or("", String::as_str)
    }

    /// The address of a line in its comparison form, if it has one.
    pub fn address(&self, cells: &[String]) -> Option<String> {
        let address = EmailAddress::parse(address_in(self.cell(cells, PersonColumn::Address)));
        address.ok().map(|address| address.lower())
    }

    /// What stands in a line about this, in one line: people break long names within a cell.
    fn one_line(&self, cells: &[String], wanted: PersonColumn) -> String {
        let lines = self.cell(cells, wanted).lines().map(str::trim);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        lines.join(" ")
    }

    /// The person of a line.
    pub fn person(&self, cells: &[String]) -> Result<Person, Faults> {
        let cell = |wanted| self.cell(cells, wanted);
        let one_line = |wanted| self.one_line(cells, wanted);
        let (given_name, family_name) = match self.column(PersonColumn::FullName) {
            Some(_) => names::split(&one_line(PersonColumn::FullName)),
            None => (
                one_line(PersonColumn::GivenName),
                one_line(PersonColumn::FamilyName),
            ),
        };
        let mut faults = Faults::none();
        let given_name = faults.keep("given_name", Line::parse(&given_name));
        let family_name = faults.keep("family_name", Line::parse(&family_name));
        let address = EmailAddress::parse_deliverable(address_in(cell(PersonColumn::Address)));
        let address = faults.keep("address", address);
        let language = faults.keep("language", self.language(cell(PersonColumn::Language)));
        let organisation = self.organisation(&one_line(PersonColumn::Organisation));
        let organisation = faults.keep("organisation", organisation);
        let person = given_name.zip(family_name).zip(address);
        let person = person.zip(language).zip(organisation);
        faults.or(person.map(
            |((((given_name, family_name), address), language), organisation)| Person {
                given_name,
                family_name,
                address,
                organisation: organisation.0,
                organisation_name: organisation.1,
                language,
            },
        ))
    }

    fn language(&self, word: &str) -> Result<Language, Fault> {
        if word.is_empty() {
            return Ok(self.language);
        }
        words::language(word).ok_or(Fault::NoSuchChoice)
    }

    fn organisation(
        &self,
        text: &str,
    ) -> Result<(Option<OrganisationId>, Option<Line<200>>), Fault> {
        let Some(entered) = Line::<200>::optional(text)? else {
            return Ok((None, None));
        };
        Ok(match self.organisations.get(&name_key(entered.as_str())) {
            Some(partner) => (Some(partner.id), Some(partner.short_name.widened())),
            None => (None, Some(entered)),
        })
    }
}
