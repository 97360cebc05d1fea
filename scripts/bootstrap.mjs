// Plain JavaScript without dependencies: it runs on a machine that has only Node 20 and npm, before anything
// is installed. Usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENT...]
import { findNode24, root, runAndExit } from '../apps/cli/bin/on-node-24.mjs';
import { asOrdinaryUser } from './as-ordinary-user.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { isInstalled } from './is-installed.mjs';

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail([
    `Node ${process.versions.node} terlalu tua. Pasang Node 20 atau yang lebih baru, lalu ulangi.`,
    `Node ${process.versions.node} is too old. Install Node 20 or newer, then try again.`,
  ]);
}
process.chdir(root);

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail(['Pemakaian / usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENT...]']);

if (!isInstalled(root)) {
  const problem = await installDependencies(root);
  if (problem) fail(problem);
}

const node = findNode24();
if (node) {
  const [command, ...before] = [...asOrdinaryUser(root), node];
  runAndExit(command, [...before, script, ...args]);
} else {
  fail([
    `Tidak ada Node 24 untuk mesin ini (${process.platform}-${process.arch}); pasang Node 24, lalu ulangi.`,
    `There is no Node 24 from npm for this machine (${process.platform}-${process.arch}); install Node 24, then try again.`,
  ]);
}

/**
 * @param {string[]} lines what went wrong, in plain words
 * @returns {never}
 */
function fail(lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
