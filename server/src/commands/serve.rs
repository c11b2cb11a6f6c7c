//! `treffpunkt serve`

use clap::Args;

use crate::{
    config::{DatabaseSettings, LogSettings, MailSettings, WebSettings},
    error::CommandError,
    server::Server,
};

/// Run the server, on a database that it brings up to date first.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub web: WebSettings,
    #[command(flatten)]
    pub database: DatabaseSettings,
    #[command(flatten)]
    pub mail: MailSettings,
    #[command(flatten)]
    pub log: LogSettings,
}

impl Serve {
    pub async fn run(self) -> Result<(), CommandError> {
        let server = Server::start(&self.database, &self.web, &self.mail).await?;
        server.serve().await
    }
}
