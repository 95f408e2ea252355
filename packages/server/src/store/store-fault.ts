/**
 * Why the database could not keep or answer something. `full`: no space is left. `readOnly`: it cannot be written to.
 * `busy`: another process holds it. `unavailable`: it cannot be reached. `taken`: a key is there already.
 * `unstorable`: it holds what the database does not keep. `tooNew`: a newer Debrief wrote it.
 */
export type StoreFaultCode = 'full' | 'readOnly' | 'busy' | 'unavailable' | 'taken' | 'unstorable' | 'tooNew';

export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
