//! `/organise/network/mails/{kind}`: a network's own words in the automatic mails of one kind.

use leptos::prelude::*;
use model::{KINDS_WITHOUT_OWN_TEXT, Language, MailKind, OwnWords, VARIABLES_OF_OWN_WORDS};
use planner::people::OwnWordsPreview;
use ui::{
    components::{Area, Field, Form, Hidden, PageHead, SubmittedBy},
    error::AppError,
    forms::resubmitted,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{language, planner, query},
};

use crate::{
    api::{
        actions::ChangeOwnWords,
        own_words::{OwnWordsForm, kind_of, slug_of},
    },
    pages::organise::{
        network::{NetworkTab, network_band, owned_network},
        outgoing::kind_name,
    },
    routes::param,
};

#[component]
pub fn ChangeOwnWordsPage() -> impl IntoView {
    page(async {
        let (principal, network) = owned_network()?;
        let right = principal.owns(network)?;
        let kind = kind_of(&param("kind")).ok_or(AppError::NotFound)?;
        let language: Language = query("language")
            .and_then(|language| language.parse().ok())
            .unwrap_or(language());
        let network = planner().network(&principal.reads(network)?).await?;
        let mut all = network.own_words.iter();
        let stored = all.find(|own| (own.kind, own.language) == (kind, language));
        let form = resubmitted::<ChangeOwnWords>()
            .or_else(|| stored.map(OwnWordsForm::of))
            .unwrap_or_default();
        // Words with a fault are not shown in the preview.
        let words = form
            .parse(kind, language)
            .or_else(|_| OwnWordsForm::default().parse(kind, language))?;
        let found = planner().preview_own_words(&right, &words).await?;
        let title = kind_name(kind);
        let back = format!("/organise/network/mails?network={}", network.id);
        let fields = fields(form, &found, (kind, language)).into_any();
        let preview = preview(&found, &words).into_any();
        Ok(view! {
            <Page title=title.clone() brand=&network section=Section::Network band=network_band(network.id, NetworkTab::Mails)>
                <p class="back"><a href=back>{t!("own-words-back")}</a></p>
                <PageHead title=title kind=language.name()/>
                <div class="cols">
                    <div class="stack">{fields}</div>
                    <div class="stack">{preview}</div>
                </div>
            </Page>
        })
    })
}

fn fields(
    form: OwnWordsForm,
    found: &OwnWordsPreview,
    (kind, of_mail): (MailKind, Language),
) -> impl IntoView + use<> {
    let variables = VARIABLES_OF_OWN_WORDS.map(|variable| variable.placeholder(language()));
    let variables = t!("message-variables", names = variables.join(", "));
    let network = found.network.id.to_string();
    let text = (!KINDS_WITHOUT_OWN_TEXT.contains(&kind)).then(|| {
        view! { <Area name="text" label=t!("own-words-text") value=form.text rows=8 hint=t!("own-words-text.hint")/> }
    });
    view! {
        <Form to=ChangeOwnWords::PATH submitted_by=SubmittedBy::Browser>
            <Hidden name="network" value=network/>
            <Hidden name="kind" value=slug_of(kind)/>
            <Hidden name="language" value=of_mail.to_string()/>
            <section class="card stack" aria-labelledby="words">
                <h2 id="words">{t!("own-words-words")}</h2>
                <p class="soft">{t!("own-words-blank")}</p>
                <Field name="subject" label=t!("message-subject") value=form.subject hint=variables/>
                {text}
                <Area name="addition" label=t!("own-words-addition") value=form.addition rows=6 hint=t!("own-words-addition.hint")/>
                <Area name="closing" label=t!("own-words-closing") value=form.closing rows=3 hint=t!("own-words-closing.hint")/>
                <div class="row">
                    <button class="button first" name="do" value="save">{t!("network-save")}</button>
                    <button class="button" name="do" value="preview">{t!("message-preview")}</button>
                    <button class="button" name="do" value="reset">{t!("reminders-reset")}</button>
                </div>
            </section>
        </Form>
    }
}

/// The mail with the words, and without them if there are any.
fn preview(found: &OwnWordsPreview, words: &OwnWords) -> impl IntoView + use<> {
    let lang = words.language.tag();
    let (subject, text) = found.own.clone();
    let ours = (!words.is_empty()).then(|| {
        let (subject, text) = found.ours.clone();
        view! {
            <details class="more">
                <summary>{t!("own-words-ours")}</summary>
                <div lang=lang>
                    <p><b>{subject}</b></p>
                    <pre class="letter">{text}</pre>
                </div>
            </details>
        }
    });
    view! {
        <section class="card stack" aria-labelledby="preview">
            <h2 id="preview">{t!("own-words-preview")}</h2>
            <div lang=lang>
                <p><b>{subject}</b></p>
                <pre class="letter">{text}</pre>
            </div>
            {ours}
        </section>
    }
}
