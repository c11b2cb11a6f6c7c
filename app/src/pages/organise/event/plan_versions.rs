//! The versions of a plan, of a café or of workshops: the list, what differs between two, the button that restores one.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{
    Network,
    plan::{PlanKind, VersionCause, VersionHead},
};
use planner::plans::ListedVersion;
use ui::{
    components::PostButton,
    dates::dates,
    text::{Named, t},
};

/// Addresses of the board of a plan.
pub(crate) trait BoardLinks {
    /// The board with the version that is edited.
    fn board(&self) -> String;

    /// The board with a query.
    fn with(&self, query: &str) -> String;
}

/// A version in the list.
pub(crate) struct VersionLine {
    number: u32,
    cause: VersionCause,
    made_at: Timestamp,
    author: Option<String>,
    /// What it is worth, in a few words.
    about: String,
}

impl VersionLine {
    pub fn new<K: PlanKind>(
        version: &ListedVersion<K>,
        about: impl FnOnce(&VersionHead<K>) -> String,
    ) -> Self {
        let head = &version.head;
        Self {
            number: head.number,
            cause: head.cause,
            made_at: head.made_at,
            author: version.author.clone(),
            about: about(head),
        }
    }
}

/// The list of versions, folded away. `shown` is the version on the page, `edited` the one that organisers edit.
pub(crate) fn version_list(
    lines: Vec<VersionLine>,
    (shown, edited): (u32, Option<u32>),
    links: &dyn BoardLinks,
    network: &Network,
) -> impl IntoView + use<> {
    let zone = &network.time_zone;
    let count = lines.len();
    let lines = lines
        .into_iter()
        .map(|line| {
            let number = line.number;
            let is_shown = number == shown;
            let href = if Some(number) == edited {
                links.board()
            } else {
                links.with(&format!("version={number}"))
            };
            let by = line.author.map(|author| format!(", {author}"));
            let compare = (!is_shown).then(|| {
                let href = if Some(shown) == edited {
                    links.with(&format!("compare={number}#comparison"))
                } else {
                    links.with(&format!("version={shown}&compare={number}#comparison"))
                };
                view! {
                    <a href=href>
                        {t!("plan-compare")}<span class="unseen">" "{t!("plan-version", n = number)}</span>
                    </a>
                }
            });
            view! {
                <li>
                    <p>
                        <a href=href aria-current=is_shown.then_some("true")>{t!("plan-version", n = number)}</a>
                        " "
                        {line.cause.name()}
                    </p>
                    <p class="soft">
                        {dates().brief(&zone.clock(line.made_at))}{by}" · "{line.about}" "{compare}
                    </p>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="menu versions">
            <summary class="button small bare chevron">{t!("plan-versions", n = count)}</summary>
            <div class="panel"><ul class="plain">{lines}</ul></div>
        </details>
    }
}

/// A button that makes a version the current one, also if it `breaks` rules. `fields` name the plan and the version that
/// is edited.
pub(crate) fn restore_button(
    to: &'static str,
    number: u32,
    mut fields: Vec<(&'static str, String)>,
    breaks: bool,
) -> impl IntoView + use<> {
    fields.push(("number", number.to_string()));
    let label = if breaks {
        fields.push(("anyway", "on".to_owned()));
        t!("plan-restore-anyway", n = number)
    } else {
        t!("plan-restore", n = number)
    };
    view! { <PostButton to label fields class="button small first"/> }
}

/// What differs between two versions.
pub(crate) struct Comparison {
    pub before: u32,
    pub after: u32,
    /// Numbers by name, before and after.
    pub numbers: Vec<(String, u32, u32)>,
    /// What the second column is about: the round, or the time.
    pub place: String,
    /// Person, place, before and after.
    pub seats: Vec<[String; 4]>,
}

/// Who sits elsewhere in one version than in another.
pub(crate) fn comparison(compared: Comparison, links: &dyn BoardLinks) -> impl IntoView + use<> {
    let Comparison {
        before,
        after,
        numbers,
        place,
        seats,
    } = compared;
    let [was, is] = [before, after].map(|number| t!("plan-version", n = number));
    let numbers = numbers
        .into_iter()
        .map(|(name, before, after)| {
            view! {
                <tr><th scope="row">{name}</th><td class="number">{before}</td><td class="number">{after}</td></tr>
            }
        })
        .collect_view();
    let count = seats.len();
    let rows = seats
        .into_iter()
        .map(|[person, place, before, after]| {
            view! { <tr><th scope="row">{person}</th><td>{place}</td><td>{before}</td><td>{after}</td></tr> }
        })
        .collect_view();
    let seats = (count > 0).then(|| {
        view! {
            <details>
                <summary>{t!("plan-compare-seats", n = count)}</summary>
                <div class="scroll" tabindex="0" role="region" aria-label=t!("plan-compare-seats", n = count)>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{t!("plan-compare-person")}</th>
                                <th scope="col">{place}</th>
                                <th scope="col">{was.clone()}</th>
                                <th scope="col">{is.clone()}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        }
    });
    let same = (count == 0).then(|| view! { <p>{t!("plan-compare-same")}</p> });
    view! {
        <section class="card dense" id="comparison">
            <div class="row apart">
                <h2>{t!("plan-comparison", before = before, after = after)}</h2>
                <a href=links.board()>{t!("plan-comparison-close")}</a>
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label=t!("plan-compare-numbers")>
                <table>
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col" class="number">{was}</th>
                            <th scope="col" class="number">{is}</th>
                        </tr>
                    </thead>
                    <tbody>{numbers}</tbody>
                </table>
            </div>
            {seats}
            {same}
        </section>
    }
}
