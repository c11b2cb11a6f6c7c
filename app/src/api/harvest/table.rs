//! The form of a table, for browsers without a script.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use model::{Fault, Faults, PointKind, PointText};
use planner::cafes::harvest::{PointChange, PointWrite, Typing, WriteResult};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};
use uuid::Uuid;

use crate::api::authorise::by_table;

/// A point of a table, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PointForm {
    pub token: String,
    /// The id of the form.
    pub write: String,
    pub point: String,
    /// The revision that the form was rendered from; 0 for a new point.
    pub seen: String,
    pub round: String,
    pub kind: String,
    pub text: String,
    /// `save` or `remove`.
    #[serde(rename = "do")]
    pub action: String,
}

impl PointForm {
    /// The id of what is sent. The same form sent twice is one thing, but not another text that somebody typed after
    /// going back to the form.
    fn id(&self) -> Result<Uuid, AppError> {
        let form: Uuid = self.write.parse().map_err(|_| AppError::Unreadable)?;
        let mut hasher = DefaultHasher::new();
        (&self.text, &self.kind, &self.action).hash(&mut hasher);
        Ok(Uuid::from_u128(
            form.as_u128() ^ u128::from(hasher.finish()),
        ))
    }

    fn parse(&self) -> Result<PointWrite, AppError> {
        let id = self.id()?;
        let point = self.point.parse().map_err(|_| AppError::Unreadable)?;
        let seen = self.seen.parse().map_err(|_| AppError::Unreadable)?;
        let change = if self.action == "remove" {
            PointChange::Remove
        } else {
            self.put()?
        };
        Ok(PointWrite {
            id,
            point,
            seen,
            change,
        })
    }

    fn put(&self) -> Result<PointChange, Faults> {
        let mut faults = Faults::none();
        let text = faults.keep("text", PointText::parse(&self.text));
        let kind: Result<PointKind, _> = self.kind.parse();
        let kind = faults.keep("kind", kind.map_err(|_| Fault::NoChoice));
        let round = faults.keep("round", self.round.parse().map_err(|_| Fault::NoNumber));
        let put = (|| {
            Some(PointChange::Put {
                round: round?,
                kind: kind?,
                text: text?,
                typing: Typing::Done,
            })
        })();
        faults.or(put)
    }
}

/// Saves or removes a point.
pub async fn write_point(form: &PointForm) -> Result<SeeOther, AppError> {
    let write = form.parse()?;
    let results = planner()
        .write_points(&by_table(&form.token), &[write])
        .await?;
    let Some(written) = results.into_iter().next() else {
        return Err(AppError::Unreadable);
    };
    let written = written?;
    let done = match (written.result, form.action.as_str()) {
        (WriteResult::KeptBoth, _) => "both",
        (WriteResult::NotRemoved, _) => "not-removed",
        (WriteResult::Saved, "remove") => "removed",
        (WriteResult::Saved, _) => "saved",
    };
    let token: String = form_urlencoded::byte_serialize(form.token.as_bytes()).collect();
    let round: u32 = form.round.parse().unwrap_or(1);
    Ok(SeeOther::page(format!(
        "/table/{token}?round={round}&done={done}"
    )))
}

#[cfg(test)]
mod tests {
    use super::PointForm;

    #[test]
    fn the_same_form_is_sent_once_and_another_text_is_something_else() {
        let form = PointForm {
            write: "01890a5d-ac96-774b-bcce-b302099a8057".to_owned(),
            text: "Kurse im Betrieb".to_owned(),
            kind: "insight".to_owned(),
            action: "save".to_owned(),
            ..PointForm::default()
        };
        let other = PointForm {
            text: "Kurse am Abend".to_owned(),
            ..form.clone()
        };
        let id = |form: &PointForm| form.id().ok();
        assert!(id(&form).is_some());
        assert_eq!(id(&form), id(&form.clone()));
        assert_ne!(id(&form), id(&other));
    }
}
