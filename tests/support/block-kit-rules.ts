/** The small language the Block Kit limits are written in: a rule looks at a value and names its problems. */
export type Rule = (value: unknown, path: string) => readonly string[];

export type Fields = Readonly<Record<string, unknown>>;

export type Bounds = { readonly min?: number; readonly max: number };

/** A JSON object, which arrays and null are not. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value must be there. */
export function required(rule: Rule): Rule {
  return (value, path) => (value === undefined || value === null ? [`${path}: missing`] : rule(value, path));
}

/** The value may be left out. */
export function optional(rule: Rule): Rule {
  return (value, path) => (value === undefined ? [] : rule(value, path));
}

/** Every rule applies. */
export function all(...rules: readonly Rule[]): Rule {
  return (value, path) => rules.flatMap((rule) => rule(value, path));
}

/** An object, each named field of which follows its rule. Fields without a rule are not looked at. */
export function shape(fields: Readonly<Record<string, Rule>>): Rule {
  return (value, path) => {
    if (!isFields(value)) return [`${path}: not an object`];
    return Object.entries(fields).flatMap(([name, rule]) => rule(value[name], `${path}.${name}`));
  };
}

/** Text of `min` (1 unless told) to `max` characters. */
export function words({ min = 1, max }: Bounds): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return [`${path}: not a text`];
    if (value.length === 0 && min > 0) return [`${path}: empty`];
    return value.length > max ? [`${path}: ${value.length} characters, ${max} allowed`] : [];
  };
}

/** A list of `min` (1 unless told) to `max` items, each of which follows the rule. */
export function list({ min = 1, max }: Bounds, item: Rule = () => []): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return [`${path}: not a list`];
    const few = value.length < min ? [`${path}: ${value.length} items, at least ${min} needed`] : [];
    const many = value.length > max ? [`${path}: ${value.length} items, ${max} allowed`] : [];
    return [...few, ...many, ...value.flatMap((entry, index) => item(entry, `${path}[${index}]`))];
  };
}

/** A whole number in the bounds, as a number or its text. */
export function wholeNumber({ min = 1, max }: Bounds): Rule {
  return (value, path) => {
    const number = Number(value);
    const fits = Number.isInteger(number) && number >= min && number <= max;
    return fits ? [] : [`${path}: ${String(value)} is not a whole number from ${min} to ${max}`];
  };
}

/** Text of a form, described for the reader of the problem. */
export function written(form: RegExp, description: string): Rule {
  return (value, path) =>
    form.test(String(value)) ? [] : [`${path}: ${String(value)} is not ${description}`];
}

/** One of a few words. */
export function oneOf(...choices: readonly string[]): Rule {
  return (value, path) =>
    choices.includes(String(value)) ? [] : [`${path}: ${String(value)} is none of ${choices.join(', ')}`];
}

/** A condition over the whole object, with the problem to report when it does not hold. */
export function holds(problem: string, condition: (value: Fields) => boolean): Rule {
  return (value, path) => (isFields(value) && !condition(value) ? [`${path}: ${problem}`] : []);
}
