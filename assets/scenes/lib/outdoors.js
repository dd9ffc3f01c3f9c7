import * as THREE from 'three';
import { patchHaze } from './accumulate.js';
import { makeSky } from './sky.js';

/** Open-air light for a scene: sky dome, haze, sun; gives back what a picture needs of it. */

const DAY = {
  zenith: 0x5f93cf,
  horizon: 0xcbd8e0,
  sunColor: 0xfff0d8,
  ground: 0x77786a,
  bounce: 0x5d5a48,
  cloudLit: 0xffffff,
  cloudDark: 0xaab6c4,
  cover: 0.55,
  softness: 0.4,
  scale: 0.18,
  shift: 0.11,
  gain: 1.15,
};

export function outdoors(
  scene,
  { sun, haze = 0xcfd9de, density = 0.0022, height = 120, tint = 0xfff4e4, ...sky },
) {
  const made = makeSky({ ...DAY, sun, ...sky });
  patchHaze({ sun, tint, height });
  scene.fog = new THREE.FogExp2(haze, density);
  scene.add(made.dome);
  const environment = new THREE.Scene();
  environment.add(made.dome.clone());
  return { environment, surround: made.light };
}
