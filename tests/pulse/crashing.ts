/** The process has died: nothing it still holds does anything any more. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** When a life ends: at a step (each call through a port has two, before and after it), or after a call's name. */
export type End = number | { readonly after: string };

export const never: End = Number.POSITIVE_INFINITY;

/** A process that dies at one of the calls it makes through its ports, and does nothing from then on. */
export function lifeUntil(end: End) {
  let steps = 0;
  let isOver = false;
  const step = (isEnd: boolean) => {
    isOver ||= isEnd || steps === end;
    if (isOver) throw new Crash('the process has died');
    steps += 1;
  };
  return {
    isOver: () => isOver,

    /** The port as this life sees it. */
    through<Port extends object>(port: Port): Port {
      return new Proxy(port, {
        get(target, name) {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== 'function') return member;
          return async (...given: readonly unknown[]) => {
            step(false);
            const result: unknown = await Reflect.apply(member, target, given);
            step(typeof end === 'object' && end.after === name);
            return result;
          };
        },
      });
    },
  };
}
