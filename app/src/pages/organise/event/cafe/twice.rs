//! People who seem to be registered twice, as pages of a café name them.

use leptos::prelude::*;
use model::EventId;
use planner::cafes::{CafePerson, LikelyTwice};
use ui::text::t;

/// The most groups that are named.
const MOST_TWICE: usize = 10;

/// People who seem to be registered twice, each a link to the registration. Nothing is done about them here.
pub(super) fn registered_twice(
    event: EventId,
    found: &[(LikelyTwice, Vec<&CafePerson>)],
) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = found
        .iter()
        .take(MOST_TWICE)
        .map(|(why, people)| {
            let why = match why {
                LikelyTwice::Name => t!("set-up-twice-name"),
                LikelyTwice::Mailbox => t!("set-up-twice-mailbox"),
            };
            let links: Vec<_> = people
                .iter()
                .map(|person| {
                    let href = format!("/organise/events/{event}/registrations/{}", person.id);
                    let name = match person.address.shown() {
                        "" => person.name(),
                        address => format!("{} ({address})", person.name()),
                    };
                    view! { <li><a href=href>{name}</a></li> }
                })
                .collect();
            view! { <li><div><p>{why}</p><ul class="plain">{links}</ul></div></li> }
        })
        .collect();
    let count = found.len();
    let more = count.saturating_sub(MOST_TWICE);
    let more =
        (more > 0).then(|| view! { <p class="hint">{t!("set-up-twice-more", n = more)}</p> });
    (count > 0).then(|| {
        view! {
            <section class="card dense happens" id="twice">
                <h2>{t!("set-up-twice", n = count)}</h2>
                <p class="hint">{t!("set-up-twice.hint")}</p>
                <ul class="lines">{lines}</ul>
                {more}
            </section>
        }
    })
}
