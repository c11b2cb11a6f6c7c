//! `/registration/{token}/cancel`: confirms a cancellation.

use leptos::prelude::*;
use model::RegistrationState;
use ui::{
    components::{ConfirmNotice, PageHead, PostButton},
    shell::{Page, Width, page},
    text::{t, waits_for},
};

use super::OwnRegistration;
use crate::{
    api::actions::CancelOwnRegistration,
    pages::public::{facts::facts, redirect::redirect_to},
};

#[component]
pub fn CancelRegistrationPage() -> impl IntoView {
    page(async {
        let mine = OwnRegistration::load().await?;
        if !mine.can_be_changed() {
            return Ok(redirect_to(mine.paths.page(), t!("personal-title")).into_any());
        }
        let event = &mine.page.open.event;
        let head = view! {
            <PageHead
                title=event.details.title.to_string()
                lang=event.details.language.tag()
                kind=t!("personal-cancel.kind")
                facts=facts(&mine.page.open.network, event)
            />
        };
        let brand = mine.brand();
        Ok(view! {
            <Page title=t!("cancel-title") brand width=Width::Narrow>
                <p class="back"><a href=mine.paths.page()>{t!("personal-back")}</a></p>
                {head}
                <ConfirmNotice title=t!("cancel-title") consequences=consequences(&mine)>
                    <div class="row">
                        <PostButton
                            to=CancelOwnRegistration::PATH
                            label=t!("cancel-go")
                            fields=vec![("token", mine.token.clone())]
                            class="button harm"
                        />
                        <a class="button" href=mine.paths.page()>{t!("cancel-not")}</a>
                    </div>
                </ConfirmNotice>
            </Page>
        }
        .into_any())
    })
}

fn consequences(mine: &OwnRegistration) -> Vec<String> {
    let details = &mine.page.open.event.details;
    let mut happens = match mine.page.registration.state {
        RegistrationState::Waitlisted => {
            let lost = t!("cancel-place-is-lost", waits = waits_for(details));
            vec![lost, t!("cancel-mail")]
        }
        RegistrationState::Pending => vec![t!("cancel-pending"), t!("cancel-mail")],
        _ => {
            let next = if mine.page.open.waiting > 0 && !details.is_by_approval() {
                t!("cancel-next-moves-up")
            } else {
                t!("cancel-seat-is-free")
            };
            vec![next, t!("cancel-calendar")]
        }
    };
    happens.push(if mine.availability.is_open() {
        t!("cancel-again")
    } else {
        t!("cancel-for-good")
    });
    happens
}
