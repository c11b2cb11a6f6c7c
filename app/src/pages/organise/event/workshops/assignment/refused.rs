//! `/organise/events/{id}/workshops/assignment/refused`: who does not have their first wish, and why.

use leptos::prelude::*;
use model::RegistrationId;
use planner::assignments::{RefusedFirstWish, RefusedFirstWishes};
use ui::{
    components::{DataTable, EmptyState, PageHead},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::{
    super::{super::head::EventTab, band_of},
    rules::name_of,
};
use crate::{
    api::authorise::reads_event,
    pages::explanation::{Names, refusal_text},
    routes::param,
};

#[component]
pub fn RefusedWishesPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let found = planner().refused_first_wishes(&access).await?;
        let assignment = &found.board.assignment;
        let band = band_of(assignment, EventTab::Assignment);
        let title = t!("refused-title");
        let facts = vec![t!("assignment-people", n = found.refused.len()).into_any()];
        let content = content(&found);
        Ok(view! {
            <Page title=title.clone() brand=&assignment.network section=Section::Events band>
                <p class="back">
                    <a href=format!("/organise/events/{event}/workshops/assignment")>{t!("assigned-back")}</a>
                </p>
                <PageHead title facts/>
                {content}
            </Page>
        })
    })
}

fn content(found: &RefusedFirstWishes) -> AnyView {
    if found.refused.is_empty() {
        return view! { <EmptyState title=t!("refused-none")><p>{t!("refused-none.text")}</p></EmptyState> }
            .into_any();
    }
    let search = query("search").unwrap_or_default();
    let rows: Vec<_> = found
        .refused
        .iter()
        .filter(|one| matches(found, one, &search))
        .map(|one| row(found, one))
        .collect();
    let headings = vec![t!("refused-person"), t!("refused-wish"), t!("refused-why")];
    let caption = t!("refused-title");
    let table = if rows.is_empty() {
        view! { <p>{t!("refused-no-match")}</p> }.into_any()
    } else {
        view! { <DataTable caption headings stacks=true>{rows}</DataTable> }.into_any()
    };
    view! {
        <form class="row" role="search" method="get">
            <input type="search" name="search" value=search aria-label=t!("refused-search") placeholder=t!("refused-search")/>
            <button class="button">{t!("refused-find")}</button>
        </form>
        {table}
    }
    .into_any()
}

/// Whether a text is part of the name or of the workshop's title.
fn matches(found: &RefusedFirstWishes, one: &RefusedFirstWish, search: &str) -> bool {
    let name = name_of(&found.board.assignment, one.person);
    let title = names(found, None).workshop(one.refused.wish.workshop);
    let search = search.trim().to_lowercase();
    [name, title]
        .iter()
        .any(|text| text.to_lowercase().contains(&search))
}

fn names<'a>(
    found: &'a RefusedFirstWishes,
    people: Option<&'a dyn Fn(RegistrationId) -> String>,
) -> Names<'a> {
    Names {
        event: &found.board.assignment.event,
        programme: &found.board.assignment.programme,
        people,
    }
}

fn row(found: &RefusedFirstWishes, one: &RefusedFirstWish) -> impl IntoView + use<> {
    let assignment = &found.board.assignment;
    let name = |person: RegistrationId| name_of(assignment, person);
    let names = names(found, Some(&name));
    let href = format!(
        "/organise/events/{}/workshops/assignment/{}",
        assignment.event.id, one.person
    );
    let registration = assignment.person(one.person);
    let organisation = registration.and_then(|one| one.person.organisation_name.as_ref());
    let organisation =
        organisation.map(|name| view! { <br/><small class="soft">{name.to_string()}</small> });
    let lang = assignment.event.details.language.tag();
    let title = names.workshop(one.refused.wish.workshop);
    let about = (one.person, found.is_changed_by_hand);
    let why = refusal_text(names, about, &one.refused.reason);
    view! {
        <tr>
            <th scope="row"><a href=href>{name(one.person)}</a>{organisation}</th>
            <td data-heading=t!("refused-wish")>
                <span><span lang=lang>{title}</span><br/><small class="soft">{names.time(one.slot)}</small></span>
            </td>
            <td data-heading=t!("refused-why")>{why}</td>
        </tr>
    }
}
