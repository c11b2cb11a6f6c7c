//! `/organise/events/{id}/cafe/paper/{part}`: cards, signs or lists, as the printer gets them.

use leptos::prelude::*;
use paper::{Card, Code, NameList, Papers, Sign, Stop, TableList, stacked};
use ui::{
    error::AppError,
    page_properties::require_small_script,
    shell::{FullScreenPage, page},
    text::t,
    visit::language,
};

use super::asked::Asked;
use crate::{
    papers::{PaperPart, papers_of},
    routes::param,
};

/// Opens the print dialog.
pub(crate) const PRINT_SCRIPT: &str = include_str!("print.js");

/// Rounds that have room on a card without smaller letters.
const ROOMY_ROUNDS: usize = 4;
/// Rounds up to which a card has two lines for each.
const TWO_LINE_ROUNDS: usize = 7;
/// Characters of a name that stay large on a card.
const SHORT_NAME: usize = 24;

#[component]
pub fn PrintCafePage() -> impl IntoView {
    page(async {
        let asked = Asked::read(&param("id"))?;
        let part = PaperPart::parse(&param("part")).ok_or(AppError::NotFound)?;
        let paper = asked.paper().await?;
        if paper.version.is_none() {
            return Err(AppError::NotFound);
        }
        let links = match part {
            PaperPart::Signs => asked.links().await?,
            _ => Vec::new(),
        };
        require_small_script(PRINT_SCRIPT);
        let papers = papers_of(&paper, &links, &[part]);
        let event = &paper.cafe.event;
        let (sheets, content) = match part {
            PaperPart::Cards => card_sheets(&papers),
            PaperPart::Signs => signs(&papers),
            PaperPart::Tables => tables(&papers),
            PaperPart::Names => (
                None,
                papers
                    .names
                    .as_ref()
                    .map(|list| names(&papers, list))
                    .into_any(),
            ),
        };
        let title = part.name(language());
        let says = match (sheets, paper.changed.is_some()) {
            (Some(0), true) => t!("paper-no-cards"),
            (Some(0), false) => t!("paper-empty"),
            (Some(sheets), _) => t!("paper-sheets", n = sheets),
            (None, _) => String::new(),
        };
        let number = paper
            .version
            .as_ref()
            .map_or(0, |version| version.head.number);
        let draft = (!paper.is_published).then(|| t!("paper-is-draft", n = number));
        Ok(view! {
            <FullScreenPage
                title=format!("{title}: {}", papers.heading)
                brand=&paper.cafe.network
                language=event.details.language
                medium="paper"
            >
                <header class="paper-bar" lang=language().tag()>
                    <a href=asked.link("")>{t!("paper-back")}</a>
                    <h1>{title.clone()}</h1>
                    <p>{says}</p>
                    <button class="button first" type="button" data-print hidden>{t!("paper-print")}</button>
                    {draft.map(|draft| view! { <p class="draft">{draft}</p> })}
                </header>
                <main>{content}</main>
            </FullScreenPage>
        })
    })
}

/// A code, drawn where it is.
fn code(code: &Code, label: String) -> impl IntoView + use<> {
    let width = code.width();
    view! {
        <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {width} {width}")>
            <path d=code.svg_path()></path>
        </svg>
    }
}

/// The cards, four on a sheet, and how many sheets there are.
pub(crate) fn card_sheets(papers: &Papers) -> (Option<usize>, AnyView) {
    // All cards have the same code. It is drawn once, and each card refers to it.
    let shared = papers.cards.first().and_then(|card| card.code.as_ref());
    let symbol = shared.map(|code| {
        let width = code.width();
        view! {
            <svg class="sprite" aria-hidden="true">
                <symbol id="code" viewBox=format!("0 0 {width} {width}")><path d=code.svg_path()></path></symbol>
            </svg>
        }
    });
    let sheets = stacked(&papers.cards);
    let count = sheets.len();
    let sheets = sheets
        .into_iter()
        .map(|sheet| {
            let places = sheet
                .into_iter()
                .map(|card| match card {
                    Some(card) => rotation_card(card, &papers.heading).into_any(),
                    None => view! { <li class="rotation" aria-hidden="true"></li> }.into_any(),
                })
                .collect_view();
            view! { <ol class="sheet cards">{places}</ol> }
        })
        .collect_view();
    (Some(count), view! { {symbol}{sheets} }.into_any())
}

fn rotation_card(card: &Card, heading: &str) -> impl IntoView + use<> {
    let rounds = card.stops.len();
    let density = if rounds <= ROOMY_ROUNDS {
        None
    } else if rounds <= TWO_LINE_ROUNDS {
        Some("dense")
    } else {
        Some("tight")
    };
    let is_long = card.name.chars().count() > SHORT_NAME;
    let code = card.code.is_some().then(|| {
        view! {
            <svg class="qr" role="img" aria-label=t!("paper-code")><use href="#code"></use></svg>
        }
    });
    view! {
        <li class="rotation" data-density=density>
            <p class="about">{heading.to_owned()}</p>
            <h2 data-long=is_long.then_some("")>{card.name.clone()}</h2>
            <p class="from">{card.organisation.clone()}</p>
            <ol class="stops">{card.stops.iter().map(stop).collect_view()}</ol>
            <p class="foot">{code}<span>{card.note.clone()}</span></p>
        </li>
    }
}

fn stop(stop: &Stop) -> impl IntoView + use<> {
    let table = stop.table.clone().unwrap_or_else(|| "–".to_owned());
    let is_word = table.chars().count() > 3;
    view! {
        <li>
            <span class="when"><span>{stop.round.clone()}</span>" "<span>{stop.time.clone()}</span></span>
            <b data-word=is_word.then_some("")>{table}</b>
            <span class="what">
                <strong>{stop.topic.clone()}</strong>" "<span>{stop.room.clone()}</span>
            </span>
        </li>
    }
}

fn signs(papers: &Papers) -> (Option<usize>, AnyView) {
    let signs = papers
        .signs
        .iter()
        .map(|sign| sign_sheet(sign, &papers.heading))
        .collect_view();
    (Some(papers.signs.len()), signs.into_any())
}

/// A sign on a sheet of its own.
pub(crate) fn sign_sheet(sign: &Sign, heading: &str) -> impl IntoView + use<> {
    let is_word = sign.table.chars().count() > 3;
    let foot = sign.code.as_ref().map(|address| {
        view! {
            <p class="foot">{code(address, t!("paper-sign-code-alt"))}<span>{sign.note.clone()}</span></p>
        }
    });
    let facts: Vec<_> = sign
        .room
        .iter()
        .chain(&sign.host)
        .map(|fact| view! { <p class="fact">{fact.clone()}</p> })
        .collect();
    view! {
        <section class="sheet sign">
            <p class="about">{heading.to_owned()}</p>
            <h2>
                <span>{sign.word.clone()}</span>" "
                <b data-word=is_word.then_some("")>{sign.table.clone()}</b>
            </h2>
            <p class="topic">{sign.topic.clone()}</p>
            {facts}
            {foot}
        </section>
    }
}

fn tables(papers: &Papers) -> (Option<usize>, AnyView) {
    let lists = papers
        .tables
        .iter()
        .map(|list| table_list(list, &papers.heading))
        .collect_view();
    let count = (papers.tables.is_empty()).then_some(0);
    (count, lists.into_any())
}

fn table_list(list: &TableList, heading: &str) -> impl IntoView + use<> {
    let rounds = list
        .rounds
        .iter()
        .map(|round| {
            let people = round
                .people
                .iter()
                .map(|person| view! { <li>{person.clone()}</li> })
                .collect_view();
            view! { <section><h3>{round.title.clone()}</h3><ol>{people}</ol></section> }
        })
        .collect_view();
    view! {
        <section class="sheet list">
            <p class="about">{heading.to_owned()}</p>
            <h2>{list.title.clone()}</h2>
            <p>{list.facts.clone()}</p>
            <div class="rounds">{rounds}</div>
        </section>
    }
}

fn names(papers: &Papers, list: &NameList) -> impl IntoView + use<> {
    let rounds = list
        .rounds
        .iter()
        .map(|round| view! { <th scope="col" class="n">{round.clone()}</th> })
        .collect_view();
    let rows = list
        .rows
        .iter()
        .map(|row| {
            let tables = row
                .tables
                .iter()
                .map(|table| view! { <td class="n">{table.clone()}</td> })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{row.name.clone()}</th>
                    <td>{row.organisation.clone()}</td>
                    {tables}
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="sheet list">
            <p class="about">{papers.heading.clone()}</p>
            <h2>{list.title.clone()}</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{list.name.clone()}</th>
                        <th scope="col">{list.organisation.clone()}</th>
                        {rounds}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}
