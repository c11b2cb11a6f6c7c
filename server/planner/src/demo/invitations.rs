//! An event by invitation: some come, some do not, one named a substitute, some have not answered.

use jiff::civil::Weekday;
use model::{
    Admission, Answers, EmailAddress, EventDetails, EventId, EventKind, InvitationCalendar,
    InvitationId, VariableBody, VariableLine, Visibility,
};
use store::{InvitationFilter, Paging};

use super::{
    files::{details, line, text, when, wrong},
    network::{DemoNetwork, finish_jobs},
};
use crate::{
    ClientKey, Planner, Result,
    access::InvitationAccess,
    invitations::{Acceptance, InvitationChoice, NewInvitations, Substitute},
};

/// How many of the first contacts are invited.
const INVITED: i64 = 14;

/// How many of them accept, and how many of the next ones decline.
const ACCEPT: usize = 6;
const DECLINE: usize = 3;

impl DemoNetwork<'_> {
    /// An advisory board that only invited people attend.
    pub async fn show_invitations(&self) -> Result<()> {
        let date = self.weekday_after(27, Weekday::Tuesday)?;
        let board = EventDetails {
            kind: EventKind::Committee,
            title: line("Auftakt des Fachbeirats Anerkennung")?,
            summary: text("Wir gründen den Fachbeirat und legen seine ersten Themen fest.")?,
            starts: when(date, "14:00", &self.file.time_zone)?,
            ends: when(date, "16:30", &self.file.time_zone)?,
            capacity: Some(12),
            contingents: Vec::new(),
            visibility: Visibility::Public,
            admission: Admission::Invited,
            ..details(self.file, date, &[])?
        };
        let planner = self.days_ago(8);
        let event = self.draft(&planner, board, &[]).await?;
        self.publish(&planner, event).await?;
        self.invite_contacts(&planner, event).await?;
        let filter = InvitationFilter::default();
        let access = self.access(event);
        let invited = planner.invitations(&access, &filter, Paging::ALL).await?;
        let invited: Vec<InvitationId> = invited
            .page
            .rows
            .iter()
            .map(|one| one.invitation.id)
            .collect();
        for (place, id) in invited.into_iter().enumerate() {
            let days = i64::try_from(place % 6).unwrap_or_default();
            self.answer(place, id, &self.days_ago(7 - days)).await?;
        }
        Ok(())
    }

    async fn invite_contacts(&self, planner: &Planner, event: EventId) -> Result<()> {
        let paging = Paging {
            limit: INVITED,
            offset: 0,
        };
        let all = store::ContactFilter::default();
        let contacts = planner
            .contact_list(&self.right.reads(), &all, paging)
            .await?;
        let contacts = contacts.page.rows.iter().map(|contact| contact.id);
        let new = NewInvitations {
            choice: InvitationChoice {
                contacts: contacts.collect(),
                ..InvitationChoice::default()
            },
            subject: VariableLine::parse("Einladung: {Veranstaltung}").map_err(wrong("subject"))?,
            text: VariableBody::parse(
                "Guten Tag {Vorname} {Nachname},\n\nwir laden Sie herzlich in den Fachbeirat ein: {Datum}, \
                 {Ort}.\n\nBitte sagen Sie uns, ob Sie kommen.",
            )
            .map_err(wrong("text"))?,
            calendar: InvitationCalendar::WithRegistration,
            due: None,
        };
        planner.invite(&self.access(event), |_| Ok(new)).await?;
        finish_jobs(planner).await
    }

    /// What the person at a place answers.
    async fn answer(&self, place: usize, id: InvitationId, planner: &Planner) -> Result<()> {
        if place >= ACCEPT + DECLINE {
            return Ok(());
        }
        let mut tx = planner.store().begin().await?;
        let token = planner.new_invitation_link(&mut tx, id).await?;
        tx.commit().await?;
        let client = ClientKey::from_ip(std::net::Ipv4Addr::LOCALHOST.into());
        let access = InvitationAccess::new(token.reveal(), &client);
        if place < ACCEPT {
            let acceptance = Acceptance {
                name: None,
                answers: Answers::default(),
                consent: 1,
                may_be_kept: false,
            };
            return planner
                .accept_invitation(&access, |_| Ok(acceptance))
                .await
                .map(drop);
        }
        planner.decline_invitation(&access).await?;
        if place == ACCEPT {
            let substitute = Substitute {
                given_name: line("Lan")?,
                family_name: line("Kaiser")?,
                address: EmailAddress::parse("lan.kaiser@bqgesundheit.example")
                    .map_err(wrong("address"))?,
            };
            planner.name_substitute(&access, substitute).await?;
        }
        Ok(())
    }
}
