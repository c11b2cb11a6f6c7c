-- Distribution lists: contacts who are written to together, chosen one by one or by a rule.

CREATE TABLE distribution_lists (
    id UUID NOT NULL PRIMARY KEY,
    network_id UUID NOT NULL REFERENCES networks (id),
    name TEXT NOT NULL,
    name_key TEXT COLLATE "C" NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('fixed', 'rule')),
    -- What a rule asks for. Empty columns ask for nothing.
    organisation_id UUID REFERENCES organisations (id),
    region TEXT,
    field TEXT,
    tag TEXT,
    tag_key TEXT COLLATE "C",
    contact_group TEXT,
    created_at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    UNIQUE (network_id, name_key)
);

CREATE INDEX distribution_lists_organisation ON distribution_lists (organisation_id);

-- Who is on a fixed list.
CREATE TABLE distribution_list_contacts (
    list_id UUID NOT NULL REFERENCES distribution_lists (id) ON DELETE CASCADE,
    contact_id UUID NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    PRIMARY KEY (list_id, contact_id)
);

CREATE INDEX distribution_list_contacts_contact ON distribution_list_contacts (contact_id);
