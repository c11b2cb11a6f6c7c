//! The overview of an event: how it stands, what is next, what happened last.

use std::collections::HashSet;

use jiff::Timestamp;
use model::{
    AuditAction, AuditActor, CopyNote, Event, EventRole, InvitationCounts, Line, Member, Network,
    RegistrationId, Role, seats::Seats,
};
use store::{EventActivity, FreeAnswer, Paging};

use super::{
    Counts, SeriesOfEvent,
    copying::open_notes,
    next_steps::{BEGINS_SOON, EventStatus, NextSteps},
};
use crate::{
    Planner, Result,
    access::{EventAccess, Right},
    assignments::WorkshopAttention,
    cafes::PlanAttention,
    jobs::{JobView, recent_jobs},
    mailings::{ComingMail, coming_mails},
    require::require_network,
};

/// How many audit lines the overview reads. An import writes one for each person; they become one activity.
const ACTIVITY_READ: i64 = 100;

/// The most answers that the overview shows. More of them are in the list of all.
const ANSWERS_SHOWN: u32 = 3;

/// An event as its overview shows it.
#[derive(Debug, Clone)]
pub struct EventOverview {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    pub next: NextSteps,
    pub workshops: WorkshopAttention,
    /// What people with a seat wrote, if the event begins soon and the answers are few.
    pub free_answers: Vec<FreeAnswer>,
    /// How many of the network's organisations have a seat, and how many there are.
    pub organisations: (usize, usize),
    pub contingents: Vec<ContingentUse>,
    pub invitations: InvitationCounts,
    /// Who works on the network's events.
    pub team: Vec<Member>,
    /// Who works for this event only, or may do more at it than elsewhere.
    pub event_team: Vec<(Member, EventRole)>,
    pub series: Option<SeriesOfEvent>,
    /// What has to be looked at since the event was copied from another.
    pub copy_notes: Vec<CopyNote>,
    /// When it was created, published and cancelled, the earliest first.
    pub state_changes: Vec<(AuditAction, Timestamp)>,
    /// The mails that go out by themselves, and when.
    pub coming_mails: Vec<(Timestamp, ComingMail)>,
    /// The latest first.
    pub jobs: Vec<JobView>,
    /// The latest first.
    pub activities: Vec<Activity>,
}

/// A page of what was done about an event.
#[derive(Debug, Clone)]
pub struct EventActivities {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    /// The latest first.
    pub activities: Vec<Activity>,
    /// Whether there are earlier ones.
    pub has_more: bool,
}

/// The seats that are held for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContingentUse {
    /// The short name of the organisation.
    pub organisation: Line<80>,
    pub held: u32,
    /// How many of its people have a seat. More than are held, if they took open seats as well.
    pub taken: u32,
}

/// What somebody did, to one subject or to several in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    pub actor: AuditActor,
    /// The member who did it.
    pub member: Option<String>,
    pub action: AuditAction,
    /// Whom it is about, with the name unless the registration was deleted.
    pub registration: Option<(RegistrationId, Option<String>)>,
    /// The name of the part of the event that it is about.
    pub part: Option<String>,
    /// The latest time.
    pub at: Timestamp,
    /// To how many registrations, or how often to the event itself.
    pub times: u32,
}

impl Planner {
    /// The overview of an event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn event_overview(&self, access: &EventAccess<impl Right>) -> Result<EventOverview> {
        let now = self.now();
        let mut reader = self.store().read().await?;
        let (right, event) = access.read(&mut reader).await?;
        let of_network = right.is_of_network();
        let network = require_network(&mut reader, event.network).await?;
        let counts = reader.count_registrations(event.id).await?;
        let soon = now..now + BEGINS_SOON;
        let attention = reader.attention(network.id, Some(event.id), soon).await?;
        let attention = attention.into_values().next().unwrap_or_default();
        let free_answers = match attention.writers {
            1..=ANSWERS_SHOWN => {
                let answers = reader.free_answers(event.id, ANSWERS_SHOWN + 1).await?.rows;
                let all = answers.len() <= ANSWERS_SHOWN as usize;
                if all { answers } else { Vec::new() }
            }
            _ => Vec::new(),
        };
        let partners = reader.organisations(event.network).await?.rows;
        let taken = reader.seats_taken(event.id).await?;
        let represented = taken.iter().filter(|(of, _)| of.is_some()).count();
        let held = event.details.contingents.clone();
        let seats = Seats::new(event.details.capacity, held, taken);
        let contingents = event.details.contingents.iter().filter_map(|held| {
            let partner = partners
                .iter()
                .find(|known| known.id == held.organisation)?;
            Some(ContingentUse {
                organisation: partner.short_name.clone(),
                held: held.seats,
                taken: seats.taken_by(Some(&held.organisation)),
            })
        });
        let contingents = contingents.collect();
        let plans = PlanAttention::read(&mut reader, &event).await?;
        let workshops = WorkshopAttention::read(&mut reader, (&network, &event), now).await?;
        let next = EventStatus {
            event: &event,
            counts,
            attention: &attention,
            plans,
            workshops,
        }
        .next_steps(now);
        let invitations = reader.count_invited(event.id).await?;
        let paging = Paging {
            limit: ACTIVITY_READ,
            offset: 0,
        };
        let lines = reader.activity_of_event(event.id, paging).await?.rows;
        let mut team = reader.members(event.network).await?.rows;
        team.retain(|member| of_network && member.role != Role::EventOnly);
        // Roles are declared from the one that may do most.
        team.sort_by_key(|member| member.role);
        let coming_mails = coming_mails(&mut reader, &event, now).await?;
        Ok(EventOverview {
            next,
            coming_mails,
            workshops,
            counts,
            contingents,
            invitations,
            free_answers,
            organisations: (represented, partners.len()),
            team,
            event_team: reader.members_of_event(event.id).await?.rows,
            series: if of_network {
                SeriesOfEvent::read(&mut reader, event.id).await?
            } else {
                None
            },
            copy_notes: open_notes(&mut reader, &event).await?,
            state_changes: reader.state_changes_of_event(event.id).await?.rows,
            jobs: recent_jobs(&mut reader, event.id).await?,
            activities: activities(lines),
            network,
            event,
        })
    }

    /// What was done about an event and its registrations, the latest first.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn event_activity(
        &self,
        access: &EventAccess<impl Right>,
        paging: Paging,
    ) -> Result<EventActivities> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        // One more, to know whether there is another page.
        let limit = paging.limit.saturating_add(1);
        let paging_on = Paging { limit, ..paging };
        let listed = reader.activity_of_event(event.id, paging_on).await?;
        let most = usize::try_from(paging.limit).unwrap_or(usize::MAX);
        let has_more = listed.rows.len() + listed.unreadable.len() > most;
        let mut lines = listed.rows;
        lines.truncate(most);
        Ok(EventActivities {
            network: require_network(&mut reader, event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            activities: activities(lines),
            has_more,
            event,
        })
    }
}

/// Joins lines in a row that differ in nothing but the person they are about. A person counts once.
fn activities(lines: Vec<EventActivity>) -> Vec<Activity> {
    let mut activities: Vec<Activity> = Vec::new();
    // The registrations of the last activity.
    let mut people = HashSet::new();
    for line in lines {
        let EventActivity {
            actor,
            member,
            action,
            registration,
            part,
            at,
        } = line;
        match activities.last_mut() {
            Some(last)
                if last.actor == actor
                    && last.member == member
                    && last.action == action
                    && last.part == part
                    // Participants are different people.
                    && actor != AuditActor::Participant =>
            {
                let is_counted = registration.is_some_and(|(id, _)| !people.insert(id));
                if !is_counted {
                    last.times += 1;
                }
            }
            _ => {
                people.clear();
                people.extend(registration.iter().map(|(id, _)| *id));
                activities.push(Activity {
                    actor,
                    member,
                    action,
                    registration,
                    part,
                    at,
                    times: 1,
                });
            }
        }
    }
    activities
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use model::{AuditAction, AuditActor};
    use store::EventActivity;
    use uuid::Uuid;

    use super::activities;

    fn line(actor: AuditActor, action: AuditAction, number: u8) -> EventActivity {
        EventActivity {
            actor,
            member: (actor == AuditActor::Member).then(|| "Anna Jäger".to_owned()),
            action,
            registration: Some((Uuid::from_u128(number.into()).into(), None)),
            part: None,
            at: Timestamp::from_second(i64::from(number)).unwrap(),
        }
    }

    #[test]
    fn what_a_member_does_in_a_row_is_one_activity() {
        let added = |number| {
            line(
                AuditActor::Member,
                AuditAction::RegistrationConfirmed,
                number,
            )
        };
        let comes = |number| {
            let action = AuditAction::RegistrationConfirmed;
            line(AuditActor::Participant, action, number)
        };
        let all = activities(vec![comes(5), comes(4), added(3), added(2), added(1)]);
        let times: Vec<u32> = all.iter().map(|activity| activity.times).collect();
        assert_eq!(times, [1, 1, 3]);
        assert_eq!(all[2].at, Timestamp::from_second(3).unwrap());
    }

    #[test]
    fn who_is_corrected_three_times_is_one_person() {
        let corrected = |at: i64, number| EventActivity {
            at: Timestamp::from_second(at).unwrap(),
            ..line(AuditActor::Member, AuditAction::RegistrationChanged, number)
        };
        let times = |lines| {
            activities(lines)
                .iter()
                .map(|all| all.times)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            times(vec![corrected(3, 1), corrected(2, 1), corrected(1, 1)]),
            [1]
        );
        assert_eq!(
            times(vec![corrected(3, 1), corrected(2, 2), corrected(1, 1)]),
            [2]
        );
    }
}
