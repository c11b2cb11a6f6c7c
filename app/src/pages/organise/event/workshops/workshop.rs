//! Workshops: add, change, call off, remove.

use leptos::prelude::*;
use model::workshops::Workshop;
use planner::workshops::PlannedProgramme;
use ui::{
    components::{
        ConfirmNotice, Form, Hidden, Notice, PageHead, PostButton, Revision, SaveBar, Tone,
    },
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{back, base, fields::WorkshopFields, told, whom_ending_tells, workshops_band};
use crate::{
    api::{
        actions::{
            AddWorkshop, CallWorkshopOff, ChangeWorkshop, ReinstateWorkshop, RemoveWorkshop,
        },
        authorise::organises_event,
        workshops::workshop::WorkshopForm,
    },
    routes::param,
};

#[component]
pub fn NewWorkshopPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let found = planner().programme(&access).await?;
        let form =
            resubmitted::<AddWorkshop>().unwrap_or_else(|| WorkshopForm::blank(&found.programme));
        let overview = base(&found);
        Ok(view! {
            <Page
                title=t!("workshops-add")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=t!("workshops-add")/>
                <Form to=AddWorkshop::PATH>
                    <Hidden name="event" value=event.to_string()/>
                    <WorkshopFields form found/>
                    <SaveBar>
                        <button class="button first">{t!("workshops-save-new")}</button>
                        <a class="button" href=overview>{t!("workshops-leave")}</a>
                    </SaveBar>
                </Form>
            </Page>
        })
    })
}

#[component]
pub fn ChangeWorkshopPage() -> impl IntoView {
    page(async {
        let (found, workshop) = stored().await?;
        let booked = booked_in(&found, &workshop).await?;
        let current = workshop.revision;
        let form = resubmitted::<ChangeWorkshop>()
            .unwrap_or_else(|| WorkshopForm::of(&workshop, &found.programme));
        let sent = form.revision.clone();
        let ending = ending(&found, &workshop, booked);
        let told = told(&found, booked);
        let assigned = assigned(&found, &workshop).await?;
        let overview = base(&found);
        let lang = found.event.details.language.tag();
        Ok(view! {
            <Page
                title=t!("workshops-change")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=workshop.details.title.to_string() lang=lang/>
                {called_off(&workshop)}
                <Form to=ChangeWorkshop::PATH>
                    <Hidden name="event" value=workshop.event.to_string()/>
                    <Hidden name="workshop" value=workshop.id.to_string()/>
                    <Revision current sent/>
                    <WorkshopFields form found/>
                    {told}
                    {assigned}
                    <SaveBar>
                        <button class="button first">{t!("agenda-save")}</button>
                        <a class="button" href=overview>{t!("workshops-leave")}</a>
                    </SaveBar>
                </Form>
                {ending}
            </Page>
        })
    })
}

/// How many people the assignment has in a workshop, which a smaller maximum may leave without a seat.
async fn assigned(
    found: &PlannedProgramme,
    workshop: &Workshop,
) -> Result<Option<impl IntoView + use<>>, AppError> {
    let (_, access) = organises_event(&found.event.id.to_string())?;
    let people = planner().most_assigned(&access, workshop.id).await?;
    Ok((people > 0).then(|| view! { <p class="hint">{t!("workshops-assigned", n = people)}</p> }))
}

fn called_off(workshop: &Workshop) -> Option<impl IntoView + use<>> {
    (!workshop.is_planned()).then(|| {
        view! { <Notice tone=Tone::Bad><p>{t!("workshops-is-called-off")}</p></Notice> }
    })
}

/// Calling the workshop off, or back; removing it.
fn ending(found: &PlannedProgramme, workshop: &Workshop, booked: u32) -> impl IntoView + use<> {
    let fields = vec![
        ("event", workshop.event.to_string()),
        ("workshop", workshop.id.to_string()),
    ];
    let (state, about) = if workshop.is_planned() {
        let label = t!("workshops-call-off");
        let button = view! { <PostButton to=CallWorkshopOff::PATH label fields/> };
        let told = whom_ending_tells(found, booked);
        (
            button.into_any(),
            format!("{} {told}", t!("workshops-call-off.hint")),
        )
    } else {
        let label = t!("workshops-reinstate");
        let button = view! { <PostButton to=ReinstateWorkshop::PATH label fields/> };
        (button.into_any(), t!("workshops-reinstate.hint"))
    };
    let remove = format!("{}/{}/remove", base(found), workshop.id);
    view! {
        <section class="card">
            <h2>{t!("workshops-ending")}</h2>
            <p class="soft">{about}</p>
            <div class="row">
                {state}
                <a class="button harm" href=remove>{t!("workshops-remove.ask")}</a>
            </div>
        </section>
    }
}

#[component]
pub fn RemoveWorkshopPage() -> impl IntoView {
    page(async {
        let (found, workshop) = stored().await?;
        let booked = booked_in(&found, &workshop).await?;
        let offers = found.programme.offers_of(workshop.id).count();
        let consequences = vec![
            t!("workshops-remove-offers", n = offers),
            whom_ending_tells(&found, booked),
        ];
        Ok(view! {
            <Page
                title=t!("workshops-remove")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=t!("workshops-remove")/>
                <ConfirmNotice
                    title=workshop.details.title.to_string()
                    tone=Tone::Bad
                    consequences
                >
                    <Form to=RemoveWorkshop::PATH>
                        <Hidden name="event" value=found.event.id.to_string()/>
                        <Hidden name="workshop" value=workshop.id.to_string()/>
                        <div class="row">
                            <button class="button harm">{t!("workshops-remove")}</button>
                            <a class="button" href=base(&found)>{t!("workshops-keep")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}

/// How many people have booked a workshop, or wait for a seat in it.
async fn booked_in(found: &PlannedProgramme, workshop: &Workshop) -> Result<u32, AppError> {
    let (_, access) = organises_event(&found.event.id.to_string())?;
    Ok(planner()
        .people_who_booked(&access, Some(workshop.id))
        .await?)
}

/// The programme, and the workshop that the path names.
async fn stored() -> Result<(PlannedProgramme, Workshop), AppError> {
    let (_, access) = organises_event(&param("id"))?;
    let workshop = param("workshop").parse().map_err(|_| AppError::NotFound)?;
    let found = planner().programme(&access).await?;
    let workshop = found.programme.workshop(workshop).cloned();
    let workshop = workshop.ok_or(AppError::NotFound)?;
    Ok((found, workshop))
}
