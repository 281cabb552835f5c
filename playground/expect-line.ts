/** @throws Error that quotes the line when it does not contain the part */
export function expectLine(line: string, part: string): void {
  if (!line.includes(part)) throw new Error(`Instead of “… ${part} …” there was: “${line}”`);
}
