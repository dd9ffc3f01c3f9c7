export function standardCharacters(): number[];
export function gb2312(): number[];
export function charset(): number[];
