//! One conversation with a mail server, step by step.

use std::time::Duration;

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
    Accepted, Patience, SendError,
    answer::{Failure, without_addresses},
    line_by_line::LineByLine,
    server::{Security, Server},
};

/// A connection whose every command was answered.
pub(super) struct Connection(AsyncSmtpConnection);

impl Connection {
    /// Connects, encrypts and signs in.
    pub(super) async fn open(server: &Server, patience: Patience) -> Result<Self, SendError> {
        Self::try_open(server, patience)
            .await
            .map_err(Failure::about_the_connection)
    }

    async fn try_open(server: &Server, patience: Patience) -> Result<Self, Failure> {
        let mut smtp = match &server.security {
            Security::Wrapped(tls) => {
                let connecting = AsyncSmtpConnection::connect_tokio1(
                    (server.host.as_str(), server.port),
                    Some(patience.step),
                    &server.own_name,
                    Some(tls.clone()),
                    None,
                );
                within(patience.step, connecting).await?
            }
            Security::Plain | Security::Opportunistic(_) | Security::Required(_) => {
                let connecting = LineByLine::connect(&server.host, server.port);
                let stream = Box::new(within(patience.step, connecting).await?);
                let greeting =
                    AsyncSmtpConnection::connect_with_transport(stream, &server.own_name);
                within(patience.step, greeting).await?
            }
        };
        match &server.security {
            Security::Required(tls) => {
                within(patience.step, smtp.starttls(tls.clone(), &server.own_name)).await?;
            }
            Security::Opportunistic(tls) if smtp.can_starttls() => {
                within(patience.step, smtp.starttls(tls.clone(), &server.own_name)).await?;
            }
            Security::Plain | Security::Opportunistic(_) | Security::Wrapped(_) => {}
        }
        if let Some(credentials) = &server.credentials {
            within(patience.step, smtp.auth(DEFAULT_MECHANISMS, credentials)).await?;
        }
        Ok(Self(smtp))
    }

    /// Whether the server still listens, and has forgotten an unfinished mail (RSET).
    pub(super) async fn start_over(&mut self, patience: Patience) -> bool {
        within(patience.step, self.0.command(Rset)).await.is_ok()
    }

    /// Hands one mail to one recipient over.
    pub(super) async fn hand_over(
        &mut self,
        from: &Address,
        to: &Address,
        bytes: &[u8],
        patience: Patience,
        people: [&EmailAddress; 2],
    ) -> Result<Accepted, SendError> {
        let parameters = self.parameters(from, to, bytes)?;
        within(
            patience.step,
            self.0.command(Mail::new(Some(from.clone()), parameters)),
        )
        .await
        .map_err(|failure| failure.about_the_sender(people))?;
        within(
            patience.step,
            self.0.command(Rcpt::new(to.clone(), Vec::new())),
        )
        .await
        .map_err(|failure| failure.about_this_mail(people))?;
        within(patience.step, self.0.command(Data))
            .await
            .map_err(|failure| failure.about_this_mail(people))?;
        // As long as the conversation may last.
        let response = self
            .0
            .message(bytes)
            .await
            .map_err(|error| Failure::from(error).about_this_mail(people))?;
        let words: Vec<&str> = response.message().collect();
        Ok(Accepted {
            response: without_addresses(
                &format!("{} {}", response.code(), words.join(" ")),
                &people,
            ),
        })
    }

    /// What MAIL must announce. A server that takes no addresses outside ASCII is not asked to
    /// (RFC 6531 §3.2).
    fn parameters(
        &self,
        from: &Address,
        to: &Address,
        bytes: &[u8],
    ) -> Result<Vec<MailParameter>, SendError> {
        let offers = |extension| self.0.server_info().supports_feature(extension);
        let plain_addresses = [from, to].iter().all(|a| a.to_string().is_ascii());
        let mut parameters = Vec::new();
        if !plain_addresses {
            parameters.push((Extension::SmtpUtfEight, MailParameter::SmtpUtfEight));
        }
        if !bytes.is_ascii() {
            parameters.push((
                Extension::EightBitMime,
                MailParameter::Body(MailBodyParameter::EightBitMime),
            ));
        }
        if parameters.iter().all(|(extension, _)| offers(*extension)) {
            return Ok(parameters
                .into_iter()
                .map(|(_, announced)| announced)
                .collect());
        }
        Err(SendError::Refused {
            permanent: true,
            code: None,
            text: "the mail server takes only addresses of Latin letters without accents \
                   before the @ (it offers no SMTPUTF8)"
                .to_owned(),
        })
    }
}

/// The step's result, if it comes in time.
async fn within<T>(
    limit: Duration,
    step: impl Future<Output = Result<T, impl Into<Failure>>>,
) -> Result<T, Failure> {
    match tokio::time::timeout(limit, step).await {
        Ok(result) => result.map_err(Into::into),
        Err(_) => Err(Failure::late(limit)),
    }
}
