//! The web server and its background jobs.

use std::{sync::Arc, time::Duration};

use axum::Router;
use mail::Transport;
use planner::{Delivery, OsRandom, Planner, PlannerConfig, SystemClock};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use ui::assets::Assets;

use crate::{
    assets,
    background::{self, MailSchedule},
    config::{DatabaseSettings, InvalidSetting, MailSettings, WebSettings},
    connections::{ConnectionLimits, Connections},
    downloads,
    error::CommandError,
    event_streams, health, http_server,
    layers::{LayerConfig, PageCache, RequestIdGenerator, SecurityHeaders},
    one_click, open_files,
    setup::{new_planner, open_store},
    shutdown::{self, GRACE_PERIOD},
    table_points,
};

/// How long the database may take to close.
const STORE_CLOSE_TIMEOUT: Duration = Duration::from_millis(500);

/// A server that listens. Connections wait until [`Self::serve`] runs.
#[derive(Debug)]
pub struct Server {
    pub planner: Planner,
    listener: TcpListener,
    router: Router,
    connections: Connections,
    transport: Option<Transport>,
    mail: MailSchedule,
    shutdown: CancellationToken,
}

impl Server {
    /// Opens the database and the socket, so that a wrong setting fails before the server is ready.
    pub async fn start(
        database: &DatabaseSettings,
        web: &WebSettings,
        mail: &MailSettings,
    ) -> Result<Self, CommandError> {
        let shutdown = CancellationToken::new();
        shutdown::cancel_on_signal(shutdown.clone())?;
        let transport = transport(mail)?;
        let store = open_store(database).await?;

        let listener = TcpListener::bind(web.address.listen)
            .await
            .map_err(|error| {
                InvalidSetting::new("listen", format!("{}: {error}", web.address.listen))
            })?;
        let public_url = web.address.public_url(listener.local_addr()?);
        if !public_url.allows_secure_cookies() {
            tracing::warn!(
                public_url = public_url.origin(),
                "--public-url (TREFFPUNKT_PUBLIC_URL) is not https: links, sessions and names can be read on their way"
            );
        }

        let delivery = match transport {
            Some(_) => Delivery::MailServer,
            None => Delivery::Kept,
        };
        let config = PlannerConfig {
            registrations_per_client: web.registrations_per_client,
            ..PlannerConfig::new(public_url.origin(), delivery)
        };
        let planner = new_planner(store.clone(), config);
        if database.is_exclusive() {
            planner.release_leases().await?;
        }
        open_files::raise_limit();
        let connections = Connections::new(ConnectionLimits {
            total: web
                .max_connections
                .get()
                .min(open_files::connection_limit()),
            per_client: web.max_connections_per_client.get(),
            trusted_proxies: web.trusted_proxies.clone(),
        });
        let layers = LayerConfig {
            origin: public_url.origin().to_owned(),
            trusted_proxies: web.trusted_proxies.clone(),
            request_ids: RequestIdGenerator::new(Arc::new(SystemClock), Arc::new(OsRandom)),
            security_headers: SecurityHeaders::new(public_url.is_https()),
            page_cache: PageCache::new(store.commits()),
            max_requests: web.max_requests.get(),
            response_timeout: Duration::from_secs(web.request_seconds),
        };
        let pages = app::router(planner.clone(), asset_paths())
            .merge(downloads::router(planner.clone(), asset_paths()))
            .merge(table_points::router(planner.clone(), asset_paths()))
            .merge(one_click::router(planner.clone()))
            .merge(event_streams::router(
                planner.clone(),
                asset_paths(),
                shutdown.clone(),
            ));
        let rest = assets::router().merge(health::router(store));
        let router = layers
            .apply(pages, rest)
            .map_err(|error| InvalidSetting::new("public-url", error))?;
        Ok(Self {
            planner,
            listener,
            router,
            connections,
            transport,
            mail: MailSchedule {
                limits: mail.limits(),
                keep_messages: mail.keep_messages(),
            },
            shutdown,
        })
    }

    /// Serves until a signal, then finishes work in flight. Stops, too, if the background jobs end:
    /// mails would otherwise never be sent.
    pub async fn serve(self) -> Result<(), CommandError> {
        let Self {
            planner,
            listener,
            router,
            connections,
            transport,
            mail,
            shutdown,
        } = self;
        tracing::info!(
            listens = listener.local_addr().ok().map(tracing::field::display),
            public_url = planner.config().public_url,
            mail_server = transport.is_some(),
            "ready"
        );
        let store = planner.store().clone();
        let web = tokio::spawn(http_server::serve(
            listener,
            router,
            connections,
            shutdown.clone(),
        ));
        let jobs = background::run(planner, transport, mail, shutdown.clone());
        let shutdown_guard = shutdown.clone().drop_guard();
        let jobs = tokio::spawn(async move {
            Box::pin(jobs).await;
            drop(shutdown_guard);
        });

        shutdown.cancelled().await;
        let finished = tokio::time::timeout(GRACE_PERIOD, async { tokio::join!(web, jobs) }).await;
        let panicked = if let Ok((web, jobs)) = finished {
            web.err().or(jobs.err())
        } else {
            tracing::warn!("stopping before everything that was begun is finished");
            None
        };
        let _ = tokio::time::timeout(STORE_CLOSE_TIMEOUT, store.close()).await;
        tracing::info!("stopped");
        panicked.map_or(Ok(()), |error| Err(CommandError::Task(error)))
    }
}

fn transport(settings: &MailSettings) -> Result<Option<Transport>, InvalidSetting> {
    let Some(url) = &settings.smtp_url else {
        return Ok(None);
    };
    Transport::from_url(url.expose_secret())
        .map(Some)
        .map_err(|error| InvalidSetting::new("smtp-url", error))
}

/// The paths of the assets that pages load.
fn asset_paths() -> Assets {
    let path_of = |name| assets::path_of(name).unwrap_or_default().to_owned();
    Assets {
        style: path_of("treffpunkt.css"),
        script: path_of("treffpunkt.js"),
        wasm: path_of("treffpunkt_bg.wasm"),
    }
}
