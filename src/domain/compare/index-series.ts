/** Values by year end, oldest first. */
export type Course = readonly { readonly at: string; readonly value: number }[];

/**
 * The first year end at which every course has a value above zero: what an index can start from.
 *
 * @returns null where there is none: growth from a surplus or from nothing has no size
 */
export function commonBase(courses: readonly Course[]): string | null {
  const [first, ...others] = courses;
  const usable = (course: Course, date: string) => course.some(({ at, value }) => at === date && value > 0);
  return first?.find(({ at }) => usable(first, at) && others.every((other) => usable(other, at)))?.at ?? null;
}

/**
 * A course as an index: 100 at the base.
 *
 * @returns null where the course has no value above zero at the base
 */
export function indexed<Point extends { readonly at: string; readonly value: number }>(
  course: readonly Point[],
  base: string,
): Point[] | null {
  const start = course.find(({ at }) => at === base)?.value ?? 0;
  return start > 0 ? course.map((point) => ({ ...point, value: (point.value / start) * 100 })) : null;
}
