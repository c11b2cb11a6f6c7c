//! What somebody else has changed while the board was open.

use leptos::prelude::*;
use planner::cafes::{SeatDifference, VersionComparison};
use ui::{
    components::Notice,
    text::{Named, t},
};

use super::{Shown, rules::table_name};

/// The most changes that are named.
const MOST_CHANGES: usize = 4;

/// Who has changed what since the version that the page showed before.
pub(super) fn others_change(
    shown: &Shown<'_>,
    change: &VersionComparison,
) -> impl IntoView + use<> {
    let (before, after) = (&change.before.head, &change.after.head);
    let author = (shown.board.versions.iter())
        .find(|version| version.head.number == after.number)
        .and_then(|version| version.author.clone());
    let cause = after.cause.name();
    let text = match author {
        // Undone: nobody made the version just now.
        _ if after.number < before.number => t!("cafe-others-went-back", n = after.number),
        Some(who) => t!(
            "cafe-others-changed",
            who = who,
            n = after.number,
            cause = cause
        ),
        None => t!(
            "cafe-others-changed-somebody",
            n = after.number,
            cause = cause
        ),
    };
    let changes = &change.differences;
    let lines = changes
        .iter()
        .take(MOST_CHANGES)
        .map(|difference| view! { <li>{sentence(shown, difference)}</li> })
        .collect_view();
    let more = changes.len().saturating_sub(MOST_CHANGES);
    let more = (more > 0).then(|| view! { <li>{t!("cafe-others-more", n = more)}</li> });
    let compare = shown
        .links
        .with(&format!("compare={}#comparison", before.number));
    let close = shown.close();
    view! {
        <div class="plan-news">
            <Notice action=view! { <a class="button small bare" href=close data-dismiss>{t!("cafe-close")}</a> }.into_any()>
                <div data-say>
                    <p><b>{text}</b></p>
                    <ul class="plain">{lines}{more}</ul>
                </div>
                <p><a href=compare>{t!("cafe-what-changed")}</a></p>
            </Notice>
        </div>
    }
}

/// *Elif Kaya, Runde 2: Tisch 5 statt Tisch 3*
fn sentence(shown: &Shown<'_>, difference: &SeatDifference) -> String {
    let table = |table| match table {
        Some(table) => table_name(shown, table),
        None => t!("cafe-no-seat"),
    };
    t!(
        "cafe-others-seat",
        name = shown.people.name(difference.person),
        round = difference.round,
        before = table(difference.before),
        after = table(difference.after)
    )
}
