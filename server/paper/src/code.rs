//! QR codes.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// A QR code: a square of dark and light modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    width: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The code of an address. `None` if the address is too long for one.
    pub fn new(address: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
        let width = code.width();
        let dark = code.into_colors();
        let dark = dark.into_iter().map(|color| color == Color::Dark).collect();
        Some(Self { width, dark })
    }

    /// The number of modules of a side, without the quiet zone.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// The bars of dark modules: column, row and length. Bars leave no hairlines between the modules of a row.
    pub fn bars(&self) -> Vec<(usize, usize, usize)> {
        let mut bars = Vec::new();
        for (row, modules) in self.dark.chunks(self.width).enumerate() {
            let mut begins = None;
            for (column, is_dark) in modules.iter().copied().chain([false]).enumerate() {
                match begins {
                    None if is_dark => begins = Some(column),
                    Some(first) if !is_dark => {
                        bars.push((first, row, column - first));
                        begins = None;
                    }
                    _ => {}
                }
            }
        }
        bars
    }

    /// The code as the data of an SVG path, one unit for each module.
    pub fn svg_path(&self) -> String {
        let mut path = String::new();
        for (column, row, length) in self.bars() {
            // Writing to a String does not fail.
            let _ = write!(path, "M{column} {row}h{length}v1h-{length}z");
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn bars_cover_the_dark_modules_exactly() {
        let code = Code::new("https://treffpunkt.example/events/netzwerktreffen").unwrap();
        let covered: usize = code.bars().iter().map(|(_, _, length)| length).sum();
        assert_eq!(covered, code.dark.iter().filter(|dark| **dark).count());
        // The finder pattern of the upper left corner (ISO/IEC 18004 §6.3.3).
        assert!(code.svg_path().starts_with("M0 0h7v1h-7z"));
    }

    #[test]
    fn an_endless_address_has_no_code() {
        assert_eq!(Code::new(&"a".repeat(5_000)), None);
    }
}
