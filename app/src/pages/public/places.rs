//! `/places/{token}`: the contact person of an organisation manages its places at an event.

use leptos::prelude::*;
use model::{Question, RegistrationState};
use planner::contingents::{OwnPlaces, PlaceHolder};
use ui::{
    components::{
        ConfirmNotice, DataTable, EmptyState, Field, Form, Hidden, InputKind, Notice, PageHead,
        PostButton, Questions, Tag, Tone,
    },
    dates::dates,
    forms::{last_result, resubmitted},
    shell::{Brand, Page, Width, page},
    text::{state_name, t},
    visit::{language, planner, query, visit},
};

use super::{
    colleagues::{colleague_rows, shown_rows},
    facts::facts,
};
use crate::{
    api::{
        actions::{EnterColleagues, ReleasePlace, ReturnPlaces, SwapPlace},
        authorise::by_contingent,
        colleagues::MORE_PEOPLE,
    },
    routes::param,
};

#[component]
pub fn PlacesPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let places = planner().own_places(&by_contingent(&token)).await?;
        let title = t!(
            "places-title",
            organisation = places.organisation.short_name.as_str()
        );
        let brand = Brand::of_event(&places.network, &places.event);
        let head = view! {
            <PageHead
                title=title.clone()
                kind=places.event.details.title.to_string()
                kind_lang=places.event.details.language.tag()
                facts=facts(&places.network, &places.event)
            />
        };
        let content = if places.is_open {
            let asked = query("swap").or(query("release"));
            let person = asked.and_then(|id| {
                let mut people = places.people.iter();
                people.find(|person| person.registration.to_string() == id)
            });
            match person {
                Some(person) if query("swap").is_some() => swap(&places, person, &token).into_any(),
                Some(person) => release(&places, person, &token).into_any(),
                None => view! {
                    {numbers(&places, &token)}
                    {people(&places, &token)}
                    {enter(&places, &token)}
                }
                .into_any(),
            }
        } else {
            view! {
                <Notice tone=Tone::Warn><p><b>{t!("places-closed")}</b></p></Notice>
                {people(&places, &token)}
            }
            .into_any()
        };
        Ok(view! {
            <Page title brand width=Width::Narrow>
                {head}
                {done()}
                {content}
            </Page>
        })
    })
}

/// What the last action did.
fn done() -> Option<impl IntoView> {
    let number = |name| query(name)?.parse::<u32>().ok();
    let text = match last_result()?.as_str() {
        "entered" => {
            let (seated, waiting) = (number("seated")?, number("waiting")?);
            let entered = match (seated, waiting) {
                (0, 0) => None,
                (_, 0) => Some(t!("places-entered", n = seated)),
                _ => Some(t!(
                    "places-entered-waiting",
                    seated = seated,
                    waiting = waiting
                )),
            };
            let others = number("others").filter(|others| *others > 0);
            let others = others.map(|others| t!("places-entered-others", n = others));
            let sentences: Vec<_> = entered.into_iter().chain(others).collect();
            sentences.join(" ")
        }
        "swapped" => t!("places-swapped"),
        "released" => t!("places-released"),
        "returned" => t!("places-returned", n = number("places")?),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Good><p role="status"><b>{text}</b></p></Notice> })
}

/// How many places there are, until when, and the button that gives the unused ones back.
fn numbers(places: &OwnPlaces, token: &str) -> impl IntoView + use<> {
    let unused = places.unused();
    let taken = places.seats.taken_by(Some(&places.organisation.id));
    let is_held = places.held > 0;
    let unused_says = is_held.then(|| view! { <p>{t!("places-unused", n = unused)}</p> });
    let release = places.release.as_ref();
    let release = release.filter(|release| is_held || release.released_at.is_some());
    let release = release.map(|release| {
        let due = dates().brief(&places.event.details.time_zone.clock(release.due.at));
        match release.released_at {
            Some(_) => view! { <p>{t!("places-released-since", due = due)}</p> }.into_any(),
            None => view! { <p>{t!("places-until", due = due)}</p> }.into_any(),
        }
    });
    let give_back = (unused > 0).then(|| {
        if query("back").is_some() {
            let fields = vec![("token", token.to_owned())];
            let back = format!("/places/{token}");
            view! {
                <ConfirmNotice
                    title=t!("places-return-question", n = unused)
                    consequences=vec![t!("places-return-means")]
                >
                    <div class="row">
                        <PostButton to=ReturnPlaces::PATH label=t!("places-return-go") fields class="button harm"/>
                        <a class="button" href=back>{t!("decide-back")}</a>
                    </div>
                </ConfirmNotice>
            }
            .into_any()
        } else {
            let href = format!("/places/{token}?back=yes");
            view! { <p><a class="button" href=href>{t!("places-return", n = unused)}</a></p> }.into_any()
        }
    });
    view! {
        <section class="card stack" aria-labelledby="numbers">
            <h2 id="numbers">{t!("places-numbers", taken = taken, held = places.held)}</h2>
            {unused_says}
            {release}
            {give_back}
        </section>
    }
}

/// Who has a place, waits, or has yet to confirm.
fn people(places: &OwnPlaces, token: &str) -> impl IntoView + use<> {
    let rows = places
        .people
        .iter()
        .map(|person| row(places, person, token))
        .collect_view();
    let list = if places.people.is_empty() {
        view! { <EmptyState title=t!("places-nobody")><p>{t!("places-nobody.advice")}</p></EmptyState> }
            .into_any()
    } else {
        let headings = vec![
            t!("people-column-name"),
            t!("people-column-state"),
            t!("places-column-acts"),
        ];
        view! { <DataTable caption=t!("places-people") headings stacks=true>{rows}</DataTable> }
            .into_any()
    };
    view! {
        <section class="stack" aria-labelledby="people">
            <h2 id="people">{t!("places-people")}</h2>
            {list}
        </section>
    }
}

fn row(places: &OwnPlaces, person: &PlaceHolder, token: &str) -> impl IntoView + use<> {
    let name = person
        .name
        .clone()
        .unwrap_or_else(|| t!("places-unconfirmed"));
    let (state, tone) = match person.state {
        RegistrationState::Confirmed => (t!("places-has-place"), Tone::Good),
        state => (
            state_name(state, &places.event.details, language()),
            Tone::Warn,
        ),
    };
    let id = person.registration;
    let acts = places.is_open.then(|| {
        let about = name.clone();
        let swap = (person.state == RegistrationState::Confirmed).then(|| {
            let about = about.clone();
            view! {
                <a class="button small" href=format!("/places/{token}?swap={id}")>
                    {t!("places-swap")}<span class="unseen">" "{about}</span>
                </a>
            }
        });
        view! {
            <span class="row">
                {swap}
                <a class="button small" href=format!("/places/{token}?release={id}")>
                    {t!("places-release")}<span class="unseen">" "{about}</span>
                </a>
            </span>
        }
    });
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td><Tag text=state tone/></td>
            <td>{acts}</td>
        </tr>
    }
}

/// The form of the colleagues who come.
fn enter(places: &OwnPlaces, token: &str) -> impl IntoView + use<> {
    let form = resubmitted::<EnterColleagues>().unwrap_or_default();
    let more = form.action == MORE_PEOPLE;
    let rows = shown_rows(&form.people, 1, more);
    let organisation = places.organisation.id;
    let says = match places.seats.left_for(Some(&organisation)) {
        _ if places.event.details.is_by_approval() => {
            t!("places-enter-held", n = places.unused())
        }
        // Nobody else can register: only what is held is there.
        _ if !places.event.registration_is_open(visit().now) => {
            t!("places-enter-only-held", n = places.unused())
        }
        None => t!("places-enter-all"),
        Some(left) => t!("places-enter-left", n = left),
    };
    let questions: Vec<Question> = asked(places);
    let asked_in = places.event.details.language;
    let token = token.to_owned();
    view! {
        <section class="card stack" aria-labelledby="enter">
            <h2 id="enter">{t!("places-enter")}</h2>
            <p>{says}</p>
            <p class="soft">{t!("places-enter-mail")}</p>
            <Form to=EnterColleagues::PATH>
                // The Enter key in a field clicks the first button of the form: this one enters.
                <button class="unseen" tabindex="-1" aria-hidden="true"></button>
                <Hidden name="token" value=token/>
                {colleague_rows(rows, &questions, asked_in, more)}
                <div class="row"><button class="button first">{t!("places-enter-go")}</button></div>
            </Form>
        </section>
    }
}

/// The questions, all optional: a contact person may not know the answers of somebody else.
fn asked(places: &OwnPlaces) -> Vec<Question> {
    let questions = places.questions.iter().cloned();
    questions.map(Question::asked_of_organiser).collect()
}

/// Who comes in place of somebody.
fn swap(places: &OwnPlaces, person: &PlaceHolder, token: &str) -> impl IntoView + use<> {
    let name = person
        .name
        .clone()
        .unwrap_or_else(|| t!("places-unconfirmed"));
    let form = resubmitted::<SwapPlace>().unwrap_or_default();
    let id = person.registration.to_string();
    let questions = asked(places);
    let asked_in = places.event.details.language;
    let back = format!("/places/{token}");
    let token = token.to_owned();
    let consequences = vec![
        t!("places-swap-leaves", name = name.as_str()),
        t!("places-swap-comes"),
    ];
    view! {
        <ConfirmNotice title=t!("places-swap-question", name = name) tone=Tone::Accent consequences>
            <Form to=SwapPlace::PATH>
                <Hidden name="token" value=token/>
                <Hidden name="registration" value=id/>
                <div class="pair">
                    <Field name="given_name" label=t!("register-given-name") value=form.given_name required=true/>
                    <Field name="family_name" label=t!("register-family-name") value=form.family_name required=true/>
                </div>
                <Field name="address" label=t!("register-address") value=form.address kind=InputKind::Email required=true/>
                <Questions questions answers=form.answers asked_in/>
                <div class="row">
                    <button class="button first">{t!("places-swap-go")}</button>
                    <a class="button" href=back>{t!("decide-back")}</a>
                </div>
            </Form>
        </ConfirmNotice>
    }
}

/// What happens when somebody's place is given up.
fn release(places: &OwnPlaces, person: &PlaceHolder, token: &str) -> impl IntoView + use<> {
    let name = person
        .name
        .clone()
        .unwrap_or_else(|| t!("places-unconfirmed"));
    let fields = vec![
        ("token", token.to_owned()),
        ("registration", person.registration.to_string()),
    ];
    let back = format!("/places/{token}");
    let taken = places.seats.taken_by(Some(&places.organisation.id));
    let stays = if person.state == RegistrationState::Confirmed && taken <= places.held {
        t!("places-release-stays")
    } else {
        t!("places-release-open")
    };
    let consequences = vec![t!("places-release-mail", name = name.as_str()), stays];
    view! {
        <ConfirmNotice title=t!("places-release-question", name = name) tone=Tone::Bad consequences>
            <div class="row">
                <PostButton to=ReleasePlace::PATH label=t!("places-release-go") fields class="button harm"/>
                <a class="button" href=back>{t!("decide-back")}</a>
            </div>
        </ConfirmNotice>
    }
}
