/** Raised when reading, measuring or projecting gives other rows for the same text; they are then made anew. */
export const readerVersion = '1';
