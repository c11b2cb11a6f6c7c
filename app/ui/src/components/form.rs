//! The form of every change.

use leptos::{prelude::*, tachys::reactive_graph::OwnedView};

use super::{
    form_context::{FormContext, action_url},
    hidden::FormToken,
    refusal::FormRefusal,
};
use crate::{
    islands::form::FormIsland,
    page_properties::{MainForm, page_properties, require_script},
    text::t,
};

/// The element id of the first form of a page.
pub const MAIN_FORM_ID: &str = "main-form";

/// How a form encodes its fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FormEncoding {
    #[default]
    UrlEncoded,
    /// For forms with files ([`crate::forms::Upload`]).
    Multipart,
}

/// Who submits a form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SubmittedBy {
    /// The form island, or the browser without a script. With the island, a refusal does not reload the page.
    #[default]
    Island,
    /// The browser. For a form whose page shows more than faults after a refusal, such as a preview.
    Browser,
}

/// A form that is sent to an action: `<Form to=Rename::PATH> … </Form>`.
///
/// After a refusal it lists the faults at its top, with links to the fields, and each field shows its own.
/// Without a script the page is rendered again; with one, the form stays as it is and shows the faults.
#[component]
pub fn Form(
    /// The action's path.
    to: &'static str,
    /// Distinguishes forms of one page that are sent to the same action.
    #[prop(optional, into)]
    id: String,
    #[prop(optional)] encoding: FormEncoding,
    #[prop(optional)] submitted_by: SubmittedBy,
    children: Children,
) -> impl IntoView {
    let form = FormContext::new(to, &id);
    let is_main = page_properties().claim_main_form(MainForm {
        action: to,
        id: id.clone(),
    });
    let owner = Owner::new();
    let fields = owner.with(|| {
        provide_context(form.clone());
        children()
    });
    let fields = OwnedView::new_with_owner(fields, owner);
    let enctype = (encoding == FormEncoding::Multipart).then_some("multipart/form-data");
    let action = action_url(to, &id);
    let form = view! {
        <form
            class="form"
            id=is_main.then_some(MAIN_FORM_ID)
            method="post"
            action=action
            enctype=enctype
            // Faults are written by the server only, in the person's language.
            novalidate
            data-trouble=t!("form-trouble")
        >
            <FormToken/>
            <FormRefusal form/>
            {fields}
        </form>
    };
    match submitted_by {
        SubmittedBy::Island => {
            require_script();
            view! { <FormIsland>{form}</FormIsland> }.into_any()
        }
        SubmittedBy::Browser => form.into_any(),
    }
}
