//! The columns of the list that a member chose. Print and exports have the same.

use model::{HiddenColumns, ListColumn};

use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    tables::ExportCell,
};

impl Planner {
    /// The columns that the member hides in the list of an event. `None` if they have not chosen.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn hidden_columns(
        &self,
        access: &EventAccess<Reads>,
    ) -> Result<Option<HiddenColumns>> {
        let mut reader = self.store().read().await?;
        let (right, event) = access.read(&mut reader).await?;
        Ok(reader.hidden_columns(right.member().id, event.id).await?)
    }

    /// Keeps which columns the member sees.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn hide_columns(
        &self,
        access: &EventAccess<Reads>,
        hidden: &HiddenColumns,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.read(&mut tx).await?;
        tx.save_hidden_columns((right.member().id, event.id), hidden)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// What the fixed columns of an export are about. `None`: the names, which nobody can hide.
pub(super) const EXPORTED: [Option<ListColumn>; 7] = [
    None,
    None,
    Some(ListColumn::Address),
    Some(ListColumn::Organisation),
    Some(ListColumn::State),
    Some(ListColumn::Language),
    Some(ListColumn::Registered),
];

/// Takes the columns out of a row that are not shown.
pub(super) fn keep_shown(row: &mut Vec<ExportCell>, shown: &[bool]) {
    let mut shown = shown.iter();
    row.retain(|_| shown.next().copied().unwrap_or(true));
}
