//! Paths of pages that have something in their query: the key of an event that is visible by link, the
//! language of a link from a mail, the page to go to after signing in.

use model::{Language, Slug};

use crate::visit::query;

/// The path of the form action that sets the language: the header of every page has its form.
pub const CHOOSE_LANGUAGE: &str = "/do/choose-language";

/// The sign-in page, which leads on to `next`, a path of this application.
pub fn sign_in_path(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/sign-in?next={next}")
}

/// Paths of the pages of an event, with its key if it has one.
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

    /// With the key in the address of the page that is rendered.
    pub fn current(slug: &Slug) -> Self {
        Self::of(slug, &query("key").unwrap_or_default())
    }

    /// The id of the element that [`Self::register`] leads to in a [`Self::preview`].
    pub const PREVIEW_REGISTER_ID: &str = "/register";

    /// For a preview: links stay on the page.
    pub fn preview() -> Self {
        Self {
            path: "#".to_owned(),
            key: String::new(),
        }
    }

    /// The event's page.
    pub fn page(&self) -> String {
        self.at("")
    }

    /// The registration form.
    pub fn register(&self) -> String {
        self.at("/register")
    }

    /// The page after the registration form.
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

/// Paths of the pages of a personal link, in the language it was opened in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalPath {
    path: String,
    language: Language,
}

impl PersonalPath {
    pub fn of(token: &str, language: Language) -> Self {
        // A token needs no encoding, but this one comes from an address or a form.
        let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        Self {
            path: format!("/registration/{token}"),
            language,
        }
    }

    /// The registration's page.
    pub fn page(&self) -> String {
        self.at("")
    }

    /// The form that changes it.
    pub fn change(&self) -> String {
        self.at("/change")
    }

    /// The page that confirms a cancellation.
    pub fn cancel(&self) -> String {
        self.at("/cancel")
    }

    /// The calendar file.
    pub fn calendar(&self) -> String {
        format!("{}/event.ics", self.path)
    }

    /// The registration's page, with a notice about what was just done.
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
