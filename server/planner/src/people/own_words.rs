//! A network's own words in its automatic mails.

use model::{AuditAction, KINDS_WITH_OWN_WORDS, Network, OwnWords, VariableText};

use crate::{
    Planner, PlannerError, Result,
    access::Owns,
    audit::{PartChange, Who},
    require::require_network,
};

/// An automatic mail with and without a network's own words: subject and text of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWordsPreview {
    pub network: Network,
    pub ours: (String, String),
    pub own: (String, String),
}

impl Planner {
    /// How a mail reads with these words, and without own words.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn preview_own_words(
        &self,
        right: &Owns,
        words: &OwnWords,
    ) -> Result<OwnWordsPreview> {
        let mut reader = self.store().read().await?;
        let network = require_network(&mut reader, right.network()).await?;
        drop(reader);
        let (kind, language) = (words.kind, words.language);
        let letter = self.example_letter(&network, kind, language);
        let letter = letter.ok_or(PlannerError::NotFound)?;
        let [ours, own] = [Vec::new(), vec![words.clone()]].map(|own_words| {
            let network = Network {
                own_words,
                ..network.clone()
            };
            self.preview(&letter, &self.sender(&network)?, language)
        });
        Ok(OwnWordsPreview {
            ours: ours?,
            own: own?,
            network,
        })
    }

    /// Changes a network's own words in the mails of one kind, in one language. Without any, they are ours again.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn change_own_words(&self, right: &Owns, words: OwnWords) -> Result<()> {
        if !KINDS_WITH_OWN_WORDS.contains(&words.kind) {
            return Err(PlannerError::NotFound);
        }
        let mut tx = self.store().begin().await?;
        let all = tx.lock_own_words(right.network()).await?;
        let mut all = all.ok_or(PlannerError::NotFound)?;
        let is_same = |one: &OwnWords| (one.kind, one.language) == (words.kind, words.language);
        let before = all.iter().find(|one| is_same(one)).map(subject);
        all.retain(|one| !is_same(one));
        let change = PartChange::new(
            words.kind.to_string(),
            before,
            (!words.is_empty()).then(|| subject(&words)),
        );
        if !words.is_empty() {
            all.push(words);
        }
        tx.set_own_words(right.network(), &all).await?;
        let (who, action) = (Who::from(right), AuditAction::OwnWordsChanged);
        self.note_network(&mut tx, (right.network(), who), action, Some(change))
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the history says of own words.
fn subject(words: &OwnWords) -> String {
    let texts = [
        words.subject.as_ref().map(VariableText::source),
        words.text.as_ref().map(VariableText::source),
        words.addition.as_ref().map(VariableText::source),
        words.closing.as_ref().map(VariableText::source),
    ];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
