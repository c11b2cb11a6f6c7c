//! Reasons of an assignment: true by the rows, the same for the person, and computed again from the files.

use groups::assign::Problem;
use model::{assignment::AssignmentRule, workshops::OfferKey};
use planner::{PlannerError, assignments::AssignmentMove, plans::RulePolicy};
use store::testing::TestDatabase;

use super::{
    SMALL,
    changes::{SCARCE, edit, person},
    checker::Rows,
    choose,
    given_congress::a_congress,
};

store::on_both_engines! {
    the_reasons_of_everybody_are_true,
    an_exported_assignment_is_computed_again,
    whoever_has_the_link_reads_the_published_reasons,
}

async fn the_reasons_of_everybody_are_true(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    let mut reasons = 0;
    for alternative in [None, Some(1), Some(2)] {
        choose(&congress, 1, alternative).await;
        let board = congress.board().await;
        let version = board.version.unwrap();
        let mut reader = congress.given.database.store.read().await.unwrap();
        let set_up = board.assignment.set_up();
        let rows = Rows::read(&mut reader, congress.event, set_up).await;
        drop(reader);
        let planner = &congress.given.planner;
        let access = congress.reads();
        let listed = planner.refused_first_wishes(&access).await.unwrap().refused;
        assert_eq!(listed.len(), rows.without_first_wish(&version.seating));
        for &id in &version.seating.people {
            let explanation = person(&congress, id).await.explanation.unwrap();
            assert_eq!(Some(explanation.fairness), version.head.quality.fairness);
            assert!(!explanation.is_changed_by_hand);
            rows.check_reasons(&version.seating, &explanation);
            let refused = explanation.slots.iter().map(|slot| slot.refused.len());
            reasons += refused.sum::<usize>();
            // The list says the same.
            for one in listed.iter().filter(|one| one.person == id) {
                let mut slots = explanation.slots.iter();
                let slot = slots.find(|slot| slot.slot == one.slot).unwrap();
                assert!(slot.refused.contains(&one.refused));
            }
        }
    }
    assert!(reasons > 60, "only {reasons} reasons were checked");
}

async fn an_exported_assignment_is_computed_again(database: TestDatabase) {
    let congress = a_congress(database, SCARCE).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    let planner = &congress.given.planner;
    let export = planner.export_assignment(&congress.reads()).await.unwrap();
    let (problem, plan) = (export.problem_json().unwrap(), export.plan_json().unwrap());
    for named in ["Muster", "Haus", "partner.example"] {
        assert!(!problem.contains(named) && !plan.contains(named), "{named}");
    }
    let board = congress.board().await;
    for person in &board.problem.people {
        let id = person.to_string();
        assert!(!problem.contains(&id) && !plan.contains(&id));
    }
    // Somebody else computes the same quality.
    let problem = Problem::from_json(&problem).unwrap();
    let computed = groups::assign::solve(&problem, &Unlimited).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&plan).unwrap();
    let quality = &board.version.as_ref().unwrap().head.quality;
    assert!(computed.proven);
    assert_eq!(serde_json::json!(computed.profile), plan["profile"]);
    assert_eq!(serde_json::json!(computed.best_wish), plan["best_wish"]);
    assert_eq!(plan["profile"], serde_json::json!(quality.profile));
    assert_eq!(
        computed.seats.len(),
        plan["seats"].as_array().unwrap().len()
    );
    // The seats of the plan are those of the version, by workshop and slot.
    let mut written: Vec<usize> = Vec::new();
    for offer in &problem.workshops {
        for slot in &problem.slots {
            let seats = plan["seats"].as_array().unwrap().iter();
            let there =
                seats.filter(|seat| seat["workshop"] == *offer.id && seat["slot"] == **slot);
            written.push(there.count());
        }
    }
    let seating = &board.version.as_ref().unwrap().seating;
    let mut stored: Vec<usize> = Vec::new();
    for &workshop in &board.problem.workshops {
        for &slot in &board.problem.slots {
            stored.push(seating.people_in(OfferKey { slot, workshop }).count());
        }
    }
    assert_eq!(written, stored);

    // Nobody else sees it before it is published, nor while people can wish.
    let slug = congress.given.slug(congress.event).await;
    let hidden = planner.export_published_assignment(&slug, None).await;
    assert!(matches!(hidden, Err(PlannerError::NotFound)));
    let open = planner.open_event(&slug, None).await.unwrap();
    assert_eq!(open.wishes.unwrap().assigned, None);
    let plan_id = board.assignment.plan.unwrap().id;
    let mut tx = congress.given.database.store.begin().await.unwrap();
    let published = Some((1, planner.now()));
    tx.set_published_version(plan_id, published).await.unwrap();
    tx.commit().await.unwrap();
    let early = planner.export_published_assignment(&slug, None).await;
    assert!(matches!(early, Err(PlannerError::NotFound)));
    assert_eq!(problem.seed, 0, "the seed is told at the deadline");
    let wishes = planner
        .open_event(&slug, None)
        .await
        .unwrap()
        .wishes
        .unwrap();
    assert_eq!(wishes.assigned, quality.fairness);
    // The seed is revealed at the deadline, and its hash is the one that was published before.
    assert_eq!(
        wishes.revealed_seed(wishes.closes.at - jiff::SignedDuration::from_secs(1)),
        None
    );
    let seed = wishes.revealed_seed(wishes.closes.at).unwrap();
    let until = wishes.closes.at.duration_since(planner.now());
    congress.given.clock.advance(until);
    let shown = planner.export_published_assignment(&slug, None).await;
    let shown = shown.unwrap();
    let problem = Problem::from_json(&shown.problem_json().unwrap()).unwrap();
    assert_eq!(seed, problem.seed);
    let own = planner.export_assignment(&congress.reads()).await.unwrap();
    assert_eq!(own.problem_json().unwrap(), shown.problem_json().unwrap());
    // Rules about people are nobody else's to read.
    let people = congress.people().await;
    congress
        .sets_rules(vec![AssignmentRule::Apart(people[..2].to_vec())])
        .await;
    let secret = planner.export_published_assignment(&slug, None).await;
    assert!(matches!(secret, Err(PlannerError::NotFound)));
}

async fn whoever_has_the_link_reads_the_published_reasons(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    let given = &congress.given;
    let token = given
        .comes(congress.event, crate::given::person("anna", None))
        .await;
    let link = given.link(&token);
    congress.is_assigned().await;
    let version = choose(&congress, 1, None).await;
    let planner = &given.planner;
    let hidden = planner.own_assignment(&link).await;
    assert!(matches!(hidden, Err(PlannerError::NotFound)));
    let plan = congress.board().await.assignment.plan.unwrap();
    let mut tx = given.database.store.begin().await.unwrap();
    let published = Some((version, planner.now()));
    tx.set_published_version(plan.id, published).await.unwrap();
    tx.commit().await.unwrap();
    let own = planner.own_assignment(&link).await.unwrap();
    let shown = person(&congress, own.registration.id).await.explanation;
    assert_eq!(Some(&own.explanation), shown.as_ref());
    // The file has as many people, and nobody else is asked for this number.
    let export = planner.export_assignment(&congress.reads()).await.unwrap();
    let problem = Problem::from_json(&export.problem_json().unwrap()).unwrap();
    assert_eq!(own.number, None, "people can still wish");
    let slug = given.slug(congress.event).await;
    let open = planner.open_event(&slug, None).await.unwrap();
    let closes = open.wishes.unwrap().closes.at;
    given.clock.advance(closes.duration_since(planner.now()));
    let number = planner.own_assignment(&link).await.unwrap().number.unwrap();
    assert_eq!(problem.people[number - 1].id, number.to_string());
    assert_eq!(problem.people[number - 1].organisation, None);
    // What organisers change afterwards is not published.
    let unseat = AssignmentMove::Unseat {
        person: own.registration.id,
        slot: congress.slots[0],
    };
    edit(&congress, version, unseat, RulePolicy::Break).await;
    let after = planner.own_assignment(&link).await.unwrap();
    assert_eq!(after.explanation, own.explanation);
}

/// A search that ends by itself.
struct Unlimited;

impl groups::SearchControl for Unlimited {
    fn should_stop(&self) -> bool {
        false
    }
}
