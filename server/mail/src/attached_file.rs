//! Files that go with a message.

use lettre::message::{
    Body,
    header::{ContentDisposition, HeaderName, HeaderValue, Headers},
};
use model::{AttachmentKind, MailId};

use crate::message::Message;

/// A file that goes with a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachedFile {
    pub name: String,
    pub kind: AttachmentKind,
    pub bytes: Vec<u8>,
}

impl Message {
    /// Adds files after what the message says: it becomes the first part of a `multipart/mixed` (RFC 2046 §5.1.3).
    /// The same files and id give the same bytes. The outbox stores messages without them, because a mailing sends
    /// the same files to everybody.
    pub fn attach(&mut self, files: &[AttachedFile], id: MailId) {
        if files.is_empty() {
            return;
        }
        let (of_message, of_body, body) = split(&self.bytes);
        // The random id is in no part.
        let boundary = format!("=_files_{}", id.uuid().simple());
        let mut bytes = of_message;
        bytes.extend(
            format!("Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\"\r\n\r\n").bytes(),
        );
        bytes.extend(format!("--{boundary}\r\n").bytes());
        bytes.extend(of_body);
        bytes.extend(b"\r\n");
        bytes.extend_from_slice(body);
        for file in files {
            bytes.extend(format!("\r\n--{boundary}\r\n").bytes());
            bytes.extend(file.part());
        }
        bytes.extend(format!("\r\n--{boundary}--\r\n").bytes());
        self.bytes = bytes;
    }
}

impl AttachedFile {
    fn part(&self) -> Vec<u8> {
        // Bytes are always base64.
        let body = Body::new(self.bytes.clone());
        let mut headers = Headers::new();
        headers.insert_raw(HeaderValue::new(
            HeaderName::new_from_ascii_str("Content-Type"),
            self.kind.to_string(),
        ));
        headers.set(ContentDisposition::attachment(&self.name));
        headers.set(body.encoding());
        let mut part = format!("{headers}\r\n").into_bytes();
        part.extend(body.into_vec());
        part
    }
}

/// The header fields of a message, those that describe its body, and the body. The fields keep their line breaks.
fn split(message: &[u8]) -> (Vec<u8>, Vec<u8>, &[u8]) {
    let (mut of_message, mut of_body) = (Vec::new(), Vec::new());
    let (mut rest, mut is_of_body) = (message, false);
    loop {
        let end = rest.windows(2).position(|pair| pair == b"\r\n");
        let (line, after) = rest.split_at(end.map_or(rest.len(), |end| end + 2));
        rest = after;
        if line == b"\r\n" || line.is_empty() {
            return (of_message, of_body, rest);
        }
        // A line that begins with white space continues the one before it (RFC 5322 §2.2.3).
        if !line.starts_with(b" ") && !line.starts_with(b"\t") {
            let line = line.to_ascii_lowercase();
            is_of_body = line.starts_with(b"content-") && !line.starts_with(b"content-language:");
        }
        let fields = if is_of_body {
            &mut of_body
        } else {
            &mut of_message
        };
        fields.extend_from_slice(line);
    }
}
