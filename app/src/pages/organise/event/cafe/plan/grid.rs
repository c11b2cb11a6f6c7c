//! The grid: rounds × tables, grouped by topic, with everybody's seat.
//!
//! A chip is a link and nothing else, so that the board of 500 people stays small. Cells and chips carry the
//! positions of the solver (`data-round`, `data-table`, `data-person`), for a script.

use std::collections::{HashMap, HashSet};

use leptos::prelude::*;
use model::{
    RegistrationId,
    cafe::{BrokenRule, CafeTable, CafeTopic, Lock, TableNumber},
};
use planner::cafes::{PlanFigures, SeatOption};
use ui::{dates::clock, text::t};

use super::{Shown, cost, seats::SeatsByTable};

/// What is marked in the grid.
struct Marks {
    /// People who share a table again, by round.
    again: HashSet<(u32, RegistrationId)>,
    /// People of rules that are broken, by round.
    broken: HashSet<(u32, RegistrationId)>,
    /// Tables whose size or host breaks a rule, by round.
    tables: HashSet<(u32, TableNumber)>,
    locks: HashSet<Lock>,
}

impl Marks {
    fn new(shown: &Shown<'_>, figures: &PlanFigures) -> Self {
        let mut marks = Self {
            again: HashSet::new(),
            broken: HashSet::new(),
            tables: HashSet::new(),
            locks: shown.version.locks.iter().copied().collect(),
        };
        for pair in &figures.repeats {
            for round in &pair.rounds {
                marks
                    .again
                    .extend([(*round, pair.one), (*round, pair.other)]);
            }
        }
        for broken in &shown.version.broken {
            match broken {
                BrokenRule::Rule { rule, round } => {
                    let rule = shown.set_up.rules.iter().find(|one| one.number == *rule);
                    let people = rule.map(|rule| rule.kind.people()).unwrap_or_default();
                    marks
                        .broken
                        .extend(people.iter().map(|person| (*round, *person)));
                }
                BrokenRule::AnswerNeed { person, round } => {
                    marks.broken.insert((*round, *person));
                }
                BrokenRule::TooFew { table, round }
                | BrokenRule::TooMany { table, round }
                | BrokenRule::Host { table, round } => {
                    marks.tables.insert((*round, *table));
                }
            }
        }
        marks
    }
}

/// The board as a table, in a region that scrolls.
pub(super) fn grid(shown: &Shown<'_>, figures: &PlanFigures) -> impl IntoView + use<> {
    let grid = Grid {
        shown,
        marks: Marks::new(shown, figures),
        seats: SeatsByTable::new(shown),
        options: shown.options_by_target(),
        sizes: (0..=12).map(size_text).collect(),
        without_host: shown.board.problem.tables_without_host(shown.set_up),
        relative: shown.links.relative(),
        // The text is the same wherever it stands.
        lock: t!("cafe-locked"),
    };
    let rounds = shown.set_up.rounds.count;
    let topics = shown
        .set_up
        .topics
        .iter()
        .map(|topic| grid.topic(topic))
        .collect_view();
    let class = if rounds > 4 {
        "scroll board-scroll"
    } else {
        "scroll board-scroll fits"
    };
    view! {
        <div class=class tabindex="0" role="region" aria-label=t!("cafe-board")>
            <table class="cafe-board" data-version=shown.version.head.number.to_string()>
                <caption class="unseen">{t!("cafe-board")}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class="unseen">{t!("cafe-table-heading")}</span></th>
                        {headings(shown)}
                    </tr>
                </thead>
                {topics}
            </table>
        </div>
    }
}

fn headings(shown: &Shown<'_>) -> impl IntoView + use<> {
    let zone = &shown.board.cafe.event.details.time_zone;
    let schedule = shown.board.cafe.schedule(shown.set_up.rounds);
    let headings = schedule.rounds.into_iter().map(|round| {
        let times = format!(
            "{}–{}",
            clock(zone.clock(round.begins).time()),
            clock(zone.clock(round.ends).time())
        );
        let lock = shown
            .version
            .locks
            .contains(&Lock::Round {
                round: round.number,
            })
            .then(|| view! { " "<span class="fixed">{t!("cafe-locked")}</span> });
        view! {
            <th scope="col" class=shown.column(round.number)>
                <b>{t!("cafe-round", n = round.number)}</b>" "{times}{lock}
            </th>
        }
    });
    headings.collect_view()
}

struct Grid<'a> {
    shown: &'a Shown<'a>,
    marks: Marks,
    seats: SeatsByTable,
    /// What each target of the chosen seat brings.
    options: HashMap<(TableNumber, Option<RegistrationId>), &'a SeatOption>,
    sizes: Vec<String>,
    /// The tables whose hosts are not there any more.
    without_host: Vec<TableNumber>,
    relative: String,
    lock: String,
}

impl Grid<'_> {
    fn topic(&self, topic: &CafeTopic) -> impl IntoView + use<> {
        let set_up = self.shown.set_up;
        let tables: Vec<&CafeTable> = set_up
            .tables
            .iter()
            .filter(|table| table.topic == topic.number)
            .collect();
        let columns = set_up.rounds.count + 1;
        let which = match tables.as_slice() {
            [] => None,
            [one] => Some(t!("cafe-table", name = one.name.as_str())),
            [first, .., last] => Some(t!(
                "cafe-tables-range",
                first = first.name.as_str(),
                last = last.name.as_str()
            )),
        };
        let which = which.map(|which| view! { " "<small class="soft">"· "{which}</small> });
        let rows = tables.iter().map(|table| self.row(table)).collect_view();
        view! {
            <tbody>
                <tr class="group">
                    <th scope="rowgroup" colspan=columns.to_string()>{topic.name.to_string()}{which}</th>
                </tr>
                {rows}
            </tbody>
        }
    }

    fn row(&self, table: &CafeTable) -> impl IntoView + use<> {
        let room = table
            .room_and_language()
            .map(|room| view! { " "<span class="soft">{room}</span> });
        let host = table.host.map(|host| {
            let name = self.shown.people.name(host);
            let text = if self.shown.people.get(host).is_none() {
                t!("cafe-host-gone", name = name)
            } else if self.without_host.contains(&table.number) {
                t!("cafe-host-missing", name = name)
            } else {
                t!("cafe-host", name = name)
            };
            view! { <small>{text}</small> }
        });
        let cells = (1..=self.shown.set_up.rounds.count)
            .map(|round| self.cell(table, round))
            .collect_view();
        view! {
            <tr id=format!("t{}", table.number)>
                <th scope="row"><b>{t!("cafe-table", name = table.name.as_str())}</b>{room}{host}</th>
                {cells}
            </tr>
        }
    }

    fn cell(&self, table: &CafeTable, round: u32) -> impl IntoView + use<> {
        let (people, host_is_there) = self.seats.at(table, round);
        let here = people
            .iter()
            .filter(|person| self.shown.people.get(**person).is_some());
        let host = table
            .host
            .filter(|host| self.shown.people.get(*host).is_some());
        let size = here.count() + usize::from(host_is_there && host.is_some());
        let size = self
            .sizes
            .get(size)
            .cloned()
            .unwrap_or_else(|| size_text(size));
        let is_broken = self.marks.tables.contains(&(round, table.number));
        let is_locked = self.marks.locks.contains(&Lock::Table {
            table: table.number,
            round,
        });
        let choosing = self.shown.choice().filter(|(_, chosen)| *chosen == round);
        let note = match choosing {
            Some((person, _)) => self.here(table, (person, round)).into_any(),
            None => self.again(table, round).into_any(),
        };
        let chips = people
            .iter()
            .map(|person| self.chip(table, *person, round))
            .collect_view();
        let hot = choosing.is_some() && self.is_hot(table);
        let class = match (self.shown.column(round), hot) {
            (Some(_), true) => Some("at hot"),
            (Some(_), false) => Some("at"),
            (None, true) => Some("hot"),
            (None, false) => None,
        };
        let size = if is_broken {
            view! { <span class="broken">{size}</span> }.into_any()
        } else {
            view! { <span>{size}</span> }.into_any()
        };
        let lock = is_locked.then(|| view! { <span class="fixed">{self.lock.clone()}</span> });
        view! {
            <td class=class data-round=round.to_string() data-table=table.number.to_string()>
                <div class="room">{size}{lock}{note}</div>
                <ul class="seats">{chips}</ul>
            </td>
        }
    }

    /// How many see the topic again.
    fn again(&self, table: &CafeTable, round: u32) -> Option<impl IntoView + use<>> {
        let count = self.seats.see_again(table.number, round);
        (count > 0).then(|| view! { <span>{t!("cafe-topic-again", n = count)}</span> })
    }

    /// What it would bring to sit here.
    fn here(
        &self,
        table: &CafeTable,
        (person, round): (RegistrationId, u32),
    ) -> Option<impl IntoView + use<>> {
        let option = self.options.get(&(table.number, None))?;
        let goals = &self.shown.set_up.goals;
        let href = format!(
            "{}seat={round}.{person}&to=t{}#t{}",
            self.relative, table.number, table.number
        );
        let class = cost::verdict(&option.effect, goals).class();
        let cost = cost::short(&option.effect, goals);
        Some(view! {
            <a class="here" href=href>{t!("cafe-here")}" "<span class=class>{cost}</span></a>
        })
    }

    /// Whether the table is the chosen person's, or a target.
    fn is_hot(&self, table: &CafeTable) -> bool {
        self.options.contains_key(&(table.number, None))
            || self.shown.chosen_table() == Some(table.number)
    }

    fn chip(&self, table: &CafeTable, id: RegistrationId, round: u32) -> AnyView {
        let Some(person) = self.shown.people.get(id) else {
            let name = self.shown.people.name(id);
            return view! {
                <li><span class="seat gone"><span>{name}</span><small>{t!("cafe-gone-person")}</small></span></li>
            }
            .into_any();
        };
        let (code, organisation) = &self.shown.people.organisations[person.organisation];
        let option = self.options.get(&(table.number, Some(id)));
        let choosing = self.shown.choice().filter(|(_, chosen)| *chosen == round);
        let side = match option.filter(|_| choosing.is_some()) {
            Some(option) => {
                let goals = &self.shown.set_up.goals;
                let class = cost::verdict(&option.effect, goals).class();
                view! { <span class=class>{cost::short(&option.effect, goals)}</span> }.into_any()
            }
            None if code.is_empty() => ().into_any(),
            None => view! { <abbr title=organisation.clone()>{code.clone()}</abbr> }.into_any(),
        };
        let is_locked = self.marks.locks.contains(&Lock::Seat { person: id, round });
        let lock = is_locked.then(|| {
            view! { <span class="fixed"><span class="unseen">{self.lock.clone()}</span></span> }
        });
        let class = self.chip_class(id, round);
        let name = view! { <span>{person.name.clone()}</span> };
        if !self.shown.may_plan {
            return view! { <li><span class=class>{name}{lock}{side}</span></li> }.into_any();
        }
        let relative = &self.relative;
        let row = table.number;
        let href = match choosing {
            Some((chosen, _)) if chosen == id => "#seat-bar".to_owned(),
            Some((chosen, _)) if option.is_some() => {
                format!("{relative}seat={round}.{chosen}&to={id}#t{row}")
            }
            _ => format!("{relative}seat={round}.{id}#t{row}"),
        };
        view! {
            <li>
                <a class=class href=href data-person=person.position.to_string()>{name}{lock}{side}</a>
            </li>
        }
        .into_any()
    }

    fn chip_class(&self, id: RegistrationId, round: u32) -> String {
        let mut class = String::from("seat");
        let mut mark = |is: bool, name: &str| {
            if is {
                class.push(' ');
                class.push_str(name);
            }
        };
        mark(self.marks.again.contains(&(round, id)), "twice");
        mark(self.marks.broken.contains(&(round, id)), "broken");
        if let Some((chosen, chosen_round)) = self.shown.choice() {
            let is_chosen = chosen == id;
            mark(is_chosen && chosen_round == round, "mine");
            mark(is_chosen && chosen_round != round, "path");
            mark(self.shown.is_target(id, round), "target");
            mark(!is_chosen && self.seats.is_met(chosen, id), "met");
        }
        class
    }
}

fn size_text(size: usize) -> String {
    t!("cafe-size", n = size)
}
