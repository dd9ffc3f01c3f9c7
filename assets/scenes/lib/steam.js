import * as THREE from 'three';
import { sharedNoiseTexture } from './materials.js';

/** Plumes of white steam: camera-facing puffs with ragged edges, bright on the side of the sun. */

const VERTEX = /* glsl */ `
attribute vec3 place;
attribute vec3 kind; // size, opacity, seed
varying vec2 vAt;
varying vec3 vKind;
varying float vFar;
void main() {
  vAt = position.xy;
  vKind = kind;
  vec4 eye = viewMatrix * vec4(place, 1.0);
  eye.xy += position.xy * kind.x;
  vFar = -eye.z;
  gl_Position = projectionMatrix * eye;
}`;

const FRAGMENT = /* glsl */ `
varying vec2 vAt;
varying vec3 vKind;
varying float vFar;
uniform sampler2D uNoise;
uniform vec3 uSunView, uLit, uShade, uHaze;
uniform float uDensity;
void main() {
  float r = length(vAt);
  vec2 p = vAt * 0.11 + vec2(vKind.z, vKind.z * 3.7);
  float n = texture2D(uNoise, p).r * 0.6 + texture2D(uNoise, p * 3.1).g * 0.4;
  float body = smoothstep(1.0, 0.15, r + (0.5 - n) * 1.1);
  float alpha = body * vKind.y;
  if (alpha < 0.004) discard;
  vec3 bulge = normalize(vec3(vAt + (n - 0.5) * 0.9, 0.55));
  float lit = clamp(dot(bulge, uSunView) * 0.6 + 0.5 + (n - 0.5) * 0.5, 0.0, 1.0);
  vec3 color = mix(uShade, uLit, lit);
  float haze = 1.0 - exp(-uDensity * vFar);
  gl_FragColor = vec4(mix(color, uHaze, haze), alpha);
}`;

export function plumes(list, { random, sun, camera, lit, shade, haze, density }) {
  const places = [];
  const kinds = [];
  for (const plume of list) addPlume(plume, { random, places, kinds });
  const order = places.map((p, i) => [p.distanceTo(camera.position), i]).sort((a, b) => b[0] - a[0]);
  const geometry = new THREE.InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new THREE.Float32BufferAttribute([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0], 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.setAttribute(
    'place',
    new THREE.InstancedBufferAttribute(new Float32Array(order.flatMap(([, i]) => places[i].toArray())), 3),
  );
  geometry.setAttribute(
    'kind',
    new THREE.InstancedBufferAttribute(new Float32Array(order.flatMap(([, i]) => kinds[i])), 3),
  );
  geometry.instanceCount = order.length;
  camera.updateMatrixWorld();
  const sunView = sun.clone().transformDirection(camera.matrixWorldInverse);
  const color = (value) => ({ value: new THREE.Color(value) });
  const material = new THREE.ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    transparent: true,
    depthWrite: false,
    uniforms: {
      uNoise: { value: sharedNoiseTexture() },
      uSunView: { value: sunView },
      uLit: color(lit),
      uShade: color(shade),
      uHaze: color(haze),
      uDensity: { value: density },
    },
  });
  const mesh = new THREE.Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 5;
  return mesh;
}

function addPlume(
  { x, y, z, r, length, wind, rise = 1, puffs = 60, opacity = 0.5 },
  { random, places, kinds },
) {
  for (let i = 0; i < puffs; i++) {
    const t = (i / puffs) ** 1.3;
    const grow = r * (1 + t * 5.5);
    const stray = () => (random() - 0.5) * grow * 0.8;
    const climb = length * rise * (1 - Math.exp(-t * 2.2)) * 0.6;
    places.push(
      new THREE.Vector3(
        x + wind[0] * length * t ** 1.4 + stray(),
        y + climb + stray() * 0.6 + r * 0.5,
        z + wind[1] * length * t ** 1.4 + stray(),
      ),
    );
    kinds.push([grow * random.range(0.7, 1.2), opacity * (1 - t) ** 1.1 * random.range(0.6, 1), random()]);
  }
}
