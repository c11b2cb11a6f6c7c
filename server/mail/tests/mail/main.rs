//! The public interface: the wording of letters, the structure of messages, and SMTP.

#[cfg(test)]
mod encryption;
#[cfg(test)]
mod example;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod smtp_server;
#[cfg(test)]
mod timeouts;
#[cfg(test)]
mod transport;
