// Names in package-lock.json the optional packages that npm left out: `npm run lockfile`, after `npm install`.
//
// A registry mirror may hold a tool's binaries for some systems only. npm then leaves the others out of the lockfile, and
// `npm ci` refuses such a lockfile everywhere. Their version is the one the tool asks for, and their names say their
// system; the checksum stays unknown.
import fs from 'node:fs';
import path from 'node:path';

const file = path.join(import.meta.dirname, '../package-lock.json');
const systems = new Set(['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32']);
const processors = new Set(['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64']);

const lockfile = JSON.parse(fs.readFileSync(file, 'utf8'));
const added = Object.values(lockfile.packages).flatMap(missingEntries);
const entries = Object.entries({ ...lockfile.packages, ...Object.fromEntries(added) });
const packages = Object.fromEntries(entries.toSorted(([a], [b]) => a.localeCompare(b, 'en')));
if (added.length > 0) fs.writeFileSync(file, `${JSON.stringify({ ...lockfile, packages }, undefined, 2)}\n`);
process.stdout.write(`${added.length} optional packages added to the lockfile\n`);

/** @param {{ optionalDependencies?: Record<string, string>, dev?: boolean, peer?: boolean }} parent */
function missingEntries({ optionalDependencies = {}, dev, peer }) {
  return Object.entries(optionalDependencies)
    .filter(([name]) => !(`node_modules/${name}` in lockfile.packages))
    .map(([name, version]) => [`node_modules/${name}`, { ...systemOf(name, version), dev, peer, optional: true }]);
}

/**
 * @param {string} name
 * @param {string} version
 */
function systemOf(name, version) {
  const words = name.split(/[/-]/);
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  if (os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`${name}@${version} does not say which system it is for`);
  }
  const libc = words.includes('gnu') ? ['glibc'] : words.includes('musl') ? ['musl'] : undefined;
  return { version, cpu: [cpu], os: [os], libc };
}
