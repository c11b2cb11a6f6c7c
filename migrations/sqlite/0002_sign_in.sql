-- Signing in without passwords, and how often anybody may try. Of tokens only the SHA-256 is kept.

CREATE TABLE sign_in_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    address_lower TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;

CREATE INDEX sign_in_links_expiry ON sign_in_links (expires_at);

-- A session belongs to an address: what it may do follows from the memberships of that address.
CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    address_lower TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX sessions_address ON sessions (address_lower);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- How often something was asked for since the beginning of a window of time.
CREATE TABLE rate_limits (
    bucket BLOB NOT NULL,
    window_start INTEGER NOT NULL,
    hits INTEGER NOT NULL CHECK (hits > 0),
    PRIMARY KEY (bucket, window_start)
) STRICT;

CREATE INDEX rate_limits_window ON rate_limits (window_start);
