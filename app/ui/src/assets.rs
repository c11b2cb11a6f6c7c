//! Addresses of style sheet and browser part.

/// The addresses that pages refer to. Each contains the hash of its content, so that browsers may keep it
/// for ever.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The module that loads the browser part.
    pub script: String,
    /// The browser part.
    pub wasm: String,
}
