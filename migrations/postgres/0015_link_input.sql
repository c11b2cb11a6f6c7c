-- What a link that confirms an address confirms, as JSON, if the registration does not hold it: somebody typed a
-- registered address again. The registration stays as it is until its owner follows the link.

ALTER TABLE personal_links ADD COLUMN input TEXT;
