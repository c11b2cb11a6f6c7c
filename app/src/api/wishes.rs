//! Form actions of wishes: what a person wishes for, and how the organisers let people wish.

use model::{Fault, Faults, WorkshopId, local, workshops::WishChange, workshops::WishSetup};
use planner::workshops::{RecentlyReminded, WishSetupEdit};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::SeeOther,
    paths::PersonalPath,
    visit::{language, planner},
};

use super::{
    authorise::{by_link, organises_event},
    jobs::running_job,
};

/// A change of a wish list. Each button has a name and a value of its own; a form without one of them sends the rows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WishForm {
    /// The token of the personal link.
    pub token: String,
    /// What the programme on the page was searched for.
    pub search: String,
    /// A workshop, and the item of the agenda beside whose title the button is.
    pub add: String,
    pub remove: String,
    /// A workshop and its new rank.
    pub place: String,
    /// A slot.
    pub absent: String,
    pub attend: String,
    pub rows: Vec<RankRow>,
}

/// A wish and the rank that was typed for it. The rows are in the order of the page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RankRow {
    pub workshop: String,
    pub rank: String,
}

impl WishForm {
    fn parse(&self) -> Result<WishChange, AppError> {
        let workshop = |text: &str| text.parse().map_err(|_| AppError::Unreadable);
        let slot = |text: &str| text.parse().map_err(|_| AppError::Unreadable);
        Ok(if !self.add.is_empty() {
            WishChange::Add(workshop(self.offer().0)?)
        } else if !self.remove.is_empty() {
            WishChange::Remove(workshop(&self.remove)?)
        } else if let Some((moved, rank)) = self.place.split_once(' ') {
            WishChange::Move {
                workshop: workshop(moved)?,
                rank: rank.parse().map_err(|_| AppError::Unreadable)?,
            }
        } else if !self.absent.is_empty() {
            WishChange::Attend {
                slot: slot(&self.absent)?,
                attends: false,
            }
        } else if !self.attend.is_empty() {
            WishChange::Attend {
                slot: slot(&self.attend)?,
                attends: true,
            }
        } else if self.rows.is_empty() {
            // The list form has at least one row.
            return Err(AppError::Unreadable);
        } else {
            WishChange::Order(ranked(&self.rows)?)
        })
    }

    /// The workshop and the item of the button that adds a wish.
    pub fn offer(&self) -> (&str, &str) {
        self.add.split_once(' ').unwrap_or((&self.add, ""))
    }

    /// The part of the page that the button is in.
    fn anchor(&self) -> String {
        if !self.add.is_empty() {
            format!("offer-{}", self.offer().1)
        } else if !self.absent.is_empty() {
            format!("slot-{}", self.absent)
        } else if !self.attend.is_empty() {
            format!("slot-{}", self.attend)
        } else {
            "order".to_owned()
        }
    }
}

/// The workshops by the ranks that were typed. Wishes whose numbers were changed get them; the others keep their order
/// around them. Refuses a number that was typed twice.
fn ranked(rows: &[RankRow]) -> Result<Vec<WorkshopId>, AppError> {
    let mut faults = Faults::none();
    let mut places: Vec<Option<WorkshopId>> = vec![None; rows.len()];
    let mut kept = Vec::new();
    let most = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    for (index, row) in rows.iter().enumerate() {
        let field = format!("rows[{index}][rank]");
        let workshop = row.workshop.parse().map_err(|_| AppError::Unreadable)?;
        let rank = match row.rank.trim().parse::<usize>() {
            Ok(rank) if (1..=rows.len()).contains(&rank) => rank,
            Ok(_) => {
                faults.add(field, Fault::OutOfRange { least: 1, most });
                continue;
            }
            Err(_) => {
                faults.add(field, Fault::NoNumber);
                continue;
            }
        };
        if rank == index + 1 {
            kept.push(workshop);
        } else if places[rank - 1].replace(workshop).is_some() {
            faults.add(field, Fault::Twice);
        }
    }
    let mut kept = kept.into_iter();
    let ranked = places
        .into_iter()
        .filter_map(|place| place.or_else(|| kept.next()))
        .collect();
    Ok(faults.or(Some(ranked))?)
}

/// The name of the input that shows the faults of a field of the model: `ranked[2]` is the third row.
fn input_of(field: &str) -> String {
    let row = field.strip_prefix("ranked");
    row.map_or_else(|| field.to_owned(), |row| format!("rows{row}[rank]"))
}

/// Changes the wishes of the person with the link.
pub async fn change_wishes(form: &WishForm) -> Result<SeeOther, AppError> {
    let change = form.parse()?;
    let changed = planner().change_wishes(&by_link(&form.token), change).await;
    changed.map_err(|error| error.at_inputs(input_of))?;
    let paths = PersonalPath::of(&form.token, language());
    let page = paths.wishes(&form.search);
    Ok(SeeOther::page(format!("{page}#{}", form.anchor())))
}

/// How people wish, as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WishSetupForm {
    pub event: String,
    /// Empty if nothing is set up.
    pub revision: String,
    pub closes_date: String,
    pub closes_time: String,
    /// `first` or `second`: which of two instants is meant when the clocks go back. Otherwise empty.
    pub closes_which: String,
    pub least: String,
    pub shows_demand: Option<String>,
    pub allows_swaps: Option<String>,
    /// Empty: nobody is reminded by itself.
    pub reminder_days: String,
}

impl WishSetupForm {
    /// The stored values.
    pub fn of(setup: &WishSetup) -> Self {
        Self {
            event: setup.event.to_string(),
            revision: setup.revision.to_string(),
            closes_date: setup.closes.local.date().to_string(),
            closes_time: setup.closes.local.strftime("%H:%M").to_string(),
            closes_which: String::new(),
            least: setup
                .least
                .map(|least| least.to_string())
                .unwrap_or_default(),
            shows_demand: setup.shows_demand.then(|| "on".to_owned()),
            allows_swaps: setup.allows_swaps.then(|| "on".to_owned()),
            reminder_days: (setup.reminder.days_before)
                .map(|days| days.to_string())
                .unwrap_or_default(),
        }
    }

    fn parse(&self) -> Result<WishSetupEdit, Faults> {
        let mut faults = Faults::none();
        let date = faults.keep("closes_date", local::parse_date(&self.closes_date));
        let time = faults.keep("closes_time", local::parse_time(&self.closes_time));
        let least = faults.keep("least", WishSetup::LEAST.parse(&self.least));
        let days = WishSetup::REMINDER_DAYS.parse(&self.reminder_days);
        let days = faults.keep("reminder_days", days);
        let edit = date.zip(time).zip(least).zip(days);
        let edit = edit.map(|(((date, time), least), reminder_days)| WishSetupEdit {
            seen: self.revision.parse().ok(),
            closes: date.to_datetime(time),
            occurrence: self.closes_which.parse().ok(),
            least,
            shows_demand: self.shows_demand.is_some(),
            allows_swaps: self.allows_swaps.is_some(),
            reminder_days,
        });
        faults.or(edit)
    }

    /// The name of the input that shows the faults of a field of the model.
    fn input_of(field: &str) -> String {
        match field {
            "closes" => "closes_date".to_owned(),
            "occurrence" => "closes_which".to_owned(),
            field => field.to_owned(),
        }
    }
}

/// A reminder that is to be sent.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WishReminderForm {
    pub event: String,
    /// Whether those are reminded, too, who were a short time ago.
    pub again: Option<String>,
}

impl WishReminderForm {
    pub fn recently(&self) -> RecentlyReminded {
        match self.again {
            Some(_) => RecentlyReminded::RemindedAgain,
            None => RecentlyReminded::LeftOut,
        }
    }
}

/// Reminds everybody without wishes.
pub async fn remind_of_wishes(form: &WishReminderForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().remind_of_wishes(&access, form.recently()).await?;
    let page = format!("/organise/events/{event}/workshops/wishes?done=reminded");
    let page = SeeOther::page(page);
    Ok(running_job(event, &access, "reminder")
        .await?
        .unwrap_or(page))
}

/// Saves how people wish.
pub async fn save_wish_setup(form: &WishSetupForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let edit = form.parse()?;
    let saved = planner().save_wish_setup(&access, edit).await;
    saved.map_err(|error| error.at_inputs(WishSetupForm::input_of))?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/workshops/wishes?done=saved"
    )))
}

#[cfg(test)]
mod tests {
    use model::{Fault, WorkshopId};
    use ui::error::AppError;

    use super::{RankRow, ranked};

    fn id(number: u128) -> WorkshopId {
        uuid::Uuid::from_u128(number).into()
    }

    fn typed(ranks: &[&str]) -> Vec<RankRow> {
        (1..)
            .zip(ranks)
            .map(|(number, rank)| RankRow {
                workshop: id(number).to_string(),
                rank: (*rank).to_owned(),
            })
            .collect()
    }

    #[test]
    fn a_changed_number_moves_its_wish_and_the_others_make_room() {
        let order = |ranks: &[&str]| ranked(&typed(ranks)).unwrap();
        assert_eq!(order(&["1", "2", "3"]), [id(1), id(2), id(3)]);
        assert_eq!(order(&["1", "2", "1"]), [id(3), id(1), id(2)]);
        assert_eq!(order(&["3", " 2 ", "3"]), [id(2), id(3), id(1)]);
        assert_eq!(order(&["2", "1", "3"]), [id(2), id(1), id(3)]);
    }

    #[test]
    fn numbers_that_say_no_order_are_refused_beside_them() {
        let refused = ranked(&typed(&["3", "3", "x", "9"])).unwrap_err();
        let AppError::Invalid(faults) = refused else {
            panic!("no fault of a field");
        };
        let found: Vec<_> = faults
            .iter()
            .map(|(at, fault)| (at, fault.clone()))
            .collect();
        let range = Fault::OutOfRange { least: 1, most: 4 };
        assert_eq!(
            found,
            [
                ("rows[1][rank]", Fault::Twice),
                ("rows[2][rank]", Fault::NoNumber),
                ("rows[3][rank]", range),
            ]
        );
    }
}
