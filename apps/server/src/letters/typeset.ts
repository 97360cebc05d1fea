import { readFile } from 'node:fs/promises';
import { ApiProblem } from '../http/api-problem.ts';

/**
 * Sets a template as a PDF (A4, fonts inside); `inputs` are what it reads from sys.inputs. The typesetter is a native
 * module that not every platform has; it is loaded when the first page is set, so that all else works without it.
 * @throws ApiProblem 'letters-unavailable' when the module is missing on this machine
 */
export async function typeset(template: URL, inputs: Record<string, string>): Promise<Buffer> {
  const { NodeCompiler } = await loadTypesetter();
  const compiler = NodeCompiler.create({ inputs });
  return compiler.pdf({ mainFileContent: await readFile(template, 'utf8') });
}

async function loadTypesetter(): Promise<typeof import('@myriaddreamin/typst-ts-node-compiler')> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler');
  } catch (cause) {
    throw new ApiProblem('letters-unavailable', { cause });
  }
}
