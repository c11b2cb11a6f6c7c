//! The bundling of style sheets in the build script.

#[path = "../../build/stylesheet.rs"]
mod bundling;

use std::fs;

use bundling::bundle;
use tempfile::TempDir;

/// Bundles these files, of which the first imports the others.
fn bundled(files: &[(&str, &str)]) -> Result<String, String> {
    let directory = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(directory.path().join(name), text).unwrap();
    }
    bundle(&directory.path().join(files[0].0))
}

#[test]
fn imports_are_inlined_in_place() {
    let sheet = bundled(&[
        (
            "all.css",
            "@layer a, b;\n@import \"a.css\" layer(a);\n@import url('p.css') print;\nb { c: d }",
        ),
        ("a.css", "a { x: y; }"),
        ("p.css", "nav { display: none }"),
    ]);
    assert_eq!(
        sheet.unwrap(),
        "@layer a,b;@layer a{a{x: y}}@media print{nav{display: none}}b{c: d}"
    );
}

#[test]
fn comments_and_insignificant_space_are_removed() {
    let sheet = bundled(&[(
        "all.css",
        "/* a */\na  :is(b,\n c) > d , e{\n  width: calc(1px  +  2em);\n  --x: 1;\n}\n@media (width >= 3em) { f { g: h } }\n",
    )]);
    assert_eq!(
        sheet.unwrap(),
        "a :is(b,c) > d,e{width: calc(1px + 2em);--x: 1}@media (width >= 3em){f{g: h}}"
    );
}

#[test]
fn strings_are_unchanged() {
    let quoted = r#"a{content: "  /* no ; comment */ \"  } "}"#;
    assert_eq!(bundled(&[("all.css", quoted)]).unwrap(), quoted);
}

#[test]
fn a_sheet_that_imports_itself_is_refused() {
    let refused = bundled(&[
        ("all.css", "@import \"b.css\";"),
        ("b.css", "@import \"all.css\";"),
    ]);
    assert!(refused.unwrap_err().contains("imports itself"));
}

#[test]
fn a_missing_file_and_a_foreign_one_are_named() {
    let missing = bundled(&[("all.css", "@import \"gone.css\";")]);
    assert!(missing.unwrap_err().contains("gone.css"));
    let foreign = bundled(&[("all.css", "@import \"https://fonts.example/x.css\";")]);
    assert!(foreign.unwrap_err().contains("fonts.example"));
}
