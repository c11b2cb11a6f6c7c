//! The form of an import, the same for whatever its table holds.

use leptos::prelude::*;
use ui::{
    components::{Form, FormEncoding, Hidden, SubmittedBy},
    text::t,
};

use super::TableFields;

/// What differs between the forms of imports.
pub struct ImportForm {
    /// The action's path.
    pub to: &'static str,
    /// The field that names what the table is imported into, and its id.
    pub into: (&'static str, String),
    /// The address of the list that it is imported into.
    pub list: String,
    /// The most lines.
    pub most: usize,
    /// What the table holds. Shown before there is a preview.
    pub intro: String,
}

/// The form. `found` is what was found in the table that has been read already.
pub fn import_form(form: ImportForm, text: String, found: Option<AnyView>) -> impl IntoView {
    let ImportForm {
        to,
        into: (name, id),
        list,
        most,
        intro,
    } = form;
    let again = found.is_some();
    view! {
        <Form to encoding=FormEncoding::Multipart submitted_by=SubmittedBy::Browser>
            <Hidden name value=id/>
            {found}
            <TableFields text again list leave=t!("decide-back") most>
                <p>{intro}</p>
            </TableFields>
        </Form>
    }
}
