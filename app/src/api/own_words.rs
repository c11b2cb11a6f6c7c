//! The form of a network's own words in the automatic mails of one kind.

use model::{Faults, KINDS_WITH_OWN_WORDS, Language, MailKind, NetworkId, OwnWords, VariableText};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    visit::{planner, visit},
};

/// Own words as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnWordsForm {
    pub network: String,
    /// As in the address of the page ([`slug_of`]).
    pub kind: String,
    pub language: String,
    pub subject: String,
    pub text: String,
    pub addition: String,
    pub closing: String,
    /// `preview`: nothing is saved. `reset`: all words are ours again.
    #[serde(rename = "do")]
    pub action: String,
}

/// A kind of mail with own words as a part of an address.
pub fn slug_of(kind: MailKind) -> String {
    kind.as_str().replace(' ', "-")
}

/// The kind of mail with own words that a part of an address names.
pub fn kind_of(slug: &str) -> Option<MailKind> {
    let kinds = KINDS_WITH_OWN_WORDS.into_iter();
    kinds.into_iter().find(|kind| slug_of(*kind) == slug)
}

impl OwnWordsForm {
    /// The stored words.
    pub fn of(words: &OwnWords) -> Self {
        let text = |source: Option<&str>| source.unwrap_or_default().to_owned();
        Self {
            kind: slug_of(words.kind),
            language: words.language.to_string(),
            subject: text(words.subject.as_ref().map(VariableText::source)),
            text: text(words.text.as_ref().map(VariableText::source)),
            addition: text(words.addition.as_ref().map(VariableText::source)),
            closing: text(words.closing.as_ref().map(VariableText::source)),
            ..Self::default()
        }
    }

    /// The words that the form says.
    pub fn parse(&self, kind: MailKind, language: Language) -> Result<OwnWords, Faults> {
        let typed = [&self.subject, &self.text, &self.addition, &self.closing];
        OwnWords::parse((kind, language), typed.map(String::as_str))
    }
}

/// Shows how a mail reads with these words, or saves them.
pub async fn change_own_words(form: &OwnWordsForm) -> Result<SeeOther, AppError> {
    let network: NetworkId = form.network.parse().map_err(|_| AppError::NotFound)?;
    let right = visit().signed_in()?.owns(network)?;
    let kind = kind_of(&form.kind).ok_or(AppError::NotFound)?;
    let language: Language = form.language.parse().map_err(|_| AppError::NotFound)?;
    let words = match form.action.as_str() {
        "reset" => OwnWordsForm::default().parse(kind, language)?,
        _ => form.parse(kind, language)?,
    };
    if form.action == "preview" {
        return Err(AppError::Preview);
    }
    planner().change_own_words(&right, words).await?;
    let page = format!("/organise/network/mails?network={network}&done=saved");
    Ok(SeeOther::page(page))
}
