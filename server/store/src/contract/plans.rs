use model::{
    EventId, PlanId,
    assignment::{AssignmentKind, AssignmentSetUp},
    cafe::{
        BrokenRule, CafeKind, CafeQuality, CafeSeating, CafeSetUp, CafeTable, CafeTopic, Lock,
        PlanVersion, TableNumber, TopicNumber, VersionCause, VersionHead,
    },
};

use crate::{
    NewSetUp, Tx,
    contract::{
        sample::{at, event, id, line, network},
        unreadable::without,
    },
    readable,
    testing::TestDatabase,
};

crate::on_both_engines! {
    a_plan_comes_back_as_it_was_saved,
    a_version_keeps_the_set_up_that_it_was_made_from,
    an_event_has_one_plan_of_its_own_and_one_for_each_item,
    the_plan_of_the_workshops_stands_beside_that_of_a_cafe,
    an_unreadable_plan_or_version_hides_no_other,
}

fn set_up() -> CafeSetUp {
    let topic = TopicNumber(1);
    CafeSetUp {
        topics: vec![CafeTopic {
            number: topic,
            name: line("Öffentlichkeitsarbeit"),
        }],
        tables: vec![CafeTable {
            number: TableNumber(4),
            topic,
            name: line("4"),
            room: Some(line("Aula")),
            least: None,
            most: 6,
            step_free: true,
            language: None,
            host: Some(id(9)),
        }],
        ..CafeSetUp::empty()
    }
}

fn version(plan: PlanId, number: u32, parent: Option<u32>) -> PlanVersion {
    PlanVersion {
        head: VersionHead {
            plan,
            number,
            parent,
            cause: VersionCause::Solved,
            set_up: 1,
            quality: CafeQuality {
                meetings: 7,
                ..CafeQuality::default()
            },
            seed: Some(u64::MAX),
            iterations: Some(12),
            member: None,
            made_at: at(3),
        },
        seating: CafeSeating {
            people: vec![id(9), id(10)],
            rounds: vec![vec![Some(TableNumber(4)), None]],
        },
        locks: vec![Lock::Round { round: 1 }],
        broken: vec![BrokenRule::TooFew {
            table: TableNumber(4),
            round: 1,
        }],
    }
}

async fn with_event(tx: &mut Tx) -> EventId {
    let network = network(1);
    let event = event(1, &network);
    tx.insert_network(&network, at(1)).await.unwrap();
    tx.insert_event(&event, at(1)).await.unwrap();
    event.id
}

fn first(plan: PlanId, set_up: &CafeSetUp) -> NewSetUp<'_, CafeSetUp> {
    NewSetUp {
        plan,
        revision: 1,
        set_up,
        member: None,
        at: at(2),
    }
}

async fn a_plan_comes_back_as_it_was_saved(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    let event = with_event(&mut tx).await;
    let (plan, set_up) = (id(5), set_up());
    tx.insert_plan::<CafeKind>(event, Some(id(7)), first(plan, &set_up))
        .await
        .unwrap();
    let version = version(plan, 1, None);
    tx.insert_plan_version(&version).await.unwrap();
    tx.set_current_version(plan, 1, 1).await.unwrap();
    tx.set_published_version(plan, Some((1, at(4))))
        .await
        .unwrap();
    let stored = tx.plan::<CafeKind>(plan).await.unwrap().unwrap();
    assert_eq!(stored.set_up, set_up);
    assert_eq!((stored.item, stored.revision), (Some(id(7)), 1));
    assert_eq!((stored.current, stored.newest), (Some(1), Some(1)));
    assert_eq!(stored.published, Some((1, at(4))));
    assert_eq!(tx.plan_version(plan, 1).await.unwrap(), Some(version));
    assert_eq!(tx.last_plan_version(plan).await.unwrap(), 1);
    tx.set_published_version(plan, None).await.unwrap();
    assert_eq!(
        tx.plan::<CafeKind>(plan).await.unwrap().unwrap().published,
        None
    );
}

async fn a_version_keeps_the_set_up_that_it_was_made_from(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    let event = with_event(&mut tx).await;
    let (plan, before) = (id(5), set_up());
    tx.insert_plan::<CafeKind>(event, None, first(plan, &before))
        .await
        .unwrap();
    assert_eq!(tx.last_plan_version(plan).await.unwrap(), 0);
    for (number, parent) in [(1, None), (2, Some(1))] {
        let version = version(plan, number, parent);
        tx.insert_plan_version(&version).await.unwrap();
    }
    let after = CafeSetUp::empty();
    let changed = NewSetUp {
        revision: 2,
        ..first(plan, &after)
    };
    tx.save_set_up(changed).await.unwrap();
    let stored = tx.plan::<CafeKind>(plan).await.unwrap().unwrap();
    assert_eq!((stored.set_up, stored.revision), (after, 2));
    let heads = tx.plan_versions::<CafeKind>(plan).await.unwrap().rows;
    let numbers: Vec<u32> = heads.iter().map(|head| head.number).collect();
    assert_eq!(numbers, [2, 1]);
    let seen = tx.set_up(plan, heads[0].set_up).await.unwrap();
    assert_eq!(seen, Some(before));
}

async fn an_event_has_one_plan_of_its_own_and_one_for_each_item(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    let event = with_event(&mut tx).await;
    let set_up = set_up();
    for (plan, item) in [(5, None), (6, Some(id(7))), (8, Some(id(9)))] {
        tx.insert_plan::<CafeKind>(event, item, first(id(plan), &set_up))
            .await
            .unwrap();
    }
    let plans = tx.plans_of_event::<CafeKind>(event).await.unwrap().rows;
    assert_eq!(plans.len(), 3);
    tx.commit().await.unwrap();
    for item in [None, Some(id(7))] {
        let mut tx = database.store.begin().await.unwrap();
        let second = tx
            .insert_plan::<CafeKind>(event, item, first(id(20), &set_up))
            .await;
        assert!(second.is_err(), "{item:?}");
    }
}

async fn the_plan_of_the_workshops_stands_beside_that_of_a_cafe(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    let event = with_event(&mut tx).await;
    let (cafe, workshops): (PlanId, PlanId) = (id(5), id(6));
    let set_up = set_up();
    tx.insert_plan::<CafeKind>(event, None, first(cafe, &set_up))
        .await
        .unwrap();
    let assigned = AssignmentSetUp::default();
    let begun = |plan: PlanId| NewSetUp {
        plan,
        revision: 1,
        set_up: &assigned,
        member: None,
        at: at(2),
    };
    tx.insert_plan::<AssignmentKind>(event, None, begun(workshops))
        .await
        .unwrap();
    let plans = tx
        .plans_of_event::<AssignmentKind>(event)
        .await
        .unwrap()
        .rows;
    assert_eq!((plans.len(), plans[0].id), (1, workshops));
    assert_eq!(plans[0].set_up, assigned);
    let cafes = tx.plans_of_event::<CafeKind>(event).await.unwrap().rows;
    assert_eq!((cafes.len(), cafes[0].id), (1, cafe));
    assert!(tx.plan::<CafeKind>(workshops).await.unwrap().is_none());
    let second = tx.insert_plan::<AssignmentKind>(event, None, begun(id(7)));
    assert!(second.await.is_err());
}

async fn an_unreadable_plan_or_version_hides_no_other(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    let event = with_event(&mut tx).await;
    let set_up = set_up();
    for (plan, item) in [(5, None), (6, Some(id(7)))] {
        let plan = id(plan);
        tx.insert_plan::<CafeKind>(event, item, first(plan, &set_up))
            .await
            .unwrap();
        for (number, parent) in [(1, None), (2, Some(1))] {
            let version = version(plan, number, parent);
            tx.insert_plan_version(&version).await.unwrap();
        }
        tx.set_current_version(plan, 2, 2).await.unwrap();
    }
    tx.commit().await.unwrap();
    database
        .run_sql("UPDATE plan_versions SET cause = 'nix' WHERE number = 2")
        .await;
    let mut reader = database.store.read().await.unwrap();
    let heads = reader.plan_versions::<CafeKind>(id(5)).await.unwrap();
    assert_eq!((heads.rows.len(), heads.unreadable.len()), (1, 1));
    assert_eq!(heads.unreadable[0].column, "cause");
    let read = readable(reader.plan_version::<CafeKind>(id(5), 2).await);
    assert_eq!(read.unwrap(), None);
    drop(reader);

    database
        .run_sql(
            "UPDATE plan_set_ups SET set_up = 'nix'
             WHERE plan_id = (SELECT id FROM plans WHERE agenda_item_id IS NULL)",
        )
        .await;
    let mut reader = database.store.read().await.unwrap();
    let plans = reader.plans_of_event::<CafeKind>(event).await.unwrap();
    assert_eq!(plans.rows.len(), 1);
    assert_eq!(plans.unreadable, without("plans", 5, "set_up"));
}
