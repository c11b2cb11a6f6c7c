//! The faults of an event's form, and the inputs that show them.

use jiff::{SignedDuration, civil::date};
use model::{EventChange, Fault, IanaTimeZone, Line, Organisation};
use uuid::Uuid;

use super::{ContingentRow, EventForm};

fn form() -> EventForm {
    EventForm {
        kind: "network meeting".into(),
        title: "Netzwerktreffen".into(),
        language: "de".into(),
        time_zone: "Europe/Berlin".into(),
        starts_date: "2024-09-19".into(),
        starts_time: "09:30".into(),
        ends_time: "16:00".into(),
        visibility: "public".into(),
        admission: "open".into(),
        colleagues: "each".into(),
        ..EventForm::default()
    }
}

fn organisations() -> Vec<Organisation> {
    let line = |text| Line::parse(text).unwrap();
    vec![Organisation {
        id: Uuid::from_u128(1).into(),
        network: Uuid::from_u128(2).into(),
        name: line("EXIS Europa e. V."),
        short_name: Line::parse("EXIS Europa").unwrap(),
        region: None,
        field: None,
        parent: None,
        logo: None,
    }]
}

fn faults(form: &EventForm) -> Vec<(String, Fault)> {
    let checked = form
        .parse(&organisations())
        .and_then(|details| details.check())
        .map_err(|faults| faults.at(EventForm::input_of));
    match checked {
        Ok(()) => Vec::new(),
        Err(faults) => faults
            .iter()
            .map(|(field, fault)| (field.to_owned(), fault.clone()))
            .collect(),
    }
}

#[test]
fn an_event_ends_on_the_day_it_begins_unless_another_is_entered() {
    let details = form().parse(&[]).unwrap();
    assert_eq!(details.ends.local, date(2024, 9, 19).at(16, 0, 0, 0));
    let two_days = EventForm {
        ends_date: "2024-09-20".into(),
        ..form()
    };
    assert_eq!(
        two_days.parse(&[]).unwrap().ends.local,
        date(2024, 9, 20).at(16, 0, 0, 0)
    );
}

#[test]
fn everything_that_is_missing_is_named_at_once() {
    let fields: Vec<String> = faults(&EventForm::default())
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    for field in [
        "title",
        "starts_date",
        "starts_time",
        "ends_time",
        "time_zone",
        "kind",
    ] {
        assert!(
            fields.iter().any(|found| found == field),
            "{field} in {fields:?}"
        );
    }
}

#[test]
fn a_time_that_the_clocks_skip_is_refused_with_its_neighbours() {
    let skipped = EventForm {
        starts_date: "2024-03-31".into(),
        starts_time: "02:30".into(),
        ..form()
    };
    let fault = Fault::SkippedTime {
        before: "01:59".into(),
        after: "03:00".into(),
    };
    assert_eq!(faults(&skipped), [("starts_time".into(), fault)]);
}

#[test]
fn a_time_that_exists_twice_is_asked_about_and_then_taken() {
    let twice = EventForm {
        starts_date: "2024-10-27".into(),
        starts_time: "02:30".into(),
        ..form()
    };
    assert!(
        matches!(&faults(&twice)[..], [(field, Fault::TwiceTime { .. })] if field == "starts_which")
    );
    let at = |which: &str| {
        let said = EventForm {
            starts_which: which.into(),
            ..twice.clone()
        };
        said.parse(&[]).unwrap().starts.at
    };
    assert_eq!(
        at("first").duration_until(at("second")),
        SignedDuration::from_hours(1)
    );
}

#[test]
fn a_stored_time_that_exists_twice_comes_back_as_it_was() {
    let twice = EventForm {
        starts_date: "2024-10-27".into(),
        starts_time: "02:30".into(),
        starts_which: "second".into(),
        ..form()
    };
    let details = twice.parse(&[]).unwrap();
    let berlin = IanaTimeZone::parse("Europe/Berlin").unwrap();
    assert_eq!(
        super::local_datetime::which(details.starts, &berlin),
        "second"
    );
    assert_eq!(super::local_datetime::which(details.ends, &berlin), "");
}

#[test]
fn the_end_comes_after_the_beginning_and_the_window_before_the_end() {
    let wrong = EventForm {
        ends_time: "09:30".into(),
        closes_date: "2024-09-20".into(),
        ..form()
    };
    assert_eq!(
        faults(&wrong),
        [
            ("ends_time".into(), Fault::EndsBeforeStart),
            ("closes_date".into(), Fault::WindowOutside),
        ]
    );
}

#[test]
fn contingents_fit_into_the_capacity_and_name_each_organisation_once() {
    let exis = organisations()[0].id.to_string();
    let row = |organisation: &str, seats: &str| ContingentRow {
        organisation: organisation.into(),
        seats: seats.into(),
    };
    let too_many = EventForm {
        capacity: "5".into(),
        contingents: vec![row(&exis, "6"), row("", "")],
        ..form()
    };
    assert_eq!(
        faults(&too_many),
        [(
            "capacity".into(),
            Fault::ContingentsExceedCapacity { capacity: 5 }
        )]
    );
    let twice = EventForm {
        contingents: vec![row(&exis, "1"), row(&exis, "x")],
        ..form()
    };
    assert_eq!(
        faults(&twice),
        [
            ("contingents[1][organisation]".into(), Fault::Twice),
            ("contingents[1][seats]".into(), Fault::NoNumber),
        ]
    );
}

#[test]
fn only_web_addresses_become_links() {
    for link in [
        "javascript:alert(1)",
        "https://",
        "ftp://x.example",
        "http:///x",
        "https://x y",
    ] {
        let form = EventForm {
            online_link: link.into(),
            ..form()
        };
        assert_eq!(
            faults(&form),
            [("online_link".into(), Fault::NoUrl)],
            "{link}"
        );
    }
    let form = EventForm {
        online_link: "https://meet.example/a?b=c".into(),
        ..form()
    };
    assert!(faults(&form).is_empty());
}

#[test]
fn what_somebody_else_changed_is_taken_over_and_the_rest_stays() {
    let mine = EventForm {
        title: "Mein Titel".into(),
        ..form()
    };
    let stored = EventForm {
        title: "Konferenz".into(),
        ends_date: "2024-09-20".into(),
        ends_time: "17:00".into(),
        ..form()
    };
    let before = form().parse(&[]).unwrap();
    let mut changes = EventChange::between(&before, &stored.parse(&[]).unwrap());
    let details = mine.parse(&[]).unwrap();
    changes.retain(|change| change.is_undone_by(&details));
    let mut together = mine;
    together.take_over(&changes, &stored);
    assert_eq!(together.title, "Mein Titel");
    assert_eq!(together.ends_date, "2024-09-20");
    assert_eq!(together.ends_time, "17:00");
}

#[test]
fn a_form_with_faults_of_one_and_of_several_fields_shows_them_all() {
    let form = EventForm {
        title: String::new(),
        ends_time: "09:00".into(),
        closes_date: "2024-09-20".into(),
        capacity: "3".into(),
        contingents: vec![ContingentRow {
            organisation: Uuid::from_u128(1).to_string(),
            seats: "5".into(),
        }],
        ..form()
    };
    let faulty: Vec<String> = form
        .parse(&organisations())
        .unwrap_err()
        .iter()
        .map(|(field, _)| field.to_owned())
        .collect();
    assert_eq!(faulty, ["title", "ends_time", "closes_date", "capacity"]);
}
