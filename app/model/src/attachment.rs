//! Files that are sent with a mailing.

use crate::{AttachmentId, Line, string_enum::string_enum};

/// The most bytes that the files of one mailing have together: 10 MB. Encoded they are a third larger, and many mail
/// servers take no mail above 20 MB.
pub const MAX_ATTACHED_BYTES: usize = 10_000_000;

/// The most files of one mailing.
pub const MOST_ATTACHMENTS: usize = 10;

string_enum! {
    /// The format of an attached file, as its media type (RFC 6838).
    AttachmentKind {
        Pdf = "application/pdf",
        Png = "image/png",
        Jpeg = "image/jpeg",
    }
}

/// A file that is sent with a mailing, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub name: String,
    pub kind: AttachmentKind,
    /// In bytes.
    pub size: usize,
}

impl AttachmentKind {
    /// The format of a file by its first bytes; `None` if it is another one. Its name says nothing: anybody can change it.
    pub fn of(file: &[u8]) -> Option<Self> {
        const SIGNATURES: [(&[u8], AttachmentKind); 3] = [
            (b"%PDF-", AttachmentKind::Pdf),
            (b"\x89PNG\r\n\x1a\n", AttachmentKind::Png),
            (b"\xff\xd8\xff", AttachmentKind::Jpeg),
        ];
        let found = SIGNATURES
            .iter()
            .find(|(signature, _)| file.starts_with(signature));
        found.map(|(_, kind)| *kind)
    }

    /// The endings of file names that mail programs open as this format.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
        }
    }

    /// A name for a file of this format: without folders and control characters, and with an ending that fits.
    pub fn name(self, uploaded: &str) -> String {
        let name = uploaded.rsplit(['/', '\\']).next().unwrap_or_default();
        let printable: String = name.chars().filter(|c| !c.is_control()).collect();
        let (stem, ending) = printable.rsplit_once('.').unwrap_or((&printable, ""));
        let fits = |known: &&&str| known.eq_ignore_ascii_case(ending);
        let (stem, ending) = match self.endings().iter().find(fits) {
            Some(_) => (stem, ending),
            None => (printable.as_str(), self.endings()[0]),
        };
        let stem: String = stem.trim().chars().take(100).collect();
        let stem = if stem.is_empty() { "file" } else { &stem };
        // Characters that hide the ending or turn the direction of writing are no part of a name.
        Line::<120>::parse(&format!("{stem}.{ending}")).map_or_else(
            |_| format!("file.{}", self.endings()[0]),
            |name| name.to_string(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::AttachmentKind;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        for (file, kind) in [
            (&b"%PDF-1.7\n"[..], Some(AttachmentKind::Pdf)),
            (b"\x89PNG\r\n\x1a\n....", Some(AttachmentKind::Png)),
            (b"\xff\xd8\xff\xe0", Some(AttachmentKind::Jpeg)),
            (b"MZ\x90\x00", None),
            (b"<html>", None),
            (b"", None),
        ] {
            assert_eq!(AttachmentKind::of(file), kind, "{file:?}");
        }
    }

    #[test]
    fn a_name_fits_the_format() {
        for (uploaded, name) in [
            ("Programm.pdf", "Programm.pdf"),
            ("PROGRAMM.PDF", "PROGRAMM.PDF"),
            ("C:\\Users\\anna\\Anfahrt größer.pdf", "Anfahrt größer.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("rechnung.pdf.exe", "rechnung.pdf.exe.pdf"),
            ("a\r\nBcc: x.pdf", "aBcc: x.pdf"),
            ("a\u{202e}fdp.exe", "file.pdf"),
            (".pdf", "file.pdf"),
            ("", "file.pdf"),
        ] {
            assert_eq!(AttachmentKind::Pdf.name(uploaded), name);
        }
        let long = AttachmentKind::Jpeg.name(&format!("{}.jpeg", "ä".repeat(400)));
        assert_eq!(long, format!("{}.jpeg", "ä".repeat(100)));
    }
}
