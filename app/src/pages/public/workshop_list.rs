//! `/list/{token}`: who comes to a workshop, for whoever leads it. Also to print.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{Answer, Question, Registration};
use planner::timetables::{Roster, WorkshopList};
use ui::{
    components::{Notice, PageHead},
    dates::{clock, dates},
    shell::{Audience, Brand, Page, page},
    text::t,
    visit::planner,
};

use crate::{api::authorise::by_list, routes::param};

#[component]
pub fn WorkshopListPage() -> impl IntoView {
    page(async {
        let list = planner().workshop_list(&by_list(&param("token"))).await?;
        let details = &list.event.details;
        let lang = details.language.tag();
        let event = details.title.to_string();
        let content = if list.rosters.is_empty() {
            view! { <Notice><p>{t!("list-not-yet")}</p></Notice> }.into_any()
        } else {
            list.rosters
                .iter()
                .map(|roster| one_time(&list, roster))
                .collect_view()
                .into_any()
        };
        Ok(view! {
            <Page
                title=t!("list-page", workshop = list.title.as_str())
                brand=Brand::of_event(&list.network, &list.event)
                audience=Audience::Person
            >
                <PageHead title=list.title.clone() lang kind=event kind_lang=lang/>
                {content}
                <p class="soft small">{t!("list-confidential")}</p>
            </Page>
        })
    })
}

/// Those who come at one of the times at which the workshop is offered.
fn one_time(list: &WorkshopList, roster: &Roster) -> impl IntoView + use<> {
    let zone = list.event.details.time_zone.rules();
    let local = |at: Timestamp| at.to_zoned(zone.clone()).datetime();
    let (begins, ends) = (local(roster.begins), local(roster.ends));
    let time = t!(
        "way-time",
        begins = clock(begins.time()),
        ends = clock(ends.time())
    );
    let mut heading = vec![dates().day(begins.date()), time];
    heading.extend(roster.room.clone());
    let lang = list.event.details.language.tag();
    let columns = list
        .questions
        .iter()
        .map(|question| view! { <th scope="col" lang=lang>{question.label.to_string()}</th> })
        .collect_view();
    let people = roster.people.iter().filter_map(|id| {
        let mut people = list.people.iter();
        people.find(|person| person.id == *id)
    });
    let rows = people
        .map(|person| row(&list.questions, person))
        .collect_view();
    let id = format!("time-{}", roster.key.slot);
    let (labelled_by, region) = (id.clone(), id.clone());
    let count = roster.people.len();
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <h2 id=id>{heading.join(" · ")}</h2>
            <p>{t!("workshop-day-count", n = count)}</p>
            <div class="wide" tabindex="0" role="region" aria-labelledby=region>
                <table class="list">
                    <thead>
                        <tr>
                            <th scope="col">{t!("list-name")}</th>
                            <th scope="col">{t!("guest-list-organisation")}</th>
                            {columns}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(questions: &[Question], person: &Registration) -> impl IntoView + use<> {
    let answers = questions
        .iter()
        .map(|question| {
            let answer = person.answers.get(question.id);
            let answer = answer.and_then(|answer| match answer {
                Answer::YesNo(yes) => yes.then(|| t!("personal-yes")),
                answer => answer.shown(),
            });
            view! { <td class="words">{answer.unwrap_or_else(|| "–".to_owned())}</td> }
        })
        .collect_view();
    let organisation = person.person.organisation_name.as_ref();
    view! {
        <tr>
            <th scope="row">{person.person.name()}</th>
            <td>{organisation.map(ToString::to_string)}</td>
            {answers}
        </tr>
    }
}
