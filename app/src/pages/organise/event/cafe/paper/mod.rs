//! `/organise/events/{id}/cafe/paper`: what is printed, and the way to the screens.

mod asked;
mod print;

use jiff::Timestamp;
use leptos::prelude::*;
use paper::is_printable;
use planner::cafes::CafePaper;
use ui::{
    components::{EmptyState, Notice, PageHead, Tag, Tone},
    dates::dates,
    page_properties::require_connecting_script,
    shell::{Page, Section, page},
    text::t,
    visit::{language, visit},
};

use self::asked::Asked;
use super::{
    super::head::{CafePart, cafe_band},
    page_without_cafe,
    several::other_cafes,
};
use crate::{api::cafe::cafe_page, papers::PaperPart, routes::param};

pub(crate) use print::{PRINT_SCRIPT, PrintCafePage, card_sheets, sign_sheet};

/// The versions to choose from.
const LISTED_VERSIONS: usize = 50;

#[component]
pub fn CafePaperPage() -> impl IntoView {
    page(async {
        let asked = Asked::read(&param("id"))?;
        let paper = match asked.paper().await {
            Ok(paper) => paper,
            Err(error) => return page_without_cafe(&asked.access, CafePart::Paper, error).await,
        };
        let cafe = &paper.cafe;
        let organises = visit().signed_in()?.organises(cafe.network.id).is_ok();
        let content = if paper.version.is_none() {
            let href = cafe_page(cafe.event.id, asked.item, "plan", "");
            view! {
                <EmptyState title=t!("paper-nothing")>
                    <p>{t!("paper-nothing.text")}</p>
                    <p><a class="button" href=href>{t!("paper-nothing.action")}</a></p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                {standing(&asked, &paper)}
                <ul class="paper-parts">
                    {parts(&asked, &paper, organises)}
                    {screens(&asked)}
                </ul>
                <div class="paper-more">
                    {whole(&asked, &paper, organises)}
                    {changed(&asked, &paper)}
                </div>
            }
            .into_any()
        };
        let part = CafePart::Paper;
        let band = cafe_band(cafe, part);
        let others = other_cafes(cafe, CafePart::Paper);
        Ok(view! {
            <Page title=t!("paper-title") brand=&cafe.network section=Section::Events band>
                <PageHead title=t!("paper-title")/>
                {others}
                {content}
            </Page>
        }
        .into_any())
    })
}

/// Which version is printed, and the way to the other one.
fn standing(asked: &Asked, paper: &CafePaper) -> Option<impl IntoView + use<>> {
    let number = paper.version.as_ref()?.head.number;
    let plan = paper.cafe.plan.as_ref()?;
    let link = |version: u32, label: String| {
        let href = asked.at_version(version);
        view! { <p><a href=href>{label}</a></p> }
    };
    let published = plan.published.map(|(version, _)| version);
    let (tone, says) = if paper.is_published {
        (Tone::Good, t!("paper-is-published", n = number))
    } else {
        (Tone::Warn, t!("paper-is-draft", n = number))
    };
    let other = match (published, plan.current) {
        (Some(shown), _) if shown != number => Some(link(shown, t!("paper-published-link"))),
        (_, Some(current)) if current != number => {
            Some(link(current, t!("paper-newer-link", n = current)))
        }
        _ => None,
    };
    Some(view! {
        <p>{t!("paper-lead")}</p>
        <Notice tone><p>{says}</p>{other}</Notice>
    })
}

/// The kinds of paper, each with its print page.
fn parts(asked: &Asked, paper: &CafePaper, organises: bool) -> impl IntoView + use<> {
    let seats = paper.seats();
    let seated = seats
        .iter()
        .filter(|(_, row)| paper.needs_card(row))
        .count();
    PaperPart::ALL
        .into_iter()
        .map(|part| {
            let name = part.name(language());
            let about = match part {
                PaperPart::Cards => t!("paper-cards-about", n = seated),
                PaperPart::Signs => t!("paper-signs-about", n = paper.set_up.tables.len()),
                PaperPart::Tables => t!("paper-tables-about"),
                PaperPart::Names => t!("paper-names-about"),
            };
            let codes = (part == PaperPart::Signs).then(|| codes(asked, organises));
            view! {
                <li class="card">
                    <div>
                        <h2>{name.clone()}</h2>
                        <p class="soft">{about}</p>
                        {codes}
                    </div>
                    <p>
                        <a class="button" href=asked.link(part.as_str())>
                            {t!("paper-open")}<span class="unseen">": "{name}</span>
                        </a>
                    </p>
                </li>
            }
        })
        .collect_view()
}

/// Whether signs have the codes of their tables, and the way to them. The database cannot name the links, so that
/// they come from the page that makes them.
fn codes(asked: &Asked, organises: bool) -> Option<impl IntoView + use<>> {
    if asked.sheet.is_some() {
        return Some(
            view! { <p><Tag text=t!("paper-with-codes") tone=Tone::Good/></p> }.into_any(),
        );
    }
    organises.then(|| {
        let href = cafe_page(asked.event, asked.item, "harvest/links", "");
        view! {
            <p><Tag text=t!("paper-without-codes") tone=Tone::Warn/></p>
            <p class="small">
                {t!("paper-signs-codes")} " " <a href=href>{t!("paper-signs-links")}</a>
            </p>
        }
        .into_any()
    })
}

/// The way to clock and screens.
fn screens(asked: &Asked) -> impl IntoView + use<> {
    let href = cafe_page(asked.event, asked.item, "live", "");
    view! {
        <li class="card">
            <div>
                <h2>{t!("paper-screens")}</h2>
                <p class="soft">{t!("paper-screens-about")}</p>
            </div>
            <p><a class="button" href=href>{t!("paper-screens-link")}</a></p>
        </li>
    }
}

/// All as one file, with the choice of parts.
fn whole(asked: &Asked, paper: &CafePaper, organises: bool) -> impl IntoView + use<> {
    let action = format!("/organise/events/{}/cafe/paper.pdf", asked.event);
    let checks = PaperPart::ALL
        .into_iter()
        .map(|part| {
            let id = format!("part-{}", part.as_str());
            view! {
                <div class="check">
                    <input type="checkbox" id=id.clone() name=part.as_str() value="1" checked/>
                    <label for=id>{part.name(language())}</label>
                </div>
            }
        })
        .collect_view();
    let people = paper.cafe.people.iter();
    let lacking = people
        .filter(|person| !is_printable(&person.name()))
        .count();
    let lacks =
        (lacking > 0).then(|| view! { <p class="hint">{t!("paper-pdf-lacks", n = lacking)}</p> });
    let without_codes = (organises && asked.sheet.is_none())
        .then(|| view! { <p class="hint">{t!("paper-pdf-without-codes")}</p> });
    view! {
        <form class="card" action=action>
            <h2>{t!("paper-pdf")}</h2>
            {hidden(asked)}
            <fieldset class="bare stack">
                <legend><b>{t!("paper-pdf-parts")}</b></legend>
                {checks}
            </fieldset>
            {without_codes}
            {lacks}
            <p><button class="button first">{t!("paper-pdf-load")}</button></p>
            {pdf_news()}
        </form>
    }
}

/// Where the script says that a PDF is being written.
fn pdf_news() -> impl IntoView {
    require_connecting_script(include_str!("pdf.js"));
    view! {
        <p class="hint" role="status" data-writing=t!("paper-pdf-writing") data-failed=t!("paper-pdf-failed")></p>
    }
}

/// Cards of those who sit elsewhere than in an earlier version.
fn changed(asked: &Asked, paper: &CafePaper) -> Option<impl IntoView + use<>> {
    let printed = paper.version.as_ref()?.head.number;
    let zone = &paper.cafe.network.time_zone;
    let option = |(number, at): (u32, Timestamp)| {
        let when = dates().brief(&zone.clock(at));
        view! {
            <option value=number.to_string()>{t!("paper-changed-version", n = number, when = when)}</option>
        }
    };
    let is_published = |number| paper.publications.iter().any(|(one, _)| *one == number);
    let published = paper.publications.iter().copied();
    let published: Vec<_> = (published.filter(|(number, _)| *number != printed))
        .map(option)
        .collect();
    let drafts = paper.versions.iter();
    let drafts = drafts.filter(|head| head.number < printed && !is_published(head.number));
    let drafts: Vec<_> = drafts
        .take(LISTED_VERSIONS)
        .map(|head| option((head.number, head.made_at)))
        .collect();
    if published.is_empty() && drafts.is_empty() {
        return None;
    }
    let published = (!published.is_empty()).then(|| {
        view! { <optgroup label=t!("paper-changed-published")>{published}</optgroup> }
    });
    let drafts = (!drafts.is_empty()).then(|| {
        view! { <optgroup label=t!("paper-changed-drafts")>{drafts}</optgroup> }
    });
    let action = format!("/organise/events/{}/cafe/paper/cards", asked.event);
    let pdf = format!("/organise/events/{}/cafe/paper.pdf", asked.event);
    Some(view! {
        <form class="card" action=action>
            <div>
                <h2>{t!("paper-changed")}</h2>
                <p class="soft">{t!("paper-changed-about")}</p>
            </div>
            {hidden(asked)}
            <div class="field">
                <label for="changed">{t!("paper-changed-since")}</label>
                <select id="changed" name="changed">{published}{drafts}</select>
            </div>
            <div class="row">
                <button class="button">{t!("paper-changed-show")}</button>
                <button class="button" formaction=pdf name="cards" value="1">{t!("paper-changed-pdf")}</button>
            </div>
            {pdf_news()}
        </form>
    })
}

/// What a form repeats of the address.
fn hidden(asked: &Asked) -> impl IntoView + use<> {
    let item = asked.item.map(|item| ("item", item.to_string()));
    let version = asked
        .choice
        .version
        .map(|version| ("version", version.to_string()));
    let sheet = asked.sheet.clone().map(|sheet| ("sheet", sheet));
    [item, version, sheet]
        .into_iter()
        .flatten()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
}
