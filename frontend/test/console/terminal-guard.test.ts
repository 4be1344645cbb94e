import assert from 'node:assert/strict';
import { test } from 'node:test';
import xterm from '@xterm/xterm';
import { guard, linkHandler, muteReplay, openLink } from '../../src/console/terminal-guard.ts';

const { Terminal } = xterm;

/** What a terminal answers to such output. */
async function answers(output: string, replaying = false): Promise<string> {
  const terminal = new Terminal({ allowProposedApi: true });
  let answer = '';
  terminal.onData((data) => (answer += data));
  terminal.onTitleChange(() => (answer += 'title'));
  guard(terminal);
  muteReplay(terminal, () => replaying);
  await new Promise<void>((done) => terminal.write(output, done));
  return answer;
}

const QUESTIONS = ['\x1b[c', '\x1b[>c', '\x1b[5n', '\x1b[6n', '\x1b[?6n', '\x1b[?2004$p', '\x1b[4$p', '\x1bP$qm\x1b\\'];

test('titles and the clipboard are neither set nor told', async () => {
  for (const bomb of ['\x1b]0;x\x07', '\x1b]2;x\x07', '\x1b]52;c;aGk=\x07', '\x1b]52;c;?\x07', '\x1b[21t', '\x1b[20t', '\x1b[18t']) {
    assert.equal(await answers(bomb), '', JSON.stringify(bomb));
  }
});

test('questions are answered when they are asked, and not when they are replayed', async () => {
  for (const question of QUESTIONS) {
    assert.notEqual(await answers(question), '', JSON.stringify(question));
    assert.equal(await answers(question, true), '', JSON.stringify(question));
  }
});

test('huge counts and an unclosed string leave the terminal at work', async () => {
  const started = performance.now();
  const bomb = '\x1b[2147483647b\x1b[999999999L\x1b[999999999@\x1b[999999999S\x1bP' + 'x'.repeat(5_000_000) + '\x18\x1b[6n';
  assert.match(await answers(bomb), /R$/);
  assert.ok(performance.now() - started < 5_000);
});

test('links lead to the web only, in a tab that knows nothing of ours', () => {
  const opened: unknown[][] = [];
  Object.assign(globalThis, { window: { open: (...how: unknown[]) => opened.push(how) } });
  ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ssh://host', 'nonsense', ' https://ok.example/a'].forEach(openLink);
  assert.deepEqual(opened, [['https://ok.example/a', '_blank', 'noopener,noreferrer']]);
  assert.equal(linkHandler(() => {}).allowNonHttpProtocols, false);
});
