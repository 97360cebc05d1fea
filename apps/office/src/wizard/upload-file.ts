import { Problem, type RegisterKind, routes, routeUrl, Upload } from '@jangkau/contracts';
import { newKey } from '../api/call.ts';
import { ApiProblem, Unreachable, UnreadableAnswer } from '../api/failures.ts';
import { storedLanguage } from '../text/language.ts';

interface UploadOptions {
  kind: RegisterKind;
  /** Share sent, 0..1; 1 while the server reads the columns. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends one file as the raw body. XMLHttpRequest, because fetch cannot say how much has been sent.
 * @throws ApiProblem, Unreachable or UnreadableAnswer as `call` does; AbortError when the signal fires
 */
export function uploadFile(file: File, { kind, onProgress, signal }: UploadOptions): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', routeUrl(routes.createUpload, {}, { kind, name: file.name }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', storedLanguage());
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.upload.onload = () => onProgress(1);
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'));
    request.onload = () => {
      try {
        resolve(uploadIn(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** The upload in an answer, or the failure it tells of. */
export function uploadIn(status: number, text: string): Upload {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new ApiProblem(status, null);
  }
  if (status >= 400) {
    const problem = Problem.safeParse(answer);
    throw new ApiProblem(status, problem.success ? problem.data : null);
  }
  const upload = Upload.safeParse(answer);
  if (!upload.success) throw new UnreadableAnswer(routes.createUpload.path, { cause: upload.error });
  return upload.data;
}
