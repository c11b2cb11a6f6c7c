//! The links by which contact people manage the places of their organisation.

use mail::{Letter, LetterButton, LinkDisclosure, MessageText};
use model::{
    AuditAction, EmailAddress, Event, EventState, Language, Line, Organisation, OrganisationId,
};
use store::{ContingentLink, Tx};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Token},
    audit::PartChange,
    events::LockedEvent,
    mail::{Disclosure, Mail, MailAbout},
};

/// A link that was just made. It is shown once: the database has its hash only.
#[derive(Debug, Clone)]
pub struct ContingentSecret {
    pub token: Token,
    pub link: String,
}

impl Planner {
    /// Makes a link to the places of an organisation. Earlier ones go on working.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn make_contingent_link(
        &self,
        access: &EventAccess<Organises>,
        organisation: OrganisationId,
    ) -> Result<ContingentSecret> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let organisation = require_organisation(&mut tx, &event, organisation).await?;
        let secret = self
            .insert_link(&mut tx, &event, (&organisation, None))
            .await?;
        let made = (AuditAction::ContingentLinkMade, part_of(&organisation));
        self.note_named_part(&mut tx, &right, &event, made).await?;
        self.commit(tx).await?;
        Ok(secret)
    }

    /// Mails a link to the places of an organisation to somebody.
    ///
    /// # Errors
    ///
    /// `WrongState` unless the event is published.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn mail_contingent_link(
        &self,
        access: &EventAccess<Organises>,
        organisation: OrganisationId,
        address: EmailAddress,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        if locked.event.state != EventState::Published {
            return Err(PlannerError::WrongState);
        }
        let event = locked.event.clone();
        let organisation = require_organisation(locked.tx, &event, organisation).await?;
        let to = (&organisation, Some(&address));
        let secret = self.insert_link(locked.tx, &event, to).await?;
        locked
            .mail_link(&organisation, address.clone(), &secret)
            .await?;
        let mailed = (AuditAction::ContingentLinkMailed, part_of(&organisation));
        self.note_named_part(locked.tx, &right, &event, mailed)
            .await?;
        self.commit(tx).await
    }

    /// Ends all links to the places of an organisation.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn revoke_contingent_links(
        &self,
        access: &EventAccess<Organises>,
        organisation: OrganisationId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        let organisation = require_organisation(&mut tx, &event, organisation).await?;
        tx.revoke_contingent_links(event.id, organisation.id)
            .await?;
        let revoked = (AuditAction::ContingentLinksRevoked, part_of(&organisation));
        self.note_named_part(&mut tx, &right, &event, revoked)
            .await?;
        self.commit(tx).await
    }

    async fn insert_link(
        &self,
        tx: &mut Tx,
        event: &Event,
        (organisation, address): (&Organisation, Option<&EmailAddress>),
    ) -> Result<ContingentSecret> {
        let token = self.new_token();
        let link = ContingentLink {
            event: event.id,
            organisation: organisation.id,
            address: address.and_then(|address| Line::parse(address.as_str()).ok()),
            created_at: self.now(),
        };
        tx.insert_contingent_link(token.hash().as_bytes(), &link)
            .await?;
        let link = self.person_link("places", &token, event.details.language);
        Ok(ContingentSecret { token, link })
    }
}

impl LockedEvent<'_> {
    async fn mail_link(
        &mut self,
        organisation: &Organisation,
        address: EmailAddress,
        secret: &ContingentSecret,
    ) -> Result<()> {
        let language = self.event.details.language;
        let held = self.event.details.held_for(organisation.id);
        let title = &self.event.details.title;
        let (heading, text, label) = words(language, (organisation, title), held);
        let mailing = self.mailing()?;
        let letter = Letter::Message {
            event: mailing.facts(Disclosure::Public, &secret.link),
            heading,
            text: MessageText::new(text),
            buttons: vec![LetterButton {
                label,
                link: secret.link.clone(),
            }],
            link_disclosure: LinkDisclosure::Recipient,
            opt_out_link: None,
            calendar: None,
        };
        let mail = Mail {
            letter,
            sender: mailing.sender(),
            name: None,
            address,
            language,
            about: MailAbout::Invitation {
                event: self.event.id,
                event_revision: self.event.revision,
                entry: None,
            },
            references: None,
        };
        self.planner.queue(self.tx, mail).await.map(drop)
    }
}

/// Heading, text and button of the mail with a link, in the language of the event.
fn words(
    language: Language,
    (organisation, title): (&Organisation, &Line<200>),
    held: u32,
) -> (String, String, String) {
    let name = &organisation.short_name;
    let places = match (language, held) {
        (Language::De, 0) => {
            format!(
                "solange Plätze frei sind, kann {name} Personen zur Veranstaltung „{title}“ anmelden"
            )
        }
        (Language::De, 1) => {
            format!("für {name} halten wir einen Platz bei der Veranstaltung „{title}“")
        }
        (Language::De, _) => {
            format!("für {name} halten wir {held} Plätze bei der Veranstaltung „{title}“")
        }
        (Language::En, 0) => {
            format!("while seats are free, {name} can register people for the event “{title}”")
        }
        (Language::En, 1) => format!("we hold one place for {name} at the event “{title}”"),
        (Language::En, _) => format!("we hold {held} places for {name} at the event “{title}”"),
    };
    match language {
        Language::De => (
            format!("Plätze für {name}: {title}"),
            format!(
                "Guten Tag,\n\n{places}. Unter dem folgenden Link tragen \
                 Sie Kolleginnen und Kollegen ein, tauschen eine Person gegen eine andere und geben Plätze zurück.\n\n\
                 Der Link gehört Ihrer Organisation. Geben Sie ihn bitte nur an Personen weiter, die Plätze verwalten sollen.",
            ),
            "Plätze verwalten".to_owned(),
        ),
        Language::En => (
            format!("Places for {name}: {title}"),
            format!(
                "Hello,\n\n{places}. With the link below you enter colleagues, swap \
                 one person for another and give places back.\n\nThe link belongs to your organisation. Please share it only \
                 with people who manage its places.",
            ),
            "Manage places".to_owned(),
        ),
    }
}

/// What the history says of the links of an organisation. To whom they were mailed is kept with the links alone.
fn part_of(organisation: &Organisation) -> PartChange {
    PartChange::of(organisation.short_name.to_string())
}

/// An organisation of the event's network.
pub(super) async fn require_organisation(
    reader: &mut store::Reader,
    event: &Event,
    id: OrganisationId,
) -> Result<Organisation> {
    let organisations = reader.organisations(event.network).await?.rows;
    let mut found = organisations.into_iter();
    found
        .find(|organisation| organisation.id == id)
        .ok_or(PlannerError::NotFound)
}
