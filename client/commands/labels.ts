import type { Choice } from '../../server/protocol.ts';

/** Note text in lists: in VS Code `$(name)` would become a picture. */
export const plainLabel = (text: string): string => text.replaceAll('$(', '\\$(');

/** A choice as an item of a list. */
export const plainItem = ({ label, description = '', detail = '' }: Pick<Choice, 'label' | 'description' | 'detail'>): { label: string; description: string; detail: string } =>
  ({ label: plainLabel(label), description: plainLabel(description), detail: plainLabel(detail) });
