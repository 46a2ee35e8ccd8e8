// SPDX-License-Identifier: GPL-3.0-or-later
// Makes world.basemap from the npm packages world-atlas (Natural Earth as TopoJSON) and geojson-india (its states as
// Indian law draws them). Run by hand when a source is renewed, never by the build; plain node, nothing installed:
//   npm pack world-atlas@2.0.2 geojson-india@0.0.2
//   for p in world-atlas-2.0.2 geojson-india-0.0.2; do mkdir $p && tar xf $p.tgz -C $p; done
//   node make_basemap.mjs world-atlas-2.0.2/package geojson-india-0.0.2/package/india.json world.basemap
//
// The file, all numbers little-endian, "varint" being LEB128 (seven bits a byte, the lowest first):
//   4 bytes  "WDBM"
//   1 byte   version, 2
//   1 byte   number of levels, from the coarsest to the finest
//   each level:
//     1 byte  the lowest zoom that it is meant for
//     varint  number of land polygons; each: varint number of rings (the outer one first, then its holes); each ring
//     three lists of border lines (between countries, each once, no coasts): those of every view, those of the view of
//     what is in force on the ground alone, those of the Indian view alone; each: varint number of lines; each line
//   ring, line: varint number of points (at least 4 in a ring, 2 in a line), then for each point two varints in zigzag:
//     longitude and latitude in thousandths of a degree, less those of the point before it (the first: less 0).
//     A ring does not repeat its first point at its end. What crosses the date line runs on past 180 or -180 degrees
//     instead of jumping, up to 540; what lies around a pole is closed along it, with a little overlap.
// Nothing follows the last level.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outline, views } from './indian_view.mjs';

const levels = [
  { file: 'countries-110m.json', fromZoom: 0, tolerance: 220 },
  { file: 'countries-50m.json', fromZoom: 3, tolerance: 120 },
];
const unitsPerDegree = 1000;

const bytes = [];
const byte = (value) => bytes.push(value);
const varint = (value) => {
  while (value >= 0x80) {
    byte((value & 0x7f) | 0x80);
    value = Math.floor(value / 0x80);
  }
  byte(value);
};
const zigzag = (value) => varint(value < 0 ? -2 * value - 1 : 2 * value);

const points = (list) => {
  varint(list.length);
  let [x, y] = [0, 0];
  for (const [px, py] of list) {
    zigzag(px - x);
    zigzag(py - y);
    [x, y] = [px, py];
  }
};

// Arcs as absolute points in our unit, without those that fall together in it.
const decodeArcs = ({ arcs, transform: { scale, translate } }) =>
  arcs.map((arc) => {
    let [x, y] = [0, 0];
    const decoded = arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]].map((v) => Math.round(v * unitsPerDegree));
    });
    return decoded.filter(([px, py], i) => i === 0 || px !== decoded[i - 1][0] || py !== decoded[i - 1][1]);
  });

const polygonsOf = (geometry) => {
  switch (geometry.type) {
    case 'GeometryCollection': return geometry.geometries.flatMap(polygonsOf);
    case 'MultiPolygon': return geometry.arcs;
    case 'Polygon': return [geometry.arcs];
    default: throw new Error(`unexpected geometry: ${geometry.type}`);
  }
};

const turn = 360 * unitsPerDegree;
const pole = 90 * unitsPerDegree;

// The source is stitched together at the date line, where its longitudes jump by a whole turn.
const unwrapped = (list) => {
  let offset = 0;
  return list.map(([x, y], i) => {
    if (i > 0 && Math.abs(x - list[i - 1][0]) > turn / 2) offset += x < list[i - 1][0] ? turn : -turn;
    return [x + offset, y];
  });
};

// A ring around a pole (Antarctica) ends a turn away from where it began.
const closed = (list) => {
  const [around] = unwrapped([list.at(-1), list[0]]).slice(1);
  const off = around[0] - list[0][0];
  if (off === 0) return list;
  const y = list[0][1] < 0 ? -pole : pole;
  const beyond = list.slice(0, 2).map(([px, py]) => [px + off, py]);
  return [...list, ...beyond, [beyond[1][0], y], [list[0][0], y]];
};

// A negative number is the arc of its complement, backwards; each arc begins where the one before it ended.
const ring = (numbers, arcs) => {
  const list = numbers.flatMap((n) => (n < 0 ? [...arcs[~n]].reverse() : arcs[n]).slice(1));
  return closed(unwrapped(list.filter(([x, y], i) => i === 0 || x !== list[i - 1][0] || y !== list[i - 1][1])));
};

const summary = [];
byte('W'.charCodeAt(0)); byte('D'.charCodeAt(0)); byte('B'.charCodeAt(0)); byte('M'.charCodeAt(0));
byte(2);
byte(levels.length);
const indian = outline(JSON.parse(readFileSync(process.argv[3], 'utf8')));
for (const { file, fromZoom, tolerance } of levels) {
  const topology = JSON.parse(readFileSync(join(process.argv[2], file), 'utf8'));
  const arcs = decodeArcs(topology);

  // A cut along the pole itself, left by the source, encloses nothing.
  const isArea = (list) => list.length >= 4 && list.some(([, y]) => Math.abs(y) < 89 * unitsPerDegree);
  const land = polygonsOf(topology.objects.land)
    .map((rings) => rings.map((numbers) => ring(numbers, arcs)).filter(isArea));

  const users = new Map(); // of each arc: the countries whose outline it is
  topology.objects.countries.geometries.forEach((country, index) => {
    for (const n of polygonsOf(country).flat(2)) {
      const arc = n < 0 ? ~n : n;
      users.set(arc, (users.get(arc) ?? new Set()).add(index));
    }
  });
  const linesOf = (wanted) => [...users].filter(([, countries]) => wanted(countries.size))
    .map(([arc]) => unwrapped(arcs[arc])).filter((list) => list.length >= 2);
  const { both, ground, india } = views(linesOf((n) => n > 1), linesOf((n) => n === 1), indian, tolerance);

  byte(fromZoom);
  const whole = land.filter((rings) => rings.length > 0);
  varint(whole.length);
  for (const rings of whole) {
    varint(rings.length);
    rings.forEach(points);
  }
  for (const borders of [both, ground, india]) {
    varint(borders.length);
    borders.forEach(points);
  }
  const count = (lists) => lists.reduce((sum, list) => sum + list.length, 0);
  summary.push(`${file}: ${whole.length} polygons of ${count(whole.flat())} points, `
    + [both, ground, india].map((borders) => `${borders.length} borders of ${count(borders)}`).join(', '));
}
writeFileSync(process.argv[4], Buffer.from(bytes));
console.log(`${summary.join('\n')}\n${bytes.length} bytes`);
