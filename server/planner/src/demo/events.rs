//! The events of the demo.

use std::collections::BTreeSet;

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use model::{
    AgendaItemKind, Answers, EmailAddress, EventDetails, EventId, EventKind, EventRole, Language,
    Line, Need, Person, Place, QuestionKind, Text, Visibility,
};

use super::{
    Scenario,
    agendas::session,
    files::{details, line, new_agenda_item, new_question, text, when, wrong},
    network::{DemoNetwork, finish_jobs, lines_of},
};
use crate::{
    ClientKey, PlannerError, Result,
    agenda::AgendaMove,
    events::{AgendaShift, Confirmation, NewQuestion, SaveOptions},
    people::NewEventMember,
    registrations::{AddedPerson, Decision, NewRegistration},
};

/// The series of the demo.
const MEETINGS: &str = "Netzwerktreffen Sachsen";
const SESSIONS: &str = "Steuerungsgruppe Fachkongress";

/// What the steering group is asked, with the heading of the answers.
const TAKES_PART: &str = "Wie nehmen Sie teil?";

/// The summary of the network meeting in plain language: one sentence to a line.
const PLAIN_LANGUAGE: &str = "\
Wir laden Sie zu einem Treffen ein.
Das Treffen ist in Leipzig.

Bei dem Treffen lernen Sie andere Menschen kennen.
Sie alle beraten Menschen aus anderen Ländern.
Zusammen überlegen wir:
Was wollen wir als Nächstes tun?

Das Treffen kostet nichts.
Sie müssen sich vorher anmelden.";

impl DemoNetwork<'_> {
    /// Creates all events. The network meeting is the next one.
    pub async fn show_events(&self, scenario: &Scenario) -> Result<()> {
        self.past_session(scenario).await?;
        Box::pin(self.network_meeting(scenario)).await?;
        Box::pin(self.steering_group(scenario)).await?;
        self.cancelled_workshop(scenario).await?;
        self.congress(scenario).await?;
        self.next_congress(scenario).await?;
        self.next_meeting().await
    }

    /// The network meeting of the scenario: invited, nearly full, and its registration closes in the coming days.
    async fn network_meeting(&self, scenario: &Scenario) -> Result<()> {
        let date = self.weekday_after(7, Weekday::Tuesday)?;
        let closes = after(date, -7)?;
        let planning = self.days_ago(45);
        let meeting = EventDetails {
            plain_language: text(PLAIN_LANGUAGE)?,
            closes: Some(when(closes, "18:00", &self.file.time_zone)?),
            ..details(self.file, date, &self.partners)?
        };
        let event = self.draft(&planning, meeting, &[]).await?;
        for item in &self.file.agenda {
            let new = new_agenda_item(item, date)?;
            planning
                .add_agenda_item(&self.access(event), new, AgendaMove::OnlyThis)
                .await?;
        }
        let mut questions = Vec::new();
        for question in &self.file.questions {
            let id = planning
                .add_question(&self.access(event), new_question(question)?)
                .await?;
            questions.push((question.key.as_str(), id));
        }
        self.import(&planning, event, scenario.people_csv, &questions)
            .await?;
        self.publish(&self.days_ago(40), event).await?;
        // Whoever is added after that gets a mail at once; both cannot come after all.
        for (given, family) in [("Katja", "Neumann"), ("Petr", "Novák")] {
            self.cannot_come(event, given, family).await?;
        }
        self.move_room(event).await?;
        self.share_places(event, date).await?;
        self.joins(event, MEETINGS).await?;
        self.helps_only(event).await?;
        Box::pin(self.show_cafe(event)).await?;
        self.register_by_form(event).await
    }

    /// Somebody whom an organiser adds, and who says by telephone that they cannot come.
    async fn cannot_come(&self, event: EventId, given: &str, family: &str) -> Result<()> {
        let access = self.helper.organises_event(event);
        let person = person(given, family)?;
        let added = AddedPerson {
            person,
            answers: Answers::default(),
        };
        let added = self.days_ago(20).add_person(&access, |_| Ok(added)).await?;
        let access = self.helper.organises_registration(added.id);
        self.days_ago(4).decide(&access, Decision::Cancel).await?;
        Ok(())
    }

    /// The contact person of an organisation gets the link to its places; unused ones return two days before.
    async fn share_places(&self, event: EventId, date: Date) -> Result<()> {
        let (planner, access) = (self.days_ago(5), self.access(event));
        let held = planner
            .planned_event(&access)
            .await?
            .event
            .details
            .contingents;
        if let Some(first) = held.first() {
            let address =
                EmailAddress::parse("kontakt@partner.example").map_err(wrong("address"))?;
            planner
                .mail_contingent_link(&access, first.organisation, address)
                .await?;
        }
        let due = when(after(date, -2)?, "12:00", &self.file.time_zone)?;
        planner
            .set_contingent_release(&access, |_| Ok(Some(due)))
            .await
    }

    /// The meeting moves into another room, which everybody is told.
    async fn move_room(&self, event: EventId) -> Result<()> {
        let planner = self.days_ago(6);
        let access = self.access(event);
        let before = planner.planned_event(&access).await?.event;
        let after = EventDetails {
            place: Place {
                room: Some(line("Aula, 2. Etage")?),
                ..before.details.place
            },
            ..before.details
        };
        let how = SaveOptions {
            agenda: AgendaShift::None,
            confirmation: Confirmation::Given,
        };
        planner
            .change_event(&access, before.revision, how, |_| Ok(after))
            .await?;
        finish_jobs(&planner).await
    }

    /// People who filled in the public form and have yet to confirm their addresses.
    async fn register_by_form(&self, event: EventId) -> Result<()> {
        let event = self.planner.planned_event(&self.access(event)).await?.event;
        // RFC 5737: an address for documentation.
        let client = ClientKey::from_ip([192, 0, 2, 1].into());
        for (ago, given, family) in [(2, "Yusuf", "Kaya"), (1, "Miriam", "Vogt")] {
            let new = NewRegistration {
                colleagues: Vec::new(),
                wishes: Vec::new(),
                person: person(given, family)?,
                answers: Answers::default(),
                consent: 1,
                may_be_kept: false,
            };
            self.days_ago(ago)
                .register(event.slug.as_str(), None, &client, |_| Ok(new))
                .await?;
        }
        Ok(())
    }

    /// A closed group that meets in a series. Its members have answered how they take part.
    async fn steering_group(&self, scenario: &Scenario) -> Result<()> {
        let date = self.weekday_after(20, Weekday::Thursday)?;
        let agenda = session(date);
        let planner = self.days_ago(18);
        let event = self
            .draft(&planner, self.session_details(date, 4)?, &agenda)
            .await?;
        let question = NewQuestion {
            kind: QuestionKind::OneOf,
            label: line(TAKES_PART)?,
            help: Text::default(),
            options: vec![line("vor Ort")?, line("online")?],
            need: Need::Required,
        };
        let question = planner.add_question(&self.access(event), question).await?;
        let people = one_of_each_organisation(scenario.people_csv);
        let people: Vec<String> = people
            .lines()
            .enumerate()
            .map(|(number, line)| match number {
                0 => format!("{line},{TAKES_PART}"),
                _ if number % 3 == 0 => format!("{line},online"),
                _ => format!("{line},vor Ort"),
            })
            .collect();
        let questions = [(TAKES_PART, question)];
        self.import(&planner, event, &people.join("\n"), &questions)
            .await?;
        self.publish(&self.days_ago(17), event).await?;
        let planner = self.days_ago(9);
        let mut reader = planner.store().read().await?;
        let people = reader.registrations_of(event).await?.rows;
        drop(reader);
        for registration in people.iter().rev().take(2) {
            let access = self.helper.organises_registration(registration.id);
            planner.decide(&access, Decision::Cancel).await?;
        }
        Ok(())
    }

    /// The session before, which is over.
    async fn past_session(&self, scenario: &Scenario) -> Result<()> {
        let date = self.weekday_after(-70, Weekday::Thursday)?;
        let planner = self.days_ago(95);
        let event = self
            .draft(&planner, self.session_details(date, 3)?, &session(date))
            .await?;
        let people = one_of_each_organisation(scenario.people_csv);
        let people = lines_of(&people, |number, _| number <= 9);
        self.import(&planner, event, &people, &[]).await?;
        self.publish(&planner, event).await?;
        self.joins(event, SESSIONS).await
    }

    /// Somebody who helps at one event, and sees nothing else.
    async fn helps_only(&self, event: EventId) -> Result<()> {
        let new = NewEventMember {
            name: line("Milan Horák")?,
            address: EmailAddress::parse("milan.horak@partner.example")
                .map_err(wrong("address"))?,
            role: EventRole::Helper,
            language: Language::De,
        };
        let planner = self.days_ago(5);
        planner.add_event_member(&self.access(event), new).await?;
        Ok(())
    }

    /// Puts an event into a series.
    async fn joins(&self, event: EventId, series: &str) -> Result<()> {
        let access = self.access(event);
        let name = Some(line(series)?);
        self.planner.set_series(&access, name).await
    }

    fn session_details(&self, date: Date, number: u32) -> Result<EventDetails> {
        Ok(EventDetails {
            kind: EventKind::SteeringGroup,
            title: line(&format!("Steuerungsgruppe Fachkongress, {number}. Sitzung"))?,
            summary: text("Vorbereitung des Fachkongresses „Ankommen im Beruf“.")?,
            starts: when(date, "13:00", &self.file.time_zone)?,
            ends: when(date, "15:00", &self.file.time_zone)?,
            capacity: Some(14),
            contingents: Vec::new(),
            visibility: Visibility::Invitation,
            ..details(self.file, date, &[])?
        })
    }

    /// A workshop that does not take place.
    async fn cancelled_workshop(&self, scenario: &Scenario) -> Result<()> {
        let date = self.weekday_after(33, Weekday::Wednesday)?;
        let zone = &self.file.time_zone;
        let details = EventDetails {
            title: line("Praxistag Anerkennungsberatung")?,
            summary: text("Fallbesprechungen für Beraterinnen und Berater.")?,
            starts: when(date, "10:00", zone)?,
            ends: when(date, "15:00", zone)?,
            capacity: Some(20),
            contingents: Vec::new(),
            ..details(self.file, date, &[])?
        };
        let planner = self.days_ago(30);
        let plenary = AgendaItemKind::Plenary;
        let agenda = [(date, "10:00", 120, plenary, "Fallbesprechungen", "")];
        let event = self.draft(&planner, details, &agenda).await?;
        let people = lines_of(scenario.people_csv, |_, line| line.contains(",IBAS "));
        self.import(&planner, event, &people, &[]).await?;
        self.publish(&planner, event).await?;
        let reason = "Die Referentin ist erkrankt. Einen neuen Termin geben wir bald bekannt.";
        self.cancel(&self.days_ago(3), event, reason).await
    }

    /// The draft of the meeting after the next: the place is open.
    async fn next_meeting(&self) -> Result<()> {
        let date = self.weekday_after(190, Weekday::Tuesday)?;
        let details = EventDetails {
            title: line("Regionaltreffen Südwestsachsen")?,
            summary: Text::default(),
            place: Place::default(),
            capacity: Some(40),
            contingents: Vec::new(),
            ..details(self.file, date, &[])?
        };
        let agenda = [(
            date,
            "09:30",
            60,
            AgendaItemKind::IntroductionRound,
            "Vorstellung der Teilvorhaben",
            "",
        )];
        let event = self.draft(&self.days_ago(2), details, &agenda).await?;
        self.joins(event, MEETINGS).await
    }

    /// The first such weekday after a number of days from today; two weeks later, if that is around Christmas.
    pub(super) fn weekday_after(&self, days: i64, weekday: Weekday) -> Result<Date> {
        let date = after(self.today, days)?
            .nth_weekday(1, weekday)
            .map_err(PlannerError::internal)?;
        let is_holiday = matches!((date.month(), date.day()), (12, 22..) | (1, ..=3));
        if is_holiday && days > 0 {
            after(date, 14)
        } else {
            Ok(date)
        }
    }
}

pub(super) fn after(date: Date, days: i64) -> Result<Date> {
    date.checked_add(days.days())
        .map_err(PlannerError::internal)
}

/// The first person of each organisation.
fn one_of_each_organisation(people: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut first = Vec::new();
    for line in people.lines() {
        if seen.insert(line.split(',').nth(3)) {
            first.push(line);
        }
    }
    first.join("\n")
}

fn person(given: &str, family: &str) -> Result<Person> {
    let address = format!("{given}.{family}@partner.example");
    let address = address.to_lowercase().replace('á', "a");
    Ok(Person {
        given_name: line(given)?,
        family_name: line(family)?,
        address: EmailAddress::parse(&address).map_err(wrong("address"))?,
        organisation: None,
        organisation_name: Line::optional("Jobcenter Leipzig").map_err(wrong("organisation"))?,
        language: Language::De,
    })
}
