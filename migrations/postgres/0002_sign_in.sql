-- Signing in without passwords, and how often anybody may try. Of tokens only the SHA-256 is kept.

CREATE TABLE sign_in_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    address_lower TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX sign_in_links_expiry ON sign_in_links (expires_at);

-- A session belongs to an address: what it may do follows from the memberships of that address.
CREATE TABLE sessions (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    address_lower TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_address ON sessions (address_lower);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- How often something was asked for since the beginning of a window of time.
CREATE TABLE rate_limits (
    bucket BYTEA NOT NULL,
    window_start BIGINT NOT NULL,
    hits BIGINT NOT NULL CHECK (hits > 0),
    PRIMARY KEY (bucket, window_start)
);

CREATE INDEX rate_limits_window ON rate_limits (window_start);
