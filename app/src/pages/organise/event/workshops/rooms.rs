//! `/organise/events/{id}/workshops/rooms`: how many seats the rooms have.

use leptos::prelude::*;
use ui::{
    components::{Field, Form, Hidden, InputKind, PageHead, SaveBar},
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{back, base, workshops_band};
use crate::{
    api::{
        actions::SaveRooms,
        authorise::organises_event,
        workshops::rooms::{RoomRow, RoomsForm},
    },
    routes::param,
};

#[component]
pub fn RoomsPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let found = planner().programme(&access).await?;
        let form = resubmitted::<SaveRooms>().unwrap_or_else(|| RoomsForm::of(&found.programme));
        let rows = form.rooms.into_iter().enumerate();
        let rows: Vec<_> = rows.map(|(index, row)| fields(index, row)).collect();
        Ok(view! {
            <Page
                title=t!("workshops-rooms")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=t!("workshops-rooms")/>
                <p class="soft">{t!("workshops-rooms.about")}</p>
                <Form to=SaveRooms::PATH>
                    <Hidden name="event" value=event.to_string()/>
                    <section class="card">{rows}</section>
                    <SaveBar>
                        <button class="button first">{t!("agenda-save")}</button>
                        <a class="button" href=base(&found)>{t!("workshops-leave")}</a>
                    </SaveBar>
                </Form>
            </Page>
        })
    })
}

fn fields(index: usize, row: RoomRow) -> impl IntoView {
    let number = index + 1;
    view! {
        <div class="pair">
            <Field
                name=format!("rooms[{index}][name]")
                label=t!("workshops-room-name", n = number)
                value=row.name
                unmarked=true
            />
            <Field
                name=format!("rooms[{index}][seats]")
                label=t!("workshops-room-seats", n = number)
                value=row.seats
                kind=InputKind::Number
                unmarked=true
            />
        </div>
    }
}
