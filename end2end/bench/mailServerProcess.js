// A minimal SMTP server (RFC 5321) that accepts every mail and parses mails only on request. Runs as a process of
// its own, in JavaScript so that every Node can run it.
import { createServer } from 'node:net';

const END = Buffer.from('\r\n.\r\n');
const mails = [];
let tellAt = Infinity;
/** The replies that wait until mails are accepted again; null while they are. */
let heldReplies = null;

const listener = createServer((socket) => {
  let rest = Buffer.alloc(0);
  let inMail = false;
  const answer = (line) => socket.write(`${line}\r\n`);
  socket.setNoDelay(true);
  socket.on('error', () => {});
  answer('220 bench ESMTP');
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = inMail ? rest.indexOf(END) : rest.indexOf('\r\n');
      if (end < 0) return;
      if (inMail) {
        take(rest.subarray(0, end));
        rest = rest.subarray(end + END.length);
        inMail = false;
        if (heldReplies) heldReplies.push(() => answer('250 taken'));
        else answer('250 taken');
        continue;
      }
      const command = rest.toString('latin1', 0, Math.min(end, 4)).toUpperCase();
      rest = rest.subarray(end + 2);
      if (command === 'EHLO') answer('250-bench\r\n250-8BITMIME\r\n250 SMTPUTF8');
      else if (command === 'DATA') answer('354 go on');
      else if (command === 'QUIT') socket.end('221 bye\r\n');
      else answer('250 ok');
      inMail = command === 'DATA';
    }
  });
});

function take(mail) {
  mails.push(mail);
  tell();
}

function tell() {
  if (mails.length < tellAt) return;
  tellAt = Infinity;
  process.send({ at: Date.now() });
}

function tokenOf(mail) {
  const text = mail.toString('latin1').replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return /\/confirm\/([\w-]+)/.exec(text)?.[1];
}

process.on('message', (asked) => {
  if (asked.hold) {
    heldReplies = [];
  } else if (asked.release) {
    for (const reply of heldReplies ?? []) reply();
    heldReplies = null;
  } else if (asked.tokens) {
    process.send({ tokens: mails.map(tokenOf).filter(Boolean) });
  } else {
    tellAt = asked.tellAt;
    tell();
  }
});
process.on('disconnect', () => process.exit());

listener.listen(0, '127.0.0.1', () => process.send({ port: listener.address().port }));
