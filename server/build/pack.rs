//! Turns files into rows of the table that the binary carries.

use std::{fs, io::Write as _, path::Path};

use sha2::{Digest as _, Sha256};

/// One file as it is served.
pub struct File {
    /// Its name below `/assets/<hash>/`.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// How much time the build spends on making files small.
#[derive(Clone, Copy)]
pub enum Effort {
    /// While somebody waits for a development build.
    Little,
    /// In a release, which is built once and downloaded often.
    Most,
}

/// Sixteen hexadecimal digits that change when a name or a byte changes.
pub fn hash(files: &[File]) -> String {
    let mut digest = Sha256::new();
    for file in files {
        digest.update(file.name.as_bytes());
        digest.update([0]);
        digest.update(&file.bytes);
    }
    let first = digest.finalize().into_iter().take(8);
    let number = first.fold(0_u64, |number, byte| number << 8 | u64::from(byte));
    format!("{number:016x}")
}

/// Writes `file` and its compressed forms into `folder`; returns the Rust expression of its row.
///
/// # Errors
///
/// One line: a file that cannot be written, or a kind of file that has no content type here.
pub fn row(file: &File, hash: &str, folder: &Path, effort: Effort) -> Result<String, String> {
    let kind = content_type(&file.name)
        .ok_or_else(|| format!("{}: no content type is known for it", file.name))?;
    let stem = format!("{hash}-{}", file.name.replace('/', "-"));
    let store = |ending: &str, bytes: &[u8]| {
        let path = folder.join(format!("{stem}{ending}"));
        fs::write(&path, bytes)
            .map_err(|error| format!("{}: {error}", path.display()))
            .map(|()| format!("include_bytes!({:?})", path.to_string_lossy()))
    };
    let plain = store("", &file.bytes)?;
    let smaller = |ending: &str, bytes: std::io::Result<Vec<u8>>| match bytes {
        Ok(bytes) if bytes.len() < file.bytes.len() => {
            store(ending, &bytes).map(|bytes| format!("Some({bytes})"))
        }
        Ok(_) => Ok("None".to_owned()),
        Err(error) => Err(format!("{}: {error}", file.name)),
    };
    let brotli = smaller(".br", brotli(&file.bytes, effort))?;
    let gzip = smaller(".gz", gzip(&file.bytes, effort))?;
    Ok(format!(
        "Asset {{ name: {name:?}, path: \"/assets/{hash}/{name}\", hash: {hash:?}, content_type: {kind:?}, plain: {plain}, brotli: {brotli}, gzip: {gzip} }},",
        name = file.name
    ))
}

fn content_type(name: &str) -> Option<&'static str> {
    Some(match Path::new(name).extension()?.to_str()? {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        _ => return None,
    })
}

fn brotli(bytes: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let quality = match effort {
        Effort::Little => 4,
        Effort::Most => 11,
    };
    let mut small = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut small, 1 << 16, quality, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(small)
}

fn gzip(bytes: &[u8], effort: Effort) -> std::io::Result<Vec<u8>> {
    let level = match effort {
        Effort::Little => flate2::Compression::fast(),
        Effort::Most => flate2::Compression::best(),
    };
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
    writer.write_all(bytes)?;
    writer.finish()
}
