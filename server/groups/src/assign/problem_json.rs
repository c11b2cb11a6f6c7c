//! A problem as the JSON that [`Problem::from_json`] parses.

use serde_json::{Map, Value, json};

use super::problem::{Fairness, Fill, Offer, Person, Problem, Stability, Workshop};
use super::seating::Seating;

impl Problem {
    /// The problem as JSON. What the format takes for granted is left out. Seats of a previous plan in workshops that are
    /// gone have no id and are left out, too.
    ///
    /// # Errors
    ///
    /// No error is expected: every value of a problem can be written.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        let mut root = Map::new();
        root.insert("slots".into(), json!(self.slots));
        let workshops = self.workshops.iter().map(|one| self.workshop(one));
        root.insert("workshops".into(), workshops.collect());
        let people = self.people.iter().map(|one| self.person(one));
        root.insert("people".into(), people.collect());
        root.insert("rules".into(), self.rules());
        root.insert(
            "fairness".into(),
            match self.fairness {
                Fairness::Leximin => "leximin",
                Fairness::RankMaximal => "rank-maximal",
                Fairness::Generous => "generous",
            }
            .into(),
        );
        root.insert(
            "fill".into(),
            match self.fill {
                Fill::Anything => "anything",
                Fill::WishesOnly => "wishes-only",
            }
            .into(),
        );
        if !self.previous.is_empty() {
            let seats = self.previous.iter();
            let seats = seats.filter_map(|(&(person, slot), &workshop)| {
                Some(self.seat(person, slot, workshop?))
            });
            root.insert(
                "previous".into(),
                json!({ "seats": seats.collect::<Value>() }),
            );
            root.insert(
                "stability".into(),
                match self.stability {
                    Stability::First => "first",
                    Stability::Last => "last",
                }
                .into(),
            );
        }
        if let Some(start) = &self.start {
            root.insert("start".into(), json!({ "seats": self.seats(start) }));
        }
        root.insert("limit".into(), json!(self.limit));
        root.insert("seed".into(), self.seed.into());
        serde_json::to_string(&Value::Object(root))
    }

    fn workshop(&self, workshop: &Workshop) -> Value {
        let mut object = Map::new();
        object.insert("id".into(), workshop.id.as_str().into());
        object.insert("slots".into(), self.slot_ids(&workshop.slots));
        if workshop.min > 0 {
            object.insert("min".into(), workshop.min.into());
        }
        let limits = [
            ("max", workshop.max),
            ("organisation_max", workshop.organisation_max),
        ];
        for (name, limit) in limits {
            if limit < u32::MAX {
                object.insert(name.into(), limit.into());
            }
        }
        if !workshop.clashes.is_empty() {
            object.insert("clashes".into(), self.workshop_ids(&workshop.clashes));
        }
        Value::Object(object)
    }

    fn person(&self, person: &Person) -> Value {
        let mut object = Map::new();
        object.insert("id".into(), person.id.as_str().into());
        if let Some(organisation) = person.organisation {
            let name = self.organisations[organisation].as_str();
            object.insert("organisation".into(), name.into());
        }
        object.insert("slots".into(), self.slot_ids(&person.slots));
        if let Some(allowed) = &person.workshops {
            object.insert("workshops".into(), self.workshop_ids(allowed));
        }
        let wishes = person.wishes.iter().map(|tie| match tie[..] {
            [one] => self.workshops[one].id.as_str().into(),
            _ => self.workshop_ids(tie),
        });
        object.insert("wishes".into(), wishes.collect());
        Value::Object(object)
    }

    fn rules(&self) -> Value {
        let offers = |offers: &[Offer]| {
            let offers = offers.iter().map(|offer| {
                json!({
                    "workshop": self.workshops[offer.workshop].id,
                    "slot": self.slots[offer.slot],
                })
            });
            offers.collect::<Value>()
        };
        let groups = |groups: &[Vec<usize>]| {
            let groups = groups.iter().map(|group| {
                let people = group.iter();
                people
                    .map(|&person| Value::from(self.people[person].id.as_str()))
                    .collect::<Value>()
            });
            groups.collect::<Value>()
        };
        let fixed = self.fixed.iter();
        let fixed = fixed.map(|seat| self.seat(seat.person, seat.slot, seat.workshop));
        json!({
            "fixed": fixed.collect::<Value>(),
            "open": offers(&self.open),
            "closed": offers(&self.closed),
            "together": groups(&self.together),
            "apart": groups(&self.apart),
        })
    }

    fn seats(&self, seating: &Seating) -> Value {
        let rows = seating.workshops.iter().enumerate();
        let seats = rows.flat_map(|(person, row)| {
            let row = row.iter().enumerate();
            row.filter_map(move |(slot, &workshop)| Some(self.seat(person, slot, workshop?)))
        });
        seats.collect()
    }

    fn seat(&self, person: usize, slot: usize, workshop: usize) -> Value {
        json!({
            "person": self.people[person].id,
            "slot": self.slots[slot],
            "workshop": self.workshops[workshop].id,
        })
    }

    fn slot_ids(&self, slots: &[usize]) -> Value {
        let ids = slots.iter().map(|&slot| self.slots[slot].as_str());
        ids.map(Value::from).collect()
    }

    fn workshop_ids(&self, workshops: &[usize]) -> Value {
        let ids = workshops.iter().map(|&index| &self.workshops[index].id);
        ids.map(|id| Value::from(id.as_str())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Problem;

    const EVERYTHING: &str = r#"{ "slots": ["A", "B"],
        "workshops": [{"id": "w1", "slots": ["A"], "min": 5, "max": 20, "organisation_max": 3, "clashes": ["w2"]},
                      {"id": "w2"}, {"id": "w3", "slots": ["B"]}],
        "people": [{"id": "p1", "organisation": "RIN", "slots": ["A"], "wishes": ["w2", ["w1", "w3"]]},
                   {"id": "p2", "workshops": ["w2"]}, {"id": "p3", "organisation": "RIN", "slots": []}],
        "rules": {"fixed": [{"person": "p2", "slot": "B", "workshop": "w2"}],
                  "open": [{"workshop": "w2", "slot": "A"}], "closed": [{"workshop": "w3", "slot": "B"}],
                  "together": [["p1", "p2"]], "apart": [["p1", "p3"]]},
        "fairness": "generous", "fill": "wishes-only", "stability": "first",
        "previous": {"seats": [{"person": "p1", "slot": "A", "workshop": "w1"}]},
        "start": {"seats": [{"person": "p1", "slot": "A", "workshop": "w2"}]},
        "limit": {"seconds": 3.5}, "seed": 7 }"#;

    #[test]
    fn a_problem_that_is_written_is_read_as_the_same() {
        let problem = Problem::from_json(EVERYTHING).unwrap();
        let written = problem.to_json().unwrap();
        assert_eq!(Problem::from_json(&written), Ok(problem));
    }
}
