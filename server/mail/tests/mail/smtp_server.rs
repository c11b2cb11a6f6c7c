//! A small mail server that does as it is told (RFC 5321, one command at a time).

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::TcpListener,
};

/// What the server does when a command comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction {
    /// As a good server does.
    Usual,
    /// This reply.
    Reply(&'static str),
    /// Nothing; listens on.
    Nothing,
    /// Nothing, for ever.
    Silence,
    /// Closes the connection.
    HangUp,
}

/// A mail that was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// Which connection brought it, counted from 0.
    pub connection: usize,
    pub mail: String,
    pub rcpt: String,
    pub bytes: Vec<u8>,
}

/// What a server saw.
#[derive(Debug, Default)]
pub struct Seen {
    pub connections: usize,
    /// Every command line, and `.` for the end of a mail.
    pub commands: Vec<String>,
    pub taken: Vec<Taken>,
}

/// A rule: what to do at a command, given how often this command came before.
pub type Rule = fn(command: &str, before: usize) -> Reaction;

/// A server on a free port of this machine, until the test ends.
#[derive(Debug, Clone)]
pub struct SmtpServer {
    pub port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl SmtpServer {
    /// A server that offers these extensions and follows this rule. The command `GREETING` stands for
    /// the moment a connection opens.
    pub async fn start(extensions: &'static [&'static str], rule: Rule) -> Self {
        Self::start_with(extensions, rule, |stream| async { Some(stream) }).await
    }

    /// The same, behind something that makes another stream of each connection, such as TLS.
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
                let talk = Talk {
                    connection,
                    extensions,
                    rule,
                    seen: Arc::clone(&seen),
                };
                tokio::spawn(async move {
                    if let Some(stream) = stream.await {
                        talk.run(BufReader::new(stream)).await;
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
struct Talk {
    connection: usize,
    extensions: &'static [&'static str],
    rule: Rule,
    seen: Arc<Mutex<Seen>>,
}

impl Talk {
    async fn run(self, mut stream: impl AsyncBufRead + AsyncWrite + Unpin) {
        let mut mail = Taken {
            connection: self.connection,
            ..Taken::default()
        };
        let mut command = "GREETING".to_owned();
        loop {
            if command == "." {
                mail.bytes = read_mail(&mut stream).await;
            }
            let reply = match self.react(&command) {
                Reaction::Usual => self.usual(&command, &mut mail),
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

    fn usual(&self, command: &str, mail: &mut Taken) -> String {
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
                seen.taken.push(mail.clone());
                format!("250 2.0.0 queued as {:04}\r\n", seen.taken.len())
            }
            "RSET" | "NOOP" => "250 2.0.0 ok\r\n".to_owned(),
            "AUTH" => "235 2.7.0 welcome\r\n".to_owned(),
            "QUIT" => "221 2.0.0 bye\r\n".to_owned(),
            _ => "500 5.5.1 unknown\r\n".to_owned(),
        }
    }
}

/// Reads a mail up to its lonely dot, without the dots that were doubled (RFC 5321 §4.5.2).
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
