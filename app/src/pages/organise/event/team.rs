//! `/organise/events/{id}/team`: who works for one event only.

use leptos::prelude::*;
use model::{EventId, EventRole, Member};
use planner::people::EventTeam;
use ui::{
    components::{Choice, DataTable, Form, Hidden, Notice, PageHead, PostButton, Radios, Tone},
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::planner,
};

use super::head::{EventTab, event_band};
use crate::{
    api::{
        actions::{AddEventMember, RemoveEventMember},
        authorise::organises_event,
        event_team::EventMemberForm,
    },
    pages::organise::members::{invited_in, name_and_address},
    routes::param,
};

#[component]
pub fn EventTeamPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let team = planner().event_team(&access).await?;
        let done = match last_result().as_deref() {
            Some("added") => Some(t!("event-team-added")),
            Some("removed") => Some(t!("event-team-removed")),
            _ => None,
        };
        let form = resubmitted::<AddEventMember>().unwrap_or_else(EventMemberForm::blank);
        let list = (!team.people.is_empty()).then(|| table(&team));
        Ok(view! {
            <Page
                title=t!("event-team-title")
                brand=&team.network
                section=Section::Events
                band=event_band(&team.network, &team.event, team.confirmed, EventTab::Overview)
                width=Width::Narrow
            >
                <PageHead title=t!("event-team-title")/>
                {done.map(|done| view! { <Notice tone=Tone::Good><p role="status">{done}</p></Notice> })}
                <p>{t!("event-team-about")}</p>
                {list}
                {add(event, form)}
            </Page>
        })
    })
}

fn table(team: &EventTeam) -> impl IntoView + use<> {
    let event = team.event.id;
    let rows: Vec<_> = team.people.iter().map(|one| row(event, one)).collect();
    let headings = vec![
        t!("member-name"),
        t!("member-address"),
        t!("member-role"),
        t!("event-team-remove"),
    ];
    view! { <DataTable caption=t!("event-team-title") headings stacks=true>{rows}</DataTable> }
}

fn row(event: EventId, (member, role): &(Member, EventRole)) -> impl IntoView + use<> {
    let name = member.name.to_string();
    let fields = vec![
        ("event", event.to_string()),
        ("member", member.id.to_string()),
    ];
    view! {
        <tr>
            <th scope="row">{name.clone()}</th>
            <td class="address">{member.address.to_string()}</td>
            <td>{role.name()}</td>
            <td>
                <PostButton
                    to=RemoveEventMember::PATH
                    label=t!("event-team-remove")
                    fields
                    class="button small harm"
                    about=name
                />
            </td>
        </tr>
    }
}

fn add(event: EventId, form: EventMemberForm) -> impl IntoView {
    view! {
        <section class="card editor" aria-labelledby="add">
            <h2 id="add">{t!("event-team-add")}</h2>
            <Form to=AddEventMember::PATH>
                <Hidden name="event" value=event.to_string()/>
                {name_and_address(form.name, form.address, t!("event-team-address.hint"))}
                <Radios
                    name="role"
                    label=t!("member-role")
                    value=form.role
                    choices=Choice::of(EventRole::ALL)
                    hint=t!("event-team-role.hint")
                />
                {invited_in(form.language)}
                <div class="row">
                    <button class="button first">{t!("event-team-invite-button")}</button>
                </div>
            </Form>
        </section>
    }
}
