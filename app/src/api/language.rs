//! The form action that sets the language.

use model::{Fault, Language};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{language_cookie, planner},
};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    pub language: String,
    /// The path of the page to return to.
    pub back: String,
}

/// Stores the chosen language in a cookie.
pub async fn choose_language(form: &LanguageForm) -> Result<SeeOther, AppError> {
    let language: Language = form
        .language
        .parse()
        .map_err(|_| AppError::fault("language", Fault::NoSuchChoice))?;
    // Links in mails name a language in the query, which would override the cookie.
    let back = without_language(&form.back);
    Ok(SeeOther::back_to(&back, "/").with_cookie(language_cookie(&planner(), language)))
}

fn without_language(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else {
        return path.to_owned();
    };
    let rest: Vec<&str> = query
        .split('&')
        .filter(|pair| !pair.starts_with("lang="))
        .collect();
    if rest.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", rest.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::without_language;

    #[test]
    fn the_language_in_the_address_is_dropped_and_the_rest_stays() {
        assert_eq!(without_language("/a?lang=de"), "/a");
        assert_eq!(without_language("/a?x=1&lang=de&y=2"), "/a?x=1&y=2");
        assert_eq!(without_language("/a"), "/a");
    }
}
