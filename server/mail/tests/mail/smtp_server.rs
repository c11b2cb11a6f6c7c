//! A scripted SMTP server (RFC 5321, one command at a time).

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::TcpListener,
};

/// The reaction to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// The usual positive reply.
    Usual,
    /// This reply.
    Reply(&'static str),
    /// No reply; reads the next command.
    Nothing,
    /// No reply, and no further commands.
    Silence,
    /// Closes the connection.
    HangUp,
}

/// An accepted mail.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AcceptedMail {
    /// The connection, counted from 0.
    pub connection: usize,
    pub mail: String,
    pub rcpt: String,
    pub bytes: Vec<u8>,
}

/// The history of a server.
#[derive(Debug, Default)]
pub struct Seen {
    pub connections: usize,
    /// Every command line, and `.` for the end of a mail.
    pub commands: Vec<String>,
    pub accepted: Vec<AcceptedMail>,
}

/// The reaction to a command. `before` counts its earlier occurrences.
pub type Rule = fn(command: &str, before: usize) -> Reaction;

/// A server on a free port of this machine.
#[derive(Debug, Clone)]
pub struct SmtpServer {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl SmtpServer {
    /// Starts a server with these extensions and this rule. A new connection counts as the command
    /// `GREETING`.
    pub async fn start(extensions: &'static [&'static str], rule: Rule) -> Self {
        Self::start_with(extensions, rule, |stream| async { Some(stream) }).await
    }

    /// Starts a server whose connections are wrapped in another stream, such as TLS.
    pub async fn start_with<S, F>(
        extensions: &'static [&'static str],
        rule: Rule,
        wrap: impl Fn(tokio::net::TcpStream) -> F + Send + 'static,
    ) -> Self
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        F: Future<Output = Option<S>> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            seen: Arc::default(),
        };
        let seen = Arc::clone(&server.seen);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let connection = {
                    let mut seen = seen.lock().unwrap();
                    seen.connections += 1;
                    seen.connections - 1
                };
                let stream = wrap(stream);
                let session = Session {
                    connection,
                    extensions,
                    rule,
                    seen: Arc::clone(&seen),
                };
                tokio::spawn(async move {
                    if let Some(stream) = stream.await {
                        session.run(BufReader::new(stream)).await;
                    }
                });
            }
        });
        server
    }

    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    pub fn seen<T>(&self, read: impl FnOnce(&Seen) -> T) -> T {
        read(&self.seen.lock().unwrap())
    }
}

/// One connection.
struct Session {
    connection: usize,
    extensions: &'static [&'static str],
    rule: Rule,
    seen: Arc<Mutex<Seen>>,
}

impl Session {
    async fn run(self, mut stream: impl AsyncBufRead + AsyncWrite + Unpin) {
        let mut mail = AcceptedMail {
            connection: self.connection,
            ..AcceptedMail::default()
        };
        let mut command = "GREETING".to_owned();
        loop {
            if command == "." {
                mail.bytes = read_mail(&mut stream).await;
            }
            let reply = match self.react(&command) {
                Reaction::Usual => self.usual_reply(&command, &mut mail),
                Reaction::Reply(reply) => format!("{reply}\r\n"),
                Reaction::Nothing => String::new(),
                Reaction::Silence => std::future::pending().await,
                Reaction::HangUp => return,
            };
            if stream.write_all(reply.as_bytes()).await.is_err() || command == "QUIT" {
                return;
            }
            if command == "DATA" && reply.starts_with("354") {
                ".".clone_into(&mut command);
                continue;
            }
            let mut line = String::new();
            match stream.read_line(&mut line).await {
                Ok(read) if read > 0 => line.trim_end().clone_into(&mut command),
                _ => return,
            }
        }
    }

    fn react(&self, command: &str) -> Reaction {
        let mut seen = self.seen.lock().unwrap();
        let before = seen.commands.iter().filter(|c| *c == command).count();
        seen.commands.push(command.to_owned());
        (self.rule)(command, before)
    }

    fn usual_reply(&self, command: &str, mail: &mut AcceptedMail) -> String {
        let verb = command.split(' ').next().unwrap_or_default();
        match verb {
            "GREETING" => "220 mail.example ready\r\n".to_owned(),
            "EHLO" => {
                let mut lines = vec!["250-mail.example".to_owned()];
                lines.extend(
                    self.extensions
                        .iter()
                        .map(|extension| format!("250-{extension}")),
                );
                lines.push("250 PIPELINING\r\n".to_owned());
                lines.join("\r\n")
            }
            "MAIL" => {
                command.clone_into(&mut mail.mail);
                "250 2.1.0 ok\r\n".to_owned()
            }
            "RCPT" => {
                command.clone_into(&mut mail.rcpt);
                "250 2.1.5 ok\r\n".to_owned()
            }
            "DATA" => "354 go ahead\r\n".to_owned(),
            "." => {
                let mut seen = self.seen.lock().unwrap();
                seen.accepted.push(mail.clone());
                format!("250 2.0.0 queued as {:04}\r\n", seen.accepted.len())
            }
            "RSET" | "NOOP" => "250 2.0.0 ok\r\n".to_owned(),
            "AUTH" => "235 2.7.0 welcome\r\n".to_owned(),
            "QUIT" => "221 2.0.0 bye\r\n".to_owned(),
            _ => "500 5.5.1 unknown\r\n".to_owned(),
        }
    }
}

/// Reads a mail up to the end-of-data dot and removes the dot-stuffing (RFC 5321 §4.5.2).
async fn read_mail(stream: &mut (impl AsyncBufRead + Unpin)) -> Vec<u8> {
    let mut mail = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 || line == b".\r\n" {
            return mail;
        }
        mail.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}
