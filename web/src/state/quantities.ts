/** The numbers of a claim while they are written. */
import type { Named, Quantity } from '../api/types';

export interface ValueDraft {
  kind: 'value';
  of?: Named | undefined;
  value: string;
  unit: string;
  when: string;
}

export interface FactorDraft {
  kind: 'factor';
  cause?: Named | undefined;
  causeBy: string;
  effect?: Named | undefined;
  effectBy: string;
}

export interface ProductDraft {
  kind: 'product';
  result?: Named | undefined;
  factors: readonly Named[];
}

export type QuantityDraft = ValueDraft | FactorDraft | ProductDraft;
export type QuantityKind = QuantityDraft['kind'];

export const quantityWords: Record<QuantityKind, string> = {
  value: 'How much something is',
  factor: 'What grows when something grows',
  product: 'What is reckoned from what',
};

const fresh: Record<QuantityKind, QuantityDraft> = {
  value: { kind: 'value', value: '', unit: '', when: '' },
  factor: { kind: 'factor', causeBy: '', effectBy: '' },
  product: { kind: 'product', factors: [] },
};

export const newQuantity = (kind: QuantityKind): QuantityDraft => fresh[kind];

/** A number as people type it: digits, a point, a sign, an exponent; spaces between thousands are read over. */
export function readNumber(typed: string): number | undefined {
  const bare = typed.trim().replaceAll(/(?<=\d)[ \u00a0\u202f](?=\d{3})/g, '');
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,2})?$/i.test(bare) ? Number(bare) : undefined;
}

/** The quantity that a draft stands for; undefined while a part of it is missing. */
export function quantityBody(draft: QuantityDraft): Quantity | undefined {
  switch (draft.kind) {
    case 'value': {
      const value = readNumber(draft.value);
      if (!draft.of || value === undefined || draft.unit.trim() === '') return undefined;
      const when = draft.when.trim();
      return { kind: 'value', of: draft.of.id, value, unit: draft.unit.trim(), ...(when && { when }) };
    }
    case 'factor': {
      const [causeBy, effectBy] = [readNumber(draft.causeBy), readNumber(draft.effectBy)];
      if (!draft.cause || !draft.effect || causeBy === undefined || effectBy === undefined) return undefined;
      return { kind: 'factor', cause: draft.cause.id, causeBy, effect: draft.effect.id, effectBy };
    }
    case 'product':
      if (!draft.result || draft.factors.length < 2) return undefined;
      return { kind: 'product', result: draft.result.id, factors: draft.factors.map(({ id }) => id) };
  }
}

/** The draft of a quantity, to go on writing it: the other way of {@link quantityBody}. */
export function quantityDraft(quantity: Quantity, named: (id: string) => Named): QuantityDraft {
  switch (quantity.kind) {
    case 'value':
      return {
        kind: 'value',
        of: named(quantity.of),
        value: String(quantity.value),
        unit: quantity.unit,
        when: quantity.when ?? '',
      };
    case 'factor':
      return {
        kind: 'factor',
        cause: named(quantity.cause),
        causeBy: String(quantity.causeBy),
        effect: named(quantity.effect),
        effectBy: String(quantity.effectBy),
      };
    case 'product':
      return { kind: 'product', result: named(quantity.result), factors: quantity.factors.map(named) };
  }
}

const typedNothing = (text: string) => text.trim() === '';

/** What is to be mended in a quantity, as a sentence; undefined where nothing is. */
export function quantityProblem(draft: QuantityDraft): string | undefined {
  if (quantityBody(draft)) return undefined;
  switch (draft.kind) {
    case 'value':
      if (!draft.of) return 'Choose what the number is of.';
      if (readNumber(draft.value) === undefined) return 'Write the number with digits, such as 26 or 2.6e25.';
      return 'Say in which unit it is counted, such as dollars.';
    case 'factor':
      if (!draft.cause || !draft.effect) return 'Choose both what grows first and what grows with it.';
      return typedNothing(draft.causeBy) || typedNothing(draft.effectBy)
        ? 'Say how many times each grows, such as 100 and 3.'
        : 'Write how many times with digits, such as 100 or 0.5.';
    case 'product':
      return draft.result ? 'Choose at least two things that are multiplied.' : 'Choose what is reckoned.';
  }
}
