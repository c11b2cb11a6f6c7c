//! Writes calendar objects for other parsers: `samples <directory>`.
//!
//! `expected.tsv` has a line per event of an `.ics` file: name, start and end in UTC, UID, summary and description
//! (line breaks as `⏎`). The second event of a file has `#2` behind the name. It is written from the values, not from
//! the bytes.

use std::{error::Error, fmt::Write as _, fs, path::Path};

use calendar::{
    CalendarError, CalendarUser, CancelScope, EventProperties, EventTemplate, FileEntry, Revision,
    Status,
};
use jiff::{
    Timestamp, ToSpan, Zoned,
    tz::{TimeZone, TimeZoneDatabase},
};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args_os()
        .nth(1)
        .ok_or("usage: samples <directory>")?;
    let mut samples = messages()?;
    samples.extend(workshops()?);
    samples.extend(texts()?);
    samples.extend(times()?);
    samples.extend(every_zone()?);
    write(&samples, Path::new(&directory))
}

/// A file and its expected content.
struct Sample {
    name: String,
    bytes: Vec<u8>,
    events: Vec<EventProperties>,
}

impl Sample {
    fn request(name: &str, event: EventProperties) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            name: name.to_owned(),
            bytes: EventTemplate::new(&event)?
                .request(&attendee(), revision()?)?
                .bytes,
            events: vec![event],
        })
    }
}

fn write(samples: &[Sample], directory: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(directory)?;
    let mut expected = String::new();
    for Sample {
        name,
        bytes,
        events,
    } in samples
    {
        fs::write(directory.join(name).with_extension("ics"), bytes)?;
        for (event, number) in events.iter().zip(1..) {
            let [start, end] = [&event.start, &event.end].map(Zoned::timestamp);
            let description = event.description.replace('\n', "⏎");
            let name = match number {
                1 => name.clone(),
                number => format!("{name}#{number}"),
            };
            writeln!(
                expected,
                "{name}\t{start}\t{end}\t{}\t{}\t{description}",
                event.uid, event.summary
            )?;
        }
    }
    fs::write(directory.join("expected.tsv"), expected)?;
    Ok(())
}

fn meeting() -> Result<EventProperties, Box<dyn Error>> {
    let start: Zoned = "2026-09-15T10:00[Europe/Berlin]".parse()?;
    Ok(EventProperties {
        uid: "01990f5e-7c00-7000-8000-000000000002@treffpunkt.example".to_owned(),
        end: &start + 6.hours(),
        start,
        summary: "Netzwerktreffen Sachsen".to_owned(),
        description: "Vorstellung der Teilprojekte, dann Weltcafé.\n\nAgenda: siehe Link."
            .to_owned(),
        location: Some(
            "Haus der Demokratie, Bernhard-Göring-Straße 152, Leipzig; Saal 2".to_owned(),
        ),
        url: Some("https://treffpunkt.example/netzwerktreffen-sachsen".to_owned()),
        organizer: CalendarUser {
            name: "Anna Müller".to_owned(),
            address: "antwort+k7q2m9x4t8wz@treffpunkt.example".to_owned(),
        },
    })
}

fn attendee() -> CalendarUser {
    CalendarUser {
        name: "Jörg \"Jogi\" O'Brien, VHS".to_owned(),
        address: "joerg.obrien@vhs.example".to_owned(),
    }
}

fn revision() -> Result<Revision, Box<dyn Error>> {
    Ok(Revision {
        sequence: 1,
        dtstamp: "2026-08-03T07:30:00Z".parse()?,
    })
}

/// Each kind of message.
fn messages() -> Result<Vec<Sample>, Box<dyn Error>> {
    let event = meeting()?;
    let template = EventTemplate::new(&event)?;
    let (attendee, revision) = (attendee(), revision()?);
    let messages = [
        ("request", template.request(&attendee, revision)?.bytes),
        (
            "cancel-event",
            template
                .cancel(&attendee, revision, CancelScope::Event)?
                .bytes,
        ),
        (
            "cancel-person",
            template
                .cancel(&attendee, revision, CancelScope::Attendee)?
                .bytes,
        ),
        (
            "file-tentative",
            file(template.clone(), revision, Status::Tentative)?,
        ),
        (
            "file-confirmed",
            file(template.clone(), revision, Status::Confirmed)?,
        ),
        (
            "file-cancelled",
            file(template.clone(), revision, Status::Cancelled)?,
        ),
    ];
    let samples = messages.into_iter().map(|(name, bytes)| Sample {
        name: format!("message-{name}"),
        bytes,
        events: vec![event.clone()],
    });
    Ok(samples.collect())
}

/// The entries of workshops, of seats that are assigned and of seats that are booked: alone as messages, and beside their
/// event in a file. The event lasts while the clocks go back, and one workshop is before that, the others after.
fn workshops() -> Result<Vec<Sample>, Box<dyn Error>> {
    let congress = between("2026-10-24T10:00", "2026-10-25T16:00", meeting()?)?;
    let workshop = |number: u32, room: &str| -> Result<EventProperties, Box<dyn Error>> {
        Ok(EventProperties {
            uid: format!("01990f5e-7c00-7000-8000-00000000001{number}@treffpunkt.example"),
            summary: format!("Workshop {number}: Anerkennung, einfach; schnell"),
            description: "Leitung: Hassan Ziegler\n\nNetzwerktreffen Sachsen".to_owned(),
            location: Some(room.to_owned()),
            url: None,
            ..meeting()?
        })
    };
    let first = between(
        "2026-10-24T13:00",
        "2026-10-24T14:30",
        workshop(1, "Raum 2.04")?,
    )?;
    let second = between("2026-10-25T09:00", "2026-10-25T10:30", workshop(2, "Aula")?)?;
    // Its seats are booked, it has neither speakers nor a room, and others go on beside it.
    let third = EventProperties {
        description: "Netzwerktreffen Sachsen".to_owned(),
        location: congress.location.clone(),
        ..between("2026-10-25T09:00", "2026-10-25T10:00", workshop(3, "")?)?
    };
    let all = vec![congress, first.clone(), second.clone(), third.clone()];
    let mut entries = Vec::new();
    for event in &all {
        entries.push(FileEntry {
            template: EventTemplate::new(event)?,
            revision: revision()?,
            status: Status::Confirmed,
        });
    }
    let cancelled = |name: &str, event: EventProperties, scope| -> Result<Sample, Box<dyn Error>> {
        let template = EventTemplate::new(&event)?;
        Ok(Sample {
            name: name.to_owned(),
            bytes: template.cancel(&attendee(), revision()?, scope)?.bytes,
            events: vec![event],
        })
    };
    Ok(vec![
        Sample::request("workshop-assigned", second.clone())?,
        Sample::request("workshop-booked", third.clone())?,
        // Somebody is assigned elsewhere, or gives a seat back.
        cancelled("workshop-left", first, CancelScope::Attendee)?,
        cancelled("workshop-given-back", third, CancelScope::Attendee)?,
        cancelled("workshop-called-off", second, CancelScope::Event)?,
        Sample {
            name: "workshop-file".to_owned(),
            bytes: calendar::file(&entries)?,
            events: all,
        },
    ])
}

/// An event from one time in Berlin to another.
fn between(
    start: &str,
    end: &str,
    event: EventProperties,
) -> Result<EventProperties, Box<dyn Error>> {
    Ok(EventProperties {
        start: format!("{start}[Europe/Berlin]").parse()?,
        end: format!("{end}[Europe/Berlin]").parse()?,
        ..event
    })
}

fn file(
    template: EventTemplate,
    revision: Revision,
    status: Status,
) -> Result<Vec<u8>, CalendarError> {
    calendar::file(&[FileEntry {
        template,
        revision,
        status,
    }])
}

/// Texts that are difficult to parse. The expected text is the given one, except in [`injected`].
fn texts() -> Result<Vec<Sample>, Box<dyn Error>> {
    let long = "Ein sehr langer Titel mit Umlauten: äöüß. ".repeat(12);
    let titles = [
        ("emoji", "👩🏽‍💻👨‍👩‍👧‍👦🇩🇪".repeat(12)),
        ("punctuation", r#"a,b;c:d\e\n"f"'g'^h=i"#.to_owned()),
        (
            "right-to-left",
            "اجتماع الشبكة (Leipzig) – פגישה".to_owned(),
        ),
        ("500-characters", long.trim().to_owned()),
        ("accents", format!("a{}", "\u{301}".repeat(200))),
    ];
    let mut samples = vec![injected()?];
    for (name, title) in titles {
        let mut event = EventProperties {
            description: format!("{title}\n{title}"),
            ..meeting()?
        };
        event.organizer.name.clone_from(&title);
        event.summary = title;
        samples.push(Sample::request(&format!("text-{name}"), event)?);
    }
    let minimal = EventProperties {
        description: String::new(),
        location: None,
        url: None,
        ..meeting()?
    };
    samples.push(Sample::request("text-none", minimal)?);
    Ok(samples)
}

fn injected() -> Result<Sample, Box<dyn Error>> {
    let attack = "Treffen\r\nATTENDEE:mailto:x@evil.example\rMETHOD:CANCEL\nEND:VEVENT\0";
    let mut event = EventProperties {
        summary: attack.to_owned(),
        description: attack.to_owned(),
        ..meeting()?
    };
    attack.clone_into(&mut event.organizer.name);
    let mut sample = Sample::request("text-injected", event)?;
    let clean = "Treffen⏎ATTENDEE:mailto:x@evil.example⏎METHOD:CANCEL⏎END:VEVENT";
    sample.events[0].summary = clean.replace('⏎', " ");
    clean.clone_into(&mut sample.events[0].description);
    Ok(sample)
}

/// Times near transitions, and in unusual zones.
fn times() -> Result<Vec<Sample>, Box<dyn Error>> {
    let times = [
        ("berlin-winter", "2026-12-15T10:00[Europe/Berlin]", 120),
        (
            "berlin-into-summer-time",
            "2026-03-29T01:30[Europe/Berlin]",
            60,
        ),
        (
            "berlin-out-of-summer-time",
            "2026-10-24T20:00[Europe/Berlin]",
            720,
        ),
        (
            "berlin-twice-first",
            "2026-10-25T02:30+02:00[Europe/Berlin]",
            45,
        ),
        (
            "berlin-twice-second",
            "2026-10-25T02:30+01:00[Europe/Berlin]",
            45,
        ),
        (
            "berlin-new-year",
            "2026-12-31T20:00[Europe/Berlin]",
            60 * 24 * 120,
        ),
        ("dublin-winter", "2026-01-15T10:00[Europe/Dublin]", 120),
        (
            "casablanca-ramadan",
            "2026-03-01T10:00[Africa/Casablanca]",
            120,
        ),
        (
            "casablanca-out-of-ramadan",
            "2026-03-22T01:00[Africa/Casablanca]",
            180,
        ),
        (
            "sao-paulo-last-summer-time",
            "2019-01-15T10:00[America/Sao_Paulo]",
            120,
        ),
        (
            "sao-paulo-after",
            "2019-07-15T10:00[America/Sao_Paulo]",
            120,
        ),
        ("apia-lost-day", "2011-12-29T10:00[Pacific/Apia]", 60 * 24),
        ("gaza-summer", "2026-07-15T10:00[Asia/Gaza]", 120),
        ("kathmandu", "2026-07-15T10:00[Asia/Kathmandu]", 120),
        (
            "lord-howe-into-summer-time",
            "2026-10-04T01:45[Australia/Lord_Howe]",
            60,
        ),
        (
            "troll-into-summer-time",
            "2026-03-29T00:30[Antarctica/Troll]",
            60,
        ),
        ("utc", "2026-07-15T10:00[UTC]", 120),
    ];
    let sample = |(name, start, minutes): (&str, &str, i64)| {
        let start: Zoned = start.parse()?;
        let end = &start + minutes.minutes();
        Sample::request(
            &format!("time-{name}"),
            EventProperties {
                start,
                end,
                ..meeting()?
            },
        )
    };
    times.into_iter().map(sample).collect()
}

/// Every zone, in January and in July.
fn every_zone() -> Result<Vec<Sample>, Box<dyn Error>> {
    let database = TimeZoneDatabase::bundled();
    let mut samples = Vec::new();
    for name in database.available() {
        let zone: TimeZone = database.get(name.as_str())?;
        if zone.iana_name().is_none_or(|name| name == "Factory") {
            continue; // the placeholder of an unset zone
        }
        for day in ["2027-01-15", "2027-07-15"] {
            let start = format!("{day}T09:20:00Z")
                .parse::<Timestamp>()?
                .to_zoned(zone.clone());
            let end = &start + 90.minutes();
            let file = format!("zone-{}-{day}", name.as_str().replace('/', "-"));
            samples.push(Sample::request(
                &file,
                EventProperties {
                    start,
                    end,
                    ..meeting()?
                },
            )?);
        }
    }
    Ok(samples)
}
