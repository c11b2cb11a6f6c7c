//! Publishing an assignment: who is told what, what their calendars have, and who is not written to.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use model::{
    Text,
    assignment::{AssignmentSeating, AssignmentVersion, OfferDecision},
    workshops::{WishList, WorkshopState},
};
use planner::{
    PlannerError,
    access::ListAccess,
    assignments::{AssignmentPublication, Choice},
    registrations::Decision,
    timetables::WorkshopList,
    workshops::{NewOffer, WorkshopEdit, WorkshopInput},
};
use store::testing::TestDatabase;

use super::given_congress::{GivenCongress, Size, a_congress};
use crate::{
    calendar_messages::property,
    given::{address, line, person},
    workshop_calendars,
    workshops::programme,
};

store::on_both_engines! {
    everybody_gets_an_entry_for_each_workshop_once,
    a_later_publication_tells_only_those_whose_timetable_changed,
    another_room_is_an_update_and_other_speakers_keep_the_sequence,
    whoever_leaves_loses_the_workshops_and_gets_them_back_with_the_seat,
    a_cancelled_event_cancels_its_workshops,
    a_withdrawn_assignment_is_told_to_nobody,
    a_workshop_that_is_called_off_is_cancelled_for_its_people_alone,
    an_offer_that_is_called_off_is_cancelled_for_its_people_alone,
    whoever_leads_a_workshop_has_it_in_the_calendar,
    an_assignment_is_not_published_unseen,
    the_download_has_the_workshops_beside_the_event,
    speakers_see_who_comes_by_a_link_until_it_is_revoked,
    a_list_is_empty_before_publishing_and_closed_two_weeks_after_the_event,
    the_desk_sees_who_is_where,
    a_time_without_a_workshop_is_told_unless_the_person_is_not_there,
}

pub const TINY: Size = Size {
    people: 4,
    workshops: 4,
    slots: 2,
    most: 6,
    wishes: 2,
};

/// A congress of two slots, in which three of four people attend a workshop each time. The first workshop is offered in
/// both slots, each other one in one.
pub async fn a_planned_congress(database: TestDatabase) -> GivenCongress {
    let congress = Box::pin(a_congress(database, TINY)).await;
    let version = Box::pin(congress.is_assigned()).await;
    let choice = Choice {
        version,
        alternative: None,
        seen: None,
    };
    let access = congress.organises();
    let planner = &congress.given.planner;
    planner.choose_assignment(&access, choice).await.unwrap();
    let seats = [(0, [0, 1]), (1, [0, 1]), (2, [2, 1])];
    congress.seats(&seats).await;
    congress
}

impl GivenCongress {
    /// Writes a version in which people, by their numbers, attend these workshops slot by slot, and makes it the
    /// current one.
    pub async fn seats(&self, seats: &[(usize, [usize; 2])]) -> u32 {
        let plan = self.board().await.assignment.plan.unwrap();
        let mut people = Vec::new();
        for (number, _) in seats {
            people.push(self.person(*number).await);
        }
        let position = |slot: usize| {
            let seat = seats
                .iter()
                .map(move |(_, row)| u16::try_from(row[slot]).ok());
            seat.collect()
        };
        let mut tx = self.given.database.store.begin().await.unwrap();
        let last = tx.last_plan_version(plan.id).await.unwrap();
        let known: Option<AssignmentVersion> = tx.plan_version(plan.id, last).await.unwrap();
        let mut version = known.unwrap();
        version.head.parent = plan.current;
        version.head.number = last + 1;
        version.seating = AssignmentSeating {
            people,
            slots: self.slots.clone(),
            workshops: self.workshops.clone(),
            seats: vec![position(0), position(1)],
        };
        tx.insert_plan_version(&version).await.unwrap();
        let number = version.head.number;
        tx.set_current_version(plan.id, number, number)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        number
    }

    pub async fn publication(&self) -> AssignmentPublication {
        let planner = &self.given.planner;
        let access = self.organises();
        planner.assignment_publication(&access).await.unwrap()
    }

    /// Publishes the current version, and lets its mails arrive.
    pub async fn publishes(&self) {
        self.publishes_unsent().await;
        self.given.mails_arrive().await;
    }

    pub async fn publishes_unsent(&self) {
        let version = self.publication().await.version.unwrap();
        let access = self.organises();
        let planner = &self.given.planner;
        planner.publish_assignment(&access, version).await.unwrap();
        self.given.run_jobs().await;
    }

    /// Method, SEQUENCE and text of the calendar messages about workshops to a person, in the order of the mails.
    pub async fn entries(&self, number: usize) -> Vec<(String, u32, String)> {
        workshop_calendars::entries(&self.given, &format!("p{number:03}")).await
    }

    /// The workshops in a person's calendar by UID, with their rooms.
    async fn calendar(&self, number: usize) -> BTreeMap<String, (String, String)> {
        workshop_calendars::calendar(&self.given, &format!("p{number:03}")).await
    }

    /// The titles of the workshops in a person's calendar.
    pub async fn titles(&self, number: usize) -> BTreeSet<String> {
        let calendar = self.calendar(number).await;
        calendar.into_values().map(|(title, _)| title).collect()
    }

    pub async fn edits(&self, workshop: usize, edit: impl FnOnce(&mut WorkshopInput)) {
        let planned = programme(&self.given, self.event).await;
        let id = self.workshops[workshop];
        let known = planned.programme.workshop(id).unwrap();
        let mut new = WorkshopInput {
            details: known.details.clone(),
            offers: planned
                .programme
                .offers_of(id)
                .map(|(offer, slot)| NewOffer {
                    slot: slot.id,
                    room: offer.room.clone(),
                })
                .collect(),
            clashes: planned.programme.clashes_of(id).collect(),
        };
        edit(&mut new);
        let edit = WorkshopEdit {
            seen: known.revision,
            new,
        };
        let access = self.organises();
        let planner = &self.given.planner;
        planner.change_workshop(&access, id, edit).await.unwrap();
    }
}

pub fn titles(numbers: &[usize]) -> BTreeSet<String> {
    let title = |number: &usize| format!("Workshop {number}");
    numbers.iter().map(title).collect()
}

async fn everybody_gets_an_entry_for_each_workshop_once(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    let before = congress.publication().await;
    assert_eq!(before.recipients.len(), 3);
    assert_eq!(before.mails(), 6);
    assert!(before.recipients.iter().all(|one| one.before.is_empty()));
    let fourth = congress.person(3).await;
    assert!(before.without_workshop.contains(&fourth));
    assert!(congress.entries(0).await.is_empty());

    congress.publishes().await;
    let calendar = congress.calendar(0).await;
    assert_eq!(congress.titles(0).await, titles(&[0, 1]));
    assert!(calendar.values().all(|(_, room)| room == "Raum 3"));
    assert!(congress.entries(3).await.is_empty());
    let shared = congress.calendar(1).await;
    assert_eq!(calendar, shared, "a workshop has one UID");
    let entries = congress.entries(0).await;
    assert!(
        entries[0]
            .2
            .contains("DTSTART;TZID=Europe/Berlin:20230919T100000")
    );
    assert!(!entries[0].2.contains("P001"), "{}", entries[0].2);

    assert!(!congress.publication().await.has_effect());
    congress.publishes().await;
    assert_eq!(congress.entries(0).await.len(), 2);
}

async fn a_later_publication_tells_only_those_whose_timetable_changed(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    congress
        .seats(&[(0, [0, 1]), (1, [2, 1]), (2, [2, 1])])
        .await;
    assert_eq!(congress.entries(1).await.len(), 2, "an edit tells nobody");
    let publication = congress.publication().await;
    let [moved] = &publication.recipients[..] else {
        panic!("{:?}", publication.recipients);
    };
    assert_eq!(moved.person, congress.person(1).await);
    assert_eq!(moved.before[0].title, "Workshop 0");
    assert_eq!(moved.after[0].title, "Workshop 2");

    // A mail that waits is replaced by the next one.
    congress.publishes_unsent().await;
    congress
        .seats(&[(0, [0, 1]), (1, [0, 1]), (2, [2, 1])])
        .await;
    assert!(congress.publication().await.recipients.is_empty());
    congress.publishes().await;
    assert_eq!(congress.entries(1).await.len(), 2, "it was taken back");

    congress
        .seats(&[(0, [0, 1]), (1, [2, 1]), (2, [2, 1])])
        .await;
    congress.publishes().await;
    assert_eq!(congress.titles(1).await, titles(&[1, 2]));
    let entries = congress.entries(1).await;
    let messages: Vec<_> = entries.iter().map(|one| (one.0.as_str(), one.1)).collect();
    assert_eq!(
        messages[2..],
        [("CANCEL", 1), ("REQUEST", 0)],
        "{messages:?}"
    );
    assert!(!entries[2].2.contains("STATUS:CANCELLED"));
    assert_eq!(congress.entries(0).await.len(), 2);
    assert_eq!(congress.entries(2).await.len(), 2);
}

async fn another_room_is_an_update_and_other_speakers_keep_the_sequence(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    congress
        .edits(2, |new| new.offers[0].room = Some(line("Aula")))
        .await;
    let publication = congress.publication().await;
    assert!(publication.has_effect());
    let people: Vec<_> = publication
        .recipients
        .iter()
        .map(|one| one.person)
        .collect();
    assert_eq!(people, [congress.person(2).await]);
    congress.publishes().await;
    congress
        .edits(2, |new| new.details.speakers = Some(line("Hassan Ziegler")))
        .await;
    congress.publishes().await;
    let entries = congress.entries(2).await;
    let of_workshop: Vec<_> = entries
        .iter()
        .filter(|(_, _, text)| property(text, "SUMMARY") == "Workshop 2")
        .collect();
    let messages: Vec<_> = of_workshop
        .iter()
        .map(|(method, sequence, text)| (method.as_str(), *sequence, property(text, "LOCATION")))
        .collect();
    let [room, aula] = ["Raum 3", "Aula"];
    assert_eq!(
        messages,
        [
            ("REQUEST", 0, room),
            ("REQUEST", 1, aula),
            ("REQUEST", 1, aula)
        ]
    );
    assert!(of_workshop[2].2.contains("Hassan Ziegler"));
    assert_eq!(congress.entries(0).await.len(), 2);
    let mails = congress.given.mails_to(&address("p002")).await;
    let (line, message) = &mails[mails.len() - 2];
    assert!(line.subject.starts_with("Geändert: Ihr Workshop"));
    let parsed = mail_parser::MessageParser::default()
        .parse(message.as_bytes())
        .unwrap();
    let text = parsed.body_text(0).unwrap();
    assert!(text.contains("bisher: Raum 3"), "{text}");
    assert!(text.contains("jetzt: Aula"), "{text}");
}

async fn whoever_leaves_loses_the_workshops_and_gets_them_back_with_the_seat(
    database: TestDatabase,
) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let planner = &congress.given.planner;
    let first = congress.person(0).await;
    let access = congress.given.organises_registration(first);
    planner.decide(&access, Decision::Cancel).await.unwrap();
    congress.given.mails_arrive().await;
    assert!(congress.titles(0).await.is_empty());
    let entries = congress.entries(0).await;
    let cancelled: Vec<_> = entries[2..]
        .iter()
        .map(|one| (one.0.as_str(), one.1))
        .collect();
    assert_eq!(cancelled, [("CANCEL", 1), ("CANCEL", 1)]);
    assert_eq!(congress.entries(1).await.len(), 2);

    congress.given.clock.advance(SignedDuration::from_mins(5));
    congress
        .given
        .comes(congress.event, person("p000", None))
        .await;
    congress.given.mails_arrive().await;
    assert_eq!(congress.titles(0).await, titles(&[0, 1]));
    let entries = congress.entries(0).await;
    let again: Vec<_> = entries[4..]
        .iter()
        .map(|one| (one.0.as_str(), one.1))
        .collect();
    assert_eq!(again, [("REQUEST", 2), ("REQUEST", 2)]);
}

async fn a_cancelled_event_cancels_its_workshops(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let access = congress.organises();
    let planner = &congress.given.planner;
    let reason = Text::parse("Wasserschaden").unwrap();
    planner.cancel_event(&access, reason).await.unwrap();
    congress.given.run_jobs().await;
    congress.given.mails_arrive().await;
    for number in 0..3 {
        assert!(congress.titles(number).await.is_empty());
        let entries = congress.entries(number).await;
        assert_eq!(entries.len(), 4);
        assert!(
            entries[3].2.contains("STATUS:CANCELLED"),
            "{}",
            entries[3].2
        );
    }
    assert!(congress.entries(3).await.is_empty());
}

async fn a_withdrawn_assignment_is_told_to_nobody(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    let withdraw = || async {
        let planner = &congress.given.planner;
        planner
            .withdraw_assignment(&congress.organises())
            .await
            .unwrap();
        congress.given.run_jobs().await;
    };
    congress.publishes_unsent().await;
    withdraw().await;
    assert!(congress.entries(0).await.is_empty(), "nothing was sent yet");
    congress.publishes().await;
    assert_eq!(congress.entries(0).await.len(), 2);
    withdraw().await;
    congress
        .seats(&[(0, [2, 1]), (1, [0, 1]), (2, [2, 1])])
        .await;
    assert_eq!(congress.entries(0).await.len(), 2);
    // The next one begins with what calendars have.
    let recipients = congress.publication().await.recipients;
    assert_eq!(recipients.len(), 1);
    congress.publishes().await;
    assert_eq!(congress.titles(0).await, titles(&[1, 2]));
    assert_eq!(congress.entries(1).await.len(), 2);
}

async fn a_workshop_that_is_called_off_is_cancelled_for_its_people_alone(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let access = congress.organises();
    let workshop = congress.workshops[2];
    let planner = &congress.given.planner;
    planner
        .set_workshop_state(&access, workshop, WorkshopState::CalledOff)
        .await
        .unwrap();
    let publication = congress.publication().await;
    let people: Vec<_> = publication
        .recipients
        .iter()
        .map(|one| one.person)
        .collect();
    let third = congress.person(2).await;
    assert_eq!(people, [third]);
    assert!(publication.without_workshop.contains(&third));
    congress.publishes().await;
    assert_eq!(congress.titles(2).await, titles(&[1]));
    assert_eq!(congress.entries(0).await.len(), 2);
}

async fn an_offer_that_is_called_off_is_cancelled_for_its_people_alone(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    // The first two people attend the first workshop in the first slot. It takes place in the second slot, too.
    let offer = congress.offer(0, 0);
    congress.decides(OfferDecision::CallOff(offer)).await;
    let publication = congress.publication().await;
    let told: BTreeSet<_> = publication
        .recipients
        .iter()
        .map(|one| one.person)
        .collect();
    let its_people = BTreeSet::from([congress.person(0).await, congress.person(1).await]);
    assert_eq!(told, its_people);
    let without: BTreeSet<_> = publication.without_workshop.iter().copied().collect();
    assert!(its_people.is_subset(&without), "{without:?}");
    congress.publishes().await;
    assert_eq!(congress.titles(0).await, titles(&[1]));
    assert_eq!(congress.entries(2).await.len(), 2);
}

async fn whoever_leads_a_workshop_has_it_in_the_calendar(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress
        .edits(2, |new| {
            new.details.speakers = Some(line("Dr. P003 Muster"));
        })
        .await;
    congress.publishes().await;
    assert_eq!(congress.titles(3).await, titles(&[2]));
    let entries = congress.entries(3).await;
    assert!(entries[0].2.contains("Sie leiten diesen Workshop"));
}

async fn an_assignment_is_not_published_unseen(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    let planner = &congress.given.planner;
    let access = congress.organises();
    let refused = planner.publish_assignment(&access, 1).await;
    assert!(matches!(refused, Err(PlannerError::Conflict(_))));
}

async fn the_download_has_the_workshops_beside_the_event(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let mails = congress.given.mails_to(&address("p000")).await;
    let token = crate::given::token_in(&mails.last().unwrap().1);
    let planner = &congress.given.planner;
    let page = planner
        .personal_page(&congress.given.link(&token))
        .await
        .unwrap();
    assert_eq!(page.workshops.visits.len(), 2);
    let bytes = planner.personal_calendar(&page).unwrap();
    assert_eq!(calendar::lint(&bytes), []);
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 3);
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    for uid in congress.calendar(0).await.keys() {
        assert!(text.contains(uid), "{uid} in {text}");
    }
}

impl GivenCongress {
    /// Makes links to the lists of all workshops; gives the secrets in the order of the workshops.
    pub async fn list_tokens(&self) -> Vec<String> {
        let planner = &self.given.planner;
        let access = self.organises();
        let sheet = planner.make_list_links(&access, None).await.unwrap();
        let links = planner.list_links(&access, Some(sheet.reveal())).await;
        let links = links.unwrap().workshops.into_iter();
        links
            .map(|one| {
                assert_eq!(one.working, 1);
                let link = one.link.unwrap();
                link.rsplit_once('/').unwrap().1.to_owned()
            })
            .collect()
    }

    pub async fn list(&self, token: &str) -> Result<WorkshopList, PlannerError> {
        let access = ListAccess::new(token, &self.given.client);
        self.given.planner.workshop_list(&access).await
    }
}

fn names(list: &WorkshopList) -> Vec<String> {
    let people = list.people.iter();
    people.map(|person| person.person.name()).collect()
}

async fn speakers_see_who_comes_by_a_link_until_it_is_revoked(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let tokens = congress.list_tokens().await;
    let list = congress.list(&tokens[0]).await.unwrap();
    assert_eq!(names(&list), ["P000 Muster", "P001 Muster"]);
    assert_eq!(list.rosters.len(), 1, "nobody comes in the other slot");
    assert_eq!(list.rosters[0].people.len(), 2);
    assert!(list.questions.is_empty());
    let other = congress.list(&tokens[1]).await.unwrap();
    assert_eq!(names(&other).len(), 3);

    let planner = &congress.given.planner;
    let access = congress.organises();
    let first = Some(congress.workshops[0]);
    planner.revoke_list_links(&access, first).await.unwrap();
    let refused = congress.list(&tokens[0]).await;
    assert!(
        matches!(refused, Err(PlannerError::NotFound)),
        "{refused:?}"
    );
    congress.list(&tokens[1]).await.unwrap();
    let without_sheet = planner.list_links(&access, None).await.unwrap();
    assert!(without_sheet.workshops.iter().all(|one| one.link.is_none()));
    assert_eq!(without_sheet.workshops[0].working, 0);
}

async fn a_list_is_empty_before_publishing_and_closed_two_weeks_after_the_event(
    database: TestDatabase,
) {
    let congress = a_planned_congress(database).await;
    let tokens = congress.list_tokens().await;
    let list = congress.list(&tokens[1]).await.unwrap();
    assert!(list.rosters.is_empty() && list.people.is_empty());
    congress.publishes().await;
    let planner = &congress.given.planner;
    let event = planner
        .programme(&congress.organises())
        .await
        .unwrap()
        .event;
    let left = event.details.ends.at.duration_since(planner.now());
    let days = |days: i64| SignedDuration::from_hours(24 * days);
    congress.given.clock.advance(left + days(13));
    congress.list(&tokens[1]).await.unwrap();
    congress.given.clock.advance(days(2));
    let closed = congress.list(&tokens[1]).await;
    assert!(matches!(closed, Err(PlannerError::NotFound)), "{closed:?}");
}

async fn the_desk_sees_who_is_where(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    let planner = &congress.given.planner;
    let day = planner.workshop_day(&congress.reads()).await.unwrap();
    assert!(day.rosters.is_none());
    congress.publishes().await;
    let day = planner.workshop_day(&congress.reads()).await.unwrap();
    let visits: Vec<usize> = day.people.iter().map(|one| one.visits.len()).collect();
    assert_eq!(visits, [2, 2, 2, 0]);
    // The fourth has no seat, and neither comes nor leads.
    let free: Vec<usize> = day.people.iter().map(|one| one.free.len()).collect();
    assert_eq!(free, [0, 0, 0, 2]);
    let slots: Vec<_> = day.event_slots().collect();
    let (first, second) = (slots[0], slots[1]);
    assert_eq!(day.present_slot(planner.now()), Some(first));
    assert_eq!(day.present_slot(first.1), Some(second));
    assert_eq!(day.present_slot(second.1), Some(second));
}

async fn a_time_without_a_workshop_is_told_unless_the_person_is_not_there(database: TestDatabase) {
    let congress = Box::pin(a_planned_congress(database)).await;
    // The first person has no seat in the second slot; the second one does not come then.
    let away = WishList {
        absent: [congress.slots[1]].into(),
        ..WishList::default()
    };
    congress.wishes(1, &away).await;
    let none = usize::MAX;
    congress.seats(&[(0, [0, none]), (1, [0, none])]).await;
    congress.publishes().await;
    let planner = &congress.given.planner;
    let day = planner.workshop_day(&congress.reads()).await.unwrap();
    let free: Vec<usize> = day.people.iter().map(|one| one.free.len()).collect();
    assert_eq!(free[..2], [1, 0]);
    let second = day.people[0].free[0];
    assert!(second.begins >= day.people[0].visits[0].ends);
    let told = |number: usize| {
        let given = &congress.given;
        async move {
            let mails = given.mails_to(&address(&format!("p{number:03}"))).await;
            mails.iter().any(|(_, text)| text.contains("kein Workshop"))
        }
    };
    assert!(told(0).await);
    assert!(!told(1).await);
}
