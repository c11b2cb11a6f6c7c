//! The use cases as a whole, on both databases.

#[cfg(test)]
mod agenda;
#[cfg(test)]
mod agenda_rules;
#[cfg(test)]
mod agenda_undo;
#[cfg(test)]
mod announcements;
#[cfg(test)]
mod answering;
#[cfg(test)]
mod answering_for_several;
#[cfg(test)]
mod answering_otherwise;
#[cfg(test)]
mod approval;
#[cfg(test)]
mod assignments;
#[cfg(test)]
mod attachments;
#[cfg(test)]
mod bookings;
#[cfg(test)]
mod cafes;
#[cfg(test)]
mod calendar_messages;
#[cfg(test)]
mod colleagues;
#[cfg(test)]
mod contact_merge;
#[cfg(test)]
mod contact_tables;
#[cfg(test)]
mod contact_tags;
#[cfg(test)]
mod contacts;
#[cfg(test)]
mod contingents;
#[cfg(test)]
mod corrections;
#[cfg(test)]
mod deciding;
#[cfg(test)]
mod deciding_several;
#[cfg(test)]
mod delivery;
#[cfg(test)]
mod distribution_lists;
#[cfg(test)]
mod editing;
#[cfg(test)]
mod ended_jobs;
#[cfg(test)]
mod event_reminders;
#[cfg(test)]
mod events;
#[cfg(test)]
mod foreign_network;
#[cfg(test)]
mod given;
#[cfg(test)]
mod history;
#[cfg(test)]
mod import;
#[cfg(test)]
mod invitations;
#[cfg(test)]
mod inviting;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod kept_forms;
#[cfg(test)]
mod kept_mails;
#[cfg(test)]
mod last_seat;
#[cfg(test)]
mod list_columns;
#[cfg(test)]
mod logos;
#[cfg(test)]
mod mail_rate;
#[cfg(test)]
mod mail_server;
#[cfg(test)]
mod mailings;
#[cfg(test)]
mod members;
#[cfg(test)]
mod message_filters;
#[cfg(test)]
mod network;
#[cfg(test)]
mod organisation_logos;
#[cfg(test)]
mod organisation_merge;
#[cfg(test)]
mod organisation_tables;
#[cfg(test)]
mod outbox;
#[cfg(test)]
mod overview;
#[cfg(test)]
mod own_words;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod registering;
#[cfg(test)]
mod registering_again;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod series;
#[cfg(test)]
mod signing_in;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod submissions;
#[cfg(test)]
mod team;
#[cfg(test)]
mod typed_text;
#[cfg(test)]
mod waiting_list;
#[cfg(test)]
mod wish_reminders;
#[cfg(test)]
mod wishes;
#[cfg(test)]
mod wishes_of_form;
#[cfg(test)]
mod workshop_calendars;
#[cfg(test)]
mod workshop_tables;
#[cfg(test)]
mod workshops;
