//! Compresses files and writes the rows of the table of embedded assets.

use std::{fs, io::Write as _, path::Path};

use sha2::{Digest as _, Sha256};

/// A file to embed.
pub struct AssetFile {
    /// The path below `/assets/<hash>/`.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The effort of compression.
#[derive(Clone, Copy)]
pub enum CompressionEffort {
    /// For development builds.
    Fast,
    /// For releases.
    Best,
}

/// A hash of names and bytes: 16 hexadecimal digits.
pub fn hash(files: &[AssetFile]) -> String {
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

/// Writes the file and its compressed forms to `directory`. Returns the Rust expression of its row.
///
/// # Errors
///
/// A file cannot be written, or its extension has no content type.
pub fn table_row(
    file: &AssetFile,
    hash: &str,
    directory: &Path,
    effort: CompressionEffort,
) -> Result<String, String> {
    let content_type = content_type(&file.name)
        .ok_or_else(|| format!("{}: no content type is known for it", file.name))?;
    let stem = format!("{hash}-{}", file.name.replace('/', "-"));
    let store = |extension: &str, bytes: &[u8]| {
        let path = directory.join(format!("{stem}{extension}"));
        fs::write(&path, bytes)
            .map_err(|error| format!("{}: {error}", path.display()))
            .map(|()| format!("include_bytes!({:?})", path.to_string_lossy()))
    };
    let plain = store("", &file.bytes)?;
    let store_if_smaller = |extension: &str, bytes: std::io::Result<Vec<u8>>| match bytes {
        Ok(bytes) if bytes.len() < file.bytes.len() => {
            store(extension, &bytes).map(|bytes| format!("Some({bytes})"))
        }
        Ok(_) => Ok("None".to_owned()),
        Err(error) => Err(format!("{}: {error}", file.name)),
    };
    let brotli = store_if_smaller(".br", brotli(&file.bytes, effort))?;
    let gzip = store_if_smaller(".gz", gzip(&file.bytes, effort))?;
    Ok(format!(
        "Asset {{ name: {name:?}, path: \"/assets/{hash}/{name}\", hash: {hash:?}, content_type: {content_type:?}, plain: {plain}, brotli: {brotli}, gzip: {gzip} }},",
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

fn brotli(bytes: &[u8], effort: CompressionEffort) -> std::io::Result<Vec<u8>> {
    let quality = match effort {
        CompressionEffort::Fast => 4,
        CompressionEffort::Best => 11,
    };
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, quality, 22);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(compressed)
}

fn gzip(bytes: &[u8], effort: CompressionEffort) -> std::io::Result<Vec<u8>> {
    let level = match effort {
        CompressionEffort::Fast => flate2::Compression::fast(),
        CompressionEffort::Best => flate2::Compression::best(),
    };
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
    writer.write_all(bytes)?;
    writer.finish()
}
