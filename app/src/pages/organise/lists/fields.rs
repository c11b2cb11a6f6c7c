//! `/organise/lists/new` and `/organise/lists/{list}/edit`: the form of a distribution list.

use leptos::prelude::*;
use model::{ContactGroup, Line, ListMembers, Organisation, Tag};
use planner::Paging;
use ui::{
    components::{Choice, Field, Form, Hidden, Radios, Revision, Select},
    forms::resubmitted,
    shell::page,
    text::t,
    visit::planner,
};

use super::{list_of_path, path_of, path_of_all};
use crate::{
    api::{
        actions::{AddDistributionList, ChangeDistributionList},
        authorise::network_asked_for,
        lists::DistributionListForm,
    },
    pages::organise::{
        contacts::{PageBelow, PeopleTab},
        list_parts::{distinct, organisation_choices},
    },
};

#[component]
pub fn NewDistributionListPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let all = planner().distribution_lists(&right).await?;
        let form = resubmitted::<AddDistributionList>().unwrap_or_else(|| DistributionListForm {
            kind: DistributionListForm::FIXED.to_owned(),
            ..DistributionListForm::default()
        });
        let title = t!("distribution-new-title");
        let back = path_of_all(network);
        let kinds = vec![
            Choice::new(DistributionListForm::FIXED, t!("distribution-kind-fixed")),
            Choice::new(DistributionListForm::RULE, t!("distribution-kind-rule")),
        ];
        let kind = form.kind.clone();
        Ok(view! {
            <PageBelow
                brand=&all.network
                network
                tab=PeopleTab::Lists
                title
                back=(back.clone(), t!("distribution-back"))
            >
                <Form to=AddDistributionList::PATH>
                    <Hidden name="network" value=network.to_string()/>
                    <Field name="name" label=t!("distribution-name") value=form.name.clone() required=true/>
                    <Radios name="kind" label=t!("distribution-members") value=kind choices=kinds required=true/>
                    {rule(form, &all.organisations, &all.tags)}
                    {buttons(back)}
                </Form>
            </PageBelow>
        })
    })
}

#[component]
pub fn EditDistributionListPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let record = planner()
            .distribution_list(&right, list_of_path()?, "", Paging::page(0, 1))
            .await?;
        let list = record.list;
        let form = resubmitted::<ChangeDistributionList>()
            .unwrap_or_else(|| DistributionListForm::of(&list));
        let name = list.name.to_string();
        let back = path_of(network, list.id, "");
        let rule = (list.members != ListMembers::Fixed)
            .then(|| rule(form.clone(), &record.organisations, &record.tags));
        let kind = match list.members {
            ListMembers::Fixed => DistributionListForm::FIXED,
            ListMembers::Rule(_) => DistributionListForm::RULE,
        };
        let (id, revision) = (list.id.to_string(), list.revision);
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Lists
                title=t!("distribution-edit")
                about=name.clone()
                back=(back.clone(), name)
            >
                <Form to=ChangeDistributionList::PATH>
                    <Hidden name="network" value=network.to_string()/>
                    <Hidden name="list" value=id/>
                    <Hidden name="kind" value=kind/>
                    <Revision current=revision sent=form.revision.clone()/>
                    <Field name="name" label=t!("distribution-name") value=form.name required=true/>
                    {rule}
                    {buttons(back)}
                </Form>
            </PageBelow>
        })
    })
}

/// What a rule asks for.
fn rule(
    form: DistributionListForm,
    organisations: &[Organisation],
    tags: &[Tag],
) -> impl IntoView + use<> {
    let partners = organisation_choices(organisations);
    let tags = tags.iter().map(Line::as_str);
    let tags = with_stored(tags.map(|tag| Choice::new(tag, tag)).collect(), &form.tag);
    let regions = with_stored(
        distinct(organisations, |one| one.region.as_ref()),
        &form.region,
    );
    let fields = with_stored(
        distinct(organisations, |one| one.field.as_ref()),
        &form.field,
    );
    let any = t!("distribution-rule-any");
    view! {
        <fieldset class="group">
            <legend>{t!("distribution-rule")}</legend>
            <p class="hint">{t!("distribution-rule.hint")}</p>
            <Select name="organisation" label=t!("people-organisation") value=form.organisation choices=partners none=any.clone() unmarked=true/>
            <Select name="region" label=t!("organisation-region") value=form.region choices=regions none=any.clone() unmarked=true/>
            <Select name="field" label=t!("organisation-field") value=form.field choices=fields none=any.clone() unmarked=true/>
            <Select name="tag" label=t!("contact-tag") value=form.tag choices=tags none=any.clone() unmarked=true/>
            <Select name="group" label=t!("contacts-group") value=form.group choices=Choice::of(ContactGroup::ALL) none=any unmarked=true/>
        </fieldset>
    }
}

/// The choices, and the stored one if nothing has it any more.
fn with_stored(mut choices: Vec<Choice>, stored: &str) -> Vec<Choice> {
    if !stored.is_empty() && choices.iter().all(|choice| choice.value != stored) {
        choices.push(Choice::new(stored, stored));
    }
    choices
}

fn buttons(back: String) -> impl IntoView {
    view! {
        <div class="row">
            <button class="button first">{t!("contact-save")}</button>
            <a class="button" href=back>{t!("decide-back")}</a>
        </div>
    }
}
