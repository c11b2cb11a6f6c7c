//! `/sign-in`: asks for the address to mail a link to.

use leptos::prelude::*;
use planner::Delivery;
use ui::{
    components::{Field, Form, Hidden, InputKind, Notice, PageHead, Tone},
    forms::resubmitted,
    shell::{Page, Width},
    text::t,
    visit::{planner, query},
};

use crate::api::actions::RequestSignIn;

#[component]
pub fn SignInPage() -> impl IntoView {
    let form = resubmitted::<RequestSignIn>().unwrap_or_default();
    let next = query("next").unwrap_or_default();
    // Without a mail server no mail arrives.
    let kept = planner().config().delivery == Delivery::Kept;
    // The text does not tell whether the address has an account.
    let sent = query("sent").map(|_| {
        view! {
            <Notice tone=Tone::Good>
                <p><b>{t!("sign-in-sent")}</b></p>
                <p>{t!("sign-in-sent.advice")}</p>
                {kept.then(|| view! { <p>{t!("sign-in-kept")}</p> })}
            </Notice>
        }
    });
    view! {
        <Page title=t!("sign-in-title") width=Width::Narrow>
            <PageHead title=t!("sign-in-title")/>
            {sent}
            <p>{t!("sign-in-intro")}</p>
            <Form to=RequestSignIn::PATH>
                <Hidden name="next" value=next/>
                <Field
                    name="address"
                    label=t!("sign-in-address")
                    value=form.address
                    kind=InputKind::Email
                    required=true
                    autocomplete="email"
                    hint=t!("sign-in-address.hint")
                />
                <div class="row">
                    <button class="button first">{t!("sign-in-send")}</button>
                </div>
            </Form>
        </Page>
    }
}
