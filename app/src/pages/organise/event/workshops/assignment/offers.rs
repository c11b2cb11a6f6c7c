//! Who attends what: the workshops of one time slot, with the people in each.

use std::collections::HashMap;

use leptos::prelude::*;
use model::{
    Registration, RegistrationId, SlotId, WorkshopId,
    assignment::AssignmentLock,
    workshops::{Offer, TimeSlot, Workshop},
};
use planner::assignments::AssignmentBoard;
use ui::{
    components::{DataTable, Notice, Tag, Tone},
    dates::dates,
    forms::last_result,
    text::{t, with_numbers_kept},
    visit::query,
};

use super::{super::slot_name, Shown, choices::shares, held, locks};

/// A person in a workshop, with the rank of their wish for it.
type Guest<'a> = (&'a Registration, Option<usize>);

/// The offers of one slot: the one that the address names, or the first.
pub(super) fn offers(shown: &Shown<'_>) -> Option<AnyView> {
    let board = shown.board;
    let version = board.version.as_ref()?;
    let programme = &board.assignment.programme;
    let slots = version.seating.slots.iter();
    let slots: Vec<&TimeSlot> = slots.filter_map(|&slot| programme.slot(slot)).collect();
    let asked = query("slot").unwrap_or_default();
    let asked = slots.iter().find(|slot| slot.id.to_string() == asked);
    let slot = *asked.or_else(|| slots.first())?;
    let (guests, without) = guests(board, slot);
    let chips = Chips::new(shown, slot.id);
    let seats: usize = guests.values().map(Vec::len).sum();
    let rows: Vec<_> = programme
        .offers_in(slot.id)
        .map(|(offer, workshop)| {
            let people = guests.get(&workshop.id).map(Vec::as_slice);
            row(&chips, (offer, workshop), people.unwrap_or_default())
        })
        .collect();
    let zone = board.assignment.event.details.time_zone.rules();
    let name = slot_name(slot, zone);
    let count = t!(
        "assignment-slot-count",
        workshops = rows.len(),
        seats = seats
    );
    let headings = vec![
        t!("workshops-column-workshop"),
        t!("assignment-column-seats"),
        t!("assignment-column-wishes"),
    ];
    let held = shown.may_drag().then(|| held::board(board, slot.id));
    Some(
        view! {
            <section class="stack" id="offers">
                <div class="head">
                    <h2>{name.clone()}" "<small class="soft">{count}</small></h2>
                    {slot_links(shown, &slots, slot)}
                </div>
                {moved()}
                <div class="row">
                    {unfold_link(shown, slot)}
                    {locks::lock_button(shown, AssignmentLock::Slot(slot.id))}
                    {shown.may_drag().then(|| view! { <p class="small soft when-dragging">{t!("assignment-drag")}</p> })}
                </div>
                <div id="board" class="workshop-board">
                    {without_seat(&chips, &without)}
                    <DataTable caption=name headings stacks=true grouped=true>{rows}</DataTable>
                    {held}
                </div>
            </section>
        }
        .into_any(),
    )
}

/// The people by their workshop in a slot, and those who attend the slot without one, in the order of names.
fn guests<'a>(
    board: &'a AssignmentBoard,
    slot: &TimeSlot,
) -> (HashMap<WorkshopId, Vec<Guest<'a>>>, Vec<&'a Registration>) {
    let programme = &board.assignment.programme;
    let seats: HashMap<RegistrationId, WorkshopId> = board
        .version
        .iter()
        .flat_map(|version| version.seating.all())
        .filter(|(_, offer)| offer.slot == slot.id && programme.offer(*offer).is_some())
        .map(|(person, offer)| (person, offer.workshop))
        .collect();
    let mut guests: HashMap<WorkshopId, Vec<Guest<'a>>> = HashMap::new();
    let mut without = Vec::new();
    let attending = board.problem.attending(slot.id);
    for person in &board.assignment.people {
        let Some(&workshop) = seats.get(&person.id) else {
            if attending.contains(&person.id) {
                without.push(person);
            }
            continue;
        };
        let list = board.assignment.lists.get(&person.id);
        let rank = list.and_then(|list| list.rank(workshop));
        guests.entry(workshop).or_default().push((person, rank));
    }
    (guests, without)
}

/// Links to the slots. Nothing for one slot.
fn slot_links(
    page: &Shown<'_>,
    slots: &[&TimeSlot],
    shown: &TimeSlot,
) -> Option<impl IntoView + use<>> {
    if slots.len() < 2 {
        return None;
    }
    let links: Vec<_> = slots
        .iter()
        .map(|slot| {
            let date = slot.starts.date();
            let day = dates().short_day(date, date);
            let current = (slot.id == shown.id).then_some("true");
            let href = format!("{}#offers", slot_path(page, slot));
            let time = slot.starts.strftime("%-H:%M").to_string();
            view! { <a href=href aria-current=current>{day}", "{time}</a> }
        })
        .collect();
    Some(view! { <nav class="segment" aria-label=t!("assignment-slots")>{links}</nav> })
}

/// What became of a change on the board.
fn moved() -> Option<impl IntoView + use<>> {
    let (text, tone) = match last_result()?.as_str() {
        "moved" => (t!("move-done"), Tone::Good),
        "meanwhile" => (t!("move-done.meanwhile"), Tone::Warn),
        "outdated" => (t!("move-done.outdated"), Tone::Warn),
        _ => return None,
    };
    Some(view! { <Notice tone><p role="status">{text}</p></Notice> })
}

/// The link that shows all people, or folds them away.
fn unfold_link(shown: &Shown<'_>, slot: &TimeSlot) -> impl IntoView + use<> {
    let path = slot_path(shown, slot);
    let (href, text) = if is_unfolded() {
        (format!("{path}#offers"), t!("assignment-fold"))
    } else {
        (format!("{path}&people=all#offers"), t!("assignment-unfold"))
    };
    view! { <a href=href>{text}</a> }
}

/// The board with one slot, and with the earlier version that is shown.
fn slot_path(shown: &Shown<'_>, slot: &TimeSlot) -> String {
    let board = shown.board;
    let event = board.assignment.event.id;
    let version = board.version.as_ref().filter(|_| !board.is_current());
    let version = version.map(|version| format!("version={}&", version.head.number));
    format!(
        "/organise/events/{event}/workshops/assignment?{}slot={}",
        version.unwrap_or_default(),
        slot.id
    )
}

/// Whether the address asks for the people of all workshops.
pub(super) fn is_unfolded() -> bool {
    query("people").is_some()
}

/// The people of a slot as chips.
struct Chips<'a> {
    shown: &'a Shown<'a>,
    board: &'a AssignmentBoard,
    slot: SlotId,
    /// The number of the column, as the island of boards counts.
    round: usize,
    /// By position in the problem.
    positions: HashMap<RegistrationId, usize>,
    /// Whose seat was changed last.
    moved: Option<RegistrationId>,
}

impl<'a> Chips<'a> {
    fn new(shown: &'a Shown<'a>, slot: SlotId) -> Self {
        let board = shown.board;
        let slots = &board.problem.slots;
        let position = slots.iter().position(|one| *one == slot);
        Self {
            shown,
            board,
            slot,
            round: position.map_or(0, |position| position + 1),
            positions: board.problem.people.iter().copied().zip(0..).collect(),
            moved: query("moved").and_then(|person| person.parse().ok()),
        }
    }

    fn chip(&self, (person, rank): Guest<'_>) -> AnyView {
        let event = self.board.assignment.event.id;
        let id = person.id;
        let href = format!(
            "/organise/events/{event}/workshops/assignment/{id}?slot={0}#slot-{0}",
            self.slot
        );
        let position = self.positions.get(&id).map(ToString::to_string);
        let class = if self.moved == Some(id) {
            "seat mine"
        } else {
            "seat"
        };
        let (short, long) = match rank {
            Some(rank) => (format!("{rank}."), t!("assignment-rank", rank = rank)),
            None => ("–".to_owned(), t!("assignment-no-wish")),
        };
        let content = view! {
            <span>{person.person.name()}</span>
            <abbr title=long>{short}</abbr>
        };
        // The page of a person is about the version that is edited.
        if !self.board.is_current() {
            return view! { <li><span class=class>{content}</span></li> }.into_any();
        }
        view! {
            <li><a class=class id=format!("p-{id}") href=href data-person=position>{content}</a></li>
        }
        .into_any()
    }

    /// Whether the people are shown without asking.
    fn are_open(&self, guests: &[Guest<'_>]) -> bool {
        is_unfolded()
            || guests
                .iter()
                .any(|(person, _)| self.moved == Some(person.id))
    }
}

fn row(
    chips: &Chips<'_>,
    (offer, workshop): (&Offer, &Workshop),
    guests: &[Guest<'_>],
) -> impl IntoView + use<> {
    let board = chips.board;
    let details = &workshop.details;
    let event = &board.assignment.event;
    let lang = event.details.language.tag();
    let href = format!("/organise/events/{}/workshops/{}", event.id, workshop.id);
    let about = [
        details.speakers.as_ref().map(ToString::to_string),
        (offer.room.as_ref()).map(|room| with_numbers_kept(room.as_str())),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let about = (!about.is_empty())
        .then(|| view! { <br/><small class="soft" lang=lang>{about.join(" · ")}</small> });
    let with = |is_meant: fn(Option<usize>) -> bool| {
        let guests = guests.iter().filter(|(_, rank)| is_meant(*rank));
        u32::try_from(guests.count()).unwrap_or(u32::MAX)
    };
    let by_rank = [
        ("rank-1", with(|rank| rank == Some(1))),
        ("rank-2", with(|rank| rank == Some(2))),
        ("rank-3", with(|rank| rank == Some(3))),
        ("rank-later", with(|rank| rank.is_none_or(|rank| rank > 3))),
    ];
    let [(_, first), (_, second), (_, third), (_, other)] = by_rank;
    let wishes = (!guests.is_empty()).then(|| {
        let text = t!(
            "assignment-ranks",
            first = first,
            second = second,
            third = third,
            other = other
        );
        view! { {shares(&by_rank)}<small class="soft">{text}</small> }
    });
    let title = details.title.to_string();
    let is_planned = board.assignment.programme.is_planned(offer.key);
    let locked = locks::is_locked(chips.shown, offer.key)
        .then(|| view! { " "<Tag text=t!("cafe-locked")/> });
    // Where nobody sits there is nothing to lock.
    let lock = AssignmentLock::Offer(offer.key);
    let lock = (!guests.is_empty()).then(|| locks::lock_button(chips.shown, lock));
    view! {
        <tbody>
            <tr>
                <th scope="row"><a href=href lang=lang>{title.clone()}</a>{locked}{about}</th>
                <td data-heading=t!("assignment-column-seats")>
                    {seats(workshop, guests.len(), is_planned)}
                    {lock}
                </td>
                <td class="whole" data-heading=t!("assignment-column-wishes")>{wishes}</td>
            </tr>
            <tr class="people">
                <td
                    class="whole"
                    colspan="3"
                    data-round=chips.round.to_string()
                    data-table=workshop.id.to_string()
                    data-name=title
                >
                    {names(chips, guests)}
                </td>
            </tr>
        </tbody>
    }
}

/// *25 von 25*, as a bar as well; and what is wrong with it.
fn seats(workshop: &Workshop, taken: usize, is_planned: bool) -> impl IntoView + use<> {
    let details = &workshop.details;
    let taken = u32::try_from(taken).unwrap_or(u32::MAX);
    let number = match details.most {
        Some(most) => {
            let text = t!("assignment-taken", n = taken, of = most);
            view! {
                <span>{text.clone()}</span>
                <meter min="0" max=most.to_string() value=taken.to_string() aria-hidden="true"></meter>
            }
            .into_any()
        }
        None => view! { <span>{taken}</span> }.into_any(),
    };
    let (least, most) = (details.least.unwrap_or(0), details.most);
    let state = if !is_planned {
        Some(t!("workshops-called-off"))
    } else if most.is_some_and(|most| taken > most) {
        Some(t!("assignment-too-many"))
    } else if taken == 0 && least > 0 {
        Some(t!("assignment-empty"))
    } else if taken < least {
        Some(t!("assignment-too-few", n = least))
    } else {
        None
    };
    let state = state.map(|state| view! { <small class="scarce">{state}</small> });
    view! { <div class="taken">{number}{state}</div> }
}

/// The people in a workshop, behind a fold.
fn names(chips: &Chips<'_>, guests: &[Guest<'_>]) -> AnyView {
    if guests.is_empty() {
        return view! { <p class="room"><span>{t!("assignment-nobody-there")}</span></p> }
            .into_any();
    }
    let people: Vec<_> = guests.iter().map(|guest| chips.chip(*guest)).collect();
    view! {
        <details class="names" open=chips.are_open(guests)>
            <summary class="room"><span>{t!("assignment-show-people", n = guests.len())}</span></summary>
            <ul class="seats">{people}</ul>
        </details>
    }
    .into_any()
}

/// Those who attend the slot and have no seat: they are taken from here.
fn without_seat(chips: &Chips<'_>, people: &[&Registration]) -> Option<impl IntoView + use<>> {
    if people.is_empty() {
        return None;
    }
    let names: Vec<_> = people
        .iter()
        .map(|person| chips.chip((person, None)))
        .collect();
    Some(view! {
        <div class="unseated" data-round=chips.round.to_string()>
            <h3>{t!("assignment-without-seat", n = people.len())}</h3>
            <ul class="seats">{names}</ul>
        </div>
    })
}
