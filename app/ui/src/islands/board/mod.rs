//! The island of a board, of a world café or of workshops: people are dragged, or taken up with the keyboard, and every
//! target shows what it would bring.
//!
//! The page has the problem and the seats as numbers ([`groups::rotate::write_compact`],
//! [`groups::assign::write_compact`]). A change is made by the form that the page has for it, so the server decides.

#[cfg(feature = "hydrate")]
mod browser;

use leptos::prelude::*;

/// The id of the element that describes the board, within the part of the page that changes.
pub const DATA: &str = "board-data";

/// In `data-kind`: the board shows workshops. Any other one shows the tables of a café.
pub const WORKSHOPS: &str = "workshops";

/// The texts that the islands of all boards show, in the order of the lines of `data-texts`. `{n}`, `{signed}`, `{name}`
/// and `{table}` are replaced. Those of the board's kind follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoardText {
    /// In place of a cost: the change breaks a rule.
    Rule,
    BreaksARule,
    /// In place of a cost: the change breaks nothing but the number of people at tables.
    Size,
    BreaksSizes,
    Nothing,
    ToTable,
    ToSwap,
    Held,
    LetGo,
}

/// The further texts of the board of a café.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CafeText {
    /// The first of the short costs: for each [`Figure`] that of one, then that of several.
    Short = 9,
    /// The first of the costs in words: for each [`Figure`] one fewer, several fewer, one more, several more.
    Words = 19,
}

/// The further texts of the board of workshops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkshopText {
    /// In place of a cost: the assignment would be better, or worse.
    Better = 9,
    Worse,
    /// One standing in place of another: `{after}`, `{before}`.
    Instead,
    /// What the other one of an exchange gets: `{name}`, `{text}`.
    OfOther,
    /// The first of four: of the pairs of one organisation one fewer, several fewer, one more, several more.
    Colleagues,
    /// A seat for whoever had none: `{after}`.
    Gets = 17,
    /// No seat for whoever had one: `{before}`.
    Loses,
    NoSeat,
    NoWish,
    /// The first of the ranks of wishes.
    Rank,
}

/// A number that a change changes, in the order of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    Topics,
    Meetings,
    Repeats,
    Mix,
    OldFaces,
}

impl Figure {
    pub const ALL: [Self; 5] = [
        Self::Topics,
        Self::Meetings,
        Self::Repeats,
        Self::Mix,
        Self::OldFaces,
    ];
}

/// Follows the board of the page. The bar shows what is held, and over which target.
#[island]
pub fn BoardIsland() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| browser::start());
    view! {
        <div class="seat-bar held-bar" id="held-bar" hidden aria-hidden="true">
            <p><b></b></p>
            <p></p>
        </div>
        <p class="unseen" id="held-news" role="status"></p>
    }
}
