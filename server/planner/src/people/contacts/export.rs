//! The address book as a table, which an import reads as the same contacts.

use model::{Contact, Line};
use store::{ContactFilter, Paging};

use crate::{
    Planner, Result,
    access::Reads,
    require::require_network,
    tables::{Export, ExportCell, text_cell as text},
};

/// The texts of an exported address book, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactExportTexts {
    /// Given and family name, address, organisation, function, language, tags, notes, whether invitations are wanted,
    /// when the person agreed to be kept, and to which version of the privacy text.
    pub headings: [String; 11],
    /// Whether invitations are wanted.
    pub yes: String,
    pub no: String,
}

impl Planner {
    /// Every contact that the filter lets through, in the order of names.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn export_contacts(
        &self,
        right: &Reads,
        filter: &ContactFilter,
        texts: &ContactExportTexts,
    ) -> Result<Export> {
        let mut reader = self.store().read().await?;
        let network = require_network(&mut reader, right.network()).await?;
        let found = reader
            .find_contacts(network.id, filter, Paging::ALL)
            .await?;
        let mut rows = vec![texts.headings.iter().map(text).collect()];
        rows.extend(found.rows.iter().map(|contact| {
            let mut row = row(contact, texts);
            row.extend(match contact.consent {
                Some((version, at)) => {
                    let at = network.time_zone.clock(at).datetime();
                    [ExportCell::Time(at), text(version)]
                }
                None => [text(""), text("")],
            });
            row
        }));
        Ok(Export {
            name: network.slug.to_string(),
            rows,
        })
    }
}

fn row(contact: &Contact, texts: &ContactExportTexts) -> Vec<ExportCell> {
    let person = &contact.person;
    let optional = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let invitations = match contact.opted_out_at {
        Some(_) => &texts.no,
        None => &texts.yes,
    };
    vec![
        text(&person.given_name),
        text(&person.family_name),
        text(&person.address),
        text(optional(
            person.organisation_name.as_ref().map(Line::as_str),
        )),
        text(optional(contact.function.as_ref().map(Line::as_str))),
        text(person.language),
        text(&contact.tags),
        text(&contact.notes),
        text(invitations),
    ]
}
