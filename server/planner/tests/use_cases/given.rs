//! What tests begin with: a network, its organiser, an event; a clock that a test moves.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};

use jiff::{SignedDuration, Timestamp};
use model::{
    Answers, Contingent, EmailAddress, EventDetails, EventId, EventKind, EventTime, Hue,
    IanaTimeZone, Language, Line, OrganisationId, Person, Place, RegistrationId, Role, Slug, Tags,
    Text, Visibility, local::Occurrence,
};
use planner::{
    ClientKey, Clock, Delivery, MailFilter, MailLine, OsRandom, Paging, Planner, PlannerConfig,
    PlannerError, RandomSource,
    access::{EventAccess, LinkAccess, Organises, Owns, Principal, RegistrationAccess},
    events::{AgendaShift, Confirmation, SaveOptions},
    people::{ConsentToKeep, Invitations, NetworkSettings, NewContact, NewMember, NewOrganisation},
    registrations::NewRegistration,
};
use store::{Store, testing::TestDatabase};

/// Tuesday, 1 August 2023, noon in Berlin.
pub const TODAY: &str = "2023-08-01T10:00:00Z";

#[derive(Debug)]
pub struct MovedClock(Mutex<Timestamp>);

impl MovedClock {
    pub fn advance(&self, by: SignedDuration) {
        *self.0.lock().unwrap() += by;
    }
}

impl Clock for MovedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

/// Counts: no two draws are alike, not even those of two servers, and every run draws the same.
#[derive(Debug)]
pub struct CountedRandom(AtomicU64);

impl Default for CountedRandom {
    fn default() -> Self {
        static SOURCES: AtomicU64 = AtomicU64::new(0);
        let source = SOURCES.fetch_add(1, Ordering::Relaxed);
        Self(AtomicU64::new(source << 32))
    }
}

impl RandomSource for CountedRandom {
    fn fill(&self, bytes: &mut [u8]) {
        let drawn = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        for (byte, drawn) in bytes.iter_mut().rev().zip(drawn.iter().rev()) {
            *byte = *drawn;
        }
    }
}

pub struct Given {
    pub planner: Planner,
    pub clock: Arc<MovedClock>,
    /// The cookie of the organiser's session.
    pub session: String,
    pub principal: Principal,
    pub organiser: Organises,
    pub owner: Owns,
    pub client: ClientKey,
    // Keeps the database until the test is over.
    pub database: TestDatabase,
}

pub async fn a_network(database: TestDatabase) -> Given {
    let clock = Arc::new(MovedClock(Mutex::new(TODAY.parse().unwrap())));
    let random = Arc::new(CountedRandom::default());
    let planner = planner_on(database.store.clone(), &clock, random);
    let network = planner
        .create_network(Slug::parse("iq-sachsen").unwrap(), settings())
        .await
        .unwrap();
    let address = EmailAddress::parse("anna@rinleipzig.example").unwrap();
    planner
        .put_member(
            network.id,
            NewMember {
                name: line("Anna Jäger"),
                address: address.clone(),
                role: Role::Owner,
                language: Language::De,
            },
        )
        .await
        .unwrap();
    let client = ClientKey::from_ip("192.0.2.1".parse().unwrap());
    let link = planner.sign_in_link(&address).await.unwrap();
    let session = planner
        .sign_in(link.rsplit('/').next().unwrap(), &client)
        .await
        .unwrap();
    let principal = planner
        .principal(session.token.reveal())
        .await
        .unwrap()
        .unwrap();
    let organiser = principal.organises(network.id).unwrap();
    let owner = principal.owns(network.id).unwrap();
    Given {
        planner,
        clock,
        session: session.token.reveal().to_owned(),
        principal,
        organiser,
        owner,
        client,
        database,
    }
}

fn planner_on(store: Store, clock: &Arc<MovedClock>, random: Arc<dyn RandomSource>) -> Planner {
    planner_with(store, clock, random, Delivery::MailServer)
}

fn planner_with(
    store: Store,
    clock: &Arc<MovedClock>,
    random: Arc<dyn RandomSource>,
    delivery: Delivery,
) -> Planner {
    Planner::new(
        store,
        clock.clone(),
        random,
        PlannerConfig::new("https://treffpunkt.example", delivery),
    )
}

impl Given {
    /// Another server on the same database, which reaches it by a store of its own.
    pub fn planner_on(&self, store: Store) -> Planner {
        // Two servers that count would give the same ids.
        planner_on(store, &self.clock, Arc::new(OsRandom))
    }

    /// The same server without a mail server.
    pub fn planner_without_mail_server(&self) -> Planner {
        planner_with(
            self.database.store.clone(),
            &self.clock,
            Arc::new(OsRandom),
            Delivery::Kept,
        )
    }

    /// Does all jobs that are due, as a worker does.
    pub async fn run_jobs(&self) -> usize {
        self.planner.run_jobs(|| false).await.unwrap()
    }

    /// An organiser of another network.
    pub async fn foreign_organiser(&self) -> Organises {
        let other = self
            .planner
            .create_network(Slug::parse("iq-bayern").unwrap(), settings())
            .await
            .unwrap();
        let member = planner::people::NewMember {
            name: line("Zoë Fremd"),
            address: address("zoe"),
            role: model::Role::Owner,
            language: Language::De,
        };
        self.planner.put_member(other.id, member).await.unwrap();
        let link = self.planner.sign_in_link(&address("zoe")).await.unwrap();
        let token = link.rsplit('/').next().unwrap();
        let session = self.planner.sign_in(token, &self.client).await.unwrap();
        let principal = self.planner.principal(session.token.reveal()).await;
        principal.unwrap().unwrap().organises(other.id).unwrap()
    }

    /// Somebody who signs in as a member with a role.
    pub async fn member_as(&self, name: &str, role: Role) -> Principal {
        let member = NewMember {
            name: line(name),
            address: address(name),
            role,
            language: Language::De,
        };
        let network = self.organiser.network();
        self.planner.put_member(network, member).await.unwrap();
        self.signs_in(&address(name)).await
    }

    /// A member who signs in.
    pub async fn signs_in(&self, address: &EmailAddress) -> Principal {
        let link = self.planner.sign_in_link(address).await.unwrap();
        let token = link.rsplit('/').next().unwrap();
        let session = self.planner.sign_in(token, &self.client).await.unwrap();
        let principal = self.planner.principal(session.token.reveal()).await;
        principal.unwrap().unwrap()
    }

    pub async fn organisation(&self, short_name: &str) -> OrganisationId {
        let new = NewOrganisation {
            name: line(short_name),
            short_name: line(short_name),
            region: None,
            field: None,
            parent: None,
        };
        self.planner
            .add_organisation(&self.organiser, new)
            .await
            .unwrap()
    }

    pub async fn published_event(&self, details: EventDetails) -> EventId {
        let event = self
            .planner
            .create_event(&self.organiser, None, |_| Ok(details))
            .await
            .unwrap();
        self.planner
            .publish_event(&self.organises(event))
            .await
            .unwrap();
        event
    }

    /// Fills the public form in.
    pub async fn registers(&self, event: EventId, person: Person) {
        let new = NewRegistration {
            colleagues: Vec::new(),
            wishes: Vec::new(),
            person,
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        };
        self.register(event, new).await.unwrap();
    }

    /// Sends the public form.
    pub async fn register(
        &self,
        event: EventId,
        new: NewRegistration,
    ) -> Result<EmailAddress, PlannerError> {
        let slug = self.slug(event).await;
        let sent = self
            .planner
            .register(&slug, None, &self.client, |_| Ok(new));
        sent.await
    }

    /// The name of an event in addresses.
    pub async fn slug(&self, event: EventId) -> String {
        let mut reader = self.database.store.read().await.unwrap();
        let event = reader.event(event).await.unwrap().unwrap();
        event.slug.to_string()
    }

    /// The organiser's request to plan an event.
    pub fn organises(&self, event: EventId) -> EventAccess<Organises> {
        self.principal.organises_event(event)
    }

    /// Changes an event as it is now, and confirms that people are written to. Its agenda stays.
    pub async fn changes(&self, event: EventId, details: EventDetails) {
        let access = self.organises(event);
        let planned = self.planner.planned_event(&access).await.unwrap();
        let how = confirmed(AgendaShift::None);
        self.planner
            .change_event(&access, planned.event.revision, how, |_| Ok(details))
            .await
            .unwrap();
    }

    /// The only registration for an event.
    pub async fn only_registration(&self, event: EventId) -> RegistrationId {
        let mut reader = self.database.store.read().await.unwrap();
        let mut people = reader.registrations_of(event).await.unwrap().rows;
        assert_eq!(people.len(), 1);
        people.remove(0).id
    }

    /// The organiser's request to decide about a registration.
    pub fn organises_registration(
        &self,
        registration: RegistrationId,
    ) -> RegistrationAccess<Organises> {
        self.principal.organises_registration(registration)
    }

    /// A request by a mailed link.
    pub fn link(&self, token: &str) -> LinkAccess {
        LinkAccess::new(token, &self.client)
    }

    /// Registers and confirms by the mailed link; gives the personal token. Every mail arrives.
    pub async fn comes(&self, event: EventId, person: Person) -> String {
        let address = person.address.clone();
        self.registers(event, person).await;
        self.mails_arrive().await;
        let token = self.confirms(&address).await;
        self.mails_arrive().await;
        token
    }

    /// Confirms by the link that was mailed last.
    pub async fn confirms(&self, address: &EmailAddress) -> String {
        let token = self.token_mailed_to(address).await;
        self.planner
            .confirm_address(&self.link(&token))
            .await
            .unwrap();
        token
    }

    /// The mail server takes every queued mail about a registration.
    pub async fn mails_arrive(&self) {
        self.database
            .run_sql(
                "UPDATE outbox SET state = 'accepted', settled_at = created_at
                 WHERE state = 'queued' AND registration_id IS NOT NULL",
            )
            .await;
    }

    /// The secret in the latest mail to an address.
    pub async fn token_mailed_to(&self, address: &EmailAddress) -> String {
        token_in(&self.mails_to(address).await.last().unwrap().1)
    }

    /// Every mail to an address, oldest first, with its text.
    pub async fn mails_to(&self, address: &EmailAddress) -> Vec<(MailLine, String)> {
        let mut mails = Vec::new();
        for line in self.mails().await {
            if line.recipient.eq_ignore_ascii_case(address.as_str()) {
                let mut reader = self.database.store.read().await.unwrap();
                let message = reader.mail_message(line.id).await.unwrap().unwrap();
                mails.push((line, String::from_utf8(message).unwrap()));
            }
        }
        mails
    }

    /// Every mail, oldest first.
    pub async fn mails(&self) -> Vec<MailLine> {
        let all = self
            .planner
            .outgoing(&self.organiser.reads(), &MailFilter::default(), Paging::ALL)
            .await
            .unwrap();
        let mut mails = all.rows;
        mails.sort_by_key(|mail| mail.id);
        mails
    }

    /// The kinds of the mails to an address, oldest first.
    pub async fn mail_kinds(&self, address: &EmailAddress) -> Vec<String> {
        self.mails_to(address)
            .await
            .into_iter()
            .map(|(line, _)| line.kind.to_string())
            .collect()
    }
}

/// Saves a change whomever it writes to.
pub const fn confirmed(agenda: AgendaShift) -> SaveOptions {
    SaveOptions {
        agenda,
        confirmation: Confirmation::Given,
    }
}

/// The secret in a mail's link, whose line may be folded as quoted-printable does.
pub fn token_in(mail: &str) -> String {
    let text = mail.replace("=\r\n", "");
    let link = ["/confirm/", "/registration/", "/sign-in/", "/invitation/"]
        .into_iter()
        .find_map(|path| text.split_once(path).map(|(_, rest)| rest))
        .unwrap_or_else(|| panic!("no link in {mail}"));
    link.chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

pub fn settings() -> NetworkSettings {
    NetworkSettings {
        name: line("IQ Netzwerk Sachsen"),
        sender_name: line("IQ Netzwerk Sachsen"),
        sender_address: EmailAddress::parse("treffen@iq-sachsen.example").unwrap(),
        reply_to: None,
        imprint: Text::default(),
        privacy: Text::parse("Wir speichern Ihre Angaben.").unwrap(),
        funding_notice: Text::default(),
        time_zone: berlin(),
        language: Language::De,
        hue: Hue::default(),
    }
}

/// Seven weeks from today, with as many seats as said.
pub fn meeting(capacity: Option<u32>, contingents: Vec<Contingent>) -> EventDetails {
    EventDetails {
        kind: EventKind::NetworkMeeting,
        title: line("Landesweites Netzwerktreffen"),
        summary: Text::default(),
        plain_language: Text::default(),
        body: Text::default(),
        language: Language::De,
        time_zone: berlin(),
        starts: when("2023-09-19T09:30"),
        ends: when("2023-09-19T16:00"),
        place: Place {
            name: Some(line("Volkshochschule Leipzig")),
            ..Place::default()
        },
        capacity,
        contingents,
        opens: None,
        closes: None,
        visibility: Visibility::Public,
        admission: model::Admission::Open,
        colleagues: model::ColleagueConfirmation::Each,
        funding_notice: Text::default(),
    }
}

pub fn berlin() -> IanaTimeZone {
    IanaTimeZone::parse("Europe/Berlin").unwrap()
}

pub fn when(text: &str) -> EventTime {
    EventTime::resolve(text.parse().unwrap(), berlin().rules(), None).unwrap()
}

/// A time that the clocks in Berlin show twice.
pub fn when_the_clocks_go_back(text: &str, occurrence: Occurrence) -> EventTime {
    EventTime::resolve(text.parse().unwrap(), berlin().rules(), Some(occurrence)).unwrap()
}

pub fn person(name: &str, organisation: Option<OrganisationId>) -> Person {
    Person {
        given_name: line(name),
        family_name: line("Muster"),
        address: address(name),
        organisation,
        organisation_name: None,
        language: Language::De,
    }
}

/// A contact as an organiser enters one.
pub fn contact_of(person: Person) -> NewContact {
    NewContact {
        person,
        function: None,
        notes: Text::default(),
        tags: Tags::default(),
        consent: ConsentToKeep::Missing,
        invitations: Invitations::Wanted,
    }
}

pub fn address(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{}@partner.example", name.to_lowercase())).unwrap()
}

pub fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

/// A planner on a database that holds nothing.
pub fn a_planner(database: &TestDatabase) -> Planner {
    let clock = Arc::new(MovedClock(Mutex::new(TODAY.parse().unwrap())));
    planner_on(database.store.clone(), &clock, Arc::new(OsRandom))
}
