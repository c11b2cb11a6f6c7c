//! Which column of a table of people holds what.

use std::collections::{HashMap, HashSet};

use model::{EmailAddress, Question, QuestionId, name_key};

use super::{
    super::{
        Chosen, ColumnContent, Heading, Table, TableColumn, TableFault, TablePreview, recognise,
        recognise_by_parts,
    },
    address_cell::address_in,
    options::Options,
};

/// What a column of a table of people holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonColumn {
    GivenName,
    FamilyName,
    /// Both, as *Anna Jäger* or *Jäger, Anna*.
    FullName,
    Address,
    Organisation,
    Language,
    /// The state of a registration: whoever has withdrawn or not confirmed is passed over.
    State,
    /// The answer to one of the event's own questions.
    Answer(QuestionId),
    Function,
    Tags,
    Notes,
    /// Whether the person wants invitations.
    Invitations,
    /// When the person agreed to be kept beyond one event.
    Consent,
    /// The version of the privacy text that they agreed to.
    ConsentVersion,
    /// It is left out.
    Nothing,
}

impl PersonColumn {
    /// What a table of registrations can hold besides answers.
    pub const OF_REGISTRATIONS: &[Self] = &[
        Self::GivenName,
        Self::FamilyName,
        Self::FullName,
        Self::Address,
        Self::Organisation,
        Self::Language,
        Self::State,
    ];

    /// What a table of contacts can hold.
    pub const OF_CONTACTS: &[Self] = &[
        Self::GivenName,
        Self::FamilyName,
        Self::FullName,
        Self::Address,
        Self::Organisation,
        Self::Language,
        Self::Function,
        Self::Tags,
        Self::Notes,
        Self::Invitations,
        Self::Consent,
        Self::ConsentVersion,
    ];
}

impl ColumnContent for PersonColumn {
    const NOTHING: Self = Self::Nothing;

    fn word(self) -> String {
        let word = match self {
            Self::GivenName => "given_name",
            Self::FamilyName => "family_name",
            Self::FullName => "full_name",
            Self::Address => "address",
            Self::Organisation => "organisation",
            Self::Language => "language",
            Self::State => "state",
            Self::Function => "function",
            Self::Tags => "tags",
            Self::Notes => "notes",
            Self::Invitations => "opted_out",
            Self::Consent => "consent",
            Self::ConsentVersion => "consent_version",
            Self::Nothing => "nothing",
            Self::Answer(question) => return question.to_string(),
        };
        word.to_owned()
    }

    fn of_word(word: &str) -> Option<Self> {
        let fixed = Self::OF_REGISTRATIONS.iter().chain(Self::OF_CONTACTS);
        let mut fixed = fixed.chain([&Self::Nothing]);
        let found = fixed.find(|column| column.word() == word).copied();
        found.or_else(|| word.parse().ok().map(Self::Answer))
    }

    fn is_heading(text: &str) -> bool {
        recognise_by_parts(text).is_some()
    }
}

/// What the columns of a table can hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PersonColumns<'q> {
    pub fixed: &'static [PersonColumn],
    /// The questions whose answers a column can hold.
    pub questions: &'q [Question],
}

impl PersonColumns<'_> {
    /// A table whose columns are known, with what is wrong with them. Its lines are still to be read.
    pub fn preview<T, S>(
        self,
        table: &Table,
        chosen: &Chosen<PersonColumn>,
        summary: S,
    ) -> TablePreview<PersonColumn, T, S> {
        let columns = self.find(table, chosen);
        let missing = missing(&columns);
        let mut preview = TablePreview::of_columns(table, columns, summary);
        preview.faults.splice(0..0, missing);
        preview
    }

    /// The columns of a table: as chosen by hand; else by their headings; else by their contents, where they are
    /// nothing but addresses, or options of one of the questions. Of two with the same heading, the first that holds
    /// something counts.
    fn find(self, table: &Table, chosen: &Chosen<PersonColumn>) -> Vec<TableColumn<PersonColumn>> {
        let Self { fixed, questions } = self;
        let mut taken: HashSet<PersonColumn> = chosen.values().copied().collect();
        let by_label = Labels::of(questions);
        let headings: Vec<Option<Heading>> = table
            .headings
            .iter()
            .map(|one| {
                let by_parts = || recognise_by_parts(one).filter(|_| !by_label.has(one));
                recognise(one).or_else(by_parts)
            })
            .collect();
        let is_empty = |number| table.column(number).all(str::is_empty);
        let mut columns: Vec<Option<PersonColumn>> = Vec::with_capacity(headings.len());
        for (number, heading) in headings.iter().enumerate() {
            let of_heading = heading.map(|heading| of_heading(heading, &headings));
            let held = of_heading
                .filter(|column| fixed.contains(column) || *column == PersonColumn::Nothing);
            let column = chosen.get(&number).copied().or_else(|| {
                let answer = || by_label.find(&table.headings[number], &taken);
                held.filter(|column| !taken.contains(column))
                    .or_else(answer)
            });
            let column = column.or_else(|| {
                // Another column has this heading.
                let held = held?;
                let first = columns.iter().position(|column| *column == Some(held));
                match first.filter(|first| !chosen.contains_key(first) && is_empty(*first)) {
                    Some(first) if !is_empty(number) => {
                        columns[first] = Some(PersonColumn::Nothing);
                        Some(held)
                    }
                    _ => Some(PersonColumn::Nothing),
                }
            });
            taken.extend(column);
            columns.push(column);
        }
        let with_options: Vec<(PersonColumn, Options<'_>)> = questions
            .iter()
            .filter(|question| question.kind.has_options())
            .map(|question| (PersonColumn::Answer(question.id), Options::of(question)))
            .collect();
        for (number, column) in columns.iter_mut().enumerate() {
            if column.is_none() {
                *column = addresses(table, number, &taken)
                    .or_else(|| by_contents(table, number, &with_options, &taken));
                taken.extend(*column);
            }
        }
        let columns = columns.into_iter().enumerate();
        columns
            .map(|(number, column)| {
                TableColumn::new(table, number, column.unwrap_or(PersonColumn::Nothing))
            })
            .collect()
    }
}

fn of_heading(heading: Heading, all: &[Option<Heading>]) -> PersonColumn {
    let has = |heading| all.contains(&Some(heading));
    match heading {
        Heading::GivenName => PersonColumn::GivenName,
        Heading::FamilyName => PersonColumn::FamilyName,
        Heading::Name | Heading::FullName
            if has(Heading::GivenName) && has(Heading::FamilyName) =>
        {
            PersonColumn::Nothing
        }
        Heading::Name if has(Heading::GivenName) => PersonColumn::FamilyName,
        Heading::Name | Heading::FullName => PersonColumn::FullName,
        Heading::Address => PersonColumn::Address,
        Heading::Organisation => PersonColumn::Organisation,
        Heading::Language => PersonColumn::Language,
        Heading::State => PersonColumn::State,
        Heading::Function => PersonColumn::Function,
        Heading::Tags => PersonColumn::Tags,
        Heading::Notes => PersonColumn::Notes,
        Heading::Invitations => PersonColumn::Invitations,
        Heading::Consent => PersonColumn::Consent,
        Heading::ConsentVersion => PersonColumn::ConsentVersion,
    }
}

/// Questions by the keys of their labels. Two questions can have the same label.
struct Labels(HashMap<String, Vec<PersonColumn>>);

impl Labels {
    fn of(questions: &[Question]) -> Self {
        let mut labels: HashMap<String, Vec<PersonColumn>> = HashMap::new();
        for question in questions {
            let key = name_key(question.label.as_str());
            labels
                .entry(key)
                .or_default()
                .push(PersonColumn::Answer(question.id));
        }
        Self(labels)
    }

    fn has(&self, heading: &str) -> bool {
        self.0.contains_key(&name_key(heading))
    }

    fn find(&self, heading: &str, taken: &HashSet<PersonColumn>) -> Option<PersonColumn> {
        let found = self.0.get(&name_key(heading))?.iter();
        found.copied().find(|column| !taken.contains(column))
    }
}

/// The addresses, if the column has nothing else.
fn addresses(table: &Table, number: usize, taken: &HashSet<PersonColumn>) -> Option<PersonColumn> {
    if taken.contains(&PersonColumn::Address) {
        return None;
    }
    let mut cells = table.column(number).filter(|cell| !cell.is_empty());
    let is_address = |cell| EmailAddress::parse(address_in(cell)).is_ok();
    (is_address(cells.next()?) && cells.all(is_address)).then_some(PersonColumn::Address)
}

fn by_contents(
    table: &Table,
    number: usize,
    questions: &[(PersonColumn, Options<'_>)],
    taken: &HashSet<PersonColumn>,
) -> Option<PersonColumn> {
    table.column(number).find(|cell| !cell.is_empty())?;
    let fits = |options: &Options<'_>| {
        table
            .column(number)
            .all(|cell| cell.is_empty() || options.in_cell(cell).is_some())
    };
    let mut open = questions
        .iter()
        .filter(|(column, _)| !taken.contains(column));
    open.find(|(_, options)| fits(options))
        .map(|(column, _)| *column)
}

/// What no column holds although it is needed, and names that two columns hold in two ways.
fn missing(columns: &[TableColumn<PersonColumn>]) -> Vec<TableFault<PersonColumn>> {
    use PersonColumn::{Address, FamilyName, FullName, GivenName};
    let has = |holds| columns.iter().any(|column| column.holds == holds);
    let needed: &[PersonColumn] = if has(FullName) {
        &[Address]
    } else {
        &[GivenName, FamilyName, Address]
    };
    let missing = needed.iter().copied().filter(|needed| !has(*needed));
    let mut faults: Vec<_> = missing.map(TableFault::NoColumn).collect();
    if has(FullName) && (has(GivenName) || has(FamilyName)) {
        faults.push(TableFault::ColumnTwice(FullName));
    }
    faults
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{super::super::ColumnContent as _, PersonColumn};

    #[test]
    fn a_column_has_a_word_of_its_own() {
        let question = PersonColumn::Answer(Uuid::from_u128(7).into());
        let fixed = PersonColumn::OF_REGISTRATIONS.iter();
        let fixed = fixed.chain(PersonColumn::OF_CONTACTS);
        for column in fixed.chain([&PersonColumn::Nothing, &question]) {
            assert_eq!(PersonColumn::of_word(&column.word()), Some(*column));
        }
        assert_eq!(PersonColumn::of_word("shoe size"), None);
    }
}
