//! Changes of state. A transaction saves those of several registrations with one statement.

use jiff::Timestamp;
use model::{Registration, RegistrationId, RegistrationState};
use uuid::Uuid;

use super::outdated;
use crate::{Reader, Tx, error::Result, time::micros};

rows_statements! {
    UPDATE [Uuid, Text, Integer, Integer, Integer, Integer] = "
        UPDATE registrations SET state = column2, state_changed_at = column3, waiting_position = column4,
            invitation_sequence = column5, address_confirmed_at = column6
        FROM {rows} WHERE registrations.id = column1
        RETURNING registrations.id";
}

/// A state that is saved with the next flush.
#[derive(Debug)]
pub(crate) struct UpdatedState {
    id: RegistrationId,
    state: RegistrationState,
    changed_at: Timestamp,
    waiting_position: Option<i64>,
    invitation_sequence: Option<u32>,
    address_confirmed_at: Option<Timestamp>,
}

impl Reader {
    pub(crate) async fn update_states(&mut self, states: &[UpdatedState]) -> Result<()> {
        let rows: Vec<_> = states
            .iter()
            .map(|state| {
                [
                    state.id.uuid().into(),
                    state.state.as_str().into(),
                    micros(state.changed_at).into(),
                    state.waiting_position.into(),
                    state.invitation_sequence.map(i64::from).into(),
                    state.address_confirmed_at.map(micros).into(),
                ]
            })
            .collect();
        let saved: Vec<(Uuid,)> = self.write_rows(UPDATE, &rows).await?;
        let is_saved = |state: &&UpdatedState| saved.contains(&(state.id.uuid(),));
        match states.iter().find(|state| !is_saved(state)) {
            Some(missing) => Err(outdated(missing.id)),
            None => Ok(()),
        }
    }
}

impl Tx {
    /// Saves the state, the time of its change, the waiting position, the SEQUENCE of the last calendar
    /// message, and when the address was confirmed. The caller holds the event's lock.
    ///
    /// The transaction fails with [`StoreError::Outdated`](crate::StoreError::Outdated), at the latest at its
    /// commit, if there is no such registration.
    pub async fn update_registration_state(&mut self, registration: &Registration) -> Result<()> {
        let states = &mut self.deferred.states;
        states.retain(|earlier| earlier.id != registration.id);
        states.push(UpdatedState {
            id: registration.id,
            state: registration.state,
            changed_at: registration.state_changed_at,
            waiting_position: registration.waiting_position,
            invitation_sequence: registration.invitation_sequence,
            address_confirmed_at: registration.address_confirmed_at,
        });
        self.flush_if_full().await
    }
}
