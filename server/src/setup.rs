//! Constructs the store and the planner, for all commands with a database.

use std::sync::Arc;

use planner::{OsRandom, Planner, PlannerConfig, SystemClock};
use store::Store;

use crate::{
    config::{DatabaseSettings, InvalidSetting},
    error::CommandError,
};

/// Opens the database and runs its migrations.
pub async fn open_store(settings: &DatabaseSettings) -> Result<Store, CommandError> {
    let config = store::StoreConfig {
        connections: settings.database_connections.get(),
        ..store::StoreConfig::default()
    };
    let store = Store::open(settings.database_url.expose_secret(), &config)
        .await
        .map_err(|error| InvalidSetting::new("database-url", error))?;
    store.migrate().await?;
    Ok(store)
}

/// Constructs the planner with the clock and randomness of the system.
pub fn new_planner(store: Store, config: PlannerConfig) -> Planner {
    Planner::new(store, Arc::new(SystemClock), Arc::new(OsRandom), config)
}
