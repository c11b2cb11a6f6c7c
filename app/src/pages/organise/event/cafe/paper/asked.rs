//! What the address of a paper asks for.

use model::{AgendaItemId, EventId};
use planner::{
    PlannerError,
    access::{EventAccess, Reads},
    cafes::{CafePaper, PaperChoice, harvest::TableLink},
};
use ui::{
    error::AppError,
    visit::{planner, query},
};

use super::super::several::asked_item;
use crate::api::{
    authorise::{organises_event, reads_event},
    cafe::cafe_page,
};

/// A café and what is printed of it.
pub(super) struct Asked {
    pub event: EventId,
    pub access: EventAccess<Reads>,
    pub item: Option<AgendaItemId>,
    pub choice: PaperChoice,
    /// The secret of the links that signs show as codes.
    pub sheet: Option<String>,
}

impl Asked {
    pub(super) fn read(event: &str) -> Result<Self, AppError> {
        let (event, access) = reads_event(event)?;
        let number = |name: &str| match query(name).filter(|text| !text.is_empty()) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| AppError::NotFound),
        };
        Ok(Self {
            event,
            access,
            item: asked_item()?,
            choice: PaperChoice {
                version: number("version")?,
                changed_since: number("changed")?,
            },
            sheet: query("sheet").filter(|sheet| !sheet.is_empty()),
        })
    }

    pub(super) async fn paper(&self) -> Result<CafePaper, PlannerError> {
        planner()
            .cafe_paper(&self.access, self.item, self.choice)
            .await
    }

    /// The links of the tables. Only organisers have them.
    pub(super) async fn links(&self) -> Result<Vec<TableLink>, AppError> {
        let Some(sheet) = &self.sheet else {
            return Ok(Vec::new());
        };
        let (_, access) = organises_event(&self.event.to_string())?;
        let shown = planner()
            .table_links(&access, self.item, Some(sheet))
            .await?;
        Ok(shown.tables)
    }

    /// The address of a part of the papers, of the same version.
    pub(super) fn link(&self, part: &str) -> String {
        self.address(part, self.choice.version)
    }

    /// The address of the papers of a version.
    pub(super) fn at_version(&self, version: u32) -> String {
        self.address("", Some(version))
    }

    fn address(&self, part: &str, version: Option<u32>) -> String {
        let mut values = Vec::new();
        if let Some(version) = version {
            values.push(format!("version={version}"));
        }
        if let Some(sheet) = &self.sheet {
            values.push(format!("sheet={sheet}"));
        }
        let path = match part {
            "" => "paper".to_owned(),
            part => format!("paper/{part}"),
        };
        cafe_page(self.event, self.item, &path, &values.join("&"))
    }
}
