export type Surface = 'message' | 'modal' | 'home';

/** What Slack would refuse about blocks. Empty until the rules are here. */
export function blockProblems(_surface: Surface, _blocks: readonly unknown[]): readonly string[] {
  return [];
}

/** What Slack would refuse about a modal or a Home tab. Empty until the rules are here. */
export function viewProblems(_surface: 'modal' | 'home', _view: object): readonly string[] {
  return [];
}
