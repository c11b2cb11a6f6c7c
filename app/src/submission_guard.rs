//! Idempotent submission: a second click on a form's button, with or without a script and on whichever server,
//! gets the response to the first.

use planner::{
    Planner,
    access::{FormKey, RENEWAL_INTERVAL, Submission},
};
use ui::{
    error::AppError,
    forms::{FORM_TOKEN, Refusal, SeeOther},
    visit::Visit,
};

/// A value of this length can be the secret of a link.
const MIN_SECRET_LENGTH: usize = 20;

/// A submitted form.
#[derive(Debug)]
pub struct SubmittedForm<'a> {
    pub visit: &'a Visit,
    /// The path of its action.
    pub action: &'a str,
    /// The fields, as `application/x-www-form-urlencoded`.
    pub fields: &'a str,
}

impl SubmittedForm<'_> {
    /// Runs the action, unless the same rendering of the form was sent within the last minute: then returns the
    /// response to it, and waits for it if the action is still running. A refused form can be sent again. A
    /// form without a token is not guarded.
    ///
    /// The future must not be dropped before it completes; the form would seem to be running for half a minute.
    pub async fn run_once(
        self,
        planner: &Planner,
        run: impl Future<Output = Result<SeeOther, Refusal>>,
    ) -> Result<SeeOther, Refusal> {
        let fields: Vec<_> = form_urlencoded::parse(self.fields.as_bytes()).collect();
        if !fields.iter().any(|(name, _)| name == FORM_TOKEN) {
            return run.await;
        }
        let secrets: Vec<&str> = fields
            .iter()
            .map(|(_, value)| value.as_ref())
            .filter(|value| value.len() >= MIN_SECRET_LENGTH)
            .collect();
        let key = self.key();
        let failed = |error| AppError::of(error, &self.visit.request);
        match planner.begin_submission(key).await.map_err(failed)? {
            Submission::Unguarded => run.await,
            Submission::Repeated { location } => {
                Ok(SeeOther::page(with_secrets(location, &secrets)))
            }
            Submission::First => {
                let response = planner.run_submission(key, RENEWAL_INTERVAL, run).await;
                // The database holds no secret of a link. The second submission has it in its fields.
                let location = response
                    .as_ref()
                    .ok()
                    .and_then(SeeOther::location_without_cookies);
                let location = location.map(|location| without_secrets(location, &secrets));
                let noted = planner.finish_submission(key, location.as_deref()).await;
                if let Err(error) = noted {
                    tracing::warn!(fault = %error, "the answer to a form is not remembered");
                }
                response
            }
        }
    }

    /// A form belongs to a session; without one, to its rendering, whose id nobody else knows.
    fn key(&self) -> FormKey {
        let signed_in = self
            .visit
            .principal
            .as_ref()
            .and(self.visit.session.as_deref());
        let client = signed_in.unwrap_or(self.visit.client.as_str());
        FormKey::new(
            [signed_in.unwrap_or_default(), self.action, self.fields],
            client,
        )
    }
}

/// Replaces the secrets that a location contains by their numbers.
fn without_secrets(location: &str, secrets: &[&str]) -> String {
    let numbered = secrets.iter().enumerate();
    numbered.fold(location.to_owned(), |location, (number, secret)| {
        location.replace(secret, &placeholder(number))
    })
}

fn with_secrets(location: String, secrets: &[&str]) -> String {
    let numbered = secrets.iter().enumerate();
    numbered.fold(location, |location, (number, secret)| {
        location.replace(&placeholder(number), secret)
    })
}

/// Stands for a secret in a stored location. Paths of this application have no braces.
fn placeholder(number: usize) -> String {
    format!("{{{number}}}")
}

#[cfg(test)]
mod tests {
    use super::{with_secrets, without_secrets};

    #[test]
    fn a_stored_location_has_no_secret_of_the_form() {
        let secrets = [
            "abcdefghijkmnpqrstuvwxyz23",
            "another long value of the form",
        ];
        let location = "/registration/abcdefghijkmnpqrstuvwxyz23?done=changed";
        let stored = without_secrets(location, &secrets);
        assert_eq!(stored, "/registration/{0}?done=changed");
        assert_eq!(with_secrets(stored, &secrets), location);
    }
}
