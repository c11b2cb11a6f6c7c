//! Files that come with a form.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request},
};
use form_urlencoded::Serializer;
use leptos::prelude::use_context;

use crate::told::Told;

/// A file that came with a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// The name of the form's field.
    pub field: String,
    pub bytes: Bytes,
}

/// The files of the form that is being answered; in the context of its server function.
#[derive(Debug, Clone, Default)]
pub(super) struct Uploads(pub(super) Arc<Mutex<Vec<Upload>>>);

/// Takes the files that came with the form. A file input left empty sends an empty file: it is not
/// among them.
pub fn uploads() -> Vec<Upload> {
    use_context::<Uploads>()
        .map(|uploads| {
            std::mem::take(&mut *uploads.0.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .unwrap_or_default()
}

/// Splits a form with files: its files, and its other fields in the encoding of a form without.
pub(super) async fn split(request: Request<Body>) -> Result<(String, Vec<Upload>), Told> {
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| Told::Unreadable)?;
    let mut fields = Vec::new();
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|_| Told::Unreadable)? {
        let field = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() {
            let bytes = part.bytes().await.map_err(|_| Told::Unreadable)?;
            if !bytes.is_empty() {
                files.push(Upload { field, bytes });
            }
        } else {
            let value = part.text().await.map_err(|_| Told::Unreadable)?;
            fields.push((field, value));
        }
    }
    let fields = Serializer::new(String::new()).extend_pairs(fields).finish();
    Ok((fields, files))
}
