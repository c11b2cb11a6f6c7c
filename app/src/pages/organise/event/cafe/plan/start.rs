//! The page before there is a plan: the ways to one.

use leptos::prelude::*;
use planner::cafes::CafeBoard;
use ui::{components::PostButton, text::t};

use super::{Links, solving::draw_form};
use crate::api::actions::{EmptyPlan, SolvePlan};

pub(super) fn start(board: &CafeBoard, links: &Links, may_plan: bool) -> impl IntoView + use<> {
    let set_up = links.part("");
    let is_ready = !board.cafe.set_up().tables.is_empty() && board.cafe.plan.is_some();
    if !is_ready {
        return view! {
            <div class="empty">
                <b>{t!("cafe-start-no-set-up")}</b>
                <p>{t!("cafe-start-no-set-up.hint")}</p>
                <p><a class="button first" href=set_up>{t!("cafe-to-set-up")}</a></p>
            </div>
        }
        .into_any();
    }
    if !may_plan {
        return view! { <div class="empty"><b>{t!("cafe-start-none-yet")}</b></div> }.into_any();
    }
    let fields = links.fields(0);
    view! {
        <section class="card">
            <h2>{t!("cafe-start-solve")}</h2>
            <p>{t!("cafe-start-solve.hint")}</p>
            <PostButton to=SolvePlan::PATH label=t!("cafe-start-solve.do") fields=fields.clone() class="button first"/>
        </section>
        <h2>{t!("cafe-start-others")}</h2>
        <ul class="ways">
            <li class="card dense">
                <h3>{t!("cafe-start-random")}</h3>
                <p>{t!("cafe-start-random.hint")}</p>
                {draw_form(fields.clone(), "button")}
            </li>
            <li class="card dense">
                <h3>{t!("cafe-start-empty")}</h3>
                <p>{t!("cafe-start-empty.hint")}</p>
                <PostButton to=EmptyPlan::PATH label=t!("cafe-start-empty.do") fields/>
            </li>
            <li class="card dense">
                <h3>{t!("cafe-start-import")}</h3>
                <p>{t!("cafe-start-import.hint")}</p>
                <p><a class="button" href=links.part("plan/import")>{t!("cafe-start-import.do")}</a></p>
            </li>
        </ul>
    }
    .into_any()
}
