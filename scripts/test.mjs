// Everything that has to hold before a change is done: `npm test`. Ends with the line `N passed, N failed`, which counts
// each test, and each step that is not made of tests.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-test-'));
const report = path.join(scratch, 'tests.json');

const total = { passed: 0, failed: 0 };
for (const script of ['format:check', 'lint', 'types', 'unused']) {
  add(script, run(script, []) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}
const unitPassed = run('unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
add('unit', countTests(unitPassed));
fs.rmSync(scratch, { recursive: true });

process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {string} script
 * @param {readonly string[]} args
 */
function run(script, args) {
  process.stdout.write(`\n── ${script}\n`);
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const options = ['run', '--silent', script, '--', ...args];
  return (
    spawnSync(command, [...first, ...options], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  );
}

/**
 * A run can fail without a failed test: a file that does not load, an error outside of every test, no test at all.
 *
 * @param {boolean} runPassed
 */
function countTests(runPassed) {
  const { numPassedTests: passed, numFailedTests: failed } = fs.existsSync(report)
    ? JSON.parse(fs.readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0 };
  const failedOtherwise = failed === 0 && (!runPassed || passed === 0);
  return { passed, failed: failedOtherwise ? 1 : failed };
}

/**
 * @param {string} step
 * @param {{ passed: number, failed: number }} count
 */
function add(step, { passed, failed }) {
  total.passed += passed;
  total.failed += failed;
  process.stdout.write(`── ${step}: ${failed === 0 ? 'ok' : 'FAILED'} (${passed} passed, ${failed} failed)\n`);
}
