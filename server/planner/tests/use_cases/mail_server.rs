//! A mail server for tests.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use mail::Transport;
use planner::{DeliveryLimits, MailWorker, Planner, PlannerError};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// How many mails are sent while a slow recipient is waited for.
pub const MEANWHILE: usize = 4;

/// Takes mails like a mail server, on a port of its own; refuses recipients that contain `refused`, and
/// thinks about those that contain `slow` until it has taken [`MEANWHILE`] others.
pub struct MailServer {
    pub url: String,
    taken: Arc<Mutex<Vec<TakenMail>>>,
}

/// A mail that the server took.
#[derive(Debug, Clone, Default)]
pub struct TakenMail {
    /// As RCPT names it.
    pub recipient: String,
    pub message: String,
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let taken = Arc::new(Mutex::new(Vec::new()));
        let into = Arc::clone(&taken);
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(converse(connection, Arc::clone(&into)));
            }
        });
        Self { url, taken }
    }

    /// The mails in the order in which they were taken.
    pub fn mails(&self) -> Vec<TakenMail> {
        self.taken.lock().unwrap().clone()
    }

    /// The recipients, as RCPT names them, in the order in which their mails were taken.
    pub fn in_order(&self) -> Vec<String> {
        let mails = self.mails().into_iter();
        mails.map(|mail| mail.recipient).collect()
    }

    /// The recipients in the order of the alphabet.
    pub fn taken(&self) -> Vec<String> {
        let mut taken = self.in_order();
        taken.sort();
        taken
    }
}

/// RFC 5321, as much of it as a test needs.
pub async fn converse(
    connection: TcpStream,
    taken: Arc<Mutex<Vec<TakenMail>>>,
) -> std::io::Result<()> {
    let (reader, mut writer) = connection.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut mail = TakenMail::default();
    writer.write_all(b"220 test\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let answer: &[u8] = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" | "HELO" => b"250 test\r\n",
            "RCPT" if line.contains("refused") => b"550 5.1.1 no such mailbox\r\n",
            "RCPT" => {
                mail.recipient = line;
                b"250 ok\r\n"
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await?;
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    mail.message.push_str(&line);
                    mail.message.push_str("\r\n");
                }
                while mail.recipient.contains("slow") && taken.lock().unwrap().len() < MEANWHILE {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                taken.lock().unwrap().push(std::mem::take(&mut mail));
                b"250 ok\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        writer.write_all(answer).await?;
    }
    Ok(())
}

/// Delivery by a worker that is made for it.
pub trait Deliver {
    /// Hands the mails that are due to the mail server, `connections` at a time. See [`MailWorker::run`].
    async fn deliver(
        &self,
        transport: &Transport,
        connections: usize,
        stop: impl Fn() -> bool,
    ) -> Result<usize, PlannerError>;
}

impl Deliver for Planner {
    async fn deliver(
        &self,
        transport: &Transport,
        connections: usize,
        stop: impl Fn() -> bool,
    ) -> Result<usize, PlannerError> {
        let limits = DeliveryLimits {
            connections,
            per_domain: None,
        };
        let mut worker = MailWorker::new(self.clone(), transport.clone(), limits);
        worker.run(stop).await
    }
}
