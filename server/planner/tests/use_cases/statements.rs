//! How many statements a click costs. Counted on PostgreSQL, where each one is a round trip. A test here that
//! fails says that a use case asks the database more, or less, than it did.

use std::{cell::RefCell, fmt::Debug, pin::Pin, sync::Once};

use model::{
    Answers, RegistrationState,
    workshops::{BookingChange, WishChange},
};
use planner::{
    agenda::AgendaMove,
    events::AgendaShift,
    registrations::{Decision, NewRegistration},
};
use store::testing::{Engine, TestDatabase};
use tokio::task::JoinSet;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
    subscriber::Interest,
};

use crate::{
    agenda::item,
    given::{Given, a_network, address, confirmed, meeting, person},
};

thread_local! {
    /// The statements that the driver logs on this thread, while they are counted.
    static COUNTED: RefCell<Option<Vec<String>>> = const { RefCell::new(None) };
}

/// One subscriber for all threads: those that come and go with a test make others miss statements.
#[derive(Debug)]
struct StatementLog;

impl Subscriber for StatementLog {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if metadata.target() == "sqlx::query" {
            Interest::sometimes()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query" && COUNTED.with_borrow(Option::is_some)
    }

    fn event(&self, event: &Event<'_>) {
        COUNTED.with_borrow_mut(|counted| {
            if let Some(statements) = counted {
                event.record(&mut Summary(statements));
            }
        });
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

struct Summary<'s>(&'s mut Vec<String>);

impl Visit for Summary<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            self.0.push(value.trim().to_owned());
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

/// How many statements a use case makes, without those that begin and end its one transaction.
async fn statements_of(click: Pin<Box<dyn Future<Output = ()> + '_>>) -> usize {
    static LOG: Once = Once::new();
    LOG.call_once(|| tracing::subscriber::set_global_default(StatementLog).unwrap());
    COUNTED.set(Some(Vec::new()));
    click.await;
    let all = COUNTED.take().unwrap_or_default();
    // The driver logs no BEGIN.
    all.iter()
        .filter(|statement| *statement != "COMMIT")
        .count()
}

async fn on_postgres() -> Given {
    a_network(TestDatabase::fresh(Engine::Postgres).await).await
}

async fn an_event(given: &Given) -> model::EventId {
    let details = meeting(Some(70), vec![]);
    let created = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(details));
    created.await.unwrap()
}

#[tokio::test]
async fn an_organisers_click_loads_right_and_event_once() {
    let given = on_postgres().await;
    let event = an_event(&given).await;
    let (planner, access) = (&given.planner, given.organises(event));
    let session = statements_of(Box::pin(async {
        planner.principal(&given.session).await.unwrap().unwrap();
    }));
    assert_eq!(session.await, 2);
    let publish = statements_of(Box::pin(async {
        planner.publish_event(&access).await.unwrap();
    }));
    // With the agenda, whose days it checks, and the reminders, which it arms.
    assert_eq!(publish.await, 9);
    let add = statements_of(Box::pin(async {
        let new = item("Begrüßung", "10:00", 15);
        let added = planner.add_agenda_item(&access, new, AgendaMove::OnlyThis);
        added.await.unwrap();
    }));
    // With the one that lets it be undone.
    assert_eq!(add.await, 6);
    let change = statements_of(Box::pin(async {
        let details = meeting(Some(71), vec![]);
        let changed =
            planner.change_event(&access, 1, confirmed(AgendaShift::None), |_| Ok(details));
        changed.await.unwrap();
    }));
    assert_eq!(change.await, 9);
    given.comes(event, person("anna", None)).await;
    let anna = given.only_registration(event).await;
    let decide = statements_of(Box::pin(async {
        let access = given.organises_registration(anna);
        planner.decide(&access, Decision::Cancel).await.unwrap();
    }));
    // With the seats in workshops, which are given back, and the swaps that are offered no more.
    assert_eq!(decide.await, 13);
}

#[tokio::test]
async fn a_registration_reads_its_event_once() {
    let given = on_postgres().await;
    let event = given.published_event(meeting(Some(70), vec![])).await;
    let slug = given.slug(event).await;
    let planner = &given.planner;
    let form = statements_of(Box::pin(async {
        drop(planner.open_event(&slug, None).await.unwrap());
    }));
    assert_eq!(form.await, 9);
    let register = statements_of(Box::pin(async {
        let new = NewRegistration {
            colleagues: Vec::new(),
            wishes: Vec::new(),
            person: person("anna", None),
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        };
        let registered = planner.register(&slug, None, &given.client, |_| Ok(new));
        registered.await.unwrap();
    }));
    assert_eq!(register.await, 16);
    let token = given.token_mailed_to(&address("anna")).await;
    let page = statements_of(Box::pin(async {
        drop(planner.confirmation(&given.link(&token)).await.unwrap());
    }));
    assert_eq!(page.await, 6);
    let click = statements_of(Box::pin(async {
        let confirmed = planner.confirm_address(&given.link(&token)).await.unwrap();
        assert_eq!(confirmed.state, RegistrationState::Confirmed);
    }));
    // The invitation and the page say the way through a published plan. Whoever leads or attends a workshop gets its
    // entry: one statement looks for a published assignment, one for slots. Another one asks whether there is something to
    // wish for, one whether calendar entries came with invitations, and one confirms the contact.
    assert_eq!(click.await, 17);
    let page = statements_of(Box::pin(async {
        drop(planner.personal_page(&given.link(&token)).await.unwrap());
    }));
    // With the slots, in which there may be seats to book, and the published assignment.
    assert_eq!(page.await, 13);
}

/// However many workshops there are.
#[tokio::test]
async fn a_wish_costs_the_same_however_many_workshops_there_are() {
    let given = on_postgres().await;
    let congress = crate::wishes::congress(&given).await;
    let token = given.comes(congress.event, person("anna", None)).await;
    let (planner, link) = (&given.planner, given.link(&token));
    let page = statements_of(Box::pin(async {
        drop(planner.wish_page(&link).await.unwrap());
    }));
    assert_eq!(page.await, 18);
    let mut clicks = Vec::new();
    for _ in 0..2 {
        let wish = WishChange::Add(congress.workshops[0]);
        let click = statements_of(Box::pin(async {
            drop(planner.change_wishes(&link, wish).await.unwrap());
        }));
        clicks.push(click.await);
    }
    // The first wish looks for a reminder that is not sent yet. The second click finds the wish saved.
    assert_eq!(clicks, [20, 16]);
}

/// However many people attend workshops, and however many workshops there are.
#[tokio::test]
async fn the_pages_of_a_published_assignment_read_everything_at_once() {
    let database = TestDatabase::fresh(Engine::Postgres).await;
    let congress = crate::assignments::publishing::a_planned_congress(database).await;
    congress.publishes().await;
    let planner = &congress.given.planner;
    let (organises, reads) = (congress.organises(), congress.reads());
    let publication = statements_of(Box::pin(async {
        drop(planner.assignment_publication(&organises).await.unwrap());
    }));
    let day = statements_of(Box::pin(async {
        drop(planner.workshop_day(&reads).await.unwrap());
    }));
    let token = congress.given.token_mailed_to(&address("p000")).await;
    let page = statements_of(Box::pin(async {
        let page = planner.personal_page(&congress.given.link(&token)).await;
        assert_eq!(page.unwrap().workshops.visits.len(), 2);
    }));
    let statements = [publication.await, day.await, page.await];
    // The page of the person names the slots with wishes. The day knows who is not there.
    assert_eq!(statements, [19, 15, 28]);
}

/// However many workshops there are.
#[tokio::test]
async fn a_booking_costs_the_same_however_many_workshops_there_are() {
    let given = on_postgres().await;
    let congress = crate::bookings::congress(&given).await;
    let token = given.comes(congress.event, person("anna", None)).await;
    let (planner, link) = (&given.planner, given.link(&token));
    let page = statements_of(Box::pin(async {
        drop(planner.booking_page(&link).await.unwrap());
    }));
    assert_eq!(page.await, 17);
    let mut clicks = Vec::new();
    for workshop in [0, 1, 1] {
        let take = BookingChange::Take(congress.offer(0, workshop));
        let click = statements_of(Box::pin(async {
            planner.change_own_bookings(&link, take).await.unwrap();
        }));
        clicks.push(click.await);
    }
    // With the entry in the calendar. The second one replaces it, and looks who waits for the seat that becomes free; the
    // third one finds it done.
    assert_eq!(clicks, [24, 26, 12]);
}

/// However many people move up.
#[tokio::test]
async fn people_who_move_up_together_share_their_statements() {
    let mut statements = Vec::new();
    for people in [4, 20] {
        let given = on_postgres().await;
        let congress = crate::bookings::congress(&given).await;
        let wait = BookingChange::Wait(congress.offer(0, 0));
        for number in 0..=people {
            let name = format!("person{number}");
            let token = given.comes(congress.event, person(&name, None)).await;
            let waits = crate::bookings::book(&given, &token, wait);
            waits.await.unwrap();
        }
        given.mails_arrive().await;
        let (event, workshop) = (congress.event, congress.workshops[0]);
        let raised = statements_of(Box::pin(async {
            let change = crate::bookings::change_workshop(&given, event, workshop, |new| {
                new.details.most = Some(40);
            });
            change.await.unwrap();
        }));
        statements.push(raised.await);
    }
    assert_eq!(statements[0], statements[1], "for four and for twenty");
}

/// However many people are registered and however many events there are.
#[tokio::test]
async fn the_overview_and_the_list_of_events_read_everything_at_once() {
    let given = on_postgres().await;
    let event = given.published_event(meeting(Some(70), vec![])).await;
    given.published_event(meeting(Some(70), vec![])).await;
    for name in ["anna", "beate"] {
        given.comes(event, person(name, None)).await;
    }
    let (planner, access) = (&given.planner, given.organises(event));
    let overview = statements_of(Box::pin(async {
        drop(planner.event_overview(&access).await.unwrap());
    }));
    assert_eq!(overview.await, 22);
    let reads = given.organiser.reads();
    let list = statements_of(Box::pin(async {
        drop(planner.events(&reads).await.unwrap());
    }));
    assert_eq!(list.await, 9);
}

/// Of those who come together, the first is alone and all others share a transaction: their number does not count.
#[tokio::test]
async fn people_who_come_together_share_their_statements() {
    const PEOPLE: usize = 17;
    let given = on_postgres().await;
    let event = given.published_event(meeting(Some(70), vec![])).await;
    let slug = given.slug(event).await;
    let names: Vec<String> = (0..PEOPLE).map(|n| format!("person{n}")).collect();
    let forms = statements_of(Box::pin(async {
        let mut forms = JoinSet::new();
        for name in &names {
            let new = NewRegistration {
                colleagues: Vec::new(),
                wishes: Vec::new(),
                person: person(name, None),
                answers: Answers::default(),
                consent: 1,
                may_be_kept: false,
            };
            let (planner, slug) = (given.planner.clone(), slug.clone());
            let client = given.client.clone();
            forms.spawn(async move {
                let registered = planner.register(&slug, None, &client, |_| Ok(new));
                registered.await.unwrap();
            });
        }
        forms.join_all().await;
    }));
    let forms = forms.await;
    assert!(forms <= 3 * 15, "{forms}, one by one 15 each");
    let mut links = Vec::new();
    for name in &names {
        links.push(given.link(&given.token_mailed_to(&address(name)).await));
    }
    let clicks = statements_of(Box::pin(async {
        let mut clicks = JoinSet::new();
        for link in links {
            let planner = given.planner.clone();
            clicks.spawn(async move { planner.confirm_address(&link).await.unwrap() });
        }
        clicks.join_all().await;
    }));
    let clicks = clicks.await;
    assert!(clicks <= 3 * 11, "{clicks}, one by one 11 each");
}

/// However many people there are.
#[tokio::test]
async fn a_person_of_an_assignment_costs_the_same_however_many_there_are() {
    use planner::{
        assignments::{AssignmentEdit, AssignmentMove, Choice},
        plans::RulePolicy,
    };
    for people in [8, 24] {
        let database = TestDatabase::fresh(Engine::Postgres).await;
        let congress = crate::assignments::small_congress(database, people).await;
        congress.is_assigned().await;
        let (planner, access) = (&congress.given.planner, congress.organises());
        let choice = Choice {
            version: 1,
            alternative: None,
            seen: None,
        };
        planner.choose_assignment(&access, choice).await.unwrap();
        let (id, slot) = (congress.person(0).await, congress.slots[1]);
        let reads = congress.reads();
        let page = statements_of(Box::pin(async {
            let found = planner.assigned_person(&reads, id, Some(slot)).await;
            drop(found.unwrap());
        }));
        assert_eq!(page.await, 21, "the page with {people} people");
        let edit = AssignmentEdit {
            seen: 1,
            change: AssignmentMove::Unseat { person: id, slot },
            rules: RulePolicy::Break,
        };
        let change = statements_of(Box::pin(async {
            drop(planner.edit_assignment(&access, edit).await.unwrap());
        }));
        assert_eq!(change.await, 23, "the change with {people} people");
    }
}

/// Twenty people are one batch, which reads ways and workshops once for all of them.
#[tokio::test]
async fn a_message_to_two_thousand_people_costs_about_a_statement_for_each() {
    const PEOPLE: usize = 2_000;
    let given = on_postgres().await;
    let event = crate::jobs::draft(&given, None, PEOPLE).await;
    let (planner, access) = (&given.planner, given.organises(event));
    planner.publish_event(&access).await.unwrap();
    given.run_jobs().await;
    crate::jobs::hold_up(&given, event).await;
    let (subject, text) =
        crate::mailings::words("Bis bald", "{Vorname}: {Link}\n{Weg}\n{Workshops}");
    let filter = model::PeopleFilter::default();
    let preview = statements_of(Box::pin(async {
        let words = Some((&subject, &text));
        let shown = planner.preview_message(&access, &filter, words, 1_999);
        assert_eq!(shown.await.unwrap().people.len(), PEOPLE);
    }));
    let preview = preview.await;
    assert!(preview <= 20, "{preview}");
    let begin = statements_of(Box::pin(async {
        let sent = planner.send_mailing(&access, |_| {
            Ok(crate::mailings::message_of(subject.clone(), text.clone()))
        });
        assert_eq!(sent.await.unwrap().1 as usize, PEOPLE);
    }));
    let begin = begin.await;
    assert!(begin <= 20, "{begin}");
    let write = statements_of(Box::pin(async {
        given.run_jobs().await;
    }));
    let write = write.await;
    // The last batch finds nobody; the job in front of it does nothing.
    let batches = PEOPLE / 20 + 2;
    assert!(write <= 23 * batches, "{write}");
}
