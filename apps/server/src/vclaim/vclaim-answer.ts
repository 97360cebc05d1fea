/** A refusal in the words of the interface hospitals know: most of them with HTTP 200 and code 201. */
export class VclaimRefusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(message: string, code = 201, status = 200) {
    super(message);
    this.name = 'VclaimRefusal';
    this.code = code;
    this.status = status;
  }
}

/** How a service writes its envelope: VClaim has the code as text, PCare as a number. */
export interface EnvelopeStyle {
  codeAsText: boolean;
}

/** The envelope of an answer; `response` is null when there is nothing to tell. */
export function envelope({ codeAsText }: EnvelopeStyle, code: number, message: string, response: unknown) {
  return { metaData: { code: codeAsText ? String(code) : code, message }, response };
}
