//! Where the compiled islands lie: what `scripts/browser-part` made, if it has run.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use crate::pack::File;

/// The folder of the browser part: `$TREFFPUNKT_SITE`, or `site` in Cargo's target directory.
pub fn folder(out_dir: &Path, workspace: &Path) -> PathBuf {
    env::var_os("TREFFPUNKT_SITE")
        .map_or_else(|| target(out_dir, workspace).join("site"), PathBuf::from)
}

/// Cargo tells a build script no target directory; it marks it with a tag for backup programs.
fn target(out_dir: &Path, workspace: &Path) -> PathBuf {
    out_dir
        .ancestors()
        .find(|folder| folder.join("CACHEDIR.TAG").is_file())
        .map_or_else(|| workspace.join("target"), Path::to_owned)
}

/// The files below `folder`, in the order of their names; none if it does not exist.
///
/// # Errors
///
/// What the file system says.
pub fn files(folder: &Path) -> io::Result<Vec<File>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, into: &mut Vec<File>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), into)?;
        } else {
            let bytes = fs::read(entry.path())?;
            into.push(File { name, bytes });
        }
    }
    Ok(())
}
