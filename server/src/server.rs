//! From settings to a running server, in the order in which each step needs the one before.

use std::{sync::Arc, time::Duration};

use app::Assets;
use axum::Router;
use mail::Transport;
use planner::{Delivery, Planner, PlannerError, SystemChance, SystemClock};
use store::{Store, StoreError};
use thiserror::Error;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::{
    assets,
    config::{DatabaseSettings, MailSettings, PublicUrl, WebSettings, WrongSetting},
    downloads, health,
    layers::{Around, PageCache, RequestIds, SecurityHeaders},
    listen,
    shutdown::{self, DRAIN},
    worker,
};

/// Why a command ended before it did what it is for. One line each.
#[derive(Debug, Error)]
pub enum StartError {
    #[error(transparent)]
    Setting(#[from] WrongSetting),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Planner(#[from] PlannerError),
    #[error("{0}")]
    Refused(String),
    #[error("a part of the server broke: {0}")]
    Broken(tokio::task::JoinError),
    #[error("the operating system refuses: {0}")]
    System(#[from] std::io::Error),
}

/// Opens the database and brings it up to date.
pub async fn open(settings: &DatabaseSettings) -> Result<Store, StartError> {
    let how = store::Settings {
        connections: settings.database_connections.get(),
        ..store::Settings::default()
    };
    let store = Store::open(settings.database_url.reveal(), &how)
        .await
        .map_err(|fault| WrongSetting::new("database-url", fault))?;
    store.migrate().await?;
    Ok(store)
}

/// Use cases on a store, with the machine's clock and randomness.
pub fn plan(store: Store, public_url: &PublicUrl, delivery: Delivery) -> Planner {
    Planner::new(
        store,
        Arc::new(SystemClock),
        Arc::new(SystemChance),
        planner::Settings {
            public_url: public_url.origin().to_owned(),
            delivery,
        },
    )
}

/// A server whose socket is open: who connects now is answered as soon as it serves.
#[derive(Debug)]
pub struct Server {
    pub planner: Planner,
    listener: TcpListener,
    router: Router,
    transport: Option<Transport>,
    mail_connections: u32,
    stop: CancellationToken,
}

impl Server {
    /// Does everything that can fail.
    pub async fn start(
        database: &DatabaseSettings,
        web: &WebSettings,
        mail: &MailSettings,
    ) -> Result<Self, StartError> {
        let stop = CancellationToken::new();
        shutdown::on_signal(stop.clone())?;
        let transport = transport(mail)?;
        let store = open(database).await?;

        let listener = TcpListener::bind(web.reached.listen)
            .await
            .map_err(|fault| {
                WrongSetting::new("listen", format!("{}: {fault}", web.reached.listen))
            })?;
        let public_url = web.reached.public_url(listener.local_addr()?);
        if !public_url.keeps_cookies() {
            tracing::warn!(
                public_url = public_url.origin(),
                "--public-url (TREFFPUNKT_PUBLIC_URL) is not https: links, sessions and names can be read on their way"
            );
        }

        let delivery = match transport {
            Some(_) => Delivery::MailServer,
            None => Delivery::Kept,
        };
        let planner = plan(store.clone(), &public_url, delivery);
        if database.is_one_process() {
            planner.take_back_leases().await?;
        }
        let around = Around {
            origin: public_url.origin().to_owned(),
            proxies: web.trusted_proxies.clone(),
            ids: RequestIds::new(Arc::new(SystemClock), Arc::new(SystemChance)),
            security: SecurityHeaders::new(public_url.is_https()),
            pages: PageCache::new(store.commits()),
            requests: web.max_requests.get(),
            patience: Duration::from_secs(web.request_seconds),
        };
        let pages = app::router(planner.clone(), addresses())
            .merge(downloads::router(planner.clone(), addresses()));
        let rest = assets::router().merge(health::router(store));
        let router = around
            .layer(pages, rest)
            .map_err(|fault| WrongSetting::new("public-url", fault))?;
        Ok(Self {
            planner,
            listener,
            router,
            transport,
            mail_connections: mail.mail_connections.get(),
            stop,
        })
    }

    /// Serves until a signal asks it to stop, and then finishes what was begun. Without its worker it
    /// does not go on: mails would be promised and never sent.
    pub async fn serve(self) -> Result<(), StartError> {
        let Self {
            planner,
            listener,
            router,
            transport,
            mail_connections,
            stop,
        } = self;
        tracing::info!(
            listens = listener.local_addr().ok().map(tracing::field::display),
            public_url = planner.settings().public_url,
            mail_server = transport.is_some(),
            "ready"
        );
        let store = planner.store().clone();
        let web = tokio::spawn(listen::serve(listener, router, stop.clone()));
        let mail = worker::run(planner, transport, mail_connections, stop.clone());
        let ended = stop.clone().drop_guard();
        let mail = tokio::spawn(async move {
            mail.await;
            drop(ended);
        });

        stop.cancelled().await;
        let finished = tokio::time::timeout(DRAIN, async { tokio::join!(web, mail) }).await;
        let broken = if let Ok((web, mail)) = finished {
            web.err().or(mail.err())
        } else {
            tracing::warn!("stopping before everything that was begun is finished");
            None
        };
        let _ = tokio::time::timeout(Duration::from_millis(500), store.close()).await;
        tracing::info!("stopped");
        broken.map_or(Ok(()), |fault| Err(StartError::Broken(fault)))
    }
}

fn transport(settings: &MailSettings) -> Result<Option<Transport>, WrongSetting> {
    let Some(url) = &settings.smtp_url else {
        return Ok(None);
    };
    Transport::from_url(url.reveal())
        .map(Some)
        .map_err(|fault| WrongSetting::new("smtp-url", fault))
}

/// Where pages find what they load.
fn addresses() -> Assets {
    let path_of = |name| assets::path_of(name).unwrap_or_default().to_owned();
    Assets {
        style: path_of("treffpunkt.css"),
        script: path_of("treffpunkt.js"),
        wasm: path_of("treffpunkt_bg.wasm"),
    }
}
