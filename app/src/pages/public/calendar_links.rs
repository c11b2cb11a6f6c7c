//! Links that put an event into a calendar: a file, and the forms of calendars on the web. Following a link to
//! Google or Outlook tells them about the event; the page itself asks them nothing.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{Event, EventDetails};
use ui::{
    text::{shortened, t},
    visit::planner,
};

/// The longest URL. Servers and mail programs cut longer ones.
const MOST_BYTES: usize = 2_000;

/// The most characters of the description.
const MOST_CHARACTERS: usize = 400;

/// Where a calendar's entry says that it takes place online.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryPlace {
    /// With the link to the online meeting, for a person with a seat.
    WithOnlineLink,
    Public,
}

/// The calendar file, and the same entry for Google and Outlook.
pub(super) fn calendar_links(
    event: &Event,
    file: String,
    page: Option<String>,
    place: EntryPlace,
) -> impl IntoView + use<> {
    let entry = CalendarEntry::of(event, page.map(|page| planner().link(&page)), place);
    let web = |name: &'static str, href: String| {
        let about = t!("event-calendar-entry");
        view! {
            <li>
                <a href=href rel="noopener noreferrer nofollow">
                    {name}<span class="unseen">" "{about}</span>
                </a>
            </li>
        }
    };
    view! {
        <p>{t!("event-calendar")}</p>
        <ul class="inline">
            <li><a href=file rel="nofollow">{t!("event-calendar-file")}</a></li>
            {web("Google", entry.google())}
            {web("Outlook", entry.outlook())}
        </ul>
    }
}

/// An event as calendars on the web take it.
struct CalendarEntry {
    title: String,
    starts: Timestamp,
    ends: Timestamp,
    place: String,
    summary: String,
    /// The URL of the event's page.
    page: Option<String>,
}

impl CalendarEntry {
    fn of(event: &Event, page: Option<String>, place: EntryPlace) -> Self {
        let EventDetails {
            title,
            summary,
            starts,
            ends,
            place: at,
            ..
        } = &event.details;
        let online = at.online_link.as_ref().map(|link| match place {
            EntryPlace::WithOnlineLink => link.to_string(),
            EntryPlace::Public => t!("event-online"),
        });
        Self {
            title: title.to_string(),
            starts: starts.at,
            ends: ends.at,
            place: at.in_one_line().or(online).unwrap_or_default(),
            summary: summary.to_string(),
            page,
        }
    }

    fn google(&self) -> String {
        let time = |at: Timestamp| at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let dates = format!("{}/{}", time(self.starts), time(self.ends));
        self.bounded(|description| {
            url(
                "https://calendar.google.com/calendar/render?action=TEMPLATE",
                &[
                    ("text", &self.title),
                    ("dates", &dates),
                    ("location", &self.place),
                    ("details", description),
                ],
            )
        })
    }

    fn outlook(&self) -> String {
        let time = |at: Timestamp| at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        let (starts, ends) = (time(self.starts), time(self.ends));
        self.bounded(|description| {
            url(
                "https://outlook.office.com/calendar/action/compose?rru=addevent",
                &[
                    ("subject", &self.title),
                    ("startdt", &starts),
                    ("enddt", &ends),
                    ("location", &self.place),
                    ("body", description),
                ],
            )
        })
    }

    /// The URL with as much of the description as fits.
    fn bounded(&self, url_with: impl Fn(&str) -> String) -> String {
        let page = self.page.as_deref().unwrap_or_default();
        let mut characters = MOST_CHARACTERS;
        loop {
            let summary = match characters {
                0 => String::new(),
                most => shortened(&self.summary, most),
            };
            let url = url_with(format!("{summary}\n\n{page}").trim());
            if url.len() <= MOST_BYTES || characters == 0 {
                return url;
            }
            characters /= 2;
        }
    }
}

/// A URL with parameters. Spaces are `%20`: Outlook shows a `+` as such.
fn url(base: &str, parameters: &[(&str, &str)]) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(parameters.iter().filter(|(_, value)| !value.is_empty()))
        .finish()
        .replace('+', "%20");
    format!("{base}&{query}")
}

#[cfg(test)]
mod tests {
    use super::{CalendarEntry, MOST_BYTES};

    fn entry() -> CalendarEntry {
        CalendarEntry {
            title: "Tag & Nacht + mehr".to_owned(),
            starts: "2027-04-15T12:00:00+02:00".parse().unwrap(),
            ends: "2027-04-16T14:00:00+02:00".parse().unwrap(),
            place: "Kongresshalle Leipzig, Pfaffendorfer Straße 31".to_owned(),
            summary: "Zwei Tage für alle.".to_owned(),
            page: Some("https://treffpunkt.example/events/kongress".to_owned()),
        }
    }

    #[test]
    fn times_are_utc_and_texts_are_encoded() {
        assert_eq!(
            entry().google(),
            "https://calendar.google.com/calendar/render?action=TEMPLATE\
             &text=Tag%20%26%20Nacht%20%2B%20mehr&dates=20270415T100000Z%2F20270416T120000Z\
             &location=Kongresshalle%20Leipzig%2C%20Pfaffendorfer%20Stra%C3%9Fe%2031\
             &details=Zwei%20Tage%20f%C3%BCr%20alle.%0A%0A\
             https%3A%2F%2Ftreffpunkt.example%2Fevents%2Fkongress"
        );
        let outlook = entry().outlook();
        assert!(
            outlook.starts_with(
                "https://outlook.office.com/calendar/action/compose?rru=addevent\
                 &subject=Tag%20%26%20Nacht%20%2B%20mehr\
                 &startdt=2027-04-15T10%3A00%3A00Z&enddt=2027-04-16T12%3A00%3A00Z&location="
            ),
            "{outlook}"
        );
    }

    #[test]
    fn a_long_description_is_cut_and_the_page_stays() {
        let long = CalendarEntry {
            summary: "Überlänge ".repeat(100),
            ..entry()
        };
        for url in [long.google(), long.outlook()] {
            assert!(url.len() <= MOST_BYTES, "{}", url.len());
            assert!(url.contains("%C2%A0%E2%80%A6%0A%0Ahttps%3A%2F%2F"), "{url}");
        }
    }
}
