//! Who has booked what, as a table.

use model::workshops::BookingState;

use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    tables::{Export, ExportCell},
    workshops::exchange::slot_name,
};

/// The texts of exported bookings, in the reader's language.
#[derive(Debug, Clone)]
pub struct BookingTexts {
    /// Of the slot, the workshop, given name, family name, organisation, address and state.
    pub headings: [String; 7],
    pub seated: String,
    pub waiting: String,
}

impl Planner {
    /// The bookings for an event as a table: a line for each, those of a workshop together.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_bookings(
        &self,
        access: &EventAccess<Reads>,
        texts: BookingTexts,
    ) -> Result<Export> {
        let found = self.booking_overview(access).await?;
        let mut rows = vec![texts.headings.map(ExportCell::Text).to_vec()];
        for slot in found.slots() {
            for (offer, workshop) in found.offers_in(slot.id) {
                rows.extend(found.booked(offer).into_iter().map(|booked| {
                    let person = &booked.registration.person;
                    let organisation = person.organisation_name.as_ref();
                    let state = match booked.state {
                        BookingState::Seated => texts.seated.clone(),
                        BookingState::Waiting { place } => format!("{} {place}", texts.waiting),
                    };
                    let address = if person.address.is_stand_in() {
                        String::new()
                    } else {
                        person.address.to_string()
                    };
                    let cells = [
                        slot_name(slot),
                        workshop.details.title.to_string(),
                        person.given_name.to_string(),
                        person.family_name.to_string(),
                        organisation.map(ToString::to_string).unwrap_or_default(),
                        address,
                        state,
                    ];
                    cells.map(ExportCell::Text).to_vec()
                }));
            }
        }
        Ok(Export {
            name: format!("{}-bookings", found.event.slug),
            rows,
        })
    }
}
