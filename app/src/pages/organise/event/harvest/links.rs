//! `/organise/events/{id}/cafe/harvest/links`: the secret links of the tables, to copy, to scan and to print.

use leptos::prelude::*;
use planner::cafes::harvest::TableLink;
use ui::{
    components::{CopyField, EmptyState, Notice, PageHead, PostButton, Tag, Tone},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query},
};

use super::{
    super::{
        cafe::asked_item,
        head::{CafePart, cafe_band},
    },
    Frame,
};
use crate::{
    api::{
        actions::{MakeTableLinks, RevokeTableLinks},
        authorise::organises_event,
        cafe::{cafe_page, named_item},
    },
    routes::param,
};

#[component]
pub fn TableLinksPage() -> impl IntoView {
    page(async {
        let (event, access) = organises_event(&param("id"))?;
        let sheet = query("sheet");
        let shown = planner()
            .table_links(&access, asked_item()?, sheet.as_deref())
            .await?;
        let cafe = &shown.cafe;
        let frame = Frame {
            organises: true,
            ..Frame::new(event, cafe)
        };
        let any_shown = shown.tables.iter().any(|table| table.link.is_some());
        let tables: Vec<_> = shown
            .tables
            .iter()
            .map(|table| table_card(&frame, table))
            .collect();
        let signs = sheet.filter(|_| any_shown).map(|sheet| {
            let href = cafe_page(
                event,
                named_item(cafe),
                "paper/signs",
                &format!("sheet={sheet}"),
            );
            let all = cafe_page(event, named_item(cafe), "paper", &format!("sheet={sheet}"));
            view! {
                <div class="row">
                    <a class="button first" href=href>{t!("paper-signs-print")}</a>
                    <a class="button" href=all>{t!("paper-all-print")}</a>
                </div>
            }
        });
        let content = if tables.is_empty() {
            view! {
                <EmptyState title=t!("harvest-no-tables")>
                    <p>{t!("harvest-no-tables.advice")}</p>
                </EmptyState>
            }
            .into_any()
        } else {
            view! {
                {make(&frame, any_shown)}
                {signs}
                <ul class="table-links">{tables}</ul>
            }
            .into_any()
        };
        Ok(view! {
            <Page
                title=t!("links-title")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, CafePart::Harvest)
            >
                <p class="back"><a href=frame.path("")>{t!("links-back")}</a></p>
                <PageHead title=t!("links-title")/>
                {content}
            </Page>
        })
    })
}

/// The buttons for all tables.
fn make(frame: &Frame, any_shown: bool) -> impl IntoView + use<> {
    let says = if any_shown {
        t!("links-shown")
    } else {
        t!("links-hidden")
    };
    let class = if any_shown { "button" } else { "button first" };
    view! {
        <Notice tone=Tone::Plain>
            <p>{t!("links-about")}</p>
            <p>{says}</p>
        </Notice>
        <div class="row">
            <PostButton to=MakeTableLinks::PATH label=t!("links-make") fields=frame.fields() class/>
            <PostButton
                to=RevokeTableLinks::PATH
                label=t!("links-revoke-all")
                fields=frame.fields()
                class="button harm"
            />
        </div>
    }
}

fn table_card(frame: &Frame, table: &TableLink) -> impl IntoView + use<> {
    let name = t!("table-name", name = table.table.name.as_str());
    let number = table.table.number.to_string();
    let mut facts: Vec<String> = table.topic.iter().cloned().collect();
    facts.extend(table.table.room.as_ref().map(ToString::to_string));
    facts.extend(
        table
            .host
            .as_ref()
            .map(|host| t!("table-host", name = host.as_str())),
    );
    let working = if table.working == 0 {
        view! { <Tag text=t!("links-none") tone=Tone::Warn/> }.into_any()
    } else {
        view! { <Tag text=t!("links-working", n = table.working) tone=Tone::Good/> }.into_any()
    };
    let link = table.link.as_ref().map(|link| {
        let path = link.find("/table/").map_or("", |at| &link[at..]);
        let code = format!("{path}/qr.svg");
        view! {
            <img class="code" src=code width="148" height="148" alt=t!("links-code", table = name.as_str())/>
            <CopyField
                id=format!("link-{number}")
                label=t!("links-link")
                value=link.clone()
                action=t!("links-copy")
            />
        }
    });
    let mut fields = frame.fields();
    fields.push(("table", number));
    let revoke = (table.working > 0).then(|| {
        view! {
            <PostButton
                to=RevokeTableLinks::PATH
                label=t!("links-revoke")
                fields=fields.clone()
                class="button small harm"
                about=name.clone()
            />
        }
    });
    view! {
        <li class="card">
            <div>
                <h2>{name.clone()}</h2>
                <p class="soft small">{facts.join(" · ")}</p>
                <p>{working}</p>
            </div>
            {link}
            <div class="acts">
                <PostButton
                    to=MakeTableLinks::PATH
                    label=t!("links-make-one")
                    fields=fields.clone()
                    class="button small"
                    about=name
                />
                {revoke}
            </div>
        </li>
    }
}
