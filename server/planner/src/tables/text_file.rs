//! The text of a file, in whatever encoding it is.

use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{OtherFile, TableError};

/// How many bytes beyond ASCII tell the encoding.
const TRIED: usize = 2_000;

/// How many bytes tell whether UTF-16 has no byte order mark.
const UTF_16_TRIED: usize = 1_000;

/// The upper half of code page 850, which Excel writes as *CSV (MS-DOS)*.
const CODE_PAGE_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// An encoding with a byte for each character, the lower half of which is ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SingleByte {
    /// Excel writes it as CSV in Western Europe.
    Windows1252,
    /// Excel writes it as *CSV (Macintosh)*.
    Macintosh,
    CodePage850,
}

impl SingleByte {
    /// The likeliest first: it is taken of equals.
    const ALL: [Self; 3] = [Self::Windows1252, Self::Macintosh, Self::CodePage850];

    fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Windows1252 => decode(WINDOWS_1252, bytes),
            Self::Macintosh => decode(MACINTOSH, bytes),
            Self::CodePage850 => {
                let upper: Vec<char> = CODE_PAGE_850.chars().collect();
                let of_byte = |byte: &u8| match byte.checked_sub(0x80) {
                    Some(number) => upper.get(usize::from(number)).copied(),
                    None => Some(char::from(*byte)),
                };
                bytes.iter().filter_map(of_byte).collect()
            }
        }
    }

    /// How much a text looks like names and sentences in this encoding.
    fn score(self, upper: &[u8], before: &[u8]) -> i64 {
        let after_lower = before.iter().map(u8::is_ascii_lowercase);
        let in_word = before.iter().map(u8::is_ascii_alphabetic);
        let characters = self.decode(upper);
        let characters = characters.chars().zip(after_lower.zip(in_word));
        characters
            .map(|(c, (after_lower, in_word))| match c {
                'ä' | 'ö' | 'ü' | 'ß' => 3,
                'Ä' | 'Ö' | 'Ü' if !in_word => 3,
                'á' | 'à' | 'â' | 'é' | 'è' | 'ê' | 'ë' | 'í' | 'ï' | 'ó' | 'ô' | 'ú' | 'û'
                | 'ç' | 'ñ' | 'ø' | 'å' | 'æ' => 2,
                c if c.is_uppercase() && after_lower => -3,
                c if c.is_alphabetic() => 0,
                _ if in_word => -2,
                _ => 0,
            })
            .sum()
    }
}

/// The text of a file: UTF-8 and UTF-16, with or without a byte order mark, or what Excel writes as CSV under Windows,
/// macOS and MS-DOS.
pub fn text_of_file(bytes: &[u8]) -> String {
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return decode(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if Encoding::for_bom(bytes).is_some() {
        // The byte order mark overrules the encoding named here.
        return decode(WINDOWS_1252, bytes);
    }
    let (before, upper): (Vec<u8>, Vec<u8>) = std::iter::once(&b' ')
        .chain(bytes)
        .zip(bytes)
        .filter(|(_, byte)| !byte.is_ascii())
        .take(TRIED)
        .unzip();
    let likeliest = SingleByte::ALL
        .into_iter()
        .rev()
        .max_by_key(|encoding| encoding.score(&upper, &before));
    likeliest.unwrap_or(SingleByte::Windows1252).decode(bytes)
}

/// Refuses a file whose content is none of text.
pub(super) fn check_kind(bytes: &[u8]) -> Result<(), TableError> {
    let kind = if bytes.trim_ascii().is_empty() {
        return Err(TableError::NoContent);
    } else if bytes.starts_with(b"%PDF-") {
        OtherFile::Pdf
    } else if is_web_page(bytes) {
        OtherFile::WebPage
    } else if Encoding::for_bom(bytes).is_none()
        && utf_16_without_mark(bytes).is_none()
        && bytes.iter().any(|byte| is_binary(*byte))
    {
        OtherFile::Unknown
    } else {
        return Ok(());
    };
    Err(TableError::OtherFile(kind))
}

fn is_web_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let begins = bytes.trim_ascii_start();
    let begins = String::from_utf8_lossy(&begins[..begins.len().min(20)]).to_lowercase();
    [
        "<!doctype",
        "<html",
        "<table",
        "<?xml",
        "<head",
        "<meta",
        "<!--",
    ]
    .iter()
    .any(|tag| begins.starts_with(tag))
}

/// Whether no text contains this byte. Old programs end a text with the byte 0x1a.
fn is_binary(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0e..=0x19 | 0x1b..=0x1f)
}

/// The encoding of a text in which every other byte is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let tried = &bytes[..bytes.len().min(UTF_16_TRIED)];
    let zeros = |first: usize| {
        let every_other = tried.iter().skip(first).step_by(2);
        every_other.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    // Letters beyond Latin are rare in a table with separators.
    let most = tried.len() / 2;
    match (even, odd) {
        (0, odd) if odd > 0 && odd * 4 >= most * 3 => Some(UTF_16LE),
        (even, 0) if even > 0 && even * 4 >= most * 3 => Some(UTF_16BE),
        _ => None,
    }
}

fn decode(encoding: &'static Encoding, bytes: &[u8]) -> String {
    let (text, ..) = encoding.decode(bytes);
    text.into_owned()
}

#[cfg(test)]
mod tests {
    use super::{CODE_PAGE_850, OtherFile, TableError, check_kind, text_of_file};

    const NAMES: &str = "Vorname;Nachname\r\nJörg;Müßig\r\nZoé;Ärger\r\n";

    #[test]
    fn the_encodings_of_excel_are_told_apart() {
        let with = |letters: &[(char, u8)]| -> Vec<u8> {
            let byte = |c: char| letters.iter().find(|(letter, _)| *letter == c);
            let bytes = NAMES.chars();
            bytes
                .map(|c| byte(c).map_or_else(|| u8::try_from(c).unwrap(), |(_, byte)| *byte))
                .collect()
        };
        let windows = with(&[]);
        let mac = with(&[
            ('ö', 0x9a),
            ('ü', 0x9f),
            ('ß', 0xa7),
            ('é', 0x8e),
            ('Ä', 0x80),
        ]);
        let dos = with(&[
            ('ö', 0x94),
            ('ü', 0x81),
            ('ß', 0xe1),
            ('é', 0x82),
            ('Ä', 0x8e),
        ]);
        for (bytes, name) in [(windows, "windows"), (mac, "mac"), (dos, "dos")] {
            assert_eq!(text_of_file(&bytes), NAMES, "{name}");
        }
        assert_eq!(CODE_PAGE_850.chars().count(), 128);
    }

    #[test]
    fn utf_16_needs_no_mark() {
        let units: Vec<u16> = NAMES.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        for bytes in [little, big] {
            assert_eq!(text_of_file(&bytes), NAMES);
            assert_eq!(check_kind(&bytes), Ok(()));
        }
    }

    #[test]
    fn a_file_that_is_no_table_is_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\nname;mail"[..], OtherFile::Pdf),
            (b"\xef\xbb\xbf\n <TABLE><tr><td>Name", OtherFile::WebPage),
            (b"<!DOCTYPE html>", OtherFile::WebPage),
            (b"\x89PNG\r\n\x1a\n\0\0", OtherFile::Unknown),
        ] {
            assert_eq!(check_kind(bytes), Err(TableError::OtherFile(kind)));
        }
        assert_eq!(check_kind(b" \r\n"), Err(TableError::NoContent));
        assert_eq!(check_kind(b"Name;E-Mail\r\n\x1a"), Ok(()));
    }
}
