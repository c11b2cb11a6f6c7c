//! What can be wrong with what a person typed. The screens say it in the person's language.

use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::TextVariable;

/// What is wrong with one value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Nothing was entered where something is needed.
    Missing,
    /// No answer was chosen where one is needed.
    NoChoice,
    /// A box was left open that has to be ticked.
    NotTicked,
    /// More characters than fit.
    TooLong { most: usize },
    /// Markdown whose quotations, lists and emphasis are nested deeper than this, or that has too many tags or
    /// cells.
    TooNested { most: usize },
    /// A number under the smallest or over the largest that makes sense.
    OutOfRange { least: i64, most: i64 },
    /// Not a whole number.
    NoNumber,
    /// A text names a variable that there is none of.
    NoSuchVariable { name: String },
    /// A variable that is a secret, or has several lines, in a subject.
    NotInOneLine { variable: TextVariable },
    /// A variable that not every mail about an event has.
    NotInOwnWords { variable: TextVariable },
    /// Not an e-mail address that mail can be sent to.
    NoAddress,
    /// Letters before the `@` that not every mail server takes.
    LocalPartNotAscii,
    /// More characters before the `@` than a sender's address may have.
    LocalPartTooLong { most: usize },
    /// Not a date.
    NoDate,
    /// Not a time of day.
    NoTime,
    /// Not a time zone of the IANA database.
    NoTimeZone,
    /// Not an address of a web page that begins with https:// or http://.
    NoUrl,
    /// Control characters, or line breaks where there must be one line.
    Unprintable,
    /// Not one of the offered choices.
    NoSuchChoice,
    /// The clocks skip this local time. The nearest times that exist.
    SkippedTime { before: String, after: String },
    /// The clocks go back and show this local time twice.
    TwiceTime { first: String, second: String },
    /// Invitations would go out when nobody can answer them any more.
    AfterClosing,
    /// A time at which something should happen, and that is over.
    AlreadyOver,
    /// A published event cannot be moved to a time that is over.
    InThePast,
    /// Items of the agenda, by their titles, would be on days that the event does not have.
    AgendaOutside { items: Vec<String> },
    /// The event does not take place on this day.
    NoDayOfEvent,
    /// Options that would no longer be offered, each with how many people have chosen it.
    OptionsChosen { chosen: Vec<(String, u32)> },
    /// The only owner of a network stays its owner.
    LastOwner,
    /// The end of an item of the agenda is not the one that its length gives, which is this.
    EndDisagrees { minutes: u32, ends: Time },
    /// The end is not after the beginning.
    EndsBeforeStart,
    /// A round that has to come after this one.
    NotAfterRound { round: u32 },
    /// Somebody is to be there again who does not go.
    ReturnsWithoutLeaving,
    /// The registration window closes after the event is over, or before it opens.
    WindowOutside,
    /// More seats are held for organisations than there are seats.
    ContingentsExceedCapacity { capacity: u32 },
    /// More seats are held for organisations than are left. How many could be.
    ContingentsExceedFree { free: u32 },
    /// Fewer seats than are taken already.
    FewerThanTaken { taken: u32 },
    /// Fewer things, one on each line, than are needed.
    TooFew { least: usize },
    /// Fewer people than are needed.
    TooFewPeople { least: usize },
    /// Nobody of this name is registered.
    NoSuchPerson,
    /// Several people have this name. The names that tell them apart.
    SeveralPeople { names: Vec<String> },
    /// No organisation of the network, or of the table, has this short name.
    NoSuchOrganisation { name: String },
    /// An organisation would be a part of itself.
    PartOfItself,
    /// Two contacts that both registered for the same events, by their titles.
    BothRegistered { events: Vec<String> },
    /// More entries than there can be.
    TooManyEntries { most: usize },
    /// More people than places that are held for their organisation. How many of those nobody has.
    FewerPlaces { left: u32 },
    /// The same thing twice where once is possible.
    Twice,
    /// A slot at the same time as another one. When that begins and ends.
    SlotOverlaps { starts: DateTime, ends: DateTime },
    /// The event has slots or workshops already.
    ProgrammeExists,
    /// A table names a slot that the event does not have.
    NoSuchSlot { entry: String },
    /// Several slots begin then.
    SeveralSlots { entry: String },
    /// A line of a table with several rooms, but not one for each slot.
    RoomsPerSlot { rooms: usize, slots: usize },
    /// No workshop has this title.
    NoSuchWorkshop { title: String },
    /// Neither yes nor no.
    NoYesOrNo,
    /// The second offer of a workshop in one slot.
    OfferedTwice,
    /// The time for wishes is over. When it ended.
    WishesClosed { closed: DateTime },
    /// A workshop that is called off.
    CalledOff,
    /// The person leads this workshop at that time.
    LeadsThen { title: String },
    /// The person has booked a seat at this time.
    HasBooked,
    /// An organiser needs the person elsewhere at this time.
    BusyThen { starts: DateTime },
    /// The person has booked the same workshop in another slot. When that begins.
    BookedThen { starts: DateTime },
    /// A workshop that nobody attends beside one that the person has booked.
    ExcludesBooked { title: String },
    /// No seat is left in a workshop for this person.
    WorkshopFull,
    /// The slot has begun: its seats are not booked any more.
    SlotBegan,
    /// The person sits in another workshop by now.
    SeatMoved,
    /// Nobody offers this swap any more.
    SwapGone,
    /// A swap that a rule does not allow, or that does not fit what organisers prepare. Participants are not told which.
    SwapRefused,
    /// People have booked seats in a slot. How many they are, with those who wait.
    SlotBooked { people: u32 },
    /// Wishes would close after the first slot that they are for begins.
    ClosesAfterSlot,
    /// A rule that cannot be kept beside those that there are.
    ContradictsRules,
    /// A minimum above the maximum.
    AboveMaximum { most: u32 },
    /// The person must agree before we may keep what they enter.
    ConsentNeeded,
    /// Lines or columns of a table that cannot be as they are; the page names each.
    FaultyTable,
    /// A spreadsheet's own file of a format that is not read.
    OtherWorkbook,
    /// A file that is damaged or protected by a password.
    UnreadableFile,
    /// A file with nothing in it.
    EmptyFile,
    /// A PDF where a table is needed.
    PdfFile,
    /// A page of the web where a table is needed.
    WebPageFile,
    /// Another file that is no table.
    BinaryFile,
    /// A distribution list whose contacts are chosen one by one has no rule.
    RuleOfFixedList,
    /// Not a version of the privacy text.
    NoVersion,
    /// A quotation mark in a line of a table that is not closed.
    UnclosedQuote { line: u64 },
    /// More lines than a table may have.
    TooManyLines { most: usize },
    /// More columns than a table may have.
    TooManyColumns { most: usize },
    /// More characters than a cell may have.
    CellTooLong { line: u64, most: usize },
    /// A table or a file that is too large, unpacked if it is packed.
    TooLarge { megabytes: usize },
    /// A file that is no picture that can be shown.
    UnusablePicture(PictureFault),
    /// A file that is neither a PDF nor a picture.
    UnusableAttachment { name: String },
    /// Files that are too large to be sent together.
    AttachmentsTooLarge { megabytes: usize },
    /// More files than are sent together.
    TooManyAttachments { most: usize },
    /// An uploaded file that was not sent in time, and is deleted.
    AttachmentGone,
    /// A network has as many logos as it may have.
    TooManyLogos { most: usize },
}

/// Why an uploaded file is no picture that can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureFault {
    /// More bytes than a picture may have.
    TooLarge { kilobytes: usize },
    /// More pixels on a side than a picture may have.
    TooManyPixels { most: u32 },
    /// Neither PNG nor JPEG nor SVG.
    OtherFormat,
    /// Damaged.
    Unreadable,
    /// An SVG with text, embedded pictures, filters, patterns or markers.
    UnsupportedElement,
    /// An SVG with too many elements.
    TooComplex,
    /// Nothing is drawn.
    Empty,
}

/// What is wrong with a form: the faults, each with the name of its field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faults(Vec<(String, Fault)>);

impl Faults {
    /// No fault so far.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// A single fault.
    pub fn one(field: impl Into<String>, fault: Fault) -> Self {
        Self(vec![(field.into(), fault)])
    }

    /// Notes a fault of a field.
    pub fn add(&mut self, field: impl Into<String>, fault: Fault) {
        self.0.push((field.into(), fault));
    }

    /// Keeps a value that parsed; notes the fault of one that did not.
    pub fn keep<T>(&mut self, field: &str, parsed: Result<T, Fault>) -> Option<T> {
        parsed.map_err(|fault| self.add(field, fault)).ok()
    }

    /// Takes over the faults of a part of the form.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// The same faults, each at another field: a form's input, for a field of the model.
    #[must_use]
    pub fn at(self, input_of: impl Fn(&str) -> String) -> Self {
        let moved = self.0.into_iter();
        Self(
            moved
                .map(|(field, fault)| (input_of(&field), fault))
                .collect(),
        )
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Fault)> {
        self.0.iter().map(|(field, fault)| (field.as_str(), fault))
    }

    /// The form's value, when all its parts parsed and nothing is wrong.
    pub fn or<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(self),
        }
    }
}
