// The metrics and their targets, in the order of the table.

export interface Target {
  what: string;
  bound: 'at least' | 'under';
  limit: number;
  unit: '/s' | 'ms' | 's' | 'kB' | 'MB' | '';
}

export const targets = {
  forms: { what: 'registration forms taken, one event, 32 at a time', bound: 'at least', limit: 1_000, unit: '/s' },
  seats: { what: 'seats given by a click, one event with a capacity, 32 at a time', bound: 'at least', limit: 1_000, unit: '/s' },
  formsCpu: { what: 'CPU of the server for a form', bound: 'under', limit: 1, unit: 'ms' },
  seatsCpu: { what: 'CPU of the server for a click', bound: 'under', limit: 1, unit: 'ms' },
  bothCpu: { what: 'CPU of the server for both', bound: 'under', limit: 2, unit: 'ms' },
  tooMany: { what: 'seats given too many', bound: 'under', limit: 1, unit: '' },
  hungUp: { what: 'registrations that fail while 24 clients hang up inside requests', bound: 'under', limit: 1, unit: '' },
  pages: { what: 'public event page, 32 at a time, compressed', bound: 'at least', limit: 3_000, unit: '/s' },
  pagesCpu: { what: 'CPU of the server for one', bound: 'under', limit: 1, unit: 'ms' },
  unchanged: { what: 'the same, unchanged since the last visit (304)', bound: 'at least', limit: 3_000, unit: '/s' },
  p99: { what: 'the same at 500/s, 99 of 100 answers', bound: 'under', limit: 20, unit: 'ms' },
  pagesBesideMarkdown: { what: 'public event page while 8 clients read the worst Markdown', bound: 'at least', limit: 1_000, unit: '/s' },
  worstMarkdown: { what: 'that Markdown, 99 of 100 answers', bound: 'under', limit: 250, unit: 'ms' },
  firstVisit: { what: 'bytes of a first visit of a public page, with style and headers', bound: 'under', limit: 40, unit: 'kB' },
  scripts: { what: 'scripts on it', bound: 'under', limit: 1, unit: '' },
  wasm: { what: 'WASM where an island is, with the evaluators of the boards, brotli', bound: 'under', limit: 150, unit: 'kB' },
  invitations: { what: '2,000 invitations composed and handed to a mail server', bound: 'under', limit: 20, unit: 's' },
  queue: { what: 'queue of 20,000 mails handed to a mail server', bound: 'at least', limit: 1_000, unit: '/s' },
  queueCpu: { what: 'CPU of the server for one', bound: 'under', limit: 1, unit: 'ms' },
  calendarQueue: { what: 'the same with calendar parts', bound: 'at least', limit: 1_000, unit: '/s' },
  calendarQueueCpu: { what: 'CPU of the server for one', bound: 'under', limit: 1, unit: 'ms' },
  import: { what: 'import of 5,000 lines', bound: 'under', limit: 30, unit: 's' },
  importCpu: { what: 'CPU of the server for a line', bound: 'under', limit: 3, unit: 'ms' },
  besideImport: { what: 'other writes beside the import, 99 of 100 answers', bound: 'under', limit: 100, unit: 'ms' },
  worstBesideImport: { what: 'the slowest of them', bound: 'under', limit: 100, unit: 'ms' },
  besidePublishing: { what: 'other writes beside publishing for 5,000 people, 99 of 100 answers', bound: 'under', limit: 100, unit: 'ms' },
  worstBesidePublishing: { what: 'the slowest of them', bound: 'under', limit: 100, unit: 'ms' },
  solveLeipzig: { what: 'plan of the Leipzig café, until the page is back', bound: 'under', limit: 1, unit: 's' },
  solveLarge: { what: 'plan of 500 people at 60 tables in four rounds', bound: 'under', limit: 10, unit: 's' },
  besideSolving: { what: 'public event page at 100/s while it is computed, 99 of 100 answers', bound: 'under', limit: 50, unit: 'ms' },
  board: { what: 'board of 500 people at 60 tables in four rounds', bound: 'under', limit: 100, unit: 'ms' },
  boardSize: { what: 'the same, compressed', bound: 'under', limit: 150, unit: 'kB' },
  placesOffered: { what: 'board of 500 people with the cost of every place for one of them', bound: 'under', limit: 300, unit: 'ms' },
  takenUp: { what: 'somebody taken up on that board, until the cost of every place in the round stands there', bound: 'under', limit: 100, unit: 'ms' },
  moveEvaluated: { what: 'cost of one place, in the browser', bound: 'under', limit: 16, unit: 'ms' },
  repair500: { what: 'ways to repair that plan with five people missing', bound: 'under', limit: 1, unit: 's' },
  assignCongress: { what: 'assignment of the congress by three fairnesses, until the page is back', bound: 'under', limit: 15, unit: 's' },
  assignmentPage: { what: 'page of that assignment, 500 people in 37 workshops', bound: 'under', limit: 100, unit: 'ms' },
  assignMemory: { what: 'memory after it', bound: 'under', limit: 1_000, unit: 'MB' },
  wishPage: { what: 'page of wishes for 37 workshops, without compression', bound: 'under', limit: 40, unit: 'kB' },
  wishes: { what: 'pages of wishes opened and saved in a minute, 16 at a time', bound: 'at least', limit: 5_000, unit: '' },
  contactsPage: { what: 'page of 20,000 contacts', bound: 'under', limit: 100, unit: 'ms' },
  contactSearch: { what: 'search for one of them', bound: 'under', limit: 100, unit: 'ms' },
  registrationsPage: { what: 'page of 2,000 registrations', bound: 'under', limit: 100, unit: 'ms' },
  message: { what: 'message to 2,000 people, until the last mail is handed to a mail server', bound: 'under', limit: 20, unit: 's' },
  memory: { what: 'memory with 20,000 contacts and 300 events, after a start', bound: 'under', limit: 150, unit: 'MB' },
  memoryAfterLoad: { what: 'the same after a load', bound: 'under', limit: 150, unit: 'MB' },
  start: { what: 'start until the first page', bound: 'under', limit: 300, unit: 'ms' },
} satisfies Record<string, Target>;

export type Metric = keyof typeof targets;

export function isMet({ bound, limit }: Target, value: number): boolean {
  return bound === 'at least' ? value >= limit : value < limit;
}

/** `1,234/s`, `12.3 ms`. Small values have a decimal. */
export function formatValue({ unit }: Target, value: number): string {
  const digits = unit === '' || value >= 100 ? 0 : unit === 'ms' && value < 10 ? 2 : 1;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' || unit === '/s' ? `${number}${unit}` : `${number} ${unit}`;
}
