// SPDX-License-Identifier: GPL-3.0-or-later
// The borders as Indian law asks for them, for make_basemap.mjs: what of the source's borders does not hold in that
// view, and what it has in their place. Coordinates are in thousandths of a degree. Where the outline and the source
// agree to within a tolerance the source, which is finer, stays for both views.
const turn = Math.PI / 180 / 1000;

const distance = ([px, py], [ax, ay], [bx, by]) => {
  const narrow = Math.cos(py * turn); // a degree of longitude beside one of latitude
  const [dx, dy, ex, ey] = [(bx - ax) * narrow, by - ay, (px - ax) * narrow, py - ay];
  const along = dx || dy ? Math.max(0, Math.min(1, (ex * dx + ey * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(ex - along * dx, ey - along * dy);
};

const segmentsOf = (lines) => lines.flatMap((line) => line.slice(1).map((point, i) => [line[i], point]));
const nearest = (point, segments) => segments.reduce((least, [a, b]) => Math.min(least, distance(point, a, b)), Infinity);

const contains = (rings, [x, y]) => {
  let inside = false;
  for (const [a, b] of segmentsOf(rings)) {
    if ((a[1] > y) !== (b[1] > y) && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
};

// With points no further apart than that, so that a line can be cut anywhere; its own points stay, exactly.
const dense = (line, step) => line.flatMap((point, i) => {
  if (i === 0) return [point];
  const [from, n] = [line[i - 1], Math.ceil(Math.hypot(point[0] - line[i - 1][0], point[1] - line[i - 1][1]) / step)];
  return Array.from({ length: n }, (_, k) => [0, 1].map((axis) => Math.round(from[axis] + ((point[axis] - from[axis]) * (k + 1)) / n)));
});

// Only what is needed to draw the same line again.
const sparse = (line) => line.filter((point, i) => i === 0 || i === line.length - 1 || distance(point, line[i - 1], line[i + 1]) > 0.8);

// Runs of neighbours that are alike: [[value, first, last], …].
const runs = (flags) => flags.reduce((all, flag, i) => {
  if (i > 0 && all.at(-1)[0] === flag) all.at(-1)[2] = i;
  else all.push([flag, i, i]);
  return all;
}, []);

// The states of India as GeoJSON: an edge that only one of them has is the country's outline.
export const outline = (states) => {
  const edges = new Map();
  for (const { geometry } of states.features) {
    const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
    for (const list of polygons.flat()) {
      const points = list.map((point) => point.map((v) => Math.round(v * 1000)));
      for (const [a, b] of segmentsOf([points])) {
        const name = [String(a), String(b)].sort().join('|');
        if (String(a) !== String(b)) edges.set(name, [...(edges.get(name) ?? []), [a, b]]);
      }
    }
  }
  const next = new Map();
  for (const [[a, b]] of [...edges.values()].filter((same) => same.length === 1))
    next.set(String(a), [...(next.get(String(a)) ?? []), b]);
  const rings = [];
  for (const [start, ends] of next) {
    while (ends.length > 0) {
      const ring = [start.split(',').map(Number), ends.pop()];
      for (let more; String(ring.at(-1)) !== start && (more = next.get(String(ring.at(-1)))?.pop());) ring.push(more);
      if (String(ring.at(-1)) !== start) throw new Error(`the outline is open at ${ring.at(-1)}`);
      rings.push(ring);
    }
  }
  return rings;
};

// borders, coasts: lines. Answers { both, ground, india }: the borders of either view, and of one alone.
export const views = (borders, coasts, rings, tolerance) => {
  const frontier = segmentsOf(rings), step = tolerance / 8;
  const [west, south, east, north] = [0, 1, 2, 3].map((i) => (i < 2 ? Math.min : Math.max)(...rings.flat().map((p) => p[i % 2])));
  const isNear = ([x, y]) => x > west - 5000 && x < east + 5000 && y > south - 5000 && y < north + 5000;
  const [both, ground] = [[], []];
  for (const border of borders) {
    if (!border.some(isNear)) {
      both.push(border);
      continue;
    }
    const line = dense(border, step);
    const near = line.map((point) => nearest(point, frontier));
    const gone = line.map((point, i) => near[i] > tolerance && contains(rings, point));
    for (const [flag, first, last] of runs([...gone])) { // on to where it leaves the outline, if that is close by
      if (!flag) continue;
      for (const [edge, way] of [[first, -1], [last, 1]]) {
        let best = edge;
        for (let i = edge; i >= 0 && i < line.length && Math.abs(i - edge) < 40; i += way) if (near[i] < near[best]) best = i;
        for (let i = edge; i !== best; i += way) gone[i] = true;
      }
    }
    for (const [flag, first, last] of runs(gone)) {
      const part = line.slice(flag ? Math.max(0, first - 1) : first, flag ? last + 2 : last + 1);
      if (part.length > 1) (flag ? ground : both).push(gone.some((g) => g) ? sparse(part) : border);
    }
  }
  const within = segmentsOf(both).filter(([a]) => isNear(a)), shore = segmentsOf(coasts).filter(([a]) => isNear(a));
  const india = [];
  for (const ring of rings) {
    const line = dense(ring, step);
    const own = line.map((point) => nearest(point, within) > tolerance && nearest(point, shore) > 3 * tolerance);
    const cut = own.indexOf(false); // a ring begins anywhere: let it begin where the source holds
    if (cut < 0 || !own.includes(true)) continue;
    const turned = [...line.slice(cut, -1), ...line.slice(0, cut + 1)];
    for (const [flag, first, last] of runs([...own.slice(cut, -1), ...own.slice(0, cut + 1)])) {
      if (!flag) continue;
      const joined = (point) => within.flat().reduce((a, b) => (distance(point, a, a) < distance(point, b, b) ? a : b));
      const ends = [turned[first], turned[last]].map(joined);
      if (String(ends[0]) !== String(ends[1])) // else the source bulges a little, no more
        india.push(sparse([ends[0], ...turned.slice(first, last + 1), ends[1]]));
    }
  }
  return { both, ground, india };
};
