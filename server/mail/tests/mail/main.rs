//! What leaves the house: how letters read, what programs find in them, how they are handed over.

#[cfg(test)]
mod encryption;
#[cfg(test)]
mod given;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod smtp_server;
#[cfg(test)]
mod transport;
