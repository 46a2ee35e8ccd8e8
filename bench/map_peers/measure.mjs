// SPDX-License-Identifier: GPL-3.0-or-later
// Times MapLibre GL JS and Leaflet in headless Chromium with so many moving marks at 1920 × 1080, and prints one JSON
// line: {"maplibre":{"p50_ms",…},"leaflet":{…}}. Usage: node measure.mjs MARKS SECONDS. The packages are looked for in
// node_modules beside this file, or where WAYDESK_PEERS says. Listens on loopback and ends by itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [marks, seconds] = process.argv.slice(2).map(Number);
const here = dirname(fileURLToPath(import.meta.url));
const modules = process.env.WAYDESK_PEERS ?? join(here, 'node_modules');
const files = {
  '/maplibre-gl.js': join(modules, 'maplibre-gl/dist/maplibre-gl.js'),
  '/maplibre-gl.css': join(modules, 'maplibre-gl/dist/maplibre-gl.css'),
  '/leaflet.js': join(modules, 'leaflet/dist/leaflet.js'),
  '/leaflet.css': join(modules, 'leaflet/dist/leaflet.css'),
};
for (const file of Object.values(files)) {
  if (!existsSync(file)) {
    console.error(`${file} is not there: npm install maplibre-gl leaflet`);
    process.exit(1);
  }
}

// Both move every mark by a pixel or so each frame and wait until it has been drawn. What a page does is its own code
// only: no tiles, no labels, so that nothing but the marks is measured.
const common = `
const marks = ${marks}, middle = [44.0092, 36.1911], spread = [0.33, 0.15];
let seed = 11; const dice = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const places = Array.from({ length: marks }, () => [middle[0] + (dice() - 0.5) * 2 * spread[0], middle[1] + (dice() - 0.5) * 2 * spread[1]]);
const ways = places.map(() => [(dice() - 0.5) * 0.0006, (dice() - 0.5) * 0.0006]);
const step = () => places.forEach((p, i) => { p[0] += ways[i][0]; p[1] += ways[i][1]; });
const frame = () => new Promise((done) => requestAnimationFrame(done));
async function run(draw) {
  const times = [], until = performance.now() + ${seconds} * 1000;
  for (let warm = 0; warm < 2; ++warm) { step(); await draw(); }
  while (performance.now() < until || times.length < 5) {
    const from = performance.now(); step(); await draw(); times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  await fetch('/result', { method: 'POST', body: JSON.stringify({ frames: times.length, p50_ms: times[Math.floor(times.length / 2)], p99_ms: times[Math.floor((times.length - 1) * 0.99)] }) });
}
`;
const pages = {
  maplibre: `<!doctype html><link rel=stylesheet href=/maplibre-gl.css><script src=/maplibre-gl.js></script>
<body style="margin:0"><div id=m style="width:1920px;height:1080px"></div><script>${common}
const data = () => ({ type: 'FeatureCollection', features: places.map((p) => ({ type: 'Feature', geometry: { type: 'Point', coordinates: p }, properties: {} })) });
const map = new maplibregl.Map({ container: 'm', center: middle, zoom: 11, attributionControl: false, fadeDuration: 0,
  style: { version: 8, sources: { s: { type: 'geojson', data: data() } }, layers: [{ id: 'b', type: 'background', paint: { 'background-color': '#f4f6f5' } },
    { id: 'c', type: 'circle', source: 's', paint: { 'circle-radius': 11, 'circle-color': '#fff', 'circle-stroke-width': 2, 'circle-stroke-color': '#0f766e' } }] } });
map.once('idle', () => run(() => new Promise((done) => { map.once('idle', done); map.getSource('s').setData(data()); })));
</script>`,
  leaflet: `<!doctype html><link rel=stylesheet href=/leaflet.css><script src=/leaflet.js></script>
<body style="margin:0"><div id=m style="width:1920px;height:1080px"></div><script>${common}
const map = L.map('m', { attributionControl: false, zoomControl: false, zoomAnimation: false }).setView([middle[1], middle[0]], 12);
const icon = L.divIcon({ className: '', iconSize: [26, 26], html: '<div style="width:22px;height:22px;border:2px solid #0f766e;border-radius:13px;background:#fff"></div>' });
const all = places.map((p) => L.marker([p[1], p[0]], { icon, keyboard: false, interactive: false }).addTo(map));
run(async () => { all.forEach((m, i) => m.setLatLng([places[i][1], places[i][0]])); await frame(); await frame(); });
</script>`,
};

let told;
const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  if (request.method === 'POST') {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => { response.end(); told?.(JSON.parse(body)); });
  } else if (files[path]) {
    response.setHeader('Content-Type', path.endsWith('.css') ? 'text/css' : 'text/javascript');
    response.end(readFileSync(files[path]));
  } else if (pages[path.slice(1)]) {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pages[path.slice(1)]);
  } else {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));

const results = {};
for (const name of Object.keys(pages)) {
  const profile = mkdtempSync(join(tmpdir(), 'waydesk-peers-'));
  const heard = new Promise((done) => { told = done; });
  const browser = spawn('chromium', ['--headless=new', '--no-sandbox', '--no-first-run', '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--window-size=1920,1080', `--user-data-dir=${profile}`,
    `http://127.0.0.1:${server.address().port}/${name}`], { stdio: 'ignore' });
  const ended = new Promise((done) => { browser.on('error', done); browser.on('exit', done); });
  const limit = new Promise((done) => { setTimeout(done, 75_000).unref(); });
  const result = await Promise.race([heard, ended.then(() => undefined), limit]);
  if (result) results[name] = result;
  else console.error(`${name}: no result`);
  browser.kill('SIGKILL');
  await ended;
  try { // its helpers may still be going down
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.error(`${profile} stays: ${error.code}`);
  }
}
server.close();
console.log(JSON.stringify(results));
process.exit(0);
