import { type Matrix, multiply } from "./read-pdf-matrix";

/** A ruled line, thin in one direction, in points from the top left corner of the page. */
export interface Rule {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A small disc or square, as browsers paint before the items of a list in place of a letter. */
export interface Dot extends Rule {
  readonly filled: boolean;
}

const THIN = 3;
const LIMIT = 4_000;
/** More items than a page has room for. */
const DOTS_LIMIT = 400;

/** The lines of tables and the dots before items among what a page paints, and whether it paints anything at all. */
export function readRules(
  operations: ArrayLike<number>,
  parameters: ArrayLike<unknown>,
  names: Readonly<Record<string, number>>,
  toView: Matrix,
): { rules: Rule[]; dots: Dot[]; painted: boolean } {
  const rules: Rule[] = [];
  const dots: Dot[] = [];
  const stack: Matrix[] = [];
  let matrix = toView;
  let painted = false;
  const strokes = new Set([names.stroke, names.closeStroke, names.fillStroke, names.eoFillStroke]);
  const fills = new Set([names.fill, names.eoFill, names.fillStroke, names.eoFillStroke]);
  for (let index = 0; index < operations.length; index += 1) {
    const operation = operations[index];
    const given = parameters[index] as readonly unknown[] | null;
    if (operation === names.save || operation === names.paintFormXObjectBegin) stack.push(matrix);
    if (operation === names.restore || operation === names.paintFormXObjectEnd)
      matrix = stack.pop() ?? matrix;
    if (operation === names.transform) matrix = multiply(matrix, given as unknown as Matrix);
    if (operation === names.paintFormXObjectBegin && Array.isArray(given?.[0]))
      matrix = multiply(matrix, given[0] as unknown as Matrix);
    if (isPicture(operation, names)) painted = true;
    if (operation !== names.constructPath || !given || rules.length > LIMIT) continue;
    const [use, [path] = []] = given as unknown as [number, [Float32Array?]?];
    if (strokes.has(use) || fills.has(use)) painted = true;
    if (!path) continue;
    for (const box of boxesOf(path, matrix)) {
      addRules(rules, box, strokes.has(use), fills.has(use));
      if (box.closed && isDot(box) && (strokes.has(use) || fills.has(use)) && dots.length < DOTS_LIMIT)
        dots.push({ ...box, filled: fills.has(use) });
    }
  }
  return { rules, dots, painted };
}

function isPicture(operation: number | undefined, names: Readonly<Record<string, number>>): boolean {
  return (
    operation === names.paintImageXObject ||
    operation === names.paintInlineImageXObject ||
    operation === names.paintImageMaskXObject ||
    operation === names.shadingFill
  );
}

interface Box extends Rule {
  /** Closed around an area; else a single line. */
  readonly closed: boolean;
}

const STEPS = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 };

/** What a path is made of: rectangles, and single straight lines. */
function boxesOf(path: ArrayLike<number>, matrix: Matrix): Box[] {
  const boxes: Box[] = [];
  let points: [number, number][] = [];
  let closed = false;
  const finish = () => {
    if (points.length === 4 || points.length === 5) closed ||= points.length === 5 || closed;
    if (closed && points.length >= 4) boxes.push({ ...extent(points), closed: true });
    else
      for (let index = 1; index < points.length; index += 1)
        boxes.push({ ...extent(points.slice(index - 1, index + 1)), closed: false });
    points = [];
    closed = false;
  };
  for (let index = 0; index < path.length; ) {
    const step = path[index];
    const length = step === STEPS.curve ? 6 : step === STEPS.quadratic ? 4 : step === STEPS.close ? 0 : 2;
    if (step === STEPS.move) finish();
    if (step === STEPS.close) closed = true;
    if (length > 0) {
      const x = path[index + length - 1] ?? 0;
      const y = path[index + length] ?? 0;
      points.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
    }
    index += length + 1;
    if (boxes.length > LIMIT) break;
  }
  finish();
  return boxes;
}

function extent(points: readonly [number, number][]): Rule {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

function isDot({ left, top, right, bottom }: Rule): boolean {
  const [width, height] = [right - left, bottom - top];
  return width >= 1.5 && width <= 9 && Math.abs(width - height) < 0.2 * width;
}

/** Browsers and office programs fill thin rectangles for lines; drawn frames have four. */
function addRules(rules: Rule[], box: Box, stroked: boolean, filled: boolean): void {
  const { left, top, right, bottom } = box;
  const [width, height] = [right - left, bottom - top];
  if (width < THIN && height < THIN) return;
  if (width < THIN || height < THIN) {
    if (stroked || filled) rules.push({ left, top, right, bottom });
  } else if (stroked && box.closed) {
    rules.push(
      { left, top, right, bottom: top },
      { left, top: bottom, right, bottom },
      { left, top, right: left, bottom },
      { left: right, top, right, bottom },
    );
  }
}
