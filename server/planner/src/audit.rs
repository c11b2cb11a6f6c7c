//! The audit log: a line for every change, written in the transaction of the change.

use model::{
    AuditAction, AuditActor, ContactId, Event, EventId, FieldChange, MemberId, NetworkId,
    RegistrationId, merged,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use store::{AuditLine, Tx};

use crate::{
    Planner, PlannerError, Result,
    access::{Helps, Organises, Owns},
};

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// A member of the network.
    Member(MemberId),
    /// The person a registration is for, through a mailed link.
    Participant,
    /// Whoever runs the server, by a command.
    Operator,
    /// The planner itself, as when a seat goes to the next person waiting.
    Planner,
}

impl From<&Organises> for Who {
    fn from(right: &Organises) -> Self {
        Self::Member(right.member().id)
    }
}

impl From<&Helps> for Who {
    fn from(right: &Helps) -> Self {
        Self::Member(right.member().id)
    }
}

impl From<&Owns> for Who {
    fn from(right: &Owns) -> Self {
        Self::Member(right.member().id)
    }
}

/// A change of a part of a network or an event, such as an organisation or a question, for people to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartChange {
    /// Its name.
    pub part: String,
    /// What was changed. `None` where there was nothing before, or is nothing after.
    pub before: Option<String>,
    pub after: Option<String>,
    /// The other values that were changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValueChange>,
}

/// A value of a part before and after a change, as it is stored. `None` where there was nothing before, or is nothing
/// after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChange {
    /// The name of its field in forms.
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl PartChange {
    /// A change that only the name of the part is known of.
    pub(crate) const fn of(part: String) -> Self {
        Self::new(part, None, None)
    }

    pub(crate) const fn new(part: String, before: Option<String>, after: Option<String>) -> Self {
        Self {
            part,
            before,
            after,
            values: Vec::new(),
        }
    }

    /// Adds a value of the part, if it was changed. Empty ones are none.
    pub(crate) fn value<V: ToString>(
        mut self,
        field: &str,
        before: Option<V>,
        after: Option<V>,
    ) -> Self {
        let text = |value: Option<V>| {
            value
                .map(|value| value.to_string())
                .filter(|text| !text.is_empty())
        };
        let (before, after) = (text(before), text(after));
        if before != after {
            let field = field.to_owned();
            self.values.push(ValueChange {
                field,
                before,
                after,
            });
        }
        self
    }
}

/// The subject of an audit line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct About {
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub registration: Option<RegistrationId>,
    pub contact: Option<ContactId>,
}

/// A line to be written.
#[derive(Debug, Clone)]
pub(crate) struct AuditEntry {
    pub who: Who,
    pub about: About,
    pub action: AuditAction,
    /// Set for actions that make a new revision, or change a part of the network.
    pub edit: Option<Edit>,
}

/// The changes of an action, and the revision that it made, if what it changes has revisions.
#[derive(Debug, Clone)]
pub(crate) struct Edit {
    changes: Value,
    revision: Option<i64>,
}

impl Edit {
    pub fn new(changes: &[impl Serialize], revision: i64) -> Result<Self> {
        let changes = serde_json::to_value(changes).map_err(PlannerError::internal)?;
        Ok(Self {
            changes,
            revision: Some(revision),
        })
    }

    /// A change of a part of the network, which has no revisions.
    pub fn of_part(change: PartChange) -> Result<Self> {
        let changes = serde_json::to_value([change]).map_err(PlannerError::internal)?;
        Ok(Self {
            changes,
            revision: None,
        })
    }
}

impl Planner {
    /// Writes a line about a part of an event that has no revision there: its agenda, its questions, its café.
    pub(crate) async fn note_event_part(
        &self,
        tx: &mut Tx,
        who: impl Into<Who>,
        event: &Event,
        action: AuditAction,
    ) -> Result<()> {
        let entry = AuditEntry {
            who: who.into(),
            about: About {
                network: event.network,
                event: Some(event.id),
                registration: None,
                contact: None,
            },
            action,
            edit: None,
        };
        self.note(tx, entry).await
    }

    /// Writes a line about a part of an event, by its name.
    pub(crate) async fn note_named_part(
        &self,
        tx: &mut Tx,
        who: impl Into<Who>,
        event: &Event,
        (action, change): (AuditAction, PartChange),
    ) -> Result<()> {
        let entry = AuditEntry {
            who: who.into(),
            about: About {
                network: event.network,
                event: Some(event.id),
                registration: None,
                contact: None,
            },
            action,
            edit: Some(Edit::of_part(change)?),
        };
        self.note(tx, entry).await
    }

    /// Writes a line about what has no revision.
    pub(crate) async fn note_unrevised(
        &self,
        tx: &mut Tx,
        right: &Organises,
        (event, registration): (Option<EventId>, Option<RegistrationId>),
        action: AuditAction,
    ) -> Result<()> {
        let entry = AuditEntry {
            who: Who::from(right),
            about: About {
                network: right.network(),
                event,
                registration,
                contact: None,
            },
            action,
            edit: None,
        };
        self.note(tx, entry).await
    }

    /// Writes a line about a network, or about one of its members or organisations.
    pub(crate) async fn note_network(
        &self,
        tx: &mut Tx,
        (network, who): (NetworkId, Who),
        action: AuditAction,
        change: Option<PartChange>,
    ) -> Result<()> {
        let entry = AuditEntry {
            who,
            about: About {
                network,
                event: None,
                registration: None,
                contact: None,
            },
            action,
            edit: change.map(Edit::of_part).transpose()?,
        };
        self.note(tx, entry).await
    }

    /// Writes a line.
    pub(crate) async fn note(&self, tx: &mut Tx, entry: AuditEntry) -> Result<()> {
        let AuditEntry {
            who,
            about,
            action,
            edit,
        } = entry;
        let (member, actor) = match who {
            Who::Member(id) => (Some(id), AuditActor::Member),
            Who::Participant => (None, AuditActor::Participant),
            Who::Operator => (None, AuditActor::Operator),
            Who::Planner => (None, AuditActor::Planner),
        };
        let (changes, revision) = match edit {
            Some(Edit { changes, revision }) => (changes, revision),
            None => (Value::Array(Vec::new()), None),
        };
        tx.insert_audit(AuditLine {
            id: self.new_id(),
            network: about.network,
            event: about.event,
            registration: about.registration,
            contact: about.contact,
            member,
            actor,
            action,
            changes,
            revision,
            at: self.now(),
        })
        .await?;
        Ok(())
    }
}

/// The effect of the edits of one thing, the earliest first. Lines that do not hold changes of this kind
/// are left out: earlier versions wrote texts instead of values.
pub(crate) fn changes_of<C: FieldChange + DeserializeOwned>(lines: Vec<AuditLine>) -> Vec<C> {
    let changes = lines.into_iter().filter_map(|line| {
        let changes: Option<Vec<C>> = serde_json::from_value(line.changes).ok();
        changes
    });
    merged(changes.flatten())
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use model::{AuditAction, AuditActor, Changed, EventChange, EventState, Line};
    use serde_json::{Value, json};
    use store::AuditLine;
    use uuid::Uuid;

    use super::{Edit, changes_of};

    fn line(changes: Value) -> AuditLine {
        AuditLine {
            id: Uuid::nil(),
            network: Uuid::nil().into(),
            event: None,
            registration: None,
            contact: None,
            member: None,
            actor: AuditActor::Member,
            action: AuditAction::EventChanged,
            changes,
            revision: Some(1),
            at: Timestamp::UNIX_EPOCH,
        }
    }

    fn title(before: &str, after: &str) -> EventChange {
        EventChange::Title(Changed {
            before: Line::parse(before).unwrap(),
            after: Line::parse(after).unwrap(),
        })
    }

    #[test]
    fn edits_of_one_field_are_one_change() {
        let published = EventChange::State(Changed {
            before: EventState::Draft,
            after: EventState::Published,
        });
        let edits = [
            vec![title("Treffen", "Netzwerktreffen")],
            vec![published.clone(), title("Netzwerktreffen", "Konferenz")],
        ];
        let lines = edits.map(|changes| line(Edit::new(&changes, 1).unwrap().changes));
        assert_eq!(
            changes_of::<EventChange>(lines.into()),
            [title("Treffen", "Konferenz"), published]
        );
    }

    #[test]
    fn an_edit_that_was_taken_back_changed_nothing() {
        let there_and_back = [title("Treffen", "Konferenz"), title("Konferenz", "Treffen")];
        let lines = there_and_back.map(|change| line(Edit::new(&[change], 1).unwrap().changes));
        assert_eq!(changes_of::<EventChange>(lines.into()), []);
    }

    #[test]
    fn lines_of_earlier_versions_are_left_out() {
        let old = json!([{ "field": "state", "before": "draft", "after": "published" }]);
        let new = Edit::new(&[title("Treffen", "Konferenz")], 2).unwrap();
        assert_eq!(
            changes_of::<EventChange>(vec![line(old), line(new.changes)]),
            [title("Treffen", "Konferenz")]
        );
    }
}
