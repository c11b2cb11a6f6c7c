//! What both engines keep alike: every test here runs on SQLite and on PostgreSQL.

mod audit;
mod events;
mod failures;
mod migrations;
mod networks;
mod organisations;
mod outbox;
mod registration_lists;
mod registrations;
mod sample;
mod schema;
mod seats;
mod sign_in;
mod statements;
