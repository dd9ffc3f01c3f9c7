import * as THREE from 'three';
import { Accumulator, patchLighting } from './accumulate.js';
import { develop } from './post.js';

const SCENES = {
  park: () => import('../scenes/park.js'),
  tower: () => import('../scenes/tower.js'),
  battery: () => import('../scenes/battery.js'),
  tanks: () => import('../scenes/tanks.js'),
  pipes: () => import('../scenes/pipes.js'),
  greenhouse: () => import('../scenes/greenhouse.js'),
  paddy: () => import('../scenes/paddy.js'),
  bridge: () => import('../scenes/bridge.js'),
  lanterns: () => import('../scenes/lanterns.js'),
  'tea-hill': () => import('../scenes/tea-hill.js'),
  'tea-workshop': () => import('../scenes/tea-workshop.js'),
  'school-yard': () => import('../scenes/school-yard.js'),
  'science-fair': () => import('../scenes/science-fair.js'),
  sprint: () => import('../scenes/sprint.js'),
  'long-jump': () => import('../scenes/long-jump.js'),
  'tug-of-war': () => import('../scenes/tug-of-war.js'),
  basketball: () => import('../scenes/basketball.js'),
  library: () => import('../scenes/library.js'),
  classroom: () => import('../scenes/classroom.js'),
  gate: () => import('../scenes/gate.js'),
};

function makeRenderer() {
  const canvas = document.createElement('canvas');
  const renderer = new THREE.WebGLRenderer({ canvas, antialias: false });
  renderer.debug.checkShaderErrors = true;
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.autoUpdate = false;
  renderer.shadowMap.type = THREE.BasicShadowMap;
  renderer.toneMapping = THREE.NoToneMapping;
  return renderer;
}

/** Surroundings for glossy reflections, seen from inside the picture. */
function addEnvironment(renderer, picture) {
  if (!picture.environment) return;
  const maker = new THREE.PMREMGenerator(renderer);
  picture.scene.environment = maker.fromScene(picture.environment, 0.01, 0.1, 400).texture;
}

async function encode(image, { least, most, quality }) {
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d').putImageData(image, 0, 0);
  let blob;
  for (let q = quality; q > 0.6; q -= 0.02) {
    blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: q });
    if (blob.size <= most) break;
  }
  if (blob.size < least) console.log(`small file: ${blob.size} bytes`);
  return blob;
}

function toBase64(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(',')[1]);
    reader.readAsDataURL(blob);
  });
}

/** Renders one scene and gives back the JPEG as base64. */
window.renderScene = async (name, { scale = 1, passes, most }) => {
  const started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  patchLighting();
  const { build, size } = await SCENES[name]();
  const width = Math.round(size[0] * scale);
  const height = Math.round(size[1] * scale);
  const renderer = makeRenderer();
  const picture = build({ width, height, renderer });
  picture.camera.aspect = width / height;
  picture.camera.updateProjectionMatrix();
  addEnvironment(renderer, picture);
  const accumulator = new Accumulator(renderer, picture, {
    width,
    height,
    passes,
    mapScale: scale < 0.6 ? 0.5 : 1,
  });
  console.log(`${name}: built after ${seconds()} s, ${width} x ${height}`);
  const pixels = accumulator.run((i) => {
    if (i === 0) console.log(`${name}: first pass after ${seconds()} s`);
  });
  console.log(`${name}: ${passes} passes after ${seconds()} s`);
  const image = develop(pixels, width, height, picture.post);
  const blob = await encode(image, { least: 200e3, most, quality: 0.9 });
  console.log(`${name}: ${Math.round(blob.size / 1000)} kB after ${seconds()} s`);
  return toBase64(blob);
};
