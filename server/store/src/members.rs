//! Members: people with an account and a role in a network.

use jiff::Timestamp;
use model::{EventId, EventRole, Member, MemberId, Membership, NetworkId, Role};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! columns {
    () => {
        "members.id, network_id, members.name, address, members.role, members.language, event_only"
    };
}

statements! {
    /// The order in which a person chooses among memberships. One row for each role at an event.
    BY_ADDRESS = concat!(
        "SELECT ", columns!(), ", networks.name AS network_name, event_members.event_id,
            event_members.role AS event_role FROM members
         JOIN networks ON networks.id = members.network_id
         LEFT JOIN event_members ON event_members.member_id = members.id
         WHERE address_lower = $1 AND removed_at IS NULL
         ORDER BY members.created_at, members.id, event_members.added_at",
    );
    OF_EVENT = concat!(
        "SELECT ", columns!(), ", event_members.role AS event_role FROM event_members
         JOIN members ON members.id = event_members.member_id
         WHERE event_members.event_id = $1 AND removed_at IS NULL ORDER BY address_lower",
    );
    PUT_IN_EVENT = "
        INSERT INTO event_members (member_id, event_id, role, added_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (member_id, event_id) DO UPDATE SET role = excluded.role";
    TAKE_OUT_OF_EVENT = "DELETE FROM event_members WHERE member_id = $1 AND event_id = $2";
    TAKE_OUT_OF_EVENTS = "DELETE FROM event_members WHERE member_id = $1";
    COUNT_EVENTS = "SELECT COUNT(*) FROM event_members WHERE member_id = $1";
    BY_NETWORK = concat!(
        "SELECT ", columns!(), " FROM members
         WHERE network_id = $1 AND removed_at IS NULL ORDER BY address_lower",
    );
    EVER_IN_NETWORK = concat!(
        "SELECT ", columns!(), " FROM members WHERE network_id = $1 ORDER BY address_lower",
    );
    LOCK = "UPDATE networks SET hue = hue WHERE id = $1";
    INSERT = "
        INSERT INTO members (id, name, address, address_lower, role, language, event_only, network_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    UPDATE = "
        UPDATE members SET name = $2, address = $3, address_lower = $4, role = $5, language = $6,
            event_only = $7, removed_at = NULL
        WHERE id = $1";
    REMOVE = "UPDATE members SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    name: String,
    address: String,
    role: String,
    language: String,
    event_only: i64,
}

#[derive(FromRow)]
struct MembershipRow {
    #[sqlx(flatten)]
    member: Row,
    network_name: String,
    event_id: Option<Uuid>,
    event_role: Option<String>,
}

#[derive(FromRow)]
struct EventMemberRow {
    #[sqlx(flatten)]
    member: Row,
    event_role: String,
}

impl TryFrom<EventMemberRow> for (Member, EventRole) {
    type Error = StoreError;

    fn try_from(row: EventMemberRow) -> Result<Self> {
        let from = RowDecoder {
            table: "event_members",
            row: row.member.id,
        };
        let role = from.word("role", &row.event_role)?;
        Ok((row.member.try_into()?, role))
    }
}

impl TryFrom<MembershipRow> for Membership {
    type Error = StoreError;

    fn try_from(row: MembershipRow) -> Result<Self> {
        let from = RowDecoder {
            table: "networks",
            row: row.member.network_id,
        };
        let event = row.event_id.map(EventId::from).zip(row.event_role);
        let events =
            event.map(|(event, role)| Ok::<_, StoreError>((event, from.word("role", &role)?)));
        Ok(Self {
            network_name: from.parsed("name", &row.network_name)?,
            events: events.transpose()?.into_iter().collect(),
            member: row.member.try_into()?,
        })
    }
}

impl TryFrom<Row> for Member {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "members",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            name: from.parsed("name", &row.name)?,
            address: from.parsed("address", &row.address)?,
            role: if row.event_only == 0 {
                from.word("role", &row.role)?
            } else {
                Role::EventOnly
            },
            language: from.word("language", &row.language)?,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $member:expr) => {
        $query
            .bind($member.id.uuid())
            .bind($member.name.as_str())
            .bind($member.address.as_str())
            .bind($member.address.lower())
            .bind(match $member.role {
                Role::EventOnly => Role::Reader.as_str(),
                role => role.as_str(),
            })
            .bind($member.language.as_str())
            .bind(i64::from($member.role == Role::EventOnly))
    };
}

impl Reader {
    /// All memberships of an address, which is given in its comparison form; the oldest first.
    pub async fn memberships(&mut self, address_lower: &str) -> Result<Listed<Membership>> {
        let rows: Vec<MembershipRow> = dispatch!(self, query_as(BY_ADDRESS), |query, c| query
            .bind(address_lower)
            .fetch_all(c))?;
        let mut listed: Listed<Membership> = Listed::from_rows(rows)?;
        // The rows of one membership follow one another.
        listed.rows.dedup_by(|next, first| {
            let is_same = next.member.id == first.member.id;
            if is_same {
                first.events.append(&mut next.events);
            }
            is_same
        });
        Ok(listed)
    }

    /// Who has a role at an event, by address.
    pub async fn members_of_event(
        &mut self,
        event: EventId,
    ) -> Result<Listed<(Member, EventRole)>> {
        let rows: Vec<EventMemberRow> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// At how many events a member has a role.
    pub async fn count_events_of_member(&mut self, member: MemberId) -> Result<i64> {
        dispatch!(self, query_scalar(COUNT_EVENTS), |query, c| query
            .bind(member.uuid())
            .fetch_one(c))
    }

    /// A network's members and former members, by address.
    pub async fn members_ever(&mut self, network: NetworkId) -> Result<Listed<Member>> {
        let rows: Vec<Row> = dispatch!(self, query_as(EVER_IN_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// A network's members, by address.
    pub async fn members(&mut self, network: NetworkId) -> Result<Listed<Member>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Locks the members of a network. Concurrent changes of them wait for each other.
    pub async fn lock_members(&mut self, network: NetworkId) -> Result<()> {
        dispatch!(self, query(LOCK), |query, c| rows_affected(
            query.bind(network.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Removes a member. Returns `false` if it is none.
    pub async fn remove_member(&mut self, member: MemberId, now: Timestamp) -> Result<bool> {
        let removed = dispatch!(self, query(REMOVE), |query, c| rows_affected(
            query.bind(member.uuid()).bind(micros(now)).execute(c)
        ))?;
        Ok(removed == 1)
    }

    /// Gives a member a role at an event, or another one.
    pub async fn put_event_member(
        &mut self,
        (member, event): (MemberId, EventId),
        role: EventRole,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(PUT_IN_EVENT), |query, c| rows_affected(
            query
                .bind(member.uuid())
                .bind(event.uuid())
                .bind(role.as_str())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Takes the role at an event away. Returns `false` if the member has none.
    pub async fn delete_event_member(&mut self, member: MemberId, event: EventId) -> Result<bool> {
        let deleted = dispatch!(self, query(TAKE_OUT_OF_EVENT), |query, c| rows_affected(
            query.bind(member.uuid()).bind(event.uuid()).execute(c)
        ))?;
        Ok(deleted == 1)
    }

    /// Takes the roles at all events away.
    pub async fn delete_event_roles(&mut self, member: MemberId) -> Result<()> {
        dispatch!(self, query(TAKE_OUT_OF_EVENTS), |query, c| rows_affected(
            query.bind(member.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Adds a member. [`StoreError::Duplicate`] `members_network_id_address_lower_key` if the address is a
    /// member of the network.
    pub async fn insert_member(&mut self, member: &Member, now: Timestamp) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, member)
                .bind(member.network.uuid())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves a member, also one that was removed. Returns `false` if it does not exist.
    pub async fn update_member(&mut self, member: &Member) -> Result<bool> {
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, member).execute(c)
        ))?;
        Ok(saved == 1)
    }
}
