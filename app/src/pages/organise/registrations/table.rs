//! The table of registrations.

use jiff::tz::TimeZone;
use leptos::prelude::*;
use model::{Answer, HiddenColumns, ListColumn, Question, QuestionKind, Registration};
use planner::registrations::Listing;
use ui::{
    components::DataTable,
    dates::{dates, machine},
    text::{Named, t},
};

use super::{address_text, choosing::choice_box, mail_tag, sorted_name, state_tag};

/// The registrations of the page.
/// `chooses`: each has a box to choose them by.
pub(super) fn table(
    list: &Listing,
    hidden: &HiddenColumns,
    zone: &TimeZone,
    chooses: bool,
) -> impl IntoView + use<> {
    let mut headings = vec![t!("people-column-name")];
    let before = [
        ListColumn::Organisation,
        ListColumn::State,
        ListColumn::Mail,
        ListColumn::Language,
    ];
    let named = |column: &ListColumn| hidden.shows(*column).then(|| column_name(*column));
    headings.extend(before.iter().filter_map(named));
    let asked = list.questions.iter();
    let asked = asked.filter(|question| in_a_column(question) && hidden.shows_answers(question.id));
    headings.extend(asked.map(|question| question.label.to_string()));
    headings.extend(named(&ListColumn::Registered));
    let rows = list
        .page
        .rows
        .iter()
        .map(|registration| row(list, registration, (hidden, zone), chooses))
        .collect_view();
    view! { <DataTable caption=t!("people-title") headings stacks=true>{rows}</DataTable> }
}

/// The heading of a column.
pub(super) fn column_name(column: ListColumn) -> String {
    match column {
        ListColumn::Address => t!("people-column-address"),
        ListColumn::Organisation => t!("people-column-organisation"),
        ListColumn::State => t!("people-column-state"),
        ListColumn::Mail => t!("people-column-mail"),
        ListColumn::Language => t!("people-column-language"),
        ListColumn::Registered => t!("people-column-registered"),
    }
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
    (hidden, zone): (&HiddenColumns, &TimeZone),
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
    let answers = list
        .questions
        .iter()
        .filter(|question| in_a_column(question) && hidden.shows_answers(question.id))
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
        .filter(|question| !in_a_column(question) && hidden.shows_answers(question.id));
    let in_words = in_words
        .filter_map(|question| {
            let answer = registration.answers.get(question.id)?.shown()?;
            let label = question.label.to_string();
            Some(view! { <small class="in-words"><span class="unseen">{label}": "</span><q>{answer}</q></small> })
        })
        .collect_view();
    let choice = chooses.then(|| choice_box(registration));
    let registered = registration.created_at.to_zoned(zone.clone());
    let registered = hidden.shows(ListColumn::Registered).then(|| {
        view! { <td><time datetime=machine(registered.datetime())>{dates().brief(&registered)}</time></td> }
    });
    let organisation = hidden
        .shows(ListColumn::Organisation)
        .then(|| view! { <td>{organisation}</td> });
    let state = hidden
        .shows(ListColumn::State)
        .then(|| view! { <td>{state_tag(registration.state, &list.event.details, position)}</td> });
    let mail = hidden
        .shows(ListColumn::Mail)
        .then(|| view! { <td>{mail}</td> });
    let language = hidden
        .shows(ListColumn::Language)
        .then(|| view! { <td>{registration.person.language.name()}</td> });
    let address = hidden.shows(ListColumn::Address).then(|| {
        let address = address_text(&registration.person.address);
        view! { <br/><small class="soft address">{address}</small> }
    });
    view! {
        <tr>
            <th scope="row">
                {choice}
                <a href=href>{sorted_name(registration)}</a>
                {address}
                {in_words}
            </th>
            {organisation}
            {state}
            {mail}
            {language}
            {answers}
            {registered}
        </tr>
    }
}
