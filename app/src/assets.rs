//! Where the browser finds what pages refer to.

/// The addresses of the style sheet and of the browser part, as the server serves them. Each has the
/// hash of its content in it, so that browsers may keep it for ever.
#[derive(Debug, Clone)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The module that loads the browser part.
    pub script: String,
    /// The browser part itself.
    pub wasm: String,
}
