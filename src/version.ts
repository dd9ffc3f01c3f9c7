/** The version of the program, as package.json states it (a test holds the two together). */
export const VERSION = '0.1.0';

/** The program and its version, as reports and proofs give it. */
export const ENGINE = `banmian ${VERSION}`;
