//! The entry point of the fuzz target `import`.

use std::collections::{BTreeMap, HashMap};

use model::Language;

use super::{super::table::text_of_file, ImportPreview, context::ImportContext};

/// Reads a file as the import does, for an event without questions to which nobody is registered.
pub fn read_import(file: &[u8]) -> ImportPreview {
    let context = ImportContext {
        organisations: Vec::new(),
        questions: Vec::new(),
        known: HashMap::new(),
        language: Language::De,
    };
    context.read(&text_of_file(file), &BTreeMap::new())
}
