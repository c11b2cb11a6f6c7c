# Managing registrations.
