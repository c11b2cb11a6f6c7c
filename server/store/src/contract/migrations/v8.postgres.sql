-- A database of migration 8, as pg_dump --inserts writes it: the demonstration of version 0.1.0 at commit 91026c4,
-- with fewer rows, shortened messages, and a few rows edited to hold what the demonstration has none of.
CREATE TABLE public._sqlx_migrations (
    version bigint NOT NULL,
    description text NOT NULL,
    installed_on timestamp with time zone DEFAULT now() NOT NULL,
    success boolean NOT NULL,
    checksum bytea NOT NULL,
    execution_time bigint NOT NULL
);
CREATE TABLE public.agenda_sessions (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    details text NOT NULL,
    room text,
    speakers text,
    starts_local text NOT NULL,
    minutes bigint NOT NULL,
    CONSTRAINT agenda_sessions_kind_check CHECK ((kind = ANY (ARRAY['plenary'::text, 'break'::text, 'introduction round'::text, 'café'::text, 'workshop'::text]))),
    CONSTRAINT agenda_sessions_minutes_check CHECK ((minutes >= 0))
);
CREATE TABLE public.audit (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    event_id uuid,
    registration_id uuid,
    member_id uuid,
    who text NOT NULL,
    what text NOT NULL,
    changes text NOT NULL,
    revision bigint,
    at bigint NOT NULL
);
CREATE TABLE public.contingents (
    event_id uuid NOT NULL,
    organisation_id uuid NOT NULL,
    seats bigint NOT NULL,
    CONSTRAINT contingents_seats_check CHECK ((seats >= 0))
);
CREATE TABLE public.events (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    slug text NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    cancel_reason text,
    title text NOT NULL,
    summary text NOT NULL,
    body text NOT NULL,
    language text NOT NULL,
    time_zone text NOT NULL,
    starts_local text NOT NULL,
    starts_at bigint NOT NULL,
    ends_local text NOT NULL,
    ends_at bigint NOT NULL,
    place_name text,
    place_address text,
    place_room text,
    online_link text,
    capacity bigint,
    opens_local text,
    opens_at bigint,
    closes_local text,
    closes_at bigint,
    visibility text NOT NULL,
    link_key text NOT NULL,
    funding_notice text NOT NULL,
    calendar_uid text NOT NULL,
    sequence bigint NOT NULL,
    organizer_token text NOT NULL,
    seat_changes bigint DEFAULT 0 NOT NULL,
    revision bigint NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    published_at bigint,
    organizer text DEFAULT ''::text NOT NULL,
    CONSTRAINT events_capacity_check CHECK ((capacity >= 0)),
    CONSTRAINT events_check CHECK ((ends_at > starts_at)),
    CONSTRAINT events_check1 CHECK (((opens_local IS NULL) = (opens_at IS NULL))),
    CONSTRAINT events_check2 CHECK (((closes_local IS NULL) = (closes_at IS NULL))),
    CONSTRAINT events_kind_check CHECK ((kind = ANY (ARRAY['network meeting'::text, 'world café'::text, 'conference'::text, 'steering group'::text, 'committee'::text]))),
    CONSTRAINT events_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
    CONSTRAINT events_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT events_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'cancelled'::text]))),
    CONSTRAINT events_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'link'::text, 'invitation'::text])))
);
CREATE TABLE public.members (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    address_lower text NOT NULL,
    role text NOT NULL,
    language text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT members_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
    CONSTRAINT members_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'organiser'::text, 'helper'::text, 'reader'::text])))
);
CREATE TABLE public.networks (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    sender_name text NOT NULL,
    sender_address text NOT NULL,
    reply_to text,
    imprint text NOT NULL,
    privacy text NOT NULL,
    privacy_version bigint NOT NULL,
    funding_notice text NOT NULL,
    time_zone text NOT NULL,
    language text NOT NULL,
    hue bigint NOT NULL,
    created_at bigint NOT NULL,
    revision bigint NOT NULL,
    CONSTRAINT networks_hue_check CHECK (((hue >= 0) AND (hue <= 359))),
    CONSTRAINT networks_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
    CONSTRAINT networks_privacy_version_check CHECK ((privacy_version >= 0))
);
CREATE TABLE public.organisations (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    name text NOT NULL,
    name_lower text NOT NULL,
    short_name text NOT NULL,
    short_name_lower text NOT NULL,
    sort_key text NOT NULL COLLATE pg_catalog."C",
    region text,
    field text,
    parent_id uuid
);
CREATE TABLE public.outbox (
    id uuid NOT NULL,
    network_id uuid NOT NULL,
    event_id uuid,
    registration_id uuid,
    recipient text NOT NULL,
    recipient_lower text NOT NULL,
    kind text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    message bytea NOT NULL,
    message_id text NOT NULL,
    envelope_from text NOT NULL,
    calendar_uid text,
    sequence bigint,
    method text,
    state text NOT NULL,
    attempts bigint DEFAULT 0 NOT NULL,
    next_attempt_at bigint NOT NULL,
    lease_token uuid,
    leased_until bigint,
    last_error text,
    created_at bigint NOT NULL,
    settled_at bigint,
    CONSTRAINT outbox_check CHECK (((calendar_uid IS NULL) = (sequence IS NULL))),
    CONSTRAINT outbox_check1 CHECK (((calendar_uid IS NULL) = (method IS NULL))),
    CONSTRAINT outbox_check2 CHECK (((state = 'sending'::text) = (lease_token IS NOT NULL))),
    CONSTRAINT outbox_check3 CHECK (((state = 'sending'::text) = (leased_until IS NOT NULL))),
    CONSTRAINT outbox_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
    CONSTRAINT outbox_method_check CHECK ((method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text]))),
    CONSTRAINT outbox_sequence_check CHECK ((sequence >= 0)),
    CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'accepted'::text, 'refused'::text, 'dropped'::text, 'kept'::text])))
);
CREATE TABLE public.personal_links (
    token_hash bytea NOT NULL,
    registration_id uuid NOT NULL,
    purpose text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint,
    used_at bigint,
    CONSTRAINT personal_links_purpose_check CHECK ((purpose = ANY (ARRAY['confirm'::text, 'manage'::text])))
);
CREATE TABLE public.questions (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    label text NOT NULL,
    help text NOT NULL,
    options text NOT NULL,
    need text NOT NULL,
    CONSTRAINT questions_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'long text'::text, 'one of'::text, 'several of'::text, 'yes/no'::text]))),
    CONSTRAINT questions_need_check CHECK ((need = ANY (ARRAY['required'::text, 'optional'::text])))
);
CREATE TABLE public.rate_limits (
    bucket bytea NOT NULL,
    window_start bigint NOT NULL,
    hits bigint NOT NULL,
    CONSTRAINT rate_limits_hits_check CHECK ((hits > 0))
);
CREATE TABLE public.registrations (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    given_name text NOT NULL,
    family_name text NOT NULL,
    address text NOT NULL,
    address_lower text NOT NULL,
    organisation_id uuid,
    organisation_name text,
    language text NOT NULL,
    answers text NOT NULL,
    state text NOT NULL,
    source text NOT NULL,
    created_at bigint NOT NULL,
    state_changed_at bigint NOT NULL,
    waiting_position bigint,
    consent_version bigint,
    consent_at bigint,
    invitation_sequence bigint,
    revision bigint NOT NULL,
    search text NOT NULL,
    sort_key text NOT NULL COLLATE pg_catalog."C",
    organisation_key text DEFAULT ''::text NOT NULL COLLATE pg_catalog."C",
    CONSTRAINT registrations_check CHECK (((state = 'waitlisted'::text) = (waiting_position IS NOT NULL))),
    CONSTRAINT registrations_check1 CHECK (((consent_version IS NULL) = (consent_at IS NULL))),
    CONSTRAINT registrations_consent_version_check CHECK ((consent_version >= 0)),
    CONSTRAINT registrations_invitation_sequence_check CHECK ((invitation_sequence >= 0)),
    CONSTRAINT registrations_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
    CONSTRAINT registrations_source_check CHECK ((source = ANY (ARRAY['form'::text, 'organiser'::text, 'import'::text]))),
    CONSTRAINT registrations_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'waitlisted'::text, 'declined'::text, 'cancelled'::text])))
);
CREATE TABLE public.sessions (
    token_hash bytea NOT NULL,
    address_lower text NOT NULL,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at bigint NOT NULL
);
CREATE TABLE public.sign_in_links (
    token_hash bytea NOT NULL,
    address_lower text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);
INSERT INTO public._sqlx_migrations VALUES (1, 'networks', '2026-11-28 13:03:38.505972+00', true, '\xdd2f2329532ae9d15a8afaf26695e7f16b0cd1ab070ba3ff6285448b32e1d46f54bd0e21cb69e3e69f329ee9e1ffc3c3', 10959764);
INSERT INTO public._sqlx_migrations VALUES (2, 'sign in', '2026-11-28 13:03:38.517508+00', true, '\x8b724cfff855f597d2f9704a47ecbb12c8e0dd59a01973707fc1d36e02cd0da9f38c769097c4369a37915271c8208a53', 8110664);
INSERT INTO public._sqlx_migrations VALUES (3, 'events', '2026-11-28 13:03:38.526015+00', true, '\x57bcd67483b822edf0336afe6007e95433994dc3b02878ba174fbe6d28be2f6591f3f2fea1eab59c1a282ac1afc6bb01', 13310868);
INSERT INTO public._sqlx_migrations VALUES (4, 'registrations', '2026-11-28 13:03:38.539744+00', true, '\x3701aecdb76ae22d4002c49e66e1b7ddd1ad70ba4a097dfe5f4f4052ed0efed7bfe39b64778e48f2cf470ddc1dda14f8', 8647246);
INSERT INTO public._sqlx_migrations VALUES (5, 'outbox', '2026-11-28 13:03:38.548772+00', true, '\xda8df18a9bc11db4551bca234d2feef678632c600c91ef17f3eebb816b522c21e0820fad24f542fae4b3318d7cc62074', 7866025);
INSERT INTO public._sqlx_migrations VALUES (6, 'audit', '2026-11-28 13:03:38.557163+00', true, '\xf65a641864d5d596a34baa6f70fcc5cc7919c11a302ac292c3a61908b39da80fa5cfa03c18fda968b1121f612ea5b942', 5204305);
INSERT INTO public._sqlx_migrations VALUES (7, 'organizer', '2026-11-28 13:03:38.562733+00', true, '\xcffad93ee77d740d68bbcfd7d56094586556465fd02bd0162f50c2e545eda6ae296eaae811e6415a7ef2d042745fae43', 1060704);
INSERT INTO public._sqlx_migrations VALUES (8, 'organisation key', '2026-11-28 13:03:38.56409+00', true, '\xaf95b03f7211703e2182505a9001d236da23f380b25f01c770e03ac6b7be8b4a80bb8c221a1c88d7f42c656fdc30045b', 947979);
INSERT INTO public.agenda_sessions VALUES ('01a22241-0e6e-70a4-8f3f-eefcf8080c1c', '01a22241-0e6c-7117-9216-d40a4ce03c49', 0, 'break', 'Ankommen und Kaffee', '', NULL, NULL, '2026-12-15T09:30', 30);
INSERT INTO public.agenda_sessions VALUES ('01a22241-0e71-7f82-ab2f-f9f0be6bdf0e', '01a22241-0e6c-7117-9216-d40a4ce03c49', 1, 'plenary', 'Begrüßung', '', NULL, 'RIN Leipzig, VHS Leipzig', '2026-12-15T10:00', 15);
INSERT INTO public.agenda_sessions VALUES ('01a22241-0e73-7bc5-9c0b-bfa65af2b7ec', '01a22241-0e6c-7117-9216-d40a4ce03c49', 2, 'introduction round', 'Vorstellung aller Teilvorhaben', '', NULL, 'RIN Leipzig, RIN Chemnitz-Dresden, IBAS Leipzig, IBAS Chemnitz, VHS Leipzig, Stadt Leipzig, EXIS Europa, BbD Dresden, BQ Gesundheit, Faire Integration, RFN Chemnitz, IKK Jobcenter, Gründung Mittelsachsen', '2026-12-15T10:15', 90);
INSERT INTO public.agenda_sessions VALUES ('01a22241-0e74-7b58-ad6b-2eae6f818e01', '01a22241-0e6c-7117-9216-d40a4ce03c49', 3, 'break', 'Mittagspause', '', NULL, NULL, '2026-12-15T11:45', 60);
INSERT INTO public.agenda_sessions VALUES ('01a22241-0e76-78e3-a94f-47ee6b317c67', '01a22241-0e6c-7117-9216-d40a4ce03c49', 4, 'café', 'World-Café', '3 Runden zu 30 Minuten: Öffentlichkeitsarbeit · Zielgruppe, Teilnehmende, Umsetzung · Strategische Verknüpfung', NULL, NULL, '2026-12-15T12:45', 105);
INSERT INTO public.agenda_sessions VALUES ('01a22241-0e77-7533-8843-327d97aea452', '01a22241-0e6c-7117-9216-d40a4ce03c49', 5, 'break', 'Pause', '', NULL, NULL, '2026-12-15T14:30', 15);
INSERT INTO public.audit VALUES ('01a0a004-1a63-7bc3-b115-a06a9171eb6f', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a0a004-1a63-7a16-abfd-3eca949232ad', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'event created', '[]', NULL, 1789391018595842);
INSERT INTO public.audit VALUES ('01a0a004-1a63-75da-a2b0-ea11a06521fa', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a0a004-1a63-7a16-abfd-3eca949232ad', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'event published', '[{"after":"published","before":"draft","field":"state"}]', 1, 1789391018595842);
INSERT INTO public.audit VALUES ('01a22241-0e6d-74ec-aff5-30753e87c4b8', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'event created', '[]', NULL, 1795871018605359);
INSERT INTO public.audit VALUES ('01a22241-0e6f-7f00-8fad-a110959466f6', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'agenda item added', '[]', NULL, 1795871018607394);
INSERT INTO public.audit VALUES ('01a22241-0e71-7334-9beb-8ec3f91fbcec', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'agenda item added', '[]', NULL, 1795871018609812);
INSERT INTO public.audit VALUES ('01a22241-0e7c-7cb8-8a9f-7a602ea71fbd', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'question added', '[]', NULL, 1795871018620989);
INSERT INTO public.audit VALUES ('01a22241-0e7e-7f38-b87d-270556da1292', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'question added', '[]', NULL, 1795871018622996);
INSERT INTO public.audit VALUES ('01a22241-0e91-7ae8-a823-1f3ff5191ae2', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e8f-7f7c-9359-2d99f29568d4', '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'registration confirmed', '[]', NULL, 1795871018641420);
INSERT INTO public.audit VALUES ('01a22241-0e92-788a-a8fb-eab612d8533d', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e91-789e-bdc8-5ff8f70267d1', '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'registration confirmed', '[]', NULL, 1795871018642608);
INSERT INTO public.audit VALUES ('01a22241-0e93-712a-acc6-b56e5705fd21', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e92-7a54-ab87-a1e1c9e96245', '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'registration confirmed', '[]', NULL, 1795871018643543);
INSERT INTO public.audit VALUES ('01a22241-0e94-7be1-a8d4-704cd22bfb0b', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e93-7b02-b8d5-5b8b95ea67d6', '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'registration confirmed', '[]', NULL, 1795871018644531);
INSERT INTO public.audit VALUES ('01a22241-0e95-7842-a82b-e479c5d8e77f', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e94-7899-b9e5-3b8be06e7672', '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'registration confirmed', '[]', NULL, 1795871018645336);
INSERT INTO public.audit VALUES ('01a22241-0e96-7a3a-a5e4-b9b1bd7a2c32', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e95-74cb-90f6-e1681f5c18d1', '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'registration confirmed', '[]', NULL, 1795871018646194);
INSERT INTO public.audit VALUES ('01a22241-0ebf-7cb6-945d-a7ee5f8e02d0', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'event published', '[{"after":"published","before":"draft","field":"state"}]', 1, 1795871018688027);
INSERT INTO public.audit VALUES ('01a22241-0f38-74c7-b281-feba4d12ecdd', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0f33-7805-9161-97e8418c7d71', NULL, '01a22241-0e55-71db-8ea0-772a8f7a8042', 'member', 'event created', '[]', NULL, 1795871018808937);
INSERT INTO public.contingents VALUES ('01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e5b-7be8-a1a3-9d29733dd43a', 6);
INSERT INTO public.contingents VALUES ('01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e5d-706c-84f3-75145e109f6c', 5);
INSERT INTO public.events VALUES ('01a0a004-1a63-7a16-abfd-3eca949232ad', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'steuerungsgruppe-vorbereitung-des-netzwerktreffens', 'steering group', 'published', NULL, 'Steuerungsgruppe: Vorbereitung des Netzwerktreffens', 'Termin, Ort, Themen des World-Cafés.', '', 'de', 'Europe/Berlin', '2026-09-28T13:00', 1790593200000000, '2026-09-28T15:00', 1790600400000000, 'Volkshochschule Leipzig', 'Löhrstraße 3–7, 04105 Leipzig', 'Aula', NULL, 12, NULL, NULL, NULL, NULL, 'invitation', 'nuxnx6wydd5xvpgn5d2q7nxzvb', '', '01a0a004-1a63-7a16-abfd-3eca949232ad@127.0.0.1', 0, '6nzesj94bygw4nibmigizp2wwd', 1, 1, 1789391018595842, 1789391018595842, NULL, 'treffen@iq-sachsen.example');
INSERT INTO public.events VALUES ('01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'landesweites-netzwerktreffen-iq-sachsen', 'network meeting', 'published', NULL, 'Landesweites Netzwerktreffen IQ Sachsen', 'Erstes landesweites Treffen der neuen Förderperiode: alle Teilvorhaben stellen sich vor, im World-Café entstehen gemeinsame nächste Schritte.', '', 'de', 'Europe/Berlin', '2026-12-15T09:30', 1797323400000000, '2026-12-15T16:00', 1797346800000000, 'Volkshochschule Leipzig', 'Löhrstraße 3–7, 04105 Leipzig', 'Aula', NULL, 70, NULL, NULL, NULL, NULL, 'public', 'hdc7syauyscj5bkkcup78nrh4f', '', '01a22241-0e6c-7117-9216-d40a4ce03c49@127.0.0.1', 0, 'nn9mbaut4e5zvtwaqwn9tabqea', 12, 1, 1795871018604480, 1795871018687017, NULL, 'treffen@iq-sachsen.example');
INSERT INTO public.events VALUES ('01a22241-0f33-7805-9161-97e8418c7d71', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'landesweites-netzwerktreffen-iq-sachsen-naechstes-treffen', 'network meeting', 'draft', NULL, 'Landesweites Netzwerktreffen IQ Sachsen – nächstes Treffen', 'Erstes landesweites Treffen der neuen Förderperiode: alle Teilvorhaben stellen sich vor, im World-Café entstehen gemeinsame nächste Schritte.', '', 'de', 'Europe/Berlin', '2027-06-15T09:30', 1813044600000000, '2027-06-15T16:00', 1813068000000000, 'Volkshochschule Leipzig', 'Löhrstraße 3–7, 04105 Leipzig', 'Aula', NULL, 70, NULL, NULL, NULL, NULL, 'public', 'jvih4fqr5bfvnav88v4z8r89yf', '', '01a22241-0f33-7805-9161-97e8418c7d71@127.0.0.1', 0, '5aj9v8kny59svi3k3nmzwyfeyd', 0, 0, 1795871018804409, 1795871018804409, NULL, 'treffen@iq-sachsen.example');
INSERT INTO public.members VALUES ('01a22241-0e55-71db-8ea0-772a8f7a8042', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'Anna Jäger', 'anna.jaeger@rinleipzig.example', 'anna.jaeger@rinleipzig.example', 'owner', 'de', 1795871018581153);
INSERT INTO public.networks VALUES ('01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'iq-sachsen', 'IQ Netzwerk Sachsen', 'IQ Netzwerk Sachsen', 'treffen@iq-sachsen.example', 'anna.jaeger@rinleipzig.example', '**IQ Netzwerk Sachsen**  
RIN Leipzig, Löhrstraße 3–7, 04105 Leipzig
Kontakt: anna.jaeger@rinleipzig.example', 'Wir speichern Ihren Namen, Ihre E-Mail-Adresse, Ihre Organisation und Ihre Antworten, um die Veranstaltung vorzubereiten und durchzuführen. Die Teilnahmeliste legen wir dem Fördergeber als Nachweis vor.
Über Ihren persönlichen Link können Sie Ihre Angaben jederzeit ansehen, ändern und sich abmelden.', 1, 'Das Förderprogramm „Integration durch Qualifizierung (IQ)“ wird durch das Bundesministerium für Arbeit und Soziales und die Europäische Union über den Europäischen Sozialfonds Plus (ESF Plus) gefördert und vom Bundesamt für Migration und Flüchtlinge administriert.', 'Europe/Berlin', 'de', 255, 1795871018578974, 0);
INSERT INTO public.organisations VALUES ('01a22241-0e56-7c2a-8fec-d6c255281384', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'Regionales Integrationsnetzwerk IQ Leipzig', 'regionales integrationsnetzwerk iq leipzig', 'RIN Leipzig', 'rin leipzig', 'rin leipzig', 'Leipzig', 'Koordination', NULL);
INSERT INTO public.organisations VALUES ('01a22241-0e58-7336-bb51-69811602f0b6', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'Regionales Integrationsnetzwerk IQ Chemnitz-Dresden', 'regionales integrationsnetzwerk iq chemnitz-dresden', 'RIN Chemnitz-Dresden', 'rin chemnitz-dresden', 'rin chemnitz-dresden', 'Chemnitz', 'Koordination', NULL);
INSERT INTO public.organisations VALUES ('01a22241-0e5a-75a7-9c23-3cbf804d761f', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'Informations- und Beratungsstelle Anerkennung Leipzig', 'informations- und beratungsstelle anerkennung leipzig', 'IBAS Leipzig', 'ibas leipzig', 'ibas leipzig', 'Leipzig', 'Anerkennungsberatung', NULL);
INSERT INTO public.organisations VALUES ('01a22241-0e5a-7365-b3d6-eca5abb8d3a2', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'Informations- und Beratungsstelle Anerkennung Chemnitz', 'informations- und beratungsstelle anerkennung chemnitz', 'IBAS Chemnitz', 'ibas chemnitz', 'ibas chemnitz', 'Chemnitz', 'Anerkennungsberatung', NULL);
INSERT INTO public.organisations VALUES ('01a22241-0e5b-7be8-a1a3-9d29733dd43a', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'Volkshochschule Leipzig', 'volkshochschule leipzig', 'VHS Leipzig', 'vhs leipzig', 'vhs leipzig', 'Leipzig', 'Qualifizierung', NULL);
INSERT INTO public.organisations VALUES ('01a22241-0e5d-706c-84f3-75145e109f6c', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', 'EXIS Europa e. V.', 'exis europa e. v.', 'EXIS Europa', 'exis europa', 'exis europa', 'Zwickau', 'Koordination', NULL);
INSERT INTO public.outbox VALUES ('01a22241-0f2c-74b6-985e-2325bd4e5b94', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e94-7899-b9e5-3b8be06e7672', 'joanna.winkler@rinleipzig.example', 'joanna.winkler@rinleipzig.example', 'seat', 'de', 'Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen', '\x446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a20224a6f616e6e612057696e6b6c657222203c6a6f616e6e612e77696e6b6c65724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574662d383f713f7a7765', '<01a22241-0f2c-74b6-985e-2325bd4e5b94@iq-sachsen.example>', 'treffen@iq-sachsen.example', '01a22241-0e6c-7117-9216-d40a4ce03c49@127.0.0.1', 0, 'REQUEST', 'kept', 0, 1795871018796970, NULL, NULL, NULL, 1795871018796970, NULL);
INSERT INTO public.outbox VALUES ('01a22241-0ecf-7bed-8dd0-d730ae35f852', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e92-7a54-ab87-a1e1c9e96245', 'anna.berger@rinleipzig.example', 'anna.berger@rinleipzig.example', 'seat', 'de', 'Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen', '\x446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a2022416e6e612042657267657222203c616e6e612e6265726765724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574662d383f713f7a7765726b74726566', '<01a22241-0ecf-7bed-8dd0-d730ae35f852@iq-sachsen.example>', 'treffen@iq-sachsen.example', '01a22241-0e6c-7117-9216-d40a4ce03c49@127.0.0.1', 0, 'REQUEST', 'accepted', 1, 1795871018704240, NULL, NULL, NULL, 1795871018704240, 1795871019704240);
INSERT INTO public.outbox VALUES ('01a22241-0ee9-7a29-a543-b5b0fa43b996', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e93-7b02-b8d5-5b8b95ea67d6', 'ali.grossmann@rinleipzig.example', 'ali.grossmann@rinleipzig.example', 'seat', 'de', 'Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen', '\x446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a203d3f7574662d383f623f515778704945647962384f666257467562673d3d3f3d203c616c692e67726f73736d616e6e4072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d', '<01a22241-0ee9-7a29-a543-b5b0fa43b996@iq-sachsen.example>', 'treffen@iq-sachsen.example', '01a22241-0e6c-7117-9216-d40a4ce03c49@127.0.0.1', 0, 'REQUEST', 'accepted', 1, 1795871018730552, NULL, NULL, NULL, 1795871018730552, 1795871019730552);
INSERT INTO public.outbox VALUES ('01a22241-0ef6-7b24-b3b2-01dea3586f5d', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e91-789e-bdc8-5ff8f70267d1', 'anna.jaeger@rinleipzig.example', 'anna.jaeger@rinleipzig.example', 'seat', 'de', 'Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen', '\x446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a203d3f7574662d383f623f515735755953424b7736526e5a58493d3f3d203c616e6e612e6a61656765724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574', '<01a22241-0ef6-7b24-b3b2-01dea3586f5d@iq-sachsen.example>', 'treffen@iq-sachsen.example', '01a22241-0e6c-7117-9216-d40a4ce03c49@127.0.0.1', 0, 'REQUEST', 'refused', 3, 1795871018743281, NULL, NULL, '550 no such mailbox', 1795871018743281, 1795871018743290);
INSERT INTO public.outbox VALUES ('01a22241-0f1c-7c76-8ed4-ffc57c237ff8', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e95-74cb-90f6-e1681f5c18d1', 'Stefan@Müller.example', 'stefan@müller.example', 'waiting', 'de', 'Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen', '\x446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a203d3f7574662d383f623f5533526c5a6d467549464e6a614d4f6b5a6d56793f3d203c73746566616e2e73636861656665724072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f', '<01a22241-0f1c-7c76-8ed4-ffc57c237ff8@iq-sachsen.example>', 'treffen@iq-sachsen.example', NULL, NULL, NULL, 'queued', 0, 1795871018781456, NULL, NULL, NULL, 1795871018781456, NULL);
INSERT INTO public.outbox VALUES ('01a22241-0efd-7600-8ab6-a1dfb45e0a75', '01a22241-0e4d-7bd4-94a2-d3961d616d0b', '01a22241-0e6c-7117-9216-d40a4ce03c49', '01a22241-0e8f-7f7c-9359-2d99f29568d4', 'lubos@xn--mller-kva.example', 'lubos@xn--mller-kva.example', 'seat', 'de', 'Ihr Platz ist bestätigt: Landesweites Netzwerktreffen IQ Sachsen', '\x446174653a205361742c203238204e6f7620323032362031333a30333a3338202b303030300d0a46726f6d3a20224951204e65747a7765726b205361636873656e22203c7472656666656e4069712d7361636873656e2e6578616d706c653e0d0a546f3a2022416264756c204c6522203c616264756c2e6c654072696e6c6569707a69672e6578616d706c653e0d0a5375626a6563743a203d3f7574662d383f713f4968725f506c61747a5f6973745f626573743d43333d4134746967743d33415f4c616e6465737765697465735f4e65743f3d0d0a203d3f7574662d383f713f7a7765726b7472656666656e5f4951', '<01a22241-0efd-7600-8ab6-a1dfb45e0a75@iq-sachsen.example>', 'treffen@iq-sachsen.example', '01a22241-0e6c-7117-9216-d40a4ce03c49@127.0.0.1', 0, 'REQUEST', 'kept', 0, 1795871018750140, NULL, NULL, NULL, 1795871018750140, NULL);
INSERT INTO public.personal_links VALUES ('\x2a5cf89c9c03d075a055cbc9993a9131711b3970acba5f6006180b8beb9c8d4f', '01a22241-0e8f-7f7c-9359-2d99f29568d4', 'manage', 1795871018640155, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x1d57d9e03136f0861c7ea8a169b3bd74b6a6e2eb353011e87b5a06ed81f842a9', '01a22241-0e91-789e-bdc8-5ff8f70267d1', 'manage', 1795871018642084, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\xbe1f5866b94a9b6a94a8a187b745cce62a12eb5599c30ca3b348cf12985627d5', '01a22241-0e92-7a54-ab87-a1e1c9e96245', 'manage', 1795871018643063, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x841f1a1f3f34105f7d326cbeba4bf6d0c7649df7f9f1d5134a086104d03f6958', '01a22241-0e93-7b02-b8d5-5b8b95ea67d6', 'manage', 1795871018643956, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x0393dde2731e7ab55d1d0bc8e45672a1d484ee66c4af2a175deb9864f1c179db', '01a22241-0e94-7899-b9e5-3b8be06e7672', 'manage', 1795871018644916, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x45746ca4c71ecfe82911c5bf65a2a24f1fbf12b65c35a385d100e6f2b7450fd5', '01a22241-0e95-74cb-90f6-e1681f5c18d1', 'manage', 1795871018645733, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\xf65da061f517a0271c6203dbc3df59ff6a40fed7c64ab0edadc74ad6d681a28d', '01a22241-0e92-7a54-ab87-a1e1c9e96245', 'manage', 1795871018702699, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x3f38b78d61538d36010054d7ecfeefee8f207a7738cd32f5ff76bd3aaeab83f4', '01a22241-0e93-7b02-b8d5-5b8b95ea67d6', 'manage', 1795871018729258, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x478ecbda19d91eadb4b1d9e4d5e4063ac2eb81d8dc731920a12c92b3c3ffa600', '01a22241-0e91-789e-bdc8-5ff8f70267d1', 'manage', 1795871018741989, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\x855808d303f643839ba00d7b39da8203adc2d2a7dcd555dabeb60cb0a13a7e4a', '01a22241-0e8f-7f7c-9359-2d99f29568d4', 'manage', 1795871018748842, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\xffeb5af31439fba662dbb11df0cb379be74d5a3c6a17631910f670665ba22767', '01a22241-0e95-74cb-90f6-e1681f5c18d1', 'manage', 1795871018780150, NULL, NULL);
INSERT INTO public.personal_links VALUES ('\xfb97c73f92cf8ce9435eed88671b2c67954289aa82acb370478d2ee31a2b310c', '01a22241-0e94-7899-b9e5-3b8be06e7672', 'manage', 1795871018795571, NULL, NULL);
INSERT INTO public.questions VALUES ('01a22241-0e7c-78ab-8d9b-75b65e2cf942', '01a22241-0e6c-7117-9216-d40a4ce03c49', 0, 'one of', 'Verpflegung', '', '["vegetarisch","vegan","halal","laktosefrei"]', 'optional');
INSERT INTO public.questions VALUES ('01a22241-0e7e-7d83-83fd-f6941459e497', '01a22241-0e6c-7117-9216-d40a4ce03c49', 1, 'text', 'Was brauchen Sie, um gut teilnehmen zu können?', '', '[]', 'optional');
INSERT INTO public.questions VALUES ('01a22241-0f38-768b-a985-5c7cf4644569', '01a22241-0f33-7805-9161-97e8418c7d71', 0, 'one of', 'Verpflegung', '', '["vegetarisch","vegan","halal","laktosefrei"]', 'optional');
INSERT INTO public.questions VALUES ('01a22241-0f38-7029-a64a-3325527e491a', '01a22241-0f33-7805-9161-97e8418c7d71', 1, 'text', 'Was brauchen Sie, um gut teilnehmen zu können?', '', '[]', 'optional');
INSERT INTO public.registrations VALUES ('01a22241-0e92-7a54-ab87-a1e1c9e96245', '01a22241-0e6c-7117-9216-d40a4ce03c49', 'Anna', 'Berger', 'anna.berger@rinleipzig.example', 'anna.berger@rinleipzig.example', '01a22241-0e56-7c2a-8fec-d6c255281384', 'RIN Leipzig', 'de', '{"01a22241-0e7c-78ab-8d9b-75b65e2cf942":"vegetarisch"}', 'confirmed', 'import', 1795871018642737, 1795871018643330, NULL, NULL, NULL, 0, 0, 'anna berger anna.berger@rinleipzig.example rin leipzig', 'berger anna', 'rin leipzig');
INSERT INTO public.registrations VALUES ('01a22241-0e93-7b02-b8d5-5b8b95ea67d6', '01a22241-0e6c-7117-9216-d40a4ce03c49', 'Ali', 'Großmann', 'ali.grossmann@rinleipzig.example', 'ali.grossmann@rinleipzig.example', '01a22241-0e56-7c2a-8fec-d6c255281384', 'RIN Leipzig', 'de', '{}', 'confirmed', 'import', 1795871018643669, 1795871018644361, NULL, NULL, NULL, 0, 0, 'ali grossmann ali.grossmann@rinleipzig.example rin leipzig', 'grossmann ali', 'rin leipzig');
INSERT INTO public.registrations VALUES ('01a22241-0e91-789e-bdc8-5ff8f70267d1', '01a22241-0e6c-7117-9216-d40a4ce03c49', 'Anna', 'Jäger', 'anna.jaeger@rinleipzig.example', 'anna.jaeger@rinleipzig.example', '01a22241-0e56-7c2a-8fec-d6c255281384', 'RIN Leipzig', 'de', '{}', 'confirmed', 'import', 1795871018641658, 1795871018642390, NULL, NULL, NULL, 0, 0, 'anna jager anna.jaeger@rinleipzig.example rin leipzig', 'jager anna', 'rin leipzig');
INSERT INTO public.registrations VALUES ('01a22241-0e8f-7f7c-9359-2d99f29568d4', '01a22241-0e6c-7117-9216-d40a4ce03c49', 'Ľuboš', 'Ṣahin', 'lubos@xn--mller-kva.example', 'lubos@xn--mller-kva.example', NULL, 'Ørsted Łódź', 'de', '{}', 'confirmed', 'import', 1795871018638985, 1795871018641026, NULL, NULL, NULL, 0, 0, 'lubos ṣahin lubos@xn--mller-kva.example orsted lodz', 'ṣahin lubos', 'orsted lodz');
INSERT INTO public.registrations VALUES ('01a22241-0e95-74cb-90f6-e1681f5c18d1', '01a22241-0e6c-7117-9216-d40a4ce03c49', 'Stefan', 'Schäfer', 'Stefan@Müller.example', 'stefan@müller.example', '01a22241-0e56-7c2a-8fec-d6c255281384', 'RIN Leipzig', 'de', '{"01a22241-0e7c-78ab-8d9b-75b65e2cf942":"vegetarisch"}', 'waitlisted', 'form', 1795871018645444, 1795871018646009, 1, 1, 1795871018645447, NULL, 2, 'stefan schafer stefan@muller.example rin leipzig', 'schafer stefan', 'rin leipzig');
INSERT INTO public.registrations VALUES ('01a22241-0e94-7899-b9e5-3b8be06e7672', '01a22241-0e6c-7117-9216-d40a4ce03c49', 'Joanna', 'Winkler', 'joanna.winkler@rinleipzig.example', 'joanna.winkler@rinleipzig.example', '01a22241-0e56-7c2a-8fec-d6c255281384', 'RIN Leipzig', 'de', '{}', 'cancelled', 'import', 1795871018644642, 1795871018644649, NULL, NULL, NULL, 0, 0, 'joanna winkler joanna.winkler@rinleipzig.example rin leipzig', 'winkler joanna', 'rin leipzig');
INSERT INTO public.sessions VALUES ('\x2d81b9c34e045ef146bc8db2fa5d57a3665ea3cc83cab01c4a9e78bdd980f401', 'anna.jaeger@rinleipzig.example', 1795871018983199, 1795871018983199, 1798463018983199);
INSERT INTO public.sign_in_links VALUES ('\x783aee64e43c09461e080e055185e731c207cbf022df0d3d4ae290134850f413', 'anna.jaeger@rinleipzig.example', 1795871018813911, 1795871918813892, 1795871018983199);
ALTER TABLE ONLY public._sqlx_migrations
    ADD CONSTRAINT _sqlx_migrations_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.agenda_sessions
    ADD CONSTRAINT agenda_sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.contingents
    ADD CONSTRAINT contingents_pkey PRIMARY KEY (event_id, organisation_id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_calendar_uid_key UNIQUE (calendar_uid);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_link_key_key UNIQUE (link_key);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_organizer_token_key UNIQUE (organizer_token);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_network_id_address_lower_key UNIQUE (network_id, address_lower);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.networks
    ADD CONSTRAINT networks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.networks
    ADD CONSTRAINT networks_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_network_id_short_name_lower_key UNIQUE (network_id, short_name_lower);
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_calendar_uid_recipient_lower_sequence_method_key UNIQUE (calendar_uid, recipient_lower, sequence, method);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_message_id_key UNIQUE (message_id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.personal_links
    ADD CONSTRAINT personal_links_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.rate_limits
    ADD CONSTRAINT rate_limits_pkey PRIMARY KEY (bucket, window_start);
ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_event_id_address_lower_key UNIQUE (event_id, address_lower);
ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sessions
    ADD CONSTRAINT sessions_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.sign_in_links
    ADD CONSTRAINT sign_in_links_pkey PRIMARY KEY (token_hash);
CREATE INDEX agenda_sessions_event ON public.agenda_sessions USING btree (event_id, starts_local, "position");
CREATE INDEX audit_event ON public.audit USING btree (event_id, revision);
CREATE INDEX audit_member ON public.audit USING btree (member_id);
CREATE INDEX audit_network ON public.audit USING btree (network_id, at);
CREATE INDEX audit_registration ON public.audit USING btree (registration_id);
CREATE INDEX contingents_organisation ON public.contingents USING btree (organisation_id);
CREATE INDEX events_network ON public.events USING btree (network_id, ends_at);
CREATE INDEX events_public ON public.events USING btree (state, visibility, ends_at);
CREATE INDEX members_address ON public.members USING btree (address_lower);
CREATE INDEX organisations_name ON public.organisations USING btree (network_id, name_lower);
CREATE INDEX organisations_parent ON public.organisations USING btree (parent_id);
CREATE INDEX outbox_due ON public.outbox USING btree (state, next_attempt_at);
CREATE INDEX outbox_event ON public.outbox USING btree (event_id);
CREATE INDEX outbox_network ON public.outbox USING btree (network_id, created_at);
CREATE INDEX outbox_registration ON public.outbox USING btree (registration_id);
CREATE INDEX personal_links_registration ON public.personal_links USING btree (registration_id);
CREATE INDEX questions_event ON public.questions USING btree (event_id, "position");
CREATE INDEX rate_limits_window ON public.rate_limits USING btree (window_start);
CREATE INDEX registrations_name ON public.registrations USING btree (event_id, sort_key);
CREATE INDEX registrations_organisation ON public.registrations USING btree (organisation_id);
CREATE INDEX registrations_state ON public.registrations USING btree (event_id, state, organisation_id);
CREATE INDEX registrations_waiting ON public.registrations USING btree (event_id, waiting_position);
CREATE INDEX sessions_address ON public.sessions USING btree (address_lower);
CREATE INDEX sessions_expiry ON public.sessions USING btree (expires_at);
CREATE INDEX sign_in_links_expiry ON public.sign_in_links USING btree (expires_at);
ALTER TABLE ONLY public.agenda_sessions
    ADD CONSTRAINT agenda_sessions_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_member_id_fkey FOREIGN KEY (member_id) REFERENCES public.members(id);
ALTER TABLE ONLY public.audit
    ADD CONSTRAINT audit_network_id_fkey FOREIGN KEY (network_id) REFERENCES public.networks(id);
ALTER TABLE ONLY public.contingents
    ADD CONSTRAINT contingents_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.contingents
    ADD CONSTRAINT contingents_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_network_id_fkey FOREIGN KEY (network_id) REFERENCES public.networks(id);
ALTER TABLE ONLY public.members
    ADD CONSTRAINT members_network_id_fkey FOREIGN KEY (network_id) REFERENCES public.networks(id);
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_network_id_fkey FOREIGN KEY (network_id) REFERENCES public.networks(id);
ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.organisations(id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events(id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_network_id_fkey FOREIGN KEY (network_id) REFERENCES public.networks(id);
ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES public.registrations(id);
ALTER TABLE ONLY public.personal_links
    ADD CONSTRAINT personal_links_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES public.registrations(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.questions
    ADD CONSTRAINT questions_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.events(id);
ALTER TABLE ONLY public.registrations
    ADD CONSTRAINT registrations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisations(id);
