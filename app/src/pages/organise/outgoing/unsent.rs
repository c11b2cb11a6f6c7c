//! Notices about mails that were not sent, with the buttons that decide about them.

use leptos::prelude::*;
use model::{EventId, NetworkId};
use planner::{KeptMails, access::Reads};
use ui::{
    components::{DeliveryProblemText, Notice, PostButton, Tone},
    error::AppError,
    forms::last_result,
    text::{DeliveryProblem, original, t},
    visit::{language, planner, visit},
};

use crate::api::actions::{LeaveKeptMails, ResumeAddress, SendKeptMails, SendRefusedAgain};

/// The notice about the last action.
pub(super) fn done() -> Option<impl IntoView> {
    let says = match last_result()?.as_str() {
        "again" => t!("mail-sent-again"),
        "sent" => t!("kept-sent"),
        "left" => t!("kept-left"),
        _ => return None,
    };
    Some(view! {
        <Notice tone=Tone::Good>
            <p role="status"><b>{says}</b></p>
        </Notice>
    })
}

/// What an organiser can decide about a network's mails: those that were kept without a mail server, and the
/// addresses that the mail server refused.
pub(super) async fn of_network(right: &Reads) -> Result<Option<AnyView>, AppError> {
    let network = right.network();
    if visit().signed_in()?.organises(network).is_err() {
        return Ok(None);
    }
    let kept = planner().kept_mails(right).await?;
    let stopped = planner().stopped_addresses(right).await?;
    let offer = (kept.all > 0).then(|| kept_offer(network, kept));
    let stopped = (!stopped.is_empty()).then(|| stopped_list(network, &stopped));
    Ok(Some(view! { {offer}{stopped} }.into_any()))
}

fn kept_offer(network: NetworkId, kept: KeptMails) -> impl IntoView {
    let fields = || vec![("network", network.to_string())];
    let send = (kept.of_use > 0).then(|| {
        view! {
            <PostButton
                to=SendKeptMails::PATH
                label=t!("kept-send", n = kept.of_use)
                fields=fields()
                class="button first"
            />
        }
    });
    let leave = view! {
        <PostButton to=LeaveKeptMails::PATH label=t!("kept-leave") fields=fields()/>
    };
    let useless = kept.all - kept.of_use;
    let useless = (useless > 0).then(|| view! { <p>{t!("kept-useless", n = useless)}</p> });
    view! {
        <Notice tone=Tone::Warn>
            <p><b>{t!("kept-unsent", n = kept.all)}</b></p>
            <p>{t!("kept-unsent.advice")}</p>
            {useless}
            <div class="row">{send}{leave}</div>
        </Notice>
    }
}

fn stopped_list(network: NetworkId, stopped: &[(String, String)]) -> impl IntoView + use<> {
    let back = format!("/organise/outgoing?network={network}");
    let addresses: Vec<_> = stopped
        .iter()
        .map(|(address, reason)| {
            view! {
                <li>
                    <span class="address">{address.clone()}</span>
                    " "
                    <details class="small soft">
                        <summary>{DeliveryProblem::parse(reason).text(language())}</summary>
                        <q lang="en">{original(reason).to_owned()}</q>
                    </details>
                    " "
                    {resume_button(network, address, &back)}
                </li>
            }
        })
        .collect();
    view! {
        <details class="card">
            <summary>{t!("address-stopped-list", n = stopped.len())}</summary>
            <p>{t!("address-stopped.advice")}</p>
            <ul>{addresses}</ul>
        </details>
    }
}

fn resume_button(network: NetworkId, address: &str, back: &str) -> impl IntoView + use<> {
    let fields = vec![
        ("network", network.to_string()),
        ("address", address.to_owned()),
        ("back", back.to_owned()),
    ];
    view! {
        <PostButton
            to=ResumeAddress::PATH
            label=t!("address-resume")
            fields
            about=address.to_owned()
        />
    }
}

/// Says that an address is written to no longer, with the button that changes it for an organiser.
pub(crate) fn stopped_notice(
    network: NetworkId,
    address: &str,
    reason: String,
    back: &str,
) -> impl IntoView + use<> {
    let resume = visit()
        .signed_in()
        .is_ok_and(|principal| principal.organises(network).is_ok())
        .then(|| resume_button(network, address, back).into_any());
    view! {
        <Notice tone=Tone::Bad action=resume>
            <p><b>{t!("address-stopped")}</b></p>
            <DeliveryProblemText error=reason/>
            <p>{t!("address-stopped.advice")}</p>
        </Notice>
    }
}

/// Offers to send an event's refused mails again.
pub(super) fn refused_offer(event: EventId, mails: i64) -> impl IntoView {
    let again = view! {
        <PostButton
            to=SendRefusedAgain::PATH
            label=t!("mail-send-again")
            fields=vec![("event", event.to_string())]
        />
    };
    view! {
        <Notice tone=Tone::Warn action=again.into_any()>
            <p><b>{t!("refused-mails", n = mails)}</b></p>
            <p>{t!("refused-mails.advice")}</p>
        </Notice>
    }
}
