-- The owners of everything else, the people who run them, and their partners.

CREATE TABLE networks (
    id BLOB NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    sender_address TEXT NOT NULL,
    reply_to TEXT,
    imprint TEXT NOT NULL,
    privacy TEXT NOT NULL,
    privacy_version INTEGER NOT NULL CHECK (privacy_version >= 0),
    funding_notice TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    hue INTEGER NOT NULL CHECK (hue BETWEEN 0 AND 359),
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE members (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_lower TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('owner', 'organiser', 'helper', 'reader')),
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    created_at INTEGER NOT NULL,
    UNIQUE (network_id, address_lower)
) STRICT;

CREATE INDEX members_address ON members (address_lower);

CREATE TABLE organisations (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    name TEXT NOT NULL,
    name_lower TEXT NOT NULL,
    short_name TEXT NOT NULL,
    short_name_lower TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    region TEXT,
    field TEXT,
    parent_id BLOB REFERENCES organisations (id),
    UNIQUE (network_id, short_name_lower)
) STRICT;

CREATE INDEX organisations_name ON organisations (network_id, name_lower);
CREATE INDEX organisations_parent ON organisations (parent_id);
