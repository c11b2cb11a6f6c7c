//! The compiled islands, which `scripts/browser-part` builds.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::asset::AssetFile;

/// The directory of the browser part: `$TREFFPUNKT_SITE`, or `site` in Cargo's target directory.
pub fn directory(out_dir: &Path, workspace: &Path) -> PathBuf {
    env::var_os("TREFFPUNKT_SITE").map_or_else(
        || target_directory(out_dir, workspace).join("site"),
        PathBuf::from,
    )
}

/// Cargo's target directory. Build scripts do not get it, but Cargo marks it with a `CACHEDIR.TAG`.
fn target_directory(out_dir: &Path, workspace: &Path) -> PathBuf {
    out_dir
        .ancestors()
        .find(|directory| directory.join("CACHEDIR.TAG").is_file())
        .map_or_else(|| workspace.join("target"), Path::to_owned)
}

/// The files below `directory`, by name. Empty if it does not exist.
///
/// # Errors
///
/// A file cannot be read.
pub fn files(directory: &Path) -> io::Result<Vec<AssetFile>> {
    let mut files = Vec::new();
    collect(directory, "", &mut files)?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn collect(directory: &Path, prefix: &str, files: &mut Vec<AssetFile>) -> io::Result<()> {
    if !directory.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(entry.path())?;
            files.push(AssetFile { name, bytes });
        }
    }
    Ok(())
}
