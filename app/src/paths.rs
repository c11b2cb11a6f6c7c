//! Addresses of pages that carry something along: the key of an event that is visible by link, the
//! language of a link from a mail.

use model::{Language, Slug};

use crate::visit::query;

/// The pages of one event. Its key, if it has one, goes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventPath {
    path: String,
    key: String,
}

impl EventPath {
    pub fn of(slug: &Slug, key: &str) -> Self {
        Self {
            path: format!("/events/{slug}"),
            key: key.to_owned(),
        }
    }

    /// The pages of the event that is visited: with the key that this page was opened with.
    pub fn here(slug: &Slug) -> Self {
        Self::of(slug, &query("key").unwrap_or_default())
    }

    /// The element that [`Self::register`] leads to [`Self::on_this_page`].
    pub const REGISTER_ON_THIS_PAGE: &str = "/register";

    /// For a preview: every link stays on the page it is on.
    pub fn on_this_page() -> Self {
        Self {
            path: "#".to_owned(),
            key: String::new(),
        }
    }

    /// What the event is, and how to register.
    pub fn page(&self) -> String {
        self.at("")
    }

    /// The form.
    pub fn register(&self) -> String {
        self.at("/register")
    }

    /// What to do after the form was sent.
    pub fn registered(&self) -> String {
        self.at("/registered")
    }

    /// The calendar file.
    pub fn calendar(&self) -> String {
        self.at("/event.ics")
    }

    fn at(&self, page: &str) -> String {
        let Self { path, key } = self;
        if key.is_empty() {
            format!("{path}{page}")
        } else {
            let key: String = form_urlencoded::byte_serialize(key.as_bytes()).collect();
            format!("{path}{page}?key={key}")
        }
    }
}

/// The pages behind one personal link. They stay in the language it was opened in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalPath {
    path: String,
    language: Language,
}

impl PersonalPath {
    pub fn of(token: &str, language: Language) -> Self {
        // What came in an address or a form; a token itself needs no encoding.
        let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        Self {
            path: format!("/registration/{token}"),
            language,
        }
    }

    /// The registration.
    pub fn page(&self) -> String {
        self.at("")
    }

    /// The form that changes it.
    pub fn change(&self) -> String {
        self.at("/change")
    }

    /// What cancelling does, and the button that does it.
    pub fn cancel(&self) -> String {
        self.at("/cancel")
    }

    /// The calendar file.
    pub fn calendar(&self) -> String {
        format!("{}/event.ics", self.path)
    }

    /// The registration, with a word about what was just done.
    pub fn after(&self, done: &str) -> String {
        format!("{}&done={done}", self.page())
    }

    fn at(&self, page: &str) -> String {
        format!("{}{page}?lang={}", self.path, self.language)
    }
}

#[cfg(test)]
mod tests {
    use model::{Language, Slug};

    use super::{EventPath, PersonalPath};

    #[test]
    fn the_key_of_an_event_goes_along() {
        let slug = Slug::parse("treffen").unwrap();
        assert_eq!(
            EventPath::of(&slug, "").register(),
            "/events/treffen/register"
        );
        assert_eq!(
            EventPath::of(&slug, "a&b").page(),
            "/events/treffen?key=a%26b"
        );
    }

    #[test]
    fn a_personal_link_keeps_its_language_and_leads_nowhere_else() {
        let path = PersonalPath::of("../x?y", Language::En);
        assert_eq!(
            path.after("saved"),
            "/registration/..%2Fx%3Fy?lang=en&done=saved"
        );
    }
}
