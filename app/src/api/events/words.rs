//! What changed about an event, as a person reads it: the planner names values as they are stored.

use jiff::civil::DateTime;
use model::{EventState, Organisation, dates};
use planner::Change;

use crate::{
    error::AppError,
    text::{Named, t},
    visit::language,
};

/// Changes in the words of the form.
pub(super) fn in_words(error: AppError, organisations: &[Organisation]) -> AppError {
    let worded = |changes: Vec<Change>| {
        let changes = changes.into_iter();
        changes
            .map(|change| worded(change, organisations))
            .collect()
    };
    match error {
        AppError::Conflict(changes) => AppError::Conflict(worded(changes)),
        AppError::Confirm(mut effects) => {
            effects.changes = worded(effects.changes);
            AppError::Confirm(effects)
        }
        error => error,
    }
}

fn worded(change: Change, organisations: &[Organisation]) -> Change {
    let Change {
        field,
        before,
        after,
    } = change;
    let shown = |value: String| shown(&field, value, organisations);
    let (before, after) = (shown(before), shown(after));
    Change {
        field,
        before,
        after,
    }
}

fn shown(field: &str, value: String, organisations: &[Organisation]) -> String {
    fn named<N: Named + std::str::FromStr>(value: &str) -> Option<String> {
        value.parse().ok().map(|word: N| word.name())
    }
    let known = match field {
        "kind" => named::<model::EventKind>(&value),
        "language" => named::<model::Language>(&value),
        "visibility" => named::<model::Visibility>(&value),
        "state" => named::<EventState>(&value),
        "starts" | "ends" | "opens" | "closes" => {
            let time = value.parse::<DateTime>().ok();
            time.map(|time| dates::date_time(time, language()))
        }
        "contingents" => Some(
            organisations
                .iter()
                .fold(value.clone(), |text, organisation| {
                    text.replace(
                        &organisation.id.to_string(),
                        organisation.short_name.as_str(),
                    )
                }),
        ),
        _ => None,
    };
    match known.unwrap_or(value) {
        nothing if nothing.is_empty() => t!("form-changes-nothing"),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use model::{Line, Organisation};
    use planner::Change;
    use uuid::Uuid;

    use super::in_words;
    use crate::error::AppError;

    #[test]
    fn nobody_reads_what_only_machines_write() {
        let id = Uuid::from_u128(7);
        let partners = [Organisation {
            id: id.into(),
            network: Uuid::from_u128(1).into(),
            name: Line::parse("Volkshochschule Leipzig").unwrap(),
            short_name: Line::parse("VHS Leipzig").unwrap(),
            region: None,
            field: None,
            parent: None,
        }];
        let change = |field: &str, before: &str, after: &str| Change {
            field: field.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let error = AppError::Conflict(vec![
            change("starts", "2026-09-19T09:30", "2026-09-19T10:30"),
            change("kind", "network meeting", "conference"),
            change("contingents", "", &format!("6 × {id}")),
            change("title", "public", "2026-09-19T09:30"),
        ]);
        let words = [
            (
                "Sa., 19. September 2026, 9:30 Uhr",
                "Sa., 19. September 2026, 10:30 Uhr",
            ),
            ("Netzwerktreffen", "Konferenz"),
            ("–", "6 × VHS Leipzig"),
            ("public", "2026-09-19T09:30"),
        ];
        let AppError::Conflict(changes) = in_words(error, &partners) else {
            panic!("still a conflict")
        };
        let changes: Vec<(&str, &str)> = changes
            .iter()
            .map(|change| (change.before.as_str(), change.after.as_str()))
            .collect();
        assert_eq!(changes, words);
    }
}
