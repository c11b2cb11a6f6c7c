//! `/organise/events/{id}/agenda/{session}`: one item.

use leptos::{prelude::*, server_fn::ServerFn};

use super::{
    super::head::{EventHead, EventTab},
    fields::SessionFields,
    several_days,
};
use crate::{
    api::{
        agenda::{ChangeSession, SessionForm},
        right::organises_event,
    },
    components::{Check, Form, Hidden, Seen},
    echo::echo,
    routes::param,
    shell::{Page, Section, page},
    text::t,
    told::Told,
    visit::planner,
};

#[component]
pub fn ChangeSessionPage() -> impl IntoView {
    page(async {
        let (event, right) = organises_event(&param("id")).await?;
        let planned = planner().planned_event(&right.reads(), event).await?;
        let session = param("session");
        let stored = planned
            .agenda
            .iter()
            .find(|stored| stored.id.to_string() == session);
        let typed = echo::<ChangeSession>();
        // Somebody may have removed it while it was changed here; what was typed is not lost.
        if stored.is_none() && typed.is_none() {
            return Err(Told::NotFound);
        }
        let seen = stored.map(SessionForm::seal).unwrap_or_default();
        let form = typed
            .or_else(|| stored.map(SessionForm::of))
            .unwrap_or_default();
        let title = stored.map_or_else(|| form.title.clone(), |stored| stored.title.to_string());
        let (along, several_days) = (form.along.is_some(), several_days(&planned, &form));
        let label = if several_days {
            t!("agenda-along-day")
        } else {
            t!("agenda-along")
        };
        let agenda = format!("/organise/events/{event}/agenda");
        let remove = stored.map(|stored| {
            let href = format!("{agenda}/{}/remove", stored.id);
            view! { <a class="button harm" href=href>{t!("agenda-remove.long")}</a> }
        });
        Ok(view! {
            <Page title=t!("agenda-change-title", title = title.as_str()) brand=&planned.network section=Section::Events>
                <EventHead network=planned.network.clone() event=planned.event.clone() current=EventTab::Agenda/>
                <section class="card" aria-labelledby="change">
                    <h2 id="change">{t!("agenda-change-title", title = title.as_str())}</h2>
                    <Form to=ChangeSession::PATH>
                        <Hidden name="event" value=event.to_string()/>
                        <Hidden name="session" value=session/>
                        <Seen current=seen/>
                        <SessionFields form several_days/>
                        <Check name="along" label checked=along hint=t!("agenda-along.hint")/>
                        <div class="row">
                            <button class="button first">{t!("agenda-save")}</button>
                            <a class="button" href=agenda>{t!("agenda-back")}</a>
                            {remove}
                        </div>
                    </Form>
                </section>
            </Page>
        })
    })
}
