# The pages of a world café.

event-tab-cafe = World café
event-tab-cafe-set-up = Set-up
event-tab-cafe-plan = Plan

# Columns of the table of seats.
cafe-table-round = Round
cafe-table-table = Table

cafe-files = Download
    .hint = Anybody can check the plan with “treffpunkt groups rotate”. The JSON files contain no names.
cafe-file-seats = Seats (CSV)
cafe-file-plan = Plan (JSON)
cafe-file-problem = Problem (JSON)
cafe-file-check = For checking (JSON)
