// Plain JavaScript without dependencies: the bootstrap uses it before anything is installed.

/**
 * Whether a process with this id is running.
 * @param {number} pid
 * @returns {boolean}
 */
export function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
