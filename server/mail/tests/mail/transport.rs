//! SMTP with servers that accept, refuse, delay and disconnect.

use std::time::Duration;

use mail::{Message, SendError, Timeouts, Transport};

use crate::{
    example,
    smtp_server::{Reaction, SmtpServer},
};

pub fn message(to: &str) -> Message {
    Message {
        envelope_from: example::address("treffen@iq-sachsen.example"),
        envelope_to: example::address(to),
        bytes: b"Subject: dots\r\n\r\n.\r\n..two\r\nend\r\n".to_vec(),
    }
}

pub fn transport(server: &SmtpServer) -> Transport {
    Transport::from_url(&server.url()).unwrap()
}

pub fn with_short_timeouts(transport: Transport) -> Transport {
    transport.with_timeouts(Timeouts {
        connect: Duration::from_millis(200),
        probe: Duration::from_millis(200),
        command: Duration::from_millis(200),
        message: Duration::from_millis(600),
    })
}

fn refusal(error: SendError) -> (bool, Option<u16>, String) {
    match error {
        SendError::Refused {
            permanent,
            code,
            text,
            ..
        } => (permanent, code, text),
        SendError::Unreachable { text } => panic!("unreachable: {text}"),
    }
}

pub fn unreachable(error: SendError) -> String {
    match error {
        SendError::Unreachable { text } => text,
        refused @ SendError::Refused { .. } => panic!("{refused:?}"),
    }
}

#[tokio::test]
async fn the_server_receives_the_bytes_unchanged() {
    let server = SmtpServer::start(&["8BITMIME"], |_, _| Reaction::Usual).await;
    let message = message("anna@rin.example");
    let reply = transport(&server).send(&message).await.unwrap();
    assert_eq!(reply.text, "250 2.0.0 queued as 0001");
    server.seen(|seen| {
        let accepted = &seen.accepted[0];
        assert_eq!(accepted.mail, "MAIL FROM:<treffen@iq-sachsen.example>");
        assert_eq!(accepted.rcpt, "RCPT TO:<anna@rin.example>");
        // The last line break belongs to the end-of-data sequence.
        assert_eq!(
            accepted.bytes.strip_suffix(b"\r\n"),
            Some(&message.bytes[..])
        );
    });
}

#[tokio::test]
async fn mails_share_a_connection() {
    let server = SmtpServer::start(&[], |_, _| Reaction::Usual).await;
    let transport = transport(&server);
    for _ in 0..3 {
        transport
            .clone()
            .send(&message("anna@rin.example"))
            .await
            .unwrap();
    }
    assert_eq!(
        server.seen(|seen| (seen.connections, seen.accepted.len())),
        (1, 3)
    );
}

#[tokio::test]
async fn a_refused_recipient_does_not_stop_other_mails() {
    let server = SmtpServer::start(&[], |command, _| {
        if command.contains("gone@") {
            Reaction::Reply("550-5.1.1 <gone@rin.example>:\r\n550 5.1.1 user gone unknown")
        } else {
            Reaction::Usual
        }
    })
    .await;
    let transport = transport(&server);
    transport.send(&message("anna@rin.example")).await.unwrap();
    let refused = transport
        .send(&message("gone@rin.example"))
        .await
        .unwrap_err();
    transport.send(&message("ali@rin.example")).await.unwrap();

    let (permanent, code, text) = refusal(refused);
    assert_eq!((permanent, code), (true, Some(550)));
    assert_eq!(text, "550 5.1.1 [address] user [address] unknown");
    server.seen(|seen| {
        let to: Vec<&str> = seen
            .accepted
            .iter()
            .map(|accepted| accepted.rcpt.as_str())
            .collect();
        assert_eq!(
            to,
            ["RCPT TO:<anna@rin.example>", "RCPT TO:<ali@rin.example>"]
        );
        assert_eq!(seen.connections, 1);
    });
}

#[tokio::test]
async fn a_transient_refusal_differs_from_a_permanent_one() {
    let server = SmtpServer::start(&[], |command, before| match (command, before) {
        (".", 0) => Reaction::Reply("451 4.3.0 try again later"),
        (".", 1) => Reaction::Reply("554 5.7.1 looks like spam"),
        _ => Reaction::Usual,
    })
    .await;
    let transport = transport(&server);
    let first = refusal(
        transport
            .send(&message("anna@rin.example"))
            .await
            .unwrap_err(),
    );
    let second = refusal(
        transport
            .send(&message("anna@rin.example"))
            .await
            .unwrap_err(),
    );
    assert_eq!((first.0, first.1), (false, Some(451)));
    assert_eq!((second.0, second.1), (true, Some(554)));
}

#[tokio::test]
async fn a_refused_sender_is_never_permanent() {
    let server = SmtpServer::start(&[], |command, _| {
        if command.starts_with("MAIL") {
            Reaction::Reply("553 5.7.1 <treffen@iq-sachsen.example>: not yours")
        } else {
            Reaction::Usual
        }
    })
    .await;
    let refused = transport(&server).send(&message("anna@rin.example")).await;
    assert_eq!(
        refusal(refused.unwrap_err()),
        (false, Some(553), "553 5.7.1 [address] not yours".to_owned())
    );
}

#[tokio::test]
async fn a_broken_connection_is_not_reused() {
    let server = SmtpServer::start(&[], |command, before| match (command, before) {
        (".", 0) => Reaction::HangUp,
        _ => Reaction::Usual,
    })
    .await;
    let transport = transport(&server);
    let broken = transport.send(&message("anna@rin.example")).await;
    unreachable(broken.unwrap_err());
    transport.send(&message("anna@rin.example")).await.unwrap();
    assert_eq!(
        server.seen(|seen| (seen.connections, seen.accepted.len())),
        (2, 1)
    );
}

#[tokio::test]
async fn an_idle_connection_that_broke_loses_no_mail() {
    let broken = SmtpServer::start(&[], |command, before| match (command, before) {
        (command, 1) if command.starts_with("MAIL") => Reaction::HangUp,
        _ => Reaction::Usual,
    })
    .await;
    let closing = SmtpServer::start(&[], |command, before| match (command, before) {
        (command, 1) if command.starts_with("MAIL") => {
            Reaction::Reply("421 4.7.0 too many mails on this connection")
        }
        _ => Reaction::Usual,
    })
    .await;
    for server in [broken, closing] {
        let transport = transport(&server);
        for _ in 0..2 {
            transport.send(&message("anna@rin.example")).await.unwrap();
        }
        assert_eq!(
            server.seen(|seen| (seen.connections, seen.accepted.len())),
            (2, 2)
        );
    }
}

#[tokio::test]
async fn only_an_unfinished_mail_is_reset() {
    let server = SmtpServer::start(&[], |command, _| {
        if command.contains("gone@") {
            Reaction::Reply("550 5.1.1 unknown")
        } else {
            Reaction::Usual
        }
    })
    .await;
    let transport = transport(&server);
    for to in ["anna", "ali", "gone", "cem"] {
        drop(transport.send(&message(&format!("{to}@rin.example"))).await);
    }
    server.seen(|seen| {
        let resets = seen.commands.iter().filter(|command| *command == "RSET");
        assert_eq!(resets.count(), 1, "{:?}", seen.commands);
        assert_eq!((seen.connections, seen.accepted.len()), (1, 3));
    });
}

#[tokio::test]
async fn a_recipient_that_is_refused_for_good_is_told_from_a_mail_that_is() {
    let server = SmtpServer::start(&[], |command, _| match command {
        "RCPT TO:<unknown@rin.example>" => Reaction::Reply("550 5.1.1 unknown"),
        "RCPT TO:<plain@rin.example>" => Reaction::Reply("550 unknown"),
        "RCPT TO:<relayed@rin.example>" => Reaction::Reply("554 5.7.1 relay access denied"),
        "RCPT TO:<busy@rin.example>" => Reaction::Reply("450 4.2.1 later"),
        "." => Reaction::Reply("554 5.6.0 too long"),
        _ => Reaction::Usual,
    })
    .await;
    let transport = transport(&server);
    for (name, refused_for_good) in [
        ("unknown", true),
        ("plain", true),
        ("relayed", false),
        ("busy", false),
        ("anna", false),
    ] {
        let message = message(&format!("{name}@rin.example"));
        let refused = transport.send(&message).await.unwrap_err();
        let SendError::Refused { by_address, .. } = refused else {
            panic!("{name} is refused");
        };
        assert_eq!(by_address, refused_for_good, "{name}");
    }
}

#[tokio::test]
async fn nothing_is_sent_without_required_tls() {
    let without = SmtpServer::start(&[], |_, _| Reaction::Usual).await;
    let promised = SmtpServer::start(&["STARTTLS"], |command, _| match command {
        "STARTTLS" => Reaction::Reply("454 4.7.0 TLS not available"),
        _ => Reaction::Usual,
    })
    .await;
    let broken = SmtpServer::start(&["STARTTLS"], |command, _| match command {
        "STARTTLS" => Reaction::Reply("220 2.0.0 go ahead, in plain text"),
        _ => Reaction::Usual,
    })
    .await;
    for (server, tls) in [
        (&without, "required"),
        (&promised, "required"),
        (&promised, "opportunistic"),
        (&broken, "required"),
        (&broken, "opportunistic"),
    ] {
        let url = format!("smtp://user:secret@127.0.0.1:{}?tls={tls}", server.port);
        let transport = with_short_timeouts(Transport::from_url(&url).unwrap());
        unreachable(
            transport
                .send(&message("anna@rin.example"))
                .await
                .unwrap_err(),
        );
        server.seen(|seen| {
            let spoke = |verb| {
                seen.commands
                    .iter()
                    .any(|command| command.starts_with(verb))
            };
            assert!(!spoke("AUTH") && !spoke("MAIL"), "{:?}", seen.commands);
        });
    }
}

#[tokio::test]
async fn opportunistic_tls_sends_without_tls_if_none_is_offered() {
    let server = SmtpServer::start(&[], |_, _| Reaction::Usual).await;
    let url = format!("smtp://127.0.0.1:{}?tls=opportunistic", server.port);
    let transport = Transport::from_url(&url).unwrap();
    transport.send(&message("anna@rin.example")).await.unwrap();
}

#[tokio::test]
async fn a_check_authenticates_and_sends_nothing() {
    let server = SmtpServer::start(&["AUTH PLAIN LOGIN"], |_, _| Reaction::Usual).await;
    let url = format!(
        "smtp://user:p%40ss@127.0.0.1:{}/treffpunkt.example",
        server.port
    );
    Transport::from_url(&url).unwrap().check().await.unwrap();
    server.seen(|seen| {
        // base64 of NUL user NUL p@ss
        let expected = [
            "GREETING",
            "EHLO treffpunkt.example",
            "AUTH PLAIN AHVzZXIAcEBzcw==",
        ];
        assert_eq!(seen.commands, expected);
    });
}

#[tokio::test]
async fn a_wrong_password_refuses_no_mail() {
    let server = SmtpServer::start(&["AUTH PLAIN"], |command, _| {
        if command.starts_with("AUTH") {
            Reaction::Reply("535 5.7.8 wrong password")
        } else {
            Reaction::Usual
        }
    })
    .await;
    let url = format!("smtp://user:wrong@127.0.0.1:{}", server.port);
    let transport = Transport::from_url(&url).unwrap();
    let text = unreachable(
        transport
            .send(&message("anna@rin.example"))
            .await
            .unwrap_err(),
    );
    assert_eq!(text, "535 5.7.8 wrong password");
}

#[tokio::test]
async fn an_address_outside_ascii_requires_smtputf8() {
    let knows = SmtpServer::start(&["8BITMIME", "SMTPUTF8"], |_, _| Reaction::Usual).await;
    let old = SmtpServer::start(&["8BITMIME"], |_, _| Reaction::Usual).await;
    let message = message("jörg@müller.example");

    transport(&knows).send(&message).await.unwrap();
    knows.seen(|seen| {
        assert!(seen.accepted[0].mail.ends_with(" SMTPUTF8"));
        assert_eq!(
            seen.accepted[0].rcpt,
            "RCPT TO:<jörg@xn--mller-kva.example>"
        );
    });

    let (permanent, code, text) = refusal(transport(&old).send(&message).await.unwrap_err());
    assert_eq!((permanent, code), (true, None));
    assert!(text.contains("SMTPUTF8"), "{text}");
    assert!(old.seen(|seen| seen.accepted.is_empty()));
}

#[test]
fn debug_output_omits_the_password() {
    let transport = Transport::from_url("smtps://user:secret@mail.example").unwrap();
    let shown = format!("{transport:?}");
    assert!(
        shown.contains("mail.example") && !shown.contains("secret"),
        "{shown}"
    );
}
