# Planning events.
