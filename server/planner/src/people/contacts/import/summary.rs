//! What only an import of contacts has to say.

use model::ContactId;

/// What an import of contacts leaves as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactImportSummary {
    /// How many lines are passed over, because the address book has all that they say.
    pub known: usize,
    /// Lines with another name or organisation than the address book, which stays as it is: whoever corrects it there
    /// corrects registrations, too.
    pub differing: Vec<DifferingLine>,
}

/// A line with another name or organisation than the address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferingLine {
    pub number: u64,
    pub contact: ContactId,
    /// What stands in the address book, and what the line says.
    pub stored: String,
    pub says: String,
}
