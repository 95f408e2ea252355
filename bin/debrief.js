#!/usr/bin/env node
'use strict';

// The published command. It has to start on a Node that is too old for everything behind it, so it is plain JavaScript
// of the Node 12 kind and loads nothing before it knows where it runs.

const fs = require('fs');
const path = require('path');

const oldestFitNode = { major: 22, minor: 18 };

/**
 * What works on the server's data; everything else is the command line's. Loaded only when it is asked for.
 *
 * @type {ReadonlyMap<string, (server: typeof import('@debrief/server'), args: readonly string[]) => Promise<number>>}
 */
const serverCommands = new Map([
  ['serve', (server, args) => server.serveCommand(args, process)],
  ['import', (server, args) => server.importCommand(args, process)],
  ['export', (server, args) => server.exportCommand(args, process)],
  ['backup', (server, args) => server.backupCommand(args, process)],
  ['restore', (server, args) => server.restoreCommand(args, process)],
  ['admin', (server, args) => server.adminCommand(args, process)],
  ['audit', (server, args) => server.auditVerifyCommand(args, process)],
  ['reindex', (server, args) => server.reindexCommand(args, process)],
]);

if (process.argv[2] === '--version') {
  process.stdout.write(`${readManifest(path.join(__dirname, 'package.json')).version}\n`);
} else if (isFit(process.versions.node)) {
  void run();
} else {
  const node = findBroughtNode();
  if (node === undefined) refuse();
  else runWith(node);
}

async function run() {
  require('module').enableCompileCache();
  try {
    const [name, ...rest] = process.argv.slice(2);
    const ofServer = name === undefined ? undefined : serverCommands.get(name);
    if (ofServer !== undefined) {
      process.exitCode = await ofServer(await import('@debrief/server'), rest);
      return;
    }
    const { main } = await import('@debrief/cli');
    process.exitCode = await main(process.argv.slice(2), process);
  } catch (error) {
    // Node's own status for a crash is 1, which here would say "there are findings".
    process.stderr.write(`debrief: ${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  }
}

/** In a checkout npm brings a Node as an optional dependency; an installed `debrief` brings none. */
function findBroughtNode() {
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  for (const name of [`node-${system}`, `node-bin-${system}`]) {
    try {
      const manifestFile = require.resolve(`${name}/package.json`);
      const manifest = readManifest(manifestFile);
      const node = path.join(path.dirname(manifestFile), manifest.bin.node);
      if (isFit(manifest.version) && fs.existsSync(node)) return node;
    } catch {
      // npm installs only the one that fits this system.
    }
  }
  return undefined;
}

/** @param {string} node */
function runWith(node) {
  const child = require('child_process').spawn(node, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  const atTerminal = require('tty').isatty(0);
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    // Ctrl-C reaches the child from the terminal already; sent twice, it would read as impatience.
    if (signal !== 'SIGINT' || !atTerminal) child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  child.on('error', (error) => {
    process.stderr.write(`debrief: could not start ${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (status, signal) => {
    if (signal === null) {
      process.exitCode = status;
      return;
    }
    for (const each of signals) process.removeListener(each, forward);
    process.kill(process.pid, signal);
  });
}

function refuse() {
  process.stderr.write(
    [
      `debrief: this needs Node ${oldestFitNode.major}.${oldestFitNode.minor} or newer; found Node ${process.versions.node} (${process.execPath}).`,
      `No Node came with it for ${process.platform} ${process.arch} either.`,
      'Install Node 24 from https://nodejs.org, or, in a checkout of Debrief, run `npm ci` without `--omit=optional`.',
      '',
    ].join('\n'),
  );
  process.exitCode = 2;
}

/** @param {string} version */
function isFit(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestFitNode.major || (major === oldestFitNode.major && minor >= oldestFitNode.minor);
}

/** @param {string} file */
function readManifest(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
