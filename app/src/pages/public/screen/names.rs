//! Everybody's name and table. Many names are turned in pages, by letter.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{Language, cafe::CafeSetUp, search_key};
use planner::cafes::ScreenSeat;
use ui::text::t;

/// How many names a page holds.
const PAGE: usize = 60;

/// How long a page is shown. The pages of an instant are the same on all screens.
const SECONDS: i64 = 10;

/// The names, with the tables of a round.
#[component]
pub fn Names(
    seats: Vec<ScreenSeat>,
    set_up: CafeSetUp,
    /// Counted from 1.
    round: u32,
    at: Timestamp,
    language: Language,
) -> impl IntoView {
    if seats.is_empty() {
        return view! { <p class="then">{t!(language => "screen-not-published")}</p> }.into_any();
    }
    let letters: Vec<char> = seats.iter().map(|seat| letter(&seat.family_name)).collect();
    let pages = pages(&letters);
    let labels: Vec<String> = pages
        .iter()
        .map(|page| label(&letters[page.clone()]))
        .collect();
    let count = i64::try_from(pages.len()).unwrap_or(1);
    let shown = usize::try_from(at.as_second().div_euclid(SECONDS).rem_euclid(count)).unwrap_or(0);
    let longest = pages.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    let (size, columns) = match longest {
        0..=24 => ("few", 2),
        25..=45 => ("some", 3),
        _ => ("many", 4),
    };
    // The style sheet knows so many rows.
    let rows = longest.div_ceil(columns).clamp(8, 15);
    let class = format!("names {size} rows-{rows}");
    let entries = pages.into_iter().enumerate().flat_map(|(page, places)| {
        let seats = seats[places].to_vec();
        seats.into_iter().map(move |seat| (page, seat))
    });
    let entries = entries.filter(|(_, seat)| seat.tables.iter().any(Option::is_some));
    let entries = entries.map(|(page, seat)| {
        let tables: Vec<&str> = seat
            .tables
            .iter()
            .map(|table| {
                let table = table.and_then(|table| set_up.table(table));
                table.map_or("", |table| table.name.as_str())
            })
            .collect();
        let round = usize::try_from(round).unwrap_or(1);
        let table = tables.get(round - 1).copied().unwrap_or_default();
        let distinction = seat.distinction.map(|added| format!(" ({added})"));
        let table = if table.is_empty() { "–" } else { table }.to_owned();
        view! {
            <li data-page=page data-tables=tables.join("\n") data-turned=page != shown>
                <span><b>{seat.family_name}</b>", "{seat.given_name}{distinction}</span>
                " "
                <b>{table}</b>
            </li>
        }
    });
    let labels = serde_json::to_string(&labels).unwrap_or_default();
    view! { <ol class=class data-pages=labels>{entries.collect_view()}</ol> }.into_any()
}

/// The letter under which a name is looked for.
fn letter(name: &str) -> char {
    let key = search_key(name);
    let first = key.chars().find(|letter| letter.is_alphabetic());
    first.map_or('#', |first| first.to_uppercase().next().unwrap_or(first))
}

fn label(letters: &[char]) -> String {
    match (letters.first(), letters.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
        (Some(first), _) => first.to_string(),
        _ => String::new(),
    }
}

/// Splits names into pages of about equal length, each of at most [`PAGE`]; between two letters where that is
/// possible.
fn pages(letters: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let mut from = 0;
    while from < letters.len() {
        let left = letters.len() - from;
        let share = left.div_ceil(left.div_ceil(PAGE));
        let most = (from + PAGE).min(letters.len());
        let borders = (from + 1..=most).filter(|at| letters.get(at - 1) != letters.get(*at));
        let wanted = from + share;
        let to = borders
            .min_by_key(|at| at.abs_diff(wanted))
            // A letter with more names than a page has room for is split, as is one far from the share.
            .filter(|at| left <= PAGE || at.abs_diff(wanted) <= share / 2)
            .unwrap_or(wanted.min(most));
        let to = if left <= PAGE { letters.len() } else { to };
        pages.push(from..to);
        from = to;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::{PAGE, label, letter, pages};

    fn names(counts: &[(char, usize)]) -> Vec<char> {
        counts
            .iter()
            .flat_map(|(letter, count)| std::iter::repeat_n(*letter, *count))
            .collect()
    }

    #[test]
    fn sixty_names_are_one_page() {
        assert_eq!(pages(&names(&[('A', 30), ('B', 30)])), vec![0..60]);
        assert!(pages(&[]).is_empty());
    }

    #[test]
    fn more_names_are_turned_by_letter() {
        let letters = names(&[('A', 20), ('B', 18), ('C', 25), ('D', 10)]);
        let pages = pages(&letters);
        assert_eq!(pages, [0..38, 38..73]);
        assert_eq!(label(&letters[pages[1].clone()]), "C – D");
    }

    #[test]
    fn each_name_is_on_one_page_whatever_the_letters() {
        for counts in [
            vec![('A', 500)],
            vec![('A', 1), ('B', 300), ('C', 1)],
            ('A'..='Z').map(|letter| (letter, 19)).collect(),
            vec![('A', 59), ('B', 1), ('C', 59), ('D', 1)],
        ] {
            let letters = names(&counts);
            let pages = pages(&letters);
            let mut next = 0;
            for page in &pages {
                assert_eq!(page.start, next);
                assert!((1..=PAGE).contains(&page.len()), "{pages:?}");
                next = page.end;
            }
            assert_eq!(next, letters.len());
        }
    }

    #[test]
    fn a_letter_is_that_of_the_list() {
        assert_eq!(letter("Çelik"), 'C');
        assert_eq!(letter("Öztürk"), 'O');
        assert_eq!(letter("'t Hooft"), 'T');
        assert_eq!(letter("12"), '#');
    }
}
