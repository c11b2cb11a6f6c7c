//! The table of registrations.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{Answer, Question, QuestionKind, Registration};
use planner::registrations::Listing;
use ui::{
    components::DataTable,
    dates::{dates, machine},
    text::t,
};

use super::{address_text, choosing::choice_box, mail_tag, sorted_name, state_tag};

/// The registrations of the page.
/// `chooses`: each has a box to choose them by.
pub(super) fn table(list: &Listing, zone: &TimeZone, chooses: bool) -> impl IntoView + use<> {
    let questions: Vec<&Question> = list
        .questions
        .iter()
        .filter(|question| in_a_column(question))
        .collect();
    let mut headings = vec![
        t!("people-column-name"),
        t!("people-column-organisation"),
        t!("people-column-state"),
        t!("people-column-mail"),
    ];
    headings.extend(questions.iter().map(|question| question.label.to_string()));
    headings.push(t!("people-column-registered"));
    let rows = list
        .page
        .rows
        .iter()
        .map(|registration| row(list, registration, (&questions, zone), chooses))
        .collect_view();
    view! { <DataTable caption=t!("people-title") headings stacks=true>{rows}</DataTable> }
}

/// Whether the answers fit into a column. The others stand below the name.
fn in_a_column(question: &Question) -> bool {
    match question.kind {
        QuestionKind::OneOf | QuestionKind::SeveralOf | QuestionKind::YesNo => true,
        QuestionKind::Text | QuestionKind::LongText => false,
    }
}

fn row(
    list: &Listing,
    registration: &Registration,
    (questions, zone): (&[&Question], &TimeZone),
    chooses: bool,
) -> impl IntoView + use<> {
    let href = format!(
        "/organise/events/{}/registrations/{}",
        list.event.id, registration.id
    );
    let organisation = registration
        .person
        .organisation_name
        .as_ref()
        .map(ToString::to_string);
    let position = list
        .waiting
        .iter()
        .position(|waits| waits.id == registration.id)
        .map(|before| before + 1);
    let mail = match list.mails.get(&registration.id) {
        Some(mail) => mail_tag(mail.state, mail.error.as_deref()).into_any(),
        None => view! { <span class="soft">{t!("people-no-mail")}</span> }.into_any(),
    };
    let answers = questions
        .iter()
        .map(|question| {
            let answer = registration
                .answers
                .get(question.id)
                .and_then(Answer::shown);
            view! { <td data-heading=question.label.to_string()>{answer}</td> }
        })
        .collect_view();
    let in_words = list
        .questions
        .iter()
        .filter(|question| !in_a_column(question));
    let in_words = in_words
        .filter_map(|question| {
            let answer = registration.answers.get(question.id)?.shown()?;
            let label = question.label.to_string();
            Some(view! { <small class="in-words"><span class="unseen">{label}": "</span><q>{answer}</q></small> })
        })
        .collect_view();
    let choice = chooses.then(|| choice_box(registration));
    let registered = registration.created_at.to_zoned(zone.clone());
    view! {
        <tr>
            <th scope="row">
                {choice}
                <a href=href>{sorted_name(registration)}</a>
                <br/>
                <small class="soft address">{address_text(&registration.person.address)}</small>
                {in_words}
            </th>
            <td>{organisation}</td>
            <td>{state_tag(registration.state, position)}</td>
            <td>{mail}</td>
            {answers}
            <td><time datetime=machine(registered.datetime())>{dates().brief(&registered)}</time></td>
        </tr>
    }
}
