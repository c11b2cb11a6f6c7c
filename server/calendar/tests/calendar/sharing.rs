//! One template serves all recipients of an event.

use calendar::{CalendarUser, CancelScope, EventTemplate};

use crate::example::{linted, meeting, revision, value};

fn recipient(number: u32) -> CalendarUser {
    CalendarUser {
        name: format!("Person {number}"),
        address: format!("person{number}@partner.example"),
    }
}

#[test]
fn a_shared_template_writes_what_a_template_per_recipient_writes() {
    let shared = EventTemplate::new(&meeting()).unwrap();
    for number in 0..5 {
        let own = EventTemplate::new(&meeting()).unwrap();
        let (recipient, revision) = (recipient(number), revision(number));
        assert_eq!(
            shared.request(&recipient, revision),
            own.request(&recipient, revision)
        );
        assert_eq!(
            shared.cancel(&recipient, revision, CancelScope::Attendee),
            own.cancel(&recipient, revision, CancelScope::Attendee)
        );
    }
}

#[test]
fn a_message_names_no_earlier_recipient() {
    let template = EventTemplate::new(&meeting()).unwrap();
    for number in 0..3 {
        let message = template
            .request(&recipient(number), revision(number))
            .unwrap();
        let text = linted(message.bytes);
        assert_eq!(text.matches("@partner.example").count(), 1, "{text}");
        assert_eq!(value(&text, "SEQUENCE:"), number.to_string());
    }
}
