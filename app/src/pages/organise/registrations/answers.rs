//! `/organise/events/{id}/registrations/answers`: the answers of everybody with a seat, counted.

use leptos::prelude::*;
use planner::registrations::{AnswerTotals, AnsweringPerson, QuestionTotal};
use ui::{
    components::{DataTable, EmptyState, PageHead},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use crate::{
    api::authorise::reads_event,
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

#[component]
pub fn AnswersPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let totals = planner().answer_totals(&access).await?;
        let path = format!("/organise/events/{event}/registrations");
        let nothing = totals.questions.is_empty() || totals.seated == 0;
        let files = (!nothing).then(|| files(&path).into_any());
        let content = if nothing {
            empty(&totals, &path).into_any()
        } else {
            let sections = totals.questions.iter().enumerate();
            let sections: Vec<_> = sections
                .map(|(place, total)| section(&path, place, total).into_any())
                .collect();
            // The script of the frame opens the print dialog.
            let for_print = query("print").is_some().then_some("");
            view! {
                <div class="stack" data-print=for_print>
                    <p>{t!("answers-of", n = totals.seated)}</p>
                    {sections}
                </div>
            }
            .into_any()
        };
        Ok(view! {
            <Page
                title=t!("answers-title")
                brand=&totals.network
                section=Section::Events
                band=event_band(&totals.network, &totals.event, totals.seated, EventTab::Answers)
            >
                <PageHead title=t!("answers-title") actions=files/>
                {content}
            </Page>
        })
    })
}

fn files(path: &str) -> impl IntoView + use<> {
    let file = |ending: &str| format!("{path}/answers.{ending}");
    view! {
        <a class="button" href=file("csv") download>{t!("people-csv")}</a>
        <a class="button" href=file("xlsx") download>{t!("people-xlsx")}</a>
        <a class="button" href=format!("{path}/answers?print=1")>{t!("people-print")}</a>
    }
}

fn empty(totals: &AnswerTotals, path: &str) -> impl IntoView + use<> {
    let (title, href, action) = if totals.questions.is_empty() {
        let href = path.replace("/registrations", "/questions");
        (t!("answers-no-questions"), href, t!("event-tab-questions"))
    } else {
        (t!("answers-nobody"), path.to_owned(), t!("event-tab-list"))
    };
    view! {
        <EmptyState title=title>
            <p><a class="button" href=href>{action}</a></p>
        </EmptyState>
    }
}

/// One question: each answer with its number and names.
fn section(path: &str, place: usize, total: &QuestionTotal) -> impl IntoView + use<> {
    let label = total.question.label.to_string();
    let answers = total.answers.iter().map(|one| {
        let answer = one.answer.clone().unwrap_or_else(|| t!("answers-yes"));
        row(path, answer, &one.people)
    });
    let open = (!total.open.is_empty()).then(|| row(path, t!("answers-none"), &total.open));
    let rows: Vec<_> = answers.chain(open).collect();
    let headings = vec![
        t!("answers-answer"),
        t!("answers-number"),
        t!("answers-who"),
    ];
    let id = format!("question-{place}");
    let labelled_by = id.clone();
    view! {
        <section class="stack" aria-labelledby=labelled_by>
            <h2 id=id>{label.clone()}</h2>
            <DataTable caption=label headings>{rows}</DataTable>
        </section>
    }
}

fn row(path: &str, answer: String, people: &[AnsweringPerson]) -> AnyView {
    let names = people.iter().enumerate().map(|(place, person)| {
        let href = format!("{path}/{}", person.id);
        let comma = (place > 0).then_some("; ");
        view! { {comma}<a class="quiet" href=href>{person.name.clone()}</a> }
    });
    let names = names.collect_view();
    view! {
        <tr>
            <th scope="row">{answer}</th>
            <td class="number">{people.len()}</td>
            <td class="small">{names}</td>
        </tr>
    }
    .into_any()
}
