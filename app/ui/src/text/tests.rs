use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use model::Language;

use super::{sources, translate};

/// The keys of a language (`id` or `id.attribute`), each with the names of its values.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (place, source) in sources(language) {
        let mut id = String::new();
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                id = line.split(" =").next().unwrap().to_owned();
                key.clone_from(&id);
                assert!(
                    keys.insert(key.clone(), BTreeSet::new()).is_none(),
                    "{key} exists twice (the second one in {place}.ftl, {language})"
                );
            } else if let Some(attribute) = line.trim_start().strip_prefix('.')
                && let Some((name, _)) = attribute.split_once(" =")
            {
                key = format!("{id}.{name}");
                keys.insert(key.clone(), BTreeSet::new());
            }
            for value in line.split('$').skip(1) {
                let end = value
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                    .unwrap_or(value.len());
                keys.get_mut(&key).unwrap().insert(value[..end].to_owned());
            }
        }
    }
    keys
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            rust_files(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// Every `t!(…)` in the source of this package and of `app`: file, key, names of the values given.
fn uses() -> Vec<(String, String, BTreeSet<String>)> {
    let mut files = Vec::new();
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    for source in ["src", "../src"] {
        rust_files(&package.join(source), &mut files).unwrap();
    }
    let mut uses = Vec::new();
    for file in files
        .iter()
        .filter(|file| !file.ends_with("text/mod.rs") && !file.ends_with("text/tests.rs"))
    {
        let code: String = fs::read_to_string(file)
            .unwrap()
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        if file.ends_with("text/names.rs") {
            // The keys of display names are arguments of a macro: `NetworkMeeting = "kind-network-meeting"`.
            for key in code.split("= \"").skip(1) {
                let key = key.split('"').next().unwrap();
                uses.push((file.display().to_string(), key.to_owned(), BTreeSet::new()));
            }
        }
        for (at, _) in code.match_indices("t!(") {
            if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let inside = inside_parentheses(&code[at + 3..]);
            let Some((_, rest)) = inside.split_once('"') else {
                continue;
            };
            let (key, rest) = rest.split_once('"').unwrap();
            uses.push((
                file.display().to_string(),
                key.to_owned(),
                value_names(rest),
            ));
        }
    }
    uses
}

fn inside_parentheses(text: &str) -> &str {
    let mut open = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return &text[..at];
        }
    }
    text
}

/// The names before `=` at the top level of `, name = value, …`.
fn value_names(text: &str) -> BTreeSet<String> {
    let mut depth = 0;
    let mut part = String::new();
    let mut parts = Vec::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    parts
        .iter()
        .filter_map(|part| part.split_once('='))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_values() {
    let (german, english) = (keys(Language::De), keys(Language::En));
    let only = |one: &BTreeMap<String, BTreeSet<String>>, other: &BTreeMap<_, _>| {
        one.keys()
            .filter(|key| !other.contains_key(*key))
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(only(&german, &english), Vec::<String>::new(), "German only");
    assert_eq!(
        only(&english, &german),
        Vec::<String>::new(),
        "English only"
    );
    for (key, values) in &german {
        assert_eq!(values, &english[key], "values of {key}");
    }
}

#[test]
fn every_text_that_the_source_names_exists_and_gets_its_values() {
    let known = keys(Language::De);
    let uses = uses();
    assert!(
        uses.len() > 20,
        "the source was not found: {} uses",
        uses.len()
    );
    for (file, key, values) in uses {
        let wanted = known
            .get(&key)
            .unwrap_or_else(|| panic!("{file}: no text {key}"));
        let missing: Vec<_> = wanted.difference(&values).collect();
        assert!(missing.is_empty(), "{file}: {key} lacks {missing:?}");
    }
}

#[test]
fn every_text_can_be_read() {
    for language in Language::ALL {
        for (place, source) in sources(*language) {
            if let Err((_, errors)) = fluent_bundle::FluentResource::try_new((*source).to_owned()) {
                panic!("{place}.ftl, {language}: {errors:?}");
            }
        }
    }
}

#[test]
fn numbers_and_plurals_follow_the_language() {
    let places = |language, n: i64| translate(language, "seats", &[("n", n.into())]);
    assert_eq!(places(Language::De, 1), "1 Platz");
    assert_eq!(places(Language::De, 20_000), "20.000 Plätze");
    assert_eq!(places(Language::En, 1), "1 seat");
    assert_eq!(places(Language::En, 20_000), "20,000 seats");
}
