# Paper and screens: what a world café prints.

event-tab-cafe-paper = Paper
paper-title = Paper and screens
paper-lead = To print on A4: page by page, or everything as one PDF file.
paper-nothing = There is no plan to print yet
    .text = Cards, signs and lists appear here as soon as people have seats.
    .action = Go to the plan
paper-is-published = This prints version { $n }, the one that participants see.
paper-is-draft = Draft: this prints version { $n }. Participants do not see it yet, and every sheet says “Draft”.
paper-newer = Version { $n } is already in progress.
paper-newer-link = Print version { $n }
paper-published-link = Print the published version
paper-cards = Rotation cards
paper-cards-about = { $n ->
    [one] One card
   *[other] { $n } cards
}, four to a sheet. Cut the pile along the lines and put the four parts on top of each other, the upper left one first: the cards are then in alphabetical order.
paper-signs = Table signs
paper-signs-about = { $n ->
    [one] One sign
   *[other] { $n } signs
} with number, topic, room and host.
paper-signs-codes = With a code each table takes notes on a phone. Make the links of the tables for that; from there you come back here with codes.
paper-signs-links = Links of the tables
paper-signs-print = Print table signs with these codes
paper-all-print = All paper with these codes
paper-with-codes = with QR codes
paper-without-codes = without QR codes
paper-pdf-without-codes = The table signs will have no QR code.
paper-tables = Lists by table
paper-tables-about = Who comes in which round: a sheet for each host.
paper-names = List by name
paper-names-about = Everybody with their tables, for the entrance.
paper-open = Open the print page
paper-pdf = Everything as a PDF
paper-pdf-parts = What goes into the file?
paper-pdf-writing = The file is being written. For hundreds of people this takes a few seconds.
paper-pdf-failed = That did not work. Please download the file again.
paper-pdf-load = Download the PDF
paper-pdf-lacks = { $n ->
    [one] One name has
   *[other] { $n } names have
} characters that the font of the PDF lacks, such as Chinese ones. Print these cards from the print page.
paper-changed = Changed cards only
paper-changed-about = After a change, only people with other seats need a new card.
paper-changed-since = Changed since
paper-changed-version = Version { $n }, { $when }
paper-changed-published = Published versions
paper-changed-drafts = Steps that were not published
paper-changed-show = Open the cards
paper-changed-pdf = Cards as PDF
paper-screens = Screens and clock
paper-screens-about = The round, the clock and, during a change, every name with its table, on any screen of the house.
paper-screens-link = Go to clock and screens
paper-print = Print
paper-back = Back
paper-sheets = { $n ->
    [one] One sheet
   *[other] { $n } sheets
}
paper-no-cards = Nobody sits elsewhere in this version. There is no card to print.
paper-empty = There is nothing to print.
paper-code = QR code: event page
paper-sign-code-alt = QR code: notes of this table

# On paper
paper-draft-mark = Draft, version { $n }
paper-table = Table
paper-table-title = Table { $table }
paper-round = Round { $n }
paper-round-time = Round { $n }, { $begins }–{ $ends }
paper-no-table = no table
paper-host = Host: { $name }
paper-host-in = Host { $rounds }: { $name }
paper-in-rounds = { $n ->
    [one] in round { $rounds }
   *[other] in rounds { $rounds }
}
paper-card-code = The programme on your phone: scan the code.
paper-card-guest = The number is your table. Its host stays and welcomes you.
paper-card-number = The number is your table.
paper-card-host = You host table { $table } and stay there in every round.
paper-card-host-in = The number is your table; you host table { $table } { $rounds }.
paper-sign-code = This table takes notes here: scan the code with a phone. No account needed.
paper-names-title = Who sits where
paper-name = Name
paper-organisation = Organisation
