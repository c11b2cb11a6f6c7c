//! The people of a café by the names that forms show.

use std::collections::HashMap;

use model::{Fault, RegistrationId};
use planner::cafes::{Cafe, distinct_names};

/// The people of a café, and those whom its set-up still names, by their names in forms.
pub struct Names {
    shown: HashMap<RegistrationId, String>,
    /// By what may be typed, in small letters.
    typed: HashMap<String, Vec<RegistrationId>>,
}

impl Names {
    pub fn of(cafe: &Cafe) -> Self {
        let mut names = Self {
            shown: HashMap::new(),
            typed: HashMap::new(),
        };
        for (person, name) in cafe.people.iter().zip(distinct_names(&cafe.people)) {
            names.add(person.id, name.clone());
            names.may_be_typed(&name, person.id);
            names.may_be_typed(&person.name(), person.id);
            let reversed = format!("{}, {}", person.family_name, person.given_name);
            names.may_be_typed(&reversed, person.id);
        }
        for person in cafe.former_of_set_up() {
            names.add(person.id, person.name.clone());
            names.may_be_typed(&person.name, person.id);
        }
        names
    }

    fn add(&mut self, person: RegistrationId, name: String) {
        self.shown.insert(person, name);
    }

    fn may_be_typed(&mut self, name: &str, person: RegistrationId) {
        let people = self.typed.entry(search_key(name)).or_default();
        if !people.contains(&person) {
            people.push(person);
        }
    }

    /// The name that a form shows; `None` for somebody who is not known here.
    pub fn name_of(&self, person: RegistrationId) -> Option<String> {
        self.shown.get(&person).cloned()
    }

    /// The person of a typed name.
    pub fn find(&self, typed: &str) -> Result<RegistrationId, Fault> {
        let people = self.typed.get(&search_key(typed));
        match people.map(Vec::as_slice) {
            Some([person]) => Ok(*person),
            Some(people) => Err(Fault::SeveralPeople {
                names: people.iter().filter_map(|id| self.name_of(*id)).collect(),
            }),
            None => Err(Fault::NoSuchPerson),
        }
    }

    /// The people of a field, which may have several names with commas between them.
    pub fn find_all(&self, typed: &str) -> Result<Vec<RegistrationId>, Fault> {
        match self.find(typed) {
            Err(Fault::NoSuchPerson) if typed.contains([',', ';']) => typed
                .split([',', ';'])
                .filter(|name| !name.trim().is_empty())
                .map(|name| self.find(name))
                .collect(),
            found => found.map(|person| vec![person]),
        }
    }
}

fn search_key(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
