//! Bundles style sheets: inlines `@import`, removes comments and white space.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Bundles the sheet at `path` with its imports.
///
/// `@import "x.css" layer(y)` becomes `@layer y {…}`, any other condition a media query.
///
/// # Errors
///
/// A file cannot be read, imports itself, or has an `@import` that is not the quoted name of a file in
/// the same directory. The text names the file.
pub fn bundle(path: &Path) -> Result<String, String> {
    let mut sheet = String::new();
    inline(path, &mut Vec::new(), &mut sheet)?;
    Ok(minify(&sheet))
}

fn inline(path: &Path, importers: &mut Vec<PathBuf>, output: &mut String) -> Result<(), String> {
    if importers.iter().any(|importer| importer == path) {
        return Err(format!("{} imports itself", path.display()));
    }
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    importers.push(path.to_owned());
    let text = remove_comments(&text);
    let mut rest = text.as_str();
    while let Some(at) = rest.find("@import") {
        output.push_str(&rest[..at]);
        let (statement, after) = rest[at + "@import".len()..]
            .split_once(';')
            .ok_or_else(|| format!("{}: @import without an end", path.display()))?;
        let (file, condition) = parse_import(statement)
            .ok_or_else(|| format!("{}: @import{statement} is not understood", path.display()))?;
        let at_rule = match condition {
            "" => None,
            layer if layer.starts_with("layer(") && layer.ends_with(')') => Some(format!(
                "@layer {}",
                &layer["layer(".len()..layer.len() - 1]
            )),
            media => Some(format!("@media {media}")),
        };
        if let Some(rule) = &at_rule {
            output.push_str(rule);
            output.push('{');
        }
        inline(&path.with_file_name(file), importers, output)?;
        if at_rule.is_some() {
            output.push('}');
        }
        rest = after;
    }
    output.push_str(rest);
    output.push('\n');
    importers.pop();
    Ok(())
}

/// Parses path and condition of an import: `"print.css" print`, `url("x.css")`.
fn parse_import(statement: &str) -> Option<(&str, &str)> {
    let statement = statement.trim();
    let (statement, in_url) = match statement.strip_prefix("url(") {
        Some(inner) => (inner, true),
        None => (statement, false),
    };
    let quote = statement
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\''))?;
    let (file, rest) = statement[1..].split_once(quote)?;
    let condition = if in_url {
        rest.strip_prefix(')')?
    } else {
        rest
    };
    (!file.contains(':')).then_some((file, condition.trim()))
}

fn remove_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let end = if rest.starts_with('/') {
            1
        } else {
            string_length(rest)
        };
        kept.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

/// The length of the quoted string at the start of `text`, with its quotes.
fn string_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, c)| c);
    let mut escaped = false;
    for (at, c) in characters {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if Some(c) == quote {
            return at + c.len_utf8();
        }
    }
    text.len()
}

/// Removes insignificant white space. Keeps it around `+`, `-`, `>` and before `:`, where it has a meaning
/// in `calc()` and selectors.
fn minify(sheet: &str) -> String {
    let mut minified = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut has_space = false;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            has_space = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let after_delimiter = minified.is_empty() || minified.ends_with(['{', '}', ';', ',']);
        if has_space && !after_delimiter && !matches!(c, '{' | '}' | ';' | ',') {
            minified.push(' ');
        }
        has_space = false;
        if c == '}' && minified.ends_with(';') {
            minified.pop();
        }
        let end = if matches!(c, '"' | '\'') {
            string_length(rest)
        } else {
            c.len_utf8()
        };
        minified.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    minified
}
