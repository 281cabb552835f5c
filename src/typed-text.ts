/** What people type, before it is kept and shown to others. */

/** In one line, without signs that nobody sees but that change how what stands around them is shown. */
export function tidied(text: string): string {
  return text.replace(harmful, '').replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/** The same in lines, as it was typed, but for more than one empty line. */
export function tidiedLines(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(tidied);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether there is something one can see: neither white space nor signs that are shown as nothing. */
export const isVisible = (text: string): boolean => visible.test(text);

/** Control characters but white space, halves of characters, and marks that turn the direction of what follows. */
const harmful = /(?!\s)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;

const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;
