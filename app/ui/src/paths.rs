//! Paths of pages with a query: the key of an event that is visible by link, the language of a link in a mail,
//! the page to show after signing in.

use model::{Language, LogoImage, Slug};

use crate::visit::query;

/// The path of the form action that sets the language. The header of every page contains its form.
pub const CHOOSE_LANGUAGE: &str = "/do/choose-language";

/// The path of the form action that ends the login session. The account menu contains its form.
pub const SIGN_OUT: &str = "/do/sign-out";

/// The path of the sign-in page. `next` is the path of the page to show after signing in.
pub fn sign_in_path(next: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    format!("/sign-in?next={next}")
}

/// The path of a logo's image. It contains the hash of the bytes, so browsers keep it for ever.
pub fn logo_path(image: &LogoImage) -> String {
    format!("/logos/{}", image.hash)
}

/// The path of the event's page in a preview: the page itself.
const PREVIEW_PATH: &str = "#";

/// Paths of the public pages of an event, with its key if it is visible by link.
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

    /// The paths with the key in the query of the current page.
    pub fn current(slug: &Slug) -> Self {
        Self::of(slug, &query("key").unwrap_or_default())
    }

    /// The id of the element that [`Self::register`] links to in a [`Self::preview`].
    pub const PREVIEW_REGISTER_ID: &str = "/register";

    /// The paths in a preview: links to elements of the same page.
    pub fn preview() -> Self {
        Self {
            path: PREVIEW_PATH.to_owned(),
            key: String::new(),
        }
    }

    /// Whether these are the paths of a [`Self::preview`].
    pub fn is_preview(&self) -> bool {
        self.path == PREVIEW_PATH
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

    /// The results of its cafés.
    pub fn results(&self) -> String {
        self.at("/results")
    }

    /// The published assignment as files: its problem and its plan.
    pub fn assignment_files(&self) -> [String; 2] {
        ["problem", "plan"].map(|kind| self.at(&format!("/assignment/{kind}.json")))
    }

    /// The programme, with its workshops.
    pub fn programme(&self) -> String {
        self.at("/programme")
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

/// Paths of the pages of a personal link, with a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalPath {
    path: String,
    language: Language,
}

impl PersonalPath {
    pub fn of(token: &str, language: Language) -> Self {
        // A valid token needs no encoding. This one comes from a URL or a form and is not validated.
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

    /// The wishes for workshops, with the programme searched for a text. Empty: the whole programme.
    pub fn wishes(&self, search: &str) -> String {
        if search.is_empty() {
            return self.at("/wishes");
        }
        let search: String = form_urlencoded::byte_serialize(search.as_bytes()).collect();
        format!("{}&search={search}", self.at("/wishes"))
    }

    /// The workshops that the person was given, and why.
    pub fn assignment(&self) -> String {
        self.at("/assignment")
    }

    /// The seats in workshops that participants exchange.
    pub fn swaps(&self) -> String {
        self.at("/swaps")
    }

    /// The workshops in which seats are booked.
    pub fn workshops(&self) -> String {
        self.at("/workshops")
    }

    /// The calendar file.
    pub fn calendar(&self) -> String {
        format!("{}/event.ics", self.path)
    }

    /// The registration's page, with a notice about the last action.
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
