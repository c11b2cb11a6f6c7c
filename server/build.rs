//! Puts what a page loads into the binary: the style sheet as one file, and the browser part. Each
//! lies below `/assets/<hash of its bytes>/`, compressed at build time, so that it can be cached for ever.

#[path = "build/browser_part.rs"]
mod browser_part;
#[path = "build/pack.rs"]
mod pack;
#[path = "build/stylesheet.rs"]
mod stylesheet;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use pack::{Effort, File};

fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("cargo::error={fault}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), String> {
    let out_dir = folder_of("OUT_DIR")?;
    let package = folder_of("CARGO_MANIFEST_DIR")?;
    let workspace = package.parent().ok_or("the package lies in no workspace")?;
    let effort = match env::var("PROFILE").as_deref() {
        Ok("release") => Effort::Most,
        _ => Effort::Little,
    };
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=TREFFPUNKT_SITE");

    let style = style(workspace)?;
    let mark = mark(&package)?;
    let browser = browser_part(&out_dir, workspace)?;

    let packed = out_dir.join("assets");
    let _ = fs::remove_dir_all(&packed);
    fs::create_dir_all(&packed).map_err(|error| format!("{}: {error}", packed.display()))?;

    let mut rows = String::new();
    for group in [&style, &mark, &browser] {
        let hash = pack::hash(group);
        for file in group {
            rows.push_str(&pack::row(file, &hash, &packed, effort)?);
        }
    }
    let table = out_dir.join("assets.rs");
    fs::write(&table, format!("static EMBEDDED: &[Asset] = &[{rows}];\n"))
        .map_err(|error| format!("{}: {error}", table.display()))
}

fn folder_of(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{variable} is not set: this runs under Cargo"))
}

fn style(workspace: &Path) -> Result<Vec<File>, String> {
    let folder = workspace.join("style");
    println!("cargo::rerun-if-changed={}", folder.display());
    let sheet = stylesheet::assemble(&folder.join("treffpunkt.css"))?;
    Ok(vec![File {
        name: "treffpunkt.css".to_owned(),
        bytes: sheet.into_bytes(),
    }])
}

fn mark(package: &Path) -> Result<Vec<File>, String> {
    let path = package.join("src/assets/mark.svg");
    println!("cargo::rerun-if-changed={}", path.display());
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(vec![File {
        name: "mark.svg".to_owned(),
        bytes,
    }])
}

/// The islands, if they are built: without them every page works, and only loses its comforts.
fn browser_part(out_dir: &Path, workspace: &Path) -> Result<Vec<File>, String> {
    let folder = browser_part::folder(out_dir, workspace);
    // Cargo runs this script again at every build while a watched folder is missing.
    if env::var_os("TREFFPUNKT_SITE").is_none() {
        let _ = fs::create_dir_all(&folder);
    }
    println!("cargo::rerun-if-changed={}", folder.display());
    let files =
        browser_part::files(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let complete = ["treffpunkt.js", "treffpunkt_bg.wasm"]
        .iter()
        .all(|needed| files.iter().any(|file| file.name == *needed));
    if complete {
        return Ok(files);
    }
    println!(
        "cargo::warning=no browser part in {}: pages work without their islands (scripts/browser-part builds it)",
        folder.display()
    );
    Ok(Vec::new())
}
