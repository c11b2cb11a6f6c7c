//! The contacts that registrations belong to. They are found or made by the statements that save registrations, so
//! that no use case can forget it.
//!
//! A contact that a registration makes has the registration's id.

use jiff::Timestamp;
use model::{ContactId, EventId, JobId, Line, OrganisationId, Registration, RegistrationId};
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::Result,
    listed::Listed,
    registrations::{Row as RegistrationRow, SearchKeys, registration_columns},
    rows::Value,
    time::micros,
};

/// The contact of the address `$address` in the network of the event `$event`.
macro_rules! contact_of {
    ($event:literal, $address:literal) => {
        concat!(
            "(SELECT contacts.id FROM contacts JOIN events ON events.network_id = contacts.network_id
              WHERE events.id = ",
            $event,
            " AND contacts.address_lower = ",
            $address,
            ")",
        )
    };
}
pub(crate) use contact_of;

macro_rules! person_columns {
    () => {
        "given_name, family_name, address, address_lower, organisation_id, organisation_name, \
         language, search, sort_key, organisation_key"
    };
}

/// What a member entered, or the owner of the address confirmed, replaces what nobody confirmed. The row is locked
/// either way: nobody deletes it meanwhile.
macro_rules! on_conflict {
    () => {
        " ON CONFLICT (network_id, address_lower) DO UPDATE SET given_name = excluded.given_name,
            family_name = excluded.family_name, address = excluded.address,
            organisation_id = excluded.organisation_id,
            organisation_name = excluded.organisation_name, language = excluded.language,
            search = excluded.search, sort_key = excluded.sort_key,
            organisation_key = excluded.organisation_key, confirmed_at = excluded.confirmed_at,
            revision = contacts.revision + 1
          WHERE contacts.confirmed_at IS NULL AND excluded.confirmed_at IS NOT NULL"
    };
}

rows_statements! {
    MAKE [
        Uuid, Uuid, Text, Text, Text, Text, Uuid, Text, Text, Text, Text, Text, Integer, Integer
    ] = concat!(
        "INSERT INTO contacts (id, network_id, ", person_columns!(), ", created_at, confirmed_at,
            notes, source, revision)
         SELECT column1, events.network_id, column3, column4, column5, column6, column7, column8,
            column9, column10, column11, column12, column13, column14, '', 'registration', 0
         FROM {rows} JOIN events ON events.id = column2 WHERE TRUE",
        on_conflict!(),
    );
    /// A contact takes over what the owner of the address confirms, unless it was confirmed before.
    CONFIRM [Uuid, Integer] = "
        UPDATE contacts SET given_name = known.given_name, family_name = known.family_name,
            address = known.address, organisation_id = known.organisation_id,
            organisation_name = known.organisation_name, language = known.language,
            search = known.search, sort_key = known.sort_key,
            organisation_key = known.organisation_key, confirmed_at = column2,
            revision = contacts.revision + 1
        FROM {rows} JOIN registrations AS known ON known.id = column1
        WHERE contacts.id = known.contact_id AND contacts.confirmed_at IS NULL";
    /// A consent that was given before stays.
    KEEP [Uuid, Integer, Integer] = "
        UPDATE contacts SET consent_version = column2, consent_at = column3,
            revision = contacts.revision + 1
        FROM {rows} JOIN registrations AS known ON known.id = column1
        WHERE contacts.id = known.contact_id AND contacts.consent_version IS NULL";
}

statements! {
    MAKE_OF_LINES = concat!(
        "INSERT INTO contacts (id, network_id, ", person_columns!(), ", created_at, confirmed_at,
            notes, source, revision)
         SELECT registration_id, (SELECT network_id FROM events WHERE events.id = $2), ",
        person_columns!(), ", $3, $3, '', 'registration', 0
         FROM import_lines WHERE job_id = $1 AND number > $4 AND number <= $5 ORDER BY address_lower",
        on_conflict!(),
    );
    JOIN_REGISTRATION = concat!(
        "UPDATE registrations SET contact_id = ", contact_of!("registrations.event_id", "registrations.address_lower"),
        " WHERE id = $1 AND contact_id IS NULL",
    );
    /// A draft that is discarded takes those along who are there because of it alone.
    DELETE_OF_EVENT = "
        DELETE FROM contacts WHERE id IN (
            SELECT contacts.id FROM contacts
            WHERE source = 'registration' AND consent_version IS NULL AND revision = 0
            AND id IN (SELECT contact_id FROM registrations WHERE event_id = $1)
            AND NOT EXISTS (SELECT 1 FROM registrations AS other
                WHERE other.contact_id = contacts.id AND other.event_id <> $1)
            AND NOT EXISTS (SELECT 1 FROM distribution_list_contacts AS listed
                WHERE listed.contact_id = contacts.id)
            AND NOT EXISTS (SELECT 1 FROM invitations
                WHERE invitations.contact_id = contacts.id AND invitations.event_id <> $1)
            LIMIT 1000)";
    OF_REGISTRATION = "SELECT contact_id FROM registrations WHERE id = $1 AND contact_id IS NOT NULL";
    REGISTRATIONS = concat!(
        "SELECT ", registration_columns!(), " FROM registrations WHERE contact_id = $1
         ORDER BY event_id, id",
    );
    MOVE_REGISTRATIONS = "UPDATE registrations SET contact_id = $2 WHERE contact_id = $1";
    LEAVE = "UPDATE registrations SET contact_id = NULL WHERE id = $1";
}

impl Reader {
    /// The contact that a registration belongs to.
    pub async fn contact_of_registration(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Option<ContactId>> {
        let contact: Option<Uuid> =
            dispatch!(self, query_scalar(OF_REGISTRATION), |query, c| query
                .bind(registration.uuid())
                .fetch_optional(c))?;
        Ok(contact.map(ContactId::from))
    }

    /// The registrations of a contact, in the order of the ids of their events.
    pub async fn registrations_of_contact(
        &mut self,
        contact: ContactId,
    ) -> Result<Listed<Registration>> {
        let rows: Vec<RegistrationRow> =
            dispatch!(self, query_as(REGISTRATIONS), |query, c| query
                .bind(contact.uuid())
                .fetch_all(c))?;
        Listed::from_rows(rows)
    }
}

impl Tx {
    /// Makes the contacts of registrations that are saved next. Those that are there stay as they are, unless
    /// nobody has confirmed them yet.
    pub(crate) async fn make_contacts(&mut self, registrations: &[Registration]) -> Result<()> {
        let mut rows: Vec<(String, _)> = registrations.iter().map(made_row).collect();
        // Transactions that make the same contacts lock them in one order.
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        let rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
        self.write_rows::<(), _>(MAKE, &rows).await.map(drop)
    }

    /// Makes the contacts of staged lines of an import: of those with a number above `after`, up to `last`.
    pub async fn make_contacts_of_lines(
        &mut self,
        job: JobId,
        event: EventId,
        (after, last): (u64, u64),
        at: Timestamp,
    ) -> Result<()> {
        let number = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        dispatch!(self, query(MAKE_OF_LINES), |query, c| rows_affected(
            query
                .bind(job.uuid())
                .bind(event.uuid())
                .bind(micros(at))
                .bind(number(after))
                .bind(number(last))
                .execute(c)
        ))
        .map(drop)
    }

    /// Joins a registration whose contact was deleted to the one of its address, which is made if there is none.
    pub(crate) async fn join_contact(&mut self, registration: &Registration) -> Result<()> {
        self.make_contacts(std::slice::from_ref(registration))
            .await?;
        dispatch!(self, query(JOIN_REGISTRATION), |query, c| rows_affected(
            query.bind(registration.id.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Tells the contacts of registrations that the owners of their addresses have confirmed them.
    pub async fn confirm_contacts(
        &mut self,
        registrations: &[RegistrationId],
        at: Timestamp,
    ) -> Result<()> {
        let rows: Vec<_> = registrations
            .iter()
            .map(|id| [id.uuid().into(), micros(at).into()])
            .collect();
        self.write_rows::<(), _>(CONFIRM, &rows).await.map(drop)
    }

    /// Notes that the owners of registrations agreed to be kept beyond the event: to which version of the privacy text,
    /// and when.
    pub async fn keep_contacts(
        &mut self,
        agreed: &[(RegistrationId, (u32, Timestamp))],
    ) -> Result<()> {
        if agreed.is_empty() {
            return Ok(());
        }
        let rows: Vec<_> = agreed
            .iter()
            .map(|(id, (version, at))| {
                [
                    id.uuid().into(),
                    i64::from(*version).into(),
                    micros(*at).into(),
                ]
            })
            .collect();
        self.write_rows::<(), _>(KEEP, &rows).await.map(drop)
    }

    /// Deletes the contacts that are there because of one event alone, and that nobody has edited or put on a list: a
    /// thousand at a time, because each leaves its registrations.
    pub(crate) async fn delete_contacts_of_event(&mut self, event: EventId) -> Result<()> {
        while dispatch!(self, query(DELETE_OF_EVENT), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))? > 0
        {}
        Ok(())
    }

    /// Takes a registration from its contact. The caller holds the event's lock.
    pub async fn leave_contact(&mut self, registration: RegistrationId) -> Result<()> {
        dispatch!(self, query(LEAVE), |query, c| rows_affected(
            query.bind(registration.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Gives the registrations of a contact to another one.
    pub async fn move_registrations(&mut self, from: ContactId, to: ContactId) -> Result<()> {
        dispatch!(self, query(MOVE_REGISTRATIONS), |query, c| rows_affected(
            query.bind(from.uuid()).bind(to.uuid()).execute(c)
        ))
        .map(drop)
    }
}

fn made_row(registration: &Registration) -> (String, [Value<'_>; 14]) {
    let person = &registration.person;
    let keys = SearchKeys::of(person);
    let address_lower = person.address.lower();
    let organisation_name = person.organisation_name.as_ref().map(Line::as_str);
    let row = [
        registration.id.uuid().into(),
        registration.event.uuid().into(),
        person.given_name.as_str().into(),
        person.family_name.as_str().into(),
        person.address.as_str().into(),
        address_lower.clone().into(),
        person.organisation.map(OrganisationId::uuid).into(),
        organisation_name.into(),
        person.language.as_str().into(),
        keys.search.into(),
        keys.sort_key.into(),
        keys.organisation_key.into(),
        micros(registration.created_at).into(),
        registration.address_confirmed_at.map(micros).into(),
    ];
    (address_lower, row)
}
