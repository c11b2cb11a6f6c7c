//! The database, SQLite or PostgreSQL. Only here is SQL; every statement is one text that both take.
//!
//! [`Store::read`] gives a [`Reader`], [`Store::begin`] a [`Tx`]. Look-ups are methods of the reader,
//! changes of the transaction, in a file per aggregate. Nothing here knows a rule of the product, a
//! clock or randomness: ids, tokens and times come from the caller.

#[macro_use]
mod connection;
#[macro_use]
mod statements;

mod error;
mod folded;
mod migrate;
mod open;
mod origin;
mod time;

mod networks;

pub use connection::{Reader, Tx};
pub use error::{Result, StoreError};
pub use open::{Settings, Store};
