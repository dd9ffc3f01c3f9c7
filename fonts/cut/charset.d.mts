export function standardCharacters(): number[];
export function traditionalCharacters(): number[];
export function nameCharacters(): number[];
export function gb2312(): number[];
export function charset(): number[];
