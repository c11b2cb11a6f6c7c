# The pages of a world café.

event-tab-cafe = World café
event-tab-cafe-set-up = Set-up
event-tab-cafe-plan = Plan
