//! The files of a message: chosen, listed, taken away again.

use leptos::prelude::*;
use model::{Attachment, MAX_ATTACHED_BYTES};
use ui::{
    components::{FileField, Hidden},
    text::t,
};

/// The field for files, with those that were uploaded. A file is kept while the form is shown again.
pub(super) fn attachment_fields(event: &str, attached: &[Attachment]) -> impl IntoView + use<> {
    let kept: Vec<_> = attached
        .iter()
        .enumerate()
        .map(|(place, file)| {
            let id = file.id.to_string();
            let remove = format!("remove {id}");
            let label = t!("message-file-remove", name = file.name.as_str());
            view! {
                <li>
                    <Hidden name=format!("attached[{place}]") value=id/>
                    {link(event, file)}
                    <button class="button small" name="do" value=remove aria-label=label>
                        {t!("message-file-remove.button")}
                    </button>
                </li>
            }
        })
        .collect();
    let kept = (!kept.is_empty()).then(|| view! { <ul class="list attachments">{kept}</ul> });
    let megabytes = MAX_ATTACHED_BYTES / 1_000_000;
    let too_large = t!("fault-attachments-too-large", megabytes = megabytes);
    view! {
        <FileField
            name="files"
            label=t!("message-files")
            accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
            several=true
            hint=t!("message-files.hint", megabytes = megabytes)
            most=(MAX_ATTACHED_BYTES, too_large)
        />
        {kept}
    }
}

/// The files of a mailing.
pub(super) fn attachment_list(event: &str, attached: &[Attachment]) -> impl IntoView + use<> {
    let files: Vec<_> = attached
        .iter()
        .map(|file| view! { <li>{link(event, file)}</li> })
        .collect();
    (!files.is_empty()).then(|| {
        view! {
            <section aria-labelledby="files">
                <h2 id="files">{t!("mailing-files")}</h2>
                <ul class="list attachments">{files}</ul>
            </section>
        }
    })
}

/// A file with its size, as a link to it.
fn link(event: &str, file: &Attachment) -> impl IntoView + use<> {
    let href = format!("/organise/events/{event}/messages/files/{}", file.id);
    let kilobytes = file.size.div_ceil(1_000);
    let size = if kilobytes < 1_000 {
        t!("message-file-kilobytes", size = kilobytes)
    } else {
        let tenths = file.size.div_ceil(100_000);
        let size = t!("decimal", whole = tenths / 10, tenth = tenths % 10);
        t!("message-file-megabytes", size = size)
    };
    view! {
        <span>
            <a href=href>{file.name.clone()}</a>
            " "
            <span class="soft small">{size}</span>
        </span>
    }
}
