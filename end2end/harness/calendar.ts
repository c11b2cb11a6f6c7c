// Parses iCalendar with `ical.js`.
import ICAL from 'ical.js';

export interface Invitation {
  method: string | null;
  uid: string;
  sequence: number;
  status: string | null;
  summary: string;
  location: string | null;
  /** Addresses without `mailto:`. */
  organizer: string | null;
  attendees: string[];
  attendeeNames: string[];
  start: Date;
  end: Date;
  timeZone: string;
}

/** Parses a calendar with exactly one event. Throws if ical.js rejects it. */
export function readInvitation(text: string): Invitation {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent');
  if (events.length !== 1) throw new Error(`${events.length} events in the calendar`);
  const event = new ICAL.Event(events[0]!);
  const first = (name: string) => stringOrNull(event.component.getFirstPropertyValue(name));
  return {
    method: stringOrNull(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: first('status'),
    summary: event.summary,
    location: event.location,
    organizer: address(event.organizer),
    attendees: event.attendees.map((attendee) => address(attendee.getFirstValue()) ?? ''),
    attendeeNames: event.attendees.map((attendee) => attendee.getFirstParameter('cn') ?? ''),
    start: event.startDate.toJSDate(),
    end: event.endDate.toJSDate(),
    timeZone: event.startDate.zone?.tzid ?? 'floating',
  };
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function address(value: unknown): string | null {
  return stringOrNull(value)?.replace(/^mailto:/i, '') ?? null;
}
