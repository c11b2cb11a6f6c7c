//! Decisions about a registration. A dialog shows the consequences first.

use leptos::prelude::*;
use model::{EventState, RegistrationState};
use planner::registrations::PersonRecord;
use ui::{
    components::{Area, ConfirmNotice, Form, Hidden, Notice, PostButton, Tone},
    forms::resubmitted,
    text::{t, waits_for},
    visit::{query, visit},
};

use super::address_text;
use crate::api::actions::{CancelRegistration, ConfirmRegistration, DeclineRegistration, MoveUp};

/// The dialog of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DecisionDialog {
    Confirm,
    Decline,
    Cancel,
}

impl DecisionDialog {
    const fn word(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Decline => "decline",
            Self::Cancel => "cancel",
        }
    }

    const fn into_state(self) -> RegistrationState {
        match self {
            Self::Confirm => RegistrationState::Confirmed,
            Self::Decline => RegistrationState::Declined,
            Self::Cancel => RegistrationState::Cancelled,
        }
    }

    /// Whether the state of the registration allows the decision.
    fn fits(self, record: &PersonRecord) -> bool {
        let possible = record
            .registration
            .state
            .may_become()
            .contains(&self.into_state());
        let event = record.event.state;
        possible
            && match self {
                Self::Confirm => event == EventState::Published,
                Self::Decline | Self::Cancel => event != EventState::Cancelled,
            }
    }

    fn label(self) -> String {
        match self {
            Self::Confirm => t!("decide-confirm"),
            Self::Decline => t!("decide-decline"),
            Self::Cancel => t!("decide-cancel"),
        }
    }
}

/// The dialog that the query asks for.
pub(super) fn requested_dialog() -> Option<DecisionDialog> {
    let word = query("decide")?;
    [
        DecisionDialog::Confirm,
        DecisionDialog::Decline,
        DecisionDialog::Cancel,
    ]
    .into_iter()
    .find(|dialog| dialog.word() == word)
}

fn page_of(record: &PersonRecord) -> String {
    format!(
        "/organise/events/{}/registrations/{}",
        record.event.id, record.registration.id
    )
}

/// The possible decisions, as links to their dialogs.
pub(super) fn decisions(record: &PersonRecord) -> impl IntoView + use<> {
    let page = page_of(record);
    let links: Vec<_> = [
        DecisionDialog::Confirm,
        DecisionDialog::Decline,
        DecisionDialog::Cancel,
    ]
    .into_iter()
    .filter(|dialog| dialog.fits(record))
    .map(|dialog| {
        let href = format!("{page}?decide={}", dialog.word());
        let class = match dialog {
            DecisionDialog::Confirm => "button first",
            DecisionDialog::Decline | DecisionDialog::Cancel => "button",
        };
        view! { <a class=class href=href>{dialog.label()}</a> }
    })
    .collect();
    // Where organisers decide there is no order.
    let before = record.before.last();
    let before = before.filter(|_| !record.event.details.is_by_approval());
    let up = before.map(|before| {
        view! {
            <PostButton
                to=MoveUp::PATH
                label=t!("decide-up")
                fields=vec![
                    ("registration", record.registration.id.to_string()),
                    ("back", visit().path.clone()),
                ]
            />
            <p class="hint">{t!("decide-up.hint", name = before.person.name())}</p>
        }
    });
    (!links.is_empty() || up.is_some()).then(|| {
        view! {
            <aside class="card" aria-labelledby="decide">
                <h2 id="decide">{t!("decide-title")}</h2>
                {links}
                {up}
            </aside>
        }
    })
}

/// The consequences of a decision, and the button.
pub(super) fn decision_dialog(record: &PersonRecord, dialog: DecisionDialog) -> Option<AnyView> {
    if !dialog.fits(record) {
        return None;
    }
    let is_beyond = !record.seat_free && query("beyond").is_some();
    if dialog == DecisionDialog::Confirm && !record.seat_free && !is_beyond {
        return Some(full(record).into_any());
    }
    let name = record.registration.person.name();
    let id = record.registration.id.to_string();
    let seen = record.registration.state.to_string();
    let page = page_of(record);
    let back = view! { <a class="button" href=page>{t!("decide-back")}</a> };
    let (title, tone, consequences) = match dialog {
        DecisionDialog::Confirm => (
            t!("decide-confirm-question", name = name),
            Tone::Accent,
            seat_consequences(record),
        ),
        DecisionDialog::Decline => (
            t!("decide-decline-question", name = name),
            Tone::Bad,
            end_consequences(record, dialog),
        ),
        DecisionDialog::Cancel => (
            t!("decide-cancel-question", name = name),
            Tone::Bad,
            end_consequences(record, dialog),
        ),
    };
    let button = |to: &'static str, label: String, class: &'static str| {
        let mut fields = vec![("registration", id.clone()), ("seen", seen.clone())];
        if is_beyond {
            fields.push(("beyond", "yes".to_owned()));
        }
        view! { <PostButton to label fields class/> }
    };
    let form = match dialog {
        DecisionDialog::Confirm => {
            let go = button(
                ConfirmRegistration::PATH,
                t!("decide-confirm-go"),
                "button first",
            );
            view! { <div class="row">{go}{back}</div> }.into_any()
        }
        DecisionDialog::Cancel => {
            let go = button(
                CancelRegistration::PATH,
                t!("decide-cancel-go"),
                "button harm",
            );
            view! { <div class="row">{go}{back}</div> }.into_any()
        }
        DecisionDialog::Decline => {
            let reason = resubmitted::<DeclineRegistration>()
                .unwrap_or_default()
                .reason;
            view! {
                <Form to=DeclineRegistration::PATH>
                    <Hidden name="registration" value=id/>
                    <Hidden name="seen" value=seen.clone()/>
                    <Area
                        name="reason"
                        label=t!("decide-reason")
                        value=reason
                        hint=t!("decide-reason.hint")
                        rows=3
                    />
                    <div class="row">
                        <button class="button harm">{t!("decide-decline-go")}</button>
                        {back}
                    </div>
                </Form>
            }
            .into_any()
        }
    };
    Some(view! { <ConfirmNotice title tone consequences>{form}</ConfirmNotice> }.into_any())
}

/// The notice that no seat is free for the person. Free seats may be held for others.
fn full(record: &PersonRecord) -> impl IntoView + use<> {
    let held = record.any_seat_free;
    let change = format!("/organise/events/{}/edit", record.event.id);
    let anyway = format!("{}?decide=confirm&beyond=yes", page_of(record));
    let change = view! {
        <a class="button" href=change>{t!("decide-full-change")}</a>
        <a class="button" href=anyway>{t!("decide-anyway")}</a>
    }
    .into_any();
    let says = t!("decide-full", name = record.registration.person.name());
    let advice = if held {
        t!("decide-full-held")
    } else {
        t!("decide-full-advice")
    };
    view! {
        <Notice tone=Tone::Warn action=change>
            <p><b>{says}</b></p>
            <p>{advice}</p>
        </Notice>
    }
}

fn seat_consequences(record: &PersonRecord) -> Vec<String> {
    let registration = &record.registration;
    let address = registration.person.address.as_str();
    let mut happens = Vec::new();
    if !record.seat_free {
        let (taken, of) = (
            record.taken + 1,
            record.event.details.capacity.unwrap_or_default(),
        );
        happens.push(if record.any_seat_free {
            t!("decide-beyond-held", taken = taken, of = of)
        } else {
            t!("decide-beyond", taken = taken, of = of)
        });
    }
    if registration.state == RegistrationState::Pending {
        happens.push(t!("decide-unconfirmed", address = address));
    }
    if !record.before.is_empty() && !record.event.details.is_by_approval() {
        happens.push(t!("decide-skips", n = record.before.len()));
    }
    happens.push(if registration.person.address.is_stand_in() {
        t!("person-no-address-no-mail")
    } else {
        t!("decide-seat-mail", address = address)
    });
    happens
}

fn end_consequences(record: &PersonRecord, dialog: DecisionDialog) -> Vec<String> {
    let registration = &record.registration;
    let address = registration.person.address.as_str();
    let mut happens = Vec::new();
    match (registration.state, &record.next, record.position) {
        (RegistrationState::Confirmed, Some(next), _) => {
            let name = next.person.name();
            let next = address_text(&next.person.address);
            happens.push(t!("decide-next", name = name, address = next));
        }
        (RegistrationState::Confirmed, None, _) => {
            let waits = waits_for(&record.event.details);
            happens.push(t!("decide-next-nobody", waits = waits));
        }
        (_, _, Some(position)) if !record.event.details.is_by_approval() => {
            happens.push(t!("decide-place-lost", position = position));
        }
        _ => {}
    }
    let invited = registration.state == RegistrationState::Confirmed
        && registration.invitation_sequence.is_some();
    happens.push(if registration.person.address.is_stand_in() {
        t!("person-no-address-no-mail")
    } else if invited {
        t!("decide-end-calendar", address = address)
    } else if record.event.state == EventState::Draft {
        t!("decide-end-silent")
    } else {
        t!("decide-end-mail", address = address)
    });
    happens.push(match dialog {
        DecisionDialog::Decline => t!("decide-declined-stays"),
        DecisionDialog::Confirm | DecisionDialog::Cancel => t!("decide-cancelled-may-return"),
    });
    happens
}
