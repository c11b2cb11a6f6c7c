//! TLS with a real server whose certificate the system trusts.

use std::{process::Command, sync::Arc};

use mail::{Message, SendError, Transport};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
};

use crate::{
    example,
    smtp_server::{Reaction, SmtpServer},
};

/// For `localhost`, valid until 2126. A test key, which protects nothing.
const CERTIFICATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail/tls/cert.pem");
const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/mail/tls/key.pem");

const STARTTLS_REPLY: &str = "220 go ahead\r\n";

fn acceptor() -> TlsAcceptor {
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![CertificateDer::from_pem_file(CERTIFICATE).unwrap()],
            PrivateKeyDer::from_pem_file(KEY).unwrap(),
        )
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// A server with implicit TLS.
async fn smtps() -> SmtpServer {
    let acceptor = acceptor();
    SmtpServer::start_with(
        &["AUTH PLAIN"],
        |_, _| Reaction::Usual,
        move |stream| {
            let acceptor = acceptor.clone();
            async move { acceptor.accept(stream).await.ok() }
        },
    )
    .await
}

/// A server with STARTTLS (RFC 3207). Offers AUTH only after the handshake.
async fn starttls(starttls_reply: &'static str) -> SmtpServer {
    async fn expect(stream: &mut TcpStream, verb: &str, answer: &str) -> Option<()> {
        let mut command = [0; 200];
        let read = stream.read(&mut command).await.ok()?;
        assert!(command[..read].starts_with(verb.as_bytes()));
        stream.write_all(answer.as_bytes()).await.ok()
    }
    let acceptor = acceptor();
    SmtpServer::start_with(
        &["AUTH PLAIN"],
        |command, _| match command {
            "GREETING" => Reaction::Nothing,
            _ => Reaction::Usual,
        },
        move |mut stream| {
            let acceptor = acceptor.clone();
            async move {
                stream.write_all(b"220 mail.example\r\n").await.ok()?;
                expect(&mut stream, "EHLO", "250-mail.example\r\n250 STARTTLS\r\n").await?;
                expect(&mut stream, "STARTTLS", starttls_reply).await?;
                acceptor.accept(stream).await.ok()
            }
        },
    )
    .await
}

fn message() -> Message {
    Message {
        envelope_from: example::address("treffen@iq-sachsen.example"),
        envelope_to: example::address("anna@rin.example"),
        bytes: b"Subject: secret\r\n\r\nbody\r\n".to_vec(),
    }
}

/// A server for each TLS mode, with its URL for this host name.
async fn servers(name: &str) -> [(String, SmtpServer); 3] {
    let (wrapped, required, opportunistic) = (
        smtps().await,
        starttls(STARTTLS_REPLY).await,
        starttls(STARTTLS_REPLY).await,
    );
    [
        (
            format!("smtps://user:pass@{name}:{}", wrapped.port),
            wrapped,
        ),
        (
            format!("smtp://user:pass@{name}:{}?tls=required", required.port),
            required,
        ),
        (
            format!("smtp://{name}:{}?tls=opportunistic", opportunistic.port),
            opportunistic,
        ),
    ]
}

#[tokio::test]
async fn an_untrusted_server_gets_no_mail_and_no_password() {
    for (url, server) in servers("localhost").await {
        let transport = Transport::from_url(&url).unwrap();
        let refused = transport.send(&message()).await;
        assert!(
            matches!(refused, Err(SendError::Unreachable { .. })),
            "{url}"
        );
        assert!(server.seen(|seen| seen.commands.is_empty()), "{url}");
    }
}

/// Runs a test in a process with another `SSL_CERT_FILE`: the environment is read once per process.
fn run_with_trusted_certificate(test: &str) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("encryption::{test}"), "--ignored"])
        .env("SSL_CERT_FILE", CERTIFICATE)
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && printed.contains("1 passed"),
        "{printed}"
    );
}

#[test]
fn a_trusted_server_gets_the_mail() {
    run_with_trusted_certificate("inner_trusted_servers_get_the_mail");
}

#[test]
fn a_reply_injected_before_tls_is_not_read() {
    run_with_trusted_certificate("inner_a_reply_is_injected");
}

/// An attacker adds a reply in plain text to the reply to STARTTLS, which would shift all later replies
/// (RFC 3207 §6).
#[tokio::test]
#[ignore = "runs in the process of another test, where the certificate is trusted"]
async fn inner_a_reply_is_injected() {
    let server = starttls("220 go ahead\r\n250 injected\r\n").await;
    let url = format!("smtp://localhost:{}?tls=required", server.port);
    let refused = Transport::from_url(&url).unwrap().send(&message()).await;
    assert!(
        matches!(refused, Err(SendError::Unreachable { .. })),
        "{refused:?}"
    );
    assert!(server.seen(|seen| seen.commands.is_empty()));
}

#[tokio::test]
#[ignore = "runs in the process of another test, where the certificate is trusted"]
async fn inner_trusted_servers_get_the_mail() {
    for (url, server) in servers("localhost").await {
        let transport = Transport::from_url(&url).unwrap();
        transport.send(&message()).await.unwrap();
        assert_eq!(server.seen(|seen| seen.accepted.len()), 1, "{url}");
    }
    // The certificate is trusted, but for another name.
    for (url, _) in servers("127.0.0.1").await {
        let refused = Transport::from_url(&url).unwrap().send(&message()).await;
        assert!(
            matches!(refused, Err(SendError::Unreachable { .. })),
            "{url}"
        );
    }
}
