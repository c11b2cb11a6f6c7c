//! One SMTP connection.

use std::time::{Duration, Instant};

use lettre::{
    Address,
    transport::smtp::{
        authentication::DEFAULT_MECHANISMS,
        client::AsyncSmtpConnection,
        commands::{Data, Mail, Rcpt, Rset},
        extension::{Extension, MailBodyParameter, MailParameter},
    },
};
use model::EmailAddress;

use super::{
    line_stream::LineStream,
    reply::{CommandError, SendError, SmtpReply, redact_addresses},
    server_config::{ServerConfig, TlsMode},
    timeouts::Timeouts,
};

/// A connection without a pending reply.
pub(super) struct Connection {
    smtp: AsyncSmtpConnection,
    timeouts: Timeouts,
    /// Whether a mail transaction is unfinished.
    in_transaction: bool,
    last_used: Instant,
}

/// The reverse-path and the only forward-path of a mail (RFC 5321 §2.3.1).
pub(super) struct Envelope<'a> {
    pub from: Address,
    pub to: Address,
    /// Both addresses, which are redacted in replies.
    pub mailboxes: [&'a EmailAddress; 2],
}

/// A connection that is used again within this time is not probed first.
const FRESH: Duration = Duration::from_secs(5);

impl Connection {
    /// Connects, starts TLS and authenticates.
    pub(super) async fn open(server: &ServerConfig, timeouts: Timeouts) -> Result<Self, SendError> {
        Self::try_open(server, timeouts)
            .await
            .map_err(CommandError::into_connection_error)
    }

    async fn try_open(server: &ServerConfig, timeouts: Timeouts) -> Result<Self, CommandError> {
        let (connect, limit) = (timeouts.connect, timeouts.command);
        let mut smtp = match &server.tls {
            TlsMode::Implicit(tls) => {
                let connecting = AsyncSmtpConnection::connect_tokio1(
                    (server.host.as_str(), server.port),
                    Some(connect),
                    &server.hello_name,
                    Some(tls.clone()),
                    None,
                );
                with_timeout(limit, connecting).await?
            }
            TlsMode::None | TlsMode::Opportunistic(_) | TlsMode::Required(_) => {
                let connecting = LineStream::connect(&server.host, server.port);
                let stream = Box::new(with_timeout(connect, connecting).await?);
                let greeting =
                    AsyncSmtpConnection::connect_with_transport(stream, &server.hello_name);
                with_timeout(limit, greeting).await?
            }
        };
        match &server.tls {
            TlsMode::Required(tls) => {
                with_timeout(limit, smtp.starttls(tls.clone(), &server.hello_name)).await?;
            }
            TlsMode::Opportunistic(tls) if smtp.can_starttls() => {
                with_timeout(limit, smtp.starttls(tls.clone(), &server.hello_name)).await?;
            }
            TlsMode::None | TlsMode::Opportunistic(_) | TlsMode::Implicit(_) => {}
        }
        if let Some(credentials) = &server.credentials {
            with_timeout(limit, smtp.auth(DEFAULT_MECHANISMS, credentials)).await?;
        }
        Ok(Self {
            smtp,
            timeouts,
            in_transaction: false,
            last_used: Instant::now(),
        })
    }

    /// Prepares an idle connection for the next mail: aborts an unfinished transaction (RSET). Returns
    /// whether the server still replies, as far as it was asked.
    pub(super) async fn is_ready(&mut self) -> bool {
        if !self.in_transaction && self.last_used.elapsed() < FRESH {
            return true;
        }
        let reset = with_timeout(self.timeouts.probe, self.smtp.command(Rset)).await;
        self.in_transaction = false;
        reset.is_ok()
    }

    /// Begins a mail (MAIL).
    pub(super) async fn begin(
        &mut self,
        envelope: &Envelope<'_>,
        bytes: &[u8],
    ) -> Result<(), SendError> {
        let parameters = self.mail_parameters(envelope, bytes)?;
        let mail = Mail::new(Some(envelope.from.clone()), parameters);
        with_timeout(self.timeouts.command, self.smtp.command(mail))
            .await
            .map_err(|error| error.into_sender_error(&envelope.mailboxes))?;
        self.in_transaction = true;
        Ok(())
    }

    /// Sends the mail that was begun to its recipient.
    pub(super) async fn send(
        &mut self,
        envelope: &Envelope<'_>,
        bytes: &[u8],
    ) -> Result<SmtpReply, SendError> {
        let mailboxes = &envelope.mailboxes;
        let limit = self.timeouts.command;
        let rcpt = Rcpt::new(envelope.to.clone(), Vec::new());
        with_timeout(limit, self.smtp.command(rcpt))
            .await
            .map_err(|error| error.into_recipient_error(mailboxes))?;
        with_timeout(limit, self.smtp.command(Data))
            .await
            .map_err(|error| error.into_mail_error(mailboxes))?;
        let response = with_timeout(self.timeouts.message, self.smtp.message(bytes)).await;
        self.in_transaction = false;
        self.last_used = Instant::now();
        let response = response.map_err(|error| error.into_mail_error(mailboxes))?;
        let lines: Vec<&str> = response.message().collect();
        Ok(SmtpReply {
            text: redact_addresses(
                &format!("{} {}", response.code(), lines.join(" ")),
                mailboxes,
            ),
        })
    }

    /// The parameters of MAIL. Refuses an address outside ASCII if the server does not offer SMTPUTF8
    /// (RFC 6531 §3.2).
    fn mail_parameters(
        &self,
        envelope: &Envelope<'_>,
        bytes: &[u8],
    ) -> Result<Vec<MailParameter>, SendError> {
        let is_offered = |extension| self.smtp.server_info().supports_feature(extension);
        let is_ascii = [&envelope.from, &envelope.to]
            .iter()
            .all(|address| address.to_string().is_ascii());
        let mut parameters = Vec::new();
        if !is_ascii {
            parameters.push((Extension::SmtpUtfEight, MailParameter::SmtpUtfEight));
        }
        if !bytes.is_ascii() {
            parameters.push((
                Extension::EightBitMime,
                MailParameter::Body(MailBodyParameter::EightBitMime),
            ));
        }
        if parameters
            .iter()
            .all(|(extension, _)| is_offered(*extension))
        {
            return Ok(parameters
                .into_iter()
                .map(|(_, parameter)| parameter)
                .collect());
        }
        Err(SendError::Refused {
            permanent: true,
            by_address: false,
            code: None,
            text: "the mail server takes only addresses of Latin letters without accents \
                   before the @ (it offers no SMTPUTF8)"
                .to_owned(),
        })
    }
}

async fn with_timeout<T>(
    limit: Duration,
    command: impl Future<Output = Result<T, impl Into<CommandError>>>,
) -> Result<T, CommandError> {
    match tokio::time::timeout(limit, command).await {
        Ok(result) => result.map_err(Into::into),
        Err(_) => Err(CommandError::timed_out(limit)),
    }
}
