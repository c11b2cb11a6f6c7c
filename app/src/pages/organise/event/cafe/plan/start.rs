//! The page before there is a plan: what is possible.

use leptos::prelude::*;
use planner::cafes::CafeBoard;
use ui::{components::PostButton, text::t};

use super::Links;
use crate::api::actions::EmptyPlan;

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
        <ul class="ways">
            <li class="card dense">
                <h2>{t!("cafe-start-empty")}</h2>
                <p>{t!("cafe-start-empty.hint")}</p>
                <PostButton to=EmptyPlan::PATH label=t!("cafe-start-empty.do") fields/>
            </li>
        </ul>
    }
    .into_any()
}
