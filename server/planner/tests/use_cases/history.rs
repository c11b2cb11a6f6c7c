//! What the history says of a change: the values before and after.

use model::{
    AuditAction, ContactGroup, ContactRule, EventId, ListMembers, Need, PeopleFilter, QuestionKind,
    ReminderKind, ReminderTime,
};
use planner::{
    AuditFilter, Paging,
    events::{ChosenOptions, NewQuestion},
    mailings::NewMailing,
    people::{NewDistributionList, NewOrganisation, PartChange, ValueChange},
};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, address, line, meeting, person, when},
    mailings::{message_of, words},
    questions::{edited, question},
};

store::on_both_engines! {
    an_organisation_is_noted_with_all_its_values,
    a_distribution_list_is_noted_with_its_rule,
    a_question_is_noted_with_its_values,
    messages_and_reminders_are_noted_with_subject_and_time,
    what_is_done_about_contingents_is_noted,
}

/// The latest change with its event.
async fn latest(given: &Given, action: AuditAction) -> (Option<EventId>, PartChange) {
    let history = given
        .planner
        .history(&given.owner, &AuditFilter::default(), Paging::ALL)
        .await
        .unwrap();
    let mut entries = history.entries.rows.into_iter();
    let entry = entries.find(|entry| entry.action == action);
    let entry = entry.unwrap_or_else(|| panic!("nothing was noted as {action}"));
    assert_eq!(entry.member.as_deref(), Some("Anna Jäger"));
    (entry.event.map(|(event, _)| event), entry.change.unwrap())
}

fn text(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// Empty texts are none.
fn changed(field: &str, before: &str, after: &str) -> ValueChange {
    ValueChange {
        field: field.to_owned(),
        before: text(before),
        after: text(after),
    }
}

fn part(name: &str, before: &str, after: &str, values: Vec<ValueChange>) -> PartChange {
    PartChange {
        part: name.to_owned(),
        before: text(before),
        after: text(after),
        values,
    }
}

async fn an_organisation_is_noted_with_all_its_values(database: TestDatabase) {
    let given = a_network(database).await;
    let [north, south] = [
        given.organisation("Nord").await,
        given.organisation("Süd").await,
    ];
    let of = |region, field, parent| NewOrganisation {
        name: line("Volkshochschule"),
        short_name: line("VHS"),
        region,
        field,
        parent,
    };
    let new = of(Some(line("Leipzig")), None, Some(north));
    let right = &given.organiser;
    let added = given.planner.add_organisation(right, new).await.unwrap();
    let values = vec![
        changed("region", "", "Leipzig"),
        changed("parent", "", "Nord"),
    ];
    let names = "VHS (Volkshochschule)";
    let (_, noted) = latest(&given, AuditAction::OrganisationAdded).await;
    assert_eq!(noted, part("VHS", "", names, values));

    let new = of(Some(line("Dresden")), Some(line("Beratung")), Some(south));
    let change = given.planner.change_organisation(right, added, new);
    change.await.unwrap();
    let values = vec![
        changed("region", "Leipzig", "Dresden"),
        changed("field", "", "Beratung"),
        changed("parent", "Nord", "Süd"),
    ];
    let (_, noted) = latest(&given, AuditAction::OrganisationChanged).await;
    assert_eq!(noted, part("VHS", names, names, values));
}

async fn a_distribution_list_is_noted_with_its_rule(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let of = |rule| NewDistributionList {
        name: line("Beirat"),
        members: ListMembers::Rule(rule),
    };
    let rule = ContactRule {
        region: Some(line("Leipzig")),
        tag: Some(line("Presse")),
        ..ContactRule::default()
    };
    let right = &given.organiser;
    let list = given.planner.add_distribution_list(right, of(rule)).await;
    let list = list.unwrap();
    let values = vec![
        changed("region", "", "Leipzig"),
        changed("tag", "", "Presse"),
    ];
    let (_, noted) = latest(&given, AuditAction::DistributionListAdded).await;
    assert_eq!(noted, part("Beirat", "", "Beirat", values));

    let rule = ContactRule {
        organisation: Some(vhs),
        region: Some(line("Leipzig")),
        group: Some(ContactGroup::OptedOut),
        ..ContactRule::default()
    };
    let change = given
        .planner
        .change_distribution_list(right, list, 0, of(rule));
    change.await.unwrap();
    let values = vec![
        changed("organisation", "", "VHS"),
        changed("tag", "Presse", ""),
        changed("group", "", "opted out"),
    ];
    let (_, noted) = latest(&given, AuditAction::DistributionListChanged).await;
    assert_eq!(noted, part("Beirat", "Beirat", "Beirat", values));

    given
        .planner
        .delete_distribution_list(right, list)
        .await
        .unwrap();
    let (_, noted) = latest(&given, AuditAction::DistributionListDeleted).await;
    assert_eq!((noted.before, noted.after), (text("Beirat"), None));
}

async fn a_question_is_noted_with_its_values(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    let seen = question("Verpflegung");
    let asked = given.planner.add_question(&access, seen.clone()).await;
    let asked = asked.unwrap();
    let (about, noted) = latest(&given, AuditAction::QuestionAdded).await;
    assert_eq!((about, noted.part.as_str()), (Some(event), "Verpflegung"));

    let new = NewQuestion {
        kind: QuestionKind::OneOf,
        label: line("Essen"),
        options: ["vegan", "halal"].map(line).to_vec(),
        need: Need::Required,
        ..seen.clone()
    };
    let mut edit = edited(&seen, new);
    edit.chosen = ChosenOptions::KeepAnswers;
    let change = given.planner.change_question(&access, asked, edit);
    change.await.unwrap();
    let values = vec![
        changed("kind", "text", "one of"),
        changed("options", "", "vegan, halal"),
        changed("required", "optional", "required"),
    ];
    let (_, noted) = latest(&given, AuditAction::QuestionChanged).await;
    assert_eq!(noted, part("Essen", "Verpflegung", "Essen", values));

    given.planner.remove_question(&access, asked).await.unwrap();
    let (_, noted) = latest(&given, AuditAction::QuestionRemoved).await;
    assert_eq!((noted.before, noted.after), (text("Essen"), None));
}

async fn messages_and_reminders_are_noted_with_subject_and_time(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let access = given.organises(event);
    let (subject, text) = words("Morgen: {Veranstaltung}", "Guten Tag");
    let message = NewMailing {
        audience: model::MailingAudience::Registrations(PeopleFilter::default()),
        due: Some(when("2023-08-02T09:00")),
        ..message_of(subject, text)
    };
    let sent = given.planner.send_mailing(&access, |_| Ok(message)).await;
    let (mailing, _) = sent.unwrap();
    let (about, noted) = latest(&given, AuditAction::MailingMade).await;
    assert_eq!(about, Some(event));
    let due = "2023-08-02T09:00:00";
    let subject = "Morgen: {Veranstaltung}";
    let values = vec![changed("due", "", due)];
    assert_eq!(noted, part(subject, "", "", values));
    given
        .planner
        .withdraw_mailing(&access, mailing)
        .await
        .unwrap();
    let (_, noted) = latest(&given, AuditAction::MailingWithdrawn).await;
    let values = vec![changed("due", due, "")];
    assert_eq!(noted, part(subject, "", "", values));

    let saved = given
        .planner
        .save_reminder(&access, ReminderKind::Early, |mut reminder| {
            reminder.time = ReminderTime {
                days: 14,
                at: jiff::civil::time(16, 30, 0, 0),
            };
            reminder.words = Some(words("Bald", "Guten Tag"));
            Ok(reminder)
        });
    saved.await.unwrap();
    let (_, noted) = latest(&given, AuditAction::ReminderChanged).await;
    let values = vec![
        changed("due", "2023-09-12T09:00:00", "2023-09-05T16:30:00"),
        changed("subject", "", "Bald"),
    ];
    assert_eq!(noted, part("early", "", "", values));
}

async fn what_is_done_about_contingents_is_noted(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let event = given.published_event(meeting(Some(9), vec![])).await;
    let access = given.organises(event);
    let planner = &given.planner;
    for (due, before, after) in [
        (Some("2023-08-15T12:00"), "", "2023-08-15T12:00:00"),
        (
            Some("2023-08-20T12:00"),
            "2023-08-15T12:00:00",
            "2023-08-20T12:00:00",
        ),
        (None, "2023-08-20T12:00:00", ""),
    ] {
        let set = planner.set_contingent_release(&access, |_| Ok(due.map(when)));
        set.await.unwrap();
        let (about, noted) = latest(&given, AuditAction::ContingentReleaseChanged).await;
        assert_eq!(about, Some(event));
        assert_eq!(noted.values, [changed("release", before, after)]);
    }
    planner.make_contingent_link(&access, vhs).await.unwrap();
    let mailed = planner.mail_contingent_link(&access, vhs, address("kontakt"));
    mailed.await.unwrap();
    planner.revoke_contingent_links(&access, vhs).await.unwrap();
    for action in [
        AuditAction::ContingentLinkMade,
        AuditAction::ContingentLinkMailed,
        AuditAction::ContingentLinksRevoked,
    ] {
        let (about, noted) = latest(&given, action).await;
        let expected = (Some(event), part("VHS", "", "", vec![]));
        assert_eq!((about, noted), expected, "{action}");
    }
}
