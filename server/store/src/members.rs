//! Members: people with an account and a role in a network.

use jiff::Timestamp;
use model::{Member, MemberId, Membership, NetworkId};
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
        "members.id, network_id, members.name, address, role, members.language"
    };
}

statements! {
    /// The order in which a person chooses among memberships.
    BY_ADDRESS = concat!(
        "SELECT ", columns!(), ", networks.name AS network_name FROM members
         JOIN networks ON networks.id = members.network_id
         WHERE address_lower = $1 AND removed_at IS NULL ORDER BY members.created_at, members.id",
    );
    BY_NETWORK = concat!(
        "SELECT ", columns!(), " FROM members
         WHERE network_id = $1 AND removed_at IS NULL ORDER BY address_lower",
    );
    EVER_IN_NETWORK = concat!(
        "SELECT ", columns!(), " FROM members WHERE network_id = $1 ORDER BY address_lower",
    );
    LOCK = "UPDATE networks SET hue = hue WHERE id = $1";
    INSERT = "
        INSERT INTO members (id, name, address, address_lower, role, language, network_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    UPDATE = "
        UPDATE members SET name = $2, address = $3, address_lower = $4, role = $5, language = $6,
            removed_at = NULL
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
}

#[derive(FromRow)]
struct MembershipRow {
    #[sqlx(flatten)]
    member: Row,
    network_name: String,
}

impl TryFrom<MembershipRow> for Membership {
    type Error = StoreError;

    fn try_from(row: MembershipRow) -> Result<Self> {
        let from = RowDecoder {
            table: "networks",
            row: row.member.network_id,
        };
        Ok(Self {
            network_name: from.parsed("name", &row.network_name)?,
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
            role: from.word("role", &row.role)?,
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
            .bind($member.role.as_str())
            .bind($member.language.as_str())
    };
}

impl Reader {
    /// All memberships of an address, which is given in its comparison form; the oldest first.
    pub async fn memberships(&mut self, address_lower: &str) -> Result<Listed<Membership>> {
        let rows: Vec<MembershipRow> = dispatch!(self, query_as(BY_ADDRESS), |query, c| query
            .bind(address_lower)
            .fetch_all(c))?;
        Listed::from_rows(rows)
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
