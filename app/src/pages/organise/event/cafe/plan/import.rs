//! `/organise/events/{id}/cafe/plan/import`: a plan from a table.

use leptos::prelude::*;
use planner::cafes::{PlanColumn, PlanImport, SeatFault};
use ui::{
    components::{
        Area, Check, FileField, Form, FormEncoding, Hidden, Notice, PageHead, SubmittedBy, Tone,
    },
    forms::resubmitted,
    shell::{Page, Section, page},
    text::t,
    visit::planner,
};

use super::{Links, People, Shown, item_asked_for, links::Chosen, rule_in_round};
use crate::{
    api::{
        actions::ImportPlan,
        authorise::{organises_event, reads_event},
        cafe_solving::ImportPlanForm,
    },
    pages::organise::event::head::{CafePart, cafe_band},
    routes::param,
};

#[component]
pub fn ImportPlanPage() -> impl IntoView {
    page(async {
        let (event, _) = organises_event(&param("id"))?;
        let (_, access) = reads_event(&param("id"))?;
        let item = item_asked_for()?;
        let board = planner().cafe_board(&access, item, None).await?;
        let cafe = &board.cafe;
        let form = resubmitted::<ImportPlan>().unwrap_or_else(|| ImportPlanForm {
            event: event.to_string(),
            item: item.map(|item| item.to_string()).unwrap_or_default(),
            version: board
                .version
                .as_ref()
                .map(|version| version.head.number.to_string())
                .unwrap_or_default(),
            ..ImportPlanForm::default()
        });
        let found = if form.text.trim().is_empty() || cafe.plan.is_none() {
            None
        } else {
            Some(
                planner()
                    .preview_plan_import(&access, item, &form.text)
                    .await?,
            )
        };
        let links = Links::new(event, item);
        let would_break = matches!(found, Some(PlanImport::WouldBreak(_)));
        let found = found.map(|found| outcome(&board, &links, found));
        let back = links.board();
        Ok(view! {
            <Page
                title=t!("cafe-import-title")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, CafePart::Plan)
            >
                <p class="back"><a href=back>{t!("event-tab-cafe-plan")}</a></p>
                <PageHead title=t!("cafe-import-title")/>
                <Form to=ImportPlan::PATH encoding=FormEncoding::Multipart submitted_by=SubmittedBy::Browser>
                    <Hidden name="event" value=form.event/>
                    <Hidden name="item" value=form.item/>
                    <Hidden name="version" value=form.version/>
                    {found}
                    <p>{t!("cafe-import-hint")}</p>
                    <FileField name="file" label=t!("cafe-import-file") accept=".csv,text/csv,text/plain"/>
                    <Area name="text" label=t!("cafe-import-text") value=form.text rows=10/>
                    {would_break.then(|| view! { <Check name="anyway" label=t!("cafe-import-anyway") checked=form.anyway.is_some()/> })}
                    <div class="row"><button class="button first">{t!("cafe-import-go")}</button></div>
                </Form>
            </Page>
        })
    })
}

/// Why a table was not taken.
fn outcome(board: &planner::cafes::CafeBoard, links: &Links, found: PlanImport) -> Option<AnyView> {
    let lines: Vec<String> = match found {
        PlanImport::Taken(_) | PlanImport::Takeable { .. } => return None,
        PlanImport::Unreadable(_) => vec![t!("cafe-import-unreadable")],
        PlanImport::MissingColumns(columns) => columns
            .into_iter()
            .map(|column| match column {
                PlanColumn::Person => t!("cafe-import-no-person"),
                PlanColumn::Round => t!("cafe-import-no-round"),
                PlanColumn::Table => t!("cafe-import-no-table"),
            })
            .collect(),
        PlanImport::Faults(faults, besides) => {
            let mut lines: Vec<String> = faults
                .into_iter()
                .map(|fault| {
                    let text = fault_text(fault.fault);
                    t!("cafe-import-line", n = fault.line, fault = text)
                })
                .collect();
            if besides > 0 {
                lines.push(t!("cafe-import-besides", n = besides));
            }
            lines
        }
        PlanImport::WouldBreak(broken) => {
            let people = People::new(board);
            let set_up = board.cafe.set_up();
            let (Some(version), Some(quality)) = (&board.version, board.quality()) else {
                return Some(notice(vec![t!("cafe-import-breaks")]));
            };
            let shown = Shown {
                board,
                version,
                quality,
                set_up: &set_up,
                people: &people,
                links,
                chosen: Chosen::default(),
                options: &[],
                alternatives: &[],
                may_plan: false,
                may_restore: false,
            };
            std::iter::once(t!("cafe-import-breaks"))
                .chain(broken.iter().map(|rule| rule_in_round(&shown, rule)))
                .collect()
        }
    };
    Some(notice(lines))
}

fn notice(lines: Vec<String>) -> AnyView {
    let lines = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    view! {
        <Notice tone=Tone::Bad>
            <p role="alert"><b>{t!("cafe-import-refused")}</b></p>
            <ul class="plain">{lines}</ul>
        </Notice>
    }
    .into_any()
}

fn fault_text(fault: SeatFault) -> String {
    match fault {
        SeatFault::UnknownPerson(name) => t!("cafe-import-unknown", name = name),
        SeatFault::SeveralPeople(name) => t!("cafe-import-several", name = name),
        SeatFault::NoSuchRound(round) => t!("cafe-import-round", round = round),
        SeatFault::NoSuchTable(table) => t!("cafe-import-table", table = table),
        SeatFault::Absent(name) => t!("cafe-import-absent", name = name),
        SeatFault::SatTwice { person, line } => {
            t!("cafe-import-twice", name = person, line = line)
        }
    }
}
