//! Wishes for workshops: set up by an organiser, made by the personal link.

use jiff::SignedDuration;
use model::{
    EventId, Fault, SlotId, WorkshopId,
    workshops::{TieSeed, WishChange, WorkshopState},
};
use planner::{
    PlannerError,
    workshops::{Profile, WishSetupEdit, seed_hash},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, line, person},
    workshops::{add_slot, add_workshop, fault_of, programme, slot, workshop},
};

store::on_both_engines! {
    a_person_wishes_ranks_and_changes_their_mind,
    wishes_are_taken_until_they_close,
    what_cannot_come_true_is_refused_beside_the_wish,
    the_same_form_sent_by_two_hands_at_once_counts_once,
    the_seed_is_drawn_once_and_only_its_hash_is_public,
    contradictions_of_the_set_up_are_refused_beside_their_fields,
    the_demand_is_shown_if_the_organiser_wants_it,
    organisers_see_who_wishes_for_what_and_who_for_nothing,
    somebody_who_cancelled_wishes_no_more,
}

/// A published event with two slots; the first workshop is offered in both, the other two in the first.
pub struct Congress {
    pub event: EventId,
    pub slots: [SlotId; 2],
    pub workshops: [WorkshopId; 3],
}

pub fn setup(seen: Option<i64>) -> WishSetupEdit {
    WishSetupEdit {
        seen,
        closes: "2023-09-10T18:00".parse().unwrap(),
        occurrence: None,
        least: Some(2),
        shows_demand: true,
        allows_swaps: false,
        reminder_days: None,
    }
}

pub async fn congress(given: &Given) -> Congress {
    let event = crate::events::draft(given).await;
    let first = add_slot(given, event, slot("10:00", 90)).await;
    let second = add_slot(given, event, slot("13:00", 90)).await;
    let mut workshops = Vec::new();
    for (title, slots) in [
        ("Handwerk", &[first, second][..]),
        ("Pflege", &[first]),
        ("Sprache", &[first]),
    ] {
        let mut new = workshop(title, slots);
        new.details.most = Some(10);
        if title == "Pflege" {
            new.details.speakers = Some(line("Dr. Lea Muster, Jörg Graf"));
        }
        workshops.push(add_workshop(given, event, new).await);
    }
    let access = given.organises(event);
    given.planner.publish_event(&access).await.unwrap();
    let saved = given.planner.save_wish_setup(&access, setup(None));
    saved.await.unwrap();
    Congress {
        event,
        slots: [first, second],
        workshops: workshops.try_into().unwrap(),
    }
}

async fn wishes(
    given: &Given,
    token: &str,
    change: WishChange,
) -> Result<Vec<WorkshopId>, PlannerError> {
    let link = given.link(token);
    let list = given.planner.change_wishes(&link, change).await?;
    let page = given.planner.wish_page(&link).await.unwrap();
    assert_eq!(page.list, list);
    Ok(list.ranked)
}

async fn drawn_seed(given: &Given, event: EventId) -> TieSeed {
    let access = given.organises(event);
    let overview = given.planner.wish_overview(&access).await.unwrap();
    overview.setup.unwrap().seed
}

async fn a_person_wishes_ranks_and_changes_their_mind(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        slots: [first, _],
        workshops: [handwork, care, _],
    } = congress(&given).await;
    let token = given.comes(event, person("anna", None)).await;
    let page = given.planner.wish_page(&given.link(&token)).await.unwrap();
    assert!(page.is_open(given.planner.now()));
    assert_eq!((page.missing(), page.saved_at), (2, None));

    let added = wishes(&given, &token, WishChange::Add(handwork)).await;
    assert_eq!(added.unwrap(), [handwork]);
    let added = wishes(&given, &token, WishChange::Add(care)).await;
    assert_eq!(added.unwrap(), [handwork, care]);
    let up = WishChange::Move {
        workshop: care,
        rank: 1,
    };
    for _ in 0..2 {
        let moved = wishes(&given, &token, up.clone()).await;
        assert_eq!(moved.unwrap(), [care, handwork]);
    }
    let absent = WishChange::Attend {
        slot: first,
        attends: false,
    };
    wishes(&given, &token, absent).await.unwrap();
    let left = wishes(&given, &token, WishChange::Remove(care)).await;
    assert_eq!(left.unwrap(), [handwork]);
    let page = given.planner.wish_page(&given.link(&token)).await.unwrap();
    assert_eq!(page.list.absent, [first].into());
    assert_eq!(page.missing(), 1);
    assert_eq!(page.saved_at, Some(given.planner.now()));
}

async fn wishes_are_taken_until_they_close(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        workshops: [handwork, care, _],
        ..
    } = congress(&given).await;
    let token = given.comes(event, person("anna", None)).await;
    // From 1 August, noon, to a minute before 10 September, 18:00.
    given
        .clock
        .advance(SignedDuration::from_mins(40 * 24 * 60 + 6 * 60 - 1));
    wishes(&given, &token, WishChange::Add(handwork))
        .await
        .unwrap();
    given.clock.advance(SignedDuration::from_mins(1));
    let late = wishes(&given, &token, WishChange::Add(care)).await;
    let closed = Fault::WishesClosed {
        closed: "2023-09-10T18:00".parse().unwrap(),
    };
    assert_eq!(fault_of(late), ("workshop".to_owned(), closed));
    let page = given.planner.wish_page(&given.link(&token)).await.unwrap();
    assert_eq!(page.list.ranked, [handwork]);
    assert!(!page.is_open(given.planner.now()));

    // Whoever registers later is placed where there is room, and says in which order.
    let newcomer = given.comes(event, person("late", None)).await;
    let added = wishes(&given, &newcomer, WishChange::Add(care)).await;
    assert_eq!(added.unwrap(), [care]);
    let page = given.planner.wish_page(&given.link(&newcomer)).await;
    assert!(page.unwrap().is_open(given.planner.now()));
    given.clock.advance(SignedDuration::from_hours(24 * 365));
    let over = wishes(&given, &newcomer, WishChange::Add(handwork)).await;
    assert!(over.is_err(), "{over:?}");
    given.clock.advance(SignedDuration::from_hours(-24 * 365));

    // A later deadline opens them again, with a seed that nobody knows.
    let revealed = drawn_seed(&given, event).await;
    let later = WishSetupEdit {
        closes: "2023-09-12T18:00".parse().unwrap(),
        ..setup(Some(1))
    };
    let access = given.organises(event);
    given.planner.save_wish_setup(&access, later).await.unwrap();
    let added = wishes(&given, &token, WishChange::Add(care)).await;
    assert_eq!(added.unwrap(), [handwork, care]);
    let drawn = drawn_seed(&given, event).await;
    assert_ne!(drawn, revealed);
    let again = WishSetupEdit {
        closes: "2023-09-13T18:00".parse().unwrap(),
        ..setup(Some(2))
    };
    given.planner.save_wish_setup(&access, again).await.unwrap();
    assert_eq!(drawn_seed(&given, event).await, drawn, "nobody knows it");
}

async fn what_cannot_come_true_is_refused_beside_the_wish(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        workshops: [handwork, care, language],
        ..
    } = congress(&given).await;
    let token = given.comes(event, person("anna", None)).await;
    let access = given.organises(event);
    let off = given
        .planner
        .set_workshop_state(&access, language, WorkshopState::CalledOff);
    off.await.unwrap();
    let refused = wishes(&given, &token, WishChange::Add(language)).await;
    assert_eq!(fault_of(refused), ("workshop".to_owned(), Fault::CalledOff));
    let twice = WishChange::Order(vec![handwork, care, handwork]);
    let refused = wishes(&given, &token, twice).await;
    assert_eq!(fault_of(refused), ("ranked[2]".to_owned(), Fault::Twice));

    // Lea leads a workshop in the first slot.
    let mut lea = person("lea", None);
    (lea.given_name, lea.family_name) = (line("Lea"), line("Muster"));
    let token = given.comes(event, lea).await;
    let refused = wishes(&given, &token, WishChange::Add(care)).await;
    let title = "Pflege".to_owned();
    let leads = Fault::LeadsThen { title };
    assert_eq!(fault_of(refused), ("workshop".to_owned(), leads));
    let elsewhere = wishes(&given, &token, WishChange::Add(handwork)).await;
    assert_eq!(elsewhere.unwrap(), [handwork]);
}

async fn the_same_form_sent_by_two_hands_at_once_counts_once(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        workshops: [handwork, care, _],
        ..
    } = congress(&given).await;
    let token = given.comes(event, person("anna", None)).await;
    let ranked = WishChange::Order(vec![care, handwork]);
    let send = || wishes(&given, &token, ranked.clone());
    let (one, two, three) = tokio::join!(send(), send(), send());
    for saved in [one, two, three] {
        assert_eq!(saved.unwrap(), [care, handwork]);
    }
}

async fn the_seed_is_drawn_once_and_only_its_hash_is_public(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = congress(&given).await;
    let access = given.organises(event);
    let seed = drawn_seed(&given, event).await;
    let slug = given.slug(event).await;
    let open = given.planner.open_event(&slug, None).await.unwrap();
    assert_eq!(open.wishes.unwrap().seed_hash, seed_hash(seed));

    let changed = given.planner.save_wish_setup(&access, setup(Some(1)));
    changed.await.unwrap();
    assert_eq!(drawn_seed(&given, event).await, seed);
    let stale = given.planner.save_wish_setup(&access, setup(Some(1))).await;
    assert!(matches!(stale, Err(PlannerError::Conflict(_))));
}

async fn contradictions_of_the_set_up_are_refused_beside_their_fields(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress { event, .. } = congress(&given).await;
    let access = given.organises(event);
    let refusal = async |edit| fault_of(given.planner.save_wish_setup(&access, edit).await);
    // The first slot begins at ten.
    let late = WishSetupEdit {
        closes: "2023-09-19T10:01".parse().unwrap(),
        ..setup(Some(1))
    };
    let expected = ("closes".to_owned(), Fault::ClosesAfterSlot);
    assert_eq!(refusal(late).await, expected);
    let many = WishSetupEdit {
        least: Some(4),
        ..setup(Some(1))
    };
    let expected = ("least".to_owned(), Fault::AboveMaximum { most: 3 });
    assert_eq!(refusal(many).await, expected);
    let none = WishSetupEdit {
        least: Some(0),
        ..setup(Some(1))
    };
    let expected = ("least".to_owned(), Fault::OutOfRange { least: 1, most: 50 });
    assert_eq!(refusal(none).await, expected);
}

async fn the_demand_is_shown_if_the_organiser_wants_it(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        workshops: [handwork, care, _],
        ..
    } = congress(&given).await;
    let anna = given.comes(event, person("anna", None)).await;
    let ben = given.comes(event, person("ben", None)).await;
    for (token, workshop) in [(&anna, handwork), (&anna, care), (&ben, care)] {
        wishes(&given, token, WishChange::Add(workshop))
            .await
            .unwrap();
    }
    let page = given.planner.wish_page(&given.link(&ben)).await.unwrap();
    assert_eq!(page.demand.unwrap(), [(handwork, 1), (care, 2)].into());
    let hidden = WishSetupEdit {
        shows_demand: false,
        ..setup(Some(1))
    };
    let access = given.organises(event);
    given
        .planner
        .save_wish_setup(&access, hidden)
        .await
        .unwrap();
    let page = given.planner.wish_page(&given.link(&ben)).await.unwrap();
    assert_eq!(page.demand, None);
}

async fn organisers_see_who_wishes_for_what_and_who_for_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        workshops: [handwork, care, language],
        ..
    } = congress(&given).await;
    let anna = given.comes(event, person("anna", None)).await;
    let ben = given.comes(event, person("ben", None)).await;
    given.comes(event, person("carla", None)).await;
    wishes(&given, &anna, WishChange::Order(vec![care, handwork]))
        .await
        .unwrap();
    wishes(&given, &ben, WishChange::Add(care)).await.unwrap();
    let found = given.planner.wish_overview(&given.organises(event)).await;
    let found = found.unwrap();
    assert_eq!((found.people.len(), found.with_wishes()), (3, 2));
    assert_eq!(found.with_too_few(), 1);
    let without: Vec<_> = found
        .without_wishes()
        .map(|who| who.person.address.as_str())
        .collect();
    assert_eq!(without.len(), 1);
    assert!(without[0].starts_with("carla"), "{without:?}");
    let profile = |first, second| Profile {
        first,
        second,
        ..Profile::default()
    };
    let expected = [
        (handwork, profile(0, 1)),
        (care, profile(2, 0)),
        (language, profile(0, 0)),
    ];
    assert_eq!(found.profiles(), expected);
    assert_eq!(
        (found.seats(handwork), found.seats(care)),
        (Some(20), Some(10))
    );
    // The programme of other pages is the same.
    assert_eq!(programme(&given, event).await.programme, found.programme);
}

async fn somebody_who_cancelled_wishes_no_more(database: TestDatabase) {
    let given = a_network(database).await;
    let Congress {
        event,
        workshops: [handwork, ..],
        ..
    } = congress(&given).await;
    let token = given.comes(event, person("anna", None)).await;
    wishes(&given, &token, WishChange::Add(handwork))
        .await
        .unwrap();
    let link = given.link(&token);
    given.planner.cancel_own_registration(&link).await.unwrap();
    let refused = wishes(&given, &token, WishChange::Remove(handwork)).await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
    let found = given.planner.wish_overview(&given.organises(event)).await;
    assert_eq!(found.unwrap().with_wishes(), 0);
}
