# The pages of a world café.

event-tab-cafe = World café
event-tab-cafe-set-up = Set-up
event-tab-cafe-plan = Plan

# Columns of the table of seats.
cafe-table-round = Round
cafe-table-table = Table
