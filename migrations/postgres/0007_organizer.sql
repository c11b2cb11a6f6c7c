-- The address of the network's mails when an event was begun. Calendars know the event's organiser by it,
-- so it stays when an owner gives the network another one.

ALTER TABLE events ADD COLUMN organizer TEXT NOT NULL DEFAULT '';

UPDATE events SET organizer =
    (SELECT sender_address FROM networks WHERE networks.id = events.network_id);
