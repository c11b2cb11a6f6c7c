//! `/organise/network/mails`: the automatic mails, and in which words they are.

use leptos::prelude::*;
use model::{KINDS_WITH_OWN_WORDS, Language, MailKind, Network};
use ui::{
    components::{DataTable, Notice, PageHead, Tag, Tone},
    forms::last_result,
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::planner,
};

use crate::{
    api::own_words::slug_of,
    pages::organise::{
        network::{NetworkTab, network_band, owned_network},
        outgoing::kind_name,
    },
};

#[component]
pub fn OwnWordsPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        principal.owns(network)?;
        let network = planner().network(&principal.reads(network)?).await?;
        let saved = last_result().map(|_| {
            view! { <Notice tone=Tone::Good><p role="status">{t!("own-words-saved")}</p></Notice> }
        });
        let rows: Vec<_> = KINDS_WITH_OWN_WORDS
            .into_iter()
            .map(|kind| row(&network, kind).into_any())
            .collect();
        let languages = Language::ALL.iter().map(|language| language.name());
        let headings = std::iter::once(t!("own-words-kind"))
            .chain(languages)
            .collect();
        Ok(view! {
            <Page title=t!("own-words-title") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Mails) width=Width::Narrow>
                <PageHead title=t!("own-words-title")/>
                {saved}
                <p>{t!("own-words-about")}</p>
                <DataTable caption=t!("own-words-title") headings stacks=true>{rows}</DataTable>
            </Page>
        })
    })
}

fn row(network: &Network, kind: MailKind) -> impl IntoView + use<> {
    let cells: Vec<_> = Language::ALL
        .iter()
        .map(|language| {
            let mut all = network.own_words.iter();
            let is_own = all.any(|own| (own.kind, own.language) == (kind, *language));
            let tag =
                is_own.then(|| view! { " " <Tag text=t!("own-words-own") tone=Tone::Accent/> });
            let href = format!(
                "/organise/network/mails/{}?network={}&language={language}",
                slug_of(kind),
                network.id
            );
            let label = t!(
                "own-words-change-of",
                kind = kind_name(kind),
                language = language.name()
            );
            view! { <td><a href=href aria-label=label>{t!("own-words-change")}</a>{tag}</td> }
        })
        .collect();
    view! { <tr><th scope="row">{kind_name(kind)}</th>{cells}</tr> }
}
