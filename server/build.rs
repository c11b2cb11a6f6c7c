//! Embeds the assets of pages into the binary: the style sheet, the icon and the browser part. Each is
//! compressed at build time and has the path `/assets/<hash>/<name>`, so browsers cache it for ever.

#[path = "build/asset.rs"]
mod asset;
#[path = "build/browser_assets.rs"]
mod browser_assets;
#[path = "build/stylesheet.rs"]
mod stylesheet;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use asset::{AssetFile, CompressionEffort};

fn main() -> ExitCode {
    match embed() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo::error={error}");
            ExitCode::FAILURE
        }
    }
}

fn embed() -> Result<(), String> {
    let out_dir = directory_of("OUT_DIR")?;
    let package = directory_of("CARGO_MANIFEST_DIR")?;
    let workspace = package.parent().ok_or("the package lies in no workspace")?;
    let effort = match env::var("PROFILE").as_deref() {
        Ok("release") => CompressionEffort::Best,
        _ => CompressionEffort::Fast,
    };
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed=TREFFPUNKT_SITE");

    let style = style_sheet(workspace)?;
    let icon = icon(&package)?;
    let browser = browser_part(&out_dir, workspace)?;

    let directory = out_dir.join("assets");
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).map_err(|error| format!("{}: {error}", directory.display()))?;

    let mut rows = String::new();
    for group in [&style, &icon, &browser] {
        let hash = asset::hash(group);
        for file in group {
            rows.push_str(&asset::table_row(file, &hash, &directory, effort)?);
        }
    }
    let table = out_dir.join("assets.rs");
    fs::write(&table, format!("static EMBEDDED: &[Asset] = &[{rows}];\n"))
        .map_err(|error| format!("{}: {error}", table.display()))
}

fn directory_of(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{variable} is not set: this runs under Cargo"))
}

fn style_sheet(workspace: &Path) -> Result<Vec<AssetFile>, String> {
    let directory = workspace.join("style");
    println!("cargo::rerun-if-changed={}", directory.display());
    let sheet = stylesheet::bundle(&directory.join("treffpunkt.css"))?;
    Ok(vec![AssetFile {
        name: "treffpunkt.css".to_owned(),
        bytes: sheet.into_bytes(),
    }])
}

fn icon(package: &Path) -> Result<Vec<AssetFile>, String> {
    let path = package.join("src/assets/favicon.svg");
    println!("cargo::rerun-if-changed={}", path.display());
    let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(vec![AssetFile {
        name: "favicon.svg".to_owned(),
        bytes,
    }])
}

/// The compiled islands, or none with a warning if they are not built. Every page works without them.
fn browser_part(out_dir: &Path, workspace: &Path) -> Result<Vec<AssetFile>, String> {
    let directory = browser_assets::directory(out_dir, workspace);
    // Cargo reruns this script at every build while a watched directory is missing.
    if env::var_os("TREFFPUNKT_SITE").is_none() {
        let _ = fs::create_dir_all(&directory);
    }
    println!("cargo::rerun-if-changed={}", directory.display());
    let files = browser_assets::files(&directory)
        .map_err(|error| format!("{}: {error}", directory.display()))?;
    let complete = ["treffpunkt.js", "treffpunkt_bg.wasm"]
        .iter()
        .all(|name| files.iter().any(|file| file.name == *name));
    if complete {
        return Ok(files);
    }
    println!(
        "cargo::warning=no browser part in {}: pages work without their islands (scripts/browser-part builds it)",
        directory.display()
    );
    Ok(Vec::new())
}
