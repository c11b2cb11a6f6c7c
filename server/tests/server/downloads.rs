//! The downloads.

use crate::test_server::TestServer;

/// A demo server and the cookie of its organiser.
fn demo_with_organiser() -> (TestServer, String) {
    let demo = TestServer::start("demo", &[]);
    let token = demo.link_token();
    let signed_in = demo.post("/do/sign-in", &[("token", &token)]);
    let cookie = signed_in.header("set-cookie");
    let cookie = cookie.split(';').next().unwrap().to_owned();
    (demo, cookie)
}

/// The first text between `before` and `after`.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("{before} in {text}"));
    rest.split_once(after).unwrap().0
}

#[test]
fn a_public_event_has_a_calendar_file() {
    let demo = TestServer::start("demo", &[]);
    let slug = between(&demo.get("/").text(), "href=\"/events/", "\"").to_owned();
    let file = demo.get(&format!("/events/{slug}/event.ics"));
    assert_eq!(file.status, 200);
    assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(
        file.header("content-disposition"),
        format!("attachment; filename=\"{slug}.ics\"")
    );
    assert!(
        file.text().starts_with("BEGIN:VCALENDAR\r\n"),
        "{}",
        file.text()
    );
    assert_eq!(demo.get("/events/no-such-event/event.ics").status, 404);
}

#[test]
fn an_organiser_gets_the_list_as_csv_and_as_a_workbook() {
    let (demo, cookie) = demo_with_organiser();
    let signed_in = [("accept", "text/html"), ("cookie", cookie.as_str())];
    let events = demo.get_with("/organise", &signed_in).text();
    let event = between(&events, "href=\"/organise/events/0", "\"");
    let list = format!("/organise/events/0{event}/registrations");

    let csv = demo.get_with(&format!("{list}/export.csv"), &signed_in);
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        csv.text().starts_with("\u{feff}\"Vorname\";"),
        "{}",
        csv.text()
    );
    let all = csv.text();
    let people: Vec<&str> = all.lines().skip(1).collect();
    assert!(people.len() > 20, "{all}");
    assert!(people.iter().all(|line| line.contains('@')), "{all}");
    let cancelled = demo.get_with(&format!("{list}/export.csv?state=cancelled"), &signed_in);
    let cancelled = cancelled.text();
    let cancelled: Vec<&str> = cancelled.lines().skip(1).collect();
    assert!(cancelled.len() < people.len());
    assert!(cancelled.iter().all(|line| people.contains(line)));

    let workbook = demo.get_with(&format!("{list}/export.xlsx"), &signed_in);
    assert!(workbook.body.starts_with(b"PK"));
}

#[test]
fn a_stranger_does_not_get_the_list() {
    let (demo, cookie) = demo_with_organiser();
    let signed_in = [("accept", "text/html"), ("cookie", cookie.as_str())];
    let events = demo.get_with("/organise", &signed_in).text();
    let event = between(&events, "href=\"/organise/events/0", "\"");
    let refused = demo.get(&format!(
        "/organise/events/0{event}/registrations/export.csv"
    ));
    assert!([303, 401].contains(&refused.status), "{}", refused.status);
    assert!(!refused.text().contains('@'), "{}", refused.text());
}

#[test]
fn a_mail_is_downloaded_as_eml() {
    let (demo, cookie) = demo_with_organiser();
    let signed_in = [("accept", "text/html"), ("cookie", cookie.as_str())];
    let occasions = demo.get_with("/organise/outgoing", &signed_in).text();
    // The first occasion about an event: `/organise/events/…/messages?…`.
    let (before, after) = occasions.split_once("/messages?").unwrap();
    let (_, event) = before.rsplit_once("href=\"").unwrap();
    let (query, _) = after.split_once('"').unwrap();
    let occasion = format!("{event}/messages?{}", query.replace("&amp;", "&"));
    let mails = demo.get_with(&occasion, &signed_in).text();
    let mail = between(&mails, "href=\"/organise/outgoing/0", "\"");
    let path = format!("/organise/outgoing/0{mail}/mail.eml");
    let file = demo.get_with(&path, &signed_in);
    assert_eq!(file.header("content-type"), "message/rfc822");
    assert!(
        file.text().contains("\r\nMIME-Version: 1.0\r\n"),
        "{}",
        file.text()
    );
    assert_ne!(demo.get(&path).status, 200);
}
