//! Lists of invitations with their people and their answers.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    Contact, ContactId, EventId, Invitation, InvitationAnswer, InvitationCounts, InvitationId,
    NetworkId, OrganisationId, RegistrationId, RegistrationState,
};
use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::{Row, invitation_columns};
use crate::{
    Reader,
    contacts::{Row as ContactRow, contact_columns},
    error::{Result, StoreError},
    listed::Listed,
    paging::{Paginated, Paging},
    row_decoder::RowDecoder,
    search_pattern::like_patterns,
    statements::{padded_lists, repeat_row},
};

/// What an invited person has answered. A registration that ended before the invitation is no answer to it.
macro_rules! answer {
    () => {
        "CASE WHEN registered.state IN ('confirmed', 'waitlisted') THEN 'registered' \
         WHEN registered.state IN ('declined', 'cancelled') \
            AND registered.state_changed_at >= invitations.invited_at THEN 'declined' \
         WHEN invitations.declined_at IS NOT NULL THEN 'declined' ELSE 'silent' END"
    };
}

/// Why the network writes to the person no longer.
macro_rules! stopped {
    () => {
        "(SELECT stopped.reason FROM stopped_addresses AS stopped \
         WHERE stopped.network_id = contacts.network_id \
         AND stopped.address_lower = contacts.address_lower)"
    };
}

macro_rules! from_invited {
    () => {
        " FROM invitations JOIN contacts ON contacts.id = invitations.contact_id \
         LEFT JOIN registrations AS registered ON registered.event_id = invitations.event_id \
            AND registered.contact_id = invitations.contact_id \
         WHERE invitations.event_id = $1 AND invitations.taken_back_at IS NULL "
    };
}

/// The filter of a list: parameters 2 to 7.
macro_rules! filtered {
    () => {
        concat!(
            "AND (CAST($2 AS TEXT) IS NULL OR ",
            answer!(),
            " = $2) AND (CAST($3 AS UUID) IS NULL OR contacts.organisation_id = $3) \
             AND contacts.search LIKE $4 ESCAPE '\\' AND contacts.search LIKE $5 ESCAPE '\\' \
             AND contacts.search LIKE $6 ESCAPE '\\' AND contacts.search LIKE $7 ESCAPE '\\' "
        )
    };
}

macro_rules! select_invited {
    ($rest:expr) => {
        concat!(
            "SELECT ",
            invitation_columns!(),
            ", ",
            contact_columns!(),
            ", ",
            answer!(),
            " AS answer, registered.id AS registration_id, registered.state_changed_at, ",
            stopped!(),
            " AS stopped_reason, (SELECT substitute.given_name || ' ' || substitute.family_name \
                FROM invitations AS named JOIN contacts AS substitute ON substitute.id = named.contact_id \
                WHERE named.instead_of = invitations.id AND named.taken_back_at IS NULL \
                ORDER BY named.id LIMIT 1) AS substitute_name, \
             (SELECT principal.given_name || ' ' || principal.family_name \
                FROM invitations AS first JOIN contacts AS principal ON principal.id = first.contact_id \
                WHERE first.id = invitations.instead_of) AS principal_name",
            from_invited!(),
            $rest,
        )
    };
}

statements! {
    BY_EVENT = "
        SELECT invitations.event_id, COUNT(*) FROM events JOIN invitations ON invitations.event_id = events.id
        WHERE events.network_id = $1 AND invitations.taken_back_at IS NULL GROUP BY invitations.event_id";
    COUNT = concat!("SELECT COUNT(*)", from_invited!(), filtered!());
    FIND = select_invited!(concat!(
        filtered!(), "ORDER BY answer DESC, contacts.sort_key, invitations.id LIMIT $8 OFFSET $9",
    ));
    /// Whoever has not answered, in the order of the ids.
    SILENT = select_invited!(concat!(
        "AND ", answer!(), " = 'silent' AND invitations.id > $2 ORDER BY invitations.id LIMIT $3",
    ));
    OF_CONTACTS = select_invited!("AND invitations.contact_id IN ($2)");
    ONE = select_invited!("AND invitations.id = $2");
    COUNTS = concat!(
        "SELECT answer, COUNT(*) AS people, COUNT(substitute) AS substitutes, COUNT(stopped) AS stopped,
            COUNT(*) - COUNT(sent_at) AS unsent, COUNT(sequence) AS entries
         FROM (SELECT ", answer!(), " AS answer, invitations.sent_at, invitations.sequence, ", stopped!(), " AS stopped,
            (SELECT named.event_id FROM invitations AS named
                WHERE named.instead_of = invitations.id AND named.taken_back_at IS NULL
                ORDER BY named.id LIMIT 1) AS substitute",
        from_invited!(), ") AS answers GROUP BY answer",
    );
    TIMES = "
        SELECT MAX(invited_at), MAX(reminded_at) FROM invitations
        WHERE event_id = $1 AND taken_back_at IS NULL AND sent_at IS NOT NULL";
    REGISTERED = "
        SELECT contact_id, state FROM registrations WHERE event_id = $1 AND contact_id IS NOT NULL";
    OF_EVENT = concat!(
        "SELECT ", contact_columns!(), " FROM contacts WHERE contacts.id IN (
            SELECT contact_id FROM registrations
            WHERE event_id = $1 AND state IN ('confirmed', 'waitlisted'))
         ORDER BY contacts.sort_key, contacts.id",
    );
}

/// An invited person, with what became of the invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitedPerson {
    pub invitation: Invitation,
    pub contact: Contact,
    pub answer: InvitationAnswer,
    /// The person's registration for the event, whatever its state.
    pub registration: Option<(RegistrationId, Timestamp)>,
    /// Why the address takes no mail.
    pub stopped: Option<String>,
    /// Who is invited in the person's place.
    pub substitute: Option<String>,
    /// In whose place the person is invited.
    pub principal: Option<String>,
}

/// Selects invited people. The default selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InvitationFilter {
    pub answer: Option<InvitationAnswer>,
    pub organisation: Option<OrganisationId>,
    /// Words that names, address, function or organisation contain, regardless of case and accents.
    pub search: String,
}

#[derive(FromRow)]
struct InvitedRow {
    #[sqlx(flatten)]
    invitation: Row,
    #[sqlx(flatten)]
    contact: ContactRow,
    answer: String,
    registration_id: Option<Uuid>,
    state_changed_at: Option<i64>,
    stopped_reason: Option<String>,
    substitute_name: Option<String>,
    principal_name: Option<String>,
}

#[derive(FromRow)]
struct CountRow {
    answer: String,
    people: i64,
    substitutes: i64,
    stopped: i64,
    unsent: i64,
    entries: i64,
}

impl TryFrom<InvitedRow> for InvitedPerson {
    type Error = StoreError;

    fn try_from(row: InvitedRow) -> Result<Self> {
        let invitation = Invitation::try_from(row.invitation)?;
        let from = RowDecoder {
            table: "invitations",
            row: invitation.id,
        };
        let changed_at = from.optional_time("state_changed_at", row.state_changed_at)?;
        Ok(Self {
            answer: from.word("answer", &row.answer)?,
            registration: row.registration_id.map(Into::into).zip(changed_at),
            contact: Contact::try_from(row.contact)?,
            stopped: row.stopped_reason,
            substitute: row.substitute_name,
            principal: row.principal_name,
            invitation,
        })
    }
}

/// Binds the parameters 1 to 7.
macro_rules! bind_filter {
    ($query:expr, $event:expr, $filter:expr, $patterns:expr) => {
        $query
            .bind($event.uuid())
            .bind($filter.answer.map(InvitationAnswer::as_str))
            .bind($filter.organisation.map(OrganisationId::uuid))
            .bind($patterns[0].as_str())
            .bind($patterns[1].as_str())
            .bind($patterns[2].as_str())
            .bind($patterns[3].as_str())
    };
}

impl Reader {
    /// A page of the people who were invited to an event: the silent ones first, then by name.
    pub async fn find_invited(
        &mut self,
        event: EventId,
        filter: &InvitationFilter,
        paging: Paging,
    ) -> Result<Paginated<InvitedPerson>> {
        let patterns = like_patterns(&filter.search);
        let total: i64 = dispatch!(self, query_scalar(COUNT), |query, c| bind_filter!(
            query, event, filter, patterns
        )
        .fetch_one(c))?;
        let rows: Vec<InvitedRow> = dispatch!(self, query_as(FIND), |query, c| bind_filter!(
            query, event, filter, patterns
        )
        .bind(paging.limit)
        .bind(paging.offset)
        .fetch_all(c))?;
        Ok(Paginated::new(Listed::from_rows(rows)?, total))
    }

    /// One of the people who were invited to an event, unless the invitation was taken back.
    pub async fn invited(
        &mut self,
        event: EventId,
        id: InvitationId,
    ) -> Result<Option<InvitedPerson>> {
        let row: Option<InvitedRow> = dispatch!(self, query_as(ONE), |query, c| query
            .bind(event.uuid())
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(InvitedPerson::try_from).transpose()
    }

    /// Those of the contacts who were invited to an event, unless the invitation was taken back.
    pub async fn invited_contacts(
        &mut self,
        event: EventId,
        contacts: &[ContactId],
    ) -> Result<Vec<InvitedPerson>> {
        let mut invited = Vec::with_capacity(contacts.len());
        for ids in padded_lists(contacts) {
            let sql = OF_CONTACTS.replace("$2", &repeat_row("$2", 1, ids.len()));
            let rows: Vec<InvitedRow> =
                dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                    let query = query.bind(event.uuid());
                    let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                    query.fetch_all(c)
                })?;
            invited.extend(Listed::from_rows(rows)?.rows);
        }
        Ok(invited)
    }

    /// Those who have not answered, in the order of the ids of their invitations, after one of them.
    pub async fn silent_after(
        &mut self,
        event: EventId,
        after: Option<InvitationId>,
        limit: i64,
    ) -> Result<Listed<InvitedPerson>> {
        let after = after.map_or(Uuid::nil(), InvitationId::uuid);
        let rows: Vec<InvitedRow> = dispatch!(self, query_as(SILENT), |query, c| query
            .bind(event.uuid())
            .bind(after)
            .bind(limit)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// Counts the people who were invited to an event, by their answers.
    pub async fn count_invited(&mut self, event: EventId) -> Result<InvitationCounts> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(COUNTS), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "invitations",
            row: format!("of event {event}"),
        };
        let mut counts = InvitationCounts::default();
        for row in rows {
            let people = from.number("answer", row.people)?;
            match from.word("answer", &row.answer)? {
                InvitationAnswer::Registered => counts.registered = people,
                InvitationAnswer::Declined => {
                    counts.declined = people;
                    counts.with_substitute = from.number("instead_of", row.substitutes)?;
                }
                InvitationAnswer::Silent => {
                    counts.silent = people;
                    counts.undeliverable = from.number("reason", row.stopped)?;
                    counts.unsent = from.number("sent_at", row.unsent)?;
                    counts.with_entry = from.number("sequence", row.entries)?;
                }
            }
        }
        Ok(counts)
    }

    /// How many people were invited to each event of a network. Events to which nobody was invited are left out.
    pub async fn invited_by_event(&mut self, network: NetworkId) -> Result<HashMap<EventId, u32>> {
        let rows: Vec<(Uuid, i64)> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        rows.into_iter()
            .map(|(event, people)| {
                let from = RowDecoder {
                    table: "invitations",
                    row: format!("of event {event}"),
                };
                Ok((event.into(), from.number("event_id", people)?))
            })
            .collect()
    }

    /// When people were last invited to an event, and when they were last reminded.
    pub async fn last_invited(
        &mut self,
        event: EventId,
    ) -> Result<(Option<Timestamp>, Option<Timestamp>)> {
        let (invited, reminded): (Option<i64>, Option<i64>) =
            dispatch!(self, query_as(TIMES), |query, c| query
                .bind(event.uuid())
                .fetch_one(c))?;
        let from = RowDecoder {
            table: "invitations",
            row: format!("of event {event}"),
        };
        Ok((
            from.optional_time("invited_at", invited)?,
            from.optional_time("reminded_at", reminded)?,
        ))
    }

    /// The contacts who registered for an event, with the states of their registrations.
    pub async fn registered_contacts(
        &mut self,
        event: EventId,
    ) -> Result<Vec<(ContactId, RegistrationState)>> {
        let rows: Vec<(Uuid, String)> = dispatch!(self, query_as(REGISTERED), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "registrations",
            row: format!("of event {event}"),
        };
        rows.into_iter()
            .map(|(contact, state)| Ok((contact.into(), from.word("state", &state)?)))
            .collect()
    }

    /// The contacts who have, or had, a seat at an event or waited for one, by name.
    pub async fn contacts_of_event(&mut self, event: EventId) -> Result<Listed<Contact>> {
        let rows: Vec<ContactRow> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}
