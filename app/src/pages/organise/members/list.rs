//! `/organise/network/members`: the members of a network.

use leptos::prelude::*;
use model::{Language, Member, Network, Role};
use ui::{
    components::{
        Choice, DataTable, Field, Form, Hidden, InputKind, Notice, PageHead, Radios, Select, Tone,
    },
    forms::{last_result, resubmitted},
    shell::{Page, Section, Width, page},
    text::{Named, t},
    visit::planner,
};

use crate::{
    api::{actions::AddMember, members::MemberForm},
    pages::organise::{
        network::{NetworkTab, network_band, owned_network},
        unreadable::unreadable_rows,
    },
};

#[component]
pub fn MembersPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        let right = principal.owns(network)?;
        let network = planner().network(&principal.reads(network)?).await?;
        let members = planner().members(&right).await?;
        let facts = vec![t!("people", n = members.rows.len()).into_any()];
        let done = match last_result().as_deref() {
            Some("added") => Some(t!("member-added")),
            Some("changed") => Some(t!("member-changed")),
            Some("removed") => Some(t!("member-removed")),
            Some("invited") => Some(t!("member-invited")),
            _ => None,
        };
        Ok(view! {
            <Page title=t!("members-title") brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Members) width=Width::Narrow>
                <PageHead title=t!("members-title") facts/>
                {done.map(|done| view! { <Notice tone=Tone::Good><p role="status">{done}</p></Notice> })}
                {unreadable_rows(&members.unreadable)}
                {table(&network, &members.rows)}
                {add(&network)}
            </Page>
        })
    })
}

fn table(network: &Network, members: &[Member]) -> impl IntoView + use<> {
    let rows: Vec<_> = members
        .iter()
        .map(|member| {
            let name = member.name.to_string();
            let href = format!(
                "/organise/network/members/{}?network={}",
                member.id, network.id
            );
            view! {
                <tr>
                    <th scope="row"><a href=href>{name}</a></th>
                    <td class="address">{member.address.to_string()}</td>
                    <td>{member.role.name()}</td>
                </tr>
            }
        })
        .collect();
    let headings = vec![t!("member-name"), t!("member-address"), t!("member-role")];
    view! { <DataTable caption=t!("members-title") headings stacks=true>{rows}</DataTable> }
}

fn add(network: &Network) -> impl IntoView + use<> {
    let form = resubmitted::<AddMember>().unwrap_or_else(MemberForm::blank);
    let network = network.id.to_string();
    view! {
        <section class="card editor" aria-labelledby="add">
            <h2 id="add">{t!("member-add")}</h2>
            <Form to=AddMember::PATH>
                <Hidden name="network" value=network/>
                {name_and_address(form.name, form.address, t!("member-address.hint"))}
                {role(form.role)}
                {invited_in(form.language)}
                <div class="row">
                    <button class="button first">{t!("member-add.button")}</button>
                </div>
            </Form>
        </section>
    }
}

/// The fields of who is invited.
pub(crate) fn name_and_address(name: String, address: String, hint: String) -> impl IntoView {
    view! {
        <Field name="name" label=t!("member-name") value=name required=true/>
        <Field
            name="address"
            label=t!("member-address")
            value=address
            kind=InputKind::Email
            required=true
            hint
        />
    }
}

/// The language of the mail that invites somebody.
pub(crate) fn invited_in(value: String) -> impl IntoView {
    view! {
        <Select
            name="language"
            label=t!("member-language")
            value
            choices=Choice::of(Language::ALL)
            hint=t!("member-language.hint")
        />
    }
}

/// The choice of a role, with what each may do.
pub(super) fn role(value: String) -> impl IntoView {
    view! {
        <Radios
            name="role"
            label=t!("member-role")
            value
            choices=Choice::of(&Role::OF_NETWORK)
            hint=t!("member-role.hint")
        />
    }
}
