//! The use cases as a whole, on both databases.

mod calendar_messages;
mod deciding;
mod events;
mod given;
mod import;
mod last_seat;
mod network;
mod outbox;
mod registering;
mod signing_in;
mod waiting_list;
