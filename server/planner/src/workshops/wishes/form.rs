//! Wishes that somebody names in the form with which they register.

use jiff::Timestamp;
use model::{
    Event, Registration, RegistrationInput,
    workshops::{WishChange, WishChoice, WishList},
};
use store::Reader;

use crate::{PlannerError, Result, events::LockedEvent, registrations::NewRegistration};

/// Refuses wishes that cannot come true. The fields are `wishes[0]`, `wishes[1]` and so on. Wishes that are too late are
/// no reason to refuse a registration: they are left out when it is confirmed.
pub(crate) async fn check_wishes_of_form(
    reader: &mut Reader,
    event: &Event,
    new: &NewRegistration,
    now: Timestamp,
) -> Result<()> {
    let setup = reader.wish_setup(event.id).await?;
    let setup = setup.ok_or(PlannerError::NotFound)?;
    if !setup.is_open(event, now) {
        return Ok(());
    }
    let programme = reader.programme(event.id).await?;
    let choice = WishChoice::of(&programme, &new.person.name());
    let order = WishChange::Order(new.wishes.clone());
    let checked = WishList::default().after(order, &choice);
    checked.map_err(|faults| faults.at(|field| field.replace("ranked", "wishes")))?;
    Ok(())
}

impl LockedEvent<'_> {
    /// Takes over the wishes of forms that their owners confirm, before others that the people have. They count if they
    /// were in time when the form was sent. Those that cannot come true any more are left out.
    pub(crate) async fn take_over_wishes(
        &mut self,
        forms: &[(&Registration, &RegistrationInput)],
    ) -> Result<()> {
        if forms.is_empty() {
            return Ok(());
        }
        let Some(setup) = self.tx.wish_setup(self.event.id).await? else {
            return Ok(());
        };
        let sent_in_time = |input: &RegistrationInput| setup.is_open(&self.event, input.consent.1);
        let in_time: Vec<_> = forms
            .iter()
            .filter(|(_, input)| sent_in_time(input))
            .collect();
        if in_time.is_empty() {
            return Ok(());
        }
        let programme = self.tx.programme(self.event.id).await?;
        let now = self.planner.now();
        for (registration, input) in in_time {
            let choice = WishChoice::of(&programme, &registration.person.name());
            let wishes = input.wishes.iter().copied();
            let wishes = wishes.filter(|workshop| choice.check(*workshop).is_ok());
            let order = WishChange::Order(wishes.collect());
            self.tx.lock_wishes(registration.id, now).await?;
            let before = self.tx.wishes(registration.id).await?;
            let after = before.after(order, &choice)?;
            self.tx.save_wishes(registration.id, &after).await?;
        }
        Ok(())
    }
}
