//! `/organise/events/{id}/workshops/copy`: the slots and workshops of another event.

use leptos::prelude::*;
use planner::events::EventSummary;
use ui::{
    components::{Choice, EmptyState, Form, Hidden, PageHead, Select},
    dates::dates,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{planner, visit},
};

use super::{back, base, workshops_band};
use crate::{
    api::{actions::TakeOverWorkshops, authorise::organises_event},
    routes::param,
};

#[component]
pub fn TakeOverWorkshopsPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let found = planner().programme(&access).await?;
        let form = resubmitted::<TakeOverWorkshops>().unwrap_or_default();
        let right = visit().signed_in()?.reads(found.network.id)?;
        let lists = planner().events(&right).await?;
        let others = lists.past.into_iter().chain(lists.upcoming);
        let choices: Vec<Choice> = others
            .filter(|other| other.event.id != event)
            .map(|EventSummary { event: other, .. }| {
                let details = &other.details;
                let when = dates().event(details, &found.network.time_zone);
                Choice::new(other.id.to_string(), format!("{} · {when}", details.title))
            })
            .collect();
        let overview = base(&found);
        let content = if choices.is_empty() {
            view! {
                <EmptyState title=t!("workshops-copy-none")>
                    <p><a href=overview>{t!("workshops-back")}</a></p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                <section class="card">
                    <Form to=TakeOverWorkshops::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <Select
                            name="from"
                            label=t!("workshops-copy-from")
                            value=form.from
                            choices
                            none=t!("workshops-copy-choose")
                            unmarked=true
                            hint=t!("workshops-copy.hint")
                        />
                        <div class="row">
                            <button class="button first">{t!("workshops-copy-go")}</button>
                            <a class="button" href=overview>{t!("workshops-leave")}</a>
                        </div>
                    </Form>
                </section>
            }
            .into_any()
        };
        Ok(view! {
            <Page
                title=t!("workshops-copy")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=t!("workshops-copy")/>
                {content}
            </Page>
        })
    })
}
