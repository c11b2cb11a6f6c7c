-- Which of two equal local times an item begins at when the clocks go back.
ALTER TABLE agenda_items ADD COLUMN starts_occurrence TEXT NOT NULL DEFAULT 'first'
    CHECK (starts_occurrence IN ('first', 'second'));

-- The last change of each event's agenda, and how it is undone: as JSON, the items as they were before it and
-- the ids of the items that it added.
CREATE TABLE agenda_changes (
    event_id UUID NOT NULL PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    id UUID NOT NULL,
    member_id UUID NOT NULL REFERENCES members (id),
    undo TEXT NOT NULL
);
