//! Two servers on one database: what one does with a job arrives in the event stream of the other.

use std::{sync::atomic::AtomicUsize, time::Duration};

use axum::body::{Body, BodyDataStream};
use http::{Request, StatusCode, header};
use jiff::civil::date;
use model::{
    EmailAddress, EventDetails, EventKind, EventTime, Hue, IanaTimeZone, Language, Line, Place,
    Role, Slug, Text, Visibility,
};
use planner::{
    Delivery, OsRandom, PlannerConfig, SystemClock,
    people::{NetworkSettings, NewMember},
    tables::Chosen,
};
use store::{
    NewJob, Store,
    testing::{Engine, TestDatabase},
};
use tower::ServiceExt as _;
use uuid::Uuid;

use super::{super::*, *};

store::on_both_engines! {
    a_stream_shows_every_batch_and_ends_with_the_job,
    only_people_of_the_network_see_a_job,
    a_page_without_a_stream_is_told_when_to_ask_again,
}

/// More than one batch.
const PEOPLE: usize = 25;

/// The longest wait for an event.
const TIMEOUT: Duration = Duration::from_secs(20);

fn server(store: Store) -> Planner {
    Planner::new(
        store,
        Arc::new(SystemClock),
        Arc::new(OsRandom),
        PlannerConfig::new("https://treffpunkt.example", Delivery::Kept),
    )
}

fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

/// A network with its owner, whose session is returned.
async fn network(planner: &Planner, slug: &str) -> String {
    let address = EmailAddress::parse(&format!("anna@{slug}.example")).unwrap();
    let settings = NetworkSettings {
        name: line("Netzwerk"),
        sender_name: line("Netzwerk"),
        sender_address: address.clone(),
        reply_to: None,
        imprint: Text::default(),
        privacy: Text::default(),
        funding_notice: Text::default(),
        time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
        language: Language::De,
        hue: Hue::default(),
    };
    let slug = Slug::parse(slug).unwrap();
    let network = planner.create_network(slug, settings).await.unwrap();
    let member = NewMember {
        name: line("Anna Jäger"),
        address: address.clone(),
        role: Role::Owner,
        language: Language::De,
    };
    planner.put_member(network.id, member).await.unwrap();
    let link = planner.sign_in_link(&address).await.unwrap();
    let client = planner::ClientKey::from_ip("192.0.2.1".parse().unwrap());
    let session = planner.sign_in(link.rsplit('/').next().unwrap(), &client);
    session.await.unwrap().token.reveal().to_owned()
}

fn meeting() -> EventDetails {
    let zone = IanaTimeZone::parse("Europe/Berlin").unwrap();
    let at = |hour| EventTime::resolve(date(2199, 9, 19).at(hour, 0, 0, 0), zone.rules(), None);
    EventDetails {
        kind: EventKind::NetworkMeeting,
        title: line("Netzwerktreffen"),
        summary: Text::default(),
        plain_language: Text::default(),
        body: Text::default(),
        language: Language::De,
        starts: at(10).unwrap(),
        ends: at(16).unwrap(),
        time_zone: zone,
        place: Place {
            name: Some(line("Volkshochschule Leipzig")),
            ..Place::default()
        },
        capacity: None,
        contingents: Vec::new(),
        opens: None,
        closes: None,
        visibility: Visibility::Public,
        admission: model::Admission::Open,
        colleagues: model::ColleagueConfirmation::Each,
        funding_notice: Text::default(),
    }
}

/// A job that no worker has begun: it publishes an event to [`PEOPLE`]. Returns its event stream's path.
async fn queued_job(planner: &Planner, session: &str) -> String {
    let principal = planner.principal(session).await.unwrap().unwrap();
    let network = principal.memberships()[0].member.network;
    let right = principal.organises(network).unwrap();
    let event = planner.create_event(&right, None, |_| Ok(meeting()));
    let event = event.await.unwrap();
    let access = principal.organises_event(event);
    let lines = (0..PEOPLE).map(|number| format!("P{number},Muster,p{number}@partner.example\n"));
    let table = format!("vorname,name,email\n{}", lines.collect::<String>());
    let chosen = Chosen::new();
    planner.import(&access, &table, &chosen).await.unwrap();
    // An earlier job of the event goes first, so the request that publishes does not begin.
    let mut tx = planner.store().begin().await.unwrap();
    tx.insert_job(&NewJob {
        id: JobId::from(Uuid::nil()),
        network,
        event: Some(event),
        kind: model::JobKind::EventCancelled,
        payload: r#"{"kind":"event_cancelled"}"#.to_owned(),
        total: 0,
        member: None,
        at: planner.now(),
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
    planner.publish_event(&access).await.unwrap();
    let jobs = planner.jobs_of_event(&access).await.unwrap();
    format!("/organise/events/{event}/jobs/{}/events", jobs[0].job.id)
}

/// The routes of a server that has room for so many streams.
fn routes(planner: &Planner, connections: usize) -> Router {
    let assets = || Assets {
        style: String::new(),
        script: String::new(),
        wasm: String::new(),
    };
    let shutdown = CancellationToken::new();
    let events = limited_router(planner.clone(), assets(), shutdown, connections);
    // The pages of errors need what the application sets up.
    app::router(planner.clone(), assets()).merge(events)
}

async fn ask(routes: &Router, path: &str, session: Option<&str>) -> Response {
    let mut request = Request::get(path);
    if let Some(session) = session {
        request = request.header(header::COOKIE, format!("__Host-session={session}"));
    }
    let request = request.body(Body::empty()).unwrap();
    routes.clone().oneshot(request).await.unwrap()
}

/// The events of a response, as they arrive.
struct Events {
    body: BodyDataStream,
    received: String,
}

impl Events {
    fn of(response: Response) -> Self {
        assert_eq!(response.status(), StatusCode::OK);
        assert_eq!(
            response.headers()[header::CONTENT_TYPE],
            "text/event-stream"
        );
        assert_eq!(
            response.headers()[header::CACHE_CONTROL],
            "private, no-store"
        );
        Self {
            body: response.into_body().into_data_stream(),
            received: String::new(),
        }
    }

    /// The next event; `None` at the end of the stream.
    async fn next(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.received.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.received = rest;
                return Some(event);
            }
            let chunk = tokio::time::timeout(TIMEOUT, self.body.next());
            let chunk = chunk.await.expect("an event in time")?.unwrap();
            self.received.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The numbers of the next event.
    async fn next_progress(&mut self) -> (String, u64, u64) {
        let event = self.next().await.unwrap();
        let data = event.lines().find_map(|line| line.strip_prefix("data: "));
        let data: serde_json::Value = serde_json::from_str(data.unwrap()).unwrap();
        let number = |name: &str| data[name].as_u64().unwrap();
        let state = data["state"].as_str().unwrap().to_owned();
        (state, number("done"), number("total"))
    }
}

/// Does one batch of the jobs that are due, and gives back what is left.
async fn run_one_batch(planner: &Planner) {
    let asked = AtomicUsize::new(0);
    let stop = || asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) > 0;
    planner.run_jobs(stop).await.unwrap();
}

async fn a_stream_shows_every_batch_and_ends_with_the_job(database: TestDatabase) {
    let working = server(database.store.clone());
    // On SQLite there is one server.
    let serving = match database.engine() {
        Engine::Sqlite => working.clone(),
        Engine::Postgres => server(database.another_store().await),
    };
    let receiver = serving.clone();
    let receiving = tokio::spawn(async move { receiver.receive_live_messages().await });
    let session = network(&working, "nord").await;
    let path = queued_job(&working, &session).await;
    let mut events = Events::of(ask(&routes(&serving, 1), &path, Some(&session)).await);
    assert_eq!(events.next_progress().await, ("queued".into(), 0, 25));

    // The one in front ends first.
    run_one_batch(&working).await;
    run_one_batch(&working).await;
    assert_eq!(events.next_progress().await, ("running".into(), 20, 25));
    working.run_jobs(|| false).await.unwrap();
    assert_eq!(events.next_progress().await, ("done".into(), 25, 25));
    assert_eq!(events.next().await, None);
    receiving.abort();
}

async fn only_people_of_the_network_see_a_job(database: TestDatabase) {
    let planner = server(database.store.clone());
    let session = network(&planner, "nord").await;
    let other = network(&planner, "sued").await;
    let path = queued_job(&planner, &session).await;
    let routes = routes(&planner, 10);
    let status = async |path: &str, session| ask(&routes, path, session).await.status();
    assert_eq!(status(&path, Some(&session)).await, StatusCode::OK);
    assert_eq!(status(&path, Some(&other)).await, StatusCode::NOT_FOUND);
    assert_eq!(status(&path, None).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status(&path, Some("a")).await, StatusCode::UNAUTHORIZED);
    let unknown = path.replace("/jobs/", "/jobs/0");
    assert_eq!(
        status(&unknown, Some(&session)).await,
        StatusCode::NOT_FOUND
    );
}

async fn a_page_without_a_stream_is_told_when_to_ask_again(database: TestDatabase) {
    let planner = server(database.store.clone());
    let session = network(&planner, "nord").await;
    let path = queued_job(&planner, &session).await;
    let routes = routes(&planner, 1);
    let first = Events::of(ask(&routes, &path, Some(&session)).await);
    let mut second = Events::of(ask(&routes, &path, Some(&session)).await);
    let event = second.next().await.unwrap();
    assert!(event.contains("retry: 5000"), "{event}");
    assert!(event.contains(r#""state":"queued""#), "{event}");
    assert_eq!(second.next().await, None);
    drop(first);
    let mut third = Events::of(ask(&routes, &path, Some(&session)).await);
    let event = third.next().await.unwrap();
    assert!(!event.contains("retry"), "{event}");
}
