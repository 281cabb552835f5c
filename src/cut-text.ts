/** The first `most` characters of what somebody typed. By code points: half an emoji is no text. */
export function cutText(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}
