//! Files that come with a form.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Multipart, Request},
};
use form_urlencoded::Serializer;
use leptos::prelude::use_context;
use serde::Serialize;

use super::form::written;
use crate::error::AppError;

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

/// What some fields of a refused form show instead of what was sent; in the context of its server
/// function.
#[derive(Debug, Clone, Default)]
pub(super) struct FormOverrides(Arc<Mutex<Shown>>);

#[derive(Debug, Default)]
struct Shown {
    /// The whole form.
    all: Option<String>,
    fields: Vec<(&'static str, String)>,
}

impl FormOverrides {
    /// The form as it is shown again.
    pub(super) fn shown(&self, sent: String) -> String {
        let Shown {
            all,
            fields: instead,
        } = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let sent = all.unwrap_or(sent);
        if instead.is_empty() {
            return sent;
        }
        let kept = form_urlencoded::parse(sent.as_bytes())
            .filter(|(name, _)| instead.iter().all(|(field, _)| field != name));
        Serializer::new(String::new())
            .extend_pairs(kept)
            .extend_pairs(&instead)
            .finish()
    }
}

/// If the form is refused, one of its fields comes back with this value. A file cannot be put back
/// into its input, but the text it brought can be shown.
pub fn override_field(field: &'static str, value: String) {
    if let Some(FormOverrides(instead)) = use_context() {
        let mut instead = instead.lock().unwrap_or_else(PoisonError::into_inner);
        instead.fields.push((field, value));
    }
}

/// If the form is refused, it comes back like this.
pub fn override_form(form: &impl Serialize) {
    if let Some(FormOverrides(instead)) = use_context()
        && let Ok(form) = written(form)
    {
        let mut instead = instead.lock().unwrap_or_else(PoisonError::into_inner);
        instead.all = Some(form);
    }
}

/// Splits a form with files: its files, and its other fields in the encoding of a form without.
pub(super) async fn split(request: Request<Body>) -> Result<(String, Vec<Upload>), AppError> {
    let mut parts = Multipart::from_request(request, &())
        .await
        .map_err(|_| AppError::Unreadable)?;
    let mut fields = Vec::new();
    let mut files = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|_| AppError::Unreadable)? {
        let field = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() {
            let bytes = part.bytes().await.map_err(|_| AppError::Unreadable)?;
            if !bytes.is_empty() {
                files.push(Upload { field, bytes });
            }
        } else {
            let value = part.text().await.map_err(|_| AppError::Unreadable)?;
            fields.push((field, value));
        }
    }
    let fields = Serializer::new(String::new()).extend_pairs(fields).finish();
    Ok((fields, files))
}
