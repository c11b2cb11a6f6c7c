//! What is next about an event, in words.

use jiff::Timestamp;
use model::Event;
use planner::events::{EventOverview, NextStep, NextSteps};
use ui::{components::Step, dates::dates, text::t, visit::visit};

/// A step in words, and its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepText {
    /// What to do, in two or three words.
    pub title: String,
    pub text: String,
    /// The label of the button.
    pub action: String,
    pub href: String,
}

impl StepText {
    fn new(title: String, text: String, action: String, href: String) -> Self {
        Self {
            title,
            text,
            action,
            href,
        }
    }

    /// The words of a step of an event.
    pub fn of(step: NextStep, event: &Event) -> Self {
        let page = |path: &str| format!("/organise/events/{}{path}", event.id);
        match step {
            NextStep::MoveDraft => Self::new(
                t!("step-move"),
                t!("step-move.text"),
                t!("step-move.action"),
                page("/edit#f-starts_date"),
            ),
            NextStep::AddPlace => Self::new(
                t!("step-place"),
                t!("step-place.text"),
                t!("step-place.action"),
                page("/edit#f-place_name"),
            ),
            NextStep::PlanAgenda => Self::new(
                t!("step-agenda"),
                t!("step-agenda.text"),
                t!("step-agenda.action"),
                page("/agenda"),
            ),
            NextStep::SetUpCafe => Self::new(
                t!("step-cafe"),
                t!("step-cafe.text"),
                t!("step-cafe.action"),
                page("/cafe"),
            ),
            NextStep::Publish => Self::new(
                t!("step-publish"),
                t!("step-publish.text"),
                t!("step-publish.action"),
                page("/publish"),
            ),
            NextStep::AddPeople => Self::new(
                t!("step-add"),
                t!("step-add.text"),
                t!("step-add.action"),
                page("/invitations/new"),
            ),
            NextStep::RemindInvited { people } => Self::new(
                t!("step-remind"),
                t!("step-remind.text", n = people),
                t!("step-remind.action"),
                page("/invitations/remind"),
            ),
            NextStep::ShareLink => Self::new(
                t!("step-share"),
                t!("step-share.text"),
                t!("step-share.action"),
                page("/share"),
            ),
            NextStep::FillSeats { closes, free } => {
                let when = event.details.time_zone.clock(closes).date();
                let when = dates().day(when);
                let text = match free {
                    Some(free) => t!("step-fill.text", when = when, free = free),
                    None => t!("step-fill-unlimited", when = when),
                };
                let action = t!("step-fill.action");
                Self::new(t!("step-fill"), text, action, page("/share"))
            }
            NextStep::PlanNext { .. } | NextStep::PlanAgain => Self::of_ended(step, event),
            NextStep::ReplaceHosts { .. }
            | NextStep::MeetNeeds { .. }
            | NextStep::SeatAtTables { .. }
            | NextStep::CloseGaps { .. }
            | NextStep::PublishPlan => Self::about_plans(step, event),
            NextStep::AssignWorkshops
            | NextStep::RepairAssignment
            | NextStep::PlaceInWorkshops { .. }
            | NextStep::PublishWorkshops => Self::about_workshops(step, event),
            NextStep::ReachPeople { .. }
            | NextStep::Decide { .. }
            | NextStep::SeatWaiting { .. }
            | NextStep::ReadAnswers { .. }
            | NextStep::PrintList { .. }
            | NextStep::HoldEvent => Self::about_people(step, event),
        }
    }

    fn about_plans(step: NextStep, event: &Event) -> Self {
        let page = |part: &str| format!("/organise/events/{}/cafe{part}", event.id);
        match step {
            NextStep::ReplaceHosts { tables } => Self::new(
                t!("step-hosts", n = tables),
                t!("step-hosts.text"),
                t!("step-hosts.action"),
                page(""),
            ),
            NextStep::MeetNeeds { people } => Self::new(
                t!("step-needs", n = people),
                t!("step-needs.text"),
                t!("step-needs.action"),
                page("/plan"),
            ),
            NextStep::SeatAtTables { people } => Self::new(
                t!("step-tables", n = people),
                t!("step-tables.text"),
                t!("step-tables.action"),
                page("/plan"),
            ),
            NextStep::CloseGaps { people } => Self::new(
                t!("step-gaps", n = people),
                t!("step-gaps.text"),
                t!("step-gaps.action"),
                page("/plan"),
            ),
            _ => Self::new(
                t!("step-plan"),
                t!("step-plan.text"),
                t!("step-plan.action"),
                page("/publish"),
            ),
        }
    }

    fn about_workshops(step: NextStep, event: &Event) -> Self {
        let page = |part: &str| format!("/organise/events/{}/workshops/{part}", event.id);
        match step {
            NextStep::AssignWorkshops => Self::new(
                t!("step-assign"),
                t!("step-assign.text"),
                t!("step-assign.action"),
                page("assignment"),
            ),
            NextStep::RepairAssignment => Self::new(
                t!("step-repair"),
                t!("step-repair.text"),
                t!("step-repair.action"),
                page("assignment"),
            ),
            NextStep::PlaceInWorkshops { people } => Self::new(
                t!("step-place-people", n = people),
                t!("step-place-people.text"),
                t!("step-place-people.action"),
                page("assignment#without-workshop"),
            ),
            _ => Self::new(
                t!("step-publish-workshops"),
                t!("step-publish-workshops.text"),
                t!("step-publish-workshops.action"),
                page("publish"),
            ),
        }
    }

    fn about_people(step: NextStep, event: &Event) -> Self {
        let page = |path: &str| format!("/organise/events/{}{path}", event.id);
        let comes = page("/registrations?state=confirmed");
        match step {
            NextStep::ReachPeople { people } => Self::new(
                t!("step-reach", n = people),
                t!("step-reach.text", n = people),
                t!("step-reach.action"),
                page("/messages?state=refused"),
            ),
            NextStep::Decide { people } => Self::new(
                t!("step-decide", n = people),
                t!("step-decide.text", n = people),
                t!("step-decide.action"),
                page("/registrations?state=waitlisted"),
            ),
            NextStep::SeatWaiting { waiting, free } => Self::new(
                t!("step-waiting", n = waiting),
                t!("step-waiting.text", n = waiting, free = free),
                t!("step-waiting.action"),
                page("/registrations?state=waitlisted"),
            ),
            NextStep::ReadAnswers { people } => Self::new(
                t!("step-answers"),
                t!("step-answers.text", n = people),
                t!("step-answers.action"),
                comes,
            ),
            NextStep::PrintList { people } => Self::new(
                t!("step-print"),
                t!("step-print.text", n = people),
                t!("step-print.action"),
                comes,
            ),
            _ => Self::new(
                t!("step-hold"),
                t!("step-hold.text"),
                t!("step-hold.action"),
                comes,
            ),
        }
    }

    /// The steps after which there is another event.
    fn of_ended(step: NextStep, event: &Event) -> Self {
        let copy = format!("/organise/events/new?from={}", event.id);
        match step {
            NextStep::PlanNext { people } => Self::new(
                t!("step-next"),
                t!("step-next.text", n = people),
                t!("step-next.action"),
                copy,
            ),
            _ => Self::new(
                t!("step-again"),
                t!("step-again.text"),
                t!("step-again.action"),
                copy,
            ),
        }
    }
}

/// The steps of an event that a person can do.
pub(super) fn steps(overview: &EventOverview, may_plan: bool) -> Vec<Step> {
    let event = &overview.event;
    let steps = overview.next.steps.iter();
    let steps = steps.filter(|step| may_plan || step.only_reads());
    let steps = steps.map(|step| {
        let StepText {
            title,
            text,
            action,
            href,
        } = StepText::of(*step, event);
        let text = match step {
            NextStep::ReadAnswers { .. } => answers(overview).unwrap_or(text),
            _ => text,
        };
        Step {
            title,
            text,
            action: Some((action, href)),
        }
    });
    steps.collect()
}

/// *Dirk Pohl: Gebärdensprachdolmetschung · …*, if the overview shows the answers.
fn answers(overview: &EventOverview) -> Option<String> {
    let answers = &overview.free_answers;
    (!answers.is_empty()).then(|| {
        let answers = answers.iter();
        let shown = answers.map(|answer| format!("{}: {}", answer.name, answer.answer));
        shown.collect::<Vec<_>>().join(" · ")
    })
}

/// What the page says if there is nothing to do.
pub(crate) fn quiet_text(event: &Event, next: &NextSteps) -> String {
    match next.quiet_until {
        Some(until) => t!("steps-quiet-until", when = date(event, until)),
        None => t!("steps-quiet"),
    }
}

fn date(event: &Event, at: Timestamp) -> String {
    let zone = &event.details.time_zone;
    let today = zone.clock(visit().now).date();
    dates().short_day(zone.clock(at).date(), today)
}
