//! `/table/{token}`: what a table writes down, round by round. Its host needs no account.
//!
//! With a script, points are kept on the device until the server has them, and so is the page itself.

mod points;

use leptos::prelude::*;
use model::{HarvestPoint, PointKind};
use planner::cafes::harvest::TablePage as Shown;
use ui::{
    components::{Area, Choice, Form, Hidden, Notice, PageHead, Radios, SubmittedBy, Tone},
    forms::{last_result, resubmitted},
    page_properties::{page_properties, require_connecting_script},
    shell::{Brand, Page, Width, page},
    text::t,
    visit::{planner, query, visit},
};

use self::points::points;
use crate::{
    api::{actions::WritePoint, authorise::by_table, harvest::table::PointForm},
    routes::param,
};

/// The rounds of a table's page, and the address of each.
struct Rounds {
    /// The one that is written to.
    current: u32,
    path: String,
}

impl Rounds {
    fn of(shown: &Shown, token: &str) -> Self {
        let token: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        let chosen = query("round").and_then(|round| round.parse().ok());
        Self {
            current: chosen
                .filter(|round| (1..=shown.rounds).contains(round))
                .unwrap_or_else(|| shown.round()),
            path: format!("/table/{token}"),
        }
    }

    fn at(&self, round: u32) -> String {
        format!("{}?round={round}", self.path)
    }
}

#[component]
pub fn TablePage() -> impl IntoView {
    page(async {
        let token = param("token");
        let shown = planner().table_page(&by_table(&token)).await?;
        let rounds = Rounds::of(&shown, &token);
        require_connecting_script(include_str!("table.js"));
        page_properties().set_has_worker();
        let name = t!("table-name", name = shown.table.name.as_str());
        let lang = shown.event.details.language.tag();
        let closed = (!shown.is_open).then(|| {
            view! { <Notice tone=Tone::Warn><p>{t!("table-closed")}</p></Notice> }
        });
        let form = shown.is_open.then(|| form(&shown, &rounds, &token));
        Ok(view! {
            <Page
                title=name.clone()
                brand=Brand::of_event(&shown.network, &shown.event)
                width=Width::Narrow
            >
                <div
                    class="stack table-page"
                    data-table=format!("{}/points", rounds.path)
                    data-offline=t!("table-offline", time = "{time}")
                    data-waits-one=t!("table-waits", n = 1)
                    data-waits-other=t!("table-waits", n = 2).replace('2', "{n}")
                    data-busy=t!("table-busy")
                    data-both=t!("table-both")
                    data-not-removed=t!("table-not-removed")
                    data-saved=t!("table-saved")
                    data-removed=t!("table-removed")
                    data-missing=t!("fault-missing")
                    data-too-long=t!("fault-too-long", most = model::PointText::MOST)
                    data-refused=t!("table-refused", most = HarvestPoint::MOST_IN_ROUND)
                    data-gone=t!("table-gone")
                >
                    <div data-live="head">
                        <PageHead
                            title=t!("table-title")
                            kind=shown.topic.clone().unwrap_or_default()
                            kind_lang=lang
                            facts=facts(&shown, &rounds, name)
                        />
                    </div>
                    <div class="notice warn" data-offline-notice hidden><p></p></div>
                    <p role="status" class="saved" data-said>{done()}</p>
                    {closed}
                    {choose_round(&shown, &rounds)}
                    {form}
                    <div class="stack" data-live="points">{points(&shown, &rounds)}</div>
                    <p class="soft small">{t!("table-read-along")}</p>
                </div>
            </Page>
        })
    })
}

/// The result of the last form, without a script.
fn done() -> Option<String> {
    Some(match last_result()?.as_str() {
        "saved" => t!("table-saved"),
        "removed" => t!("table-removed"),
        "both" => t!("table-both"),
        "not-removed" => t!("table-not-removed"),
        _ => return None,
    })
}

fn facts(shown: &Shown, rounds: &Rounds, name: String) -> Vec<AnyView> {
    let mut round = t!("table-round", n = rounds.current);
    if let Some(now) = shown.now.filter(|now| now.number == rounds.current)
        && let Some(ends) = now.ends
    {
        let seconds = ends.duration_since(visit().now).as_secs();
        let minutes = (seconds + 59).div_euclid(60);
        round = format!("{round} · {}", t!("table-minutes-left", n = minutes));
    }
    let host = shown
        .host
        .as_ref()
        .map(|host| t!("table-host", name = host.as_str()).into_any());
    let mut facts = vec![name.into_any(), round.into_any()];
    facts.extend(host);
    facts
}

fn choose_round(shown: &Shown, rounds: &Rounds) -> Option<impl IntoView + use<>> {
    (shown.rounds > 1).then(|| {
        let links = (1..=shown.rounds)
            .map(|round| {
                let current = (round == rounds.current).then_some("page");
                let href = rounds.at(round);
                view! { <a href=href aria-current=current>{t!("table-round", n = round)}</a> }
            })
            .collect_view();
        view! { <nav class="segment" data-live="rounds" aria-label=t!("table-rounds")>{links}</nav> }
    })
}

/// The form of a new point, or of the one that is changed.
fn form(shown: &Shown, rounds: &Rounds, token: &str) -> impl IntoView + use<> {
    let edited = query("edit").and_then(|id| {
        let found = shown.points.iter().find(|point| point.id.to_string() == id);
        found.cloned()
    });
    // Distinguishes what is sent: the same form sent twice is saved once.
    let write = visit().request.clone();
    let stored = form_of(edited.as_ref(), &write);
    let form = resubmitted::<WritePoint>().unwrap_or(stored);
    let is_edit = form.seen != "0";
    let label = if is_edit {
        t!("table-change")
    } else {
        t!("table-new")
    };
    let (token, round, leave) = (
        token.to_owned(),
        rounds.current.to_string(),
        rounds.at(rounds.current),
    );
    view! {
        <section class="card" id="write">
            <Form to=WritePoint::PATH submitted_by=SubmittedBy::Browser>
                <Hidden name="token" value=token/>
                <Hidden name="write" value=form.write/>
                <Hidden name="point" value=form.point/>
                <Hidden name="seen" value=form.seen/>
                <Hidden name="round" value=round/>
                <div data-label-new=t!("table-new") data-label-change=t!("table-change")>
                    <Area name="text" label value=form.text rows=3 required=true/>
                </div>
                <Radios
                    name="kind"
                    label=t!("table-kind")
                    value=form.kind
                    choices=Choice::of(PointKind::ALL)
                    required=true
                />
                <div class="row">
                    <button class="button first" name="do" value="save">{t!("table-save")}</button>
                    <button class="button" name="do" value="remove" hidden=!is_edit data-edits>
                        {t!("table-remove")}
                    </button>
                    <a class="button" href=leave hidden=!is_edit data-edits data-leave>
                        {t!("table-leave")}
                    </a>
                    <span class="saved small" role="status" data-draft data-says=t!("table-draft")></span>
                </div>
            </Form>
        </section>
    }
}

fn form_of(edited: Option<&HarvestPoint>, write: &str) -> PointForm {
    match edited {
        Some(point) => PointForm {
            write: write.to_owned(),
            point: point.id.to_string(),
            seen: point.revision.to_string(),
            kind: point.kind.to_string(),
            text: point.text.as_str().to_owned(),
            ..PointForm::default()
        },
        None => PointForm {
            write: write.to_owned(),
            point: write.to_owned(),
            seen: "0".to_owned(),
            kind: PointKind::Insight.to_string(),
            ..PointForm::default()
        },
    }
}
