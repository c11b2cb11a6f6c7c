//! What a new event takes over from an earlier one, and what is left out.

use std::collections::HashMap;

use jiff::{SignedDuration, civil::Time};
use model::{
    AgendaItem, AgendaItemId, CopiedPart, CopyNote, Event, EventDetails, Question, QuestionId,
    cafe::{CafeKind, CafeSetUp},
};
use store::{NewSetUp, Reader, Tx};

use super::create::moved;
use crate::{Planner, Result, access::Organises, workshops::copy_programme};

/// The ids of copied questions and items of the agenda, by those that they were copied from.
#[derive(Debug, Default)]
struct Copied {
    questions: HashMap<QuestionId, QuestionId>,
    items: HashMap<AgendaItemId, AgendaItemId>,
    /// What was on days that the new event does not have.
    left_out: Vec<String>,
}

impl Planner {
    /// Takes over agenda, programme, questions and the set-ups of cafés, and notes what the new event still needs. No
    /// person is taken over, and no link.
    pub(super) async fn take_over(
        &self,
        tx: &mut Tx,
        right: &Organises,
        (from, event): (&Event, &Event),
    ) -> Result<()> {
        let mut copied = Copied {
            left_out: copy_programme(self, tx, from, event).await?,
            ..Copied::default()
        };
        self.copy_agenda(tx, (from, event), &mut copied).await?;
        self.copy_questions(tx, (from, event), &mut copied).await?;
        self.copy_cafes(tx, right, (from, event), &copied).await?;
        tx.set_copied_from(event.id, from.id).await?;
        for note in self.first_notes(tx, (from, event), copied.left_out).await? {
            tx.insert_copy_note(event.id, &note).await?;
        }
        Ok(())
    }

    async fn copy_agenda(
        &self,
        tx: &mut Tx,
        (from, event): (&Event, &Event),
        copied: &mut Copied,
    ) -> Result<()> {
        let (before, after) = (from.details.starts, event.details.starts);
        let zone = event.details.time_zone.rules();
        let agenda = tx.agenda(from.id).await?.rows;
        for item in agenda.into_iter().filter(|item| item.offer.is_none()) {
            let moved = moved(&item, before, after, zone);
            if !event.details.has_day(moved.starts.date()) {
                copied.left_out.push(item.title.to_string());
                continue;
            }
            let copy = AgendaItem {
                id: self.new_id(),
                event: event.id,
                ..moved
            };
            copied.items.insert(item.id, copy.id);
            tx.insert_agenda_item(&copy).await?;
        }
        Ok(())
    }

    async fn copy_questions(
        &self,
        tx: &mut Tx,
        (from, event): (&Event, &Event),
        copied: &mut Copied,
    ) -> Result<()> {
        for question in tx.questions(from.id).await?.rows {
            let before = question.id;
            let copy = Question {
                id: self.new_id(),
                event: event.id,
                ..question
            };
            copied.questions.insert(before, copy.id);
            tx.insert_question(&copy).await?;
        }
        Ok(())
    }

    /// Copies the set-ups of the event's café and of those in its agenda, as far as their items were copied.
    async fn copy_cafes(
        &self,
        tx: &mut Tx,
        right: &Organises,
        (from, event): (&Event, &Event),
        copied: &Copied,
    ) -> Result<()> {
        let (before, after) = (from.details.starts.local, event.details.starts.local);
        let later = before.time().duration_until(after.time());
        for plan in tx.plans_of_event::<CafeKind>(from.id).await?.rows {
            let item = plan.item.map(|item| copied.items.get(&item).copied());
            // The item of this plan was removed, or left out.
            let item = match item {
                Some(None) => continue,
                Some(item) => item,
                None => None,
            };
            let set_up = without_people(plan.set_up, &copied.questions, later);
            let first = NewSetUp {
                plan: self.new_id(),
                revision: 1,
                set_up: &set_up,
                member: Some(right.member().id),
                at: self.now(),
            };
            tx.insert_plan::<CafeKind>(event.id, item, first).await?;
        }
        Ok(())
    }

    /// What has to be looked at in a copy that nobody has changed yet.
    async fn first_notes(
        &self,
        tx: &mut Tx,
        (from, event): (&Event, &Event),
        left_out: Vec<String>,
    ) -> Result<Vec<CopyNote>> {
        let earlier = &from.details;
        let lacks = [
            (
                CopiedPart::OnlineLink,
                earlier.place.online_link.is_some() && event.details.place.online_link.is_none(),
            ),
            (
                CopiedPart::RegistrationTimes,
                (earlier.opens.is_some() || earlier.closes.is_some())
                    && event.details.opens.is_none()
                    && event.details.closes.is_none(),
            ),
            (
                CopiedPart::WishDeadline,
                tx.wish_setup(from.id).await?.is_some(),
            ),
            (CopiedPart::SecretLinks, tx.has_plan_links(from.id).await?),
            (
                CopiedPart::Invitations,
                tx.count_invited(from.id).await?.invited() > 0
                    || tx.count_registrations(from.id).await?.all() > 0,
            ),
        ];
        let mut notes: Vec<CopyNote> = lacks
            .into_iter()
            .filter(|(_, is_lacking)| *is_lacking)
            .map(|(part, _)| CopyNote {
                part,
                found: Vec::new(),
            })
            .collect();
        if !left_out.is_empty() {
            notes.push(CopyNote {
                part: CopiedPart::LeftOutDays,
                found: left_out,
            });
        }
        let texts = texts_of(tx, event).await?;
        let about =
            |(part, text): &(CopiedPart, String)| CopyNote::about_text(*part, text, &event.details);
        notes.extend(texts.iter().filter_map(about));
        Ok(notes)
    }
}

/// What a copied event still needs. What was noted when it was copied, and has been seen to since, is left out.
pub(super) async fn open_notes(reader: &mut Reader, event: &Event) -> Result<Vec<CopyNote>> {
    let mut notes = reader.copy_notes(event.id).await?.rows;
    if notes.is_empty() {
        return Ok(notes);
    }
    let texts: HashMap<CopiedPart, String> = texts_of(reader, event).await?.into_iter().collect();
    let has_wishes = reader.wish_setup(event.id).await?.is_some();
    let has_invited = reader.count_invited(event.id).await?.invited() > 0;
    let EventDetails {
        place,
        opens,
        closes,
        ..
    } = &event.details;
    notes.retain_mut(|note| match note.part {
        CopiedPart::OnlineLink => place.online_link.is_none(),
        CopiedPart::RegistrationTimes => opens.is_none() && closes.is_none(),
        CopiedPart::WishDeadline => !has_wishes,
        CopiedPart::Invitations => !has_invited,
        CopiedPart::SecretLinks | CopiedPart::LeftOutDays => true,
        part => {
            let text = texts.get(&part).map_or("", String::as_str);
            let present = CopyNote::about_text(part, text, &event.details);
            let present = present.map(|note| note.found).unwrap_or_default();
            note.found.retain(|found| present.contains(found));
            !note.found.is_empty()
        }
    });
    // The order in which an organiser meets them.
    let place = |part| CopiedPart::ALL.iter().position(|one| *one == part);
    notes.sort_by_key(|note| place(note.part));
    Ok(notes)
}

/// The texts of an event that may name dates.
async fn texts_of(reader: &mut Reader, event: &Event) -> Result<Vec<(CopiedPart, String)>> {
    let details = &event.details;
    let mut agenda = String::new();
    for item in reader.agenda(event.id).await?.rows {
        if item.offer.is_none() {
            add(&mut agenda, &[item.title.as_str(), item.details.as_str()]);
        }
    }
    let mut workshops = String::new();
    for workshop in reader.programme(event.id).await?.workshops {
        let details = &workshop.details;
        add(
            &mut workshops,
            &[details.title.as_str(), details.description.as_str()],
        );
    }
    let mut questions = String::new();
    for question in reader.questions(event.id).await?.rows {
        add(
            &mut questions,
            &[question.label.as_str(), question.help.as_str()],
        );
        for option in &question.options {
            add(&mut questions, &[option.as_str()]);
        }
    }
    let mut reminders = String::new();
    for reminder in reader.reminders(event.id).await? {
        if let Some((subject, text)) = &reminder.words {
            add(&mut reminders, &[subject.source(), text.source()]);
        }
    }
    Ok(vec![
        (CopiedPart::Title, details.title.to_string()),
        (CopiedPart::Summary, details.summary.to_string()),
        (
            CopiedPart::PlainLanguage,
            details.plain_language.to_string(),
        ),
        (CopiedPart::Body, details.body.to_string()),
        (CopiedPart::Agenda, agenda),
        (CopiedPart::Workshops, workshops),
        (CopiedPart::Questions, questions),
        (CopiedPart::Reminders, reminders),
    ])
}

fn add(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
        text.push('\n');
    }
}

/// A set-up for other people: without hosts and without rules about people. Its questions are the copied ones.
/// A time of day at which the rounds begin moves with the event.
fn without_people(
    mut set_up: CafeSetUp,
    questions: &HashMap<QuestionId, QuestionId>,
    later: SignedDuration,
) -> CafeSetUp {
    for table in &mut set_up.tables {
        table.host = None;
    }
    set_up.rules.retain(|rule| rule.kind.people().is_empty());
    set_up.answer_needs.retain_mut(|need| {
        let copy = questions.get(&need.question);
        if let Some(copy) = copy {
            need.question = *copy;
        }
        copy.is_some()
    });
    let begins: Option<Time> = set_up.rounds.begins;
    set_up.rounds.begins = begins.map(|time| time.wrapping_add(later));
    set_up
}
