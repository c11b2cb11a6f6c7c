//! `/organise/organisations/{organisation}/merge`: two organisations beside each other, one of which stays. Without
//! `?with=`, the choice of the other one.

use leptos::prelude::*;
use model::{Line, NetworkId, Organisation, OrganisationId};
use planner::{
    OrganisationUses,
    people::{ComparedOrganisations, MergedPlaces, OrganisationRecord},
};
use ui::{
    components::{Choice, DataTable, Form, Hidden, Notice, Radios, Seen, Select, Tone},
    error::AppError,
    forms::resubmitted,
    shell::page,
    text::t,
    visit::{planner, query},
};

use super::{duplicates::names, organisation_of_path, path_of};
use crate::{
    api::{
        actions::MergeOrganisations, authorise::network_asked_for,
        organisation_merge::OrganisationMergeForm,
    },
    pages::organise::contacts::{PageBelow, PeopleTab},
};

/// The address of the page that compares two organisations.
pub(super) fn compare_path(
    network: NetworkId,
    one: OrganisationId,
    other: OrganisationId,
) -> String {
    format!("{}&with={other}", path_of(network, one, "/merge"))
}

#[component]
pub fn MergeOrganisationPage() -> impl IntoView {
    page(async {
        let (principal, network) = network_asked_for()?;
        let right = principal.organises(network)?.reads();
        let id = organisation_of_path()?;
        let record = planner().organisation_record(&right, id).await?;
        let content = match query("with").filter(|with| !with.is_empty()) {
            Some(with) => {
                let with = with.parse().map_err(|_| AppError::NotFound)?;
                let compared = planner().compare_organisations(&right, [id, with]).await?;
                comparison(&compared).into_any()
            }
            None => choice(&record).into_any(),
        };
        let name = record.organisation.short_name.to_string();
        let back = path_of(network, id, "");
        Ok(view! {
            <PageBelow
                brand=&record.network
                network
                tab=PeopleTab::Organisations
                title=t!("organisation-merge-title")
                about=name.clone()
                back=(back, name)
            >
                {content}
            </PageBelow>
        })
    })
}

/// The choice of the other organisation.
fn choice(record: &OrganisationRecord) -> impl IntoView + use<> {
    let choices = record
        .others
        .iter()
        .map(|one| Choice::new(one.id.to_string(), names(one)))
        .collect();
    let action = format!("{}/{}/merge", super::LIST, record.organisation.id);
    view! {
        <form class="filters" method="get" action=action>
            <Hidden name="network" value=record.network.id.to_string()/>
            <Select
                name="with"
                label=t!("organisation-merge-other")
                value=String::new()
                choices
                none=t!("organisation-merge-choose")
                unmarked=true
            />
            <div class="row"><button class="button">{t!("merge-compare")}</button></div>
        </form>
    }
}

fn comparison(compared: &ComparedOrganisations) -> impl IntoView + use<> {
    let [one, other] = &compared.organisations;
    let caption = format!("{} – {}", one.short_name, other.short_name);
    let headings = vec![
        t!("merge-field"),
        t!("organisation-merge-first"),
        t!("organisation-merge-second"),
    ];
    let (first, second) = (one.short_name.to_string(), other.short_name.to_string());
    let rows: Vec<_> = rows(compared)
        .into_iter()
        .map(|(label, [one, other])| {
            view! {
                <tr>
                    <th scope="row">{label}</th>
                    <td class="words" data-heading=first.clone()>{one}</td>
                    <td class="words" data-heading=second.clone()>{other}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <DataTable caption headings stacks=true>{rows}</DataTable>
        {places(compared)}
        {form(compared)}
    }
}

/// What both hold and what belongs to them, beside each other.
fn rows(compared: &ComparedOrganisations) -> Vec<(String, [String; 2])> {
    let of = |value: &dyn Fn(&Organisation) -> String| {
        let organisations = compared.organisations.each_ref();
        organisations.map(|organisation| match value(organisation) {
            text if text.is_empty() => "–".to_owned(),
            text => text,
        })
    };
    let line = |line: &Option<Line<120>>| line.as_ref().map(Line::to_string).unwrap_or_default();
    let parent = |one: &Organisation| {
        let parent = one.parent?;
        let mut all = compared.others.iter().chain(&compared.organisations);
        all.find(|one| one.id == parent)
            .map(|parent| parent.short_name.to_string())
    };
    let mut rows = vec![
        (
            t!("organisation-short-name"),
            of(&|one| one.short_name.to_string()),
        ),
        (t!("organisation-name"), of(&|one| one.name.to_string())),
        (t!("organisation-region"), of(&|one| line(&one.region))),
        (t!("organisation-field"), of(&|one| line(&one.field))),
        (
            t!("organisation-parent"),
            of(&|one| parent(one).unwrap_or_default()),
        ),
    ];
    rows.extend(numbers(compared));
    rows
}

/// How much belongs to each of both. What neither has is left out, except for people.
fn numbers(compared: &ComparedOrganisations) -> impl Iterator<Item = (String, [String; 2])> {
    let uses = compared.uses;
    let of = move |number: fn(&OrganisationUses) -> u32| uses.each_ref().map(number);
    let people = [
        (t!("contacts-title"), of(|uses| uses.contacts)),
        (t!("merge-registrations"), of(|uses| uses.registrations)),
    ];
    let others = [
        (
            t!("organisation-merge-invitations"),
            of(|uses| uses.invitations),
        ),
        (
            t!("organisation-merge-contingents"),
            of(|uses| uses.contingents),
        ),
        (t!("organisation-merge-links"), of(|uses| uses.links)),
        (t!("lists-title"), of(|uses| uses.lists)),
        (t!("organisation-parts"), of(|uses| uses.parts)),
    ];
    let others = others.into_iter().filter(|(_, numbers)| *numbers != [0, 0]);
    let all = people.into_iter().chain(others);
    all.map(|(label, numbers)| (label, numbers.map(|number| number.to_string())))
}

/// The events at which the places of both become one contingent.
fn places(compared: &ComparedOrganisations) -> Option<impl IntoView + use<>> {
    let events: Vec<_> = compared.places.iter().map(places_at).collect();
    let warns = compared
        .places
        .iter()
        .any(|places| places.beyond > 0 || places.moving_up > 0);
    let tone = if warns { Tone::Warn } else { Tone::Accent };
    (!events.is_empty()).then(|| {
        view! {
            <Notice tone>
                <p><b>{t!("organisation-merge-places")}</b></p>
                <ul>{events}</ul>
            </Notice>
        }
    })
}

fn places_at(places: &MergedPlaces) -> impl IntoView + use<> {
    let MergedPlaces {
        event,
        held: [one, other],
        beyond,
        moving_up,
    } = places;
    let href = format!("/organise/events/{}/contingents", event.id);
    let sum = t!(
        "organisation-merge-sum",
        one = *one,
        other = *other,
        sum = one.saturating_add(*other)
    );
    let beyond = (*beyond > 0).then(|| t!("organisation-merge-beyond", n = *beyond));
    let moving_up = (*moving_up > 0).then(|| t!("organisation-merge-moving-up", n = *moving_up));
    let says: Vec<String> = [Some(sum), beyond, moving_up]
        .into_iter()
        .flatten()
        .collect();
    let title = event.details.title.to_string();
    let lang = event.details.language.tag();
    view! { <li><a href=href lang=lang>{title}</a>": "{says.join(" ")}</li> }
}

fn form(compared: &ComparedOrganisations) -> impl IntoView + use<> {
    let [one, other] = &compared.organisations;
    let form = resubmitted::<MergeOrganisations>().unwrap_or_default();
    let OrganisationMergeForm { seen, keep, .. } = form;
    let choice =
        |organisation: &Organisation| Choice::new(organisation.id.to_string(), names(organisation));
    let choices = vec![choice(one), choice(other)];
    let (network, current) = (compared.network.id, compared.seal());
    let back = path_of(network, one.id, "");
    let (one, other) = (one.id.to_string(), other.id.to_string());
    view! {
        <Form to=MergeOrganisations::PATH>
            <Hidden name="network" value=network.to_string()/>
            <Hidden name="organisation" value=one/>
            <Hidden name="with" value=other/>
            <Seen current=current sent=seen/>
            <Radios
                name="keep"
                label=t!("organisation-merge-keep")
                value=keep
                choices
                hint=t!("organisation-merge-keep.hint")
                required=true
            />
            <div class="row">
                <button class="button first">{t!("merge-go")}</button>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </Form>
    }
}
