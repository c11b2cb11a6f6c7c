//! `treffpunkt migrate`

use clap::Args;

use super::say;
use crate::{
    config::{DatabaseSettings, LogSettings},
    start::{StartError, open},
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
    pub async fn run(self) -> Result<(), StartError> {
        open(&self.database).await?.close().await;
        say("The database is up to date.")?;
        Ok(())
    }
}
