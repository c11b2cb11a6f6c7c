//! A congress to begin with: three slots, workshops in turn, and people with wishes.

use model::{
    EventId, JobKind, JobState, RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentRule, AssignmentSetUp, OfferDecision},
    workshops::{OfferKey, SlotWay, WishList},
};
use planner::{
    access::{EventAccess, Organises, Reads},
    assignments::{AssignmentBoard, AssignmentOutcome},
    jobs::JobView,
    tables::Chosen,
    workshops::WorkshopEdit,
};
use store::testing::TestDatabase;

use super::checker::Rows;
use crate::{
    given::{Given, a_network, meeting},
    workshops::{add_slot, add_workshop, slot, workshop},
};

pub struct GivenCongress {
    pub given: Given,
    pub event: EventId,
    pub slots: Vec<SlotId>,
    pub workshops: Vec<WorkshopId>,
    most_wishes: usize,
}

/// The sizes of a congress.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub people: usize,
    pub workshops: usize,
    pub slots: usize,
    /// Most people in an offer.
    pub most: u32,
    /// Most wishes of a person.
    pub wishes: usize,
}

/// A published event. Every workshop is offered in one slot, every fifth in all. Some people wish for nothing.
pub async fn a_congress(database: TestDatabase, size: Size) -> GivenCongress {
    // On the heap: it would make the futures of all tests large.
    Box::pin(published_congress(database, size)).await
}

async fn published_congress(database: TestDatabase, size: Size) -> GivenCongress {
    let given = a_network(database).await;
    let created = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(meeting(None, vec![])))
        .await;
    let event = created.unwrap();
    let mut slots = Vec::new();
    for time in ["10:00", "13:00", "15:00"].iter().take(size.slots) {
        slots.push(add_slot(&given, event, slot(time, 90)).await);
    }
    let mut workshops = Vec::new();
    for number in 0..size.workshops {
        let own = [slots[number % slots.len()]];
        let offered = if number % 5 == 0 {
            &slots[..]
        } else {
            &own[..]
        };
        let mut new = workshop(&format!("Workshop {number}"), offered);
        new.details.most = Some(size.most);
        new.details.least = (number % 3 == 0).then_some(2);
        new.details.organisation_most = (number % 4 == 0).then_some(3);
        if number % 6 == 5 {
            new.clashes.insert(workshops[number - 1]);
        }
        workshops.push(add_workshop(&given, event, new).await);
    }
    let access = given.organises(event);
    given.planner.publish_event(&access).await.unwrap();
    let setup = crate::wishes::setup(None);
    given.planner.save_wish_setup(&access, setup).await.unwrap();
    let congress = GivenCongress {
        given,
        event,
        slots,
        workshops,
        most_wishes: size.wishes,
    };
    congress.registers(0..size.people).await;
    congress
}

impl GivenCongress {
    pub fn organises(&self) -> EventAccess<Organises> {
        self.given.organises(self.event)
    }

    pub fn reads(&self) -> EventAccess<Reads> {
        self.given.principal.reads_event(self.event)
    }

    /// Registers people by their numbers, with wishes that everybody has much alike.
    pub async fn registers(&self, numbers: std::ops::Range<usize>) {
        let lines = numbers.clone().map(|number| {
            let house = number % 7;
            format!("P{number:03},Muster,p{number:03}@partner.example,Haus {house}\n")
        });
        let lines: String = lines.collect();
        let table = format!("vorname,name,email,organisation\n{lines}");
        let chosen = Chosen::new();
        let access = self.organises();
        let imported = self.given.planner.import(&access, &table, &chosen);
        imported.await.unwrap();
        self.given.run_jobs().await;
        for number in numbers.filter(|number| number % 8 != 7) {
            let count = self.workshops.len();
            let wishes = (0..self.most_wishes)
                .map(|rank| (number * number + rank * rank * 3) % (count / 2 + rank * 2));
            let mut list = WishList::default();
            for wish in wishes.filter(|wish| *wish < count) {
                if list.rank(self.workshops[wish]).is_none() {
                    list.ranked.push(self.workshops[wish]);
                }
            }
            if number % 9 == 4 {
                list.absent.insert(self.slots[0]);
            }
            self.wishes(number, &list).await;
        }
    }

    pub async fn wishes(&self, number: usize, list: &WishList) {
        let id = self.person(number).await;
        let mut tx = self.given.database.store.begin().await.unwrap();
        tx.lock_wishes(id, self.given.planner.now()).await.unwrap();
        tx.save_wishes(id, list).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The person of this number.
    pub async fn person(&self, number: usize) -> RegistrationId {
        let mut reader = self.given.database.store.read().await.unwrap();
        let all = reader.registrations_of(self.event).await.unwrap().rows;
        let name = format!("P{number:03} Muster");
        all.iter().find(|one| one.person.name() == name).unwrap().id
    }

    /// Everybody, by their numbers.
    pub async fn people(&self) -> Vec<RegistrationId> {
        let mut reader = self.given.database.store.read().await.unwrap();
        let mut all = reader.registrations_of(self.event).await.unwrap().rows;
        all.sort_by_key(|one| one.person.name());
        all.iter().map(|one| one.id).collect()
    }

    pub fn offer(&self, slot: usize, workshop: usize) -> OfferKey {
        OfferKey {
            slot: self.slots[slot],
            workshop: self.workshops[workshop],
        }
    }

    pub async fn board(&self) -> AssignmentBoard {
        let planner = &self.given.planner;
        planner.assignment_board(&self.reads(), None).await.unwrap()
    }

    /// Offers a workshop only in a slot of another way.
    pub async fn moves_to_first_come(&self, workshop: WorkshopId) {
        let mut new = slot("17:00", 60);
        new.way = SlotWay::FirstCome;
        let slot = add_slot(&self.given, self.event, new).await;
        let stored = crate::workshops::programme(&self.given, self.event).await;
        let edit = WorkshopEdit {
            seen: stored.programme.workshop(workshop).unwrap().revision,
            new: crate::workshops::workshop("Workshop", &[slot]),
        };
        let access = self.organises();
        let planner = &self.given.planner;
        let changed = planner.change_workshop(&access, workshop, edit);
        changed.await.unwrap();
    }

    pub async fn places_late_people(&self) {
        let planner = &self.given.planner;
        let access = self.organises();
        let placed = planner.place_late_people(&access).await;
        assert!(placed.unwrap().is_some());
    }

    pub async fn decides(&self, decision: OfferDecision) {
        let planner = &self.given.planner;
        let access = self.organises();
        let decided = planner.decide_offer(&access, decision.offer(), Some(decision));
        decided.await.unwrap();
    }

    pub async fn sets_rules(&self, rules: Vec<AssignmentRule>) {
        let assignment = self.board().await.assignment;
        let new = AssignmentSetUp {
            rules,
            ..assignment.set_up()
        };
        let planner = &self.given.planner;
        let access = self.organises();
        let saved = planner.save_assignment_set_up(&access, assignment.revision(), new);
        saved.await.unwrap();
    }

    /// Computes assignments to the end.
    pub async fn assigns(&self) -> JobView {
        let planner = &self.given.planner;
        planner.assign_workshops(&self.organises()).await.unwrap();
        self.has_computed().await
    }

    /// Waits for the end of the latest search.
    pub async fn has_computed(&self) -> JobView {
        self.has_ended(JobKind::WorkshopsAssigned).await
    }

    /// Waits for the end of the latest job of a kind.
    pub async fn has_ended(&self, kind: JobKind) -> JobView {
        let planner = &self.given.planner;
        for _ in 0..1_200 {
            let jobs = planner.jobs_of_event(&self.organises()).await.unwrap();
            let mut searches = jobs.into_iter();
            let view = searches.find(|view| view.job.kind == kind);
            let view = view.unwrap();
            if !view.job.state.is_active() {
                return view;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the search does not end");
    }

    /// Computes assignments, which has to succeed. Returns the version and checks it, and those beside it.
    pub async fn is_assigned(&self) -> u32 {
        let view = self.assigns().await;
        assert_eq!(view.job.state, JobState::Done);
        let number = match view.assignment_outcome() {
            Some(AssignmentOutcome::Version { number, .. }) => number,
            outcome => panic!("{outcome:?}"),
        };
        self.checks(number).await;
        number
    }

    /// Recounts a version and those beside it.
    pub async fn checks(&self, number: u32) {
        let board = self.board().await;
        let plan = board.assignment.plan.unwrap();
        let mut reader = self.given.database.store.read().await.unwrap();
        let version: model::assignment::AssignmentVersion =
            reader.plan_version(plan.id, number).await.unwrap().unwrap();
        assert_eq!(version.broken, []);
        let set_up: AssignmentSetUp = reader
            .set_up(plan.id, version.head.set_up)
            .await
            .unwrap()
            .unwrap();
        let rows = Rows::read(&mut reader, self.event, set_up).await;
        rows.check(&version.seating, &version.head.quality);
        let beside = reader.plan_alternatives(plan.id, number).await.unwrap();
        let beside: Vec<planner::assignments::AssignmentAlternative> = beside;
        for found in beside {
            rows.check(&found.seating, &found.quality);
        }
    }
}
