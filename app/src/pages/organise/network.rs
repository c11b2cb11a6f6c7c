//! `/organise/network`: the settings of a network.

use leptos::prelude::*;
use model::{Language, Network, NetworkId};
use planner::access::Principal;
use ui::{
    components::{
        Area, Band, Choice, Field, Form, FormPart, Hidden, HueField, InputKind, Notice, PageHead,
        Radios, Revision, SaveBar, Tab, Tone,
    },
    error::AppError,
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

use super::time_zone::{TimeZoneField, zone_label};
use crate::api::{actions::ChangeNetwork, authorise::network_asked_for, networks::NetworkForm};

#[component]
pub fn NetworkPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        principal.owns(network)?;
        let network = planner().network(&principal.reads(network)?).await?;
        let form = resubmitted::<ChangeNetwork>().unwrap_or_else(|| NetworkForm::of(&network));
        let saved = last_result().filter(|done| done == "saved").map(|_| {
            view! { <Notice tone=Tone::Good><p>{t!("network-saved")}</p></Notice> }
        });
        let imprint = format!("/imprint/{}", network.slug);
        let privacy = format!("/privacy/{}", network.slug);
        let facts = vec![
            view! { <a href=imprint>{t!("network-see-imprint")}</a> }.into_any(),
            view! { <a href=privacy>{t!("network-see-privacy")}</a> }.into_any(),
        ];
        Ok(view! {
            <Page title=t!("network-title") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Settings) width=Width::Narrow>
                <PageHead title=t!("network-title") facts/>
                {saved}
                {settings(&network, form)}
            </Page>
        })
    })
}

/// The pages of the section *Netzwerk*.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NetworkTab {
    Settings,
    Logos,
    Mails,
    Members,
    History,
}

/// The band of the pages of the section *Netzwerk*.
pub(super) fn network_band(network: NetworkId, current: NetworkTab) -> Band {
    let tab = |tab: NetworkTab, page: &str, label: String| {
        let href = format!("/organise/network{page}?network={network}");
        Tab::new(label, href, tab == current)
    };
    Band {
        label: t!("network-tabs"),
        head: None,
        caption: t!("shell-nav-network"),
        caption_lang: None,
        page: None,
        tabs: vec![
            tab(NetworkTab::Settings, "", t!("network-title")),
            tab(NetworkTab::Logos, "/logos", t!("logos-title")),
            tab(NetworkTab::Mails, "/mails", t!("own-words-title")),
            tab(NetworkTab::Members, "/members", t!("members-title")),
            tab(NetworkTab::History, "/history", t!("network-history-title")),
        ],
    }
}

/// The network of the query, or else the first that the principal owns.
pub(super) fn owned_network() -> Result<(Principal, NetworkId), AppError> {
    if query("network").is_some() {
        return network_asked_for();
    }
    let principal = visit().signed_in()?;
    let mut members = principal.memberships().iter().map(|found| &found.member);
    let owned = members.find(|member| principal.owns(member.network).is_ok());
    let network = owned.ok_or(AppError::NotAllowed)?.network;
    Ok((principal, network))
}

fn settings(network: &Network, form: NetworkForm) -> impl IntoView + use<> {
    let (id, revision, version) = (
        network.id.to_string(),
        network.revision,
        network.privacy_version,
    );
    let [look, defaults, sender, texts] = summaries(&form, version);
    view! {
        <Form to=ChangeNetwork::PATH>
            <Hidden name="network" value=id/>
            <Revision current=revision sent=form.revision/>
            <FormPart title=t!("network-look") summary=look>
                <Field name="name" label=t!("network-name") value=form.name required=true/>
                <HueField
                    name="hue"
                    label=t!("network-hue")
                    value=form.hue
                    hint=t!("network-hue.hint")
                />
            </FormPart>
            <FormPart title=t!("network-defaults") summary=defaults>
                <Radios
                    name="language"
                    label=t!("network-language")
                    value=form.language
                    choices=Choice::of(Language::ALL)
                />
                <TimeZoneField label=t!("network-time-zone") value=form.time_zone/>
            </FormPart>
            <FormPart title=t!("network-sender") summary=sender>
                <Field
                    name="sender_name"
                    label=t!("network-sender-name")
                    value=form.sender_name
                    required=true
                    hint=t!("network-sender-name.hint")
                />
                <Field
                    name="sender_address"
                    label=t!("network-sender-address")
                    value=form.sender_address
                    kind=InputKind::Email
                    required=true
                    hint=t!("network-sender-address.hint")
                />
                <Field
                    name="reply_to"
                    label=t!("network-reply-to")
                    value=form.reply_to
                    kind=InputKind::Email
                    hint=t!("network-reply-to.hint")
                />
            </FormPart>
            <FormPart title=t!("network-texts") summary=texts>
                <Area
                    name="imprint"
                    label=t!("network-imprint")
                    value=form.imprint
                    hint=t!("network-markdown")
                    rows=6
                />
                <Area
                    name="privacy"
                    label=t!("network-privacy")
                    value=form.privacy
                    hint=t!("network-privacy.hint", version = version)
                    rows=8
                />
                <Area
                    name="funding_notice"
                    label=t!("network-funding-notice")
                    value=form.funding_notice
                    hint=t!("network-funding-notice.hint")
                    rows=3
                />
            </FormPart>
            <SaveBar>
                <button class="button first">{t!("network-save")}</button>
            </SaveBar>
        </Form>
    }
}

/// The values of each part in a line.
fn summaries(form: &NetworkForm, privacy_version: u32) -> [String; 4] {
    let language = form.language.parse().map(Language::name);
    let language = language.unwrap_or_default();
    let missing = |label: String, text: &str| {
        if text.trim().is_empty() {
            t!("network-text-missing", text = label)
        } else {
            label
        }
    };
    let privacy = if form.privacy.trim().is_empty() {
        t!("network-text-missing", text = t!("network-privacy"))
    } else {
        t!("network-privacy-version", version = privacy_version)
    };
    [
        form.name.clone(),
        format!("{language} · {}", zone_label(&form.time_zone)),
        format!("{} · {}", form.sender_name, form.sender_address),
        format!(
            "{} · {privacy}",
            missing(t!("network-imprint"), &form.imprint)
        ),
    ]
}
