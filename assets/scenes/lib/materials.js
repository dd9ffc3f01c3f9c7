import * as THREE from 'three';
import { noiseTexture } from './noise.js';

/**
 * One physically based material for everything: three's standard material plus
 * weathering worked out from world position, so that nothing needs texture coordinates:
 * mottling, grime, rain streaks, splash dirt near the ground, fine bumps and ribbed cladding.
 */

const PARS = /* glsl */ `
varying vec3 vWorld;
uniform sampler2D uNoise;
uniform vec4 uDirt;   // mottle, grime, streak, splash
uniform vec4 uRelief; // bump, roughness spread, scale, spare
uniform vec4 uRibs;   // period, depth, axis on roofs (0 x, 1 z), panel length
uniform vec3 uDirtColor;
`;

const WEATHER = /* glsl */ `
{
  vec3 worldNormal = inverseTransformDirection(normal, viewMatrix);
  vec3 facing = abs(worldNormal);
  float flat_ = step(max(facing.x, facing.z), facing.y);
  vec3 axisU = flat_ > 0.5 ? vec3(1., 0., 0.) : (facing.x > facing.z ? vec3(0., 0., 1.) : vec3(1., 0., 0.));
  vec3 axisV = flat_ > 0.5 ? vec3(0., 0., 1.) : vec3(0., 1., 0.);
  vec2 p = vec2(dot(vWorld, axisU), dot(vWorld, axisV));
  vec2 q = p * uRelief.z;
  vec4 broad = texture2D(uNoise, q * 0.023 + 0.31);
  vec4 middle = texture2D(uNoise, q * 0.17 + 0.77);
  vec4 fine = texture2D(uNoise, q * 1.1);
  float blotch = broad.r * 0.45 + middle.g * 0.4 + fine.r * 0.15;
  diffuseColor.rgb *= 1.0 + uDirt.x * ((blotch - 0.5) * 1.6 + (fine.g - 0.5) * 0.5);
  float grime = smoothstep(0.42, 0.78, broad.g * 0.5 + middle.r * 0.35 + fine.r * 0.15) * uDirt.y;
  float run = texture2D(uNoise, vec2(p.x * 0.55, p.y * 0.018) * uRelief.z).g;
  grime += smoothstep(0.5, 0.85, run) * (1.0 - flat_) * uDirt.z * (0.5 + middle.r);
  grime += exp(-max(vWorld.y, 0.0) * 1.6) * (1.0 - flat_) * uDirt.w * (0.4 + middle.g);
  grime = clamp(grime, 0.0, 0.92);
  diffuseColor.rgb = mix(diffuseColor.rgb, uDirtColor, grime);
  roughnessFactor = clamp(roughnessFactor + (middle.r + fine.g - 1.0) * uRelief.y + grime * 0.3, 0.04, 1.0);
  metalnessFactor *= 1.0 - grime * 0.8;
  vec2 slope = (middle.ba - 0.5) * 0.6 + (fine.ba - 0.5);
  vec3 bent = worldNormal - uRelief.x * (axisU * slope.x + axisV * slope.y);
  if (uRibs.x > 0.0) {
    float along = flat_ > 0.5 ? (uRibs.z > 0.5 ? vWorld.z : vWorld.x) : p.x;
    vec3 across = flat_ > 0.5 ? (uRibs.z > 0.5 ? vec3(0., 0., 1.) : vec3(1., 0., 0.)) : axisU;
    float width = fwidth(along) / uRibs.x;
    float phase = along / uRibs.x;
    float keep = 1.0 - smoothstep(0.35, 0.9, width);
    float wave = sin(phase * 6.2831853);
    bent += across * (wave * abs(wave)) * uRibs.y * keep;
    diffuseColor.rgb *= 1.0 - 0.28 * uRibs.y * keep * smoothstep(0.2, 0.95, -cos(phase * 6.2831853));
    if (uRibs.w > 0.0) {
      float other = (flat_ > 0.5 && uRibs.z < 0.5) ? vWorld.z : (flat_ > 0.5 ? vWorld.x : p.y);
      float seam = abs(fract(other / uRibs.w) - 0.5) * 2.0;
      diffuseColor.rgb *= 1.0 - 0.16 * smoothstep(0.975, 0.995, seam);
      float sheet = fract(sin(floor(other / uRibs.w) * 17.3 + floor(along / 1.1) * 5.7) * 437.5);
      diffuseColor.rgb *= 1.0 + (sheet - 0.5) * 0.07;
    }
  }
  normal = normalize((viewMatrix * vec4(normalize(bent), 0.0)).xyz);
}
`;

let sharedNoise;
export function sharedNoiseTexture() {
  sharedNoise ??= noiseTexture(20200408);
  return sharedNoise;
}

function patchVertex(shader) {
  shader.vertexShader = shader.vertexShader
    .replace('#include <common>', '#include <common>\nvarying vec3 vWorld;')
    .replace(
      '#include <project_vertex>',
      `#include <project_vertex>
      vec4 placed = vec4(transformed, 1.0);
      #ifdef USE_INSTANCING
        placed = instanceMatrix * placed;
      #endif
      vWorld = (modelMatrix * placed).xyz;`,
    );
}

const DEFAULTS = {
  color: 0xffffff,
  rough: 0.7,
  metal: 0,
  mottle: 0.16,
  grime: 0.12,
  streak: 0,
  splash: 0,
  bump: 0.06,
  roughSpread: 0.15,
  scale: 1,
  ribs: 0,
  ribDepth: 0,
  ribAxis: 0,
  panel: 0,
  dirtColor: 0x5b5145,
  env: 1,
  glow: 0,
  side: THREE.FrontSide,
};

/** Makes a weathered material; see DEFAULTS for what can be set. */
export function surface(options = {}) {
  const o = { ...DEFAULTS, ...options };
  const material = new THREE.MeshStandardMaterial({
    color: o.color,
    roughness: o.rough,
    metalness: o.metal,
    vertexColors: true,
    envMapIntensity: o.env,
    side: o.side,
    shadowSide: THREE.DoubleSide,
  });
  material.defines.WORLD_HAZE = '';
  if (o.glow) {
    material.emissive.set(o.glowColor ?? o.color);
    material.emissiveIntensity = o.glow;
  }
  const uniforms = {
    uNoise: { value: sharedNoiseTexture() },
    uDirt: { value: new THREE.Vector4(o.mottle, o.grime, o.streak, o.splash) },
    uRelief: { value: new THREE.Vector4(o.bump, o.roughSpread, o.scale, 0) },
    uRibs: { value: new THREE.Vector4(o.ribs, o.ribDepth, o.ribAxis, o.panel) },
    uDirtColor: { value: new THREE.Color(o.dirtColor) },
    ...(o.uniforms ?? {}),
  };
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, uniforms);
    patchVertex(shader);
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${PARS}${o.pars ?? ''}`)
      .replace(
        '#include <normal_fragment_maps>',
        `#include <normal_fragment_maps>\n${o.before ?? ''}${WEATHER}${o.after ?? ''}`,
      )
      .replace('#include <opaque_fragment>', `${o.finish ?? ''}\n#include <opaque_fragment>`);
  };
  material.customProgramCacheKey = () =>
    `surface${o.pars ?? ''}${o.before ?? ''}${o.after ?? ''}${o.finish ?? ''}`;
  return material;
}

/** Plain light-giving material (lamps, sky panels, sparks). */
export function glowing(color, strength) {
  const material = new THREE.MeshBasicMaterial({ color });
  material.color.multiplyScalar(strength);
  material.fog = false;
  return material;
}
