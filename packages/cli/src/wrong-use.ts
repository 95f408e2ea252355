/** Thrown for arguments that make no sense; the message says what to do instead. Exit status 2. */
export class WrongUse extends Error {}
