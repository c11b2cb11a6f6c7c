use jiff::{SignedDuration, Timestamp};
use model::{
    Event, EventDetails, EventId, EventKind, EventState, EventTime, IanaTimeZone, Language, Line,
    Place, Slug, Text, Visibility,
};
use store::Attention;
use uuid::Uuid;

use super::{EventStatus, NextStep, NextSteps};
use crate::{assignments::WorkshopAttention, cafes::PlanAttention, events::Counts};

/// An event from 9:30 to 16:00 on Tuesday, 19 September 2023, in Berlin.
struct Given {
    event: Event,
    counts: Counts,
    attention: Attention,
    plans: PlanAttention,
    workshops: WorkshopAttention,
}

fn zone() -> IanaTimeZone {
    IanaTimeZone::parse("Europe/Berlin").unwrap()
}

fn time(local: &str) -> EventTime {
    EventTime::resolve(local.parse().unwrap(), zone().rules(), None).unwrap()
}

/// Noon on a day, in Berlin.
fn noon(day: &str) -> Timestamp {
    time(&format!("{day}T12:00")).at
}

fn given(state: EventState) -> Given {
    let event = Event {
        id: EventId::from(Uuid::nil()),
        network: Uuid::nil().into(),
        slug: Slug::parse("treffen").unwrap(),
        state,
        cancel_reason: None,
        link_key: String::new(),
        calendar_uid: String::new(),
        sequence: 0,
        organizer: model::EmailAddress::parse("treffen@iq.example").unwrap(),
        organizer_token: String::new(),
        revision: 0,
        details: EventDetails {
            kind: EventKind::NetworkMeeting,
            title: Line::parse("Netzwerktreffen").unwrap(),
            summary: Text::default(),
            plain_language: Text::default(),
            body: Text::default(),
            language: Language::De,
            time_zone: zone(),
            starts: time("2023-09-19T09:30"),
            ends: time("2023-09-19T16:00"),
            place: Place {
                name: Some(Line::parse("Volkshochschule").unwrap()),
                ..Place::default()
            },
            capacity: Some(70),
            contingents: Vec::new(),
            opens: None,
            closes: None,
            visibility: Visibility::Public,
            admission: model::Admission::Open,
            colleagues: model::ColleagueConfirmation::Each,
            funding_notice: Text::default(),
        },
    };
    Given {
        event,
        counts: Counts::default(),
        attention: Attention::default(),
        plans: PlanAttention::default(),
        workshops: WorkshopAttention::default(),
    }
}

fn published(confirmed: u32) -> Given {
    let mut given = given(EventState::Published);
    given.counts.confirmed = confirmed;
    given
}

impl Given {
    fn next(&self, now: Timestamp) -> NextSteps {
        EventStatus {
            event: &self.event,
            counts: self.counts,
            attention: &self.attention,
            plans: self.plans,
            workshops: self.workshops,
        }
        .next_steps(now)
    }

    fn steps(&self, day: &str) -> Vec<NextStep> {
        self.next(noon(day)).steps
    }
}

#[test]
fn a_draft_gets_place_and_agenda_before_it_is_published() {
    let mut given = given(EventState::Draft);
    given.event.details.place = Place::default();
    let all = [NextStep::AddPlace, NextStep::PlanAgenda, NextStep::Publish];
    assert_eq!(given.steps("2023-08-01"), all);
    given.event.details.place.online_link =
        Some(model::WebAddress::parse("https://meet.example/iq").unwrap());
    assert_eq!(given.steps("2023-08-01"), all[1..]);
    given.attention.agenda_items = 3;
    assert_eq!(given.steps("2023-08-01"), [NextStep::Publish]);
    assert_eq!(given.steps("2023-09-20"), [NextStep::MoveDraft]);
}

#[test]
fn a_cafe_needs_a_set_up_and_no_agenda() {
    let mut given = given(EventState::Draft);
    given.event.details.kind = EventKind::WorldCafe;
    given.attention.agenda_items = 0;
    let all = [NextStep::SetUpCafe, NextStep::Publish];
    assert_eq!(given.steps("2023-08-01"), all);
    given.plans.is_set_up = true;
    assert_eq!(given.steps("2023-08-01"), all[1..]);
}

#[test]
fn of_an_event_without_people_they_have_to_hear() {
    let mut given = published(0);
    assert_eq!(given.steps("2023-08-01"), [NextStep::ShareLink]);
    given.event.details.visibility = Visibility::Invitation;
    assert_eq!(given.steps("2023-08-01"), [NextStep::AddPeople]);
    given.counts.pending = 1;
    assert_eq!(given.steps("2023-08-01"), []);
}

#[test]
fn nobody_waits_unnoticed_while_there_are_seats() {
    let mut given = published(70);
    given.counts.waitlisted = 3;
    assert_eq!(given.steps("2023-08-01"), []);
    given.counts.confirmed = 68;
    let waiting = NextStep::SeatWaiting {
        waiting: 3,
        free: 2,
    };
    assert_eq!(given.steps("2023-08-01"), [waiting]);
}

#[test]
fn organisers_decide_about_those_who_ask_whether_seats_are_free_or_not() {
    let mut given = published(70);
    given.event.details.admission = model::Admission::Approved;
    assert_eq!(given.steps("2023-08-01"), []);
    given.counts.waitlisted = 3;
    let decide = NextStep::Decide { people: 3 };
    assert_eq!(given.steps("2023-08-01"), [decide]);
    given.counts.confirmed = 20;
    assert_eq!(given.steps("2023-08-01"), [decide]);
}

#[test]
fn who_got_no_mail_comes_first_and_needs_follow() {
    let mut given = published(20);
    given.attention.unreached = 2;
    given.attention.writers = 1;
    assert_eq!(
        given.steps("2023-09-10"),
        [
            NextStep::ReachPeople { people: 2 },
            NextStep::ReadAnswers { people: 1 },
        ]
    );
}

#[test]
fn a_registration_that_closes_within_a_week_asks_for_attention() {
    let mut given = published(62);
    given.event.details.closes = Some(time("2023-09-12T18:00"));
    let closes = time("2023-09-12T18:00").at;
    let quiet = given.next(noon("2023-09-01"));
    assert_eq!(quiet.steps, []);
    assert_eq!(
        quiet.quiet_until,
        Some(closes - SignedDuration::from_hours(7 * 24))
    );
    let fill = NextStep::FillSeats {
        closes,
        free: Some(8),
    };
    assert_eq!(given.steps("2023-09-06"), [fill]);
    given.counts.confirmed = 70;
    assert_eq!(given.steps("2023-09-06"), []);
    assert_eq!(
        given.steps("2023-09-13"),
        [NextStep::PrintList { people: 70 }]
    );
}

#[test]
fn on_its_day_an_event_is_held_from_midnight_of_its_clocks() {
    let given = published(62);
    let midnight = time("2023-09-19T00:00").at;
    let before = given.next(midnight - SignedDuration::from_secs(1));
    assert_eq!(before.steps, []);
    assert_eq!(before.quiet_until, Some(midnight));
    assert_eq!(given.next(midnight).steps, [NextStep::HoldEvent]);
    assert_eq!(given.steps("2023-09-19"), [NextStep::HoldEvent]);
}

#[test]
fn what_is_over_or_cancelled_is_the_template_of_what_comes() {
    assert_eq!(
        published(62).steps("2023-09-20"),
        [NextStep::PlanNext { people: 62 }]
    );
    assert_eq!(
        given(EventState::Cancelled).steps("2023-08-01"),
        [NextStep::PlanAgain]
    );
}

#[test]
fn whoever_may_only_read_is_offered_nothing_that_changes_an_event() {
    for step in [
        NextStep::HoldEvent,
        NextStep::ReadAnswers { people: 1 },
        NextStep::PrintList { people: 1 },
    ] {
        assert!(step.only_reads(), "{step:?}");
    }
    for step in [
        NextStep::Publish,
        NextStep::ShareLink,
        NextStep::ReachPeople { people: 1 },
        NextStep::PlanAgain,
    ] {
        assert!(!step.only_reads(), "{step:?}");
    }
}

#[test]
fn who_has_no_table_and_who_no_longer_comes_to_one_is_next() {
    let mut given = published(62);
    given.plans.is_unpublished = true;
    assert_eq!(given.steps("2023-08-01"), [NextStep::PublishPlan]);
    given.plans = PlanAttention {
        is_set_up: true,
        is_unpublished: true,
        without_table: 3,
        gone: 1,
        hosts_gone: 1,
        needs_unmet: 2,
    };
    assert_eq!(
        given.steps("2023-08-01"),
        [
            NextStep::ReplaceHosts { tables: 1 },
            NextStep::MeetNeeds { people: 2 },
            NextStep::SeatAtTables { people: 3 },
            NextStep::CloseGaps { people: 1 },
            NextStep::PublishPlan,
        ]
    );
    assert_eq!(
        given.steps("2023-09-20"),
        [NextStep::PlanNext { people: 62 }],
        "after the event the plan is history"
    );
}

#[test]
fn workshops_are_assigned_after_the_wishes_and_published_until_the_event() {
    let mut given = published(62);
    given.workshops.wishes_close = Some(time("2023-08-20T18:00"));
    let quiet = given.next(noon("2023-08-01"));
    assert_eq!(quiet.steps, []);
    assert_eq!(quiet.quiet_until, Some(time("2023-08-20T18:00").at));
    given.workshops.is_unassigned = true;
    assert_eq!(given.steps("2023-08-21"), [NextStep::AssignWorkshops]);
    given.workshops = WorkshopAttention {
        is_unassigned: false,
        is_outdated: true,
        without_workshop: 3,
        is_unpublished: true,
        ..given.workshops
    };
    assert_eq!(
        given.steps("2023-08-21"),
        [
            NextStep::RepairAssignment,
            NextStep::PlaceInWorkshops { people: 3 },
            NextStep::PublishWorkshops,
        ]
    );
    assert_eq!(
        given.steps("2023-09-20"),
        [NextStep::PlanNext { people: 62 }],
        "after the event the assignment is history"
    );
}
