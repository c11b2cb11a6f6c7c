//! The clock of a café and its screens: two phones, two servers, roles, secret links.

use jiff::{SignedDuration, Timestamp};
use model::{
    EventDetails, EventId, EventKind, Language, PlanId, Role,
    cafe::{
        CafeKind, CafePhase, CafeQuality, CafeRounds, CafeSeating, CafeSetUp, CafeTable, CafeTopic,
        ClockStep, PlanVersion, TableNumber, TopicNumber, VersionCause, VersionHead,
    },
};
use planner::{
    LiveMessage, PlannerError,
    access::{Principal, ScreenAccess},
    cafes::{CafeNow, SetUpEdit, StepOutcome},
    people::NewMember,
};
use store::testing::{Engine, TestDatabase};

use crate::given::{Given, a_network, address, line, meeting, person};

store::on_both_engines! {
    two_phones_that_end_the_same_round_end_one,
    a_step_is_made_from_the_state_that_was_seen,
    a_step_that_makes_no_sense_changes_nothing,
    screens_of_other_servers_hear_of_a_step,
    helpers_move_the_clock_and_readers_watch_it,
    a_screen_shows_the_published_plan_and_no_other,
    a_clock_that_was_left_standing_shows_no_names_the_next_day,
    the_clock_follows_the_published_rounds,
    a_screen_is_open_until_its_link_is_revoked,
    of_several_screens_one_is_revoked_by_its_name,
}

/// A café of three rounds from 9:30 to 10:50 in Berlin: 20 minutes to talk and 5 to change.
struct Cafe {
    given: Given,
    event: EventId,
    plan: PlanId,
}

async fn a_cafe(database: TestDatabase) -> Cafe {
    let given = a_network(database).await;
    let details = EventDetails {
        kind: EventKind::WorldCafe,
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    let access = given.organises(event);
    let saved = given.planner.save_cafe_set_up(
        &access,
        None,
        SetUpEdit {
            seen: 0,
            new: set_up(3),
        },
    );
    let plan = saved.await.unwrap();
    Cafe { given, event, plan }
}

fn set_up(rounds: u32) -> CafeSetUp {
    let topic = TopicNumber(1);
    let table = |number: u16, room: &str| CafeTable {
        number: TableNumber(number),
        topic,
        name: line(&number.to_string()),
        room: Some(line(room)),
        least: Some(0),
        most: 6,
        step_free: true,
        language: None,
        host: None,
    };
    CafeSetUp {
        topics: vec![CafeTopic {
            number: topic,
            name: line("Sprache"),
        }],
        tables: vec![table(1, "Aula"), table(2, "Foyer")],
        rounds: CafeRounds {
            begins: None,
            count: rounds,
            minutes: 20,
            change_minutes: 5,
        },
        ..CafeSetUp::empty()
    }
}

impl Cafe {
    /// Moves the time of all servers to a local time of the day.
    fn at(&self, time: &str) {
        let at: Timestamp = format!("2023-09-19T{time}+02:00").parse().unwrap();
        let planner = &self.given.planner;
        self.given.clock.advance(at.duration_since(planner.now()));
    }

    async fn now(&self) -> CafeNow {
        let access = self.given.principal.reads_event(self.event);
        self.given
            .planner
            .cafe_clock(&access, self.plan)
            .await
            .unwrap()
    }

    async fn phase(&self) -> CafePhase {
        self.now().await.reading.now.phase
    }

    async fn step_from(
        &self,
        seen: &CafeNow,
        step: ClockStep,
    ) -> Result<StepOutcome, PlannerError> {
        let access = self.given.principal.helps_event(self.event);
        let planner = &self.given.planner;
        planner
            .step_cafe_clock(&access, self.plan, seen.seen(), step)
            .await
    }

    async fn steps(&self, step: ClockStep) {
        let seen = self.now().await;
        let outcome = self.step_from(&seen, step).await.unwrap();
        assert_eq!(outcome, StepOutcome::Done);
    }

    /// Publishes a version in which everybody sits at the second table, made from the present set-up.
    async fn publishes(&self, number: u32) {
        let mut tx = self.given.database.store.begin().await.unwrap();
        let plan = tx.plan::<CafeKind>(self.plan).await.unwrap().unwrap();
        let people = tx.registrations_of(self.event).await.unwrap().rows;
        let people: Vec<_> = people.iter().map(|registration| registration.id).collect();
        let rounds = plan.set_up.rounds.count;
        let round = vec![Some(TableNumber(2)); people.len()];
        let version = PlanVersion {
            head: VersionHead {
                plan: self.plan,
                number,
                parent: None,
                cause: VersionCause::Empty,
                set_up: plan.revision,
                quality: CafeQuality::default(),
                seed: None,
                iterations: None,
                member: None,
                made_at: self.given.planner.now(),
            },
            seating: CafeSeating {
                people,
                rounds: (0..rounds).map(|_| round.clone()).collect(),
            },
            locks: Vec::new(),
            broken: Vec::new(),
        };
        tx.insert_plan_version(&version).await.unwrap();
        let at = self.given.planner.now();
        tx.set_published_version(self.plan, Some((number, at)))
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    async fn screen(&self) -> ScreenAccess {
        let access = self.given.principal.helps_event(self.event);
        let token = self
            .given
            .planner
            .make_screen_link(&access, self.plan, None)
            .await;
        ScreenAccess::new(token.unwrap().reveal(), &self.given.client)
    }

    /// Somebody of this role.
    async fn member(&self, name: &str, role: Role) -> Principal {
        let given = &self.given;
        let new = NewMember {
            name: line(name),
            address: address(name),
            role,
            language: Language::De,
        };
        let network = given.organiser.network();
        given.planner.put_member(network, new).await.unwrap();
        let link = given.planner.sign_in_link(&address(name)).await.unwrap();
        let token = link.rsplit('/').next().unwrap();
        let session = given.planner.sign_in(token, &given.client).await.unwrap();
        let principal = given.planner.principal(session.token.reveal()).await;
        principal.unwrap().unwrap()
    }
}

async fn two_phones_that_end_the_same_round_end_one(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    cafe.at("09:40:00");
    let seen = cafe.now().await;
    assert_eq!(seen.reading.now.phase, CafePhase::Talk(1));
    let (one, other) = tokio::join!(
        cafe.step_from(&seen, ClockStep::Next),
        cafe.step_from(&seen, ClockStep::Next)
    );
    let mut outcomes = [one.unwrap(), other.unwrap()];
    outcomes.sort_by_key(|outcome| *outcome == StepOutcome::Meanwhile);
    assert_eq!(outcomes, [StepOutcome::Done, StepOutcome::Meanwhile]);
    assert_eq!(cafe.phase().await, CafePhase::Change(1));
    cafe.at("09:45:00");
    assert_eq!(cafe.phase().await, CafePhase::Talk(2));
}

async fn a_step_is_made_from_the_state_that_was_seen(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    cafe.at("09:49:50");
    let seen = cafe.now().await;
    // The clock goes on by itself.
    cafe.at("09:50:01");
    let outcome = cafe.step_from(&seen, ClockStep::Next).await.unwrap();
    assert_eq!(outcome, StepOutcome::Meanwhile);
    assert_eq!(cafe.phase().await, CafePhase::Change(1));
    // Of two who add a minute at the same time one does.
    let seen = cafe.now().await;
    cafe.step_from(&seen, ClockStep::AddMinute).await.unwrap();
    let outcome = cafe.step_from(&seen, ClockStep::AddMinute).await.unwrap();
    assert_eq!(outcome, StepOutcome::Meanwhile);
    assert_eq!(
        cafe.now().await.reading.remaining.as_secs(),
        5 * 60 - 1 + 60
    );
    // The bell sounds whatever is on.
    let outcome = cafe.step_from(&seen, ClockStep::Ring).await.unwrap();
    assert_eq!(outcome, StepOutcome::Done);
    assert_eq!(cafe.now().await.clock.rung, Some(cafe.given.planner.now()));
}

async fn a_step_that_makes_no_sense_changes_nothing(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    cafe.at("09:00:00");
    let seen = cafe.now().await;
    for step in [ClockStep::Pause, ClockStep::Resume, ClockStep::Back] {
        let refused = cafe.step_from(&seen, step).await;
        assert!(matches!(refused, Err(PlannerError::WrongState)), "{step:?}");
    }
    assert_eq!(cafe.now().await, seen);
}

async fn screens_of_other_servers_hear_of_a_step(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    // On SQLite there is one server.
    let other = match cafe.given.database.engine() {
        Engine::Sqlite => cafe.given.planner.clone(),
        Engine::Postgres => {
            let store = cafe.given.database.another_store().await;
            cafe.given.planner_on(store)
        }
    };
    let mut messages = other.watch_live();
    let receiver = other.clone();
    let receiving = tokio::spawn(async move { receiver.receive_live_messages().await });
    cafe.at("09:40:00");
    let screen = cafe.screen().await;
    let within = std::time::Duration::from_millis(100);
    // Until the other server listens.
    let heard = loop {
        cafe.steps(ClockStep::AddMinute).await;
        if let Ok(message) = tokio::time::timeout(within, messages.recv()).await {
            break message.unwrap();
        }
    };
    let LiveMessage::Clock { plan, revision } = heard else {
        panic!("{heard:?}");
    };
    assert_eq!(plan, cafe.plan);
    let seen = other.screen_clock(&screen).await.unwrap();
    assert_eq!(seen.revision, revision);
    assert_eq!(seen, cafe.now().await);
    receiving.abort();
}

async fn helpers_move_the_clock_and_readers_watch_it(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    cafe.at("09:40:00");
    let helper = cafe.member("Hassan", Role::Helper).await;
    let reader = cafe.member("Rania", Role::Reader).await;
    let planner = &cafe.given.planner;
    let seen = cafe.now().await.seen();
    let step = async |who: &Principal| {
        let access = who.helps_event(cafe.event);
        let stepped = planner.step_cafe_clock(&access, cafe.plan, seen, ClockStep::Next);
        stepped.await
    };
    let refused = step(&reader).await;
    assert!(matches!(refused, Err(PlannerError::NotAllowed)));
    let refused = planner
        .make_screen_link(&reader.helps_event(cafe.event), cafe.plan, None)
        .await;
    assert!(matches!(refused, Err(PlannerError::NotAllowed)));
    let access = reader.reads_event(cafe.event);
    let seen = planner.cafe_clock(&access, cafe.plan).await.unwrap();
    assert_eq!(seen.reading.now.phase, CafePhase::Talk(1));
    assert_eq!(step(&helper).await.unwrap(), StepOutcome::Done);
    assert_eq!(cafe.phase().await, CafePhase::Change(1));
    // The plan of another event is none of this one.
    let elsewhere = cafe.given.published_event(meeting(None, vec![])).await;
    let access = cafe.given.principal.reads_event(elsewhere);
    let refused = planner.cafe_clock(&access, cafe.plan).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
}

async fn a_screen_shows_the_published_plan_and_no_other(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    for name in ["Berta", "Anna"] {
        cafe.given.comes(cafe.event, person(name, None)).await;
    }
    let screen = cafe.screen().await;
    let planner = &cafe.given.planner;
    let unpublished = planner.cafe_screen(&screen).await.unwrap();
    assert!(unpublished.seats.is_empty());
    cafe.publishes(1).await;
    // Whoever registers later has no seat yet.
    cafe.given.comes(cafe.event, person("Clara", None)).await;
    let shown = planner.cafe_screen(&screen).await.unwrap();
    let names: Vec<_> = shown
        .seats
        .iter()
        .map(|seat| seat.given_name.as_str())
        .collect();
    assert_eq!(names, ["Anna", "Berta"]);
    assert_eq!(shown.seats[0].tables, [Some(TableNumber(2)); 3]);
    assert_eq!(shown.now.published, Some(1));
    // After the event a forgotten link tells nobody's name.
    let over = shown.event.details.ends.at;
    cafe.given.clock.advance(over.duration_since(planner.now()));
    let shown = planner.cafe_screen(&screen).await.unwrap();
    assert!(shown.seats.is_empty());
}

async fn a_clock_that_was_left_standing_shows_no_names_the_next_day(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    cafe.given.comes(cafe.event, person("Anna", None)).await;
    let screen = cafe.screen().await;
    let planner = &cafe.given.planner;
    cafe.publishes(1).await;
    cafe.at("09:00:00");
    cafe.steps(ClockStep::Next).await;
    cafe.steps(ClockStep::Pause).await;
    let over = planner
        .cafe_screen(&screen)
        .await
        .unwrap()
        .event
        .details
        .ends
        .at;
    cafe.given.clock.advance(over.duration_since(planner.now()));
    // The café goes on for longer than planned.
    let shown = planner.cafe_screen(&screen).await.unwrap();
    assert_eq!(shown.seats.len(), 1);
    cafe.given.clock.advance(SignedDuration::from_hours(12));
    let shown = planner.cafe_screen(&screen).await.unwrap();
    assert!(shown.seats.is_empty());
}

async fn the_clock_follows_the_published_rounds(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    cafe.publishes(1).await;
    let edit = SetUpEdit {
        seen: 1,
        new: set_up(1),
    };
    let access = cafe.given.organises(cafe.event);
    let saved = cafe.given.planner.save_cafe_set_up(&access, None, edit);
    saved.await.unwrap();
    cafe.at("10:30:00");
    assert_eq!(cafe.phase().await, CafePhase::Talk(3));
    cafe.publishes(2).await;
    assert_eq!(cafe.phase().await, CafePhase::Over);
}

async fn a_screen_is_open_until_its_link_is_revoked(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let planner = &cafe.given.planner;
    let screen = cafe.screen().await;
    let another = cafe.screen().await;
    assert!(planner.screen_clock(&screen).await.is_ok());
    let guessed = ScreenAccess::new("a", &cafe.given.client);
    let refused = planner.screen_clock(&guessed).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
    let access = cafe.given.principal.helps_event(cafe.event);
    let remote = planner.cafe_remote(&access, None).await.unwrap();
    assert_eq!(remote.screens.len(), 2);
    planner
        .revoke_screen_links(&access, cafe.plan)
        .await
        .unwrap();
    for screen in [screen, another] {
        let refused = planner.cafe_screen(&screen).await;
        assert!(matches!(refused, Err(PlannerError::NotFound)));
    }
}

async fn of_several_screens_one_is_revoked_by_its_name(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let planner = &cafe.given.planner;
    let access = cafe.given.principal.helps_event(cafe.event);
    let mut screens = Vec::new();
    for name in ["Saal", "Foyer"] {
        let made = planner.make_screen_link(&access, cafe.plan, Some(line(name)));
        let token = made.await.unwrap();
        screens.push((ScreenAccess::new(token.reveal(), &cafe.given.client), token));
    }
    let links = planner.cafe_remote(&access, None).await.unwrap().screens;
    let names: Vec<_> = links.iter().map(|link| link.name.clone()).collect();
    assert_eq!(names, [Some(line("Saal")), Some(line("Foyer"))]);
    assert!(links[0].has_token(&screens[0].1) && !links[0].has_token(&screens[1].1));
    assert_eq!(links[0].made_at, planner.now());
    // A key opens nothing, and one that names no link revokes none.
    assert!(!links[0].key.contains(screens[0].1.reveal()));
    for key in [links[0].key.as_str(), links[0].key.as_str(), "00"] {
        let revoked = planner.revoke_screen_link(&access, cafe.plan, key).await;
        revoked.unwrap();
    }
    let gone = planner.screen_clock(&screens[0].0).await;
    assert!(matches!(gone, Err(PlannerError::NotFound)));
    assert!(planner.screen_clock(&screens[1].0).await.is_ok());
    // Readers revoke none.
    let reader = cafe.member("Rania", Role::Reader).await;
    let refused = reader.helps_event(cafe.event);
    let refused = planner.revoke_screen_link(&refused, cafe.plan, &links[1].key);
    assert!(matches!(refused.await, Err(PlannerError::NotAllowed)));
    assert!(planner.screen_clock(&screens[1].0).await.is_ok());
}
