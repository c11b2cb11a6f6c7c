//! Buttons that change the rows of the form: topics, tables, the order of goals.

use ui::text::t;

use super::form::{CafeForm, TableRow, TopicRow, box_of};

/// A button that changes rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowButton<'a> {
    AddTopic,
    RemoveTopic(usize),
    /// The last table of the topic gets a twin.
    AddTable(usize),
    RemoveTable(usize, usize),
    GoalUp(&'a str),
    GoalDown(&'a str),
    /// Another field for a name in the new rule.
    AnotherPerson,
    /// Shows the fields that few tables need.
    Details,
}

impl<'a> RowButton<'a> {
    pub fn parse(action: &'a str) -> Option<Self> {
        let (name, argument) = action.split_once(':').unwrap_or((action, ""));
        match name {
            "add-topic" => Some(Self::AddTopic),
            "remove-topic" => argument.parse().ok().map(Self::RemoveTopic),
            "add-table" => argument.parse().ok().map(Self::AddTable),
            "remove-table" => {
                let (topic, table) = argument.split_once(':')?;
                Some(Self::RemoveTable(topic.parse().ok()?, table.parse().ok()?))
            }
            "goal-up" => Some(Self::GoalUp(argument)),
            "goal-down" => Some(Self::GoalDown(argument)),
            "another-person" => Some(Self::AnotherPerson),
            "details" => Some(Self::Details),
            _ => None,
        }
    }

    /// Whether the form is shown again before it is saved.
    pub const fn is_preview(self) -> bool {
        matches!(self, Self::AnotherPerson | Self::Details)
    }

    /// The place of the topic that the button is about, after [`CafeForm::press`].
    pub const fn topic(self, form: &CafeForm) -> Option<usize> {
        match self {
            Self::AddTopic => form.topics.len().checked_sub(1),
            Self::AddTable(topic) | Self::RemoveTable(topic, _) => Some(topic),
            _ => None,
        }
    }
}

/// Seats of the first table, where none gives an example.
const SEATS: &str = "6";

impl CafeForm {
    /// Changes the rows as a button says.
    pub fn press(&mut self, button: RowButton<'_>) {
        match button {
            RowButton::AddTopic => self.add_topic(),
            RowButton::RemoveTopic(topic) if topic < self.topics.len() => {
                self.topics.remove(topic);
            }
            RowButton::AddTable(topic) => {
                let name = self.next_table_name();
                if let Some(row) = self.topics.get_mut(topic) {
                    let like = row.tables.last().cloned();
                    row.tables.push(new_table(name, like));
                }
            }
            RowButton::RemoveTable(topic, table) => {
                if let Some(row) = self.topics.get_mut(topic)
                    && table < row.tables.len()
                {
                    row.tables.remove(table);
                }
            }
            RowButton::GoalUp(goal) => self.move_goal(goal, -1),
            RowButton::GoalDown(goal) => self.move_goal(goal, 1),
            RowButton::AnotherPerson => {
                let shown = self.rule.people.len().max(2);
                self.rule.people.resize(shown + 1, String::new());
            }
            RowButton::Details => self.detailed = box_of(true),
            RowButton::RemoveTopic(_) => {}
        }
    }

    /// A new topic has as many tables as the last one.
    fn add_topic(&mut self) {
        let last = self.topics.last().map(|topic| topic.tables.clone());
        let examples = last.unwrap_or_default();
        let count = examples.len().max(1);
        self.topics.push(TopicRow {
            name: t!("set-up-topic-new", number = self.topics.len() + 1),
            ..TopicRow::default()
        });
        for place in 0..count {
            let name = self.next_table_name();
            let like = examples.get(place).cloned();
            if let Some(topic) = self.topics.last_mut() {
                topic.tables.push(new_table(name, like));
            }
        }
    }

    fn next_table_name(&self) -> String {
        let tables = self.topics.iter().flat_map(|topic| &topic.tables);
        let named = tables.filter_map(|table| table.name.trim().parse::<u32>().ok());
        named.max().unwrap_or(0).saturating_add(1).to_string()
    }

    fn move_goal(&mut self, goal: &str, step: isize) {
        let Some(place) = self.goals.iter().position(|one| one == goal) else {
            return;
        };
        if let Some(other) = place.checked_add_signed(step)
            && other < self.goals.len()
        {
            self.goals.swap(place, other);
        }
    }
}

fn new_table(name: String, like: Option<TableRow>) -> TableRow {
    let like = like.unwrap_or_else(|| TableRow {
        most: SEATS.to_owned(),
        step_free: box_of(true),
        ..TableRow::default()
    });
    TableRow {
        number: String::new(),
        host: String::new(),
        name,
        ..like
    }
}

#[cfg(test)]
mod tests {
    use super::{CafeForm, RowButton};

    #[test]
    fn buttons_are_read_with_what_they_are_about() {
        assert_eq!(
            RowButton::parse("remove-table:2:11"),
            Some(RowButton::RemoveTable(2, 11))
        );
        assert_eq!(
            RowButton::parse("goal-up:mix"),
            Some(RowButton::GoalUp("mix"))
        );
        for other in [
            "",
            "save",
            "remove-table:2",
            "add-table:x",
            "try:more-tables",
        ] {
            assert_eq!(RowButton::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_goal_at_the_end_of_the_list_stays_there() {
        let goals = ["topics", "meetings", "mix"].map(str::to_owned);
        let mut form = CafeForm {
            goals: goals.to_vec(),
            ..CafeForm::default()
        };
        form.press(RowButton::GoalUp("topics"));
        form.press(RowButton::GoalDown("mix"));
        assert_eq!(form.goals, goals);
        form.press(RowButton::GoalUp("mix"));
        assert_eq!(form.goals, ["topics", "mix", "meetings"]);
    }
}
