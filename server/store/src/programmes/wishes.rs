//! What people wish for.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use model::{EventId, RegistrationId, WorkshopId, workshops::WishList};
use uuid::Uuid;

use crate::{
    Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder, time::micros,
};

statements! {
    SAVED_AT = "SELECT saved_at FROM wish_lists WHERE registration_id = $1";
    RANKED = "SELECT workshop_id FROM wishes WHERE registration_id = $1 ORDER BY rank, workshop_id";
    ABSENT = "SELECT slot_id FROM slot_absences WHERE registration_id = $1";
    DEMAND = "
        SELECT wishes.workshop_id, COUNT(*)
        FROM registrations r JOIN wishes ON wishes.registration_id = r.id
        WHERE r.event_id = $1 AND r.state = 'confirmed' GROUP BY wishes.workshop_id";
    RANKED_OF_EVENT = "
        SELECT wishes.registration_id, wishes.workshop_id
        FROM registrations r JOIN wishes ON wishes.registration_id = r.id
        WHERE r.event_id = $1 ORDER BY wishes.registration_id, wishes.rank, wishes.workshop_id";
    ABSENT_OF_EVENT = "
        SELECT a.registration_id, a.slot_id
        FROM registrations r JOIN slot_absences a ON a.registration_id = r.id
        WHERE r.event_id = $1";
    // The first statement of a change: whoever changes the same list waits.
    LOCK = "
        INSERT INTO wish_lists (registration_id, saved_at) VALUES ($1, $2)
        ON CONFLICT (registration_id) DO UPDATE SET saved_at = excluded.saved_at";
    DELETE_RANKED = "DELETE FROM wishes WHERE registration_id = $1";
    DELETE_ABSENT = "DELETE FROM slot_absences WHERE registration_id = $1";
}

rows_statements! {
    INSERT_RANKED [Uuid, Uuid, Integer] = "
        INSERT INTO wishes (registration_id, workshop_id, rank) SELECT * FROM {rows} RETURNING rank";
    INSERT_ABSENT [Uuid, Uuid] = "
        INSERT INTO slot_absences (registration_id, slot_id) SELECT * FROM {rows} RETURNING slot_id";
}

impl Reader {
    /// What somebody wishes for.
    pub async fn wishes(&mut self, registration: RegistrationId) -> Result<WishList> {
        let id = registration.uuid();
        let ranked: Vec<Uuid> = dispatch!(self, query_scalar(RANKED), |query, c| query
            .bind(id)
            .fetch_all(c))?;
        let absent: Vec<Uuid> = dispatch!(self, query_scalar(ABSENT), |query, c| query
            .bind(id)
            .fetch_all(c))?;
        Ok(WishList {
            ranked: ranked.into_iter().map(WorkshopId::from).collect(),
            absent: absent.into_iter().map(Into::into).collect(),
            busy: self.busy_slots(registration).await?,
        })
    }

    /// When somebody's wishes were saved last.
    pub async fn wishes_saved_at(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Option<Timestamp>> {
        let saved: Option<i64> = dispatch!(self, query_scalar(SAVED_AT), |query, c| query
            .bind(registration.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "wish_lists",
            row: registration,
        };
        from.optional_time("saved_at", saved)
    }

    /// How many people with a seat wish for each workshop, in whatever rank.
    pub async fn wish_demand(&mut self, event: EventId) -> Result<HashMap<WorkshopId, u32>> {
        let rows: Vec<(Uuid, i64)> = dispatch!(self, query_as(DEMAND), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "wishes",
            row: format!("of event {event}"),
        };
        rows.into_iter()
            .map(|(workshop, people)| Ok((workshop.into(), from.number("rank", people)?)))
            .collect()
    }

    /// The wishes of everybody registered for an event, in whatever state. People without any are left out, unless they are
    /// needed elsewhere.
    pub async fn wishes_of_event(
        &mut self,
        event: EventId,
    ) -> Result<BTreeMap<RegistrationId, WishList>> {
        let ranked: Vec<(Uuid, Uuid)> =
            dispatch!(self, query_as(RANKED_OF_EVENT), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        let absent: Vec<(Uuid, Uuid)> =
            dispatch!(self, query_as(ABSENT_OF_EVENT), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        let mut lists: BTreeMap<RegistrationId, WishList> = BTreeMap::new();
        for (registration, workshop) in ranked {
            let list = lists.entry(registration.into()).or_default();
            list.ranked.push(workshop.into());
        }
        for (registration, slot) in absent {
            let list = lists.entry(registration.into()).or_default();
            list.absent.insert(slot.into());
        }
        for mark in self.busy_people(event).await? {
            lists.entry(mark.person).or_default().busy.insert(mark.slot);
        }
        Ok(lists)
    }
}

impl Tx {
    /// Locks somebody's wishes until the transaction ends, and notes when they are saved. Read and save them after it.
    pub async fn lock_wishes(
        &mut self,
        registration: RegistrationId,
        saved_at: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(LOCK), |query, c| rows_affected(
            query
                .bind(registration.uuid())
                .bind(micros(saved_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Replaces somebody's wishes. The caller holds their lock. Where they are needed elsewhere stays.
    pub async fn save_wishes(
        &mut self,
        registration: RegistrationId,
        list: &WishList,
    ) -> Result<()> {
        let id = registration.uuid();
        for statement in [DELETE_RANKED, DELETE_ABSENT] {
            dispatch!(self, query(statement), |query, c| rows_affected(
                query.bind(id).execute(c)
            ))?;
        }
        let ranked: Vec<_> = (1_i64..)
            .zip(&list.ranked)
            .map(|(rank, workshop)| [id.into(), workshop.uuid().into(), rank.into()])
            .collect();
        let _: Vec<(i64,)> = self.write_rows(INSERT_RANKED, &ranked).await?;
        let absent = list.absent.iter();
        let absent: Vec<_> = absent.map(|slot| [id.into(), slot.uuid().into()]).collect();
        let _: Vec<(Uuid,)> = self.write_rows(INSERT_ABSENT, &absent).await?;
        Ok(())
    }
}
