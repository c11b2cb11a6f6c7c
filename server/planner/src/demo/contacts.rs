//! The demo's address book: people who never registered, what is noted about others, and two distribution lists.

use model::{ContactRule, EmailAddress, Line, ListMembers, Organisation, Person, Tags, Text};
use store::{ContactFilter, Paging};

use super::{
    files::{line, wrong},
    network::DemoNetwork,
};
use crate::{
    Result,
    people::{ConsentToKeep, ContactSelection, Invitations, NewContact, NewDistributionList},
};

/// A contact who was added by hand.
struct AddedByHand {
    name: (&'static str, &'static str),
    address: &'static str,
    /// An organisation of the network, or another one.
    organisation: &'static str,
    function: &'static str,
    tags: &'static str,
    notes: &'static str,
    consent: ConsentToKeep,
    invitations: Invitations,
}

const ADDED: [AddedByHand; 4] = [
    AddedByHand {
        name: ("Katrin", "Łęcka"),
        address: "katrin.lecka@ministerium.example",
        organisation: "Sächsisches Ministerium",
        function: "Referatsleitung",
        tags: "Fördergeber, Grußwort",
        notes: "Termine über das Vorzimmer.",
        consent: ConsentToKeep::Given,
        invitations: Invitations::Wanted,
    },
    AddedByHand {
        name: ("Jonas", "Weiß"),
        address: "jonas.weiss@zeitung.example",
        organisation: "Leipziger Zeitung",
        function: "Redaktion",
        tags: "Presse",
        notes: "",
        consent: ConsentToKeep::Given,
        invitations: Invitations::Wanted,
    },
    AddedByHand {
        name: ("Sabine", "Öztürk"),
        address: "sabine.oeztuerk@müller.example",
        organisation: "",
        function: "Moderation",
        tags: "Moderation",
        notes: "Hat das Frühjahrstreffen moderiert.",
        consent: ConsentToKeep::Given,
        invitations: Invitations::Wanted,
    },
    AddedByHand {
        name: ("Peter", "Hahn"),
        address: "peter.hahn@stadt.example",
        organisation: "Stadt Leipzig",
        function: "",
        tags: "Verwaltung",
        notes: "",
        consent: ConsentToKeep::Given,
        invitations: Invitations::OptedOut,
    },
];

/// The tag of those who prepare the meetings, and how many of the first contacts have it.
const TEAM: (&str, i64) = ("Vorbereitung", 4);

impl DemoNetwork<'_> {
    /// Adds contacts by hand, and tags some of those who registered.
    pub async fn show_contacts(&self) -> Result<()> {
        let (tag, people) = TEAM;
        let planner = self.days_ago(12);
        let all = ContactFilter::default();
        let paging = Paging {
            limit: people,
            offset: 0,
        };
        let registered = planner
            .contact_list(&self.right.reads(), &all, paging)
            .await?;
        for contact in registered.page.rows {
            let tagged = NewContact {
                person: contact.person.clone(),
                function: contact.function.clone(),
                notes: contact.notes.clone(),
                tags: Tags::parse(tag).map_err(wrong("tags"))?,
                consent: ConsentToKeep::Given,
                invitations: Invitations::Wanted,
            };
            planner
                .change_contact(&self.right, contact.id, contact.revision, |_, _| Ok(tagged))
                .await?;
        }
        let mut guests = Vec::new();
        for added in &ADDED {
            let new = self.contact(added)?;
            guests.push(planner.add_contact(&self.right, |_| Ok(new)).await?);
        }
        let list = planner
            .add_distribution_list(
                &self.right,
                new_list("Gäste und Presse", ListMembers::Fixed)?,
            )
            .await?;
        planner
            .add_to_distribution_list(&self.right, list, &ContactSelection::Chosen(guests))
            .await?;
        let rule = ContactRule {
            tag: Some(line(tag)?),
            ..ContactRule::default()
        };
        planner
            .add_distribution_list(
                &self.right,
                new_list("Vorbereitungsgruppe", ListMembers::Rule(rule))?,
            )
            .await?;
        Ok(())
    }

    fn contact(&self, added: &AddedByHand) -> Result<NewContact> {
        let (given_name, family_name) = added.name;
        let named = Line::optional(added.organisation).map_err(wrong("organisation"))?;
        let (organisation, organisation_name) = match named {
            Some(name) => {
                let (organisation, name) = Organisation::entered(name, &self.partners);
                (organisation, Some(name))
            }
            None => (None, None),
        };
        Ok(NewContact {
            person: Person {
                given_name: line(given_name)?,
                family_name: line(family_name)?,
                address: EmailAddress::parse(added.address).map_err(wrong("address"))?,
                organisation,
                organisation_name,
                language: self.file.language,
            },
            function: Line::optional(added.function).map_err(wrong("function"))?,
            notes: Text::parse(added.notes).map_err(wrong("notes"))?,
            tags: Tags::parse(added.tags).map_err(wrong("tags"))?,
            consent: added.consent,
            invitations: added.invitations,
        })
    }
}

fn new_list(name: &str, members: ListMembers) -> Result<NewDistributionList> {
    Ok(NewDistributionList {
        name: line(name)?,
        members,
    })
}
