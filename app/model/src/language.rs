//! The languages that every text of the product exists in.

use crate::string_enum::string_enum;

string_enum! {
    /// A language of the interface, of mails and of calendar texts. German is the first.
    #[derive(Default)]
    Language {
        #[default]
        De = "de",
        En = "en",
    }
}

impl Language {
    /// The BCP 47 tag, as `lang` attributes and `Content-Language` want it.
    pub const fn tag(self) -> &'static str {
        self.as_str()
    }

    /// The language a browser asks for (RFC 9110 §12.5.4): the first one named that we have, by
    /// weight.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
                let weight: f32 = weight.trim().parse().ok()?;
                let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
                Some((weight, primary.parse().ok()?))
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, language)| *language)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn the_browsers_first_known_language_is_taken() {
        assert_eq!(
            Language::accepted("fr, en;q=0.8, de;q=0.9"),
            Some(Language::De)
        );
        assert_eq!(Language::accepted("en-GB,en;q=0.5"), Some(Language::En));
        assert_eq!(Language::accepted("de;q=0, fr"), None);
    }
}
