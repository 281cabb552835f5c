/** What a body says it is; Slack sends buttons, forms and commands as forms, events as JSON. */
const FORM = 'application/x-www-form-urlencoded';
const PAYLOAD = 'payload=';

export type RequestBody = { readonly [field: string]: unknown };

/** A request's body as an object; `undefined` for anything else. A form that carries a `payload` is that payload. */
export function readBody(contentType: string | undefined, text: string): RequestBody | undefined {
  try {
    const body: unknown = isForm(contentType) ? readForm(text) : JSON.parse(text);
    return isObject(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** Whether Slack only looks whether somebody is there, which it does unsigned (docs: slash commands, `ssl_check`). */
export function isSslCheck(contentType: string | undefined, text: string): boolean {
  return isForm(contentType) && text.length < 1_000 && new URLSearchParams(text).get('ssl_check') === '1';
}

function isForm(contentType: string | undefined): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === FORM;
}

/** A lone payload is decoded by itself: it is by far the most frequent, and the parser of forms is slow on long ones. */
function readForm(text: string): unknown {
  if (text.startsWith(PAYLOAD) && !text.includes('&'))
    return JSON.parse(decodeURIComponent(text.slice(PAYLOAD.length).replaceAll('+', ' ')));
  const fields = new URLSearchParams(text);
  const payload = fields.get('payload');
  return payload === null ? Object.fromEntries(fields) : JSON.parse(payload);
}

function isObject(value: unknown): value is RequestBody {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
