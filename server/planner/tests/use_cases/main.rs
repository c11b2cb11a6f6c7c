//! The use cases as a whole, on both databases.

mod calendar_messages;
mod events;
mod given;
mod import;
mod last_seat;
mod outbox;
mod registering;
mod signing_in;
mod waiting_list;
