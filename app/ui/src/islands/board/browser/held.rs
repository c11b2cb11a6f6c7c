//! A person who is held: every target shows what it would bring, and one of them is chosen.

use web_sys::{Element, HtmlElement};

use super::super::BoardText;
use super::board::{
    Board, Place, all, chip_around, clear_marks, document, find, mark, name_on, number, seat_of,
    send,
};
use super::costs::{Cost, Costs};

/// The person who is held.
#[derive(Debug)]
pub struct Held {
    board: Board,
    person: usize,
    /// From 0.
    pub round: usize,
    name: String,
    costs: Costs,
    over: Option<Place>,
    /// What follows the pointer. `None` with the keyboard.
    ghost: Option<HtmlElement>,
}

impl Held {
    /// Takes up the person of a chip and marks every target of the round.
    pub fn take_up(chip: &Element) -> Option<Self> {
        let board = Board::read()?;
        let (person, round) = seat_of(chip)?;
        let costs = board.plan.costs(person, round)?;
        let held = Self {
            name: name_on(chip),
            board,
            person,
            round,
            costs,
            over: None,
            ghost: None,
        };
        clear_marks();
        let _ = chip.class_list().add_1("held");
        let column = round + 1;
        for cell in all(&format!("#board td[data-round=\"{column}\"]")) {
            if let Some((cost, room)) = held.cost_of_cell(&cell) {
                mark(&room, &held.board.texts, cost);
            }
        }
        for chip in all(&format!(
            "#board td[data-round=\"{column}\"] .seat[data-person]"
        )) {
            let person = number(&chip, "data-person");
            let cost = person.and_then(|person| held.costs.people.get(person)?.as_ref());
            if let Some(cost) = cost {
                mark(&chip, &held.board.texts, cost);
            }
        }
        held.show_bar(None);
        Some(held)
    }

    fn cost_of_cell(&self, cell: &Element) -> Option<(&Cost, Element)> {
        let table = self.table_of(cell)?;
        let cost = self.costs.tables.get(table)?.as_ref()?;
        Some((cost, cell.query_selector(".room").ok()??))
    }

    /// The table of a cell.
    fn table_of(&self, cell: &Element) -> Option<usize> {
        let number = cell.get_attribute("data-table")?;
        self.board.tables.iter().position(|table| *table == number)
    }

    /// The target at an element: a chip of the round, or a table.
    fn target_at(&self, element: &Element) -> Option<(Place, Element)> {
        let cell = element.closest("#board td[data-round]").ok()??;
        if number(&cell, "data-round")? != self.round + 1 {
            return None;
        }
        let chip = chip_around(element)
            .and_then(|chip| Some((Place::Person(number(&chip, "data-person")?), chip)));
        let chip = chip.filter(|(place, _)| self.cost(*place).is_some());
        let target = chip.or_else(|| Some((Place::Table(self.table_of(&cell)?), cell)))?;
        self.cost(target.0).is_some().then_some(target)
    }

    fn cost(&self, place: Place) -> Option<&Cost> {
        match place {
            Place::Person(person) => self.costs.people.get(person)?.as_ref(),
            Place::Table(table) => self.costs.tables.get(table)?.as_ref(),
        }
    }

    /// Chooses the target at an element, or none.
    pub fn choose(&mut self, element: Option<&Element>) {
        let target = element.and_then(|element| self.target_at(element));
        let place = target.as_ref().map(|(place, _)| *place);
        if place == self.over {
            return;
        }
        self.over = place;
        for marked in all("#board .over") {
            let _ = marked.class_list().remove_1("over");
        }
        if let Some((_, element)) = &target {
            let _ = element.class_list().add_1("over");
        }
        self.show_bar(target);
    }

    /// Says who is held, and what the chosen target would bring.
    fn show_bar(&self, target: Option<(Place, Element)>) {
        let texts = &self.board.texts;
        let sentence = target.and_then(|(place, element)| {
            let table = table_name(&element)?;
            let (text, other) = match place {
                Place::Table(_) => (texts.of(BoardText::ToTable).to_owned(), String::new()),
                Place::Person(_) => {
                    let name = name_on(&element);
                    let text = texts.of(BoardText::ToSwap).replace("{name}", &name);
                    (text, name)
                }
            };
            let words = texts.words(self.cost(place)?, &other);
            Some(format!("{}: {words}.", text.replace("{table}", &table)))
        });
        let sentence =
            sentence.unwrap_or_else(|| texts.of(BoardText::Held).replace("{name}", &self.name));
        if let Some(bar) = find::<HtmlElement>("#held-bar") {
            bar.set_hidden(false);
        }
        set_text("#held-bar b", &self.name);
        set_text("#held-bar p:last-child", &sentence);
        set_text("#held-news", &sentence);
    }

    /// Shows the name at the pointer.
    pub fn follow(&mut self, x: i32, y: i32) {
        if self.ghost.is_none() {
            self.ghost = self.new_ghost();
        }
        if let Some(ghost) = &self.ghost {
            let place = format!("translate({}px, {}px)", x + 12, y + 8);
            let _ = ghost.style().set_property("transform", &place);
        }
        let below = document().and_then(|document| {
            #[expect(clippy::cast_precision_loss, reason = "coordinates of a screen")]
            document.element_from_point(x as f32, y as f32)
        });
        self.choose(below.as_ref());
    }

    fn new_ghost(&self) -> Option<HtmlElement> {
        use wasm_bindgen::JsCast;

        let document = document()?;
        let ghost: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        ghost.set_class_name("seat mine ghost");
        ghost.set_text_content(Some(&self.name));
        let _ = ghost.set_attribute("aria-hidden", "true");
        document.body()?.append_child(&ghost).ok()?;
        Some(ghost)
    }

    /// Makes the change of the chosen target, with the form of the page. Without a target nothing happens.
    pub fn put_down(self) {
        let values = self
            .over
            .and_then(|place| self.board.change(self.person, self.round, place));
        let Some(values) = values else {
            self.let_go();
            return;
        };
        self.clear("");
        // The keyboard goes on there once the page is the new one.
        let (round, person) = (self.round + 1, self.person);
        let chip = format!("#board [data-round=\"{round}\"] [data-person=\"{person}\"]");
        if let Some(chip) = find::<Element>(&chip) {
            let _ = chip.class_list().add_1("moved");
        }
        send("board-move", &values);
    }

    /// Ends without a change.
    pub fn let_go(self) {
        let news = self.board.texts.of(BoardText::LetGo);
        self.clear(&news.replace("{name}", &self.name));
    }

    /// Ends without a change and without a word.
    pub fn release(self) {
        self.clear("");
    }

    fn clear(&self, news: &str) {
        clear_marks();
        if let Some(ghost) = &self.ghost {
            ghost.remove();
        }
        if let Some(bar) = find::<HtmlElement>("#held-bar") {
            bar.set_hidden(true);
        }
        set_text("#held-news", news);
    }
}

/// The name of the table or workshop around an element: that of its cell, or of the row.
fn table_name(element: &Element) -> Option<String> {
    let cell = element.closest("td[data-round]").ok()??;
    if let Some(name) = cell.get_attribute("data-name") {
        return Some(name);
    }
    let row = cell.closest("tr").ok()??;
    row.query_selector("th b").ok()??.text_content()
}

fn set_text(selector: &str, text: &str) {
    if let Some(element) = find::<Element>(selector) {
        element.set_text_content(Some(text));
    }
}
