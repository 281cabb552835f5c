const methods = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Keeps everything that anybody prints in this process, warnings of Node included, until it is released. */
export function captureOutput() {
  const printed: string[] = [];
  const keep = (...words: readonly unknown[]) => {
    printed.push(words.map(String).join(' '));
    return true;
  };
  const patched: (() => void)[] = [];
  const patch = (holder: object, name: string) => {
    const original: unknown = Reflect.get(holder, name);
    Reflect.set(holder, name, keep);
    patched.push(() => Reflect.set(holder, name, original));
  };
  for (const stream of [process.stdout, process.stderr]) patch(stream, 'write');
  for (const name of methods) patch(globalThis.console, name);
  process.on('warning', keep);
  return {
    /** Prints, as whoever leaks would. */
    print: (text: string) => {
      process.stderr.write(text);
    },
    text: () => printed.join('\n'),
    release: () => {
      process.off('warning', keep);
      for (const restore of patched) restore();
    },
  };
}
