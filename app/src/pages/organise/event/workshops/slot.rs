//! Time slots: add, move, remove.

use leptos::prelude::*;
use model::workshops::{SlotWay, TimeSlot};
use planner::workshops::{PlannedProgramme, SlotSeats};
use ui::{
    components::{
        Check, Choice, ConfirmNotice, Field, Form, Hidden, InputKind, PageHead, Radios, Revision,
        Tone, WhichOfTwo, set_summary_label,
    },
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, Width, page},
    text::t,
    visit::planner,
};

use super::{back, base, slot_name, told, whom_ending_tells, workshops_band};
use crate::{
    api::{
        actions::{AddSlot, ChangeSlot, RemoveSlot},
        authorise::organises_event,
        workshops::slot::SlotForm,
    },
    routes::param,
};

#[component]
pub fn NewSlotPage() -> impl IntoView {
    page(async {
        let (_, access) = organises_event(&param("id"))?;
        let found = planner().programme(&access).await?;
        let form = resubmitted::<AddSlot>().unwrap_or_else(|| SlotForm::next_in(&found));
        Ok(view! {
            <Page
                title=t!("workshops-slot-add")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=t!("workshops-slot-add")/>
                <section class="card">
                    <Form to=AddSlot::PATH>
                        <SlotFields form/>
                        <p class="hint">{t!("workshops-slot.hint")}</p>
                        <div class="row">
                            <button class="button first">{t!("workshops-slot-save-new")}</button>
                            <a class="button" href=base(&found)>{t!("workshops-leave")}</a>
                        </div>
                    </Form>
                </section>
            </Page>
        })
    })
}

#[component]
pub fn ChangeSlotPage() -> impl IntoView {
    page(async {
        let (found, slot) = stored().await?;
        let seats = seats_of(&found, &slot).await?;
        let stored = SlotForm::of(&slot, found.zone());
        let current = slot.revision;
        let form = resubmitted::<ChangeSlot>().unwrap_or(stored);
        let sent = form.revision.clone();
        let remove = format!("{}/slots/{}/remove", base(&found), slot.id);
        Ok(view! {
            <Page
                title=t!("workshops-slot-change")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=slot_name(&slot, found.zone())/>
                <section class="card">
                    <Form to=ChangeSlot::PATH>
                        <Hidden name="slot" value=form.slot.clone()/>
                        <Revision current sent/>
                        <SlotFields form=form.clone()/>
                        {other_way(&slot, seats, &form)}
                        <p class="hint">{t!("workshops-slot-moves")}</p>
                        {told(&found, seats.booked)}
                        <div class="row">
                            <button class="button first">{t!("agenda-save")}</button>
                            <a class="button" href=base(&found)>{t!("workshops-leave")}</a>
                            <a class="button harm" href=remove>{t!("workshops-slot-remove")}</a>
                        </div>
                    </Form>
                </section>
            </Page>
        })
    })
}

#[component]
pub fn RemoveSlotPage() -> impl IntoView {
    page(async {
        let (found, slot) = stored().await?;
        let offers = found.programme.offers_in(slot.id).count();
        let seats = seats_of(&found, &slot).await?;
        let name = slot_name(&slot, found.zone());
        let consequences = vec![
            t!("workshops-slot-remove-offers", n = offers),
            whom_ending_tells(&found, seats.booked),
        ];
        Ok(view! {
            <Page
                title=t!("workshops-slot-remove")
                brand=&found.network
                section=Section::Events
                band=workshops_band(&found)
                width=Width::Narrow
            >
                {back(&found)}
                <PageHead title=t!("workshops-slot-remove")/>
                <ConfirmNotice title=name tone=Tone::Bad consequences>
                    <Form to=RemoveSlot::PATH>
                        <Hidden name="event" value=found.event.id.to_string()/>
                        <Hidden name="slot" value=slot.id.to_string()/>
                        <div class="row">
                            <button class="button harm">{t!("workshops-slot-remove")}</button>
                            <a class="button" href=base(&found)>{t!("workshops-slot-keep")}</a>
                        </div>
                    </Form>
                </ConfirmNotice>
            </Page>
        })
    })
}

/// The programme, and the slot that the path names.
async fn stored() -> Result<(PlannedProgramme, TimeSlot), AppError> {
    let (_, access) = organises_event(&param("id"))?;
    let slot = param("slot").parse().map_err(|_| AppError::NotFound)?;
    let found = planner().programme(&access).await?;
    let slot = found.programme.slot(slot).cloned();
    let slot = slot.ok_or(AppError::NotFound)?;
    Ok((found, slot))
}

async fn seats_of(found: &PlannedProgramme, slot: &TimeSlot) -> Result<SlotSeats, AppError> {
    let (_, access) = organises_event(&found.event.id.to_string())?;
    Ok(planner().slot_seats(&access, slot.id).await?)
}

/// What becomes of the seats of a slot with another way to them; whether they may end is asked here.
fn other_way(slot: &TimeSlot, seats: SlotSeats, form: &SlotForm) -> Option<AnyView> {
    let label = match slot.way {
        SlotWay::FirstCome if seats.booked > 0 => {
            t!("workshops-way-ends-bookings", n = seats.booked)
        }
        SlotWay::Wishes if seats.assigned > 0 => {
            t!("workshops-way-ends-seats", n = seats.assigned)
        }
        SlotWay::FirstCome | SlotWay::Wishes | SlotWay::Together => return None,
    };
    let stays = (slot.way == SlotWay::Wishes)
        .then(|| view! { <p class="hint">{t!("workshops-way-keeps-seats")}</p> });
    let checked = form.ends_seats.is_some();
    Some(view! { {stays}<Check name="ends_seats" label checked/> }.into_any())
}

/// The ways to the seats, each with what it means for participants.
fn ways() -> Vec<Choice> {
    SlotWay::ALL
        .iter()
        .map(|way| {
            let about = match way {
                SlotWay::Together => t!("workshops-way-together.about"),
                SlotWay::FirstCome => t!("workshops-way-first-come.about"),
                SlotWay::Wishes => t!("workshops-way-wishes.about"),
            };
            Choice::new(way.to_string(), about)
        })
        .collect()
}

#[component]
fn SlotFields(form: SlotForm) -> impl IntoView {
    set_summary_label("way", &t!("workshops-way-short"));
    view! {
        <Hidden name="event" value=form.event/>
        <div class="pair">
            <Field name="date" label=t!("agenda-date") value=form.date kind=InputKind::Date required=true/>
            <Field name="time" label=t!("agenda-time") value=form.time kind=InputKind::Time required=true/>
            <Field name="ends" label=t!("agenda-ends") value=form.ends kind=InputKind::Time required=true/>
        </div>
        <WhichOfTwo name="which" value=form.which/>
        <Radios
            name="way"
            label=t!("workshops-way")
            value=form.way
            choices=ways()
            required=true
        />
    }
}
