//! The texts of a programme and of its bookings as tables.

use model::Language;
use planner::workshops::{BookingTexts, ProgrammeColumn};
use ui::text::t;

/// The heading of a column.
pub fn column_name(language: Language, column: ProgrammeColumn) -> String {
    match column {
        ProgrammeColumn::Title => t!(language => "programme-column-title"),
        ProgrammeColumn::Description => t!(language => "programme-column-description"),
        ProgrammeColumn::Speakers => t!(language => "programme-column-speakers"),
        ProgrammeColumn::Topic => t!(language => "programme-column-topic"),
        ProgrammeColumn::Language => t!(language => "programme-column-language"),
        ProgrammeColumn::StepFree => t!(language => "programme-column-step-free"),
        ProgrammeColumn::Least => t!(language => "programme-column-least"),
        ProgrammeColumn::Most => t!(language => "programme-column-most"),
        ProgrammeColumn::OrganisationMost => {
            t!(language => "programme-column-organisation-most")
        }
        ProgrammeColumn::Slots => t!(language => "programme-column-slots"),
        ProgrammeColumn::Rooms => t!(language => "programme-column-rooms"),
        ProgrammeColumn::Clashes => t!(language => "programme-column-clashes"),
        ProgrammeColumn::Nothing => t!(language => "import-column-nothing"),
    }
}

/// The texts of a table of bookings.
pub fn booking_texts(language: Language) -> BookingTexts {
    BookingTexts {
        headings: [
            t!(language => "bookings-column-slot"),
            t!(language => "programme-column-title"),
            t!(language => "list-given-name"),
            t!(language => "list-family-name"),
            t!(language => "list-organisation"),
            t!(language => "list-address"),
            t!(language => "list-state"),
        ],
        seated: t!(language => "bookings-seated"),
        waiting: t!(language => "bookings-waits"),
    }
}

/// *Yes* and *no* in the cells.
pub fn yes_and_no(language: Language) -> (String, String) {
    (
        t!(language => "programme-yes"),
        t!(language => "programme-no"),
    )
}
