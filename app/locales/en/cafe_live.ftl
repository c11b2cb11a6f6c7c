# The clock of a world café: screen and remote control.

clock-minutes = { $n } min
clock-paused = Paused
clock-alone = No connection since { $time }; the clock keeps running.

screen-title = Screen: { $event }
screen-cafe = World café
screen-time = { $time }
screen-sound = Turn sound on
screen-round = Round
screen-of = of { $n }
screen-round-n = Round { $n }
screen-item = { $title }, { $time }
screen-first-round = The first round begins
screen-not-published = Tables appear here once the plan is published.
screen-first-table = Your first table
screen-where-to = Time to move: where next?
screen-begins = Round { $round } begins at { $time }
screen-begins-soon = Round { $round } is about to begin
screen-then-change = At { $time } everybody changes tables. Table hosts stay.
screen-then-round = At { $time } everybody changes tables and round { $round } begins. Table hosts stay.
screen-then-over = The last round ends at { $time }.
screen-then-hand = The bell rings at the end of the round. Table hosts stay.
screen-over = That was the last round
screen-thanks = Thank you for your conversations.
screen-next-item = Next, at { $time }: { $title }
screen-room =
    { $n ->
        [one] { $room }: table { $tables }
       *[other] { $room }: tables { $tables }
    }

event-tab-cafe-live = Clock and screen
live-title = Clock and screen
live-clock = Clock
live-failed = That did not work: the server does not answer right now. The clock goes on; press again.
live-waiting = No answer from the server yet …
live-meanwhile = Not done: the clock had already moved on. This is what is on now.
live-revoked = The addresses are revoked. Screens that show them end within a minute.
live-nothing = No rounds yet
live-nothing-text = The clock follows the rounds of the set-up.
live-set-up = Go to the set-up
live-not-published = The plan is not published yet. Until then the screen shows the time only, and no names.
live-before = Before the first round
live-round = Round { $n } of { $of }
live-change = Changing to round { $n }
live-over = All rounds are over
live-planned = begins { $when }
live-until = until { $time }
live-to-change = End the round, change tables
live-begin-round = Begin round { $n }
live-early = The planned start is { $when }. If you begin now, the clock starts at once, on all screens and on the participants’ pages too.
live-begin-now = Begin now
live-end = End the last round
live-add-minute = + 1 min
live-pause = Pause
live-resume = Resume
live-ring = Ring the bell
live-back = One step back
live-by-itself = Automatic
live-automatic = Move on by the clock
live-bells = Bell two minutes before the end of a round and at its end
live-on = on
live-off = off
live-switch-on = Switch on
live-switch-off = Switch off
live-screen = On the screen
live-screen-text = Anybody with the address sees the clock and, while people change tables, everybody’s name and table, without signing in. A click on the screen turns its sound on.
live-make-link = Make an address
live-make-another-link = Make another address
live-address = Address of the screen
live-copy = Copy
live-qr-alt = QR code of the address
live-open = Open the screen
live-shown-once = The address is shown only now. If it is lost, make another one.
live-address-of = Address of the screen “{ $name }”
live-link-name = Where it stands
    .hint = For example hall or foyer. It tells you later which address is which.
live-links = Addresses that work
live-link-made = made on { $time }
live-link-unnamed = Screen without a name
live-revoke = Revoke
live-revoke-all = Revoke all addresses
live-revoked-one = The address is revoked. A screen that shows it ends within a minute; the others go on.
