//! One style sheet out of several: `@import` inlined, comments and superfluous space left out.

use std::{fs, path::Path};

/// The sheet at `path` with everything it imports in place.
///
/// `@import "x.css" layer(y)` becomes `@layer y {…}`, any other condition a media query.
///
/// # Errors
///
/// One line that names the file: it cannot be read, imports itself, or has an `@import` that is no
/// quoted path of a file beside it.
pub fn assemble(path: &Path) -> Result<String, String> {
    let mut sheet = String::new();
    inline(path, &mut Vec::new(), &mut sheet)?;
    Ok(trim(&sheet))
}

fn inline(
    path: &Path,
    within: &mut Vec<std::path::PathBuf>,
    into: &mut String,
) -> Result<(), String> {
    if within.iter().any(|outer| outer == path) {
        return Err(format!("{} imports itself", path.display()));
    }
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    within.push(path.to_owned());
    let text = without_comments(&text);
    let mut rest = text.as_str();
    while let Some(at) = rest.find("@import") {
        into.push_str(&rest[..at]);
        let (statement, after) = rest[at + "@import".len()..]
            .split_once(';')
            .ok_or_else(|| format!("{}: @import without an end", path.display()))?;
        let (file, condition) = imported(statement)
            .ok_or_else(|| format!("{}: @import{statement} is not understood", path.display()))?;
        let wrap = match condition {
            "" => None,
            layer if layer.starts_with("layer(") && layer.ends_with(')') => Some(format!(
                "@layer {}",
                &layer["layer(".len()..layer.len() - 1]
            )),
            media => Some(format!("@media {media}")),
        };
        if let Some(rule) = &wrap {
            into.push_str(rule);
            into.push('{');
        }
        inline(&path.with_file_name(file), within, into)?;
        if wrap.is_some() {
            into.push('}');
        }
        rest = after;
    }
    into.push_str(rest);
    into.push('\n');
    within.pop();
    Ok(())
}

/// The path and the condition of an import: `"print.css" print`, `url("x.css")`.
fn imported(statement: &str) -> Option<(&str, &str)> {
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

fn without_comments(text: &str) -> String {
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
            end_of_string(rest)
        };
        kept.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    kept.push_str(rest);
    kept
}

/// How long the quoted string is with which `text` begins, its quotes included.
fn end_of_string(text: &str) -> usize {
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

/// Leaves out the space that says nothing. Space around `+`, `-`, `>` and before `:` stays: in
/// `calc()` and in selectors it means something.
fn trim(sheet: &str) -> String {
    let mut trimmed = String::with_capacity(sheet.len());
    let mut rest = sheet;
    let mut space = false;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() {
            space = true;
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let after_mark = trimmed.is_empty() || trimmed.ends_with(['{', '}', ';', ',']);
        if space && !after_mark && !matches!(c, '{' | '}' | ';' | ',') {
            trimmed.push(' ');
        }
        space = false;
        if c == '}' && trimmed.ends_with(';') {
            trimmed.pop();
        }
        let end = if matches!(c, '"' | '\'') {
            end_of_string(rest)
        } else {
            c.len_utf8()
        };
        trimmed.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    trimmed
}
