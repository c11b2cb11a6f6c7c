//! The contract of the store. Every test runs on SQLite and on PostgreSQL.

mod audit;
mod bookings;
mod claim_cost;
mod contacts;
mod dropped_requests;
mod events;
mod failures;
mod jobs;
mod migrations;
mod networks;
mod occasions;
mod organisations;
mod outbox;
mod outbox_order;
mod plans;
mod programmes;
mod registration_lists;
mod registrations;
mod rows;
mod sample;
mod schema;
mod seats;
mod sign_in;
mod statements;
mod unreadable;
mod wishes;
