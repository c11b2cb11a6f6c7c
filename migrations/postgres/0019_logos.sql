-- The logos of networks. Every page of a network shows them, so their list is read with the network: as JSON, in the
-- order of display. The images are read by the hash in their URL.

ALTER TABLE networks ADD COLUMN logos TEXT NOT NULL DEFAULT '[]';

CREATE TABLE logo_images (
    hash TEXT NOT NULL,
    network_id UUID NOT NULL REFERENCES networks (id),
    media_type TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (hash, network_id)
);
