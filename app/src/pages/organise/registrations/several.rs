//! `/organise/events/{id}/registrations/several`: what a decision about several people does, with the mail that they read.

use leptos::prelude::*;
use model::EventState;
use planner::registrations::{
    DecisionForecast, DecisionMail, SeveralDecisions, SeveralPreview, Verdict,
};
use ui::{
    components::{
        Area, Check, ConfirmNotice, EmptyState, Form, Hidden, Notice, PageHead, SubmittedBy, Tone,
    },
    forms::{refused, resubmitted},
    shell::{Page, Section, page},
    text::{t, waits_for},
    visit::{planner, query},
};

use super::choosing::{chosen_people, kept_selection};
use crate::{
    api::{
        actions::DecideSeveral, authorise::organises_event, selection::SelectionForm,
        several::SeveralForm,
    },
    pages::organise::{
        event::{EventTab, event_band},
        list_address::list_address,
    },
    routes::param,
};

#[component]
pub fn DecideSeveralPage() -> impl IntoView {
    page(async {
        let (_, access) = organises_event(&param("id"))?;
        let form = resubmitted::<DecideSeveral>().unwrap_or_else(|| SeveralForm {
            verdict: query("verdict").unwrap_or_default(),
            selection: SelectionForm::asked_for(),
            beyond: query("beyond"),
            ..SeveralForm::default()
        });
        // A note that cannot be read has its fault beside it.
        let decisions = form.parse().unwrap_or(SeveralDecisions {
            verdict: form.verdict(),
            limit: form.limit(),
            note: None,
        });
        let selection = form.selection.parse()?;
        let found = planner()
            .preview_decisions(&access, &selection, &decisions)
            .await?;
        let list = format!("/organise/events/{}/registrations", found.event.id);
        let content = if found.people.is_empty() {
            nobody(&found, &form, &list).into_any()
        } else if form.verdict() == Verdict::Accept && found.event.state != EventState::Published {
            view! { <Notice tone=Tone::Warn><p>{t!("several-not-published")}</p></Notice> }
                .into_any()
        } else {
            decision(&found, form, &list).into_any()
        };
        let title = found.event.details.title.to_string();
        Ok(view! {
            <Page
                title=t!("people-page", title = title)
                brand=&found.network
                section=Section::Events
                band=event_band(&found.network, &found.event, found.counts.confirmed, EventTab::Registrations)
            >
                <p class="back"><a href=list>{t!("several-back")}</a></p>
                <PageHead title=t!("several-title", n = found.people.len())/>
                {content}
            </Page>
        })
    })
}

/// Nobody was chosen, or nothing changes for those who were.
fn nobody(found: &SeveralPreview, form: &SeveralForm, list: &str) -> impl IntoView + use<> {
    let DecisionForecast {
        unchanged,
        still_waiting,
        ..
    } = found.forecast;
    let (title, advice) = if unchanged + still_waiting == 0 {
        (t!("several-nobody"), t!("several-nobody.advice"))
    } else if still_waiting > 0 {
        (t!("several-full"), t!("several-full.advice"))
    } else {
        match form.verdict() {
            Verdict::Accept => (t!("several-unchanged"), t!("several-accept-unchanged")),
            Verdict::Decline => (t!("several-unchanged"), t!("several-decline-unchanged")),
        }
    };
    let anyway = (still_waiting > 0).then(|| {
        let mut values = form.selection.fields().to_vec();
        values.extend([("verdict", "accept"), ("beyond", "yes")]);
        let href = list_address(&format!("{list}/several"), &values);
        view! { <a class="button" href=href>{t!("several-anyway")}</a> }
    });
    let list = list.to_owned();
    view! {
        <EmptyState title>
            <p>{advice}</p>
            <p class="row"><a class="button" href=list>{t!("several-back")}</a>{anyway}</p>
        </EmptyState>
    }
}

fn decision(found: &SeveralPreview, form: SeveralForm, list: &str) -> impl IntoView + use<> {
    let n = found.people.len();
    let verdict = form.verdict();
    let (title, tone, go, class, label, hint) = match verdict {
        Verdict::Accept => (
            t!("several-accept-question", n = n),
            Tone::Accent,
            t!("several-accept-go", n = n),
            "button first",
            t!("several-note"),
            t!("several-note.hint"),
        ),
        Verdict::Decline => (
            t!("several-decline-question", n = n),
            Tone::Bad,
            t!("several-decline-go", n = n),
            "button harm",
            t!("decide-reason"),
            t!("decide-reason.hint"),
        ),
    };
    let consequences = consequences(found, verdict);
    let seal = SeveralForm::seal(found);
    let recounted = (form.action == "go" && refused().is_some() && form.shown != seal)
        .then(|| view! { <Notice tone=Tone::Warn><p><b>{t!("several-decided-meanwhile", n = n)}</b></p></Notice> });
    let selection = kept_selection(&form.selection);
    let event = found.event.id.to_string();
    let mail = found.mail.as_ref().map(|mail| mail_card(mail).into_any());
    let people = people(found);
    let forecast = found.forecast;
    let is_short = forecast.beyond + forecast.enqueued + forecast.still_waiting > 0;
    let beyond = is_short.then(|| {
        let checked = form.beyond.is_some();
        view! {
            <Check
                name="beyond"
                label=t!("several-beyond-seats")
                checked=checked
                hint=t!("several-beyond-seats.hint")
            />
        }
    });
    let list = list.to_owned();
    view! {
        {recounted}
        <ConfirmNotice title tone consequences>
            <Form to=DecideSeveral::PATH submitted_by=SubmittedBy::Browser>
                <Hidden name="event" value=event/>
                <Hidden name="verdict" value=form.verdict/>
                <Hidden name="shown" value=seal/>
                {selection}
                <Area name="note" label value=form.note hint rows=4/>
                {beyond}
                <div class="row">
                    <button class=class name="do" value="go">{go}</button>
                    <button class="button" name="do" value="preview">{t!("several-preview")}</button>
                    <a class="button" href=list>{t!("decide-back")}</a>
                </div>
            </Form>
        </ConfirmNotice>
        <div class="cols">
            {mail}
            {people}
        </div>
    }
}

fn consequences(found: &SeveralPreview, verdict: Verdict) -> Vec<String> {
    let DecisionForecast {
        seated,
        beyond,
        enqueued,
        still_waiting,
        declined,
        unseated,
        unchanged,
        unconfirmed,
    } = found.forecast;
    let waits = waits_for(&found.event.details);
    let mut happens = Vec::new();
    let mut say = |n: u32, text: String| {
        if n > 0 {
            happens.push(text);
        }
    };
    say(seated, t!("several-seated", n = seated));
    let taken = found.counts.confirmed + seated;
    let of = found.event.details.capacity.unwrap_or_default();
    say(
        beyond,
        t!("several-beyond", n = beyond, taken = taken, of = of),
    );
    say(
        enqueued,
        t!("several-enqueued", waits = waits, n = enqueued),
    );
    say(
        still_waiting,
        t!("several-still-waiting", n = still_waiting),
    );
    say(unconfirmed, t!("several-unconfirmed", n = unconfirmed));
    say(declined, t!("several-declined", n = declined));
    say(
        unseated,
        t!("several-unseated", waits = waits, n = unseated),
    );
    say(
        unchanged,
        match verdict {
            Verdict::Accept => t!("several-left-accepted", n = unchanged),
            Verdict::Decline => t!("several-left-declined", n = unchanged),
        },
    );
    happens.push(if found.event.state == EventState::Draft {
        t!("decide-end-silent")
    } else if found.people.len() == 1 && unchanged + still_waiting == 0 {
        t!("several-mails-one")
    } else if unchanged + still_waiting > 0 {
        t!("several-mails-others")
    } else {
        t!("several-mails")
    });
    happens
}

/// What the first person will read.
fn mail_card(mail: &DecisionMail) -> impl IntoView + use<> {
    let DecisionMail {
        name,
        address,
        subject,
        text,
    } = mail.clone();
    view! {
        <section class="card stack" aria-labelledby="reads">
            <h2 id="reads">{t!("several-reads", name = name.as_str())}</h2>
            <p class="soft small address">{address}</p>
            <p><b>{subject}</b></p>
            <p class="words">{text}</p>
        </section>
    }
}

fn people(found: &SeveralPreview) -> AnyView {
    let event = found.event.id;
    chosen_people(&found.people, |person| {
        let href = format!("/organise/events/{event}/registrations/{}", person.id);
        view! { <a href=href>{person.name.clone()}</a> }
    })
}
