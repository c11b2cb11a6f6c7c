//! `/sign-in/{token}`: the page of a mailed link. One click signs in.

use leptos::prelude::*;
use ui::{
    components::{PageHead, PostButton},
    shell::{Page, Width},
    text::t,
};

use crate::{api::actions::SignIn, routes::param};

#[component]
pub fn SignInLinkPage() -> impl IntoView {
    view! {
        <Page title=t!("sign-in-link-title") width=Width::Narrow>
            <PageHead title=t!("sign-in-link-title")/>
            <p>{t!("sign-in-link-intro")}</p>
            <div class="row">
                <PostButton
                    to=SignIn::PATH
                    label=t!("sign-in-link-go")
                    fields=vec![("token", param("token"))]
                    class="button first"
                />
                <a class="button" href="/sign-in">{t!("sign-in-link-new")}</a>
            </div>
        </Page>
    }
}
