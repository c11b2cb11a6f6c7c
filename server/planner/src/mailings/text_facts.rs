//! What a text can say of the people of an event.

use std::collections::BTreeSet;

use model::{
    Contact, Event, Language, Mailing, Network, Registration, TextVariable, VariableBody,
    VariableLine, VariableValues, dates,
};
use store::Reader;

use crate::{
    Planner, Result,
    cafes::ShownPlans,
    mail::{visits_as_text, ways_as_text},
    timetables::Timetables,
};

/// What the variables of a text stand for, looked up once for all people of an event. Links are left out: a link is
/// made for the mail that carries it.
#[derive(Debug)]
pub(crate) struct TextFacts {
    event: Event,
    network: Network,
    uses: BTreeSet<TextVariable>,
    /// Read only for texts that tell ways.
    plans: Option<ShownPlans>,
    /// Read only for texts that tell workshops.
    timetables: Option<Timetables>,
}

/// The variables of a mailing.
pub(super) fn variables_of(subject: &VariableLine, text: &VariableBody) -> BTreeSet<TextVariable> {
    let mut variables = subject.variables();
    variables.extend(text.variables());
    variables
}

impl TextFacts {
    pub(crate) async fn read(
        reader: &mut Reader,
        (network, event): (&Network, &Event),
        uses: BTreeSet<TextVariable>,
    ) -> Result<Self> {
        Ok(Self {
            event: event.clone(),
            network: network.clone(),
            plans: if uses.contains(&TextVariable::Way) {
                Some(ShownPlans::published(reader, event).await?)
            } else {
                None
            },
            timetables: if uses.contains(&TextVariable::Workshops) {
                Some(Timetables::read(reader, event).await?)
            } else {
                None
            },
            uses,
        })
    }

    /// The facts for the recipients of a mailing.
    pub(crate) async fn of_mailing(
        reader: &mut Reader,
        about: (&Network, &Event),
        mailing: &Mailing,
    ) -> Result<Self> {
        Self::read(reader, about, variables_of(&mailing.subject, &mailing.text)).await
    }

    pub(crate) fn uses(&self, variable: TextVariable) -> bool {
        self.uses.contains(&variable)
    }

    /// What the variables stand for, for somebody at the event. A name that nobody has confirmed is left out.
    pub(crate) fn of_registration(
        &self,
        planner: &Planner,
        registration: &Registration,
    ) -> VariableValues {
        let language = registration.person.language;
        let mut values = self.of_event(planner, language);
        if registration.confirmed_name().is_some() {
            let person = &registration.person;
            values.set(TextVariable::GivenName, person.given_name.as_str());
            values.set(TextVariable::FamilyName, person.family_name.as_str());
        }
        if let Some(plans) = &self.plans {
            let zone = self.event.details.time_zone.rules();
            let ways = plans.ways_of(registration.id);
            values.set(TextVariable::Way, ways_as_text(&ways, language, zone));
        }
        if let Some(timetables) = &self.timetables {
            let visits = timetables.visits_of(registration);
            let lines = visits_as_text(&visits, &self.event, language);
            values.set(TextVariable::Workshops, lines);
        }
        values
    }

    /// The same for a contact, who need not be registered.
    pub(crate) fn of_contact(&self, planner: &Planner, contact: &Contact) -> VariableValues {
        let person = &contact.person;
        let mut values = self.of_event(planner, person.language);
        if contact.confirmed_at.is_some() {
            values.set(TextVariable::GivenName, person.given_name.as_str());
            values.set(TextVariable::FamilyName, person.family_name.as_str());
        }
        values
    }

    /// What is the same for everybody who reads a language.
    fn of_event(&self, planner: &Planner, language: Language) -> VariableValues {
        let facts = planner.facts(&self.network, &self.event);
        let date = dates::span(&facts.start, &facts.end, language, &self.network.time_zone);
        let mut values = VariableValues::default();
        values.set(TextVariable::Event, facts.title);
        values.set(TextVariable::Date, date);
        values.set(TextVariable::Place, facts.place.unwrap_or_default());
        values
    }
}
