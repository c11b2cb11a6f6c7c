//! The body of a submitted form.

use axum::{
    body::{Bytes, to_bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
};
use form_urlencoded::Serializer;
use http::header;

use crate::error::AppError;

/// Limit of a form without files: enough for the longest text and a few hundred fields.
const MAX_BYTES: usize = 256 * 1024;

/// Limit of a form with files: the largest attachments of a message, or a large table beside its text.
const MAX_BYTES_WITH_FILES: usize = 12 * 1024 * 1024;

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The name of the form's field.
    pub field: String,
    /// The name of the file on the sender's machine.
    pub name: String,
    pub bytes: Bytes,
}

/// The fields and files of a submitted form.
#[derive(Debug, Default)]
pub struct SubmittedBody {
    /// The fields, as `application/x-www-form-urlencoded`.
    pub fields: String,
    /// The files. An empty file input sends an empty file without a name, which is left out.
    pub files: Vec<Upload>,
}

impl SubmittedBody {
    /// Reads the body of either encoding. Only a form that takes files may be larger than text. Fails with [`AppError::Unreadable`] if it is too large or malformed.
    pub async fn read(request: Request, takes_files: bool) -> Result<Self, AppError> {
        let encoding = request.headers().get(header::CONTENT_TYPE);
        let with_files = encoding
            .and_then(|encoding| encoding.to_str().ok())
            .is_some_and(|encoding| encoding.starts_with("multipart/form-data"));
        if with_files {
            let most = if takes_files {
                MAX_BYTES_WITH_FILES
            } else {
                MAX_BYTES
            };
            Self::read_multipart(request, most).await
        } else {
            Self::read_fields(request).await
        }
    }

    async fn read_fields(request: Request) -> Result<Self, AppError> {
        let bytes = to_bytes(request.into_body(), MAX_BYTES)
            .await
            .map_err(|_| AppError::Unreadable)?;
        let fields = String::from_utf8(bytes.into()).map_err(|_| AppError::Unreadable)?;
        Ok(Self {
            fields,
            files: Vec::new(),
        })
    }

    async fn read_multipart(mut request: Request, most: usize) -> Result<Self, AppError> {
        DefaultBodyLimit::max(most).apply(&mut request);
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| AppError::Unreadable)?;
        let mut fields = Vec::new();
        let mut files = Vec::new();
        while let Some(part) = parts.next_field().await.map_err(|_| AppError::Unreadable)? {
            let field = part.name().unwrap_or_default().to_owned();
            if let Some(name) = part.file_name().map(str::to_owned) {
                let bytes = part.bytes().await.map_err(|_| AppError::Unreadable)?;
                if !(bytes.is_empty() && name.is_empty()) {
                    files.push(Upload { field, name, bytes });
                }
            } else {
                let value = part.text().await.map_err(|_| AppError::Unreadable)?;
                fields.push((field, value));
            }
        }
        // The parser of nested names takes this encoding only.
        let fields = Serializer::new(String::new()).extend_pairs(fields).finish();
        Ok(Self { fields, files })
    }
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, extract::Request};
    use http::header;

    use super::{MAX_BYTES, MAX_BYTES_WITH_FILES, SubmittedBody};
    use crate::error::AppError;

    async fn read(encoding: &str, body: String) -> Result<SubmittedBody, AppError> {
        let request = Request::post("/do/rename").header(header::CONTENT_TYPE, encoding);
        let request = request.body(Body::from(body)).unwrap();
        SubmittedBody::read(request, true).await
    }

    fn multipart(file: &str) -> String {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"rows[0][name]\"\r\n\r\nNähe & Ferne\r\n\
             --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n{file}\r\n\
             --x\r\nContent-Disposition: form-data; name=\"other\"; filename=\"\"\r\n\r\n\r\n--x--\r\n"
        )
    }

    const MULTIPART: &str = "multipart/form-data; boundary=x";

    #[tokio::test]
    async fn fields_and_files_are_told_apart() {
        let body = read(MULTIPART, multipart("a;b")).await.unwrap();
        assert_eq!(body.fields, "rows%5B0%5D%5Bname%5D=N%C3%A4he+%26+Ferne");
        let files: Vec<_> = body.files.iter().map(|file| file.field.as_str()).collect();
        assert_eq!(files, ["file"]);
        assert_eq!(&body.files[0].bytes[..], b"a;b");
    }

    #[tokio::test]
    async fn a_body_that_is_too_large_or_broken_is_refused() {
        let form = "application/x-www-form-urlencoded";
        assert!(read(form, "a".repeat(MAX_BYTES)).await.is_ok());
        let large = multipart(&"a".repeat(MAX_BYTES + 1));
        assert!(read(MULTIPART, large).await.is_ok());
        let larger = multipart(&"a".repeat(MAX_BYTES_WITH_FILES));
        for (encoding, body) in [
            (form, "a".repeat(MAX_BYTES + 1)),
            (MULTIPART, larger),
            (MULTIPART, "a=b".to_owned()),
            ("multipart/form-data", multipart("a")),
        ] {
            let refused = read(encoding, body).await.unwrap_err();
            assert_eq!(refused, AppError::Unreadable, "{encoding}");
        }
        let request = Request::post("/do/rename").header(header::CONTENT_TYPE, MULTIPART);
        let large = Body::from(multipart(&"a".repeat(MAX_BYTES + 1)));
        let refused = SubmittedBody::read(request.body(large).unwrap(), false).await;
        assert_eq!(refused.unwrap_err(), AppError::Unreadable);
    }
}
