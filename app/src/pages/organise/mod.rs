//! Where an organiser plans: events, registrations, mails, settings. Only for members.
