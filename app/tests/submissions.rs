//! A form that is submitted twice runs once, on two servers with one database, too.

#![expect(clippy::unwrap_used, reason = "a test ends where something fails")]

use std::{
    net::Ipv4Addr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use app::SubmittedForm;
use jiff::{SignedDuration, Timestamp};
use model::Language;
use planner::{ClientKey, Clock, Delivery, OsRandom, Planner, PlannerConfig, SystemClock};
use store::{Store, testing::TestDatabase};
use ui::{
    error::AppError,
    forms::{Refusal, SeeOther},
    visit::Visit,
};

store::on_both_engines! {
    two_servers_do_one_thing_once,
    another_rendering_other_words_or_no_token_are_another_form,
    a_refused_form_can_be_sent_again,
    a_response_with_a_cookie_is_not_given_to_another,
    a_client_with_many_forms_takes_nothing_from_others,
    a_second_click_leads_to_the_link_of_the_first,
    forms_are_forgotten_after_a_minute,
    a_killed_servers_form_is_free_after_half_a_minute_or_a_restart,
}

#[derive(Debug)]
struct FixedClock(Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}

/// A server on the database.
fn server(database: &TestDatabase) -> Planner {
    planner(database.store.clone(), Arc::new(SystemClock))
}

fn planner(store: Store, clock: Arc<dyn Clock>) -> Planner {
    Planner::new(
        store,
        clock,
        Arc::new(OsRandom),
        PlannerConfig::new("https://treffpunkt.example", Delivery::Kept),
    )
}

fn visit(last: u8) -> Visit {
    Visit {
        language: Language::De,
        principal: None,
        now: Timestamp::UNIX_EPOCH,
        path: "/".to_owned(),
        client: ClientKey::from_ip(Ipv4Addr::new(192, 0, 2, last).into()),
        session: None,
        next: None,
        sent_to: None,
        form_keeper: None,
        request: "1".to_owned(),
    }
}

/// How often the action ran.
#[derive(Default)]
struct Runs(AtomicUsize);

impl Runs {
    async fn send(&self, planner: &Planner, client: u8, fields: &str) -> SeeOther {
        let run = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            let run = self.0.fetch_add(1, Ordering::SeqCst) + 1;
            Ok(SeeOther::page(format!("/{run}")))
        };
        submit(planner, client, fields, run).await.unwrap()
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

async fn submit(
    planner: &Planner,
    client: u8,
    fields: &str,
    run: impl Future<Output = Result<SeeOther, Refusal>>,
) -> Result<SeeOther, Refusal> {
    let visit = visit(client);
    let form = SubmittedForm {
        visit: &visit,
        action: "/do/create-event",
        fields,
    };
    form.run_once(planner, run).await
}

async fn two_servers_do_one_thing_once(database: TestDatabase) {
    let here = server(&database);
    let there = planner(database.another_store().await, Arc::new(SystemClock));
    let runs = Runs::default();
    let form = "title=Treffen&shown=a";
    let (first, second) = tokio::join!(runs.send(&here, 1, form), runs.send(&there, 1, form));
    let third = runs.send(&there, 1, form).await;
    assert_eq!(runs.count(), 1);
    assert!(first == second && second == third);
}

async fn another_rendering_other_words_or_no_token_are_another_form(database: TestDatabase) {
    let planner = server(&database);
    let runs = Runs::default();
    for form in [
        "title=Treffen&shown=a",
        "title=Treffen&shown=b",
        "title=Tagung&shown=a",
        "title=Treffen",
        "title=Treffen",
    ] {
        runs.send(&planner, 1, form).await;
    }
    assert_eq!(runs.count(), 5);
}

async fn a_refused_form_can_be_sent_again(database: TestDatabase) {
    let planner = server(&database);
    let refuse = async { Err(AppError::NotAllowed.into()) };
    let refused = submit(&planner, 1, "shown=a", refuse).await.unwrap_err();
    assert_eq!(refused.error, AppError::NotAllowed);
    let runs = Runs::default();
    runs.send(&planner, 1, "shown=a").await;
    assert_eq!(runs.count(), 1);
}

async fn a_response_with_a_cookie_is_not_given_to_another(database: TestDatabase) {
    let planner = server(&database);
    for session in ["session=first", "session=second"] {
        let run = async { Ok(SeeOther::page("/account").with_cookie(session.to_owned())) };
        let response = submit(&planner, 1, "token=x&shown=a", run).await.unwrap();
        assert_eq!(
            response,
            SeeOther::page("/account").with_cookie(session.to_owned())
        );
    }
}

async fn a_client_with_many_forms_takes_nothing_from_others(database: TestDatabase) {
    let planner = server(&database);
    for number in 0..200 {
        let run = async { Ok(SeeOther::page("/")) };
        let fields = format!("shown={number}");
        submit(&planner, 1, &fields, run).await.unwrap();
    }
    let runs = Runs::default();
    let form = "title=Treffen&shown=a";
    runs.send(&planner, 2, form).await;
    runs.send(&planner, 2, form).await;
    assert_eq!(runs.count(), 1);
}

async fn a_second_click_leads_to_the_link_of_the_first(database: TestDatabase) {
    let planner = server(&database);
    let secret = "abcdefghijkmnpqrstuvwxyz23";
    let fields = format!("token={secret}&shown=a");
    let path = format!("/registration/{secret}?done=changed");
    for _ in 0..2 {
        let run = async { Ok(SeeOther::page(path.clone())) };
        let response = submit(&planner, 1, &fields, run).await.unwrap();
        assert_eq!(response, SeeOther::page(path.clone()));
    }
}

async fn forms_are_forgotten_after_a_minute(database: TestDatabase) {
    let runs = Runs::default();
    let now: Timestamp = "2026-01-01T09:00:00Z".parse().unwrap();
    for (seconds, count) in [(0, 1), (59, 1), (60, 2)] {
        let clock = FixedClock(now + SignedDuration::from_secs(seconds));
        let planner = planner(database.store.clone(), Arc::new(clock));
        runs.send(&planner, 1, "title=Treffen&shown=a").await;
        assert_eq!(runs.count(), count, "after {seconds} s");
    }
}

async fn a_killed_servers_form_is_free_after_half_a_minute_or_a_restart(database: TestDatabase) {
    let now: Timestamp = "2026-01-01T09:00:00Z".parse().unwrap();
    let planner_at = |seconds| {
        let clock = FixedClock(now + SignedDuration::from_secs(seconds));
        planner(database.store.clone(), Arc::new(clock))
    };
    let form = "title=Treffen&shown=a";
    let kill = async |planner: &Planner| {
        let run = std::future::pending();
        let killed = submit(planner, 1, form, run);
        let killed = tokio::time::timeout(Duration::from_millis(500), killed).await;
        assert!(killed.is_err());
    };
    kill(&planner_at(0)).await;
    let runs = Runs::default();
    let soon = planner_at(29);
    let waits = tokio::time::timeout(Duration::from_millis(500), runs.send(&soon, 1, form)).await;
    assert!(waits.is_err() && runs.count() == 0);
    runs.send(&planner_at(30), 1, form).await;
    assert_eq!(runs.count(), 1);

    kill(&planner_at(100)).await;
    let restarted = planner_at(101);
    restarted.release_leases().await.unwrap();
    runs.send(&restarted, 1, form).await;
    assert_eq!(runs.count(), 2);
}
