//! The names of changed fields, where no form shows their labels.

use crate::text::t;

/// The name of a field of a change. Answers to own questions have one name.
pub fn field_name(field: &str) -> String {
    match field {
        "kind" => t!("changed-kind"),
        "title" => t!("changed-title"),
        "summary" => t!("changed-summary"),
        "plain_language" => t!("changed-plain-language"),
        "body" => t!("changed-body"),
        "language" => t!("changed-language"),
        "time_zone" => t!("changed-time-zone"),
        "starts" => t!("changed-starts"),
        "ends" => t!("changed-ends"),
        "place_name" => t!("changed-place-name"),
        "place_address" => t!("changed-place-address"),
        "place_room" => t!("changed-place-room"),
        "online_link" => t!("changed-online-link"),
        "capacity" => t!("changed-capacity"),
        "contingents" => t!("changed-contingents"),
        "opens" => t!("changed-opens"),
        "closes" => t!("changed-closes"),
        "visibility" => t!("changed-visibility"),
        "admission" => t!("changed-admission"),
        "funding_notice" => t!("changed-funding-notice"),
        "state" => t!("changed-state"),
        "given_name" => t!("changed-given-name"),
        "family_name" => t!("changed-family-name"),
        "address" => t!("changed-address"),
        "organisation" => t!("changed-organisation"),
        "function" => t!("changed-function"),
        "notes" => t!("changed-notes"),
        "tags" => t!("changed-tags"),
        "consent" => t!("changed-consent"),
        "opted_out" => t!("changed-opted-out"),
        "name" => t!("changed-name"),
        "sender_name" => t!("changed-sender-name"),
        "sender_address" => t!("changed-sender-address"),
        "reply_to" => t!("changed-reply-to"),
        "imprint" => t!("changed-imprint"),
        "privacy" => t!("changed-privacy"),
        "hue" => t!("changed-hue"),
        _ => t!("changed-answer"),
    }
}
