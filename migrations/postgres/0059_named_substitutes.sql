-- The address of the person whom somebody named who declined, as typed. It is shown to nobody else.
ALTER TABLE invitations ADD COLUMN named_address TEXT;

UPDATE invitations SET named_address = (
    SELECT contacts.address FROM invitations AS named JOIN contacts ON contacts.id = named.contact_id
    WHERE named.instead_of = invitations.id AND named.taken_back_at IS NULL
    ORDER BY named.id LIMIT 1);
