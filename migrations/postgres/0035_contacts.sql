-- The address book of a network. A registration belongs to a contact until somebody deletes the contact. The
-- program makes the contacts of the registrations that are there: see `data_versions`.

CREATE TABLE contacts (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_lower TEXT NOT NULL,
    organisation_id UUID REFERENCES organisations (id),
    organisation_name TEXT,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    function TEXT,
    notes TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('registration', 'organiser', 'import')),
    created_at BIGINT NOT NULL,
    -- When the owner of the address confirmed what stands here, or a member entered it.
    confirmed_at BIGINT,
    -- The consent to be kept beyond one event: the version of the privacy text, and when it was given.
    consent_version BIGINT CHECK (consent_version >= 0),
    consent_at BIGINT,
    opted_out_at BIGINT,
    revision BIGINT NOT NULL,
    search TEXT NOT NULL,
    sort_key TEXT COLLATE "C" NOT NULL,
    organisation_key TEXT COLLATE "C" NOT NULL,
    UNIQUE (network_id, address_lower),
    CHECK ((consent_version IS NULL) = (consent_at IS NULL))
);

CREATE INDEX contacts_name ON contacts (network_id, sort_key, id);
CREATE INDEX contacts_organisation ON contacts (organisation_id);

CREATE TABLE contact_tags (
    contact_id UUID NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    tag_key TEXT COLLATE "C" NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (contact_id, tag_key)
);

ALTER TABLE registrations ADD COLUMN contact_id UUID REFERENCES contacts (id) ON DELETE SET NULL;

CREATE INDEX registrations_contact ON registrations (contact_id);

-- A line outlives the contact that it is about.
ALTER TABLE audit ADD COLUMN contact_id UUID;

CREATE INDEX audit_contact ON audit (contact_id) WHERE contact_id IS NOT NULL;

INSERT INTO data_versions (name, version) VALUES ('contacts', 0);
