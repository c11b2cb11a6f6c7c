//! Writes calendar objects for other programs to read: `samples <directory>`.
//!
//! Beside the `.ics` files stands `expected.tsv`, a line per file: name, start and end in UTC, UID,
//! title and description (its line breaks as `⏎`). It comes from the values, not from the bytes.

use std::{error::Error, fmt::Write as _, fs, path::Path};

use calendar::{Cancelled, Entry, Party, Status, cancellation, download, invitation};
use jiff::{
    Timestamp, ToSpan, Zoned,
    tz::{TimeZone, TimeZoneDatabase},
};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args_os()
        .nth(1)
        .ok_or("usage: samples <directory>")?;
    let mut samples = messages()?;
    samples.extend(texts()?);
    samples.extend(times()?);
    samples.extend(every_zone()?);
    write(&samples, Path::new(&directory))
}

/// A file and what a reader of it should see.
struct Sample {
    name: String,
    bytes: Vec<u8>,
    entry: Entry,
}

impl Sample {
    fn invitation(name: &str, entry: Entry) -> Result<Self, Box<dyn Error>> {
        let (name, bytes) = (name.to_owned(), invitation(&entry)?);
        Ok(Self { name, bytes, entry })
    }
}

fn write(samples: &[Sample], directory: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(directory)?;
    let mut expected = String::new();
    for Sample { name, bytes, entry } in samples {
        fs::write(directory.join(name).with_extension("ics"), bytes)?;
        let [starts, ends] = [&entry.starts, &entry.ends].map(Zoned::timestamp);
        let description = entry.description.replace('\n', "⏎");
        writeln!(
            expected,
            "{name}\t{starts}\t{ends}\t{}\t{}\t{description}",
            entry.uid, entry.title
        )?;
    }
    fs::write(directory.join("expected.tsv"), expected)?;
    Ok(())
}

fn meeting() -> Result<Entry, Box<dyn Error>> {
    let starts: Zoned = "2026-09-15T10:00[Europe/Berlin]".parse()?;
    Ok(Entry {
        uid: "01990f5e-7c00-7000-8000-000000000002@treffpunkt.example".to_owned(),
        sequence: 1,
        stamp: "2026-08-03T07:30:00Z".parse()?,
        ends: &starts + 6.hours(),
        starts,
        title: "Netzwerktreffen Sachsen".to_owned(),
        description: "Vorstellung der Teilprojekte, dann Weltcafé.\n\nAgenda: siehe Link."
            .to_owned(),
        location: Some(
            "Haus der Demokratie, Bernhard-Göring-Straße 152, Leipzig; Saal 2".to_owned(),
        ),
        url: Some("https://treffpunkt.example/netzwerktreffen-sachsen".to_owned()),
        organizer: Party {
            name: "Anna Müller".to_owned(),
            address: "antwort+k7q2m9x4t8wz@treffpunkt.example".to_owned(),
        },
        attendee: Some(Party {
            name: "Jörg \"Jogi\" O'Brien, VHS".to_owned(),
            address: "joerg.obrien@vhs.example".to_owned(),
        }),
    })
}

/// Each kind of message.
fn messages() -> Result<Vec<Sample>, Box<dyn Error>> {
    let entry = meeting()?;
    let bytes = [
        ("request", invitation(&entry)?),
        ("cancel-event", cancellation(&entry, Cancelled::WholeEvent)?),
        (
            "cancel-person",
            cancellation(&entry, Cancelled::OnlyThisPerson)?,
        ),
        ("publish-tentative", download(&entry, Status::Tentative)?),
        ("publish-confirmed", download(&entry, Status::Confirmed)?),
        ("publish-cancelled", download(&entry, Status::Cancelled)?),
    ];
    let samples = bytes.into_iter().map(|(name, bytes)| Sample {
        name: format!("message-{name}"),
        bytes,
        entry: entry.clone(),
    });
    Ok(samples.collect())
}

/// Texts that parsers stumble over. What is expected of them is what is written here, but for
/// the control characters, which [`injected`] is about.
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
        let mut entry = Entry {
            description: format!("{title}\n{title}"),
            ..meeting()?
        };
        entry.organizer.name.clone_from(&title);
        entry.title = title;
        samples.push(Sample::invitation(&format!("text-{name}"), entry)?);
    }
    let bare = Entry {
        description: String::new(),
        location: None,
        url: None,
        ..meeting()?
    };
    samples.push(Sample::invitation("text-none", bare)?);
    Ok(samples)
}

fn injected() -> Result<Sample, Box<dyn Error>> {
    let attack = "Treffen\r\nATTENDEE:mailto:x@evil.example\rMETHOD:CANCEL\nEND:VEVENT\0";
    let mut entry = Entry {
        title: attack.to_owned(),
        description: attack.to_owned(),
        ..meeting()?
    };
    attack.clone_into(&mut entry.organizer.name);
    let mut sample = Sample::invitation("text-injected", entry)?;
    let clean = "Treffen⏎ATTENDEE:mailto:x@evil.example⏎METHOD:CANCEL⏎END:VEVENT";
    sample.entry.title = clean.replace('⏎', " ");
    clean.clone_into(&mut sample.entry.description);
    Ok(sample)
}

/// Times that zones make difficult.
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
    let sample = |(name, starts, minutes): (&str, &str, i64)| {
        let starts: Zoned = starts.parse()?;
        let ends = &starts + minutes.minutes();
        Sample::invitation(
            &format!("time-{name}"),
            Entry {
                starts,
                ends,
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
            continue; // placeholders for a zone that nobody has set
        }
        for day in ["2027-01-15", "2027-07-15"] {
            let starts = format!("{day}T09:20:00Z")
                .parse::<Timestamp>()?
                .to_zoned(zone.clone());
            let ends = &starts + 90.minutes();
            let file = format!("zone-{}-{day}", name.as_str().replace('/', "-"));
            samples.push(Sample::invitation(
                &file,
                Entry {
                    starts,
                    ends,
                    ..meeting()?
                },
            )?);
        }
    }
    Ok(samples)
}
