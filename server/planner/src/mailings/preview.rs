//! A mailing before it is sent: who gets it, what each of them reads, and what is missing for whom.

use std::collections::{BTreeMap, BTreeSet};

use mail::{Letter, LinkDisclosure};
use model::{
    AttachmentId, Event, Member, Network, Organisation, PeopleFilter, Question, Registration,
    RegistrationId, TextVariable, VariableBody, VariableLine,
};
use store::{Reader, Tx};

use super::{
    addressee::{Addressee, Words},
    attachments::unsent_files,
    audience::find_people,
    text_facts::{TextFacts, variables_of},
};
use crate::{
    MASK, Planner, Result,
    access::{EventAccess, Organises},
    events::Counts,
    mail::{EventMailing, Mail, MailAbout},
    require::require_network,
};

/// A message to people of an event, before it is sent.
#[derive(Debug, Clone)]
pub struct MessagePreview {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    /// What people can be selected by.
    pub organisations: Vec<Organisation>,
    pub questions: Vec<Question>,
    /// Who gets it, by name.
    pub people: Vec<(RegistrationId, String)>,
    /// What one of them reads; `None` if nobody gets it.
    pub shown: Option<PersonPreview>,
    pub missing: Vec<MissingValue>,
}

/// What one person reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonPreview {
    /// The place among the people, counted from 0.
    pub index: usize,
    pub name: String,
    pub address: String,
    pub subject: String,
    pub text: String,
    /// The variables that stay empty for this person.
    pub empty: BTreeSet<TextVariable>,
}

/// A variable that stays empty, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingValue {
    pub variable: TextVariable,
    /// The places among the people, counted from 0.
    pub people: Vec<usize>,
}

/// What people read, one of whom is shown.
#[derive(Debug, Default)]
pub(crate) struct ReadByPeople {
    pub shown: Option<PersonPreview>,
    pub missing: Vec<MissingValue>,
}

/// What is needed to show a message to one person after the other.
struct Draft {
    network: Network,
    event: Event,
    people: Vec<Registration>,
    facts: TextFacts,
}

impl Draft {
    async fn read(
        reader: &mut Reader,
        event: Event,
        filter: &PeopleFilter,
        variables: BTreeSet<TextVariable>,
    ) -> Result<Self> {
        let network = require_network(reader, event.network).await?;
        Ok(Self {
            people: find_people(reader, &event, filter).await?,
            facts: TextFacts::read(reader, (&network, &event), variables).await?,
            network,
            event,
        })
    }

    /// The person, with a masked link in place of their own.
    fn addressee(&self, planner: &Planner, person: &Registration) -> Addressee {
        let mut values = self.facts.of_registration(planner, person);
        let link = planner.link(&format!("/registration/{MASK}"));
        values.set(TextVariable::Link, link);
        let link_disclosure = if self.facts.uses(TextVariable::Link) {
            LinkDisclosure::Recipient
        } else {
            LinkDisclosure::Everybody
        };
        Addressee {
            registration: Some(person.id),
            name: person.confirmed_name(),
            address: person.person.address.clone(),
            language: person.person.language,
            values,
            buttons: Vec::new(),
            link_disclosure,
            opt_out_link: None,
            entry: None,
            invitation: None,
        }
    }
}

impl Planner {
    /// A message as the person at this place among its recipients would read it. Without words, only the people.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_message(
        &self,
        access: &EventAccess<Organises>,
        filter: &PeopleFilter,
        words: Option<(&VariableLine, &VariableBody)>,
        index: usize,
    ) -> Result<MessagePreview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let variables = words.map(|(subject, text)| variables_of(subject, text));
        let variables = variables.unwrap_or_default();
        let draft = Draft::read(&mut reader, event, filter, variables).await?;
        let counts = reader.count_registrations(draft.event.id).await?;
        let organisations = reader.organisations(draft.network.id).await?.rows;
        let questions = reader.questions(draft.event.id).await?.rows;
        drop(reader);
        let read = match words {
            Some((subject, text)) => {
                let people = draft.people.iter().map(|person| {
                    let to = draft.addressee(self, person);
                    (person.person.name(), to)
                });
                read_by(people, Words::new(subject, text), index)
            }
            None => ReadByPeople::default(),
        };
        let people = draft.people.iter();
        Ok(MessagePreview {
            people: people
                .map(|person| (person.id, person.person.name()))
                .collect(),
            network: draft.network,
            event: draft.event,
            counts,
            organisations,
            questions,
            shown: read.shown,
            missing: read.missing,
        })
    }

    /// Mails the message to the member who writes it, as the person at this place would read it. Gives the address.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn try_message(
        &self,
        access: &EventAccess<Organises>,
        filter: &PeopleFilter,
        (words, files): ((&VariableLine, &VariableBody), &[AttachmentId]),
        index: usize,
    ) -> Result<String> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.read(&mut tx).await?;
        let (subject, text) = words;
        let files = unsent_files(&mut tx, &event, files).await?;
        let draft = Draft::read(&mut tx, event, filter, variables_of(subject, text)).await?;
        let person = draft.people.get(index).or(draft.people.first());
        let member = right.member();
        let to = match person {
            Some(person) => draft.addressee(self, person),
            None => return Err(crate::PlannerError::WrongState),
        };
        let mailing = EventMailing::new(self, draft.network, draft.event)?;
        let words = Words {
            subject,
            text,
            files: &files,
        };
        self.mail_on_trial(&mut tx, &mailing, (to, words), member)
            .await?;
        self.commit(tx).await?;
        Ok(member.address.to_string())
    }

    /// Mails a member what somebody else would read.
    pub(crate) async fn mail_on_trial(
        &self,
        tx: &mut Tx,
        mailing: &EventMailing,
        (to, words): (Addressee, Words<'_>),
        member: &Member,
    ) -> Result<()> {
        let mut letter = to.letter(words, mailing, &self.link("/"));
        if let Letter::Message { heading, .. } = &mut letter {
            heading.insert_str(0, "Test: ");
        }
        let mail = Mail {
            letter,
            sender: mailing.sender(),
            name: Some(member.name.to_string()),
            address: member.address.clone(),
            language: to.language,
            about: MailAbout::Person,
            references: None,
        };
        self.queue_with_files(tx, mail, words.files).await.map(drop)
    }
}

/// What the person at a place reads, and what is missing for whom.
pub(crate) fn read_by(
    people: impl ExactSizeIterator<Item = (String, Addressee)>,
    words: Words<'_>,
    index: usize,
) -> ReadByPeople {
    let shown_at = index.min(people.len().saturating_sub(1));
    let mut missing: BTreeMap<TextVariable, Vec<usize>> = BTreeMap::new();
    let mut shown = None;
    for (place, (name, to)) in people.enumerate() {
        let subject = words.subject.render(&to.values);
        let text = words.text.render(&to.values);
        let empty: BTreeSet<TextVariable> = &subject.empty | &text.empty;
        for variable in &empty {
            missing.entry(*variable).or_default().push(place);
        }
        if place == shown_at {
            shown = Some(PersonPreview {
                index: place,
                name,
                address: to.address.to_string(),
                subject: subject.text,
                text: text.text,
                empty,
            });
        }
    }
    let missing = missing.into_iter();
    ReadByPeople {
        shown,
        missing: missing
            .map(|(variable, people)| MissingValue { variable, people })
            .collect(),
    }
}
