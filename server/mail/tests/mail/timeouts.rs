//! SMTP with servers that answer late or never.

use std::time::{Duration, Instant};

use mail::{Timeouts, Transport};

use crate::{
    smtp_server::{Reaction, SmtpServer},
    transport::{message, transport, unreachable, with_short_timeouts},
};

#[test]
fn a_mail_server_has_the_time_that_the_standard_gives_it() {
    let limits = Timeouts::default();
    assert!(limits.command >= Duration::from_mins(5));
    assert!(limits.message >= Duration::from_mins(10));
}

#[tokio::test]
async fn a_late_reply_reaches_no_other_mail() {
    let server = SmtpServer::start(&[], |command, _| {
        if command.contains("slow@") {
            Reaction::Silence
        } else {
            Reaction::Usual
        }
    })
    .await;
    let transport = with_short_timeouts(transport(&server));
    let begun = Instant::now();
    let text = unreachable(
        transport
            .send(&message("slow@rin.example"))
            .await
            .unwrap_err(),
    );
    assert_eq!(text, "no answer within 0.2 s");
    assert!(begun.elapsed() < Duration::from_secs(5));
    transport.send(&message("anna@rin.example")).await.unwrap();
    assert_eq!(
        server.seen(|seen| (seen.connections, seen.accepted.len())),
        (2, 1)
    );
}

#[tokio::test]
async fn the_reply_to_the_data_has_a_timeout_of_its_own() {
    let server = SmtpServer::start(&[], |command, _| match command {
        "." => Reaction::Silence,
        _ => Reaction::Usual,
    })
    .await;
    let transport = with_short_timeouts(transport(&server));
    let refused = transport.send(&message("anna@rin.example")).await;
    assert_eq!(unreachable(refused.unwrap_err()), "no answer within 0.6 s");
}

#[tokio::test]
async fn a_dropped_send_closes_its_connection() {
    let server = SmtpServer::start(&[], |command, _| {
        if command.contains("slow@") {
            Reaction::Silence
        } else {
            Reaction::Usual
        }
    })
    .await;
    let transport = transport(&server);
    let dropped = message("slow@rin.example");
    let limit = Duration::from_millis(100);
    assert!(
        tokio::time::timeout(limit, transport.send(&dropped))
            .await
            .is_err()
    );
    transport.send(&message("anna@rin.example")).await.unwrap();
    assert_eq!(server.seen(|seen| seen.accepted[0].connection), 1);
}

#[tokio::test]
async fn a_server_without_a_greeting_is_unreachable() {
    let silent = SmtpServer::start(&[], |_, _| Reaction::Silence).await;
    let text = unreachable(
        with_short_timeouts(transport(&silent))
            .check()
            .await
            .unwrap_err(),
    );
    assert_eq!(text, "no answer within 0.2 s");

    let closed = SmtpServer::start(&[], |_, _| Reaction::Reply("554 5.3.2 no service here")).await;
    let text = unreachable(transport(&closed).check().await.unwrap_err());
    assert_eq!(text, "554 5.3.2 no service here");

    let text = unreachable(
        Transport::from_url("smtp://127.0.0.1:1")
            .unwrap()
            .check()
            .await
            .unwrap_err(),
    );
    assert!(text.contains("refused"), "{text}");
}
