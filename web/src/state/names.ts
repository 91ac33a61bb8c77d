/** Which names fit on a picture: each is written where it covers nothing that was written before, or not at all. */
import type { Point } from './layout';

/** A rectangle on the screen, by its middle. */
export interface Box extends Point {
  width: number;
  height: number;
}

const cell = 64;

/** What is taken of a picture, in cells, so that asking looks at few boxes only. */
export class Taken {
  private readonly cells = new Map<number, Box[]>();

  private cellsOf({ x, y, width, height }: Box): number[] {
    const across = (value: number) => Math.floor(value / cell);
    const found: number[] = [];
    for (let column = across(x - width / 2); column <= across(x + width / 2); column++)
      for (let row = across(y - height / 2); row <= across(y + height / 2); row++)
        found.push(column * 4096 + row);
    return found;
  }

  take(box: Box): void {
    for (const key of this.cellsOf(box)) {
      const boxes = this.cells.get(key);
      if (boxes) boxes.push(box);
      else this.cells.set(key, [box]);
    }
  }

  isFree(box: Box): boolean {
    return this.cellsOf(box).every(
      (key) => this.cells.get(key)?.every((other) => !overlap(box, other)) ?? true,
    );
  }
}

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

/** A name with the ways in which it could be written, best first. */
export interface Wish<T> {
  ways: readonly (Box & { text: T })[];
  /** Written whatever it covers, where no way is free. */
  always: boolean;
}

/**
 * What is written of `wishes`: those that must be first, then one by one in their order as far as there is room, `most` at
 * most. What is written is taken.
 */
export function written<T>(wishes: readonly Wish<T>[], taken: Taken, most: number): (Box & { text: T })[] {
  const done: (Box & { text: T })[] = [];
  const write = (way: Box & { text: T }) => {
    taken.take(way);
    done.push(way);
  };
  for (const { ways, always } of wishes) {
    const way = always ? (ways.find((one) => taken.isFree(one)) ?? ways[0]) : undefined;
    if (way) write(way);
  }
  for (const { ways, always } of wishes) {
    if (done.length >= most) break;
    const way = always ? undefined : ways.find((one) => taken.isFree(one));
    if (way) write(way);
  }
  return done;
}

/** The point at `t` of the bend between two points; `bend` is how far it swings out, as a part of their distance. */
export function onBend(from: Point, to: Point, bend: number, t: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const lift = 2 * t * (1 - t) * bend;
  return { x: from.x + dx * t + dy * lift, y: from.y + dy * t - dx * lift };
}
