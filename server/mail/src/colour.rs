//! The accent colour of a network in HTML that mail programs read.

use model::Hue;

/// `oklch(45% 0.14 hue)` for each hue of [`Hue::all`], within sRGB: mail programs do not know `oklch()`.
const COLOURS: [&str; 24] = [
    "#8f2a52", "#93293b", "#932c21", "#8c3701", "#7e4503", "#734c02", "#695200", "#5d5803",
    "#4e5d02", "#326402", "#00672d", "#026548", "#066357", "#036262", "#07606c", "#045e78",
    "#035b88", "#0c54a0", "#384ca2", "#50459e", "#623e96", "#723789", "#7e3179", "#882d67",
];

/// The colour of buttons and lines. White text on it is readable.
pub(crate) fn css_colour(hue: Hue) -> &'static str {
    let place = Hue::all().position(|other| other == hue);
    place
        .and_then(|place| COLOURS.get(place).copied())
        .unwrap_or("#0c54a0")
}

#[cfg(test)]
mod tests {
    use model::Hue;

    use super::{COLOURS, css_colour};

    /// The contrast with white (WCAG 2.2, 1.4.3).
    fn contrast_with_white(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
        1.05 / (luminance + 0.05)
    }

    #[test]
    fn each_hue_has_a_colour_on_which_white_is_readable() {
        assert_eq!(Hue::all().count(), COLOURS.len());
        for hue in Hue::all() {
            let colour = css_colour(hue);
            assert!(contrast_with_white(colour) >= 7.0, "{colour}");
        }
        assert_eq!(css_colour(Hue::default()), "#0c54a0");
    }
}
