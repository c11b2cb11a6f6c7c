//! The URLs of the style sheet and the browser part.

/// The URLs of static assets. Each contains a hash of its content, so that browsers can cache it for ever.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The JavaScript module that loads the browser part. Empty if the server was built without it.
    pub script: String,
    /// The browser part (WASM).
    pub wasm: String,
}
