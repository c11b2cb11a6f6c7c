//! Texts of faults.

use model::{Fault, Language, PictureFault, dates::clock_name};

use super::t;
use crate::dates::{Dates, clock};

/// The sentence that a field shows for a fault.
#[expect(clippy::too_many_lines, reason = "a line or two for each fault")]
pub fn fault_text(language: Language, fault: &Fault) -> String {
    match fault {
        Fault::Missing => t!(language => "fault-missing"),
        Fault::NoChoice => t!(language => "fault-no-choice"),
        Fault::NotTicked => t!(language => "fault-not-ticked"),
        Fault::TooLong { most } => t!(language => "fault-too-long", most = *most),
        Fault::TooNested { most } => t!(language => "fault-too-nested", most = *most),
        Fault::OutOfRange { least, most } => {
            t!(language => "fault-out-of-range", least = *least, most = *most)
        }
        Fault::NoNumber => t!(language => "fault-no-number"),
        Fault::NotInOneLine { variable } => {
            t!(language => "fault-not-in-one-line", name = variable.placeholder(language))
        }
        Fault::NoSuchVariable { name } => {
            t!(language => "fault-no-such-variable", name = name.as_str())
        }
        Fault::NotInOwnWords { variable } => {
            t!(language => "fault-not-in-own-words", name = variable.placeholder(language))
        }
        Fault::NoAddress => t!(language => "fault-no-address"),
        Fault::LocalPartNotAscii => t!(language => "fault-local-part-not-ascii"),
        Fault::LocalPartTooLong { most } => {
            t!(language => "fault-local-part-too-long", most = *most)
        }
        Fault::NoDate => t!(language => "fault-no-date"),
        Fault::NoTime => t!(language => "fault-no-time"),
        Fault::NoTimeZone => t!(language => "fault-no-time-zone"),
        Fault::NoUrl => t!(language => "fault-no-url"),
        Fault::Unprintable => t!(language => "fault-unprintable"),
        Fault::NoSuchChoice => t!(language => "fault-no-such-choice"),
        Fault::SkippedTime { before, after } => {
            t!(language => "fault-skipped-time", before = before.as_str(), after = after.as_str())
        }
        Fault::TwiceTime { first, second } => {
            let (first, second) = (named_clock(language, first), named_clock(language, second));
            t!(language => "fault-twice-time", first = first, second = second)
        }
        Fault::NoSuchOrganisation { name } => {
            t!(language => "fault-no-such-organisation", name = name.as_str())
        }
        Fault::PartOfItself => t!(language => "fault-part-of-itself"),
        Fault::LastOwner => t!(language => "fault-last-owner"),
        Fault::AfterClosing => t!(language => "fault-after-closing"),
        Fault::AlreadyOver => t!(language => "fault-already-over"),
        Fault::InThePast => t!(language => "fault-in-the-past"),
        Fault::AgendaOutside { items } => {
            t!(language => "fault-agenda-outside", items = quoted(language, items))
        }
        Fault::NoDayOfEvent => t!(language => "fault-no-day-of-event"),
        Fault::OptionsChosen { chosen } => {
            let chosen: Vec<String> = chosen
                .iter()
                .map(|(option, people)| {
                    t!(language => "fault-option-chosen", option = option.as_str(), n = *people)
                })
                .collect();
            t!(language => "fault-options-chosen", chosen = chosen.join(", "))
        }
        Fault::EndDisagrees { minutes, ends } => {
            t!(language => "fault-end-disagrees", minutes = *minutes, ends = clock(*ends))
        }
        Fault::EndsBeforeStart => t!(language => "fault-ends-before-start"),
        Fault::ReturnsWithoutLeaving => t!(language => "fault-returns-without-leaving"),
        Fault::NotAfterRound { round } => t!(language => "fault-not-after-round", round = *round),
        Fault::WindowOutside => t!(language => "fault-window-outside"),
        Fault::ContingentsExceedCapacity { capacity } => {
            t!(language => "fault-contingents-exceed-capacity", capacity = *capacity)
        }
        Fault::ContingentsExceedFree { free } => {
            t!(language => "fault-contingents-exceed-free", free = *free)
        }
        Fault::FewerThanTaken { taken } => t!(language => "fault-fewer-than-taken", taken = *taken),
        Fault::TooFew { least } => t!(language => "fault-too-few", least = *least),
        Fault::TooFewPeople { least } => t!(language => "fault-too-few-people", least = *least),
        Fault::NoSuchPerson => t!(language => "fault-no-such-person"),
        Fault::SeveralPeople { names } => {
            t!(language => "fault-several-people", names = quoted(language, names))
        }
        Fault::FewerPlaces { left } => t!(language => "fault-fewer-places", left = *left),
        Fault::TooManyEntries { most } => t!(language => "fault-too-many-entries", most = *most),
        Fault::SlotOverlaps { starts, ends } => {
            let dates = Dates(language);
            let (day, times) = (dates.day(starts.date()), dates.span_of_item(*starts, *ends));
            t!(language => "fault-slot-overlaps", day = day, times = times)
        }
        Fault::ProgrammeExists => t!(language => "fault-programme-exists"),
        Fault::NoSuchSlot { entry } => t!(language => "fault-no-such-slot", entry = entry.as_str()),
        Fault::SeveralSlots { entry } => {
            t!(language => "fault-several-slots", entry = entry.as_str())
        }
        Fault::RoomsPerSlot { rooms, slots } => {
            t!(language => "fault-rooms-per-slot", rooms = *rooms, slots = *slots)
        }
        Fault::NoSuchWorkshop { title } => {
            t!(language => "fault-no-such-workshop", title = title.as_str())
        }
        Fault::NoYesOrNo => t!(language => "fault-no-yes-or-no"),
        Fault::OfferedTwice => t!(language => "fault-offered-twice"),
        Fault::WishesClosed { closed } => {
            t!(language => "fault-wishes-closed", closed = Dates(language).moment(*closed))
        }
        Fault::CalledOff => t!(language => "fault-called-off"),
        Fault::LeadsThen { title } => {
            t!(language => "fault-leads-then", title = title.as_str())
        }
        Fault::HasBooked => t!(language => "fault-has-booked"),
        Fault::BusyThen { starts } => {
            t!(language => "fault-busy-then", starts = Dates(language).moment(*starts))
        }
        Fault::BookedThen { starts } => {
            t!(language => "fault-booked-then", starts = Dates(language).moment(*starts))
        }
        Fault::ExcludesBooked { title } => {
            t!(language => "fault-excludes-booked", title = title.as_str())
        }
        Fault::WorkshopFull => t!(language => "fault-workshop-full"),
        Fault::SlotBegan => t!(language => "fault-slot-began"),
        Fault::SeatMoved => t!(language => "fault-seat-moved"),
        Fault::SwapGone => t!(language => "fault-swap-gone"),
        Fault::SwapRefused => t!(language => "fault-swap-refused"),
        Fault::SlotBooked { people } => t!(language => "fault-slot-booked", people = *people),
        Fault::ClosesAfterSlot => t!(language => "fault-closes-after-slot"),
        Fault::ContradictsRules => t!(language => "fault-contradicts-rules"),
        Fault::AboveMaximum { most } => t!(language => "fault-above-maximum", most = *most),
        Fault::BothRegistered { events } => {
            t!(language => "fault-both-registered", events = events.join(", "))
        }
        Fault::Twice => t!(language => "fault-twice"),
        Fault::ConsentNeeded => t!(language => "fault-consent-needed"),
        Fault::FaultyTable => t!(language => "fault-faulty-table"),
        Fault::OtherWorkbook => t!(language => "fault-other-workbook"),
        Fault::EmptyFile => t!(language => "fault-empty-file"),
        Fault::PdfFile => t!(language => "fault-pdf-file"),
        Fault::WebPageFile => t!(language => "fault-web-page-file"),
        Fault::BinaryFile => t!(language => "fault-binary-file"),
        Fault::UnclosedQuote { line } => {
            t!(language => "fault-unclosed-quote", line = *line)
        }
        Fault::RuleOfFixedList => t!(language => "fault-rule-of-fixed-list"),
        Fault::NoVersion => t!(language => "fault-no-version"),
        Fault::UnreadableFile => t!(language => "fault-unreadable-file"),
        Fault::TooManyLines { most } => t!(language => "fault-too-many-lines", most = *most),
        Fault::TooManyColumns { most } => t!(language => "fault-too-many-columns", most = *most),
        Fault::CellTooLong { line, most } => {
            t!(language => "fault-cell-too-long", line = *line, most = *most)
        }
        Fault::TooLarge { megabytes } => t!(language => "fault-too-large", megabytes = *megabytes),
        Fault::UnusablePicture(fault) => picture_fault_text(language, *fault),
        Fault::UnusableAttachment { name } => {
            t!(language => "fault-unusable-attachment", name = name.as_str())
        }
        Fault::AttachmentsTooLarge { megabytes } => {
            t!(language => "fault-attachments-too-large", megabytes = *megabytes)
        }
        Fault::TooManyAttachments { most } => {
            t!(language => "fault-too-many-attachments", most = *most)
        }
        Fault::AttachmentGone => t!(language => "fault-attachment-gone"),
        Fault::TooManyLogos { most } => t!(language => "fault-too-many-logos", most = *most),
    }
}

fn picture_fault_text(language: Language, fault: PictureFault) -> String {
    match fault {
        PictureFault::TooLarge { kilobytes } => {
            t!(language => "fault-picture-too-large", kilobytes = kilobytes)
        }
        PictureFault::TooManyPixels { most } => {
            t!(language => "fault-picture-too-many-pixels", most = most)
        }
        PictureFault::OtherFormat => t!(language => "fault-picture-other-format"),
        PictureFault::Unreadable => t!(language => "fault-picture-unreadable"),
        PictureFault::UnsupportedElement => t!(language => "fault-picture-unsupported-element"),
        PictureFault::TooComplex => t!(language => "fault-picture-too-complex"),
        PictureFault::Empty => t!(language => "fault-picture-empty"),
    }
}

/// The titles in quotation marks, separated by commas.
fn quoted(language: Language, titles: &[String]) -> String {
    let quoted = titles.iter().map(|title| match language {
        Language::De => format!("„{title}“"),
        Language::En => format!("“{title}”"),
    });
    quoted.collect::<Vec<_>>().join(", ")
}

/// A repeated time with the name of its clocks: *02:30 MESZ* for `02:30 CEST` in German.
pub(crate) fn named_clock(language: Language, time: &str) -> String {
    match time.split_once(' ') {
        Some((time, clock)) => format!("{time} {}", clock_name(clock, language)),
        None => time.to_owned(),
    }
}
