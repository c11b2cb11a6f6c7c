//! Standard output.

use std::{
    fmt::Display,
    io::{self, Write as _, stdout},
};

/// Prints a text and a line break.
pub(super) fn print_line(text: impl Display) -> io::Result<()> {
    writeln!(stdout(), "{text}")
}
