//! Distribution lists, and who is on the fixed ones. Lists of contacts evaluate the rules of the others
//! (`contacts::lists`).

use jiff::Timestamp;
use model::{
    ContactId, ContactRule, DistributionList, DistributionListId, ListMembers, NetworkId,
    OrganisationId, name_key,
};
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
        "id, network_id, name, kind, organisation_id, region, field, tag, contact_group, revision"
    };
}

statements! {
    BY_ID = concat!("SELECT ", columns!(), " FROM distribution_lists WHERE id = $1");
    BY_NETWORK = concat!(
        "SELECT ", columns!(), " FROM distribution_lists WHERE network_id = $1 ORDER BY name_key, id",
    );
    INSERT = "
        INSERT INTO distribution_lists (id, name, name_key, kind, organisation_id, region, field,
            tag, tag_key, contact_group, revision, network_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    UPDATE = "
        UPDATE distribution_lists SET name = $2, name_key = $3, kind = $4, organisation_id = $5,
            region = $6, field = $7, tag = $8, tag_key = $9, contact_group = $10, revision = $11
        WHERE id = $1 AND revision = $12";
    DELETE = "DELETE FROM distribution_lists WHERE id = $1";
    REMOVE = "DELETE FROM distribution_list_contacts WHERE list_id = $1 AND contact_id = $2";
    /// The lists of one contact stay those of the person it is merged with.
    MOVE_CONTACT = "
        INSERT INTO distribution_list_contacts (list_id, contact_id)
        SELECT list_id, $2 FROM distribution_list_contacts WHERE contact_id = $1
        ON CONFLICT DO NOTHING";
}

rows_statements! {
    /// Contacts of another network are left out.
    ADD [Uuid, Uuid] = "
        INSERT INTO distribution_list_contacts (list_id, contact_id)
        SELECT list.id, contacts.id FROM {rows}
        JOIN distribution_lists AS list ON list.id = column1
        JOIN contacts ON contacts.id = column2 AND contacts.network_id = list.network_id
        WHERE TRUE ON CONFLICT DO NOTHING
        RETURNING contact_id";
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    name: String,
    kind: String,
    organisation_id: Option<Uuid>,
    region: Option<String>,
    field: Option<String>,
    tag: Option<String>,
    contact_group: Option<String>,
    revision: i64,
}

impl TryFrom<Row> for DistributionList {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "distribution_lists",
            row: row.id,
        };
        let group = row.contact_group.as_deref();
        let group = group.map(|group| from.word("contact_group", group));
        let members = match row.kind.as_str() {
            "fixed" => ListMembers::Fixed,
            "rule" => ListMembers::Rule(ContactRule {
                organisation: row.organisation_id.map(OrganisationId::from),
                region: from.optional("region", row.region.as_deref())?,
                field: from.optional("field", row.field.as_deref())?,
                tag: from.optional("tag", row.tag.as_deref())?,
                group: group.transpose()?,
            }),
            _ => return Err(from.inconsistent("kind")),
        };
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            name: from.parsed("name", &row.name)?,
            members,
            revision: row.revision,
        })
    }
}

/// Binds the parameters that [`INSERT`] and [`UPDATE`] share.
macro_rules! bind_row {
    ($query:expr, $list:expr, $rule:expr) => {
        $query
            .bind($list.id.uuid())
            .bind($list.name.as_str())
            .bind(name_key($list.name.as_str()))
            .bind(kind($list))
            .bind($rule.organisation.map(|id| id.uuid()))
            .bind($rule.region.as_ref().map(|line| line.as_str()))
            .bind($rule.field.as_ref().map(|line| line.as_str()))
            .bind($rule.tag.as_ref().map(|line| line.as_str()))
            .bind($rule.tag.as_ref().map(|line| name_key(line.as_str())))
            .bind($rule.group.map(|group| group.as_str()))
            .bind($list.revision)
    };
}

const fn kind(list: &DistributionList) -> &'static str {
    match list.members {
        ListMembers::Fixed => "fixed",
        ListMembers::Rule(_) => "rule",
    }
}

fn rule(list: &DistributionList) -> ContactRule {
    match &list.members {
        ListMembers::Fixed => ContactRule::default(),
        ListMembers::Rule(rule) => rule.clone(),
    }
}

impl Reader {
    /// The list of this id.
    pub async fn distribution_list(
        &mut self,
        id: DistributionListId,
    ) -> Result<Option<DistributionList>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(DistributionList::try_from).transpose()
    }

    /// A network's distribution lists, by name.
    pub async fn distribution_lists(
        &mut self,
        network: NetworkId,
    ) -> Result<Listed<DistributionList>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NETWORK), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Adds a list. [`StoreError::Duplicate`] `distribution_lists_network_id_name_key_key` if the name is taken.
    pub async fn insert_distribution_list(
        &mut self,
        list: &DistributionList,
        at: Timestamp,
    ) -> Result<()> {
        let rule = rule(list);
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            bind_row!(query, list, rule)
                .bind(list.network.uuid())
                .bind(micros(at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Saves a list if the stored revision is `made_from`. Returns `false` and saves nothing if somebody else saved
    /// in between. The error is that of [`Self::insert_distribution_list`].
    #[must_use = "somebody else may have saved in between"]
    pub async fn update_distribution_list(
        &mut self,
        list: &DistributionList,
        made_from: i64,
    ) -> Result<bool> {
        let rule = rule(list);
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_row!(query, list, rule).bind(made_from).execute(c)
        ))?;
        Ok(saved == 1)
    }

    /// Deletes a list. Its contacts stay.
    pub async fn delete_distribution_list(&mut self, id: DistributionListId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Puts contacts of the network on a fixed list. Returns how many were not on it.
    pub async fn add_to_list(
        &mut self,
        list: DistributionListId,
        contacts: &[ContactId],
    ) -> Result<usize> {
        let rows: Vec<_> = contacts
            .iter()
            .map(|contact| [list.uuid().into(), contact.uuid().into()])
            .collect();
        let added: Vec<(Uuid,)> = self.write_rows(ADD, &rows).await?;
        Ok(added.len())
    }

    /// Takes contacts off a fixed list. Returns how many were on it.
    pub async fn remove_from_list(
        &mut self,
        list: DistributionListId,
        contacts: &[ContactId],
    ) -> Result<usize> {
        let mut removed = 0;
        for contact in contacts {
            removed += dispatch!(self, query(REMOVE), |query, c| rows_affected(
                query.bind(list.uuid()).bind(contact.uuid()).execute(c)
            ))?;
        }
        Ok(usize::try_from(removed).unwrap_or(usize::MAX))
    }

    /// Puts a contact on the fixed lists that another one is on.
    pub async fn move_lists_of_contact(&mut self, from: ContactId, to: ContactId) -> Result<()> {
        dispatch!(self, query(MOVE_CONTACT), |query, c| rows_affected(
            query.bind(from.uuid()).bind(to.uuid()).execute(c)
        ))
        .map(drop)
    }
}
