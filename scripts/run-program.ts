import { spawn } from 'node:child_process';

/** How a program ended and what it wrote. */
export interface ProgramResult {
  /** Exit code; 128 or more when a signal ended it. */
  code: number;
  output: string;
}

/**
 * Runs a program of this repository under the Node that runs this process and collects what it writes.
 * `show` passes its output on as it comes. Never rejects: a program that cannot start has code 127.
 */
export function runProgram(
  args: string[],
  options: { show?: boolean; cwd?: string } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: options.cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      if (options.show) to.write(chunk);
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    const stop = (): void => {
      child.kill('SIGTERM');
    };
    process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop).off('disconnect', stop);
      resolve({ code: code ?? 130, output });
    });
  });
}
