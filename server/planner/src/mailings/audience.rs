//! Whom a mailing is for.

use model::{Event, PeopleFilter, PeopleLack, Registration};
use store::Reader;

use crate::{Result, cafes::ShownPlans, workshops::Wishless};

/// The people of an event whom a filter finds, by name.
pub(super) async fn find_people(
    reader: &mut Reader,
    event: &Event,
    filter: &PeopleFilter,
) -> Result<Vec<Registration>> {
    let mut people = reader.registrations_of(event.id).await?.rows;
    people.retain(|person| filter.finds(person));
    match filter.lack {
        None => {}
        Some(PeopleLack::Table) => {
            let shown = ShownPlans::published(reader, event).await?;
            people.retain(|person| shown.ways_of(person.id).is_empty());
        }
        Some(PeopleLack::Wishes) => {
            let wishless = Wishless::read(reader, event.id).await?;
            people.retain(|person| wishless.has(person));
        }
    }
    Ok(people)
}
