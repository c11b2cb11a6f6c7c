//! `treffpunkt migrate`

use clap::Args;

use super::output::print_line;
use crate::{
    config::{DatabaseSettings, LogSettings},
    error::CommandError,
    setup::open_store,
};

/// Bring the database up to date without starting the server (which does it as well).
#[derive(Debug, Args)]
pub struct Migrate {
    #[command(flatten)]
    pub database: DatabaseSettings,
    #[command(flatten)]
    pub log: LogSettings,
}

impl Migrate {
    pub async fn run(self) -> Result<(), CommandError> {
        open_store(&self.database).await?.close().await;
        print_line("The database is up to date.")?;
        Ok(())
    }
}
