-- A database of migration 8, as sqlite3's .dump writes it: the demonstration of version 0.1.0 at commit 91026c4,
-- with fewer rows, shortened messages, and a few rows edited to hold what the demonstration has none of.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE _sqlx_migrations (
    version BIGINT PRIMARY KEY,
    description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    success BOOLEAN NOT NULL,
    checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL
);
INSERT INTO _sqlx_migrations VALUES(1,'networks','2026-11-28 13:03:37',1,X'f03f5a5477bce5f3e651dc53d4299eeb135b1724129e6c20fbdfc4296d32e31e3545deec080b092cbb3f2614a4f6bbcf',926979);
INSERT INTO _sqlx_migrations VALUES(2,'sign in','2026-11-28 13:03:37',1,X'ca0dd7d90574c524d93c4b7dadf9f543bea3f7a626b2e3d200c18289d98334a68609dd2778b79eb1ebb2a8a9019a2077',796683);
INSERT INTO _sqlx_migrations VALUES(3,'events','2026-11-28 13:03:37',1,X'17b992f9586ee6ac273ee19089d51b5f30bd991f02d64a2fd9938eb2ae93828b8c445d50ebc692c98a29bb5094e8f518',1290711);
INSERT INTO _sqlx_migrations VALUES(4,'registrations','2026-11-28 13:03:37',1,X'956b1722659245908c818e10c220f19b5e9c8230fcc42599fdcad4258377d42d935956d461899202fc72f30651e5fa9d',904882);
INSERT INTO _sqlx_migrations VALUES(5,'outbox','2026-11-28 13:03:37',1,X'4dac54e05225abb4131a36db296af20dc86353dbda3c7e1dc910e96b67057ec9ca85e7eacda1500fa466bed923c56fe8',797224);
INSERT INTO _sqlx_migrations VALUES(6,'audit','2026-11-28 13:03:37',1,X'034f356ddd501e8d1c566bf7e6ce5a05a9383cf6976ecda3cf3637c2ff66697d4baa7ef65e8b8cc22a81547117ad20c0',682162);
INSERT INTO _sqlx_migrations VALUES(7,'organizer','2026-11-28 13:03:37',1,X'cffad93ee77d740d68bbcfd7d56094586556465fd02bd0162f50c2e545eda6ae296eaae811e6415a7ef2d042745fae43',1156169);
INSERT INTO _sqlx_migrations VALUES(8,'organisation key','2026-11-28 13:03:37',1,X'c3a2e97517a2c2f3dcd73491753c2d46bd439299ba0eb8f83240888c63755e85a4edc56985f5d35a30d9ebfd6d82e814',761299);
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
INSERT INTO networks VALUES(X'01a222410b987b12baa0d2d907fd6507','iq-sachsen','IQ Netzwerk Sachsen','IQ Netzwerk Sachsen','treffen@iq-sachsen.example','anna.jaeger@rinleipzig.example',replace('**IQ Netzwerk Sachsen**  \nRIN Leipzig, Löhrstraße 3–7, 04105 Leipzig\n\nKontakt: anna.jaeger@rinleipzig.example','\n',char(10)),replace('Wir speichern Ihren Namen, Ihre E-Mail-Adresse, Ihre Organisation und Ihre Antworten, um die Veranstaltung vorzubereiten und durchzuführen. Die Teilnahmeliste legen wir dem Fördergeber als Nachweis vor.\n\nÜber Ihren persönlichen Link können Sie Ihre Angaben jederzeit ansehen, ändern und sich abmelden.','\n',char(10)),1,'Das Förderprogramm „Integration durch Qualifizierung (IQ)“ wird durch das Bundesministerium für Arbeit und Soziales und die Europäische Union über den Europäischen Sozialfonds Plus (ESF Plus) gefördert und vom Bundesamt für Migration und Flüchtlinge administriert.','Europe/Berlin','de',255,1795871017880689,0);
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
INSERT INTO members VALUES(X'01a222410b99724fa8f5ca90005fde86',X'01a222410b987b12baa0d2d907fd6507','Anna Jäger','anna.jaeger@rinleipzig.example','anna.jaeger@rinleipzig.example','owner','de',1795871017881695);
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
INSERT INTO organisations VALUES(X'01a222410b9a7cb7a1e9d2596108d4fd',X'01a222410b987b12baa0d2d907fd6507','Regionales Integrationsnetzwerk IQ Leipzig','regionales integrationsnetzwerk iq leipzig','RIN Leipzig','rin leipzig','rin leipzig','Leipzig','Koordination',NULL);
INSERT INTO organisations VALUES(X'01a222410b9b74979ce153ad9f54ff6f',X'01a222410b987b12baa0d2d907fd6507','Regionales Integrationsnetzwerk IQ Chemnitz-Dresden','regionales integrationsnetzwerk iq chemnitz-dresden','RIN Chemnitz-Dresden','rin chemnitz-dresden','rin chemnitz-dresden','Chemnitz','Koordination',NULL);
INSERT INTO organisations VALUES(X'01a222410b9d72f5bea11eb2856e7c48',X'01a222410b987b12baa0d2d907fd6507','Informations- und Beratungsstelle Anerkennung Leipzig','informations- und beratungsstelle anerkennung leipzig','IBAS Leipzig','ibas leipzig','ibas leipzig','Leipzig','Anerkennungsberatung',NULL);
INSERT INTO organisations VALUES(X'01a222410b9d757ca44b57628c603f6c',X'01a222410b987b12baa0d2d907fd6507','Informations- und Beratungsstelle Anerkennung Chemnitz','informations- und beratungsstelle anerkennung chemnitz','IBAS Chemnitz','ibas chemnitz','ibas chemnitz','Chemnitz','Anerkennungsberatung',NULL);
INSERT INTO organisations VALUES(X'01a222410b9e76918f1d3dfc2e6e5ed5',X'01a222410b987b12baa0d2d907fd6507','Volkshochschule Leipzig','volkshochschule leipzig','VHS Leipzig','vhs leipzig','vhs leipzig','Leipzig','Qualifizierung',NULL);
INSERT INTO organisations VALUES(X'01a222410ba077109fbe408d4481e679',X'01a222410b987b12baa0d2d907fd6507','EXIS Europa e. V.','exis europa e. v.','EXIS Europa','exis europa','exis europa','Zwickau','Koordination',NULL);
CREATE TABLE sign_in_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    address_lower TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
INSERT INTO sign_in_links VALUES(X'dd9f23d401b72e4a8c691d632d9b9bff44a5ccc2ad3016d2092c31e8e34adcc5','anna.jaeger@rinleipzig.example',1795871018028370,1795871918028353,1795871018378344);
CREATE TABLE sessions (
    token_hash BLOB NOT NULL PRIMARY KEY,
    address_lower TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO sessions VALUES(X'0f776354e696a8d4e6c2f82ef7430b484f4525b4bf066ed3dadbb739cdeb9dbe','anna.jaeger@rinleipzig.example',1795871018378344,1795871018378344,1798463018378344);
CREATE TABLE rate_limits (
    bucket BLOB NOT NULL,
    window_start INTEGER NOT NULL,
    hits INTEGER NOT NULL CHECK (hits > 0),
    PRIMARY KEY (bucket, window_start)
) STRICT;
CREATE TABLE events (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    slug TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('network meeting', 'world café', 'conference', 'steering group', 'committee')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled')),
    cancel_reason TEXT,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    time_zone TEXT NOT NULL,
    starts_local TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_local TEXT NOT NULL,
    ends_at INTEGER NOT NULL,
    place_name TEXT,
    place_address TEXT,
    place_room TEXT,
    online_link TEXT,
    capacity INTEGER CHECK (capacity >= 0),
    opens_local TEXT,
    opens_at INTEGER,
    closes_local TEXT,
    closes_at INTEGER,
    visibility TEXT NOT NULL CHECK (visibility IN ('public', 'link', 'invitation')),
    link_key TEXT NOT NULL UNIQUE,
    funding_notice TEXT NOT NULL,
    calendar_uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    organizer_token TEXT NOT NULL UNIQUE,
    -- Counted up as the first statement of whatever gives, moves or frees a seat: it locks the row.
    seat_changes INTEGER NOT NULL DEFAULT 0,
    -- Counts the edits only, so that a registration never makes an organiser's form out of date.
    revision INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    published_at INTEGER, organizer TEXT NOT NULL DEFAULT '',
    CHECK (ends_at > starts_at),
    CHECK ((opens_local IS NULL) = (opens_at IS NULL)),
    CHECK ((closes_local IS NULL) = (closes_at IS NULL))
) STRICT;
INSERT INTO events VALUES(X'01a0a00417a87852a3a93011ad32b68f',X'01a222410b987b12baa0d2d907fd6507','steuerungsgruppe-vorbereitung-des-netzwerktreffens','steering group','published',NULL,'Steuerungsgruppe: Vorbereitung des Netzwerktreffens','Termin, Ort, Themen des World-Cafés.','','de','Europe/Berlin','2026-09-28T13:00',1790593200000000,'2026-09-28T15:00',1790600400000000,'Volkshochschule Leipzig','Löhrstraße 3–7, 04105 Leipzig','Aula',NULL,12,NULL,NULL,NULL,NULL,'invitation','5mfafn97utq2jcvpmvgfshn7vg','','01a0a004-17a8-7852-a3a9-3011ad32b68f@127.0.0.1',0,'n3gckmpzmtbwspnss9manw4pab',1,2,1789391017896518,1789391017896518,NULL,'treffen@iq-sachsen.example');
INSERT INTO events VALUES(X'01a222410bae7bd29f59bdff9e42d774',X'01a222410b987b12baa0d2d907fd6507','landesweites-netzwerktreffen-iq-sachsen','network meeting','published',NULL,'Landesweites Netzwerktreffen IQ Sachsen','Erstes landesweites Treffen der neuen Förderperiode: alle Teilvorhaben stellen sich vor, im World-Café entstehen gemeinsame nächste Schritte.','','de','Europe/Berlin','2026-12-15T09:30',1797323400000000,'2026-12-15T16:00',1797346800000000,'Volkshochschule Leipzig','Löhrstraße 3–7, 04105 Leipzig','Aula',NULL,70,NULL,NULL,NULL,NULL,'public','armaqxu68dw6tcd6pu9jdseqtg','','01a22241-0bae-7bd2-9f59-bdff9e42d774@127.0.0.1',0,'tpcqyz7qt7sqa9k7gpx7c58x5c',12,1,1795871017902297,1795871017945042,NULL,'treffen@iq-sachsen.example');
INSERT INTO events VALUES(X'01a222410c2871cdb793fe00e1f6e864',X'01a222410b987b12baa0d2d907fd6507','landesweites-netzwerktreffen-iq-sachsen-naechstes-treffen','network meeting','draft',NULL,'Landesweites Netzwerktreffen IQ Sachsen – nächstes Treffen','Erstes landesweites Treffen der neuen Förderperiode: alle Teilvorhaben stellen sich vor, im World-Café entstehen gemeinsame nächste Schritte.','','de','Europe/Berlin','2027-06-15T09:30',1813044600000000,'2027-06-15T16:00',1813068000000000,'Volkshochschule Leipzig','Löhrstraße 3–7, 04105 Leipzig','Aula',NULL,70,NULL,NULL,NULL,NULL,'public','jqtuyum2r8wy7np2nutt7vn3kc','','01a22241-0c28-71cd-b793-fe00e1f6e864@127.0.0.1',0,'f7gar454axmk7ejthqyvrftz2g',0,0,1795871018024849,1795871018024849,NULL,'treffen@iq-sachsen.example');
CREATE TABLE contingents (
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    organisation_id BLOB NOT NULL REFERENCES organisations (id),
    seats INTEGER NOT NULL CHECK (seats >= 0),
    PRIMARY KEY (event_id, organisation_id)
) STRICT;
INSERT INTO contingents VALUES(X'01a222410bae7bd29f59bdff9e42d774',X'01a222410b9e76918f1d3dfc2e6e5ed5',6);
INSERT INTO contingents VALUES(X'01a222410bae7bd29f59bdff9e42d774',X'01a222410ba077109fbe408d4481e679',5);
CREATE TABLE agenda_sessions (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('plenary', 'break', 'introduction round', 'café', 'workshop')),
    title TEXT NOT NULL,
    details TEXT NOT NULL,
    room TEXT,
    speakers TEXT,
    starts_local TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes >= 0)
) STRICT;
INSERT INTO agenda_sessions VALUES(X'01a222410baf73ab8af399f3de30cab6',X'01a222410bae7bd29f59bdff9e42d774',0,'break','Ankommen und Kaffee','',NULL,NULL,'2026-12-15T09:30',30);
INSERT INTO agenda_sessions VALUES(X'01a222410bb07015bb5c903b24c6891f',X'01a222410bae7bd29f59bdff9e42d774',1,'plenary','Begrüßung','',NULL,'RIN Leipzig, VHS Leipzig','2026-12-15T10:00',15);
INSERT INTO agenda_sessions VALUES(X'01a222410bb17f709df3a07cba6f61f2',X'01a222410bae7bd29f59bdff9e42d774',2,'introduction round','Vorstellung aller Teilvorhaben','',NULL,'RIN Leipzig, RIN Chemnitz-Dresden, IBAS Leipzig, IBAS Chemnitz, VHS Leipzig, Stadt Leipzig, EXIS Europa, BbD Dresden, BQ Gesundheit, Faire Integration, RFN Chemnitz, IKK Jobcenter, Gründung Mittelsachsen','2026-12-15T10:15',90);
INSERT INTO agenda_sessions VALUES(X'01a222410bb373d9bc009e6b2ff57caa',X'01a222410bae7bd29f59bdff9e42d774',3,'break','Mittagspause','',NULL,NULL,'2026-12-15T11:45',60);
INSERT INTO agenda_sessions VALUES(X'01a222410bb478fab68b7075d658d42f',X'01a222410bae7bd29f59bdff9e42d774',4,'café','World-Café','3 Runden zu 30 Minuten: Öffentlichkeitsarbeit · Zielgruppe, Teilnehmende, Umsetzung · Strategische Verknüpfung',NULL,NULL,'2026-12-15T12:45',105);
INSERT INTO agenda_sessions VALUES(X'01a222410bb679a8b6a9599f5b546022',X'01a222410bae7bd29f59bdff9e42d774',5,'break','Pause','',NULL,NULL,'2026-12-15T14:30',15);
CREATE TABLE questions (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('text', 'long text', 'one of', 'several of', 'yes/no')),
    label TEXT NOT NULL,
    help TEXT NOT NULL,
    -- A JSON array of texts.
    options TEXT NOT NULL,
    need TEXT NOT NULL CHECK (need IN ('required', 'optional'))
) STRICT;
INSERT INTO questions VALUES(X'01a222410bb97cabac2ef5689cd50dde',X'01a222410bae7bd29f59bdff9e42d774',0,'one of','Verpflegung','','["vegetarisch","vegan","halal","laktosefrei"]','optional');
INSERT INTO questions VALUES(X'01a222410bba76a29040c292c7e70587',X'01a222410bae7bd29f59bdff9e42d774',1,'text','Was brauchen Sie, um gut teilnehmen zu können?','','[]','optional');
INSERT INTO questions VALUES(X'01a222410c297b0093fa30dd60aa61ef',X'01a222410c2871cdb793fe00e1f6e864',0,'one of','Verpflegung','','["vegetarisch","vegan","halal","laktosefrei"]','optional');
INSERT INTO questions VALUES(X'01a222410c2a71f59ed517b7842c8fd5',X'01a222410c2871cdb793fe00e1f6e864',1,'text','Was brauchen Sie, um gut teilnehmen zu können?','','[]','optional');
CREATE TABLE registrations (
    id BLOB NOT NULL PRIMARY KEY,
    event_id BLOB NOT NULL REFERENCES events (id),
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    address TEXT NOT NULL,
    address_lower TEXT NOT NULL,
    organisation_id BLOB REFERENCES organisations (id),
    organisation_name TEXT,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    -- A JSON object: question id to answer.
    answers TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'confirmed', 'waitlisted', 'declined', 'cancelled')),
    source TEXT NOT NULL CHECK (source IN ('form', 'organiser', 'import')),
    created_at INTEGER NOT NULL,
    state_changed_at INTEGER NOT NULL,
    waiting_position INTEGER,
    consent_version INTEGER CHECK (consent_version >= 0),
    consent_at INTEGER,
    invitation_sequence INTEGER CHECK (invitation_sequence >= 0),
    revision INTEGER NOT NULL,
    -- Names, address and organisation as they are searched and sorted: see the package's `folded`.
    search TEXT NOT NULL,
    sort_key TEXT NOT NULL, organisation_key TEXT NOT NULL DEFAULT '',
    UNIQUE (event_id, address_lower),
    CHECK ((state = 'waitlisted') = (waiting_position IS NOT NULL)),
    CHECK ((consent_version IS NULL) = (consent_at IS NULL))
) STRICT;
INSERT INTO registrations VALUES(X'01a222410bc574d3875378e395f5c8f1',X'01a222410bae7bd29f59bdff9e42d774','Ľuboš','Ṣahin','lubos@xn--mller-kva.example','lubos@xn--mller-kva.example',NULL,'Ørsted Łódź','de','{}','confirmed','import',1795871017925437,1795871017926245,NULL,NULL,NULL,0,0,'lubos ṣahin lubos@xn--mller-kva.example orsted lodz','ṣahin lubos','orsted lodz');
INSERT INTO registrations VALUES(X'01a222410bc679f7966b08ba1e96b685',X'01a222410bae7bd29f59bdff9e42d774','Anna','Jäger','anna.jaeger@rinleipzig.example','anna.jaeger@rinleipzig.example',X'01a222410b9a7cb7a1e9d2596108d4fd','RIN Leipzig','de','{}','confirmed','import',1795871017926528,1795871017928180,NULL,NULL,NULL,0,0,'anna jager anna.jaeger@rinleipzig.example rin leipzig','jager anna','rin leipzig');
INSERT INTO registrations VALUES(X'01a222410bc87c52b82f3b02eaafc381',X'01a222410bae7bd29f59bdff9e42d774','Anna','Berger','anna.berger@rinleipzig.example','anna.berger@rinleipzig.example',X'01a222410b9a7cb7a1e9d2596108d4fd','RIN Leipzig','de','{"01a22241-0bb9-7cab-ac2e-f5689cd50dde":"vegetarisch"}','confirmed','import',1795871017928276,1795871017928425,NULL,NULL,NULL,0,0,'anna berger anna.berger@rinleipzig.example rin leipzig','berger anna','rin leipzig');
INSERT INTO registrations VALUES(X'01a222410bc87c7b97df069f8d9331d8',X'01a222410bae7bd29f59bdff9e42d774','Ali','Großmann','ali.grossmann@rinleipzig.example','ali.grossmann@rinleipzig.example',X'01a222410b9a7cb7a1e9d2596108d4fd','RIN Leipzig','de','{}','confirmed','import',1795871017928481,1795871017928622,NULL,NULL,NULL,0,0,'ali grossmann ali.grossmann@rinleipzig.example rin leipzig','grossmann ali','rin leipzig');
INSERT INTO registrations VALUES(X'01a222410bc8752c85e7da9c293ff832',X'01a222410bae7bd29f59bdff9e42d774','Joanna','Winkler','joanna.winkler@rinleipzig.example','joanna.winkler@rinleipzig.example',X'01a222410b9a7cb7a1e9d2596108d4fd','RIN Leipzig','de','{}','cancelled','import',1795871017928676,1795871017928683,NULL,NULL,NULL,0,0,'joanna winkler joanna.winkler@rinleipzig.example rin leipzig','winkler joanna','rin leipzig');
INSERT INTO registrations VALUES(X'01a222410bc8724d9cb3c3f9739dcb5f',X'01a222410bae7bd29f59bdff9e42d774','Stefan','Schäfer','Stefan@Müller.example','stefan@müller.example',X'01a222410b9a7cb7a1e9d2596108d4fd','RIN Leipzig','de','{"01a22241-0bb9-7cab-ac2e-f5689cd50dde":"vegetarisch"}','waitlisted','form',1795871017928867,1795871017929005,1,1,1795871017928870,NULL,2,'stefan schafer stefan@muller.example rin leipzig','schafer stefan','rin leipzig');
CREATE TABLE personal_links (
    token_hash BLOB NOT NULL PRIMARY KEY,
    registration_id BLOB NOT NULL REFERENCES registrations (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'manage')),
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    used_at INTEGER
) STRICT;
INSERT INTO personal_links VALUES(X'f8771f2d207f4266ebbe685618162a716e143d45c7925355dc55b49d273b1e79',X'01a222410bc574d3875378e395f5c8f1','manage',1795871017925949,NULL,NULL);
INSERT INTO personal_links VALUES(X'd49d7968b224141275dcebded1f2eb436d2a47e9070b783f8eb85dd620f18ca5',X'01a222410bc679f7966b08ba1e96b685','manage',1795871017926790,NULL,NULL);
INSERT INTO personal_links VALUES(X'510e653081c8984e523df7d7f17294673d2bc4e8ed440048c6e29d6ca75f8a6c',X'01a222410bc87c52b82f3b02eaafc381','manage',1795871017928375,NULL,NULL);
INSERT INTO personal_links VALUES(X'276614fe0f78a9c05ae3c6b4832363e450108abeb7d3b8151fc36c5475fb4834',X'01a222410bc87c7b97df069f8d9331d8','manage',1795871017928552,NULL,NULL);
INSERT INTO personal_links VALUES(X'bbafef2dde114d245aed251b598e0fac0f74a93b59a23e8fc8a354913f1d0ec7',X'01a222410bc8752c85e7da9c293ff832','manage',1795871017928762,NULL,NULL);
INSERT INTO personal_links VALUES(X'63c3d389db7622e23df791ce9b07b5a36f9ac770e1b623227743bd75bd75e2a0',X'01a222410bc8724d9cb3c3f9739dcb5f','manage',1795871017928966,NULL,NULL);
INSERT INTO personal_links VALUES(X'f5e4f60b9b50952e281764b5ba67e83d911567433e60570a7f4bb40847d84eca',X'01a222410bc87c52b82f3b02eaafc381','manage',1795871017954472,NULL,NULL);
INSERT INTO personal_links VALUES(X'918267abf3b0a2f666773a8a7d3ccefec9ee0662ac97d2e5024df15dcf067789',X'01a222410bc87c7b97df069f8d9331d8','manage',1795871017976688,NULL,NULL);
INSERT INTO personal_links VALUES(X'557d8a178e33d62bec9205cc494bb6f2e7cb77398d74be5e87f53f612db9cc59',X'01a222410bc679f7966b08ba1e96b685','manage',1795871017983603,NULL,NULL);
INSERT INTO personal_links VALUES(X'56af2a7128e6ee43cf5903adc8f6396faeb765cc4fa924a1f0230c07da627f5b',X'01a222410bc574d3875378e395f5c8f1','manage',1795871017987486,NULL,NULL);
INSERT INTO personal_links VALUES(X'ba495438ea63ea49fb02f0da27ff5cb82d0ee2162e57bdc33a8041c1591ae3df',X'01a222410bc8724d9cb3c3f9739dcb5f','manage',1795871018005432,NULL,NULL);
INSERT INTO personal_links VALUES(X'5c8ec5e1db66413a517c3ec1e2fbdec380dd65e7feb615d9a36815d144f1090f',X'01a222410bc8752c85e7da9c293ff832','manage',1795871018014185,NULL,NULL);
CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    event_id BLOB REFERENCES events (id),
    registration_id BLOB REFERENCES registrations (id),
    recipient TEXT NOT NULL,
    recipient_lower TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('de', 'en')),
    subject TEXT NOT NULL,
    message BLOB NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    envelope_from TEXT NOT NULL,
    calendar_uid TEXT,
    sequence INTEGER CHECK (sequence >= 0),
    method TEXT CHECK (method IN ('REQUEST', 'CANCEL')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'accepted', 'refused', 'dropped', 'kept')),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    lease_token BLOB,
    leased_until INTEGER,
    last_error TEXT,
    created_at INTEGER NOT NULL,
    -- When the mail server took it, or refused it for good.
    settled_at INTEGER,
    -- Rows without a calendar part are not compared: their columns are NULL.
    UNIQUE (calendar_uid, recipient_lower, sequence, method),
    CHECK ((calendar_uid IS NULL) = (sequence IS NULL)),
    CHECK ((calendar_uid IS NULL) = (method IS NULL)),
    CHECK ((state = 'sending') = (lease_token IS NOT NULL)),
    CHECK ((state = 'sending') = (leased_until IS NOT NULL))
) STRICT;
INSERT INTO outbox VALUES(X'01a222410be2714dae862b16eafe612a',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc87c52b82f3b02eaafc381','anna.berger@rinleipzig.example','anna.berger@rinleipzig.example','seat','de','Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen',X'446174653a205361742c203238204e6f7620323032362031333a30333a3337202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a2022416e6e612042657267657222203c616e6e612e6265726765724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574662d383f713f7a7765726b74726566','<01a22241-0be2-714d-ae86-2b16eafe612a@iq-sachsen.example>','treffen@iq-sachsen.example','01a22241-0bae-7bd2-9f59-bdff9e42d774@127.0.0.1',0,'REQUEST','accepted',1,1795871017955565,NULL,NULL,NULL,1795871017955565,1795871018955565);
INSERT INTO outbox VALUES(X'01a222410bf87a6f9bd4b1f09d08b5f5',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc87c7b97df069f8d9331d8','ali.grossmann@rinleipzig.example','ali.grossmann@rinleipzig.example','seat','de','Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen',X'446174653a205361742c203238204e6f7620323032362031333a30333a3337202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a203d3f7574662d383f623f515778704945647962384f666257467562673d3d3f3d203c616c692e67726f73736d616e6e4072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d','<01a22241-0bf8-7a6f-9bd4-b1f09d08b5f5@iq-sachsen.example>','treffen@iq-sachsen.example','01a22241-0bae-7bd2-9f59-bdff9e42d774@127.0.0.1',0,'REQUEST','accepted',1,1795871017977645,NULL,NULL,NULL,1795871017977645,1795871018977645);
INSERT INTO outbox VALUES(X'01a222410bff7814b2c75af40555adfe',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc679f7966b08ba1e96b685','anna.jaeger@rinleipzig.example','anna.jaeger@rinleipzig.example','seat','de','Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen',X'446174653a205361742c203238204e6f7620323032362031333a30333a3337202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a203d3f7574662d383f623f515735755953424b7736526e5a58493d3f3d203c616e6e612e6a61656765724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574','<01a22241-0bff-7814-b2c7-5af40555adfe@iq-sachsen.example>','treffen@iq-sachsen.example','01a22241-0bae-7bd2-9f59-bdff9e42d774@127.0.0.1',0,'REQUEST','refused',3,1795871017984525,NULL,NULL,'550 no such mailbox',1795871017984525,1795871017984534);
INSERT INTO outbox VALUES(X'01a222410c037ef999141fc1bd4f6b1e',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc574d3875378e395f5c8f1','lubos@xn--mller-kva.example','lubos@xn--mller-kva.example','seat','de','Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen',X'446174653a205361742c203238204e6f7620323032362031333a30333a3337202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a2022416264756c204c6522203c616264756c2e6c654072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574662d383f713f7a7765726b7472656666656e5f4951','<01a22241-0c03-7ef9-9914-1fc1bd4f6b1e@iq-sachsen.example>','treffen@iq-sachsen.example','01a22241-0bae-7bd2-9f59-bdff9e42d774@127.0.0.1',0,'REQUEST','kept',0,1795871017988426,NULL,NULL,NULL,1795871017988426,NULL);
INSERT INTO outbox VALUES(X'01a222410c1575c688256913173f4dae',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc8724d9cb3c3f9739dcb5f','Stefan@Müller.example','stefan@müller.example','waiting','de','Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen',X'446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a203d3f7574662d383f623f5533526c5a6d467549464e6a614d4f6b5a6d56793f3d203c73746566616e2e73636861656665724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f','<01a22241-0c15-75c6-8825-6913173f4dae@iq-sachsen.example>','treffen@iq-sachsen.example',NULL,NULL,NULL,'queued',0,1795871018006263,NULL,NULL,NULL,1795871018006263,NULL);
INSERT INTO outbox VALUES(X'01a222410c1e7b988b44a8f10e257b1a',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc8752c85e7da9c293ff832','joanna.winkler@rinleipzig.example','joanna.winkler@rinleipzig.example','seat','de','Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen',X'446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a20224a6f616e6e612057696e6b6c657222203c6a6f616e6e612e77696e6b6c65724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574662d383f713f7a7765','<01a22241-0c1e-7b98-8b44-a8f10e257b1a@iq-sachsen.example>','treffen@iq-sachsen.example','01a22241-0bae-7bd2-9f59-bdff9e42d774@127.0.0.1',0,'REQUEST','kept',0,1795871018015018,NULL,NULL,NULL,1795871018015018,NULL);
CREATE TABLE audit (
    id BLOB NOT NULL PRIMARY KEY,
    network_id BLOB NOT NULL REFERENCES networks (id),
    event_id BLOB,
    registration_id BLOB,
    member_id BLOB REFERENCES members (id),
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    -- JSON, as the planner words it.
    changes TEXT NOT NULL,
    revision INTEGER,
    at INTEGER NOT NULL
) STRICT;
INSERT INTO audit VALUES(X'01a0a00417a874499dfb0fdf8371784d',X'01a222410b987b12baa0d2d907fd6507',X'01a0a00417a87852a3a93011ad32b68f',NULL,X'01a222410b99724fa8f5ca90005fde86','member','event created','[]',NULL,1789391017896518);
INSERT INTO audit VALUES(X'01a0a00417a871d4a23c2c588e116bc9',X'01a222410b987b12baa0d2d907fd6507',X'01a0a00417a87852a3a93011ad32b68f',NULL,X'01a222410b99724fa8f5ca90005fde86','member','event published','[{"after":"published","before":"draft","field":"state"}]',1,1789391017896518);
INSERT INTO audit VALUES(X'01a222410bae7e069d617e9381f1733e',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',NULL,X'01a222410b99724fa8f5ca90005fde86','member','event created','[]',NULL,1795871017902581);
INSERT INTO audit VALUES(X'01a222410baf7783a43e2bc1e324371b',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',NULL,X'01a222410b99724fa8f5ca90005fde86','member','agenda item added','[]',NULL,1795871017903784);
INSERT INTO audit VALUES(X'01a222410bb0706a80130e3aa1e301f4',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',NULL,X'01a222410b99724fa8f5ca90005fde86','member','agenda item added','[]',NULL,1795871017904862);
INSERT INTO audit VALUES(X'01a222410bb9725797a1d070e9b34168',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',NULL,X'01a222410b99724fa8f5ca90005fde86','member','question added','[]',NULL,1795871017913838);
INSERT INTO audit VALUES(X'01a222410bba7dc5ac026cba33c4a9ba',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',NULL,X'01a222410b99724fa8f5ca90005fde86','member','question added','[]',NULL,1795871017914927);
INSERT INTO audit VALUES(X'01a222410bc67243bbb07248b51c9636',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc574d3875378e395f5c8f1',X'01a222410b99724fa8f5ca90005fde86','member','registration confirmed','[]',NULL,1795871017926399);
INSERT INTO audit VALUES(X'01a222410bc879eb877d92a21125311c',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc679f7966b08ba1e96b685',X'01a222410b99724fa8f5ca90005fde86','member','registration confirmed','[]',NULL,1795871017928234);
INSERT INTO audit VALUES(X'01a222410bc87f8cb8421f76253059e2',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc87c52b82f3b02eaafc381',X'01a222410b99724fa8f5ca90005fde86','member','registration confirmed','[]',NULL,1795871017928452);
INSERT INTO audit VALUES(X'01a222410bc870b2a0f3b23fbbbd9191',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc87c7b97df069f8d9331d8',X'01a222410b99724fa8f5ca90005fde86','member','registration confirmed','[]',NULL,1795871017928650);
INSERT INTO audit VALUES(X'01a222410bc87ddeab72626f9216ed06',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc8752c85e7da9c293ff832',X'01a222410b99724fa8f5ca90005fde86','member','registration confirmed','[]',NULL,1795871017928842);
INSERT INTO audit VALUES(X'01a222410bc9712e86cd9863a714e1c8',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',X'01a222410bc8724d9cb3c3f9739dcb5f',X'01a222410b99724fa8f5ca90005fde86','member','registration confirmed','[]',NULL,1795871017929030);
INSERT INTO audit VALUES(X'01a222410bd9774dbf4bfecde534171c',X'01a222410b987b12baa0d2d907fd6507',X'01a222410bae7bd29f59bdff9e42d774',NULL,X'01a222410b99724fa8f5ca90005fde86','member','event published','[{"after":"published","before":"draft","field":"state"}]',1,1795871017945421);
INSERT INTO audit VALUES(X'01a222410c2a7392b2b6179becceabe2',X'01a222410b987b12baa0d2d907fd6507',X'01a222410c2871cdb793fe00e1f6e864',NULL,X'01a222410b99724fa8f5ca90005fde86','member','event created','[]',NULL,1795871018026084);
INSERT INTO audit VALUES(X'bb9a45c3bd8001da44934d8b8a2c050d',X'01a222410b987b12baa0d2d907fd6507',X'01a0a00417a87852a3a93011ad32b68f',NULL,X'01a222410b99724fa8f5ca90005fde86','member','event changed','[{"field":"title","before":"Netzwerktreffen","after":"Steuerungsgruppe: Vorbereitung des Netzwerktreffens"},{"field":"starts","before":"2026-12-08T09:00","after":"2026-09-28T13:00"},{"field":"capacity","before":"","after":"66"}]',2,1789391017896523);
CREATE INDEX members_address ON members (address_lower);
CREATE INDEX organisations_name ON organisations (network_id, name_lower);
CREATE INDEX organisations_parent ON organisations (parent_id);
CREATE INDEX sign_in_links_expiry ON sign_in_links (expires_at);
CREATE INDEX sessions_address ON sessions (address_lower);
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX rate_limits_window ON rate_limits (window_start);
CREATE INDEX events_network ON events (network_id, ends_at);
CREATE INDEX events_public ON events (state, visibility, ends_at);
CREATE INDEX contingents_organisation ON contingents (organisation_id);
CREATE INDEX agenda_sessions_event ON agenda_sessions (event_id, starts_local, position);
CREATE INDEX questions_event ON questions (event_id, position);
CREATE INDEX registrations_state ON registrations (event_id, state, organisation_id);
CREATE INDEX registrations_waiting ON registrations (event_id, waiting_position);
CREATE INDEX registrations_name ON registrations (event_id, sort_key);
CREATE INDEX registrations_organisation ON registrations (organisation_id);
CREATE INDEX personal_links_registration ON personal_links (registration_id);
CREATE INDEX outbox_due ON outbox (state, next_attempt_at);
CREATE INDEX outbox_network ON outbox (network_id, created_at);
CREATE INDEX outbox_event ON outbox (event_id);
CREATE INDEX outbox_registration ON outbox (registration_id);
CREATE INDEX audit_network ON audit (network_id, at);
CREATE INDEX audit_event ON audit (event_id, revision);
CREATE INDEX audit_registration ON audit (registration_id);
CREATE INDEX audit_member ON audit (member_id);
COMMIT;
